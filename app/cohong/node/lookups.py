"""How long the log of look-ups is kept on this machine."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from typing import Final

from cohong.api.requests import DAYS_KEPT_MAX, DAYS_KEPT_MIN
from cohong.ledger.errors import LedgerUnavailable
from cohong.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

SETTING: Final = "lookups.days"
DAYS_KEPT: Final = 365
"""How long a line of the log is kept unless the user says otherwise."""


def days_kept(setting: bytes | None) -> int:
    """Return for how many days a line is kept, given the ledger's setting."""
    return DAYS_KEPT if setting is None else min(max(int(setting), DAYS_KEPT_MIN), DAYS_KEPT_MAX)


def first_day_kept(today: str, days: int) -> str:
    """Return the oldest ISO day that is kept on a day."""
    return (date.fromisoformat(today) - timedelta(days=days - 1)).isoformat()


def drop_old(ledger: Ledger, today: str) -> int:
    """Forget what was looked up too long ago, and return how much that was. It is the writer's call.

    Raises:
        LedgerUnavailable: nothing was forgotten.
    """
    return ledger.drop_lookups(first_day_kept(today, days_kept(ledger.get_setting(SETTING))))


def drop_old_if_possible(ledger: Ledger, today: str) -> None:
    """Forget what was looked up too long ago; what a full disk keeps here goes another time."""
    try:
        drop_old(ledger, today)
    except LedgerUnavailable as error:
        logger.warning("old look-ups could not be forgotten why=%s", error.code)

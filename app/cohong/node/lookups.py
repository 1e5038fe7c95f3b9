"""How long the log of look-ups is kept on this machine."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from typing import Final

import trio

from cohong.api.errors import ApiError
from cohong.api.requests import DAYS_KEPT_MAX, DAYS_KEPT_MIN
from cohong.ledger.ledger import Ledger
from cohong.node.engine import Engine

logger = logging.getLogger(__name__)

SETTING: Final = "lookups.days"
DAYS_KEPT: Final = 365
"""How long a line of the log is kept unless the user says otherwise."""
LOOK_AFTER_S: Final = 3_600.0
"""How often it is looked whether a line is too old."""


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


async def keep_forgetting(engine: Engine) -> None:
    """Forget what was looked up too long ago, now and each hour: a node may run for years without being asked."""
    while True:
        try:
            await engine.call(lambda desk: drop_old(desk.ledger, _today()))
        except ApiError as error:  # of a full disk, for example
            logger.warning("old look-ups could not be forgotten yet why=%s", error)
        await trio.sleep(LOOK_AFTER_S)


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011  # a day of this machine, as in the log

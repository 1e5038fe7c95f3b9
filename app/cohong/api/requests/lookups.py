"""Looking people up, and the log of it."""

from typing import Final, Literal

from cohong.api.requests.base import Params
from cohong.api.views.consents import Purpose

DAYS_KEPT_MIN: Final = 30
DAYS_KEPT_MAX: Final = 1826
"""Five years: as long as an obligation counts in a report after it is settled."""


class ReadReport(Params, frozen=True):
    """Open the report about a member.

    Attributes:
        purpose: what for; needed for a person's unless it was said today, and for a firm's to choose a consent.
    """

    member: str
    purpose: Purpose | Literal[""] = ""


class LookUps(Params, frozen=True):
    """Lines `first` to `first + count - 1` of the log of look-ups, the newest first."""

    first: int = 0
    count: int = 50


class KeepLookUps(Params, frozen=True):
    """Keep lines of the log for so many days, DAYS_KEPT_MIN to DAYS_KEPT_MAX, the day itself included."""

    days: int

"""Dates of business: ISO 8601 days without a time or a zone, as text in records and as `date` in sums."""

from datetime import date
from functools import lru_cache
from typing import Final

FIRST_DAY: Final = "1970-01-01"
LAST_DAY: Final = "2199-12-31"


def is_day(text: object) -> bool:
    """Return whether `text` is a day of the calendar in the one form YYYY-MM-DD, from 1970 to 2199."""
    return type(text) is str and len(text) == 10 and text.isascii() and _is_of_calendar(text)


@lru_cache(maxsize=4_096)  # a batch of invoices has the same few days over and over
def _is_of_calendar(text: str) -> bool:
    if not FIRST_DAY <= text <= LAST_DAY:
        return False
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def days_between(earlier: str, later: str) -> int:
    """Return how many days `later` comes after `earlier`; negative if it comes before. Both satisfy `is_day`."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days

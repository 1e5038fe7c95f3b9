"""Days of business as numbers in the file and as ISO text outside."""

from __future__ import annotations

from datetime import date


def day_no(day: str) -> int:
    """Return the number of an ISO day; a later day has a larger number, the next day the next."""
    return date.fromisoformat(day).toordinal()


def day_no_or_none(day: str | None) -> int | None:
    """Return the number of an ISO day, None for None."""
    return None if day is None else day_no(day)


def day_text(number: int) -> str:
    """Return the ISO day with this number."""
    return date.fromordinal(number).isoformat()


def day_text_or_none(number: int | None) -> str | None:
    """Return the ISO day with this number, None for None."""
    return None if number is None else day_text(number)

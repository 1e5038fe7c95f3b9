"""Dates as people's programs write them, and the order of day and month that a whole column shows.

A cell is first taken apart without knowing the order. Where the year is first, or the month is named, that is
all there is to know. `3/4/2013` has two readings; which one holds is decided over all cells of the column, by
those that have only one (`23/4/2013`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from cohong.importing.file_format import Confidence, Detection, Evidence, EvidenceCode
from cohong.importing.limits import VALUE_CHARACTERS_SHOWN, YEAR_MAX, YEAR_MIN
from cohong.importing.rows_found import RowReason
from cohong.importing.sightings import Sightings

DEFAULT_ORDER: Final = "dmy"
"""As in Hong Kong, most of Asia and Europe."""

_BLANKS: Final = frozenset(" - -- — n/a na null none nil nan nat 无 無 未付 未付款 未收".split(" "))
_TIME: Final = r"(?:(?:[T ] ?|(?<=日))\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z| ?[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST: Final = re.compile(
    r"(?:(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?|(\d{4})() ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?)" + _TIME,
    re.ASCII | re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6})?", re.ASCII)
_NUMERIC: Final = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})" + _TIME, re.ASCII | re.IGNORECASE)
_NAMED: Final = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[-/. ]?([A-Z]{3,9})[-/., ]{0,2}"
    r"|([A-Z]{3,9})\.?[-/ ]?(\d{1,2})(?:st|nd|rd|th)?[-/, ]{1,2})"
    r"(\d{4}|\d{2})" + _TIME,
    re.ASCII | re.IGNORECASE,
)
_MONTHS: Final = "january february march april may june july august september october november december".split()
_MONTH_NUMBERS: Final = {name: number for number, month in enumerate(_MONTHS, 1) for name in (month, month[:3])} | {
    "sept": 9
}


@dataclass(frozen=True, slots=True)
class DateParts:
    """The three numbers of a date.

    Attributes:
        first, second: Day and month in an order still to be known, unless `year_first`.
        year: As written: 13 for a year of two digits.
        settled: The order is plain from the cell: `first` is the day and `second` the month.
    """

    first: int
    second: int
    year: int
    two_digit_year: bool
    settled: bool


def is_blank(cell: str) -> bool:
    """Return whether an optional cell says that there is nothing: empty, `-`, `N/A`, …"""
    return cell.strip().casefold() in _BLANKS


def is_blank_date(cell: str) -> bool:
    """Return whether the cell says that there is no date, as `is_blank` or with the zeros of some databases."""
    return is_blank(cell) or not cell.strip(" 0-/.")


def date_parts(cell: str) -> DateParts | None:
    """Return the parts of a date, or None if the cell is none. A time of day after it is dropped."""
    text = cell.strip()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if len(text) > VALUE_CHARACTERS_SHOWN:
        return None
    if found := _NUMERIC.fullmatch(text):
        first, _, second, year = found.groups()
        return DateParts(int(first), int(second), int(year), len(year) == 2, settled=False)
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        year, *_, month, day = (part for part in found.groups() if part is not None)
        return DateParts(int(day), int(month), int(year), two_digit_year=False, settled=True)
    if found := _NAMED.fullmatch(text):
        day, name, other_name, other_day, year = found.groups()
        number = _MONTH_NUMBERS.get((name or other_name).lower())
        if number is not None:
            return DateParts(int(day or other_day), number, int(year), len(year) == 2, settled=True)
    return None


def read_date(cell: str, order: str) -> str | RowReason:
    """Return the cell's date as 'YYYY-MM-DD', an empty string if it is blank, or what is wrong with it.

    Args:
        order: `dmy`, `mdy`, or `ymd` for two-digit years that come first.
    """
    if is_blank_date(cell):
        return ""
    parts = date_parts(cell)
    if parts is None:
        return RowReason.NOT_A_DATE
    day, month, year = parts.first, parts.second, parts.year
    if not parts.settled and order == "mdy":
        day, month = month, day
    elif not parts.settled and order == "ymd" and parts.two_digit_year:
        day, year = year, day
    if parts.two_digit_year:
        year += 2000 if year < 70 else 1900
    if not YEAR_MIN <= year <= YEAR_MAX:
        return RowReason.DATE_OUT_OF_RANGE
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return RowReason.IMPOSSIBLE_DATE


def day_after(day: str, days: int) -> str | RowReason:
    """Return the day `days` after `day`, or DATE_OUT_OF_RANGE."""
    later = date.fromisoformat(day) + timedelta(days=days)
    return later.isoformat() if later.year <= YEAR_MAX else RowReason.DATE_OUT_OF_RANGE


@dataclass(slots=True)
class DateEvidence:
    """What the different cells of one column show about the order of day and month."""

    day_first: Sightings = field(default_factory=Sightings)
    month_first: Sightings = field(default_factory=Sightings)
    either: Sightings = field(default_factory=Sightings)
    settled: Sightings = field(default_factory=Sightings)
    two_digit_years: Sightings = field(default_factory=Sightings)

    def add(self, cell: str, line: int) -> None:
        """Take one cell into account; what is no date says nothing."""
        parts = date_parts(cell)
        if parts is None:
            return
        if parts.two_digit_year:
            self.two_digit_years.add(cell, line)
        if parts.settled:
            self.settled.add(cell, line)
        elif 12 < parts.first <= 31 and parts.second <= 12:
            self.day_first.add(cell, line)
        elif 12 < parts.second <= 31 and parts.first <= 12:
            self.month_first.add(cell, line)
        else:
            self.either.add(cell, line)

    @property
    def proven(self) -> bool:
        return bool(self.day_first.count or self.month_first.count)

    def decide(self, given: str | None) -> Detection:
        """Return the order of day and month that the column shows."""
        if given is not None:
            return Detection(given, Confidence.GIVEN, (Evidence(EvidenceCode.OPTION, {}),))
        day_first = self.day_first.as_evidence(EvidenceCode.FIRST_PLACE_OVER_12)
        month_first = self.month_first.as_evidence(EvidenceCode.SECOND_PLACE_OVER_12)
        if self.day_first.count and self.month_first.count:
            order = "dmy" if self.day_first.count >= self.month_first.count else "mdy"
            return Detection(order, Confidence.CONFLICTING, (day_first, month_first))
        if self.day_first.count:
            return Detection("dmy", Confidence.CERTAIN, (day_first,))
        if self.month_first.count:
            return Detection("mdy", Confidence.CERTAIN, (month_first,))
        if self.either.count:
            evidence = self.either.as_evidence(EvidenceCode.DATES_AMBIGUOUS)
            return Detection(DEFAULT_ORDER, Confidence.ASSUMED, (evidence,))
        if self.settled.count:
            evidence = self.settled.as_evidence(EvidenceCode.YEAR_FIRST)
            return Detection("ymd", Confidence.CERTAIN, (evidence,))
        return Detection(DEFAULT_ORDER, Confidence.ASSUMED, (Evidence(EvidenceCode.NO_DATES, {}),))

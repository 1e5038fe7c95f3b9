"""When and how late a member has paid: by month, by days late, and the months about which nothing is known.

Months and days late are over what is settled or overdue on the day; what was given up is in neither, for it was
never paid. An overdue one counts with the days up to now.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from cohong.insight.payment_facts import BAND_EDGES
from cohong.insight.trade_lines import Mark, Standing, TradeLine, standings_at

MONTHS: Final = 24
LATE_EDGES: Final = (0, 7, 14, 30, 60, 90)
"""Days late up to which an obligation is in each column of the histogram; beyond the last, 91 and more."""


@dataclass(frozen=True, slots=True)
class Month:
    """What was due in one month ("2026-02"): on time, 1-30 days late, 31-60, 61-90, 91 and more."""

    month: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DaysLate:
    """How late what is settled or overdue is.

    Attributes:
        counts: by `LATE_EDGES`.
        median, ninth: the fewest days late that half of them, and nine in ten, do not exceed; None without any.
    """

    counts: tuple[int, ...]
    median: int | None
    ninth: int | None


@dataclass(frozen=True, slots=True)
class PaymentCalendar:
    """Attributes:
    months: the last `MONTHS` up to the last in which something was due, none left out between.
    gaps: first and last month of each span in which nothing was issued, due or paid; of the last `MONTHS`.
    """

    months: tuple[Month, ...]
    days_late: DaysLate
    gaps: tuple[tuple[str, str], ...]


def payment_calendar(lines: Iterable[TradeLine], as_of: int) -> PaymentCalendar:
    """Return the calendar at the end of a day, over a member's lines in any order."""
    counted = [each for each in standings_at(lines, as_of) if Mark.DISPUTED not in each.line.marks]
    paid = [each for each in counted if each.is_settled or each.is_overdue]
    return PaymentCalendar(_months(paid), days_late_of([each.days_late for each in paid]), _gaps(counted, as_of))


def days_late_of(days: Sequence[int]) -> DaysLate:
    """Return how days late are spread; quantiles by the nearest rank, the ceil(q n)-th smallest."""
    counts = [0] * (len(LATE_EDGES) + 1)
    for each in days:
        counts[bisect_left(LATE_EDGES, each)] += 1
    smallest = sorted(days)

    def rank(tenths: int) -> int | None:
        return smallest[math.ceil(tenths * len(smallest) / 10) - 1] if smallest else None

    return DaysLate(tuple(counts), rank(5), rank(9))


def _months(paid: Iterable[Standing]) -> tuple[Month, ...]:
    by_month: dict[int, list[int]] = {}
    for each in paid:
        counts = by_month.setdefault(_month_number(each.line.due), [0] * (len(BAND_EDGES) + 1))
        counts[bisect_left(BAND_EDGES, each.days_late)] += 1
    if not by_month:
        return ()
    last = max(by_month)
    first = max(min(by_month), last - MONTHS + 1)
    none = [0] * (len(BAND_EDGES) + 1)
    return tuple(Month(_month_name(number), tuple(by_month.get(number, none))) for number in range(first, last + 1))


def _gaps(counted: Iterable[Standing], as_of: int) -> tuple[tuple[str, str], ...]:
    known = {
        _month_number(day)
        for each in counted
        for day in (each.line.issued, each.line.due, *(payment.day for payment in each.paid))
    }
    if not known:
        return ()
    last = _month_number(as_of)
    unknown = [number for number in range(max(min(known), last - MONTHS + 1), last + 1) if number not in known]
    # Numbers in a row have the same distance to their place.
    spans = [list(span) for _, span in groupby(unknown, key=lambda number: number - unknown.index(number))]
    return tuple((_month_name(span[0]), _month_name(span[-1])) for span in spans)


def _month_number(day: int) -> int:
    on = date.fromordinal(day)
    return on.year * 12 + on.month - 1


def _month_name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"

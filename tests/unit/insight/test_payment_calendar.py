"""When and how late a member has paid, counted on the fingers; and that no paid invoice is lost on the way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line

from cohong.insight.payment_calendar import MONTHS, DaysLate, Month, days_late_of, payment_calendar
from cohong.insight.payment_facts import payment_facts
from cohong.insight.trade_lines import Mark, TradeLine


def test_months_by_due_day_none_left_out_between() -> None:
    lines = [
        line(due_ago=120, late=0),  # 2 March
        line(due_ago=120, late=31),
        line(due_ago=45, late=None),  # 16 May, overdue
        line(due_ago=-10, late=None),  # not due yet
        replace(line(due_ago=100, late=None), given_up_minor=10_000, marks=frozenset({Mark.WRITTEN_OFF})),
        line(due_ago=70, late=0, marks=frozenset({Mark.DISPUTED})),
    ]
    found = payment_calendar(lines, AS_OF)
    assert found.months == (
        Month("2026-03", (1, 0, 1, 0, 0)), Month("2026-04", (0, 0, 0, 0, 0)), Month("2026-05", (0, 0, 1, 0, 0)),
    )  # fmt: skip
    assert found.days_late == DaysLate((1, 0, 0, 0, 2, 0, 0), 31, 45)


def test_quantiles_are_by_the_nearest_rank() -> None:
    assert days_late_of([]) == DaysLate((0,) * 7, None, None)
    assert days_late_of([4]) == DaysLate((0, 1, 0, 0, 0, 0, 0), 4, 4)
    ten = days_late_of([0, 0, 7, 8, 14, 15, 30, 60, 90, 91])
    assert ten == DaysLate((2, 1, 2, 2, 1, 1, 1), 14, 90)


def test_gaps_are_spans_of_months_without_anything() -> None:
    lines = [line(due_ago=300, late=0), line(due_ago=40, late=2)]  # issued 4 August, due 3 September; 21 April, 21 May
    assert payment_calendar(lines, AS_OF).gaps == (("2025-10", "2026-03"), ("2026-06", "2026-06"))
    assert payment_calendar([], AS_OF).gaps == ()


@given(st.lists(any_lines(), max_size=20))
def test_each_settled_or_overdue_invoice_is_counted_once(lines: list[TradeLine]) -> None:
    found = payment_calendar(lines, AS_OF)
    facts = payment_facts(lines, AS_OF)
    assert sum(found.days_late.counts) == facts.paid_within_terms + facts.late
    assert sum(sum(month.counts) for month in found.months) <= facts.paid_within_terms + facts.late
    assert len(found.months) <= MONTHS
    assert all(first <= last for first, last in found.gaps)

"""What has changed about a member since it was looked at: what is told, and what is too little to be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line

from cohong.insight.payment_facts import payment_facts
from cohong.insight.trade_lines import TradeLine
from cohong.insight.watching import ON_TIME_STEP, POINTS_STEP, Change, Figure, Look, changes_between, look_at

LOOK = Look("B", 74, 0.9, "high", {"HKD": 5_000}, 1, 0, 0)


def test_a_look_has_what_the_report_has() -> None:
    overdue = line(creditor="c4", due_ago=20, late=None, amount_minor=700)
    look = look_at(payment_facts([*(line(creditor=f"c{number}") for number in range(4)), overdue], AS_OF))
    assert (look.overdue_minor, look.disputed, look.defaults, look.lost) == ({"HKD": 700}, 0, 0, 0)
    assert look.grade is not None and look.on_time is not None
    thin = look_at(payment_facts([], AS_OF))
    assert (thin.grade, thin.on_time, thin.confidence, thin.overdue_minor) == (None, None, "low", {})


def test_nothing_has_changed_where_nothing_has() -> None:
    assert changes_between(LOOK, LOOK) == []


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (replace(LOOK, grade="C", points=60), Change(Figure.GRADE, "B", "C", is_worse=True)),
        (replace(LOOK, grade="A", points=90), Change(Figure.GRADE, "B", "A", is_worse=False)),
        (replace(LOOK, grade=None), Change(Figure.GRADE, "B", None, is_worse=None)),
        (replace(LOOK, defaults=1), Change(Figure.DEFAULTS, 0, 1, is_worse=True)),
        (replace(LOOK, lost=2), Change(Figure.LOST, 0, 2, is_worse=True)),
        (replace(LOOK, disputed=0), Change(Figure.DISPUTED, 1, 0, is_worse=False)),
        (replace(LOOK, overdue_minor={}), Change(Figure.OVERDUE, 5_000, 0, is_worse=False, currency="HKD")),
        (replace(LOOK, on_time=None), Change(Figure.ON_TIME, 0.9, None, is_worse=None)),
        (replace(LOOK, on_time=0.9 - ON_TIME_STEP), Change(Figure.ON_TIME, 0.9, 0.88, is_worse=True)),
        (replace(LOOK, points=74 + POINTS_STEP), Change(Figure.POINTS, 74, 79, is_worse=False)),
        (replace(LOOK, confidence="low"), Change(Figure.CONFIDENCE, "high", "low", is_worse=True)),
    ],
)
def test_a_figure_is_told_before_and_after(after: Look, change: Change) -> None:
    assert changes_between(LOOK, after) == [change]


def test_each_currency_is_told_by_itself() -> None:
    changes = changes_between(LOOK, replace(LOOK, overdue_minor={"CNY": 9, "HKD": 6_000}))
    told = [(change.currency, change.before, change.after) for change in changes]
    assert told == [("CNY", 0, 9), ("HKD", 5_000, 6_000)]


def test_what_fades_by_the_day_is_not_told() -> None:
    assert changes_between(LOOK, replace(LOOK, on_time=0.881, points=74 - POINTS_STEP + 1)) == []


@given(st.lists(any_lines(), max_size=12), st.lists(any_lines(), max_size=12))
def test_there_and_back_is_the_same_turned_round(first: list[TradeLine], second: list[TradeLine]) -> None:
    before, after = (look_at(payment_facts(lines, AS_OF)) for lines in (first, second))
    there, back = changes_between(before, after), changes_between(after, before)
    opposite = {True: False, False: True, None: None}
    turned = [Change(each.figure, each.after, each.before, opposite[each.is_worse], each.currency) for each in there]
    assert turned == back

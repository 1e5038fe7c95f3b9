"""Which way a score goes, told against the end of the last quarter but one."""

from __future__ import annotations

import pytest
from tests.unit.insight.lines import AS_OF, line

from cohong.insight.payment_facts import payment_facts
from cohong.insight.score_trend import Trend, trend_of
from cohong.insight.scorecard import score_of
from cohong.insight.trade_lines import TradeLine

SINCE_AGO = 181
"""Days from 31 December 2025, the end of the last quarter but one, to AS_OF."""


def trend(lines: list[TradeLine]) -> Trend | None:
    return trend_of(lines, score_of(payment_facts(lines, AS_OF)), AS_OF)


def paid(due_ago: int, late: int, *, creditors: int = 6) -> list[TradeLine]:
    return [line(creditor=f"c{number}", due_ago=due_ago, late=late) for number in range(creditors)]


@pytest.mark.parametrize(("late_before", "late_since", "expected"), [(0, 45, Trend.WORSE), (45, 0, Trend.BETTER)])
def test_it_is_what_came_since_that_moves_it(late_before: int, late_since: int, expected: Trend) -> None:
    assert trend([*paid(SINCE_AGO + 60, late_before), *paid(60, late_since), *paid(90, late_since)]) is expected


def test_a_little_more_of_the_same_is_steady() -> None:
    before = [each for due_ago in range(SINCE_AGO + 60, SINCE_AGO + 300, 30) for each in paid(due_ago, 0)]
    assert trend([*before, *paid(60, 0)]) is Trend.STEADY


def test_a_file_that_is_or_was_thin_has_none() -> None:
    assert trend(paid(60, 0)) is None
    assert trend([line(due_ago=SINCE_AGO + 60), line(due_ago=60)]) is None
    assert trend([]) is None


def test_what_was_not_yet_known_then_does_not_weigh_on_then() -> None:
    unpaid_since = [line(creditor=f"c{number}", due_ago=SINCE_AGO - 1, late=None) for number in range(4)]
    assert trend([*paid(SINCE_AGO + 60, 0), *unpaid_since]) is Trend.WORSE

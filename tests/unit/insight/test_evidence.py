"""The probability of paying within terms: the cut, the thin file, and what one more outcome does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line, paid_lines

from cohong.insight.evidence import OnTime, effective_number, level_of, on_time_of
from cohong.insight.trade_lines import Outcome, TradeLine, standings_at


def on_time(lines: list[TradeLine]) -> OnTime:
    return on_time_of(standings_at(lines, AS_OF), AS_OF)


def test_an_outcome_weighs_half_after_180_days() -> None:
    found = on_time([line(due_ago=0), line(creditor="c2", due_ago=180), line(creditor="c3", due_ago=360)])
    assert [each.weight for each in found.counterparties] == [1, 0.5, 0.25]
    # The first is cut to a quarter: (2 + 0.5 + 0.25) / 3.
    assert found.mean == pytest.approx((1 + 1.75 - 1 / 12) / (2 + 1.75 - 1 / 12))


def test_what_is_overdue_does_not_grow_old_and_what_is_not_due_has_no_outcome() -> None:
    found = on_time([line(due_ago=900, late=None), line(creditor="c2", due_ago=-5, late=None)])
    assert [(each.creditor, each.lines, each.weight) for each in found.counterparties] == [("c1", 1, 1), ("c2", 1, 0)]


@pytest.mark.parametrize(
    ("creditors", "counted"), [(1, [2 / 3]), (2, [1, 1]), (3, [2, 2, 2]), (4, [40] * 4), (5, [40] * 5)]
)
def test_with_fewer_than_four_counterparties_the_prior_has_the_rest(creditors: int, counted: list[float]) -> None:
    lines = [line(creditor=f"c{number}", due_ago=0) for number in range(creditors) for _ in range(40)]
    assert [each.counted for each in on_time(lines).counterparties] == pytest.approx(counted)


def test_one_friend_does_not_make_a_name() -> None:
    lines = [line(creditor="friend", due_ago=0)] * 500 + [line(creditor="other", due_ago=10, late=10)] * 3
    found = on_time(lines)
    assert found.is_thin
    assert found.mean == pytest.approx(0.5)
    assert found.high - found.low > 0.4


def test_a_band_has_nine_tenths_of_the_posterior() -> None:
    lines = [line(creditor=f"c{number}", due_ago=0, late=0) for number in range(8)]
    found = on_time(lines)
    # Beta(9, 1): its quantiles are those of x^9.
    assert (found.mean, found.low, found.high) == pytest.approx((0.9, 0.05 ** (1 / 9), 0.95 ** (1 / 9)))
    assert not found.is_thin


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1e6), max_size=9))
def test_nobody_has_more_than_a_quarter_and_nobody_is_cut_for_less(weights: dict[str, float]) -> None:
    level = level_of(weights)
    counted = [min(weight, level) for weight in weights.values()]
    assert max(counted, default=0) <= (2 + sum(counted)) / 4 * (1 + 1e-9)
    assert level == pytest.approx((2 + sum(counted)) / 4) or max(weights.values(), default=0) <= level


@given(st.lists(st.floats(0.01, 1e3), min_size=1, max_size=9))
def test_the_effective_number_is_at_most_the_number(weights: list[float]) -> None:
    assert effective_number(weights) * (1 + 1e-9) >= 1
    assert effective_number(weights) <= len(weights) * (1 + 1e-9)


@given(st.lists(any_lines(), max_size=12), paid_lines(on_time=True))
def test_one_more_within_terms_never_lowers_the_mean(lines: list[TradeLine], more: TradeLine) -> None:
    assert on_time([*lines, more]).mean >= on_time(lines).mean - 1e-12


@given(st.lists(any_lines(), max_size=12), paid_lines(on_time=False))
def test_one_more_late_never_raises_the_mean(lines: list[TradeLine], more: TradeLine) -> None:
    assert standings_at([more], AS_OF)[0].outcome is Outcome.LATE
    assert on_time([*lines, more]).mean <= on_time(lines).mean + 1e-12

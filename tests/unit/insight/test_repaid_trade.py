"""The graph of repaid trade: what is left of amounts, the same whether made at once or added to, refused in time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.credit_lines import read_credit_lines

from cohong.insight.repaid_trade import (
    TOTAL_MINOR_MAX,
    Arcs,
    RepaidTrade,
    Repayment,
    TradeTooLarge,
    decayed_minor,
    repaid_trade,
    trade_of_columns,
)
from cohong.insight.trust_flow import trust_flow
from cohong.primitives.money import AMOUNT_MINOR_MAX, AmountOutOfRange

REPAYMENTS = st.lists(
    st.builds(
        Repayment, st.sampled_from("abcde"), st.sampled_from("abcde"), st.integers(0, 1000), st.integers(-3, 2000)
    ),
    max_size=12,
)


def arcs_of(trade: RepaidTrade) -> dict[tuple[str, str], int]:
    """Return what each arc holds, after a look from both sides."""

    def told(arcs: Arcs) -> dict[tuple[str, str], int]:
        return {
            (name, trade.names[other]): minor
            for number, name in enumerate(trade.names)
            for other, minor in zip(*(column.tolist() for column in arcs.of(number)), strict=True)
        }

    assert {(creditor, debtor): minor for (debtor, creditor), minor in told(trade.to_creditors).items()} == told(
        trade.to_debtors
    )
    return told(trade.to_debtors)


def test_an_amount_halves_every_180_days_and_is_rounded_down() -> None:
    days = np.array([-5, 0, 1, 90, 180, 360, 1800, 180 * 70])
    assert decayed_minor(np.full(8, 100_001), days).tolist() == [
        100_001,
        100_001,
        99_616,
        70_711,
        50_000,
        25_000,
        97,
        0,
    ]
    assert decayed_minor(np.array([AMOUNT_MINOR_MAX]), np.array([0])).tolist() == [AMOUNT_MINOR_MAX]


@given(REPAYMENTS)
def test_an_arc_holds_what_is_left_of_each_repayment(repayments: list[Repayment]) -> None:
    expected: dict[tuple[str, str], int] = {}
    for each in repayments:
        left = int(each.amount_minor * 0.5 ** (max(each.days_ago, 0) / 180))
        if left and each.creditor != each.debtor:
            pair = each.creditor, each.debtor
            expected[pair] = expected.get(pair, 0) + left
    assert arcs_of(repaid_trade(repayments)) == expected


@given(REPAYMENTS, REPAYMENTS)
def test_adding_is_the_same_as_making_anew(before: list[Repayment], more: list[Repayment]) -> None:
    added, anew = repaid_trade(before).with_more(more), repaid_trade(before + more)
    assert (added.names, added.numbers, arcs_of(added)) == (anew.names, anew.numbers, arcs_of(anew))


def test_more_than_can_be_counted_is_refused() -> None:
    most = np.array([TOTAL_MINOR_MAX])
    trade = trade_of_columns(("a", "b"), np.array([0]), np.array([1]), most)
    assert trust_flow(trade, "a", "b").minor == TOTAL_MINOR_MAX * 4 // 5
    with pytest.raises(TradeTooLarge):
        trade.with_more([Repayment("a", "b", 1, 0)])
    with pytest.raises(TradeTooLarge, match=str(16 * 2**60)):
        trade_of_columns(("a", "b"), np.repeat(0, 16), np.repeat(1, 16), np.repeat(most, 16))
    for amount_minor in (-1, AMOUNT_MINOR_MAX + 1, 2**64):
        with pytest.raises(AmountOutOfRange):
            repaid_trade([Repayment("a", "b", amount_minor, 0)])


def test_as_much_as_can_be_counted_goes_over_three_hops() -> None:
    third = TOTAL_MINOR_MAX // 3
    trade = trade_of_columns(("a", "b", "c", "d"), np.array([0, 1, 2]), np.array([1, 2, 3]), np.full(3, third))
    assert trust_flow(trade, "a", "d").minor == third * 64 // 125


def test_credit_lines_of_a_real_network(shared_data: Path) -> None:
    lines = read_credit_lines(shared_data / "ripple_jan2013_t0_credit_links.txt")
    with pytest.raises(AmountOutOfRange):
        repaid_trade(lines)
    trade = repaid_trade([line for line in lines if line.amount_minor <= 10**12])
    owners = np.repeat(np.arange(len(trade.names)), np.diff(trade.to_debtors.begins))
    chosen = np.random.default_rng(1).choice(len(owners), (50, 2))
    found = []
    for viewer, subject in zip(
        owners[chosen[:, 0]].tolist(), trade.to_debtors.others[chosen[:, 1]].tolist(), strict=True
    ):
        if viewer != subject:
            trust = trust_flow(trade, trade.names[viewer], trade.names[subject])
            granted = min(trade.to_debtors.of(viewer)[1].sum(), trade.to_creditors.of(subject)[1].sum())
            assert 5 * trust.minor <= 4 * granted
            found.append(trust.minor > 0)
    assert any(found)

"""What comes back within two hops: counted on the fingers, and against every cut of small networks."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from cohong.insight.repaid_trade import RepaidTrade, Repayment, repaid_trade
from cohong.insight.ring_check import ComesBack, comes_back

Paid = dict[tuple[str, str], int]
"""(debtor, creditor) -> what was repaid."""


def trade(paid: Paid) -> RepaidTrade:
    return repaid_trade([Repayment(creditor, debtor, minor, 0) for (debtor, creditor), minor in paid.items()])


def test_what_goes_to_and_fro_comes_back() -> None:
    assert comes_back(trade({("s", "a"): 100, ("a", "s"): 40}), "s") == ComesBack(100, 40)


def test_a_ring_of_three_comes_back_and_one_of_four_is_not_seen() -> None:
    three = {("s", "a"): 100, ("a", "b"): 70, ("b", "s"): 90}
    assert comes_back(trade(three), "s") == ComesBack(100, 70)
    four = {("s", "a"): 100, ("a", "b"): 100, ("b", "c"): 100, ("c", "s"): 100}
    assert comes_back(trade(four), "s") == ComesBack(100, 0)


def test_no_arc_carries_more_than_it_holds() -> None:
    paid = {("s", "a"): 100, ("s", "b"): 100, ("a", "c"): 100, ("b", "c"): 100, ("c", "s"): 60, ("a", "s"): 30}
    assert comes_back(trade(paid), "s") == ComesBack(200, 90)


def test_who_pays_nobody_or_is_unknown_has_nothing_back() -> None:
    assert comes_back(trade({("a", "s"): 100}), "s") == ComesBack(0, 0)
    assert comes_back(trade({("s", "a"): 100}), "s") == ComesBack(100, 0)
    assert comes_back(trade({}), "s") == ComesBack(0, 0)


networks = st.dictionaries(
    st.tuples(st.sampled_from("sabcd"), st.sampled_from("sabcd")).filter(lambda arc: arc[0] != arc[1]),
    st.integers(1, 1_000),
)


@given(networks)
def test_it_is_the_smallest_cut(paid: Paid) -> None:
    assert comes_back(trade(paid), "s") == ComesBack(sum(m for (a, _), m in paid.items() if a == "s"), _cut(paid))


@given(networks, st.sampled_from("abcd"), st.integers(1, 1_000))
def test_more_that_is_repaid_never_lets_less_come_back(paid: Paid, debtor: str, minor: int) -> None:
    more = {**paid, (debtor, "s"): paid.get((debtor, "s"), 0) + minor}
    assert comes_back(trade(more), "s").back_minor >= comes_back(trade(paid), "s").back_minor


def _cut(paid: Paid) -> int:
    """Return what the smallest cut holds, over all ways to part the two columns (max-flow min-cut)."""
    places = [(column, member) for column in (1, 2) for member in "abcd"]
    sides = chain.from_iterable(combinations(places, size) for size in range(len(places) + 1))
    return min(_crossing(paid, set(near)) for near in sides)


def _crossing(paid: Paid, near: set[tuple[int, str]]) -> int:
    if any((1, member) in near and (2, member) not in near for member in "abcd"):
        return 10**9  # stepping aside has no limit
    crossing = 0
    for (debtor, creditor), minor in paid.items():
        if debtor == "s":
            crossing += minor * ((1, creditor) not in near)
        elif creditor == "s":
            crossing += minor * ((2, debtor) in near)
        else:
            crossing += minor * ((1, debtor) in near and (2, creditor) not in near)
    return crossing

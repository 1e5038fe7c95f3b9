"""Set-offs are judged without a solver: bounds, balance, and whether more could be set off, and along which cycle."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.book.circulation import CirculationFault, Debt, Improvement, fault_of, improvement_of

RING = [Debt("A", "B", 9), Debt("B", "C", 8), Debt("C", "A", 7)]
"""A clears 7 of each."""


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Debt], list[int]]:
    """Return debts among a few, and set-offs within their bounds."""
    arcs = st.builds(Debt, st.sampled_from("ABCD"), st.sampled_from("ABCD"), st.integers(0, 3))
    debts = draw(st.lists(arcs, max_size=5))
    return debts, [draw(st.integers(0, debt.outstanding_minor)) for debt in debts]


def is_balanced(debts: list[Debt], set_offs: tuple[int, ...]) -> bool:
    pairs = list(zip(debts, set_offs, strict=True))
    return all(
        sum(cleared for debt, cleared in pairs if debt.debtor == who)
        == sum(cleared for debt, cleared in pairs if debt.creditor == who)
        for who in "ABCD"
    )


def circulations(debts: list[Debt]) -> list[tuple[int, ...]]:
    every = product(*(range(debt.outstanding_minor + 1) for debt in debts))
    return [set_offs for set_offs in every if is_balanced(debts, set_offs)]


@given(judged())
def test_only_balanced_set_offs_pass(case: tuple[list[Debt], list[int]]) -> None:
    debts, set_offs = case
    assert (fault_of(debts, set_offs) is CirculationFault.CONSERVATION) is not is_balanced(debts, tuple(set_offs))


@given(judged(), st.data())
def test_a_circulation_passes_if_and_only_if_it_is_the_largest(
    case: tuple[list[Debt], list[int]], data: st.DataObject
) -> None:
    debts, _ = case
    every = circulations(debts)
    set_offs = data.draw(st.sampled_from(every))
    is_largest = sum(set_offs) == max(map(sum, every))
    assert fault_of(debts, set_offs) is (None if is_largest else CirculationFault.NOT_OPTIMAL)
    found = improvement_of(debts, set_offs)
    assert (found is None) is is_largest
    if found is not None:
        better = list(set_offs)
        for number, is_more in found.steps:
            better[number] += found.step_minor if is_more else -found.step_minor
        assert tuple(better) in every
        assert sum(better) == sum(set_offs) + found.gain_minor > sum(set_offs)


@pytest.mark.parametrize(
    ("set_offs", "fault"),
    [
        ([7, 7, 7], None),
        ([7, 7, 8], CirculationFault.BOUNDS),
        ([-1, -1, -1], CirculationFault.BOUNDS),
        ([8, 7, 7], CirculationFault.CONSERVATION),
        ([8, 6, 7], CirculationFault.CONSERVATION),
        ([6, 6, 6], CirculationFault.NOT_OPTIMAL),
        ([0, 0, 0], CirculationFault.NOT_OPTIMAL),
    ],
)
def test_each_alteration_is_refused_for_what_it_is(set_offs: list[int], fault: CirculationFault | None) -> None:
    assert fault_of(RING, set_offs) is fault


def test_a_cycle_that_takes_back_to_set_off_more_is_found() -> None:
    # B is cleared with A alone; the longer way round through C and D sets off more.
    debts = [Debt("A", "B", 5), Debt("B", "A", 5), Debt("B", "C", 3), Debt("C", "D", 4), Debt("D", "A", 3)]
    assert fault_of(debts, [5, 5, 0, 0, 0]) is CirculationFault.NOT_OPTIMAL
    found = improvement_of(debts, [5, 5, 0, 0, 0])
    assert found is not None
    assert (set(found.steps), found.step_minor, found.gain_minor) == (
        {(1, False), (2, True), (3, True), (4, True)},
        3,
        6,
    )
    assert fault_of(debts, [5, 2, 3, 3, 3]) is None


def test_of_several_debts_the_one_with_most_room_is_shown() -> None:
    debts = [Debt("A", "B", 1), Debt("A", "B", 6), Debt("B", "A", 9)]
    assert improvement_of(debts, [0, 0, 0]) in (
        Improvement(((1, True), (2, True)), 6, 12),
        Improvement(((2, True), (1, True)), 6, 12),
    )


def test_what_is_owed_to_oneself_must_be_set_off() -> None:
    assert fault_of([Debt("A", "A", 5)], [4]) is CirculationFault.NOT_OPTIMAL
    assert fault_of([Debt("A", "A", 5)], [5]) is None


def test_nothing_is_the_most_of_nothing() -> None:
    assert fault_of([], []) is None
    assert improvement_of([], []) is None


def test_a_long_way_round_is_found_without_going_round_it_many_times() -> None:
    size = 20_000
    debts = [Debt(number, (number + 1) % size, 1) for number in range(size)]
    assert fault_of(debts, [1] * size) is None
    assert fault_of(debts, [0] * size) is CirculationFault.NOT_OPTIMAL

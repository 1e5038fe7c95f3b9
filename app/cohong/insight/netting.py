"""The most that debts can be set off against each other: an exact optimum in whole minor units.

Theory. Debts are arcs from debtor to creditor with what is owed as their capacity. Set-offs that leave everybody's net
position as it is are a circulation; the largest sum of them is a minimum-cost flow with cost -1 an arc and no supplies
(Ahuja, Magnanti, Orlin 1993, chapter 1), solved in integers by OR-tools' cost scaling. There can be several optima. So
that the same obligations give the same set-offs in whatever order they come, participants are numbered in their own
order and debts between the same two are one arc, in order of these numbers; what the arc sets off goes to its debts by
rank. Nobody has to believe the solver: `cohong.book.circulation` says whether a result is the most there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast

from cohong.book.circulation import Debt

TOTAL_MINOR_MAX: Final = 2**62 - 1
"""What all debts may add up to: the solver adds up what can flow into and out of one place in 63 bits."""

_Arc: TypeAlias = tuple[int, int]
"""From whom to whom, by number."""


class TotalTooLarge(ValueError):
    """The debts add up to more than `TOTAL_MINOR_MAX`. Net them in parts, or in larger units."""

    def __init__(self, total_minor: int) -> None:
        super().__init__(f"the debts add up to {total_minor}; at most {TOTAL_MINOR_MAX} can be netted at once")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What liquidity would do, in minor units.

    Attributes:
        cleared_minor: set off without any.
        lent_minor: cleared in addition if participants can borrow `liquidity_minor` in all.
        pooled_minor: cleared in addition if each of them can be down by `liquidity_minor` with a pool.
    """

    liquidity_minor: int
    cleared_minor: int
    lent_minor: int
    pooled_minor: int


def largest_set_offs(debts: Sequence[Debt], ranks: Sequence[Any] | None = None) -> list[int]:
    """Return how much of each debt to set off, in their order, so that it is the most in all.

    Args:
        debts: nothing below 0 is outstanding; participants can be ordered, as texts, numbers or bytes can.
        ranks: of each debt, which of those between the same two goes first, the smallest; such as (due, id). Left out,
            it is what is outstanding: as many of them as possible are set off whole.

    Raises:
        TotalTooLarge: the sum is beyond what the solver counts in.
    """
    arcs, _ = _arcs(debts)
    flows = _most(_merged(debts, arcs))
    places = sorted(range(len(debts)), key=lambda place: ranks[place] if ranks else debts[place].outstanding_minor)
    set_offs = [0] * len(debts)
    for place in places:
        arc = arcs[place]
        set_offs[place] = min(flows[arc], debts[place].outstanding_minor)
        flows[arc] -= set_offs[place]
    return set_offs


def what_if(debts: Sequence[Debt], liquidity_minor: int) -> WhatIf:
    """Return how much more debt would be cleared with an amount of liquidity; nothing is done.

    Both are the same optimum with one more node, whose arcs cost nothing. An arc from it to a participant lends: who
    pays a debt with that owes the node instead. An arc to it from a participant takes in: who is paid has a claim on
    the node instead. So nobody's net position changes, the node counted, and chains of debts clear as circles do.

    - Lent: in all, at most `liquidity_minor` is borrowed. One amount of money goes round once.
    - Pooled: each participant's claim on the node and what it owes there are one account, which may go below nothing by
      at most `liquidity_minor`, as in mutual credit. A pool stands between all debtors and creditors.

    Either grows with the amount, never faster as it grows, and ends at all that is owed.

    Args:
        liquidity_minor: at least 0.

    Raises:
        TotalTooLarge: as `largest_set_offs`.

    Source: the liquidity source of Fleischman, Dini, Littera, "Liquidity-Saving through Obligation-Clearing and Mutual
    Credit", J. Risk Financial Manag. 13(12):295, 2020.
    """
    assert liquidity_minor >= 0, "liquidity is there or not"
    arcs, count = _arcs(debts)
    owed = _merged(debts, arcs)
    cleared, lent, pooled = (
        sum(flow for arc, flow in _most(owed, at_no_gain).items() if arc in owed)
        for at_no_gain in ({}, _lending(owed, count, liquidity_minor), _pool(owed, count, liquidity_minor))
    )
    return WhatIf(liquidity_minor, cleared, lent - cleared, pooled - cleared)


def _arcs(debts: Sequence[Debt]) -> tuple[list[_Arc], int]:
    """Return each debt's arc and how many participants there are; they are numbered in their own order."""
    total_minor = sum(debt.outstanding_minor for debt in debts)
    if total_minor > TOTAL_MINOR_MAX:
        raise TotalTooLarge(total_minor)
    named = {debt.debtor for debt in debts} | {debt.creditor for debt in debts}
    numbers = {participant: number for number, participant in enumerate(sorted(cast("set[Any]", named)))}
    return [(numbers[debt.debtor], numbers[debt.creditor]) for debt in debts], len(numbers)


def _merged(debts: Sequence[Debt], arcs: Sequence[_Arc]) -> dict[_Arc, int]:
    owed: dict[_Arc, int] = {}
    for debt, arc in zip(debts, arcs, strict=True):
        owed[arc] = owed.get(arc, 0) + debt.outstanding_minor
    return dict(sorted(owed.items()))


def _lending(owed: dict[_Arc, int], count: int, liquidity_minor: int) -> dict[_Arc, int]:
    """Return the arcs of a source of liquidity: two nodes, and all that is lent goes over the arc between them."""
    taking, lending = count, count + 1
    arcs = {(taking, lending): liquidity_minor}
    for (debtor, creditor), minor in owed.items():
        arcs[creditor, taking] = arcs.get((creditor, taking), 0) + minor
        arcs[lending, debtor] = arcs.get((lending, debtor), 0) + minor
    return arcs


def _pool(owed: dict[_Arc, int], count: int, liquidity_minor: int) -> dict[_Arc, int]:
    """Return the arcs of a pool: one node, and each arc from it holds what a participant may be down."""
    arcs: dict[_Arc, int] = {}
    for (debtor, creditor), minor in owed.items():
        arcs[creditor, count] = arcs.get((creditor, count), 0) + minor
        arcs[count, debtor] = min(liquidity_minor, arcs.get((count, debtor), 0) + minor)
    return arcs


def _most(owed: dict[_Arc, int], at_no_gain: dict[_Arc, int] | None = None) -> dict[_Arc, int]:
    """Return what flows along each arc when as much as possible flows along those of `owed`.

    What somebody owes himself flows whole: it changes no balance.
    """
    flows = {(start, end): minor for (start, end), minor in owed.items() if start == end}
    capacities = {arc: minor for arc, minor in {**owed, **(at_no_gain or {})}.items() if arc not in flows}
    if not capacities:
        return flows
    # Half a second to load, and only rounds need it.
    import numpy as np
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # type: ignore[import-untyped]  # no stubs

    solver = SimpleMinCostFlow()
    starts, ends = np.array(list(capacities), dtype=np.int32).T
    costs = [-1 if arc in owed else 0 for arc in capacities]
    numbers = solver.add_arcs_with_capacity_and_unit_cost(
        starts, ends, np.array(list(capacities.values()), dtype=np.int64), np.array(costs, dtype=np.int64)
    )
    status = solver.solve()
    assert status == SimpleMinCostFlow.OPTIMAL, f"nothing flowing is always possible, yet: {status}"
    return flows | dict(zip(capacities, solver.flows(numbers).tolist(), strict=True))

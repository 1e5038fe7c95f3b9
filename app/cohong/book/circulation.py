"""Whether what a netting round sets off is allowed, fair to everybody, and the most there is.

Theory. Debts are arcs from debtor to creditor, each with what is owed as its capacity; set-offs that change nobody's
net position are a circulation in that graph. It is the largest one if and only if the residual graph has no cycle along
which more could be set off: an arc onwards where something is left (one more unit), an arc backwards where something
is set off already (one unit less), gains adding up to more than nothing (Klein 1967, for minimum-cost flow). No solver
is trusted, and none is needed here: such a cycle is looked for by label-correcting (Bellman 1958, Moore 1959).

Each participant has a label, at first 0; an arc raises the label that it leads to, to the one that it comes from plus
its gain, if that is more, and its start becomes the raiser of its end. Labels only rise, so each is at most that of its
raiser plus the gain of the arc between them.

- At rest no arc can raise anything: along each the gain is at most the difference of the labels. Round a cycle these
  differences add up to nothing, hence gains to no more: the set-offs are the most.
- Where raisers form a cycle, it improves. Before the raising from u to v that closed it, the label of u was at most
  that of v plus the gains on the way from v to u; that raising needed label u + gain > label v. Added up: gains > 0.
- With an improving cycle there is no rest, and labels rise beyond any bound. Once one is the number of participants n
  or more, raisers form a cycle: else the way back along them ends at a label that is still 0, after less than n arcs.

So raisers are looked at each time after n raisings, which costs about as much as these. At worst each of n labels is
raised n times; what real rounds take is in docs/netting.md.
"""

from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Debt:
    """What one participant owes another, in minor units."""

    debtor: Hashable
    creditor: Hashable
    outstanding_minor: int


class CirculationFault(Enum):
    """What is wrong with set-offs, in the order in which it is tested."""

    BOUNDS = "bounds"
    CONSERVATION = "conservation"
    NOT_OPTIMAL = "not-optimal"


@dataclass(frozen=True, slots=True)
class Improvement:
    """A cycle along which more could be set off.

    Attributes:
        steps: (number of the debt, whether more of it is set off or less), each ending where the next one begins.
        step_minor: by how much each of these debts would change.
        gain_minor: how much more would be set off in all.
    """

    steps: tuple[tuple[int, bool], ...]
    step_minor: int
    gain_minor: int


_Arcs: TypeAlias = list[dict[int, int]]
"""For each participant, by number: the residual arcs that leave it, each with its gain, by whom they lead to."""


def fault_of(debts: Sequence[Debt], set_offs: Sequence[int]) -> CirculationFault | None:
    """Return what is wrong with setting off just so much of each debt, None if nothing is.

    Args:
        set_offs: minor units, one for each of `debts`, in their order.
    """
    assert len(debts) == len(set_offs), "each debt has its set-off"
    if any(not 0 <= cleared <= debt.outstanding_minor for debt, cleared in zip(debts, set_offs, strict=True)):
        return CirculationFault.BOUNDS
    balance: dict[Hashable, int] = {}
    for debt, cleared in zip(debts, set_offs, strict=True):
        balance[debt.debtor] = balance.get(debt.debtor, 0) + cleared
        balance[debt.creditor] = balance.get(debt.creditor, 0) - cleared
    if any(balance.values()):
        return CirculationFault.CONSERVATION
    return CirculationFault.NOT_OPTIMAL if _cycle_in(debts, set_offs) else None


def improvement_of(debts: Sequence[Debt], set_offs: Sequence[int]) -> Improvement | None:
    """Return how more could be set off, None if no more can be.

    Args:
        set_offs: as for `fault_of`, within their bounds and balanced.
    """
    cycle = _cycle_in(debts, set_offs)
    if not cycle:
        return None
    # Of several debts between the same two, the one that can change by the most.
    rooms: dict[tuple[Hashable, Hashable, bool], tuple[int, int]] = {}
    for number, (debt, cleared) in enumerate(zip(debts, set_offs, strict=True)):
        for arc, room in (
            ((debt.debtor, debt.creditor, True), debt.outstanding_minor - cleared),
            ((debt.creditor, debt.debtor, False), cleared),
        ):
            rooms[arc] = max(rooms.get(arc, (0, 0)), (room, -number))
    arcs = [rooms[arc] for arc in cycle]
    step_minor = min(room for room, _ in arcs)
    gain = sum(1 if is_more else -1 for *_, is_more in cycle)
    steps = tuple((-number, is_more) for (_, number), (*_, is_more) in zip(arcs, cycle, strict=True))
    return Improvement(steps, step_minor, gain * step_minor)


def _cycle_in(debts: Sequence[Debt], set_offs: Sequence[int]) -> list[tuple[Hashable, Hashable, bool]]:
    """Return the arcs of an improving cycle, in their order: from, to, whether onwards; empty if there is none."""
    numbers: dict[Hashable, int] = {}
    for debt in debts:
        numbers.setdefault(debt.debtor, len(numbers))
        numbers.setdefault(debt.creditor, len(numbers))
    arcs = _residual(debts, set_offs, numbers)
    cycle = _improving_cycle(arcs)
    names = list(numbers)
    return [
        (names[start], names[end], arcs[start][end] > 0)
        for start, end in zip(cycle, cycle[1:] + cycle[:1], strict=True)
    ]


def _residual(debts: Sequence[Debt], set_offs: Sequence[int], numbers: dict[Hashable, int]) -> _Arcs:
    arcs: _Arcs = [{} for _ in numbers]
    for debt, cleared in zip(debts, set_offs, strict=True):
        debtor, creditor = numbers[debt.debtor], numbers[debt.creditor]
        if cleared > 0:
            arcs[creditor].setdefault(debtor, -1)
        if cleared < debt.outstanding_minor:
            arcs[debtor][creditor] = 1
    return arcs


def _improving_cycle(arcs: _Arcs) -> list[int]:
    """Return the participants along a cycle whose gains add up to more than nothing; empty if there is none."""
    leaving = [list(found.items()) for found in arcs]
    labels, raisers = [0] * len(arcs), [-1] * len(arcs)
    waiting, is_waiting = deque(_order(leaving)), [True] * len(arcs)
    raised = 0
    while waiting:
        at = waiting.popleft()
        is_waiting[at] = False
        label = labels[at]
        for to, gain in leaving[at]:
            if label + gain > labels[to]:
                labels[to], raisers[to] = label + gain, at
                raised += 1
                if not is_waiting[to]:
                    is_waiting[to] = True
                    waiting.append(to)
        if raised >= len(arcs):
            raised = 0
            cycle = _cycle_of(raisers)
            if cycle:
                return cycle
    return []


def _order(leaving: list[list[tuple[int, int]]]) -> list[int]:
    """Return the participants so that arcs onwards lead to later ones, as far as they form no cycle (Kahn 1962).

    Begun in this order, one turn finds the most that is gained by arcs onwards alone; by far the most arcs are.
    """
    before = [0] * len(leaving)
    for arcs in leaving:
        for to, gain in arcs:
            before[to] += gain > 0
    ordered = [at for at, count in enumerate(before) if not count]
    for at in ordered:
        for to, gain in leaving[at]:
            before[to] -= gain > 0
            if gain > 0 and not before[to]:
                ordered.append(to)
    return ordered + [at for at, count in enumerate(before) if count]


def _cycle_of(raisers: list[int]) -> list[int]:
    """Return the participants of a cycle of raisers, in the order in which they raise; empty if there is none."""
    seen_from = [-1] * len(raisers)
    for start in range(len(raisers)):
        at = start
        while at >= 0 and seen_from[at] < 0:
            seen_from[at] = start
            at = raisers[at]
        if at >= 0 and seen_from[at] == start:
            cycle = [at]
            while raisers[cycle[-1]] != at:
                cycle.append(raisers[cycle[-1]])
            return cycle[::-1]
    return []

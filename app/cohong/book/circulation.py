"""Whether what a netting round sets off is allowed, fair to everybody, and the most there is.

Theory. Debts are arcs from debtor to creditor, each with what is owed as its capacity; set-offs that change nobody's
net position are a circulation in that graph. It is the largest one if and only if the residual graph has no cycle along
which more could be set off: an arc onwards where something is left (one more unit), an arc backwards where something
is set off already (one unit less), gains adding up to more than nothing (Klein 1967, for minimum-cost flow). No such
cycle exists exactly if every participant can be given a potential such that along each residual arc the gain is at
most the difference. Those are found by label-correcting (Bellman 1958, Moore 1959), which either comes to rest, and
then they prove the optimum, or goes round an improving cycle. No solver is trusted, and none is needed here.
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


_Arcs: TypeAlias = list[list[tuple[int, int]]]
"""For each participant, by number: (to whom, gain) of the residual arcs that leave it."""


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
    numbers = {participant: number for number, participant in enumerate(balance)}
    return CirculationFault.NOT_OPTIMAL if _has_gaining_cycle(_residual(debts, set_offs, numbers)) else None


def _residual(debts: Sequence[Debt], set_offs: Sequence[int], numbers: dict[Hashable, int]) -> _Arcs:
    gains: list[dict[int, int]] = [{} for _ in numbers]
    for debt, cleared in zip(debts, set_offs, strict=True):
        debtor, creditor = numbers[debt.debtor], numbers[debt.creditor]
        if cleared > 0:
            gains[creditor].setdefault(debtor, -1)
        if cleared < debt.outstanding_minor:
            gains[debtor][creditor] = 1
    return [list(arcs.items()) for arcs in gains]


def _has_gaining_cycle(arcs: _Arcs) -> bool:
    """Whether labels never come to rest: each is the most that a walk of residual arcs to its participant gains.

    A walk without a cycle has fewer arcs than there are participants, so a label that was raised along a longer one has
    been raised round a cycle.
    """
    labels, lengths = [0] * len(arcs), [0] * len(arcs)
    waiting, is_waiting = deque(range(len(arcs))), [True] * len(arcs)
    while waiting:
        at = waiting.popleft()
        is_waiting[at] = False
        for to, gain in arcs[at]:
            if labels[at] + gain > labels[to]:
                labels[to], lengths[to] = labels[at] + gain, lengths[at] + 1
                if lengths[to] >= len(arcs):
                    return True
                if not is_waiting[to]:
                    is_waiting[to] = True
                    waiting.append(to)
    return False

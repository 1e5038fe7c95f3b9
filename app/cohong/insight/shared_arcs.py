"""The largest flow between two members where some arc is wanted both as the second hop of a path and as the third.

Theory. The linear program of `insight/trust_flow.py` has a variable a path, too many to write down. So it begins with a
few paths and grows by those that would improve it (column generation). Its dual gives each arc a price; a path improves
it if what arrives over it is worth more than the prices of its arcs. The best path through each member of the middle is
found in one pass over the arcs, and where none gains anything, there is no better flow over all paths. Amounts are
floats here: what is found is right to about one part in 10^9.

Between two members of the busiest the program would take minutes. Then, or if no solver finds its end, what is carried
too much is taken off instead, from the longest paths first: a flow, though not always the largest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np

from cohong.insight.ratings import Floats, Numbers
from cohong.insight.trust_network import Between, Path

_GAIN_MIN: Final = 1e-6
_SLACK: Final = 1e-9
_HOPS_MAX: Final = 4
_SOLVERS: Final = ("GLOP", "CLP")
"""Where amounts are of very different sizes, the first, which is the more exact one, may not find an end."""

_END: Final = (1 << 32) - 1
"""Of an arc's key, where it leads."""
_PATHS_A_ROUND: Final = 100
PATHS_MAX: Final = 10_000
"""With more paths to begin with, the program is not solved."""


def is_overdrawn(net: Between, paths: Sequence[Path]) -> bool:
    """Return whether these paths together use more of an arc than it holds."""
    second = {members[1:3] for members, _ in paths if len(members) > 3}
    if not second & {members[2:4] for members, _ in paths if len(members) > 4}:
        return False
    held = _Held(net)
    carried = np.zeros(len(held.minor), dtype=np.int64)
    for members, minor in paths:
        carried[held.arcs_of(members)] += minor
    return bool(np.any(carried > held.minor))


def largest_on_shared(net: Between, paths: Sequence[Path], arrives: Sequence[int]) -> tuple[int, list[Path]]:
    """Return what arrives at most, each path's amount times `arrives` of its hops, and the paths, rounded down.

    Args:
        paths: the best if no arc were shared; if they are more than `PATHS_MAX`, of what remains of them it is the sum.
        arrives: by number of hops.
    """
    held = _Held(net)
    if len(paths) > PATHS_MAX:
        return _arriving(_cut_down(held, paths), arrives)
    programs = (_Program(held, arrives, solver) for solver in _SOLVERS)
    solved = next((program for program in programs if _solve(program, net, held, paths)), None)
    if solved is None:
        return _arriving(_cut_down(held, paths), arrives)
    carried = solved.carried()
    arriving = sum(arrives[len(members) - 1] * minor for members, minor in carried)
    return int(arriving * (1 + _SLACK) + _GAIN_MIN), [
        (members, int(minor * (1 + _SLACK))) for members, minor in carried
    ]


def _solve(program: _Program, net: Between, held: _Held, paths: Sequence[Path]) -> bool:
    """Grow a program by what improves it until nothing does; return whether its solver went along to the end."""
    further = [members for members, _ in paths]
    while further:
        prices = program.prices_with(further)
        if prices is None:
            return False
        gaining = _improving(net, held, prices, program.arrives)
        further = [members for members in gaining if members not in program.columns]
    return True


def _arriving(paths: list[Path], arrives: Sequence[int]) -> tuple[int, list[Path]]:
    return sum(arrives[len(members) - 1] * minor for members, minor in paths), paths


def _cut_down(held: _Held, paths: Sequence[Path]) -> list[Path]:
    """Take off what arcs carry too much, from the longest paths first and of these from the smallest."""
    ways = [(members, held.arcs_of(members), minor) for members, minor in paths]
    over = -held.minor
    for _, arcs, minor in ways:
        over[arcs] += minor
    left: list[Path] = []
    for members, arcs, minor in sorted(ways, key=lambda way: (-len(way[0]), way[2], way[0])):
        cut = min(minor, max(0, int(over[arcs].max())))
        over[arcs] -= cut
        left.append((members, minor - cut))
    return left


class _Program:
    """The linear program over some paths."""

    def __init__(self, held: _Held, arrives: Sequence[int], solver: str) -> None:
        # A third of a second to load.
        from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]  # no stubs

        self.columns: dict[tuple[int, ...], Any] = {}
        self._held, self.arrives = held, arrives
        self._rows: dict[int, Any] = {}
        self._solver = pywraplp.Solver.CreateSolver(solver)
        self._solver.Objective().SetMaximization()
        # By a power of two, which loses nothing: the solver's tolerances are for numbers about 1.
        self._scale = 2.0 ** math.frexp(float(held.minor.max()))[1]

    def prices_with(self, paths: Iterable[tuple[int, ...]]) -> Floats | None:
        """Take in further paths and return the price of each arc; None where the solver does not find it.

        That happens where amounts are of very different sizes, though to carry nothing is always possible.
        """
        for members in paths:
            self.columns[members] = self._solver.NumVar(0.0, self._solver.infinity(), "")
            self._solver.Objective().SetCoefficient(self.columns[members], float(self.arrives[len(members) - 1]))
            for arc in self._held.arcs_of(members):
                if arc not in self._rows:
                    self._rows[arc] = self._solver.Constraint(0.0, float(self._held.minor[arc]) / self._scale)
                self._rows[arc].SetCoefficient(self.columns[members], 1.0)
        if self._solver.Solve() != self._solver.OPTIMAL:
            return None
        prices = np.zeros(len(self._held.minor))
        prices[list(self._rows)] = [row.dual_value() for row in self._rows.values()]
        return prices

    def carried(self) -> list[tuple[tuple[int, ...], float]]:
        """Return what each path carries in minor units."""
        return [(members, column.solution_value() * self._scale) for members, column in self.columns.items()]


class _Held:
    """All arcs between two members, each once, in order of its ends, and where those of each hop stand among them."""

    def __init__(self, net: Between) -> None:
        first, middle, last = net.first, net.middle, net.last
        hops = (
            (np.full(len(first.members), net.viewer), first.members, first.minor),
            (first.members[net.near.starts], middle[net.near.ends], net.near.minor),
            (middle[net.far.starts], last.members[net.far.ends], net.far.minor),
            (last.members, np.full(len(last.members), net.subject), last.minor),
            (np.array([net.viewer]), np.array([net.subject]), np.array([net.direct_minor])),
        )
        keys = [_key(starts, ends) for starts, ends, _ in hops]
        self._keys, once = np.unique(np.concatenate(keys), return_index=True)
        minor = np.concatenate([minor for _, _, minor in hops])[once]
        self.minor: Numbers = _usable(minor, self._keys >> 32, self._keys & _END, net)
        self.first, self.near, self.far, self.last, _ = (np.searchsorted(self._keys, key) for key in keys)

    def arcs_of(self, members: Sequence[int]) -> list[int]:
        """Return the places of a path's arcs."""
        keys = _key(np.array(members[:-1]), np.array(members[1:]))
        return [int(place) for place in np.searchsorted(self._keys, keys)]


def _usable(minor: Numbers, starts: Numbers, ends: Numbers, net: Between) -> Numbers:
    """Return what each arc can carry: no more than leads to its start, nor than leads on from its end.

    No flow is lost, and amounts come near to each other: beside 10^12 that nothing uses, a solver takes 10 for nothing.
    """
    members, places = np.unique(np.concatenate([starts, ends]), return_inverse=True)
    start, end = np.split(places, 2)
    for _ in range(_HOPS_MAX):
        leads_to = np.bincount(end, minor, len(members))
        leads_on = np.bincount(start, minor, len(members))
        leads_to[members == net.viewer] = leads_on[members == net.subject] = np.inf
        most = np.minimum(leads_to[start], leads_on[end]) * (1 + _SLACK)
        minor = np.where(minor > most, np.ceil(most), minor).astype(np.int64)
    return minor


def _key(starts: Numbers, ends: Numbers) -> Numbers:
    return (starts << 32) | ends


def _improving(net: Between, held: _Held, prices: Floats, arrives: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the paths that would gain most, at most one through each of first and of the middle."""
    of_first, of_last = prices[held.first], prices[held.last]
    aside, aside_middle = net.last.places(net.first.members), net.last.places(net.middle)
    at_once = np.where(aside >= 0, arrives[2] - of_first - of_last[aside], -np.inf)
    for place in np.flatnonzero(at_once > _GAIN_MIN).tolist():
        yield net.viewer, int(net.first.members[place]), net.subject
    count = len(net.middle)
    source, reached_at = _cheapest(net.near.starts, net.near.ends, of_first[net.near.starts] + prices[held.near], count)
    target, left_at = _cheapest(net.far.ends, net.far.starts, prices[held.far] + of_last[net.far.ends], count)
    later = np.where(aside_middle >= 0, arrives[3] - of_last[aside_middle], -np.inf)
    gains = np.maximum(later, arrives[4] - left_at) - reached_at
    for place in np.argsort(-gains, kind="stable")[:_PATHS_A_ROUND].tolist():
        if gains[place] > _GAIN_MIN:
            through = net.viewer, int(net.first.members[source[place]]), int(net.middle[place])
            goes_on = later[place] < arrives[4] - left_at[place]
            yield (*through, int(net.last.members[target[place]]), net.subject) if goes_on else (*through, net.subject)


def _cheapest(others: Numbers, ends: Numbers, costs: Floats, count: int) -> tuple[Numbers, Floats]:
    """Return for each of `count` ends the cheapest arc's other end, and its cost: infinite where there is none."""
    order = np.lexsort((costs, ends))
    at, first = np.unique(ends[order], return_index=True)
    chosen, cost = np.zeros(count, dtype=np.int64), np.full(count, np.inf)
    chosen[at], cost[at] = others[order][first], costs[order][first]
    return chosen, cost

"""The largest flow between two members if an arc may be used once as a second hop and once as a third, in whole units.

Theory. In the network of columns (`insight/trust_network.py`) each path has its place, so that what arrives over it can
be the cost of one arc that it takes: of stepping aside after two hops or three, or of its far arc. The largest sum of
what arrives is then a minimum-cost flow, which has an optimum in whole units, and OR-tools finds it. Arcs are given in
order of the members' names: the same trade gives the same paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cohong.insight.ratings import Numbers
from cohong.insight.trust_network import Between, Hop, Path


@dataclass(frozen=True, slots=True)
class _Flows:
    """What flows aside from each of first, over each near arc, aside from each of the middle, over each far arc."""

    at_once: list[int]
    near: list[int]
    later: list[int]
    far: list[int]


def largest_by_place(net: Between, arrives: Sequence[int]) -> list[Path]:
    """Return paths over which the most arrives, each path's amount times `arrives` of its hops.

    Args:
        arrives: by number of hops.
    """
    direct: list[Path] = [((net.viewer, net.subject), net.direct_minor)] if net.direct_minor else []
    if not len(net.first.members) or not len(net.last.members):
        return direct
    flows = _flows(net, arrives)
    first, last = net.first.members.tolist(), net.last.members.tolist()
    at_once: list[Path] = [
        ((net.viewer, first[place], net.subject), minor) for place, minor in enumerate(flows.at_once) if minor
    ]
    onwards: list[Path] = [
        ((net.viewer, first[source], *_onwards(through, last[target]), net.subject), minor)
        for source, through, target, minor in _through_middle(net, flows)
    ]
    return direct + at_once + onwards


def _onwards(through: int, last: int) -> tuple[int, ...]:
    return (through,) if through == last else (through, last)


def _flows(net: Between, arrives: Sequence[int]) -> _Flows:
    # Half a second to load.
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # type: ignore[import-untyped]  # no stubs

    hops = _hops(net)
    gains = [0, arrives[2], 0, arrives[3], arrives[4], 0, 0]
    counts = [len(hop.minor) for hop in hops]
    solver = SimpleMinCostFlow()
    numbers = solver.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([hop.starts for hop in hops]).astype(np.int32),
        np.concatenate([hop.ends for hop in hops]).astype(np.int32),
        np.concatenate([hop.minor for hop in hops]),
        np.repeat(-np.array(gains), counts),
    )
    status = solver.solve()
    assert status == SimpleMinCostFlow.OPTIMAL, f"nothing flowing is always possible, yet: {status}"
    parts = np.split(np.asarray(solver.flows(numbers)), np.cumsum(counts)[:-1])
    at_once, later = np.zeros(len(net.first.members), dtype=np.int64), np.zeros(len(net.middle), dtype=np.int64)
    at_once[hops[1].starts] = parts[1]
    later[hops[3].starts - len(net.first.members)] = parts[3]
    return _Flows(at_once.tolist(), parts[2].tolist(), later.tolist(), parts[4].tolist())


def _hops(net: Between) -> tuple[Hop, ...]:
    """Return all arcs, their ends numbered through the columns; nothing holds more than what leads to it or on."""
    first, last = net.first.minor, net.last.minor
    middle_at = len(first)
    last_at = middle_at + len(net.middle)
    viewer = last_at + len(last)
    subject = viewer + 1
    aside, aside_later = net.last.places(net.first.members), net.last.places(net.middle)
    steps, later = np.flatnonzero(aside >= 0), np.flatnonzero(aside_later >= 0)
    near, far = net.near, net.far
    return (
        Hop(np.full(len(first), viewer), np.arange(len(first)), first),
        Hop(steps, last_at + aside[steps], first[steps]),
        Hop(near.starts, middle_at + near.ends, np.minimum(near.minor, first[near.starts])),
        Hop(middle_at + later, last_at + aside_later[later], last[aside_later[later]]),
        Hop(middle_at + far.starts, last_at + far.ends, np.minimum(far.minor, last[far.ends])),
        Hop(last_at + np.arange(len(last)), np.full(len(last), subject), last),
        # What arrives goes back to the viewer, so that nothing has to be said of how much there is.
        Hop(np.array([subject]), np.array([viewer]), np.array([first.sum()])),
    )


def _through_middle(net: Between, flows: _Flows) -> list[tuple[int, int, int, int]]:
    """Return what goes through the middle: place in first, member, place in last, minor.

    No path comes back to where it was: of a flow that is the largest, that part would gain by stepping aside before.
    """
    arriving = _by_end(net.near.starts, net.near.ends, flows.near)
    leaving = _by_end(net.far.ends, net.far.starts, flows.far)
    aside_later = net.last.places(net.middle).tolist()
    found: list[tuple[int, int, int, int]] = []
    for place, sources in arriving.items():
        through = int(net.middle[place])
        targets = [(aside_later[place], flows.later[place]), *leaving.get(place, [])]
        found += [(source, through, target, minor) for source, target, minor in _matched(sources, targets)]
    return found


def _by_end(others: Numbers, ends: Numbers, flows: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """Return what flows at each end, as (the other end, minor)."""
    found: dict[int, list[tuple[int, int]]] = {}
    for other, end, minor in zip(others.tolist(), ends.tolist(), flows, strict=True):
        if minor:
            found.setdefault(end, []).append((other, minor))
    return found


def _matched(sources: list[tuple[int, int]], targets: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return who gives how much to whom, in order; both sides come to the same sum."""
    found: list[tuple[int, int, int]] = []
    left = sources[::-1]
    for target, wanted in targets:
        missing = wanted
        while missing:
            source, there = left.pop()
            minor = min(missing, there)
            found.append((source, target, minor))
            missing -= minor
            if there > minor:
                left.append((source, there - minor))
    return found

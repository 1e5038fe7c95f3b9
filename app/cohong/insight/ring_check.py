"""How much of what a member has paid comes back to it within two hops: what a ring of firms that pay each other shows.

Definition. Arcs a → b hold what a has repaid to b in one currency (`insight/repaid_trade.py`). What comes back to the
subject s is the largest flow over s → c → s and s → c → d → s in which no arc carries more than it holds; its share is
of all that s has repaid. Honest trade both ways comes back too, and a longer ring is not seen: it is a question to
ask, and no points go by it.

How. An arc has one place in such a path (from s, between two others, to s), so this is a maximum flow in a network of
two columns of members, found exactly in whole minor units:

    s → c            what s has repaid c
    c → d            what c has repaid d; c → the same c in the second column without a limit
    d → s            what d has repaid s
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cohong.insight.ratings import Numbers
from cohong.insight.repaid_trade import RepaidTrade


@dataclass(frozen=True, slots=True)
class ComesBack:
    """Of what a member has repaid, what comes back to it within two hops."""

    paid_minor: int
    back_minor: int


def comes_back(trade: RepaidTrade, subject: str) -> ComesBack:
    """Return how much comes back to a member; nothing for who has no part in the trade."""
    if subject not in trade.numbers:
        return ComesBack(0, 0)
    number = trade.numbers[subject]
    creditors, paid = trade.to_creditors.of(number)
    debtors, back = trade.to_debtors.of(number)
    starts, ends, between = trade.to_creditors.of_each(creditors)
    return ComesBack(int(paid.sum()), _largest(creditors, paid, debtors, back, (starts, ends, between)))


def _largest(
    creditors: Numbers, paid: Numbers, debtors: Numbers, back: Numbers, hops: tuple[Numbers, Numbers, Numbers]
) -> int:
    """Return the largest flow; `hops` are from a place in `creditors` to a member by number, and what they hold."""
    # OR-tools takes half a second to import, and most processes never ask.
    from ortools.graph.python.max_flow import SimpleMaxFlow  # type: ignore[import-untyped]  # no stubs

    if not len(creditors) or not len(debtors):
        return 0
    starts, ends, between = hops
    leads_back = np.isin(ends, debtors)
    _, here, there = np.intersect1d(creditors, debtors, assume_unique=True, return_indices=True)
    first, second = 2 + np.arange(len(creditors)), 2 + len(creditors) + np.arange(len(debtors))
    flow = SimpleMaxFlow()
    for tails, heads, minor in (
        (np.zeros_like(first), first, paid),
        (first[here], second[there], paid[here]),
        (first[starts[leads_back]], second[np.searchsorted(debtors, ends[leads_back])], between[leads_back]),
        (second, np.ones_like(second), back),
    ):
        flow.add_arcs_with_capacity(tails, heads, minor)
    status = flow.solve(0, 1)
    assert status == flow.OPTIMAL, f"a flow from nothing up always has a largest: {status}"
    return int(flow.optimal_flow())

"""What lies between a viewer and a subject within four hops of repaid trade, as a network of three columns of members.

Theory. A path of at most four hops is viewer → a → b → c → subject, or shorter. So `first` holds everybody who has
repaid the viewer (a), `last` everybody whom the subject has repaid (c), `middle` who is one hop from either (b); a
member can stand in all three. *Near* arcs lead from first to middle, *far* ones from middle to last. A shorter path
steps aside: from a member in one column to the same member in `last`, which is no hop. Each path then has its place in
the network and its number of hops is known from where it steps over:

    viewer → first ─(the same member)──────────────────────────→ last → subject    2 hops
    viewer → first → near → middle ─(the same member)──────────→ last → subject    3 hops
    viewer → first → near → middle → far → last → subject                          4 hops

The direct arc stands by itself. Only the ball of radius two around either end is ever looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from cohong.insight.ratings import Numbers
from cohong.insight.repaid_trade import RepaidTrade

Path: TypeAlias = tuple[tuple[int, ...], int]
"""Members by number, from the viewer to the subject, and what it carries in minor units."""


@dataclass(frozen=True, slots=True)
class Column:
    """Members in order of number, and what their arcs to the viewer or the subject hold; 0 for the middle."""

    members: Numbers
    minor: Numbers

    def places(self, members: Numbers) -> Numbers:
        """Return where each of these stands here; -1 for who does not."""
        return _places(self.members, members)


@dataclass(frozen=True, slots=True)
class Hop:
    """Arcs between two columns, each end as a place in its column, and what they hold."""

    starts: Numbers
    ends: Numbers
    minor: Numbers

    def chosen(self, which: NDArray[np.bool_]) -> Hop:
        """Return some of them."""
        return Hop(self.starts[which], self.ends[which], self.minor[which])


@dataclass(frozen=True, slots=True)
class Between:
    """The network between two members.

    Attributes:
        viewer: by number, as the subject.
        direct_minor: what the arc from the viewer to the subject holds.
        near: from first to middle.
        far: from middle to last.
    """

    viewer: int
    subject: int
    direct_minor: int
    first: Column
    middle: Numbers
    last: Column
    near: Hop
    far: Hop


def between(trade: RepaidTrade, viewer: int, subject: int) -> Between:
    """Return what lies between two members, by number; nothing in it leads nowhere."""
    debtors, from_debtors = trade.to_debtors.of(viewer)
    creditors, to_creditors = trade.to_creditors.of(subject)
    first = Column(debtors[debtors != subject], from_debtors[debtors != subject])
    last = Column(creditors[creditors != viewer], to_creditors[creditors != viewer])
    starts, after, near_minor = trade.to_debtors.of_each(first.members)
    ends, before, far_minor = trade.to_creditors.of_each(last.members)
    middle = _middle(after, np.union1d(before, last.members), viewer, subject)
    near = Hop(starts, _places(middle, after), near_minor)
    far = Hop(_places(middle, before), ends, far_minor)
    direct_minor = int(from_debtors[debtors == subject].sum())
    return Between(
        viewer, subject, direct_minor, first, middle, last, near.chosen(near.ends >= 0), far.chosen(far.starts >= 0)
    )


def _middle(after: Numbers, before: Numbers, viewer: int, subject: int) -> Numbers:
    """Return who can be reached in two hops and goes on to the subject, other than the two themselves."""
    reached = np.unique(after)
    goes_on = _places(before, reached) >= 0
    between_them: Numbers = reached[goes_on & (reached != viewer) & (reached != subject)]
    return between_them


def _places(within: Numbers, members: Numbers) -> Numbers:
    if not len(within):
        return np.full(len(members), -1, dtype=np.int64)
    places = np.minimum(np.searchsorted(within, members), len(within) - 1)
    return np.where(within[places] == members, places, -1)

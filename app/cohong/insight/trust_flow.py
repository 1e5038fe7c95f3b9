"""Trust from where you stand, in money: the largest flow from a viewer to a subject through trade that was repaid.

Definition. Arcs u → v hold c(u, v), what v has repaid to u (`insight/repaid_trade.py`). A flow gives each path P from
the viewer to the subject of at most four hops an amount x(P) >= 0, and what the paths through an arc carry together is
at most what it holds. Trust is the most that arrives where each hop lets four fifths through:

    maximise   sum over P of 0.8^hops(P) x(P)      subject to   sum over P through (u, v) of x(P) <= c(u, v)

rounded down to whole minor units. The optimum of a linear program is one number: it does not depend on the order or the
names of anything, and cannot fall when an arc is added or holds more.

Guarantee. Let S be any set of members with the subject in it and the viewer not: the subject, all identities it has
invented, and who signs for it what is not true. Each path enters S over some arc and 0.8^hops <= 0.8, so trust is at
most 0.8 times the sum of c(u, v) over u outside and v inside of S: what S has truly repaid to others. What members of S
say they repaid to each other is no arc into S and adds nothing to that bound. Where nobody in S is nearer to the viewer
than h hops it is 0.8^h times that sum.

How. By place in a path an arc can be the second hop or the third, and for most pairs no arc is wanted as both. Then
each path's hops are known from its place in a network of columns (`insight/trust_network.py`), and the optimum is a
minimum-cost flow in whole minor units, solved exactly (`insight/place_flow.py`). It lets each arc be used once in
either place, so it is never below the optimum, and is the optimum where no arc holds less than its two places carry.
Where one does, its paths are the start of the linear program itself (`insight/shared_arcs.py`); only between two
members with thousands of creditors each that is too slow, and a flow that may be a little less is taken. A search for
whole minor units on each path would be another problem, NP-hard from four hops on (Baier et al., "Length-bounded cuts
and flows", ACM TALG 7:1, 2010).

The idea of bounding trust by a flow from the viewer: Levien and Aiken, "Attack-resistant trust metrics for public key
certification", USENIX Security 1998; in amounts of trade, BarterCast (Meulpolder et al., 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cohong.insight.place_flow import largest_by_place
from cohong.insight.repaid_trade import RepaidTrade
from cohong.insight.shared_arcs import is_overdrawn, largest_on_shared
from cohong.insight.trust_network import between

HOPS_MAX: Final = 4
WHOLE: Final = 5**HOPS_MAX
ARRIVES: Final[tuple[int, ...]] = tuple(4**hops * 5 ** (HOPS_MAX - hops) for hops in range(HOPS_MAX + 1))
"""Of `WHOLE`, what arrives over so many hops: 0.8 each."""


@dataclass(frozen=True, slots=True)
class TrustPath:
    """One way that trust goes.

    Attributes:
        members: from the viewer to the subject.
        carried_minor: how much of each of its arcs it uses, rounded down.
    """

    members: tuple[str, ...]
    carried_minor: int

    @property
    def arrives_minor(self) -> int:
        """What of it arrives, rounded down."""
        return self.carried_minor * ARRIVES[len(self.members) - 1] // WHOLE


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a viewer can trust a subject, and over whom: one of several sets of paths that may carry as much.

    Attributes:
        minor: what arrives in all, rounded down; each of the paths is rounded by itself.
        paths: the shortest first, then those that carry most.
    """

    minor: int
    paths: tuple[TrustPath, ...]


def trust_flow(trade: RepaidTrade, viewer: str, subject: str) -> Trust:
    """Return the trust of one member in another, who is not the same; 0 for who has no part in the trade."""
    assert viewer != subject, "trust is in somebody else"
    if viewer not in trade.numbers or subject not in trade.numbers:
        return Trust(0, ())
    net = between(trade, trade.numbers[viewer], trade.numbers[subject])
    paths = largest_by_place(net, ARRIVES)
    arriving = sum(ARRIVES[len(members) - 1] * minor for members, minor in paths)
    if is_overdrawn(net, paths):
        found, paths = largest_on_shared(net, paths, ARRIVES)
        arriving = min(arriving, found)
    shown = [TrustPath(tuple(trade.names[number] for number in members), minor) for members, minor in paths if minor]
    return Trust(arriving // WHOLE, tuple(sorted(shown, key=_shortest_first)))


def _shortest_first(path: TrustPath) -> tuple[int, int, tuple[str, ...]]:
    return len(path.members), -path.carried_minor, path.members

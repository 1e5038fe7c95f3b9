"""Who has voted for two branches of one feed, as far as this node holds the ballots.

The tally remembers only how far acks go, so what it tells is whom to look at. The proof are two ballots, which whoever
asks has to find (`cohong.ledger.double_votes`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.tally import Tally
from cohong.protocol.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SplitAck:
    """Two branches of one feed that one voter has acked.

    Attributes:
        first, second: the entries with which the branches begin.
        decided: height of the block that cut the feed along one branch, None if none has. Who acked the other before it
            knew of the fork votes on along the one that stands, so from there on a second ack proves nothing.
    """

    voter: MemberId
    author: MemberId
    first: EntryId
    second: EntryId
    decided: int | None


def split_acks(tally: Tally, lineage: Lineage, workspace: Workspace) -> Iterator[SplitAck]:
    """Yield, sorted, what speaks against a voter, unless its second ack came after a block had decided."""
    for voter, author, tips in tally.several_tips():
        for (_, one), (_, other) in combinations(tips, 2):
            first, second = _parting(one, other, workspace)
            yield SplitAck(voter, author, first.id, second.id, lineage.cut_height(author, first.seq))


def _parting(one: EntryId, other: EntryId, workspace: Workspace) -> tuple[EntryFact, EntryFact]:
    """Return the entries at which the branches of two entries of a feed part."""
    left, right = workspace.known(one), workspace.known(other)
    while left.seq > right.seq:
        left = workspace.known(left.prev)
    while right.seq > left.seq:
        right = workspace.known(right.prev)
    while left.prev != right.prev:
        left, right = workspace.known(left.prev), workspace.known(right.prev)
    return left, right

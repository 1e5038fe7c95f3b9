"""Counting one voter's ballots, in the order of one branch of its feed.

The order matters: a `no` or `hold` speaks before an ack of the same or a later ballot, an approval once given is not
taken back. `count` is the one place that knows this; it writes into whatever remembers votes.
"""

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from cohong.primitives.ballot import Ack, Ballot
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import EntryFact, Said
from cohong.protocol.chain.lineage import Lineage, Stint
from cohong.protocol.workspace import Workspace

Tips: TypeAlias = tuple[tuple[int, EntryId], ...]
"""The entries of one feed that a voter has acked and that lie below no other such entry: one, if it is honest."""


class VoteBook(Protocol):
    """What remembers the votes of one voter: the tally in one epoch, or one branch of a forked voter's feed."""

    def tips(self, author: MemberId, voter: MemberId) -> Tips: ...
    def set_tips(self, author: MemberId, voter: MemberId, tips: Tips) -> None: ...
    def said_by(self, fact: EntryFact, voter: MemberId) -> Said: ...
    def put_said(self, fact: EntryFact, voter: MemberId, said: Said, reason: str) -> None: ...

    def has_approved(self, fact: EntryFact, voter: MemberId) -> bool:
        """Whether a voter has approved a record in silence: it wrote the record itself, or an ack speaks of it."""


def count(ballot: Ballot, voter: MemberId, votes: VoteBook, workspace: Workspace) -> set[MemberId]:
    """Count the next ballot of a branch; returns the authors on whose records it bears.

    Everything that the ballot points to is held: otherwise it would still be waiting.
    """
    touched: set[MemberId] = set()
    words = [(entry, Said.NO, reason) for entry, reason in ballot.no]
    words += [(entry, Said.HOLD, "") for entry in ballot.hold]
    words += [(entry, Said.YES, "") for entry in ballot.yes]
    for entry, said, reason in words:
        fact = workspace.known(entry)
        if is_record(fact.kind) and _say(fact, voter, said, reason, votes):
            touched.add(fact.author)
    for ack in ballot.ack:
        if _take_ack(ack, voter, votes, workspace):
            touched.add(ack.author)
    return touched


def _say(fact: EntryFact, voter: MemberId, said: Said, reason: str, votes: VoteBook) -> bool:
    before = votes.said_by(fact, voter)
    if before is Said.NOTHING and votes.has_approved(fact, voter):
        before = Said.YES
    if (said is Said.HOLD and before is not Said.NOTHING) or before | said == before:
        return False
    votes.put_said(fact, voter, before | said, reason)
    return True


def _take_ack(ack: Ack, voter: MemberId, votes: VoteBook, workspace: Workspace) -> bool:
    fact = workspace.known(ack.id)
    if fact.author != ack.author or fact.seq != ack.seq:
        return False
    tips = votes.tips(ack.author, voter)
    if is_acked(fact, tips, workspace):
        return False
    votes.set_tips(ack.author, voter, maximal((*tips, (ack.seq, ack.id)), workspace))
    return True


def maximal(tips: Iterable[tuple[int, EntryId]], workspace: Workspace) -> Tips:
    """Return those of `tips`, all of one feed, that lie below none of the others, sorted."""
    found = sorted(set(tips))
    return tuple(
        tip for tip in found if not is_acked(workspace.known(tip[1]), [t for t in found if t != tip], workspace)
    )


def is_acked(fact: EntryFact, tips: Iterable[tuple[int, EntryId]], workspace: Workspace) -> bool:
    """Return whether an entry is one of the tips of its feed, or lies below one of them on that tip's branch."""
    return any(_is_below(fact, seq, entry, workspace) for seq, entry in tips)


def has_acked(fact: EntryFact, stint: Stint, tips: Tips, lineage: Lineage, workspace: Workspace) -> bool:
    """Return whether acks given by the end of a stretch as a voter speak of an entry: not below where that began."""
    if stint.height and fact.seq <= lineage.cut_seq(fact.author, stint.height):
        return False
    return is_acked(fact, tips, workspace)


def _is_below(fact: EntryFact, seq: int, entry: EntryId, workspace: Workspace) -> bool:
    if seq < fact.seq:
        return False
    if workspace.ids_at(fact.author, fact.seq) == (fact.id,):
        return True
    while seq > fact.seq:
        above = workspace.fact(entry)
        if above is None:
            return False  # a final block's cut, on a branch that has not come yet
        entry, seq = above.prev, seq - 1
    return entry == fact.id

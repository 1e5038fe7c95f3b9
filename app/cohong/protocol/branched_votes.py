"""The ballots of a voter whose feed has several branches, counted branch by branch, and kept for the next one.

Ballots below the lowest fork, the *trunk*, are counted once; each branch is counted on top of it, in feed order. What
the voter has said is the union: a vote counts wherever it stands, and once. Everything is kept by epoch, so that a
ballot of an old epoch that turns up on one branch finds what the others had said by then.

Counting is a function of the entries alone, and an entry that follows upon the end of a branch changes nothing of what
was counted before. So the branches are kept, and a new ballot costs what it changes: whoever has forked its feed once
would otherwise have all of it read and counted again in every batch.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from cohong.primitives.ballot import Ballot
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Said
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.votes import Tips, count, has_acked, maximal
from cohong.protocol.workspace import Workspace

Dated: TypeAlias = tuple[int, Ballot]
"""A ballot with its height."""

Item = TypeVar("Item")


@dataclass(slots=True)
class Branch:
    """The votes of one branch, on top of those of its trunk, if it has one.

    Attributes:
        epoch: of the ballot that is being counted.
        moved: feeds whose acks have gone further since `take_changes`, with how far they went before.
        spoken: records on which something was said in a ballot since then, whether or not it changed anything.
    """

    voter: MemberId
    workspace: Workspace
    lineage: Lineage
    trunk: "Branch | None" = None
    epoch: int = 0
    moved: dict[MemberId, Tips] = field(default_factory=dict)
    spoken: set[EntryId] = field(default_factory=set)
    _steps: dict[MemberId, list[tuple[int, Tips]]] = field(default_factory=dict)
    _words: dict[EntryId, list[tuple[int, tuple[Said, str]]]] = field(default_factory=dict)

    def tips_by(self, author: MemberId, epoch: int) -> Tips:
        """Return what had been acked of a feed by the end of an epoch."""
        steps = self._steps.get(author, ())
        found = next((tips for at, tips in reversed(steps) if at <= epoch), None)
        if found is not None:
            return found
        return self.trunk.tips_by(author, epoch) if self.trunk is not None else ()

    def word_by(self, entry: EntryId, epoch: int) -> tuple[Said, str] | None:
        """Return what had been said of a record by the end of an epoch other than by an ack, with the reason."""
        words = self._words.get(entry, ())
        found = next((word for at, word in reversed(words) if at <= epoch), None)
        if found is not None or self.trunk is None:
            return found
        return self.trunk.word_by(entry, epoch)

    def has_approved_by(self, fact: EntryFact, epoch: int) -> bool:
        """Return whether the voter had approved a record in silence by the end of an epoch."""
        if fact.author == self.voter:
            return True
        stints = self.lineage.stints(self.voter, epoch)
        acked = ((stint, self.tips_by(fact.author, stint.last_by(epoch))) for stint in stints)
        return any(has_acked(fact, stint, tips, self.lineage, self.workspace) for stint, tips in acked)

    # As a `VoteBook`.

    def tips(self, author: MemberId, voter: MemberId) -> Tips:
        return self.tips_by(author, self.epoch)

    def set_tips(self, author: MemberId, voter: MemberId, tips: Tips) -> None:
        self.moved.setdefault(author, self.tips_by(author, self.epoch))
        _put(self._steps.setdefault(author, []), self.epoch, tips)

    def said_by(self, fact: EntryFact, voter: MemberId) -> Said:
        self.spoken.add(fact.id)
        return (self.word_by(fact.id, self.epoch) or (Said.NOTHING, ""))[0]

    def put_said(self, fact: EntryFact, voter: MemberId, said: Said, reason: str) -> None:
        _put(self._words.setdefault(fact.id, []), self.epoch, (said, reason))

    def has_approved(self, fact: EntryFact, voter: MemberId) -> bool:
        return self.has_approved_by(fact, self.epoch)


def _put(steps: list[tuple[int, Item]], epoch: int, item: Item) -> None:
    if steps and steps[-1][0] == epoch:
        steps.pop()
    steps.append((epoch, item))


@dataclass(frozen=True, slots=True)
class Changes:
    """Where to look for what further ballots have changed.

    Attributes:
        epochs: the epochs concerned that the voter has written ballots in, ascending.
        authors: feeds of which more is acked.
        entries: records on which more may have been said, or of which a branch says more by its acks.
    """

    epochs: list[int]
    authors: list[MemberId]
    entries: list[EntryId]


class BranchedVotes:
    """One voter's ballots, counted on every branch."""

    def __init__(self, voter: MemberId, workspace: Workspace, lineage: Lineage, trunk: Iterable[Dated]) -> None:
        self._voter, self._workspace, self._lineage = voter, workspace, lineage
        self._trunk = Branch(voter, workspace, lineage)
        self._ends: dict[EntryId, Branch] = {}
        self._epochs: set[int] = set()
        self._fresh: set[int] = set()
        self._spoken: dict[MemberId, list[tuple[int, EntryId]]] = {}
        for dated in trunk:
            self._count(self._trunk, dated)

    def add_branch(self, end: EntryId, ballots: Iterable[Dated]) -> None:
        """Count a branch from the fork to its end."""
        self._ends[end] = branch = Branch(self._voter, self._workspace, self._lineage, self._trunk)
        for dated in ballots:
            self._count(branch, dated)

    def extend(self, fact: EntryFact, ballot: Ballot | None) -> bool:
        """Add the next entry of a branch, a ballot or not; False if it follows upon no end."""
        branch = self._ends.pop(fact.prev, None)
        if branch is None:
            return False
        self._ends[fact.id] = branch
        if ballot is not None:
            self._count(branch, (fact.height, ballot))
        return True

    def _count(self, branch: Branch, dated: Dated) -> None:
        height, ballot = dated
        if self._lineage.is_voter(self._voter, height):
            branch.epoch = self._lineage.epoch_at(height)
            self._epochs.add(branch.epoch)
            self._fresh.add(branch.epoch)
            count(ballot, self._voter, branch, self._workspace)

    def take_changes(self) -> Changes:
        """Return, once, where what was counted since the last time may have changed anything."""
        authors, entries = set[MemberId](), set[EntryId]()
        first = min(self._fresh, default=0)
        for branch in self._branches():
            entries |= branch.spoken
            for entry in branch.spoken:
                self._index(self._workspace.known(entry))
        for branch in self._branches():
            for author, before in branch.moved.items():
                authors.add(author)
                entries.update(self._passed(author, before, branch.tips_by(author, branch.epoch)))
            branch.moved.clear()
            branch.spoken.clear()
        epochs = sorted(epoch for epoch in self._epochs if epoch >= first) if self._fresh else []
        self._fresh.clear()
        return Changes(epochs, sorted(authors), sorted(entries))

    def _branches(self) -> Iterator[Branch]:
        yield self._trunk
        yield from self._ends.values()

    def _index(self, fact: EntryFact) -> None:
        places, place = self._spoken.setdefault(fact.author, []), (fact.seq, fact.id)
        at = bisect_left(places, place)
        if places[at : at + 1] != [place]:
            insort(places, place)

    def _passed(self, author: MemberId, before: Tips, after: Tips) -> list[EntryId]:
        """Return the records, spoken of on some branch, that the acks of another one have come to pass."""
        places = self._spoken.get(author, [])
        start = bisect_left(places, (before[-1][0] + 1 if before and len(after) == 1 else 0, b""))
        end = bisect_right(places, (after[-1][0] + 1, b""))
        return [entry for _, entry in places[start:end]]

    def tips(self, author: MemberId, epoch: int) -> Tips:
        """Return all tips of a feed on any branch that lie below no other one."""
        tips = {tip for branch in self._branches() for tip in branch.tips_by(author, epoch)}
        return maximal(tips, self._workspace)

    def word(self, entry: EntryId, epoch: int) -> tuple[Said, str]:
        """Return all that was said of a record on any branch; nothing if none has said more than an ack does."""
        fact, said, reasons = self._workspace.known(entry), Said.NOTHING, set[str]()
        for branch in self._branches():
            word = branch.word_by(entry, epoch)
            if word is not None:
                said |= word[0]
                reasons.add(word[1])
            elif branch.has_approved_by(fact, epoch):
                said |= Said.YES
        return (said, max(reasons)) if reasons else (Said.NOTHING, "")

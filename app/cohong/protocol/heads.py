"""The ends of all feeds, and which feeds are forked."""

from collections.abc import Iterable
from typing import Final

from cohong.primitives.block import Cut
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.lineage import Lineage

BRANCHES_MAX: Final = 8
"""Ends of one feed that are kept for the asking; a further one only if another member's entry rests on it."""


class Heads:
    """Tips of every feed that is held: one each, or several where a feed is forked.

    A fork is *open* until a final cut runs along one of its branches. The tips of the others are *dead* then.
    """

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._tips: dict[MemberId, dict[EntryId, EntryFact]] = {}
        self._forks: dict[MemberId, dict[int, set[EntryId]]] = {}
        self._dead: set[EntryId] = set()

    def load(self, tips: Iterable[EntryFact], proofs: Iterable[ForkProof]) -> None:
        """Take up what the ledger remembers."""
        for fact in tips:
            self._tips.setdefault(fact.author, {})[fact.id] = fact
        for proof in proofs:
            self._add_fork(proof.author, proof.seq, proof.first.header.prev)

    def authors(self) -> list[MemberId]:
        """Return whose feeds are held, sorted."""
        return sorted(self._tips)

    def tips(self, author: MemberId) -> list[EntryFact]:
        """Return the ends of a feed, those that stand first, then the longest, then by id."""
        tips = self._tips.get(author, {}).values()
        return sorted(tips, key=lambda fact: (fact.id in self._dead, -fact.seq, fact.id))

    def seq(self, author: MemberId) -> int:
        """Return the highest place held of a feed, -1 for none."""
        return max((fact.seq for fact in self._tips.get(author, {}).values()), default=-1)

    def standing_seq(self, author: MemberId) -> int:
        """Return the highest place held of a feed's branches that no cut has left out, -1 for none.

        Where a ruling has left out all of them, that is the place below which they part.
        """
        standing = [fact.seq for fact in self._tips.get(author, {}).values() if fact.id not in self._dead]
        dead_from = self._lineage.dead_from(author)
        if standing or dead_from is None:
            return max(standing, default=-1)
        return min(dead_from - 1, self.seq(author))

    def head(self, author: MemberId) -> EntryFact | None:
        """Return the end of a feed; of a forked one, that of the branch that stands, or the longest branch's."""
        tips = self.tips(author)
        return tips[0] if tips else None

    def is_one_too_many(self, fact: EntryFact) -> bool:
        """Return whether an entry that has its place would open a branch beyond those that are kept."""
        tips = self._tips.get(fact.author, {})
        return len(tips) >= BRANCHES_MAX and fact.prev not in tips

    def fork_seq(self, author: MemberId) -> int | None:
        """Return the lowest place at which a feed has an open fork, None if it has none."""
        cut = self._lineage.cut(author)
        forks = sorted(self._forks.get(author, {}).items())
        return next((seq for seq, prevs in forks if any(self._is_open(seq, prev, cut) for prev in prevs)), None)

    def forked(self) -> list[MemberId]:
        """Return whose feeds have an open fork, sorted."""
        return sorted(author for author in self._forks if self.fork_seq(author) is not None)

    def is_open(self, author: MemberId, seq: int, prev: EntryId) -> bool:
        """Return whether no final cut has told the branches of a fork right after `prev` apart."""
        return self._is_open(seq, prev, self._lineage.cut(author))

    def _is_open(self, seq: int, prev: EntryId, cut: Cut | None) -> bool:
        """Whether a fork right after `prev` lies beyond the cut, and not on a branch that the cut has left out."""
        if cut is None:
            return True
        if seq <= cut.seq:
            return False
        return prev == cut.id if seq == cut.seq + 1 else prev not in self._dead

    def first_fork(self, author: MemberId) -> int | None:
        """Return the lowest place at which a feed is known to be forked, healed or not; None for none."""
        return min(self._forks.get(author, ()), default=None)

    def extend(self, fact: EntryFact) -> None:
        """Add an entry to its feed."""
        tips = self._tips.setdefault(fact.author, {})
        tips.pop(fact.prev, None)
        dead_from = self._lineage.dead_from(fact.author)
        if fact.prev in self._dead or (dead_from is not None and fact.seq >= dead_from):
            self._dead.add(fact.id)
        tips[fact.id] = fact

    def bury(self, entries: Iterable[EntryId]) -> None:
        """Take note that these entries lie off the branch that stands."""
        self._dead.update(entries)

    def is_dead(self, entry: EntryId) -> bool:
        """Return whether an entry lies off the branch that stands."""
        return entry in self._dead

    def has_fork(self, author: MemberId, seq: int) -> bool:
        """Return whether a fork at just this place is known."""
        return seq in self._forks.get(author, ())

    def is_known_fork(self, author: MemberId, seq: int, prev: EntryId) -> bool:
        """Return whether a fork right after `prev` says nothing new: it is known, or lies above an open one."""
        lowest = self.fork_seq(author)
        return prev in self._forks.get(author, {}).get(seq, ()) or (lowest is not None and lowest <= seq)

    def count_forks(self, author: MemberId) -> int:
        """Return how many forks of a feed are known, open or not."""
        return sum(map(len, self._forks.get(author, {}).values()))

    def note_fork(self, author: MemberId, seq: int, prev: EntryId) -> bool:
        """Remember a fork; returns whether it is news."""
        if self.is_known_fork(author, seq, prev):
            return False
        self._add_fork(author, seq, prev)
        return True

    def _add_fork(self, author: MemberId, seq: int, prev: EntryId) -> None:
        self._forks.setdefault(author, {}).setdefault(seq, set()).add(prev)

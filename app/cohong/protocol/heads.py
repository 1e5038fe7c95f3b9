"""The ends of all feeds, and which feeds are forked."""

from collections.abc import Iterable
from typing import Final

from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact

BRANCHES_MAX: Final = 8
"""Ends of one feed that are kept for the asking; a further one only if another member's entry rests on it."""


class Heads:
    """Tips of every feed that is held: one each, or several where a feed is forked."""

    def __init__(self) -> None:
        self._tips: dict[MemberId, dict[EntryId, EntryFact]] = {}
        self._forks: dict[MemberId, int] = {}

    def load(self, tips: Iterable[EntryFact], proofs: Iterable[ForkProof]) -> None:
        """Take up what the ledger remembers."""
        for fact in tips:
            self._tips.setdefault(fact.author, {})[fact.id] = fact
        for proof in proofs:
            self.note_fork(proof.author, proof.seq)

    def authors(self) -> list[MemberId]:
        """Return whose feeds are held, sorted."""
        return sorted(self._tips)

    def tips(self, author: MemberId) -> list[EntryFact]:
        """Return the ends of a feed, longest first, then by id."""
        return sorted(self._tips.get(author, {}).values(), key=lambda fact: (-fact.seq, fact.id))

    def seq(self, author: MemberId) -> int:
        """Return the highest place held of a feed, -1 for none."""
        return max((fact.seq for fact in self._tips.get(author, {}).values()), default=-1)

    def head(self, author: MemberId) -> EntryFact | None:
        """Return the end of a feed; of a forked one, the longest branch's."""
        tips = self.tips(author)
        return tips[0] if tips else None

    def is_one_too_many(self, fact: EntryFact) -> bool:
        """Return whether an entry that has its place would open a branch beyond those that are kept."""
        tips = self._tips.get(fact.author, {})
        return len(tips) >= BRANCHES_MAX and fact.prev not in tips

    def fork_seq(self, author: MemberId) -> int | None:
        """Return the lowest place at which a feed is known to be forked, None if it is not."""
        return self._forks.get(author)

    def extend(self, fact: EntryFact) -> None:
        """Add an entry to its feed."""
        tips = self._tips.setdefault(fact.author, {})
        tips.pop(fact.prev, None)
        tips[fact.id] = fact

    def note_fork(self, author: MemberId, seq: int) -> bool:
        """Remember a fork; returns whether it is news, that is, lower than any known of this feed."""
        known = self._forks.get(author)
        if known is not None and known <= seq:
            return False
        self._forks[author] = seq
        return True

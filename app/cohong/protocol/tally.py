"""How far the voters have signed (protocol.md 3), without a row per vote.

An ack says how far along one feed a voter approves. So for each author there is one number a voter, its *reach*; a
record is confirmed where the c-th largest of these numbers is at or above its place, final where the f-th is. Only what
a voter refused, held, or decided after holding is kept by record.

Where a feed is forked, places alone no longer tell its branches apart: there the tips that a voter has acked are
followed down the tree (`cohong.protocol.votes`). Where a *voter's* feed is forked, its ballots are counted again,
branch by branch.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from typing import Final

from cohong.primitives.ballot import Ballot
from cohong.primitives.charter import Charter
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Level, Reach, Said
from cohong.protocol.quorum import level_size
from cohong.protocol.votes import Branch, Tips, count, is_acked, join
from cohong.protocol.workspace import Workspace

NOWHERE: Final = -1
"""Reach of a voter that has acked nothing of a feed."""

EVERYWHERE: Final = 2**63
"""Reach of an author on its own feed: writing a record is approving it."""


class Tally:
    """Reach of every voter on every feed, and the records on which somebody said more than an ack does.

    Those are *exceptional* until they are final. One has to be weighed anew when something is said on it, or when a
    voter's reach passes it, so that a long list of refused records costs nothing while nothing happens to them.
    """

    def __init__(self, charter: Charter, workspace: Workspace) -> None:
        self._charter = charter
        self._workspace = workspace
        self._voters = frozenset(charter.roster)
        self._tips: dict[MemberId, dict[MemberId, Tips]] = {}
        self._exceptional: dict[MemberId, list[tuple[int, EntryId]]] = {}
        self._exceptional_ids: set[EntryId] = set()
        self._to_weigh: dict[MemberId, set[EntryId]] = {}
        self._held: dict[MemberId, set[EntryId]] = {}

    def load(self, reach: Iterable[Reach], unsettled: Iterable[tuple[EntryFact, dict[MemberId, Said]]]) -> None:
        """Take up what the ledger remembers."""
        for item in reach:
            self._tips.setdefault(item.author, {})[item.voter] = item.tips
        for fact, said in unsettled:
            self._add_exceptional(fact)
            for voter, word in said.items():
                self._note_held(fact.id, voter, word)

    def tips(self, author: MemberId, voter: MemberId) -> Tips:
        """Return the entries of a feed that a voter has acked and that lie below no other such entry."""
        return self._tips.get(author, {}).get(voter, ())

    def set_tips(self, author: MemberId, voter: MemberId, tips: Tips) -> None:
        """Remember how far a voter's acks go along a feed."""
        before = self.reach(author, voter)
        self._tips.setdefault(author, {})[voter] = tips
        self._workspace.commit.reach.append(Reach(voter, author, tips))
        exceptional = self._exceptional.get(author)
        if exceptional:
            start = bisect_left(exceptional, (before + 1, b""))
            end = bisect_right(exceptional, (tips[-1][0] + 1, b""))
            self._to_weigh.setdefault(author, set()).update(entry for _, entry in exceptional[start:end])

    def said_by(self, fact: EntryFact, voter: MemberId) -> Said:
        """Return what a voter has said of a record other than by an ack."""
        return self._workspace.said(fact.id).get(voter, Said.NOTHING)

    def put_said(self, fact: EntryFact, voter: MemberId, said: Said, reason: str) -> None:
        """Remember what a voter has said of a record."""
        self._workspace.put_said(fact.id, voter, said, reason)
        self._add_exceptional(fact)
        self._note_held(fact.id, voter, said)
        self._to_weigh.setdefault(fact.author, set()).add(fact.id)

    def _add_exceptional(self, fact: EntryFact) -> None:
        if fact.id not in self._exceptional_ids:
            self._exceptional_ids.add(fact.id)
            insort(self._exceptional.setdefault(fact.author, []), (fact.seq, fact.id))

    def _note_held(self, entry: EntryId, voter: MemberId, said: Said) -> None:
        held = self._held.setdefault(voter, set())
        if said == Said.HOLD:
            held.add(entry)
        else:
            held.discard(entry)

    def is_exceptional(self, entry: EntryId) -> bool:
        """Return whether somebody said more than an ack does on a record that is not final."""
        return entry in self._exceptional_ids

    def take_to_weigh(self, author: MemberId) -> list[EntryId]:
        """Return, once, the exceptional records of a feed on which votes have been counted, sorted."""
        return sorted(self._to_weigh.pop(author, ()))

    def let_go(self, fact: EntryFact) -> None:
        """Take a record that is final off the exceptional ones: no further approval can lift it."""
        if fact.id in self._exceptional_ids:
            self._exceptional_ids.discard(fact.id)
            self._exceptional[fact.author].remove((fact.seq, fact.id))
            for held in self._held.values():
                held.discard(fact.id)

    def reach(self, author: MemberId, voter: MemberId) -> int:
        """Return how far a voter's acks go along an unforked feed; -1 for not at all."""
        if voter == author:
            return EVERYWHERE
        tips = self.tips(author, voter)
        return tips[-1][0] if tips else NOWHERE

    def upto(self, author: MemberId, level: Level) -> int:
        """Return the last place of an unforked feed to which enough voters' acks reach for a level."""
        reaches = sorted((self.reach(author, voter) for voter in self._charter.roster), reverse=True)
        return reaches[level_size(level, self._charter) - 1]

    def count(self, ballot: Ballot, voter: MemberId) -> set[MemberId]:
        """Count a ballot that extends its voter's only branch; returns the authors on whose records it bears."""
        return count(ballot, voter, self, self._workspace) if voter in self._voters else set()

    def recount(self, voter: MemberId, trunk: Iterable[Ballot], chains: Iterable[Iterable[Ballot]]) -> set[MemberId]:
        """Count a forked voter's ballots again; returns the authors on whose records this bears.

        `trunk` has its ballots below the fork, `chains` those of each branch, in feed order.
        """
        if voter not in self._voters:
            return set()
        below = Branch()
        for ballot in trunk:
            count(ballot, voter, below, self._workspace)
        branches = [below]
        for chain in chains:
            branch = Branch(below)
            for ballot in chain:
                count(ballot, voter, branch, self._workspace)
            branches.append(branch)
        return self._take_over(voter, join(branches, voter, self._workspace))

    def _take_over(self, voter: MemberId, joined: Branch) -> set[MemberId]:
        touched = set()
        for author, tips in joined.by_author.items():
            if tips != self.tips(author, voter):
                self.set_tips(author, voter, tips)
                touched.add(author)
        for entry, (said, reason) in joined.said.items():
            fact = self._workspace.known(entry)
            if self._workspace.said(entry).get(voter, Said.NOTHING) != said:
                self.put_said(fact, voter, said, reason)
                touched.add(fact.author)
        return touched

    def voted(self, fact: EntryFact, *, forked: bool) -> tuple[set[MemberId], set[MemberId]]:
        """Return who approved and who refused a record. `forked` says whether its author's feed has branches."""
        said = self._workspace.said(fact.id)
        yes = {voter for voter, word in said.items() if Said.YES in word}
        yes |= {voter for voter in self._voters if voter not in said and self._reaches(fact, voter, forked=forked)}
        return yes & self._voters, {voter for voter, word in said.items() if Said.NO in word}

    def _reaches(self, fact: EntryFact, voter: MemberId, *, forked: bool) -> bool:
        if voter == fact.author:
            return True
        if not forked:
            return self.reach(fact.author, voter) >= fact.seq
        return is_acked(fact, self.tips(fact.author, voter), self._workspace)

    def has_held(self, voter: MemberId) -> bool:
        """Return whether a voter holds a record that it has not decided yet."""
        return bool(self._held.get(voter))

    def held_by(self, voter: MemberId) -> list[EntryId]:
        """Return the records, not final yet, that a voter holds and has not decided, sorted."""
        return sorted(self._held.get(voter, ()))

    def double_voters(self) -> list[tuple[MemberId, MemberId]]:
        """Return (voter, author) for every voter whose acks lie on two branches of a feed."""
        return sorted((v, author) for author, by in self._tips.items() for v, tips in by.items() if len(tips) > 1)

"""How far the voters have signed (protocol.md 3), without a row per vote.

An ack says how far along one feed a voter approves. So for each author there is one number a voter, its *reach*; a
record is confirmed where the c-th largest of these numbers is at or above its place, final where the f-th is. Only what
a voter refused, held, or decided after holding is kept by record.

Votes count epoch by epoch: what a voter had said by the end of an epoch, for the roster of that epoch. So the reach of
a voter on a feed is a short list, one step for each epoch in which it moved.

Where a feed is forked, places alone no longer tell its branches apart: there the tips that a voter has acked are
followed down the tree (`cohong.protocol.votes`). Where a *voter's* feed is forked, its ballots are counted branch by
branch (`cohong.protocol.branched_votes`).
"""

from bisect import bisect_left, bisect_right, insort
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cohong.primitives.ballot import Ballot
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Level, Reach, Said, Words, said_by_epoch
from cohong.protocol.branched_votes import BranchedVotes, Dated
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.heads import Heads
from cohong.protocol.quorum import level_size
from cohong.protocol.votes import Tips, count, has_acked, is_acked
from cohong.protocol.workspace import Workspace

NOWHERE: Final = -1
"""Reach of a voter that has acked nothing of a feed."""

EVERYWHERE: Final = 2**63
"""Reach of an author on its own feed: writing a record is approving it."""

BRANCHED_MAX: Final = 8
"""Voters with forked feeds whose branches are kept as they were counted last; those of others are counted again."""


class Tally:
    """Reach of every voter on every feed, and the records on which somebody said more than an ack does.

    Those are *exceptional* until they are final, and so are records that a plain comparison of places does not decide.
    One has to be weighed anew when something is said on it, or when a voter's reach passes it, so that a long list of
    refused records costs nothing while nothing happens to them.
    """

    def __init__(self, lineage: Lineage, heads: Heads, workspace: Workspace) -> None:
        self._lineage = lineage
        self._heads = heads
        self._workspace = workspace
        self._steps: dict[MemberId, dict[MemberId, list[tuple[int, Tips]]]] = {}
        self._exceptional: dict[MemberId, list[tuple[int, EntryId]]] = {}
        self._exceptional_ids: set[EntryId] = set()
        self._to_weigh: dict[MemberId, set[EntryId]] = {}
        self._held: dict[MemberId, set[EntryId]] = {}
        self._standing_seqs: dict[EntryId, int] = {}
        self._ends: dict[tuple[MemberId, int], int] = {}
        self._branched: OrderedDict[MemberId, BranchedVotes] = OrderedDict()

    def load(self, reach: Iterable[Reach], unsettled: Iterable[tuple[EntryFact, dict[MemberId, Words]]]) -> None:
        """Take up what the ledger remembers."""
        for item in sorted(reach, key=lambda item: item.epoch):
            self._put_step(item)
        for fact, said in unsettled:
            self.single_out(fact)
            for voter, words in said.items():
                self._note_held(fact.id, voter, words[-1][1])

    # Reach.

    def tips(self, author: MemberId, voter: MemberId, epoch: int | None = None) -> Tips:
        """Return the entries of a feed that a voter has acked and that lie below no other such entry.

        Args:
            epoch: count ballots up to this epoch only; None for all.
        """
        steps = self._steps.get(author, {}).get(voter)
        if not steps:
            return ()
        if epoch is None or epoch >= steps[-1][0]:
            return steps[-1][1]
        return next((tips for at, tips in reversed(steps) if at <= epoch), ())

    def set_tips(self, author: MemberId, voter: MemberId, epoch: int, tips: Tips) -> None:
        """Remember how far a voter's acks go along a feed, in its ballots up to an epoch."""
        before = self.tips(author, voter)
        item = Reach(voter, author, epoch, tips)
        self._put_step(item)
        self._workspace.commit.reach.append(item)
        exceptional = self._exceptional.get(author)
        if exceptional:
            start = bisect_left(exceptional, (before[-1][0] + 1 if before and len(tips) == 1 else 0, b""))
            end = bisect_right(exceptional, (tips[-1][0] + 1, b""))
            self._to_weigh.setdefault(author, set()).update(entry for _, entry in exceptional[start:end])

    def _put_step(self, item: Reach) -> None:
        steps = self._steps.setdefault(item.author, {}).setdefault(item.voter, [])
        steps[:] = sorted([*(step for step in steps if step[0] != item.epoch), (item.epoch, item.tips)])

    def reach(self, author: MemberId, voter: MemberId, epoch: int | None = None) -> int:
        """Return how far a voter's acks go along the standing branch of a feed; -1 for not at all."""
        if voter == author:
            return EVERYWHERE
        tips = self.tips(author, voter, epoch)
        if not tips:
            return NOWHERE
        if self._lineage.cut_seq(author) == NOWHERE:
            return tips[-1][0]
        return max(self._standing_seq(author, seq, entry) for seq, entry in tips)

    def _standing_seq(self, author: MemberId, seq: int, entry: EntryId) -> int:
        """Return the highest place at or below a tip that lies on the branch along which its feed is cut."""
        known = self._standing_seqs.get(entry)
        if known is None:
            known = self._standing_seqs[entry] = self._walk_down(author, seq, entry)
        return known

    def _walk_down(self, author: MemberId, seq: int, entry: EntryId) -> int:
        cut = self._lineage.cut(author)
        assert cut is not None, "asked only for a feed that is cut"
        if self._workspace.fact(cut.id) is None:
            return seq
        if seq >= cut.seq:
            if is_acked(self._workspace.known(cut.id), [(seq, entry)], self._workspace):
                return seq
            while seq > cut.seq:
                entry, seq = self._workspace.known(entry).prev, seq - 1
        while seq >= 0 and not is_acked(self._workspace.known(entry), [(cut.seq, cut.id)], self._workspace):
            entry, seq = self._workspace.known(entry).prev, seq - 1
        return seq

    def follow_cut(self) -> None:
        """Forget what depends on where feeds are cut."""
        self._standing_seqs.clear()
        self._ends.clear()

    # Exceptional records.

    def put_said(self, fact: EntryFact, voter: MemberId, epoch: int, said: Said, reason: str) -> None:
        """Remember what a voter has said of a record in its ballots up to an epoch."""
        self._workspace.put_said(fact.id, voter, epoch, said, reason)
        self.single_out(fact)
        self._note_held(fact.id, voter, said)
        self._to_weigh.setdefault(fact.author, set()).add(fact.id)

    def single_out(self, fact: EntryFact) -> None:
        """Weigh a record by itself from now on, since comparing places does not decide it."""
        if fact.id not in self._exceptional_ids and not fact.level.is_settled:
            self._exceptional_ids.add(fact.id)
            insort(self._exceptional.setdefault(fact.author, []), (fact.seq, fact.id))

    def weigh_again(self, fact: EntryFact) -> None:
        """Have an exceptional record weighed although nothing new was said on it."""
        self._to_weigh.setdefault(fact.author, set()).add(fact.id)

    def _note_held(self, entry: EntryId, voter: MemberId, said: Said) -> None:
        held = self._held.setdefault(voter, set())
        if said == Said.HOLD:
            held.add(entry)
        else:
            held.discard(entry)

    def is_exceptional(self, entry: EntryId) -> bool:
        """Return whether a record that is not final is weighed by itself."""
        return entry in self._exceptional_ids

    def take_to_weigh(self, author: MemberId) -> list[EntryId]:
        """Return, once, the exceptional records of a feed on which votes have been counted, sorted."""
        return sorted(self._to_weigh.pop(author, ()))

    def let_go(self, fact: EntryFact) -> None:
        """Take a record that is final or settled off the exceptional ones: no further approval can lift it."""
        if fact.id in self._exceptional_ids:
            self._exceptional_ids.discard(fact.id)
            self._exceptional[fact.author].remove((fact.seq, fact.id))
        for held in self._held.values():
            held.discard(fact.id)

    def has_held(self, voter: MemberId) -> bool:
        """Return whether a voter holds a record that it has not decided yet."""
        return bool(self._held.get(voter))

    def held_by(self, voter: MemberId) -> list[EntryId]:
        """Return the records, not final yet, that a voter holds and has not decided, sorted."""
        return sorted(self._held.get(voter, ()))

    # Levels.

    def upto(self, author: MemberId, level: Level, floor: int) -> int:
        """Return the last place of an unforked feed to which enough voters' acks reach for a level.

        It says nothing of places up to `floor`, from where on every voter of every epoch speaks of the whole feed.
        """
        newest = self._lineage.epoch
        return max(
            (self._upto_in(author, level, epoch, floor) for epoch in range(newest + 1)), default=NOWHERE
        )  # fmt: skip

    def _upto_in(self, author: MemberId, level: Level, epoch: int, floor: int) -> int:
        limit = self._limit(author, epoch)
        if limit <= floor:
            return NOWHERE
        electorate = self._lineage.electorate(epoch)
        before = None if epoch == self._lineage.epoch else epoch
        reaches = sorted((self.reach(author, voter, before) for voter in electorate.roster), reverse=True)
        return min(reaches[level_size(level, electorate) - 1], limit)

    def _limit(self, author: MemberId, epoch: int) -> int:
        """Return up to where the votes of an epoch decide on the records of an unforked feed."""
        lineage = self._lineage
        if epoch == lineage.epoch:
            return EVERYWHERE
        end = self.end_of(author, epoch)
        if epoch + 2 > lineage.epoch:
            return end
        opener = lineage.opened(epoch + 2)
        return end if lineage.has_open_listed(author, EVERYWHERE, opener) else min(end, lineage.cut_seq(author, opener))

    def end_of(self, author: MemberId, epoch: int) -> int:
        """Return the last place of an unforked feed written by the end of an epoch, as far as it is held."""
        known = self._ends.get((author, epoch))
        if known is not None:
            return known
        height, last = self._lineage.opened(epoch + 1), self._heads.standing_seq(author)
        places = range(last + 1)
        end = bisect_left(places, height, key=lambda seq: self._height_at(author, seq)) - 1
        if end < last:
            self._ends[author, epoch] = end
        return end

    def _height_at(self, author: MemberId, seq: int) -> int:
        """Return the height of the entry at a place of a feed, on the branch that stands if there are several."""
        ids = self._workspace.ids_at(author, seq)
        standing = [entry for entry in ids if not self._heads.is_dead(entry)] if len(ids) > 1 else ids
        return min(self._workspace.known(entry).height for entry in standing or ids)

    def voted(self, fact: EntryFact, epoch: int) -> tuple[set[MemberId], set[MemberId]]:
        """Return who of an epoch's roster had approved and who had refused a record by the end of that epoch."""
        said = self._workspace.said(fact.id)
        yes, no = set[MemberId](), set[MemberId]()
        for voter in self._lineage.electorate(epoch).roster:
            word = said_by_epoch(said[voter], epoch) if voter in said else Said.NOTHING
            if Said.YES in word or (word is Said.NOTHING and self.has_approved(fact, voter, epoch)):
                yes.add(voter)
            if Said.NO in word:
                no.add(voter)
        return yes, no

    def has_approved(self, fact: EntryFact, voter: MemberId, epoch: int) -> bool:
        """Return whether a voter has approved a record in silence by the end of an epoch."""
        if voter == fact.author:
            return True
        stints = self._lineage.stints(voter, epoch)
        acked = ((stint, self.tips(fact.author, voter, stint.last_by(epoch))) for stint in stints)
        return any(has_acked(fact, stint, tips, self._lineage, self._workspace) for stint, tips in acked)

    # Counting.

    def count(self, ballot: Ballot, voter: MemberId, height: int) -> set[MemberId]:
        """Count a ballot that extends its voter's only branch; returns the authors on whose records it bears."""
        if not self._lineage.is_voter(voter, height):
            return set()
        return count(ballot, voter, _InEpoch(self, self._lineage.epoch_at(height)), self._workspace)

    def recount(
        self, voter: MemberId, trunk: Iterable[Dated], branches: Iterable[tuple[EntryId, Iterable[Dated]]]
    ) -> set[MemberId]:
        """Count all ballots of a voter again; returns the authors on whose records this bears.

        `trunk` has those below the fork of its feed, or all if it has none; `branches` those of each branch, with the
        entry at its end. Both are in feed order.
        """
        votes = BranchedVotes(voter, self._workspace, self._lineage, trunk)
        self._branched.pop(voter, None)
        for end, ballots in branches:
            votes.add_branch(end, ballots)
            self._branched[voter] = votes
        while len(self._branched) > BRANCHED_MAX:
            self._branched.popitem(last=False)
        return self._take_over(voter, votes)

    def count_on(self, voter: MemberId, added: Iterable[tuple[EntryFact, Ballot | None]]) -> set[MemberId] | None:
        """Count what has been added to a forked voter's feed; returns the authors on whose records it bears.

        None if all has to be counted again: nothing was kept, or something is the first entry of another branch.
        """
        votes = self._branched.get(voter)
        if votes is None:
            return None
        self._branched.move_to_end(voter)
        if not all(votes.extend(fact, ballot) for fact, ballot in added):
            return None
        return self._take_over(voter, votes)

    def _take_over(self, voter: MemberId, votes: BranchedVotes) -> set[MemberId]:
        touched, changes = set[MemberId](), votes.take_changes()
        for epoch in changes.epochs:
            for author in changes.authors:
                tips = votes.tips(author, epoch)
                if tips != self.tips(author, voter, epoch):
                    self.set_tips(author, voter, epoch, tips)
                    touched.add(author)
            for entry in changes.entries:
                said, reason = votes.word(entry, epoch)
                if said_by_epoch(self._workspace.said(entry).get(voter, ()), epoch) != said:
                    fact = self._workspace.known(entry)
                    self.put_said(fact, voter, epoch, said, reason)
                    touched.add(fact.author)
        return touched

    def several_tips(self) -> list[tuple[MemberId, MemberId, Tips]]:
        """Return (voter, author, tips) for every voter whose acks lie on several branches of a feed, sorted."""
        return sorted(
            (voter, author, steps[-1][1])
            for author, by_voter in self._steps.items()
            if self._heads.first_fork(author) is not None
            for voter, steps in by_voter.items()
            if len(steps[-1][1]) > 1
        )


@dataclass(frozen=True, slots=True)
class _InEpoch:
    """The tally as the vote book of ballots of one epoch: later epochs of an unforked voter hold nothing yet."""

    tally: Tally
    epoch: int

    def tips(self, author: MemberId, voter: MemberId) -> Tips:
        return self.tally.tips(author, voter)

    def set_tips(self, author: MemberId, voter: MemberId, tips: Tips) -> None:
        self.tally.set_tips(author, voter, self.epoch, tips)

    def said_by(self, fact: EntryFact, voter: MemberId) -> Said:
        words = self.tally._workspace.said(fact.id).get(voter)
        return words[-1][1] if words else Said.NOTHING

    def put_said(self, fact: EntryFact, voter: MemberId, said: Said, reason: str) -> None:
        self.tally.put_said(fact, voter, self.epoch, said, reason)

    def has_approved(self, fact: EntryFact, voter: MemberId) -> bool:
        return self.tally.has_approved(fact, voter, self.epoch)

"""Invariants 4, 5 and the pace of 24: what honest voters say, told from their ballots as these become durable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.recount import NO, YES, ballot_of

from cohong.node.desk import Desk
from cohong.primitives.ballot import Ack
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT, is_record
from cohong.primitives.standing import Level, Placed

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run


_Before: TypeAlias = tuple[dict[MemberId, EntryId], dict[EntryId, str], set[EntryId]]
"""What a voter had acked, said and held before a ballot, should that be taken back."""


class Ballots(Checker):
    """Remembers what each honest voter has said, and how far its acks of each feed go."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._acked: dict[tuple[MemberId, MemberId], EntryId] = {}
        self._written: dict[MemberId, tuple[Desk, int]] = {}
        self._takes_back: dict[MemberId, Desk | None] = {}
        self._said: defaultdict[EntryId, dict[MemberId, str]] = defaultdict(dict)
        self._held: defaultdict[MemberId, set[EntryId]] = defaultdict(set)
        self._before: dict[EntryId, _Before] = {}

    def wrote(self, machine: Machine, placed: Placed) -> None:
        if machine.id in self.run.honest and placed.fact.kind == BALLOT:
            self._check(machine, placed)
            self._check_pace(machine)

    def _check_pace(self, machine: Machine) -> None:
        """Check that n voters write at most 50 ballots a second: each keeps the pace by its own clock while it runs.

        What is due when own entries are taken back is written at once, together with what comes in their place. The
        desk is set up anew after that.
        """
        assert machine.desk is not None, "it has just written"
        if self._takes_back.get(machine.id) is machine.desk:
            return
        now_ms, voters = machine.clock.now_ms(), len(machine.desk.replica.lineage.charter.roster)
        desk, last_ms = self._written.get(machine.id, (None, 0))
        if desk is machine.desk and 0 <= now_ms - last_ms < max(200, 20 * voters):
            raise Broken("24", f"{machine.name} writes two ballots within {now_ms - last_ms} ms")
        self._written[machine.id] = machine.desk, now_ms

    def took_back(self, machine: Machine, gone: Sequence[Entry]) -> None:
        self._takes_back[machine.id] = machine.desk
        for entry in reversed(gone):
            before = self._before.pop(entry.id, None)
            if before is not None:
                self._put_back(machine.id, before)

    def _put_back(self, me: MemberId, before: _Before) -> None:
        acked, said, held = before
        for author in [author for voter, author in self._acked if voter == me]:
            del self._acked[me, author]
        self._acked |= {(me, author): entry for author, entry in acked.items()}
        for words in self._said.values():
            words.pop(me, None)
        for entry, word in said.items():
            self._said[entry][me] = word
        self._held[me] = held

    def _now(self, me: MemberId) -> _Before:
        acked = {author: entry for (voter, author), entry in self._acked.items() if voter == me}
        return acked, {entry: words[me] for entry, words in self._said.items() if me in words}, set(self._held[me])

    def _check(self, machine: Machine, placed: Placed) -> None:
        ballot, me = ballot_of(placed.entry), machine.id
        self._before[placed.fact.id] = self._now(me)
        for entry, _ in ballot.no:
            self._say(machine, entry, NO)
        for entry in ballot.yes:
            self._say(machine, entry, YES)
        self._held[me].update(ballot.hold)
        for ack in ballot.ack:
            self._check_fork(machine, ack)
            for entry in self._stretch(machine, ack):
                fact = machine.disk.known[entry]
                if fact.level is Level.VOID:
                    continue  # decided by a block: no vote
                if is_record(fact.kind) and me not in self._said[entry] and entry not in self._held[me]:
                    self._say(machine, entry, YES)

    def _say(self, machine: Machine, entry: EntryId, word: str) -> None:
        said, author = self._said[entry], self.run.writings[entry].header.author
        if said.setdefault(machine.id, word) != word:
            raise Broken("4", f"{machine.name} says yes and no to {entry.hex()[:8]}")
        for other, other_word in said.items():
            if other_word != word and other in self.run.honest and author not in (other, machine.id):
                raise Broken("4", f"{machine.name} and {self.run.names[other]} disagree on {entry.hex()[:8]}")

    def _check_fork(self, machine: Machine, ack: Ack) -> None:
        assert machine.desk is not None, "it has just written"
        fork_seq = machine.desk.replica.heads.fork_seq(ack.author)
        if fork_seq is not None and ack.seq >= fork_seq:
            raise Broken("5", f"{machine.name} acks {ack.seq} of a feed that it knows to be forked at {fork_seq}")

    def _stretch(self, machine: Machine, ack: Ack) -> list[EntryId]:
        """Return what an ack adds to the last one of the same feed, which lies below it on the same chain."""
        last = self._acked.get((machine.id, ack.author))
        self._acked[machine.id, ack.author] = ack.id
        stretch, entry, floor = list[EntryId](), ack.id, _floor(machine, ack.author)
        while entry in machine.disk.known and entry != last:
            stretch += [entry] if machine.disk.known[entry].seq > floor else []
            entry = machine.disk.known[entry].prev
        is_chain = last is None or (entry == last and stretch) or self._is_below(ack.id, last)
        if last is not None and not is_chain and not _is_off(machine, last):
            raise Broken("5", f"{machine.name} acks {self.run.names[ack.author]} on two chains")
        return stretch

    def _is_below(self, entry: EntryId, upper: EntryId) -> bool:
        """Whether an entry lies below another one: an ack of it says nothing new, as where own ballots were lost."""
        seq = self.run.writings[entry].header.seq
        while upper in self.run.writings and self.run.writings[upper].header.seq > seq:
            upper = self.run.writings[upper].header.prev
        return upper == entry


def _floor(machine: Machine, author: MemberId) -> int:
    """Return the place in a feed up to which a voter's acks say nothing: the cut of the block that gave it its vote."""
    assert machine.desk is not None, "it has just written"
    lineage = machine.desk.replica.lineage
    seated = max((stint.height for stint in lineage.stints(machine.id, lineage.epoch)), default=0)
    return lineage.cut_seq(author, seated) if seated else -1


def _is_off(machine: Machine, acked: EntryId) -> bool:
    """Whether a final block has cut the feed along another branch than that of an entry: then this ack is forgiven."""
    assert machine.desk is not None, "it has just written"
    return machine.desk.replica.heads.is_dead(acked)

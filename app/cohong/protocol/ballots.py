"""Writing one's own ballots: what is ready to be voted on, and when (protocol.md 3, Pacing)."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from cohong.book.reasons import NoReason
from cohong.primitives.ballot import Ack, Ballot
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId
from cohong.primitives.standing import EntryFact, Level, Record
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.heads import Heads
from cohong.protocol.judge import Judge, Verdict
from cohong.protocol.tally import Tally
from cohong.protocol.workspace import Workspace

PACE_MS_MIN: Final = 200
PACE_MS_A_VOTER: Final = 20
PACE_MS_IDLE: Final = 5_000
FRESH_MS: Final = 30_000
"""A record that comes within this time of its own is one that somebody waits for: it is voted on at the quick pace."""

CLOCK_ERROR_MS: Final = 86_400_000
"""How far a clock may have been put back between taking in a record and speaking of it; generous: it costs little."""

PATIENCE_MS: Final = 2_000
"""How long acks of a feed stop short of a record whose past is not decided here yet, before they pass on with a `hold`.

Mostly that past is confirmed a moment later, and a plain approval saves the second vote. Once it is over, whatever
else is undecided in this stretch of the feed is held too: a thousand such records do not take a thousand times as long.
"""

RECORDS_MAX: Final = 4_000
"""Records of a feed judged for one ballot, so that a long absence does not become one long silence."""

HELD_MAX: Final = 1_000
"""Held records looked at again for one ballot; the others have their turn with the next."""

ACKS_A_BALLOT: Final = 300
VOTES_A_BALLOT: Final = 400
"""Fewer than a reader takes (900 each), so that a body never outgrows its 64 KiB."""


@dataclass(slots=True)
class Secretary:
    """Keeps what this voter has still to vote on, and makes its ballots.

    Attributes:
        shuts_out: whether a block that this voter has voted for would make a record late.
        unheard: the last own ballot whose body is lost; it and those before may have spoken of records.
    """

    me: MemberId
    lineage: Lineage
    judge: Judge
    tally: Tally
    heads: Heads
    workspace: Workspace
    shuts_out: Callable[[Record], bool]
    unheard: EntryFact | None = None
    _last_ms: int = 0
    _fresh: bool = False
    _pending: set[MemberId] = field(default_factory=set)
    _read: dict[MemberId, int] = field(default_factory=dict)
    _stuck: dict[MemberId, tuple[EntryId, int]] = field(default_factory=dict)
    _looked_at: EntryId = NO_ENTRY
    _waits: bool = True

    def note(self, author: MemberId, *, fresh: bool) -> None:
        """Take note that a feed may have a record to vote on; `fresh` if it came within 30 s of its own time."""
        if author != self.me:
            self._pending.add(author)
            self._fresh |= fresh

    def begin_again(self, author: MemberId) -> None:
        """Read a feed again from where its standing branch has been acked: a cut may have healed a fork of it."""
        self._read.pop(author, None)
        self.note(author, fresh=False)

    def due_ms(self) -> int | None:
        """Return when the next ballot may be written, None if there is nothing to vote on."""
        if not self._pending and not self.tally.has_held(self.me):
            return None
        quick = max(PACE_MS_MIN, len(self.lineage.charter.roster) * PACE_MS_A_VOTER)
        return self._last_ms + (quick if self._fresh else max(PACE_MS_IDLE, quick))

    def ballot(self, now_ms: int, *, at_once: bool = False) -> Ballot | None:
        """Return a ballot with all that is ready; None if nothing is, or the pace forbids it.

        Args:
            at_once: there is no pace, and what would be held is held: it has been waited for before.
        """
        due_ms = self.due_ms()
        if due_ms is None or (now_ms < due_ms and not at_once):
            return None
        self._waits = not at_once
        self._last_ms = now_ms
        draft = _Draft()
        self._decide_held(draft)
        for author in sorted(self._pending):
            self._read_on(author, draft, now_ms)
        self._fresh &= bool(self._pending)
        return None if draft.is_empty() else draft.ballot()

    def _decide_held(self, draft: "_Draft") -> None:
        for entry in self._held_in_turn():
            if draft.votes() >= VOTES_A_BALLOT:
                return
            self._looked_at = entry
            record = self.workspace.record(entry)
            closed = self._is_forked_at(record.fact) or self.shuts_out(record)
            verdict = Verdict.HOLD if closed else self._verdict(record)
            if isinstance(verdict, NoReason):
                draft.no.append((entry, verdict.value))
            elif verdict is Verdict.APPROVE:
                draft.yes.append(entry)

    def _held_in_turn(self) -> list[EntryId]:
        held = self.tally.held_by(self.me)
        start = bisect_right(held, self._looked_at)
        return [*held[start:], *held[:start]][:HELD_MAX]

    def _is_forked_at(self, fact: EntryFact) -> bool:
        """Whether a feed is forked at or below an entry: nothing there is voted on, whatever was held before."""
        fork_seq = self.heads.fork_seq(fact.author)
        return fork_seq is not None and fact.seq >= fork_seq

    def _read_on(self, author: MemberId, draft: "_Draft", now_ms: int) -> None:
        """Judge a feed's records from where this voter stopped, as far as they can be decided."""
        cut = self.lineage.cut(author)
        if cut is not None and self.workspace.fact(cut.id) is None:
            # The block came before the feed: what is held of it may lie on a branch that the block has left out.
            return
        begun = self.lineage.stints(self.me, self.lineage.epoch)[-1].height
        first = self.lineage.cut_seq(author, begun) if begun else -1
        start = max(self._read.get(author, -1), self.tally.reach(author, self.me), first)
        fork_seq = self.heads.fork_seq(author)
        # Of a fork there may be only the proof: what lies below it, and comes later, must still be read.
        held = self.heads.standing_seq(author)
        end = held if fork_seq is None else min(fork_seq - 1, held)
        last = min(end, start + RECORDS_MAX)
        patient = True
        for record in self.workspace.records(author, start + 1, last):
            if record.fact.level is Level.VOID or self._is_past_doubt(record.fact):
                continue
            if self.shuts_out(record):
                self._read[author] = record.fact.seq - 1
                return
            verdict = self._verdict(record)
            patient = patient and (verdict is not Verdict.HOLD or self._is_patient(record.fact, now_ms))
            if draft.is_full(author) or (verdict is Verdict.HOLD and patient):
                self._read[author] = record.fact.seq - 1
                return
            draft.take(record.fact, verdict)
        self._stuck.pop(author, None)
        self._read[author] = max(start, last)
        if last == end or start >= end:
            self._pending.discard(author)

    def _verdict(self, record: Record) -> Verdict | NoReason:
        """Judge a record; one that a lost own ballot may have spoken of is held, which leaves that standing."""
        return Verdict.HOLD if may_have_spoken(self.unheard, record.fact) else self.judge.verdict(record)

    def _is_past_doubt(self, fact: EntryFact) -> bool:
        """Whether a lost own ballot may have spoken of a record that a block has decided on since."""
        return fact.level.is_settled and may_have_spoken(self.unheard, fact)

    def _is_patient(self, fact: EntryFact, now_ms: int) -> bool:
        entry, since_ms = self._stuck.get(fact.author, (NO_ENTRY, now_ms))
        if entry != fact.id:
            since_ms = now_ms
            self._stuck[fact.author] = fact.id, now_ms
        return self._waits and now_ms - since_ms < PATIENCE_MS


def may_have_spoken(last: EntryFact | None, fact: EntryFact) -> bool:
    """Return whether an entry, or one before it in its feed, may point to another: to none that is higher, or later."""
    return last is not None and fact.height <= last.height and fact.time_ms <= last.time_ms + CLOCK_ERROR_MS


@dataclass(slots=True)
class _Draft:
    ack: dict[MemberId, Ack] = field(default_factory=dict)
    no: list[tuple[EntryId, str]] = field(default_factory=list)
    hold: list[EntryId] = field(default_factory=list)
    yes: list[EntryId] = field(default_factory=list)

    def is_empty(self) -> bool:
        return not (self.ack or self.no or self.hold or self.yes)

    def take(self, fact: EntryFact, verdict: Verdict | NoReason) -> None:
        """Ack a feed up to a record; unless it is approved, say so."""
        self.ack[fact.author] = Ack(fact.author, fact.seq, fact.id)
        if verdict is Verdict.HOLD:
            self.hold.append(fact.id)
        elif isinstance(verdict, NoReason):
            self.no.append((fact.id, verdict.value))

    def votes(self) -> int:
        return len(self.no) + len(self.hold) + len(self.yes)

    def is_full(self, author: MemberId) -> bool:
        return self.votes() >= VOTES_A_BALLOT or (author not in self.ack and len(self.ack) >= ACKS_A_BALLOT)

    def ballot(self) -> Ballot:
        acks = tuple(self.ack[author] for author in sorted(self.ack))
        return Ballot(acks, tuple(self.no), tuple(self.hold), tuple(self.yes))

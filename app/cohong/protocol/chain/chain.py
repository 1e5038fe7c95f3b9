"""The charter chain of one node: it takes in what voters say, decides what this voter says, and hands out final blocks.

A block is final as soon as its certificate is held. It takes effect once the motions that it lists are held too, since
what they ask is not in the block.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from cohong.primitives.block import Block, Cut
from cohong.primitives.chain_messages import (
    Certificate,
    ChainMessage,
    chain_message_from_body,
    final_signed_bytes,
)
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, EntryId, MemberId
from cohong.primitives.kinds import CHAIN_FINAL, CHAIN_PROPOSE, CHAIN_SKIP, CHAIN_VOTE
from cohong.primitives.merkle import Frontier
from cohong.primitives.motion import join_of
from cohong.primitives.standing import FinalBlock, Level, Record
from cohong.protocol.chain.agreement import Agreement, Verdict
from cohong.protocol.chain.cheats import Cheat
from cohong.protocol.chain.composer import Composer
from cohong.protocol.chain.examiner import Examiner
from cohong.protocol.chain.height import Height
from cohong.protocol.chain.lateness import would_be_late
from cohong.protocol.chain.people import Verify
from cohong.protocol.chain.plan import Plan, change_of, plan_of
from cohong.protocol.chain.view import View
from cohong.protocol.quorum import block_size, confirmed_size, level_size

CHAIN_KINDS: Final = (CHAIN_PROPOSE, CHAIN_VOTE, CHAIN_SKIP, CHAIN_FINAL)
ANCHOR_AT: Final = 1_000
"""So many records that can be anchored are work for a block at once."""

ANCHOR_EVERY_MS: Final = 600_000
"""Fewer are work for a block so long after the last one."""

PAST_HEIGHTS: Final = 8
"""So many heights that are decided are watched for who says a second thing about them: that may come late."""

PRESENT_MS: Final = 60_000
LATELY_MS: Final = 86_400_000
SILENT_ITERATIONS: Final = 3
"""A voter that has said nothing in so many iterations running, though there, is waited for no longer until it speaks.

Else one that is linked and never votes would have the others propose and skip for as long as it stays.
"""

AWAY_MS: Final = 300_000
"""Who has not been there for so long, and is again, is waited for anew: it has missed what it was not there for.

Four times as long each time, until it speaks: nobody is kept busy by whoever only comes and goes.
"""

Sign = Callable[[bytes], bytes]


@dataclass(slots=True)
class Chain:
    """The agreement on the next block, and what it takes to join in.

    Attributes:
        cheats: voters that have said two things at this height or one of the last few, by what proves it.
        is_begun: whether a voter has said something at this height.
        known: height and id of a block that a newcomer has from its inviter, not by way of the chain.
        is_foreign: whether a certified block has come that is not the known one: whoever made it, forged the chain from
            an old roster on, or the inviter did. Nothing goes on from there.
    """

    view: View
    sign: Sign
    verify: Verify
    frontier: Frontier = field(default_factory=Frontier)
    cheats: list[Cheat] = field(default_factory=list)
    known: tuple[int, BlockId] | None = None
    is_foreign: bool = False
    agreement: Agreement = field(init=False)
    _past: deque[Height] = field(default_factory=lambda: deque(maxlen=PAST_HEIGHTS))
    _plans: dict[BlockId, Plan] = field(default_factory=dict)
    _heard_ms: dict[MemberId, int] = field(default_factory=dict)
    _silent: dict[MemberId, int] = field(default_factory=dict)
    _returns: dict[MemberId, int] = field(default_factory=dict)
    _iteration: int = 0
    is_begun: bool = False
    _asked_ms: int = 0
    _fit: tuple[tuple[int, int], int, bool] | None = None

    def __post_init__(self) -> None:
        now = self.view.lineage.height
        first = max(self.view.lineage.begun + 1, now + 1 - PAST_HEIGHTS)
        self._past.extend(self._height(number) for number in range(first, now + 1))
        self._begin_height()

    def _height(self, number: int) -> Height:
        charter = self.view.lineage.era(number - 1).charter
        return Height(
            number,
            self.view.lineage.genesis.network,
            charter.roster,
            lambda block: block_size(block, charter),
            confirmed_size(len(charter.roster)),
            self.verify,
        )

    def _begin_height(self) -> None:
        self.agreement = Agreement(self._height(self.view.lineage.height + 1), self.view.me, self.sign)
        self._plans.clear()
        self._silent.clear()
        self._returns.clear()
        self._iteration = 0
        self.is_begun = False

    def load(self, messages: Iterable[Entry]) -> None:
        """Take up what was said at this height, and at those before that are watched, before a restart."""
        for entry in messages:
            self.take(entry)

    def take(self, entry: Entry) -> None:
        """Take in an entry of a chain kind, its place in its feed known; an earlier height's only proves cheats."""
        height = entry.header.height
        first = max(self.first_watched - 1, self.view.lineage.begun)
        if height > self.view.lineage.height or entry.body_bytes is None or height < first:
            return
        try:
            message = chain_message_from_body(entry.header.kind, decode_body(entry.body_bytes, entry.header.kind))
        except RemoteProtocolError:
            return
        if message.height != height + 1:
            return
        if height == self.view.lineage.height:
            self.is_begun |= self.view.lineage.is_voter(entry.header.author)
            self.cheats.extend(self.agreement.take(entry.header.author, message, entry.id))
        else:
            past = next(item for item in self._past if item.number == message.height)
            cheat = past.take(entry.header.author, message, entry.id)
            self.cheats.extend([cheat] if cheat is not None else [])

    @property
    def first_watched(self) -> int:
        """The lowest height of which a message can still prove that its voter cheats."""
        return self._past[0].number if self._past else self.view.lineage.height + 1

    def proposed_cuts(self) -> list[Cut]:
        """Return the cuts of the blocks that have been proposed at this height."""
        return [cut for block in self.agreement.height.blocks() for cut in block.lists.cut]

    # Who is there, and what there is to do.

    def hear(self, members: Iterable[MemberId], now_ms: int, *, speaks: bool = False) -> None:
        """Take note that these members are there now; `speaks` if by an entry that they have just written."""
        for member in members:
            before_ms = self._heard_ms.get(member, 0)
            self._heard_ms[member] = max(now_ms, before_ms)
            if speaks:
                self._silent.pop(member, None)
                self._returns.pop(member, None)
            elif member in self._silent and now_ms - before_ms > AWAY_MS << 2 * self._returns.get(member, 0):
                del self._silent[member]
                self._returns[member] = self._returns.get(member, 0) + 1

    def heard(self, now_ms: int, within_ms: int) -> int:
        """Return how many voters, this one included, have been heard from lately."""
        return len(self._heard_from(now_ms, within_ms))

    def _heard_from(self, now_ms: int, within_ms: int) -> list[MemberId]:
        me = self.view.me
        return [
            voter for voter in self.view.lineage.charter.roster
            if voter == me or now_ms - self._heard_ms.get(voter, -within_ms - 1) <= within_ms
        ]  # fmt: skip

    def _present(self, now_ms: int) -> int:
        """Return how many voters can be counted on to take part: there, and not silent all the time."""
        there, height = self._heard_from(now_ms, PRESENT_MS), self.agreement.height
        if height.iteration > self._iteration:
            self._iteration = height.iteration
            said = height.said_in(height.iteration - 1)
            for voter in there:
                is_silent = voter != self.view.me and not said.has_heard(voter)
                self._silent[voter] = self._silent.get(voter, 0) + 1 if is_silent else 0
        return sum(self._silent.get(voter, 0) < SILENT_ITERATIONS for voter in there)

    def has_work(self, now_ms: int) -> bool:
        """Return whether there is something to agree on."""
        view = self.view
        if self.is_begun or view.lineage.owed_votes:
            return True
        asked_ms = view.people.first_asked_ms(view.lineage.time_ms)
        if self._passed(now_ms) or (asked_ms is not None and asked_ms < now_ms):
            return True
        return self._can_anchor(1 if now_ms >= view.lineage.time_ms + ANCHOR_EVERY_MS else ANCHOR_AT)

    def _can_anchor(self, least: int) -> bool:
        """Whether so many records can be anchored: one beyond every cut would be work for ever.

        While nothing changes the answer stays, or what can never be anchored would be looked at in every batch.
        """
        workspace = self.view.workspace
        if workspace.count_to_anchor() < least:
            return False
        now = (workspace.flushes, self.view.lineage.height)
        if self._fit is None or self._fit[:2] != (now, least) or not workspace.commit.is_empty():
            self._fit = now, least, Composer(self.view).count_fit(least) >= least
        return self._fit[2]

    def _passed(self, now_ms: int) -> list[EntryId]:
        """Return the passed motions that a block could list: one beyond every cut would be work for ever."""
        lineage, time_ms = self.view.lineage, max(now_ms, self.view.lineage.time_ms)
        if not self.view.people.passed(lineage.charter.roster, time_ms):
            return []
        return Composer(self.view).passed(time_ms)

    def next_message(self, now_ms: int) -> ChainMessage | None:
        """Return what this voter says next, None for nothing."""
        self._asked_ms = now_ms
        if not self.view.lineage.is_voter(self.view.me):
            return None
        needed = self._needed(now_ms)
        has_work = self.heard(now_ms, LATELY_MS) >= needed and self.has_work(now_ms)
        return self.agreement.next(
            now_ms,
            has_work=has_work,
            is_present=self._present(now_ms) >= needed,
            judge=lambda block: self._verdict(block, now_ms),
            compose=lambda: Composer(self.view).compose(now_ms, self.frontier),
        )

    def _verdict(self, block: Block, now_ms: int) -> Verdict:
        is_notarized = any(other.id == block.id for _, other in self.agreement.height.notarized())
        return Examiner(self.view).verdict(block, now_ms, self.frontier, is_notarized=is_notarized)

    def _needed(self, now_ms: int) -> int:
        """How many voters have to be there: as many as make a block final, more than half for a removal."""
        lineage, people = self.view.lineage, self.view.people
        for motion in self._passed(now_ms):
            change = change_of(people.motions[motion][1].question, people, lineage)
            if change is not None and change.verb == "remove":
                return confirmed_size(len(lineage.charter.roster))
        return level_size(Level.FINAL, lineage.charter)

    def due_ms(self) -> int | None:
        """Return when `next_message` is to be asked again at the latest, None if only an entry can change anything.

        What was due when it was last asked waits for voters to come: never for the time, or the node would work on end.
        """
        view = self.view
        if not view.lineage.is_voter(view.me):
            return None
        work_ms = []
        if view.workspace.count_to_anchor():
            work_ms.append(view.lineage.time_ms + ANCHOR_EVERY_MS)
        asked_ms = view.people.first_asked_ms(view.lineage.time_ms)
        if asked_ms is not None:
            work_ms.append(asked_ms + 1)
        times = [self.agreement.due_ms(), *(item for item in work_ms if item > self._asked_ms)]
        return min((item for item in times if item is not None), default=None)

    def next_block_ms(self) -> int | None:
        """Return when records that stand are due for a block, None if none waits for one."""
        return self.view.lineage.time_ms + ANCHOR_EVERY_MS if self._can_anchor(1) else None

    # What becomes final.

    def take_final(self) -> FinalBlock | None:
        """Return the block that has become final and can take effect; the caller carries it out, then `follow`s."""
        decided = self.agreement.decided
        if decided is None:
            return None
        return self.taking_effect(*decided)

    def certified(self, block: Block, certificate: Certificate) -> Certificate | None:
        """Return what counts of a certificate that somebody hands over with the next block; None if it is not enough.

        Nothing else of it is kept: what is no voter's signature would spoil receipts, and be handed on.
        """
        lineage = self.view.lineage
        if (block.head.prev, block.head.epoch) != (lineage.id, lineage.epoch) or certificate.block != block.id:
            return None
        signed = final_signed_bytes(block.head.height, certificate.iteration, block.id)
        good = (
            (voter, signature)
            for voter, signature in certificate.signatures
            if lineage.is_voter(voter) and self.verify(voter, signed, signature)
        )
        size = block_size(block, lineage.charter)
        enough = tuple(islice(good, size))
        return Certificate(block.head.height, certificate.iteration, block.id, enough) if len(enough) == size else None

    def taking_effect(self, block: Block, certificate: Certificate) -> FinalBlock | None:
        """Return the block with what it comes to; None while a motion of it is not held, and if it is foreign."""
        view = self.view
        if not self.is_known(block.head.height, block.id):
            self.is_foreign = True
            return None
        if any(motion not in view.people.motions for motion in block.lists.motions):
            return None
        joins = [join_of(view.people.motions[motion][1].question) for motion in block.lists.motions]
        if any(join is not None and join not in view.people.joins for join in joins):
            return None
        plan = plan_of(block.lists.motions, view.people, view.lineage)
        for entry in block.lists.anchored:
            self.frontier.add(entry)
        return FinalBlock(block, certificate, plan.decisions, self.frontier.encode())

    def is_known(self, height: int, block: BlockId) -> bool:
        """Return whether a block agrees with the one that is known beforehand."""
        return self.known is None or self.known[0] != height or self.known[1] == block

    def follow(self, final: FinalBlock) -> None:
        """Begin the next height, now that a block has taken effect."""
        self.view.people.done.update(final.block.lists.motions)
        self._past.append(self.agreement.height)
        self._begin_height()

    # Rule 6.

    def shuts_out(self, record: Record) -> bool:
        """Return whether a block that this voter has voted for, not decided yet, would make a record late."""
        if not self.agreement.voted:
            return False
        return any(self._would_be_late_by(identity, record) for identity in self.agreement.voted)

    def _would_be_late_by(self, identity: BlockId, record: Record) -> bool:
        view, block = self.view, self.agreement.height.block(identity)
        if block is None:
            # Our own vote came back after a loss, the proposal has not yet: until it says how far it cuts, ack nothing.
            return True
        cut = next((cut for cut in block.lists.cut if cut.author == record.fact.author), None)
        last = cut.seq if cut is not None else view.lineage.cut_seq(record.fact.author)
        if record.fact.seq <= last:
            return False
        plan = self._plans.setdefault(identity, plan_of(block.lists.motions, view.people, view.lineage))
        end = view.standings.end_relied_on(record)
        return would_be_late(record, end, block.head, plan.decisions, view.lineage)

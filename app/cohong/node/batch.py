"""One batch of the engine's inputs, worked off in one go on a worker thread.

    inputs ─► verify signatures ─► replica ─► ledger.commit (durable) ─► what to send, whom to tell

Nothing leaves this module before the commit. If the commit fails, the replica's memory is ahead of the disk: the whole
desk is thrown away and set up anew from the ledger, and whoever asked for a record is told that it was not written.
What a batch has made durable before that is answered as such, and questions that were not reached are answered by the
new desk. The same way out serves where an entry held here turns out to be altered: the new desk takes in nothing but
the right bytes of it (`Desk.is_stuck`), and once it has them, the next one begins afresh.
"""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from cohong.api.answers import decode_written, encode_written
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.api.views import Written
from cohong.crypto.signing import verify_many
from cohong.ledger.drafts import LocalMarks
from cohong.ledger.errors import EntryDamaged, LedgerUnavailable
from cohong.node.automation import Orders
from cohong.node.desk import DAMAGED, Desk
from cohong.node.writing import Intent, intents_of
from cohong.primitives.entry import Entry, decode_body, signed_bytes
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import MEMBER_JOIN
from cohong.primitives.membership import join_from_body
from cohong.primitives.standing import FinalBlock
from cohong.protocol.frames import (
    Addresses,
    AllTold,
    Blocks,
    Clock,
    Differing,
    Entries,
    FollowMany,
    Frame,
    HeadsGrown,
    Hello,
    More,
    Proof,
    Symbols,
    Tip,
    Want,
    WantBlocks,
    decode_frame,
    encode_frame,
)

logger = logging.getLogger(__name__)

NO_OFFENCE: Final = frozenset({"too-many-branches"})
"""Refusals that an honest peer can run into."""

HEALED: Final = "healed"
CLOCK_SET: Final = "clock-set"
"""This machine's clock was set, or the machine slept: no time that is remembered can be relied on."""

DRAFT_GONE: Final = "draft-gone"
"""The draft that was to be sent has been sent or removed already."""

CLOCK_LOOK_MS: Final = 5_000
"""How often a node whose clock is wrong looks whether it has been set right."""

CATCH_UP_LOOK_MS: Final = 5_000
"""How often a node that is catching up looks whether a claim of more is to be set aside."""


@dataclass(frozen=True, slots=True)
class LinkUp:
    """A neighbour has been connected. `link` numbers its links: what belongs to an earlier one is out of date."""

    peer: MemberId
    link: int


@dataclass(frozen=True, slots=True)
class LinkDown:
    """A neighbour's link has ended."""

    peer: MemberId
    link: int


@dataclass(frozen=True, slots=True)
class FrameIn:
    """A neighbour has sent a frame on one of its links."""

    peer: MemberId
    link: int
    frame_bytes: bytes


@dataclass(frozen=True, slots=True)
class PartTaken:
    """What has become of the entries of one part of a bundle.

    Attributes:
        known: entries that were here before.
        fresh: entries that are here now.
        waiting: entries that wait, in memory, for what they point to.
        refused: entries that no feed has room for, or with a wrong signature.
        blocks: charter blocks.
        proofs: fork proofs.
    """

    known: int = 0
    fresh: int = 0
    waiting: int = 0
    refused: int = 0
    blocks: int = 0
    proofs: int = 0


@dataclass(slots=True)
class PartIn:
    """A part of a bundle that `peer` has made: a frame that came in a file instead of on a link."""

    peer: MemberId
    frame_bytes: bytes
    answer: Callable[[PartTaken | ApiError], None]


@dataclass(slots=True)
class Write:
    """A client wants records written, all or none, at most once for each `key`."""

    records: Sequence[WriteRecord]
    key: str
    drafts: Sequence[bytes]
    answer: Callable[[list[Written] | ApiError], None]


@dataclass(slots=True)
class Call:
    """Something to be done on the engine's thread, between batches of entries."""

    run: Callable[[Desk], Any]
    answer: Callable[[Any], None]


Input: TypeAlias = LinkUp | LinkDown | FrameIn | PartIn | Write | Call


@dataclass(slots=True)
class Output:
    """What is to be done once the batch is durable.

    Attributes:
        frames: (peer, link, frame bytes).
        wishes: (peer, link, wish): stretches of feeds to be sent from now on.
        fresh: entries that are new here, to be passed on to those who follow their feeds.
        addresses: (teller, member, address): where neighbours say that members may be found.
        offences: (peer, code): peers that broke the protocol.
        answers: to be called with what the clients asked for.
        has_released: whether more of the own feed may be sent than before.
        has_halted_otherwise: whether own entries are not written any more, or for another reason, or again.
        is_clock_judged_anew: whether this machine's clock has turned out to be wrong, or to be right again.
        failed: why the desk must be set up anew: the ledger's code where the disk refused, DAMAGED where an entry held
            here turned out to be altered, HEALED once that has been put right, CLOCK_SET where time has jumped.
        damaged: the altered entry's place in that case.
        left: what clients asked for that has no answer yet.
    """

    frames: list[tuple[MemberId, int, bytes]] = field(default_factory=list)
    wishes: list[tuple[MemberId, int, Want]] = field(default_factory=list)
    fresh: list[Entry] = field(default_factory=list)
    addresses: list[tuple[MemberId, MemberId, str]] = field(default_factory=list)
    objects: set[ObjectId] = field(default_factory=set)
    forks: list[ForkProof] = field(default_factory=list)
    blocks: list[FinalBlock] = field(default_factory=list)
    offences: list[tuple[MemberId, str]] = field(default_factory=list)
    healed: list[tuple[MemberId, int]] = field(default_factory=list)
    answers: list[Callable[[], None]] = field(default_factory=list)
    next_ms: int | None = None
    has_released: bool = False
    has_halted_otherwise: bool = False
    is_clock_judged_anew: bool = False
    failed: str = ""
    damaged: tuple[MemberId, int] | None = None
    left: list[Input] = field(default_factory=list)


@dataclass(slots=True)
class _Writing:
    """What the clients' requests of one batch come to.

    Attributes:
        written: requests with the entries that were made for them.
        keys: what requests with a key of their own have come to, for one that comes twice in a batch.
        drafts: drafts that are sent in this batch.
    """

    marks: LocalMarks = field(default_factory=LocalMarks)
    written: list[tuple[Write, list[Entry]]] = field(default_factory=list)
    keys: dict[str, list[Entry]] = field(default_factory=dict)
    drafts: set[bytes] = field(default_factory=set)


@dataclass(slots=True)
class _Part:
    """A part of a bundle in this batch, with its frame and how many of its entries were held before it came."""

    item: PartIn
    frame: Frame | None
    known: int = 0


def work_off(desk: Desk, inputs: Sequence[Input], now_ms: int) -> Output:
    """Return what comes of a batch of inputs, everything of it durable.

    Where `failed` is set, nothing is to be sent, and the desk must be set up anew.
    """
    output, writing = Output(), _Writing()
    desk.now_ms = now_ms
    writes = deque(item for item in inputs if isinstance(item, Write))
    calls = deque(item for item in inputs if isinstance(item, Call))
    parts: list[_Part] = []
    try:
        _take_in(desk, inputs, now_ms, output, parts)
        if desk.has_healed(now_ms):
            output.failed = HEALED
        else:
            _write_and_answer(desk, writes, calls, now_ms, output, writing, parts)
    except LedgerUnavailable as error:
        output.failed = error.code
    except EntryDamaged as error:
        output.failed, output.damaged = DAMAGED, (error.author, error.seq)
    left_parts = [part.item for part in parts]
    output.left = [*left_parts, *(item for item, _ in writing.written), *writes, *calls]
    if not output.failed:
        _collect(desk, now_ms, output)
    return output


def _write_and_answer(
    desk: Desk,
    writes: deque[Write],
    calls: deque[Call],
    now_ms: int,
    output: Output,
    writing: _Writing,
    parts: list[_Part],
) -> None:
    """Write, vote, answer; what has got its answer is no longer in what was handed in."""
    desk.claim_pen()
    while writes:
        _write(desk, writes[0], now_ms, output, writing)
        writes.popleft()
    if not desk.is_stuck:
        _settle_and_commit(desk, now_ms, output, writing.marks)
    _answer_parts(desk, parts, output)
    _answer_writes(desk, writing, output)
    while calls:
        _call(desk, calls.popleft(), output)
    _carry_out_orders(desk, now_ms, output)
    released = desk.released
    desk.note_head()
    output.has_released = desk.released > released


def answer_only(desk: Desk, inputs: Sequence[Input], code: str) -> Output:
    """Answer questions and refuse to write, while the disk takes nothing."""
    output = Output()
    for item in inputs:
        if isinstance(item, Call):
            _call(desk, item, output)
        elif isinstance(item, Write | PartIn):
            _refuse(item, ApiError(ApiErrorCode.DISK_FULL, code), output)
    return output


def _answer_parts(desk: Desk, parts: list[_Part], output: Output) -> None:
    for part in parts:
        answer = ApiError(ApiErrorCode.CATCHING_UP, DAMAGED) if desk.is_stuck else _taken(desk, part)
        output.answers.append(lambda part=part, answer=answer: part.item.answer(answer))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    parts.clear()


def _taken(desk: Desk, part: _Part) -> PartTaken:
    match part.frame:
        case Entries(entries):
            held = sum(desk.replica.workspace.fact(item.id) is not None for item in entries)
            waiting = sum(item.id in desk.replica.waiting for item in entries)
            return PartTaken(part.known, held - part.known, waiting, len(entries) - held - waiting)
        case Blocks(blocks):
            return PartTaken(blocks=len(blocks))
        case Proof():
            return PartTaken(proofs=1)
        case _:
            return PartTaken(refused=1)


def _answer_writes(desk: Desk, writing: _Writing, output: Output) -> None:
    for item, entries in writing.written:
        answer = _written(desk, entries)
        output.answers.append(lambda item=item, answer=answer: item.answer(answer))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    writing.written.clear()


def _refuse(item: Write | Call | PartIn, error: ApiError, output: Output) -> None:
    output.answers.append(lambda: item.answer(error))


# In.


def _take_in(desk: Desk, inputs: Sequence[Input], now_ms: int, output: Output, parts: list[_Part]) -> None:
    frames = [(item, _decoded(desk, item, output)) for item in inputs if isinstance(item, FrameIn | PartIn)]
    parts.extend(_Part(item, frame) for item, frame in frames if isinstance(item, PartIn))
    good = _with_good_signatures(desk, [(item.peer, frame) for item, frame in frames if frame is not None], output)
    decoded = {id(item): frame for item, frame in frames}
    for item in inputs:
        match item:
            case LinkUp(peer, link):
                desk.link_up(peer, link, now_ms)
            case LinkDown(peer, link):
                desk.link_down(peer, link, now_ms)
            case FrameIn(peer, link):
                frame = decoded[id(item)]
                if frame is not None and desk.links.get(peer) == link:
                    _take_frame(desk, peer, frame, good, now_ms, output)
                elif frame is not None and desk.visitors.get(peer) == link:
                    _take_visit(desk, peer, frame, good, now_ms, output)
            case PartIn():
                _take_part(desk, next(part for part in parts if part.item is item), good, now_ms, output)
            case Write() | Call():
                pass  # once what the peers sent has been taken in
    before = desk.clock_fault
    desk.look_around()
    output.is_clock_judged_anew = desk.clock_fault != before
    desk.replica.hear(desk.links, now_ms)
    if not desk.is_stuck:
        desk.replica.wake(now_ms)


def _decoded(desk: Desk, item: FrameIn | PartIn, output: Output) -> Frame | None:
    try:
        return decode_frame(item.frame_bytes)
    except RemoteProtocolError as error:
        _note_offence(desk, item.peer, error.code, output)
        return None


def _note_offence(desk: Desk, peer: MemberId, code: str, output: Output) -> None:
    desk.counters[code] = desk.counters.get(code, 0) + 1
    if code not in NO_OFFENCE:
        output.offences.append((peer, code))


def _with_good_signatures(
    desk: Desk, frames: Sequence[tuple[MemberId, Frame]], output: Output
) -> dict[EntryId, tuple[bytes, bytes]]:
    """Verify the entries that are new here, each once; returns the good ones by id with what was verified."""
    new: dict[tuple[EntryId, bytes], tuple[MemberId, Entry]] = {}
    for peer, frame in frames:
        for entry in frame.entries if isinstance(frame, Entries) else ():
            if desk.wants(entry):
                new.setdefault((entry.id, entry.signature), (peer, entry))
    jobs = [(entry.header.author, signed_bytes(entry.id), entry.signature) for _, entry in new.values()]
    good: dict[EntryId, tuple[bytes, bytes]] = {}
    for (peer, entry), is_good in zip(new.values(), verify_many(jobs), strict=True):
        if is_good:
            good[entry.id] = (entry.header_bytes, entry.signature)
        else:
            _note_offence(desk, peer, "bad-signature", output)
    return good


def _take_frame(
    desk: Desk, peer: MemberId, frame: Frame, good: dict[EntryId, tuple[bytes, bytes]], now_ms: int, output: Output
) -> None:
    match frame:
        case Entries(entries):
            signed = [item for item in entries if good.get(item.id, (b"", b""))[1] == item.signature]
            output.healed.extend((item.header.author, item.header.seq) for item in signed if desk.heal(item, now_ms))
            if not desk.is_stuck:
                desk.replica.receive(desk.screen(signed, peer), peer, now_ms)
        case Proof(proof) if not desk.is_stuck:
            _take_proof(desk, peer, proof, now_ms, output)
        case Addresses(found):
            output.addresses.extend((peer, member, text) for member, text in found if member in desk.members)
        case Proof():
            pass  # told again by whoever knows it, once this desk is set up anew
        case Blocks():
            if not desk.is_stuck and not desk.replica.receive_blocks(frame, now_ms):
                _note_offence(desk, peer, "bad-block", output)
            desk.exchange.ask_for_blocks(peer)
        case WantBlocks(height):
            desk.hand_over_blocks(peer, height)
        case Hello() | HeadsGrown() | Want() | FollowMany() | Clock() | Symbols() | More() | Differing() | AllTold():
            was_told = desk.exchange.is_told(peer)
            try:
                desk.exchange.take(peer, frame, now_ms)
            except RemoteProtocolError as error:
                _note_offence(desk, peer, error.code, output)
            desk.hear_own_head(peer)
            if desk.exchange.is_told(peer) and not was_told:
                desk.ask_for_damaged()
                desk.exchange.hand_over(peer, desk.joins())


def _take_part(desk: Desk, part: _Part, good: dict[EntryId, tuple[bytes, bytes]], now_ms: int, output: Output) -> None:
    """Take what a bundle holds as if its maker were connected; frames that belong to a link mean nothing in a file."""
    match part.frame:
        case Entries(entries):
            part.known = sum(desk.replica.workspace.fact(item.id) is not None for item in entries)
            own = [item.header.seq for item in entries if item.header.author == desk.me and item.id in good]
            if max(own, default=-1) > desk.replica.heads.seq(desk.me) and not desk.catch_up.active:
                # Signed by ourselves and not known here: this profile is older than what its member has written.
                desk.catch_up.begin()
            _take_frame(desk, part.item.peer, part.frame, good, now_ms, output)
        case Blocks() | Proof():
            _take_frame(desk, part.item.peer, part.frame, good, now_ms, output)
        case _:
            pass


def _take_visit(
    desk: Desk, key: MemberId, frame: Frame, good: dict[EntryId, tuple[bytes, bytes]], now_ms: int, output: Output
) -> None:
    """Take the one join that the holder of an invitation may leave, and say that it is held; say nothing else."""
    if not isinstance(frame, Entries) or len(frame.entries) != 1 or frame.entries[0].header.kind != MEMBER_JOIN:
        _note_offence(desk, key, "visitor", output)
        return
    join = frame.entries[0]
    if _is_seat_taken(desk, join):
        _note_offence(desk, key, "visitor", output)
        return
    if good.get(join.id, (b"", b""))[1] == join.signature and not desk.is_stuck:
        desk.replica.receive([join], key, now_ms)
    if desk.replica.workspace.fact(join.id) is not None:
        tip = Tip(join.header.author, join.header.seq, join.id)
        output.frames.append((key, desk.visitors[key], encode_frame(HeadsGrown((tip,)))))


def _is_seat_taken(desk: Desk, entry: Entry) -> bool:
    """Whether somebody else has used the invitation: else one of them could bring in any number of keys."""
    try:
        join = join_from_body(decode_body(entry.body_bytes or b""))
    except RemoteProtocolError:
        return False
    return desk.replica.people.is_used_by_another(join, entry.header.author)


def _take_proof(desk: Desk, peer: MemberId, proof: ForkProof, now_ms: int, output: Output) -> None:
    if not desk.is_author(proof.author) or desk.knows_fork(proof):
        return
    signed = [(item.header.author, signed_bytes(item.id), item.signature) for item in (proof.first, proof.second)]
    if not all(verify_many(signed)):
        _note_offence(desk, peer, "bad-proof", output)
        return
    desk.replica.receive_proof(proof, now_ms)


# Writing.


def _write(desk: Desk, item: Write, now_ms: int, output: Output, writing: _Writing) -> None:
    if item.key in writing.keys:
        writing.written.append((item, writing.keys[item.key]))
        return
    known = desk.ledger.answer_for(item.key) if item.key else None
    if known is not None:
        again = decode_written(known)
        output.answers.append(lambda: item.answer(again))
        return
    try:
        intents = _intents(desk, item, now_ms, writing)
    except ApiError as error:
        _refuse(item, error, output)
        return
    entries = [desk.replica.write(intent.kind, intent.body, now_ms) for intent in intents]
    writing.marks.sent.extend((draft, ObjectId(entry.id)) for draft, entry in zip(item.drafts, entries, strict=False))
    writing.drafts.update(item.drafts)
    if item.key:
        writing.keys[item.key] = entries
        writing.marks.keys.append((item.key, encode_written(_written(desk, entries))))
    writing.written.append((item, entries))


def _intents(desk: Desk, item: Write, now_ms: int, writing: _Writing) -> list[Intent]:
    """Return what to write for a request.

    Raises:
        ApiError: it is refused.
    """
    if not desk.may_sign():
        raise ApiError(ApiErrorCode.LOCKED)
    if desk.clock_fault is not None:
        raise ApiError(ApiErrorCode.CLOCK_WRONG, "fast" if desk.clock_fault.fast_ms > 0 else "slow")
    if not desk.may_write:
        raise ApiError(ApiErrorCode.CATCHING_UP, desk.halt)
    left = [draft for draft in item.drafts if draft not in writing.drafts]
    if len(desk.ledger.drafts(left)) < len(item.drafts):
        # Two clients may send the same drafts: whoever comes second finds them gone.
        raise ApiError(ApiErrorCode.RULE, DRAFT_GONE)
    return intents_of(item.records, desk.replica, desk.me, now_ms)


def _written(desk: Desk, entries: Sequence[Entry]) -> list[Written]:
    facts = [desk.replica.workspace.known(entry.id) for entry in entries]
    return [
        Written(
            entry=fact.id.hex(), object=(fact.object or b"").hex(), seq=fact.seq,
            peers=desk.exchange.holders(desk.me, fact.seq),
        )
        for fact in facts
    ]  # fmt: skip


def _call(desk: Desk, item: Call, output: Output) -> None:
    try:
        answer = item.run(desk)
    except LedgerUnavailable as error:
        answer = ApiError(ApiErrorCode.DISK_FULL, error.code)
    except Exception as error:  # noqa: BLE001  # whoever asked gets it raised; the engine's own state is untouched by a question
        answer = error
    output.answers.append(lambda: item.answer(answer))


def _carry_out_orders(desk: Desk, now_ms: int, output: Output) -> None:
    """Write what the member's standing orders ask for; a record that the rules refuse is left out."""
    desk.automation.notice(output.objects)
    if not desk.may_write_unasked or not desk.may_sign():
        return
    while True:
        orders = desk.automation.orders(now_ms)
        if orders.records:
            _write_orders(desk, orders, now_ms)
            _settle_and_commit(desk, now_ms, output, orders.marks)
        elif not desk.automation.has_left():
            return


def _write_orders(desk: Desk, orders: Orders, now_ms: int) -> None:
    for record in orders.records:
        try:
            intents = intents_of([record], desk.replica, desk.me, now_ms)
        except ApiError as error:
            logger.warning("standing order not carried out kind=%s why=%s", record.kind, error.detail or error.code)
            desk.automation.not_written(record, orders)
            continue
        desk.replica.write(intents[0].kind, intents[0].body, now_ms)


# Durable, then out.


def _settle_and_commit(desk: Desk, now_ms: int, output: Output, marks: LocalMarks) -> None:
    if desk.may_write_unasked:
        desk.replica.vote(now_ms)
    else:
        desk.replica.settle()
    outcome = desk.replica.flush()
    if not outcome.commit.is_empty() or marks.keys or marks.sent or marks.receipts:
        desk.ledger.commit(outcome.commit, marks)
    placed = [item.entry for item in outcome.commit.append]
    output.fresh.extend(placed)
    output.objects |= outcome.objects
    output.forks.extend(outcome.forks)
    output.blocks.extend(outcome.blocks)
    for code, count in outcome.refused.items():
        desk.counters[code] = desk.counters.get(code, 0) + count
    output.offences.extend(item for item in outcome.offences if item[1] not in NO_OFFENCE)
    desk.exchange.pass_on(item for item in placed if item.header.kind == MEMBER_JOIN)
    if outcome.blocks:
        desk.exchange.consider_again(now_ms)
    desk.exchange.note_grown(entry.header.author for entry in placed)


def _collect(desk: Desk, now_ms: int, output: Output) -> None:
    for proof in output.forks:
        desk.exchange.tell(proof)
    desk.exchange.tick(now_ms)
    was_catching_up = desk.catch_up.active
    desk.settle_catch_up()
    output.has_halted_otherwise = desk.has_halted_otherwise()
    links = desk.links
    output.frames += [(p, links[p], encode_frame(frame)) for p, frame in desk.exchange.outgoing if p in links]
    wishes = [item for item in desk.exchange.asked if item[0] in links and desk.is_author(item[1].author)]
    output.wishes = [(peer, links[peer], want) for peer, want in wishes]
    desk.exchange.outgoing.clear()
    desk.exchange.asked.clear()
    output.next_ms = _next_ms(desk, now_ms, was_catching_up=was_catching_up)


def _next_ms(desk: Desk, now_ms: int, *, was_catching_up: bool) -> int | None:
    """Return when the next batch is to be worked off even if nothing comes in."""
    times = [desk.exchange.next_ms(), desk.replica.waiting.next_ms()]
    if desk.catch_up.active:
        times.append(now_ms + CATCH_UP_LOOK_MS)
    elif desk.clock_fault is not None:
        times.append(now_ms + CLOCK_LOOK_MS)
    elif desk.may_write and not desk.company.expects_nobody(now_ms):
        times.append(desk.company.next_ms(now_ms))
    elif desk.may_write:
        # What had to wait for the own feed is written at once.
        times.append(now_ms if was_catching_up else desk.replica.next_vote_ms())
    return min((item for item in times if item is not None), default=None)

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
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.api.answers import decode_written, encode_written
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.api.views import Written
from cohong.ledger.drafts import LocalMarks
from cohong.ledger.errors import EntryDamaged, LedgerUnavailable
from cohong.node.automation import Orders
from cohong.node.block_wishes import is_block_wanting
from cohong.node.chain_cheats import CAUGHT_MAX, CHEATS_SETTING, caught_by, encode_caught
from cohong.node.dated_ahead import to_write_again, write_again
from cohong.node.desk import DAMAGED, MEMBER, Desk
from cohong.node.inputs import HEALED, WRITTEN_AGAIN, Call, Input, Output, PartIn, PartTaken, Write
from cohong.node.taking_in import NO_OFFENCE, Part, take_in
from cohong.node.writing import Intent, intents_of
from cohong.primitives.encoding import encode
from cohong.primitives.entry import Entry
from cohong.primitives.ids import ObjectId
from cohong.primitives.kinds import CHAIN_ASK, CHAIN_PROPOSE, MEMBER_JOIN
from cohong.protocol.frames import (
    Blocks,
    Entries,
    HeadsGrown,
    Proof,
    encode_frame,
)
from cohong.protocol.quotas import Share

logger = logging.getLogger(__name__)

SALT_ROOM: Final = 32
"""Bytes by which the salt makes a body longer, at most."""

DRAFT_GONE: Final = "draft-gone"
"""The draft that was to be sent has been sent or removed already."""

CLOCK_LOOK_MS: Final = 5_000
"""How often a node whose clock is wrong looks whether it has been set right."""

CATCH_UP_LOOK_MS: Final = 5_000
"""How often a node that is catching up looks whether a claim of more is to be set aside."""


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


def work_off(desk: Desk, inputs: Sequence[Input], now_ms: int) -> Output:
    """Return what comes of a batch of inputs, everything of it durable.

    Where `failed` is set, nothing is to be sent, and the desk must be set up anew.
    """
    output, writing = Output(), _Writing()
    desk.now_ms = now_ms
    writes = deque(item for item in inputs if isinstance(item, Write))
    calls = deque(item for item in inputs if isinstance(item, Call))
    parts: list[Part] = []
    try:
        take_in(desk, inputs, now_ms, output, parts)
        desk.note_copies()
        if desk.has_healed(now_ms):
            output.failed = HEALED
        elif _has_written_again(desk, now_ms, output):
            output.failed = WRITTEN_AGAIN
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


def _has_written_again(desk: Desk, now_ms: int, output: Output) -> bool:
    """Write own entries dated far ahead again, if there are any that may be taken back; what has come in goes first."""
    if not to_write_again(desk, now_ms):
        return False
    desk.replica.settle()
    _commit(desk, output, LocalMarks())
    write_again(desk, to_write_again(desk, now_ms), now_ms, output)
    return True


def _write_and_answer(
    desk: Desk,
    writes: deque[Write],
    calls: deque[Call],
    now_ms: int,
    output: Output,
    writing: _Writing,
    parts: list[Part],
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


def _answer_parts(desk: Desk, parts: list[Part], output: Output) -> None:
    for part in parts:
        answer = ApiError(ApiErrorCode.CATCHING_UP, DAMAGED) if desk.is_stuck else _taken(desk, part)
        output.answers.append(lambda part=part, answer=answer: part.item.answer(answer))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    parts.clear()


def _taken(desk: Desk, part: Part) -> PartTaken:
    match part.frame:
        case Entries(entries):
            held = sum(desk.replica.workspace.fact(item.id) is not None for item in entries)
            waiting = sum(_waits(desk, item) for item in entries)
            return PartTaken(part.known, held - part.known, waiting, len(entries) - held - waiting)
        case Blocks(blocks):
            return PartTaken(blocks=len(blocks))
        case Proof():
            return PartTaken(proofs=1)
        case _:
            return PartTaken(refused=1)


def _waits(desk: Desk, entry: Entry) -> bool:
    """Whether an entry is not held yet: it waits for another one, or for tomorrow."""
    replica = desk.replica
    is_put_off = replica.quotas.puts_off(entry.header.author, entry.header.seq)
    return entry.id in replica.waiting or (is_put_off and replica.workspace.fact(entry.id) is None)


def _answer_writes(desk: Desk, writing: _Writing, output: Output) -> None:
    for item, entries in writing.written:
        answer = _written(desk, entries)
        output.answers.append(lambda item=item, answer=answer: item.answer(answer))  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    writing.written.clear()


def _refuse(item: Write | Call | PartIn, error: ApiError, output: Output) -> None:
    output.answers.append(lambda: item.answer(error))


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
        if error.code is ApiErrorCode.WAITS_FOR_BLOCK and is_block_wanting(int(error.detail), desk.replica, now_ms):
            [ask] = intents_of([WriteRecord(kind=CHAIN_ASK)], desk.replica, desk.me, now_ms)
            desk.replica.write(ask.kind, ask.body, now_ms)
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
    if desk.standing != MEMBER and not desk.replica.chain.is_foreign:
        raise ApiError(ApiErrorCode.RULE, desk.standing)
    if desk.clock_fault is not None:
        raise ApiError(ApiErrorCode.CLOCK_WRONG, "fast" if desk.clock_fault.fast_ms > 0 else "slow")
    if not desk.may_write:
        raise ApiError(ApiErrorCode.CATCHING_UP, desk.halt)
    left = [draft for draft in item.drafts if draft not in writing.drafts]
    if len(desk.ledger.drafts(left)) < len(item.drafts):
        # Two clients may send the same drafts: whoever comes second finds them gone.
        raise ApiError(ApiErrorCode.RULE, DRAFT_GONE)
    intents = intents_of(item.records, desk.replica, desk.me, now_ms)
    _require_room(desk, intents, now_ms)
    return intents


def _require_room(desk: Desk, intents: Sequence[Intent], now_ms: int) -> None:
    """Write no more than the others would take: what is beyond their quota would keep the votes after it waiting too.

    Raises:
        ApiError: the own quota has no room for it.
    """
    quotas = desk.replica.quotas
    size = sum(len(encode(intent.body)) + SALT_ROOM for intent in intents)
    if not quotas.may_write(Share.RECORDS, now_ms, entries=len(intents), size=size):
        raise ApiError(ApiErrorCode.QUOTA_USED_UP, str(quotas.day_ends_ms(now_ms)))


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
    while desk.replica.quotas.may_write(Share.RECORDS, now_ms):
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
    _commit(desk, output, marks)


def _commit(desk: Desk, output: Output, marks: LocalMarks) -> None:
    outcome = desk.replica.flush()
    _note_cheats(desk, marks)
    if not outcome.commit.is_empty() or marks.keys or marks.sent or marks.receipts or marks.settings:
        marks.settings.extend(desk.note_written(outcome.commit.append, outcome.own))
        desk.ledger.commit(outcome.commit, marks)
        desk.left.is_noted()
    placed = [item.entry for item in outcome.commit.append]
    output.fresh.extend(placed)
    output.bodies.extend(outcome.commit.bodies)
    authors = {entry.header.author for entry in placed}
    output.forked |= {author for author in authors if desk.replica.heads.first_fork(author) is not None}
    output.objects |= outcome.objects
    output.forks.extend(outcome.forks)
    output.blocks.extend(outcome.blocks)
    for code, count in outcome.refused.items():
        desk.counters[code] = desk.counters.get(code, 0) + count
    output.offences.extend(item for item in outcome.offences if item[1] not in NO_OFFENCE)
    desk.exchange.pass_on(item for item in placed if item.header.kind == MEMBER_JOIN)
    if outcome.blocks:
        desk.exchange.consider_again(desk.now_ms)
    if any(entry.header.kind == CHAIN_PROPOSE for entry in outcome.own):
        # What was no news above an open fork may be, now that a block has passed that one: who lacks it cannot vote.
        for proof in desk.open_proofs():
            desk.exchange.tell(proof)
    desk.exchange.note_grown(authors)


def _note_cheats(desk: Desk, marks: LocalMarks) -> None:
    """Keep for good who has been caught at the chain: when the height is long decided, the chain no longer tells."""
    caught = caught_by(desk.replica.chain.cheats) - desk.caught
    if caught and len(desk.caught) < CAUGHT_MAX:
        desk.caught |= caught
        marks.settings.append((CHEATS_SETTING, encode_caught(desk.caught)))


def _collect(desk: Desk, now_ms: int, output: Output) -> None:
    for proof in output.forks:
        desk.exchange.tell(proof)
    desk.mind_quotas(now_ms)
    desk.exchange.tick(now_ms)
    was_catching_up = desk.catch_up.active
    desk.settle_catch_up()
    output.has_halted_otherwise = desk.has_halted_otherwise()
    links = desk.links
    output.frames += [(p, links[p], encode_frame(frame)) for p, frame in desk.exchange.outgoing if p in links]
    wishes = [item for item in desk.exchange.asked if item[0] in links and desk.is_author(item[1].author)]
    output.wishes = [(peer, links[peer], want) for peer, want in wishes]
    no_seat = encode_frame(HeadsGrown(()))
    output.frames += [(key, desk.visitors[key], no_seat) for key in desk.to_visitors if key in desk.visitors]
    desk.to_visitors.clear()
    desk.exchange.outgoing.clear()
    desk.exchange.asked.clear()
    output.next_ms = _next_ms(desk, now_ms, was_catching_up=was_catching_up)


def _next_ms(desk: Desk, now_ms: int, *, was_catching_up: bool) -> int | None:
    """Return when the next batch is to be worked off even if nothing comes in."""
    times = [desk.exchange.next_ms(), desk.replica.waiting.next_ms(), desk.replica.quotas.next_ms(now_ms)]
    if desk.catch_up.active:
        times.append(now_ms + CATCH_UP_LOOK_MS)
    elif desk.clock_fault is not None:
        times.append(now_ms + CLOCK_LOOK_MS)
    elif desk.may_write and not desk.company.expects_nobody(now_ms):
        times.append(desk.company.next_ms(now_ms))
    elif desk.may_write:
        times.append(desk.automation.wishes.next_ms(now_ms))
        # What had to wait for the own feed is written at once.
        times.append(now_ms if was_catching_up else desk.replica.next_vote_ms(now_ms))
    return min((item for item in times if item is not None), default=None)

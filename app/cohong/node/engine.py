"""The one task that changes anything: inputs in, batch by batch, each durable before anything of it is sent or told.

Handlers and links put their inputs into one bounded channel; a full channel makes peers wait. A batch is worked off on
a worker thread (`cohong.node.batch`), so that neither SQL nor signatures hold up the links. Where that fails (the disk
takes nothing, an entry held here is damaged) the engine begins anew from the ledger and goes on: it never ends by it.
"""

import contextlib
import logging
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import WriteRecord
from cohong.api.views import Written
from cohong.ledger.errors import LedgerUnavailable
from cohong.node.address_book import AddressBook
from cohong.node.batch import answer_only, work_off
from cohong.node.desk import DAMAGED, Desk
from cohong.node.inputs import (
    CLOCK_SET,
    HEALED,
    PEN_MOVED,
    WRITTEN_AGAIN,
    Call,
    FrameIn,
    Input,
    LinkDown,
    LinkUp,
    Output,
    PartIn,
    PartTaken,
    Write,
)
from cohong.node.notifier import Notifier
from cohong.node.sending import Outgoing, Shelf
from cohong.p2p.network import Link, LinkClosed, PeerNetwork
from cohong.primitives.ids import MemberId, short
from cohong.primitives.kinds import DEVICE_SET, MEMBER_JOIN
from cohong.protocol.chain.people import PEOPLE_KINDS
from cohong.protocol.frames import ADDRESSES_MAX, Addresses, encode_frame

logger = logging.getLogger(__name__)

INPUTS_MAX: Final = 512
BATCH_INPUTS: Final = 128
PENALTY_S: Final = 60.0
RETRY_AFTER_S: Final = 5.0
"""How long to wait before trying again after the disk refused."""

ROOM_SETTING: Final = "room"
ROOM_BYTES: Final = 4096
"""Written to find out whether the disk takes something again."""

JUMP_MS: Final = 5_000
"""A clock that goes on so much faster or slower than time passes has been set, or the machine has slept."""

CALL_DEADLINE_S: Final = 120.0
RATE_WINDOW_S: Final = 5.0

Answer = TypeVar("Answer")


def now_ms() -> int:
    """Return UTC milliseconds by this machine's clock."""
    return time.time_ns() // 1_000_000 + (int(_shift_file.read_text()) if _shift_file is not None else 0)


_shift_file: Path | None = None


def shift_clock(file: Path) -> None:
    """Let the clock be off by as many milliseconds as `file` says at the moment. For tests alone."""
    global _shift_file  # noqa: PLW0603  # the clock is one for the process, as the real one
    _shift_file = file


def _clock_start() -> float:
    return now_ms() - trio.current_time() * 1000


class Engine:
    """Runs one desk."""

    def __init__(
        self,
        desk: Desk,
        make_desk: Callable[[], Desk],
        network: PeerNetwork,
        addresses: AddressBook,
        notifier: Notifier,
    ) -> None:
        self.desk = desk
        self._make_desk = make_desk
        self._addresses = addresses
        self.on_addresses: Callable[[Sequence[tuple[MemberId, str]]], Awaitable[None]] | None = None
        self.on_members: Callable[[], None] = lambda: None
        self.on_halt: Callable[[], None] = lambda: None
        self._network = network
        self._notifier = notifier
        self._inputs, self._queue = trio.open_memory_channel[Input](INPUTS_MAX)
        self._shelf = Shelf()
        self._outgoing: dict[MemberId, Outgoing] = {}
        self._links_made = 0
        self._thread = trio.CapacityLimiter(1)
        self._found_damaged: set[tuple[MemberId, int]] = set()
        self._other_runs: set[MemberId] = set()
        self._damage = trio.Event()
        self._has_pen_moved = False
        self._arrived, self._rate_since = 0, trio.current_time()
        self._clock_start = _clock_start()
        self.disk_full = ""
        """Code of what the disk last refused, empty while it takes what it is given."""

    async def run(self) -> None:
        """Work until cancelled."""
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._take_links, nursery)
            await self._work(nursery)

    async def _take_links(self, nursery: trio.Nursery) -> None:
        async for link in self._network.links:
            nursery.start_soon(self._serve, link)

    async def _serve(self, link: Link) -> None:
        """Take a neighbour's frames as long as its link lasts."""
        peer = MemberId(link.member)
        number = self._links_made = self._links_made + 1
        outgoing = self._outgoing[peer] = Outgoing(
            number, link, self._shelf, self.desk.ledger, self.note_damage, self._released
        )
        await self._inputs.send(LinkUp(peer, number))
        if not self.desk.is_visitor(peer):
            outgoing.put_frame(encode_frame(Addresses(tuple(self._addresses.all()))))
        self._notifier.publish("peers")
        logger.info("neighbour connected peer=%s", short(peer))
        async with trio.open_nursery() as nursery:
            nursery.start_soon(outgoing.run)
            try:
                while True:
                    await self._inputs.send(FrameIn(peer, number, await link.receive()))
            except LinkClosed:
                nursery.cancel_scope.cancel()
        if self._outgoing.get(peer) is outgoing:
            del self._outgoing[peer]
        await self._inputs.send(LinkDown(peer, number))
        logger.info("neighbour gone peer=%s", short(peer))
        self._notifier.publish("peers")

    def _released(self, author: MemberId) -> int | None:
        return self.desk.released if author == self.desk.me else None

    async def _work(self, nursery: trio.Nursery) -> None:
        due_ms: int | None = now_ms()
        left: list[Input] = []
        while True:
            inputs = [*left, *await self._next_inputs(due_ms)]
            left = []
            self._hand_over_damage()
            self._hand_over_signs()
            reason = CLOCK_SET if self._is_clock_set() else PEN_MOVED if self._has_pen_moved else ""
            if reason:
                output = Output(failed=reason, left=[item for item in inputs if isinstance(item, Write | Call)])
            else:
                output = await trio.to_thread.run_sync(work_off, self.desk, inputs, now_ms(), limiter=self._thread)
            if output.failed:
                left = await self._recover(output)
                due_ms = now_ms()
                continue
            self._send(output)
            self._tell(output)
            self._learn(output.addresses, nursery)
            due_ms = output.next_ms

    def _is_clock_set(self) -> bool:
        """Return whether the clock has jumped since this was last asked."""
        start, self._clock_start = self._clock_start, _clock_start()
        return abs(self._clock_start - start) > JUMP_MS

    async def _next_inputs(self, due_ms: int | None) -> list[Input]:
        """Return what has come in, or nothing once the time has come to vote or to tell."""
        inputs: list[Input] = []
        wait_s = float("inf") if due_ms is None else max(0.0, (due_ms - now_ms()) / 1000)
        with trio.move_on_after(wait_s):
            inputs.append(await self._queue.receive())
        # Also when the time has come: else what is always due would keep out what has come in.
        while len(inputs) < BATCH_INPUTS:
            try:
                inputs.append(self._queue.receive_nowait())
            except trio.WouldBlock:
                break
        return inputs

    async def _recover(self, output: Output) -> list[Input]:
        """Start again from the ledger: the memory is ahead of it, or read from what is damaged.

        Until the disk takes something again there are no neighbours, and questions are answered, but nothing is
        written: a node that took in what it cannot keep would only have to forget it again. Returns what clients still
        wait for.
        """
        level = logging.INFO if output.failed in (HEALED, CLOCK_SET, PEN_MOVED, WRITTEN_AGAIN) else logging.ERROR
        logger.log(level, "the node begins anew from its ledger why=%s", output.failed)
        self._let_neighbours_go()
        # What was made durable by a batch that failed later has not been put on it.
        self._shelf = Shelf()
        self._tell(output)
        self._penalise(output)
        if output.damaged is not None:
            self.note_damage(*output.damaged)
        if output.failed == CLOCK_SET:
            self.desk.clock_fault = None  # to be compared anew
        elif output.failed not in (DAMAGED, HEALED, PEN_MOVED, WRITTEN_AGAIN):
            self.disk_full = output.failed
        # What has been healed may be met again: if it is not whole, that shows.
        is_stuck = output.failed == DAMAGED or (self.desk.is_stuck and self.desk.healed_ms is None)
        is_anew = await self._is_set_up_anew(is_stuck=is_stuck)
        if not self.disk_full:
            return output.left
        self._notifier.publish("network")
        await self._answer_only(output.left)
        while not (is_anew or await self._is_set_up_anew(is_stuck=is_stuck)):
            await self._answer_for(RETRY_AFTER_S)
        while not await self._has_room():
            await self._answer_for(RETRY_AFTER_S)
        logger.info("the disk takes what is written again")
        self.disk_full = ""
        self._notifier.publish("network")
        return []

    def _let_neighbours_go(self) -> None:
        for outgoing in self._outgoing.values():
            outgoing.link.end("the node begins anew from its ledger")

    async def _is_set_up_anew(self, *, is_stuck: bool) -> bool:
        has_pen_moved, self._has_pen_moved = self._has_pen_moved, False
        try:
            fresh = await trio.to_thread.run_sync(self._make_desk, limiter=self._thread)
        except LedgerUnavailable as error:
            self.disk_full, self._has_pen_moved = error.code, has_pen_moved
            return False
        fresh.damaged |= self.desk.damaged
        fresh.clock_fault = self.desk.clock_fault
        fresh.again = self.desk.again
        if not has_pen_moved:
            # What was decided and seen while another device had the pen means nothing for this one, nor the reverse.
            fresh.catch_up.go_on_from(self.desk.catch_up)
        fresh.healed, fresh.counters, fresh.is_stuck = self.desk.healed, self.desk.counters, is_stuck or fresh.is_stuck
        self.desk = fresh
        for author, seq in sorted(fresh.damaged):
            self.note_damage(author, seq)
        return True

    async def _has_room(self) -> bool:
        def write_something() -> None:
            self.desk.ledger.set_setting(ROOM_SETTING, os.urandom(ROOM_BYTES))
            self.desk.renew_head_file()

        try:
            await trio.to_thread.run_sync(write_something, limiter=self._thread)
        except LedgerUnavailable as error:
            self.disk_full = error.code
            return False
        return True

    async def _answer_for(self, seconds: float) -> None:
        """Answer questions for a while, refuse to write, and have no neighbours."""
        deadline = now_ms() + int(seconds * 1000)
        while now_ms() < deadline:
            inputs = await self._next_inputs(deadline)
            self._let_neighbours_go()
            await self._answer_only(inputs)

    async def _answer_only(self, inputs: Sequence[Input]) -> None:
        output = await trio.to_thread.run_sync(answer_only, self.desk, inputs, self.disk_full, limiter=self._thread)
        for answer in output.answers:
            answer()

    def _send(self, output: Output) -> None:
        self._note_rate(len(output.fresh))
        self._shelf.put(output.fresh, output.forked, self._released)
        self._shelf.supply(output.bodies)
        for peer, number, want in output.wishes:
            outgoing = self._outgoing.get(peer)
            if outgoing is not None and outgoing.number == number:
                outgoing.wish(want)
        for peer, number, frame in output.frames:
            outgoing = self._outgoing.get(peer)
            if outgoing is not None and outgoing.number == number:
                outgoing.put_frame(frame)
        grown = {entry.header.author for entry in output.fresh}
        if output.has_released:
            grown.add(self.desk.me)
        if grown:
            for outgoing in self._outgoing.values():
                outgoing.wake(grown)
        self._penalise(output)

    def _penalise(self, output: Output) -> None:
        for peer, code in dict(output.offences).items():
            self._network.penalise(peer, PENALTY_S, code)

    def _tell(self, output: Output) -> None:
        if output.objects:
            self._notifier.publish("book", [item.hex() for item in sorted(output.objects)])
        elif output.fresh:
            self._notifier.publish("network")
        if any(entry.header.kind in PEOPLE_KINDS for entry in output.fresh):
            self._notifier.publish("motions")
        if output.blocks or any(entry.header.kind in (DEVICE_SET, MEMBER_JOIN) for entry in output.fresh):
            self.on_members()
        for proof in output.forks:
            logger.warning("fork found author=%s seq=%d", proof.author.hex()[:16], proof.seq)
            self._notifier.publish("fork", value={"author": proof.author.hex(), "seq": proof.seq})
        if output.is_clock_judged_anew:
            logger.warning("clock compared with the others fault=%s", self.desk.clock_fault)
            self._notifier.publish("network")
        if output.has_halted_otherwise:
            logger.warning("own entries halt=%s rival=%s", self.desk.halt or "none", self.desk.rival_seq)
            self._notifier.publish("network")
            self.on_halt()
        if output.blocks:
            self._notifier.publish("charter")
        if output.healed:
            self._notifier.publish("damage")
        for answer in output.answers:
            answer()

    def _learn(self, found: Sequence[tuple[MemberId, MemberId, str]], nursery: trio.Nursery) -> None:
        """Take in addresses that neighbours know, and pass on what is news."""
        news = [
            item for teller, member, text in found for item in self._addresses.learn([(member, text)], teller=teller)
        ]
        if not news:
            return
        frame = encode_frame(Addresses(tuple(news[:ADDRESSES_MAX])))
        for peer, outgoing in self._outgoing.items():
            if not self.desk.is_visitor(peer):
                outgoing.put_frame(frame)
        if self.on_addresses is not None:
            nursery.start_soon(self.on_addresses, news)

    # For handlers.

    def wake(self) -> None:
        """Work off a batch soon, even if nothing comes in."""
        with contextlib.suppress(trio.WouldBlock):  # then there is one coming anyhow
            self._inputs.send_nowait(Call(lambda _: None, lambda _: None))

    def begin_anew(self) -> None:
        """Set the desk up anew from the ledger, with other links: the pen has moved."""
        self._has_pen_moved = True
        self.wake()

    async def call(self, run: Callable[[Desk], Answer]) -> Answer:
        """Return what `run` returns, run on the engine's thread between batches.

        Raises:
            ApiError: `run` raised it, or the engine is overloaded.
        """
        answer = await self._ask(lambda reply: Call(run, reply))
        return cast(Answer, answer)

    async def write(
        self, records: Sequence[WriteRecord], *, key: str = "", drafts: Sequence[bytes] = ()
    ) -> list[Written]:
        """Write records, all or none, and return them once they are durable.

        Raises:
            ApiError: refused, with the reason; nothing was written.
        """
        answer = await self._ask(lambda reply: Write(records, key, drafts, reply))
        return cast("list[Written]", answer)

    async def take(self, maker: MemberId, frames: Sequence[bytes]) -> list[PartTaken]:
        """Take in frames out of a bundle that `maker` has made; returns what has become of each, durably.

        Raises:
            ApiError: the disk takes nothing, or an altered entry is being healed; some of the frames may be taken in.
        """
        answers: dict[int, PartTaken | ApiError] = {}
        done = trio.Event()

        def reply_to(place: int) -> Callable[[PartTaken | ApiError], None]:
            def reply(answer: PartTaken | ApiError) -> None:
                answers[place] = answer
                if len(answers) == len(frames):
                    done.set()

            return reply

        with trio.move_on_after(CALL_DEADLINE_S):
            for place, frame_bytes in enumerate(frames):
                await self._inputs.send(PartIn(maker, frame_bytes, reply_to(place)))
            await done.wait()
        if len(answers) < len(frames):
            raise ApiError(ApiErrorCode.OVERLOADED)
        taken = [answers[place] for place in range(len(frames))]
        for item in taken:
            if isinstance(item, ApiError):
                raise item
        return [item for item in taken if isinstance(item, PartTaken)]

    async def _ask(self, make: Callable[[Callable[[Any], None]], Input]) -> Any:
        done, answers = trio.Event(), list[Any]()

        def reply(answer: Any) -> None:
            answers.append(answer)
            done.set()

        with trio.move_on_after(CALL_DEADLINE_S):
            await self._inputs.send(make(reply))
            await done.wait()
        if not answers:
            raise ApiError(ApiErrorCode.OVERLOADED)
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    def rate(self) -> int:
        """Return how many entries a second have come in of late."""
        elapsed = trio.current_time() - self._rate_since
        return int(self._arrived / elapsed) if elapsed > 0 else 0

    def _note_rate(self, count: int) -> None:
        now = trio.current_time()
        if now - self._rate_since > RATE_WINDOW_S:
            self._arrived, self._rate_since = 0, now - 1
        self._arrived += count

    def connected(self) -> set[MemberId]:
        """Return who is a neighbour now."""
        return set(self._outgoing)

    def note_damage(self, author: MemberId, seq: int) -> None:
        """Take note that an entry has been found altered on this machine."""
        self._found_damaged.add((author, seq))
        self._notifier.publish("damage")
        self._damage.set()
        self._damage = trio.Event()

    def _hand_over_damage(self) -> None:
        # The desk belongs to the engine's thread, which is at rest now.
        self.desk.damaged |= self._found_damaged
        self._found_damaged.clear()

    def note_other_run(self, through: MemberId) -> None:
        """Take note that a neighbour has proved to us that another run of this member is alive."""
        logger.warning("this profile runs elsewhere too seen_by=%s", short(through))
        self._other_runs.add(through)
        self.wake()

    def _hand_over_signs(self) -> None:
        for through in sorted(self._other_runs):
            self.desk.catch_up.note_other(through, is_run=True)
        self._other_runs.clear()

    async def damage_found(self) -> None:
        """Wait until an entry is found altered."""
        await self._damage.wait()

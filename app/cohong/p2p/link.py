"""One live link to one member: whole frames in, whole frames out, until either side ends it.

Three tasks own a link. The reader always drains the transport, so that keep-alives and
acknowledgements are seen while the application pauses; what it may pile up is bounded by the credit
that the peer was given. The writer sends what is queued, several frames in one write where they wait.
The keeper sleeps until the next keep-alive is due and closes the link when the peer has been silent.
An application that stops reading therefore makes the peer wait in `send`, and nothing else happens.
"""

from __future__ import annotations

import contextlib
import math
from collections import deque
from collections.abc import Callable
from typing import Final, Protocol

import trio

from cohong.p2p.credit import ReceiveCredit, SendCredit, cost_of
from cohong.p2p.link_frames import (
    FRAME_BYTES_MAX,
    KEEPALIVE,
    ByeReason,
    FrameBreach,
    FrameDecoder,
    FrameKind,
    Hello,
    data_header,
    decode_ack,
    decode_bye,
    decode_copy,
    decode_hello,
    decode_ping,
    decode_pong,
    encode_ack,
    encode_bye,
    encode_copy,
    encode_hello,
    encode_ping,
    encode_pong,
)
from cohong.p2p.outbox import Outbox
from cohong.p2p.own_run import OwnRun, RunProof
from cohong.p2p.settings import P2pSettings

# After so much was queued or taken without a pause the caller lets other tasks run.
YIELD_EVERY = 64 * 1024
# Nobody honest asks for a way to so many members; an answer is written for each.
CALLS_A_MINUTE: Final = 120
# How long a link that closes on purpose may take to write what is queued.
FLUSH_S = 1.0
# Each proof costs a signature: a peer gets ten at once, and one in so long after that.
PROOF_EVERY_S = 0.1
PROOFS_AT_ONCE = 10


class LinkClosed(Exception):
    """The link is over; the message says why. Whatever was not acknowledged may be lost."""


class LinkRefused(LinkClosed):
    """The peer did not take the link; `reason` is what it gave."""

    def __init__(self, reason: ByeReason) -> None:
        super().__init__(f"refused: {reason.name.lower()}")
        self.reason = reason


class Wire(Protocol):
    """The stream under a link; the real one is a yamux stream, tests use memory."""

    async def open_window(self) -> None:
        """Let the peer send ahead; called once, before our hello."""

    async def read(self) -> bytes:
        """Return what has arrived, at least one byte; b"" when the peer has ended the stream."""

    async def write(self, chunk: bytes) -> None:
        """Return when `chunk` is with the operating system."""

    async def abort(self) -> None:
        """Close at once, waking a read or write that waits; does not raise."""


class Link:
    """A stream of frames to `member`. Made by the network; used by the node.

    Attributes:
        member: The 32-byte member id that the handshake proved.
        outbound: Whether this side dialled.
        remote: The peer's endpoint, for people.
        via: The member whose node passes the link on, None for a direct one.
        on_call: Takes what the peer says about calls through a relay, ASK and TICKET frames.
        instance: The peer's run; set by the greeting.
        is_breach: Whether it ended because the peer broke the protocol of frames.
        is_copy: Whether the peer has proved that another run of our own member is alive.
        bytes_in: Wire bytes that came.
        bytes_out: Wire bytes that were written.
    """

    def __init__(
        self,
        *,
        member: bytes,
        outbound: bool,
        remote: str,
        wire: Wire,
        own_run: OwnRun,
        settings: P2pSettings,
        via: bytes | None = None,
        on_call: Callable[[Link, FrameKind, bytes], None] | None = None,
    ) -> None:
        self.member = member
        self.outbound = outbound
        self.remote = remote
        self.via = via
        self.on_call = on_call
        self.instance = b""
        self.is_breach = False
        self.is_copy = False
        self.bytes_in = 0
        self.bytes_out = 0
        self._calls_left = CALLS_A_MINUTE
        self._calls_since = trio.current_time()
        self._wire = wire
        self._own_run = own_run
        self._settings = settings
        self._decoder = FrameDecoder()
        self._outbox = Outbox()
        self._send_credit = SendCredit()
        self._receive_credit = ReceiveCredit()
        self._incoming: deque[bytes] = deque()
        self._unyielded = 0
        self._send_turn = trio.StrictFIFOLock()
        self._credit_came = trio.lowlevel.ParkingLot()
        self._frame_came = trio.lowlevel.ParkingLot()
        self._proofs: dict[bytes, RunProof | None] = {}
        self._proof_came = trio.lowlevel.ParkingLot()
        self._proofs_paid_at = -math.inf
        self._queued = trio.Event()
        self._drained = trio.Event()
        self._read_all = trio.Event()
        self._ending = trio.Event()
        self._over = trio.Event()
        self._end_reason = ""
        self._is_flushing = False
        self._writing_since = math.inf
        self._heard_at = self._wrote_at = self._frame_began_at = trio.current_time()

    def __repr__(self) -> str:
        direction = "to" if self.outbound else "from"
        return f"<Link {direction} {self.member.hex()[:8]} at {self.remote}>"

    @property
    def is_closed(self) -> bool:
        """Whether the link has ended or is ending; received frames may still be taken."""
        return self._ending.is_set()

    @property
    def end_reason(self) -> str:
        """Why the link ended; empty while it lives."""
        return self._end_reason

    async def send(self, frame: bytes) -> None:
        """Queue `frame` for the peer, waiting while too much is unacknowledged.

        Frames arrive whole and in order or not at all; returning does not mean that it arrived. Cancelling
        is safe: the frame is then queued whole or not at all.

        Args:
            frame: At most FRAME_BYTES_MAX bytes; up to 65,502 go out in one message.

        Raises:
            LinkClosed: The link has ended.
            ValueError: The frame is too large.
        """
        if len(frame) > FRAME_BYTES_MAX:
            raise ValueError(f"a frame of {len(frame)} bytes is over {FRAME_BYTES_MAX}")
        cost = cost_of(frame)
        if self._ending.is_set():
            raise LinkClosed(self._end_reason)
        if self._send_turn.locked() or not self._send_credit.has_room(cost):
            await self._wait_for_credit(frame, cost)
        else:
            self._enqueue(frame, cost)
        await self._yield_after(cost)

    async def _wait_for_credit(self, frame: bytes, cost: int) -> None:
        # In turn: a large frame must not starve behind small ones that still fit.
        async with self._send_turn:
            while not self._send_credit.has_room(cost):
                if self._ending.is_set():
                    raise LinkClosed(self._end_reason)
                await self._credit_came.park()
            if self._ending.is_set():
                raise LinkClosed(self._end_reason)
            self._enqueue(frame, cost)

    def _enqueue(self, frame: bytes, cost: int) -> None:
        self._send_credit.spend(cost)
        self._outbox.put(data_header(len(frame)), frame)
        self._queued.set()

    async def _yield_after(self, cost: int) -> None:
        # A checkpoint costs more than queueing a small frame, so not every call has one.
        self._unyielded += cost
        if self._unyielded >= YIELD_EVERY:
            self._unyielded = 0
            await trio.lowlevel.checkpoint()

    async def receive(self) -> bytes:
        """Return the peer's next frame; those that came before a link's end are still returned.

        Raises:
            LinkClosed: The link has ended and every frame has been taken.
        """
        while not self._incoming:
            if self._ending.is_set():
                raise LinkClosed(self._end_reason)
            await self._frame_came.park()
        frame = self._incoming.popleft()
        cost = cost_of(frame)
        acknowledge = self._receive_credit.consume(cost)
        if acknowledge is not None:
            self._control(encode_ack(acknowledge))
        await self._yield_after(cost)
        return frame

    async def close(self) -> None:
        """Send what is queued, for at most a second, and end the link."""
        self.end("closed here", bye=ByeReason.CLOSED)
        await self._over.wait()

    def end(self, reason: str, *, bye: ByeReason | None = None) -> None:
        """Begin to end the link; the first reason given is the one that is told.

        Args:
            reason: For people.
            bye: What to tell the peer, after what is queued; None when it cannot hear or need not.
        """
        if self._ending.is_set():
            return
        self._end_reason = reason
        self._is_flushing = bye is not None
        if bye is not None:
            self._outbox.put(encode_bye(bye), b"")
        self._ending.set()
        self._queued.set()
        self._credit_came.unpark_all()
        self._frame_came.unpark_all()
        self._proof_came.unpark_all()

    async def prove_to(self, instance: bytes) -> RunProof | None:
        """Have the peer prove to another run of its member that it is alive; None if no answer comes in time."""
        self._proofs[instance] = None
        self._control(encode_ping(instance))
        with trio.move_on_after(self._settings.probe_s):
            while self._proofs[instance] is None and not self._ending.is_set():
                await self._proof_came.park()
        return self._proofs[instance]

    def tell_copy(self, proof: RunProof) -> None:
        """Show the peer that another run of its member is alive."""
        # In the order of data: what follows may be the goodbye.
        self._outbox.put(encode_copy(proof), b"")
        self._queued.set()

    async def greet(self) -> None:
        """Write our hello: the dialling side before it reads the peer's. The other answers in `run`.

        Raises:
            LinkClosed: The peer is gone.
        """
        await self._wire.open_window()
        await self._write(encode_hello(Hello(instance=self._own_run.instance)))

    async def read_hello(self) -> Hello:
        """Wait for the peer's hello. The caller sets the deadline.

        Raises:
            LinkClosed: It ended, refused us, or sent something else.
        """
        try:
            frames = await self._first_frames()
            kind, payload = frames[0]
            if kind is FrameKind.BYE:
                raise LinkRefused(decode_bye(payload))
            if kind is not FrameKind.HELLO:
                raise FrameBreach("no hello")
            hello = decode_hello(payload)
            self.instance = hello.instance
            for frame in frames[1:]:
                self._take(*frame)
        except FrameBreach as breach:
            self.end(f"protocol breach: {breach}")
            raise LinkClosed(self._end_reason) from breach
        return hello

    async def _first_frames(self) -> list[tuple[FrameKind, bytes]]:
        while True:
            frames = self._decoder.feed(await self._read())
            if frames:
                return frames

    async def refuse(self, bye: ByeReason) -> None:
        """Tell the peer that this link is not wanted and end it; instead of `run`."""
        self.end(f"refused: {bye.name.lower()}")
        with trio.move_on_after(FLUSH_S), contextlib.suppress(LinkClosed):
            await self._write(encode_bye(bye))
            while True:
                await self._read()
        await self._shut()

    async def abandon(self) -> None:
        """End a link that did not come about, without a word; instead of `run`."""
        self.end("abandoned")
        await self._shut()

    async def run(self) -> None:
        """Keep the link alive until it ends, then close the transport. Does not raise but when cancelled."""
        try:
            if not self.outbound:
                await self._answer()
            async with trio.open_nursery() as nursery:
                nursery.start_soon(self._read_loop)
                nursery.start_soon(self._write_loop)
                nursery.start_soon(self._keep_loop)
                await self._ending.wait()
                if self._is_flushing:
                    await self._part()
                nursery.cancel_scope.cancel()
        finally:
            self.end("the network stopped")
            await self._shut()

    async def _answer(self) -> None:
        try:
            await self.greet()
        except LinkClosed as closed:
            self.end(str(closed))

    async def _part(self) -> None:
        # Closing at once could reset the connection and so take back what the peer has not read yet:
        # whoever says goodbye waits until the other side, which has read it, closes.
        with trio.move_on_after(FLUSH_S):
            await self._drained.wait()
            await self._read_all.wait()

    async def _shut(self) -> None:
        with trio.CancelScope(shield=True):
            await self._wire.abort()
        self._over.set()

    async def _read_loop(self) -> None:
        try:
            while True:
                for kind, payload in self._decoder.feed(await self._read()):
                    self._take(kind, payload)
                if not self._decoder.is_mid_frame:
                    self._frame_began_at = trio.current_time()
        except LinkClosed as closed:
            self.end(str(closed))
        except FrameBreach as breach:
            self._incoming.clear()
            self.is_breach = True
            self.end(f"protocol breach: {breach}")
        finally:
            self._read_all.set()

    def _take(self, kind: FrameKind, payload: bytes) -> None:
        match kind:
            case FrameKind.DATA:
                self._receive_credit.receive(cost_of(payload))
                self._incoming.append(payload)
                self._frame_came.unpark()
            case FrameKind.ACK:
                self._send_credit.acknowledge(decode_ack(payload))
                self._credit_came.unpark_all()
            case FrameKind.BYE:
                self.end(f"the peer said goodbye: {decode_bye(payload).name.lower()}")
            case FrameKind.ASK | FrameKind.TICKET:
                self._count_call()
                if self.on_call is not None:
                    self.on_call(self, kind, payload)
            case FrameKind.PING:
                self._prove(decode_ping(payload))
            case FrameKind.PONG:
                instance, proof = decode_pong(payload)
                if instance in self._proofs:
                    self._proofs[instance] = proof
                    self._proof_came.unpark_all()
            case FrameKind.COPY:
                self.is_copy |= self._own_run.is_shown_other(decode_copy(payload), self.member)
            case FrameKind.HELLO:
                raise FrameBreach("a second hello")

    def _count_call(self) -> None:
        now = trio.current_time()
        if now - self._calls_since > 60:
            self._calls_left, self._calls_since = CALLS_A_MINUTE, now
        self._calls_left -= 1
        if self._calls_left < 0:
            raise FrameBreach("calls too often")

    def tell(self, frame: bytes) -> None:
        """Send a frame about a call, ahead of all data."""
        if not self._ending.is_set():
            self._control(frame)

    def _prove(self, instance: bytes) -> None:
        now = trio.current_time()
        paid_at = max(self._proofs_paid_at, now) + PROOF_EVERY_S
        if paid_at - now <= PROOFS_AT_ONCE * PROOF_EVERY_S:
            self._proofs_paid_at = paid_at
            self._control(encode_pong(instance, self._own_run.prove_to(instance)))

    async def _write_loop(self) -> None:
        try:
            while True:
                await self._queued.wait()
                self._queued = trio.Event()
                while self._outbox:
                    await self._write(self._outbox.take())
                if self._ending.is_set():
                    self._drained.set()
        except LinkClosed as closed:
            self._drained.set()
            self.end(str(closed))

    async def _keep_loop(self) -> None:
        settings = self._settings
        while True:
            now = trio.current_time()
            if now - self._heard_at >= settings.silence_s:
                self.end(f"silent for {settings.silence_s:.0f} s")
            if self._decoder.is_mid_frame and now - self._frame_began_at >= settings.frame_s:
                self.end("a frame took too long to arrive")
            if now - self._writing_since >= settings.write_s:
                self.end(f"a write took over {settings.write_s:.0f} s")
            if now - self._wrote_at >= settings.keepalive_s:
                self._control(KEEPALIVE)
                self._wrote_at = now
            await trio.sleep_until(
                min(
                    self._wrote_at + settings.keepalive_s,
                    self._heard_at + settings.silence_s,
                    self._writing_since + settings.write_s,
                )
            )

    def _control(self, frame: bytes) -> None:
        self._outbox.put_control(frame)
        self._queued.set()

    async def _read(self) -> bytes:
        chunk = await self._wire.read()
        if not chunk:
            raise LinkClosed("the peer ended the stream")
        self._heard_at = trio.current_time()
        self.bytes_in += len(chunk)
        return chunk

    async def _write(self, chunk: bytes) -> None:
        # The keeper ends a write that takes too long: a deadline of its own for each is a tenth of its cost.
        self._writing_since = trio.current_time()
        await self._wire.write(chunk)
        self._writing_since = math.inf
        self._wrote_at = trio.current_time()
        self.bytes_out += len(chunk)

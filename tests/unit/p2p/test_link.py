"""A link over a wire in memory, with a clock that jumps: no test here waits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
import trio
import trio.testing

from cohong.crypto.signing import SigningKey
from cohong.p2p.credit import cost_of
from cohong.p2p.link import Link, LinkClosed, LinkRefused
from cohong.p2p.link_frames import (
    ACK_EVERY,
    CREDIT_MAX,
    FRAME_BYTES_MAX,
    ByeReason,
    FrameDecoder,
    FrameKind,
    Hello,
    data_header,
    encode_hello,
)
from cohong.p2p.own_run import OwnRun
from cohong.p2p.settings import P2pSettings

KEY = SigningKey(bytes(32))
SETTINGS = P2pSettings(keepalive_s=10, silence_s=30, write_s=15, frame_s=60)


class MemoryWire:
    """One end of a stream in memory.

    `stalls` makes its writes wait for ever, as a full socket does; `loses` drops them, as a cut cable does.
    """

    def __init__(self, stream: trio.testing.MemorySendStream, source: trio.testing.MemoryReceiveStream) -> None:
        self._stream = stream
        self._source = source
        self.stalls = False
        self.loses = False
        self.writes: list[bytes] = []

    async def open_window(self) -> None:
        await trio.lowlevel.checkpoint()

    async def read(self) -> bytes:
        try:
            return bytes(await self._source.receive_some())
        except trio.ClosedResourceError:
            return b""

    async def write(self, chunk: bytes) -> None:
        if self.stalls:
            await trio.sleep_forever()
        self.writes.append(chunk)
        if self.loses:
            return
        try:
            await self._stream.send_all(chunk)
        except (trio.BrokenResourceError, trio.ClosedResourceError) as error:
            raise LinkClosed("the connection broke") from error

    async def abort(self) -> None:
        self._stream.close()
        self._source.close()


def link_over(wire: MemoryWire, *, outbound: bool) -> Link:
    return Link(
        member=bytes([outbound]) * 32,
        outbound=outbound,
        remote="",
        wire=wire,
        own_run=OwnRun(KEY),
        settings=SETTINGS,
    )


def wires() -> tuple[MemoryWire, MemoryWire]:
    there, back = trio.testing.memory_stream_one_way_pair(), trio.testing.memory_stream_one_way_pair()
    return MemoryWire(there[0], back[1]), MemoryWire(back[0], there[1])


@asynccontextmanager
async def linked() -> AsyncIterator[tuple[Link, Link, MemoryWire, MemoryWire]]:
    """Two links that have greeted each other and run."""
    near_wire, far_wire = wires()
    near, far = link_over(near_wire, outbound=True), link_over(far_wire, outbound=False)
    async with trio.open_nursery() as nursery:
        await near.greet()
        await far.read_hello()
        nursery.start_soon(far.run)
        await near.read_hello()
        nursery.start_soon(near.run)
        yield near, far, near_wire, far_wire
        nursery.cancel_scope.cancel()


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        with trio.fail_after(3600):
            await test()

    trio.run(bounded, clock=trio.testing.MockClock(autojump_threshold=0))


def test_the_greeting_tells_each_side_the_others_run() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, _):
            assert len({near.instance, far.instance, b""}) == 3

    run(test)


def test_frames_queued_together_are_written_together() -> None:
    async def test() -> None:
        async with linked() as (near, far, wire, _):
            await trio.testing.wait_all_tasks_blocked()
            wire.writes.clear()
            for number in range(100):
                await near.send(bytes([number]) * 300)
            assert [await far.receive() for _ in range(100)] == [bytes([n]) * 300 for n in range(100)]
            assert len(wire.writes) == 1

    run(test)


def test_a_sender_waits_at_exactly_the_credit_and_goes_on_when_the_reader_takes_some() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, _):
            frame, sent = bytes(64 * 1024), 0

            async def send() -> None:
                nonlocal sent
                while sent < 100:
                    await near.send(frame)
                    sent += 1

            async with trio.open_nursery() as nursery:
                nursery.start_soon(send)
                await trio.sleep(1000)
                assert sent == CREDIT_MAX // cost_of(frame)
                taken = 0
                while taken < ACK_EVERY:
                    taken += cost_of(await far.receive())
                await trio.sleep(1)
                assert sent > CREDIT_MAX // cost_of(frame)
                for _ in range(100 - taken // cost_of(frame)):
                    await far.receive()
            assert sent == 100

    run(test)


def test_a_large_frame_is_not_overtaken_by_small_ones_while_it_waits() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, _):
            await near.send(bytes(FRAME_BYTES_MAX))
            async with trio.open_nursery() as nursery:
                nursery.start_soon(near.send, b"L" * FRAME_BYTES_MAX)
                await trio.testing.wait_all_tasks_blocked()
                nursery.start_soon(near.send, b"small")
                await trio.testing.wait_all_tasks_blocked()
                assert [(await far.receive())[:5] for _ in range(3)] == [bytes(5), b"LLLLL", b"small"]

    run(test)


def test_cancelling_a_send_that_waits_sends_nothing_of_it() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, _):
            await near.send(bytes(FRAME_BYTES_MAX))
            with trio.move_on_after(5):
                await near.send(b"never" + bytes(FRAME_BYTES_MAX - 5))
            await near.send(b"after")
            assert len(await far.receive()) == FRAME_BYTES_MAX
            assert await far.receive() == b"after"

    run(test)


def test_idle_links_stay_up_with_one_keepalive_in_ten_seconds() -> None:
    async def test() -> None:
        async with linked() as (near, far, wire, _):
            wire.writes.clear()
            await trio.sleep(1000)
            assert not near.is_closed and not far.is_closed
            assert len(wire.writes) in (99, 100)
            assert set(wire.writes) == {bytes(4)}

    run(test)


def test_a_busy_link_sends_no_keepalive() -> None:
    async def test() -> None:
        async with linked() as (near, _, wire, _):
            wire.writes.clear()
            for _ in range(30):
                await near.send(b"x")
                await trio.sleep(9)
            assert bytes(4) not in wire.writes

    run(test)


def test_a_peer_silent_for_thirty_seconds_is_dropped() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, far_wire):
            far_wire.loses = True
            began = trio.current_time()
            with pytest.raises(LinkClosed, match="silent for 30 s"):
                await near.receive()
            assert 30 <= trio.current_time() - began <= 40
            assert not far.is_closed

    run(test)


def test_a_write_that_hangs_ends_the_link() -> None:
    async def test() -> None:
        async with linked() as (near, far, wire, _):
            wire.stalls = True
            await near.send(b"stuck")
            began = trio.current_time()
            while not near.is_closed:
                await far.send(b"still here")
                await trio.sleep(1)
            assert near.end_reason == "a write took over 15 s"
            assert 15 <= trio.current_time() - began <= 26

    run(test)


def test_a_frame_that_drips_in_is_given_up_after_a_minute() -> None:
    async def test() -> None:
        near_wire, far_wire = wires()
        near = link_over(near_wire, outbound=True)
        async with trio.open_nursery() as nursery:
            await far_wire.write(encode_hello(Hello(b"instance")) + data_header(1000))
            await near.read_hello()
            nursery.start_soon(near.run)
            began = trio.current_time()
            while not near.is_closed:
                await far_wire.write(b"x")
                await trio.sleep(2)
            assert near.end_reason == "a frame took too long to arrive"
            assert 60 <= trio.current_time() - began <= 74

    run(test)


def test_closing_delivers_what_is_queued_and_then_says_goodbye() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, _):
            await near.send(bytes(300_000))
            await near.send(b"last")
            async with trio.open_nursery() as nursery:
                nursery.start_soon(near.close)
                assert len(await far.receive()) == 300_000
                assert await far.receive() == b"last"
                with pytest.raises(LinkClosed, match="goodbye: closed"):
                    await far.receive()
            with pytest.raises(LinkClosed, match="closed here"):
                await near.send(b"late")

    run(test)


def test_closing_takes_a_second_at_most_when_the_peer_does_not_react() -> None:
    async def test() -> None:
        async with linked() as (near, _, wire, _):
            wire.stalls = True
            await near.send(b"stuck")
            began = trio.current_time()
            await near.close()
            assert trio.current_time() - began <= 1

    run(test)


def test_everybody_who_waits_learns_of_the_end() -> None:
    async def test() -> None:
        async with linked() as (near, _, _, _):
            await near.send(bytes(FRAME_BYTES_MAX))
            told = 0

            async def wait(action: Callable[[], Awaitable[object]]) -> None:
                nonlocal told
                with pytest.raises(LinkClosed, match="enough"):
                    await action()
                told += 1

            async with trio.open_nursery() as nursery:
                nursery.start_soon(wait, near.receive)
                nursery.start_soon(wait, near.receive)
                for _ in range(3):
                    nursery.start_soon(wait, lambda: near.send(bytes(FRAME_BYTES_MAX)))
                await trio.testing.wait_all_tasks_blocked()
                near.end("enough")
            assert told == 5

    run(test)


def test_the_first_reason_for_an_end_is_the_one_that_is_told() -> None:
    async def test() -> None:
        async with linked() as (near, _, _, _):
            near.end("first")
            near.end("second")
            assert near.end_reason == "first"

    run(test)


def test_a_refusal_reaches_the_dialling_side_as_such() -> None:
    async def test() -> None:
        near_wire, far_wire = wires()
        near, far = link_over(near_wire, outbound=True), link_over(far_wire, outbound=False)
        await near.greet()
        await far.read_hello()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(far.refuse, ByeReason.FULL)
            with pytest.raises(LinkRefused) as refusal:
                await near.read_hello()
            await near.abandon()
        assert refusal.value.reason is ByeReason.FULL

    run(test)


def test_data_that_comes_with_the_hello_is_not_lost() -> None:
    async def test() -> None:
        near_wire, far_wire = wires()
        near = link_over(near_wire, outbound=True)
        await far_wire.write(encode_hello(Hello(b"instance")) + data_header(5) + b"early")
        await near.read_hello()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(near.run)
            assert await near.receive() == b"early"
            near.end("done")

    run(test)


def test_a_breach_drops_what_the_peer_had_sent_and_names_the_reason() -> None:
    async def test() -> None:
        near_wire, far_wire = wires()
        near = link_over(near_wire, outbound=True)
        await far_wire.write(encode_hello(Hello(b"instance")) + data_header(5) + b"first")
        await near.read_hello()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(near.run)
            await far_wire.write(b"\xff\xff\xff\xff")
            await trio.testing.wait_all_tasks_blocked()
            with pytest.raises(LinkClosed, match="protocol breach: frame of 4294967295"):
                await near.receive()
        assert near.is_breach

    run(test)


def test_bytes_are_counted_as_they_cross_the_wire() -> None:
    async def test() -> None:
        async with linked() as (near, far, _, _):
            before = far.bytes_in
            await near.send(bytes(1000))
            await far.receive()
            assert far.bytes_in - before == len(data_header(1000)) + 1000
            assert near.bytes_out == far.bytes_in
            assert FrameDecoder().feed(data_header(0)) == [(FrameKind.DATA, b"")]

    run(test)

"""Every hostile input that we know against a real host; after each, an honest peer's link still works.

The inputs are those that ended, deafened or filled an unguarded py-libp2p 0.8.1, and what is new with
our own frames. Strangers get no further than Noise, so most attackers here are admitted members.
"""

from __future__ import annotations

import contextlib
import logging
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
import trio
from tests.integration.hostile_peer import (
    DATA,
    FIN,
    GO_AWAY,
    MULTISTREAM,
    PING,
    RST,
    SYN,
    SYNC,
    WINDOW_UPDATE,
    HostileConnection,
    data,
    line,
    noise_to,
    tcp_to,
    wait_closed,
    yamux,
    yamux_to,
)
from tests.integration.p2p_networks import (
    SETTINGS,
    Person,
    Running,
    assert_echo,
    quick,
    run_trio,
    running,
    until,
)

from cohong.p2p.guarded_yamux import BUFFER_BYTES_MAX, PINGS_ANSWERED_A_MINUTE, STREAMS_MAX
from cohong.p2p.link import CALLS_A_MINUTE
from cohong.p2p.link_frames import (
    CREDIT_MAX,
    FRAME_BYTES_MAX,
    FrameKind,
    Hello,
    Ticket,
    TicketRole,
    data_header,
    encode_ack,
    encode_ask,
    encode_hello,
    encode_ticket,
)
from cohong.p2p.network import Link, LinkClosed, P2pSettings, PeerTrouble
from cohong.p2p.relay import CALL_MARK

VICTIM, FRIEND, MALLORY, STRANGER, LATECOMER = (Person(number) for number in range(1, 6))
MEMBERS = {VICTIM.member, FRIEND.member, MALLORY.member, LATECOMER.member}


@dataclass(eq=False)
class Scene:
    """A victim with an honest neighbour, and the ways to get at it."""

    victim: Running
    near: Link
    far: Link

    def noise(self, person: Person) -> object:
        return noise_to(self.victim.listens[0], VICTIM.member, person.seed)

    @asynccontextmanager
    async def yamux(self, person: Person = MALLORY) -> AsyncIterator[HostileConnection]:
        async with yamux_to(self.victim.listens[0], VICTIM.member, person.seed) as connection:
            yield connection

    @asynccontextmanager
    async def sync(self) -> AsyncIterator[tuple[HostileConnection, Link]]:
        """Go as far as a link, which the victim's application has taken."""
        async with self.yamux() as connection:
            await connection.open_sync()
            yield connection, await self.victim.next_link()


def after(attack: Callable[[Scene], Awaitable[None]], *, settings: P2pSettings = SETTINGS) -> None:
    """Run `attack`, then check that the honest link is the same one and works both ways."""

    async def test() -> None:
        async with running(VICTIM, MEMBERS, settings=settings) as victim, running(FRIEND, MEMBERS) as friend:
            friend.network.add_peer(VICTIM.member, victim.listens)
            near, far = await friend.next_link(), await victim.next_link()
            host = victim.network._host
            await attack(Scene(victim, near, far))
            await assert_echo(near, far)
            assert victim.network._host is host, "the host was started again"

    run_trio(test)


# Strangers


def test_raw_garbage() -> None:
    async def attack(scene: Scene) -> None:
        for number in range(50):
            async with tcp_to(scene.victim.listens[0]) as stream:
                await stream.send_all(bytes([number]) * 500 + b"\n\x00\xff")

    after(attack)


@pytest.mark.parametrize(
    "opening",
    [
        b"\xff" * 12,
        b"\x00",
        line(b"/multistream/9.9.9"),
        line(b"\xff\xfe\xfd"),
        line(MULTISTREAM) + line(b"\xc3\x28 not utf-8"),
        line(MULTISTREAM) + line(b"/noise") + b"\xff\xff" + bytes(65535),
        line(MULTISTREAM) + line(b"/noise") + b"\x00\x00",
        line(MULTISTREAM) + line(b"/noise") + b"\x00\x20" + bytes(32) + b"\x00\x40" + bytes(64),
        b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f" + bytes(1000),
        CALL_MARK,
        CALL_MARK[:-1] + b"\x00" + bytes(16),
        CALL_MARK + bytes(15),
        CALL_MARK + bytes(16) + line(MULTISTREAM),
    ],
)
def test_malformed_openings(opening: bytes) -> None:
    async def attack(scene: Scene) -> None:
        async with tcp_to(scene.victim.listens[0]) as stream:
            await stream.send_all(opening)
            await stream.send_eof()
            await wait_closed(stream)

    after(attack)


@pytest.mark.parametrize("protocol", [b"/plaintext/2.0.0", b"/secio/1.0.0", b"/tls/1.0.0"])
def test_no_security_but_noise_is_offered(protocol: bytes) -> None:
    async def attack(scene: Scene) -> None:
        async with tcp_to(scene.victim.listens[0]) as stream:
            await stream.send_all(line(MULTISTREAM) + line(protocol))
            answer = b""
            with trio.fail_after(3):
                while b"na\n" not in answer:
                    answer += await stream.receive_some(100)
            assert protocol not in answer

    after(attack)


def test_plaintext_at_a_members_address_is_not_taken_for_that_member() -> None:
    async def attack(scene: Scene) -> None:
        async def impersonate(stream: trio.SocketStream) -> None:
            await stream.send_all(line(MULTISTREAM) + line(b"na"))
            await stream.receive_some(1000)
            await stream.send_all(line(b"/plaintext/2.0.0"))
            await stream.receive_some(1000)

        async with trio.open_nursery() as nursery:
            listener = (await trio.open_tcp_listeners(0, host="127.0.0.1"))[0]
            nursery.start_soon(trio.serve_listeners, impersonate, [listener])
            port = listener.socket.getsockname()[1]
            scene.victim.network.add_peer(LATECOMER.member, [type(scene.victim.listens[0])("127.0.0.1", port)])
            await until(lambda: scene.victim.state_of(LATECOMER.member).last_error)
            assert scene.victim.state_of(LATECOMER.member).last_error == PeerTrouble.HANDSHAKE_FAILED
            nursery.cancel_scope.cancel()

    after(attack)


def test_a_stranger_with_a_good_key_gets_no_muxer() -> None:
    async def attack(scene: Scene) -> None:
        async with noise_to(scene.victim.listens[0], VICTIM.member, STRANGER.seed) as connection:
            with pytest.raises(Exception):  # noqa: B017  # libp2p says it in several ways
                await connection.choose_yamux()
            assert await connection.is_closed()

    after(attack)


def test_stalled_handshakes_do_not_shut_a_member_out() -> None:
    async def attack(scene: Scene) -> None:
        async with trio.open_nursery() as nursery:
            for _ in range(300):
                nursery.start_soon(_stall, scene)
            await trio.sleep(0.3)
            async with running(LATECOMER, MEMBERS) as latecomer:
                began = trio.current_time()
                latecomer.network.add_peer(VICTIM.member, scene.victim.listens)
                await latecomer.next_link()
                assert trio.current_time() - began < 2
            nursery.cancel_scope.cancel()

    after(attack)


async def _stall(scene: Scene) -> None:
    async with tcp_to(scene.victim.listens[0]) as stream:
        await stream.send_all(line(MULTISTREAM) + line(b"/noise") + b"\x00\x20")
        await trio.sleep_forever()


def test_a_handshake_that_stalls_is_dropped_in_time() -> None:
    async def attack(scene: Scene) -> None:
        async with tcp_to(scene.victim.listens[0]) as stream:
            await stream.send_all(line(MULTISTREAM) + line(b"/noise"))
            await wait_closed(stream, within_s=1.5)

    after(attack, settings=quick(handshake_s=1))


def test_megabytes_before_the_handshake_are_not_read() -> None:
    async def attack(scene: Scene) -> None:
        async with tcp_to(scene.victim.listens[0]) as stream:
            # A multistream message of 2^56 bytes, of which 20 MB come.
            await stream.send_all(b"\xff\xff\xff\xff\xff\xff\xff\x7f")
            sent = 0
            with trio.fail_after(5), pytest.raises(trio.BrokenResourceError):
                while sent < 20_000_000:
                    await stream.send_all(bytes(65536))
                    sent += 65536
            assert sent < 10_000_000

    after(attack)


# Members: inside Noise


@pytest.mark.parametrize(
    "negotiation",
    [
        line(MULTISTREAM) + line(b"\xff\xfe\x80 not utf-8"),
        line(b"\xff\xfe\x80"),
        line(MULTISTREAM) + line(b"/no/such/protocol") * 5,
        line(MULTISTREAM) + line(b"ls") * 200,
        line(MULTISTREAM) + b"\xff\xff\xff\xff\x7f" + bytes(4000),
        line(MULTISTREAM) + line(b"/ipfs/id/1.0.0"),
        b"\x00" * 10,
        b"",
    ],
)
def test_hostile_negotiation_of_a_stream(negotiation: bytes) -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            await connection.write(yamux(WINDOW_UPDATE, SYN, 1, 0), data(1, negotiation))
            assert await connection.is_closed(within_s=3)

    after(attack, settings=quick(handshake_s=1))


def test_a_long_negotiation_is_cut_short_at_once() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            # A protocol name of 256 MB, of which 4 KB come.
            negotiation = line(MULTISTREAM) + b"\xff\xff\xff\x7f" + bytes(4000)
            await connection.write(yamux(WINDOW_UPDATE, SYN, 1, 0), data(1, negotiation))
            assert await connection.is_closed(within_s=1)

    after(attack)


@pytest.mark.parametrize(
    "frames",
    [
        yamux(DATA, 0, 1, 5, b"hello", version=9),
        yamux(77, 0, 1, 0),
        data(999, b"to a stream that nobody opened"),
        yamux(GO_AWAY, 0, 0, 1),
        yamux(DATA, 0, 1, 0xFFFFFFFF),
        yamux(DATA, SYN, 1, 0xFFFFFFFF),
        yamux(WINDOW_UPDATE, SYN | RST, 1, 0) * 3,
        yamux(WINDOW_UPDATE, SYN | FIN, 1, 0),
        yamux(WINDOW_UPDATE, SYN, 1, 0) + yamux(DATA, FIN, 1, 0),
        yamux(WINDOW_UPDATE, SYN, 0, 0),
        yamux(WINDOW_UPDATE, 0, 1, 0xFFFFFFFF) * 10,
        bytes(range(256)) * 8,
    ],
)
def test_malformed_yamux_frames(frames: bytes) -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            await connection.write(frames)
            await connection.is_closed(within_s=0.3)

    after(attack)


def test_a_flood_of_streams_ends_the_connection() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            tasks = trio.lowlevel.current_statistics().tasks_living
            for number in range(2000):
                if not await connection.write(yamux(WINDOW_UPDATE, SYN, 2 * number + 1, 0)):
                    break
            assert trio.lowlevel.current_statistics().tasks_living < tasks + 5 * STREAMS_MAX
            assert await connection.is_closed(within_s=3)

    after(attack)


def test_a_flood_beyond_the_window_ends_the_connection() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            await connection.write(yamux(WINDOW_UPDATE, SYN, 1, 0))
            sent = 0
            while sent < 10 * BUFFER_BYTES_MAX and await connection.write(data(1, bytes(60_000))):
                sent += 60_000
            assert sent < 3 * BUFFER_BYTES_MAX

    after(attack)


def test_a_flood_of_pings_ends_the_connection() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            pings = [yamux(PING, SYN, 0, number) for number in range(PINGS_ANSWERED_A_MINUTE + 40)]
            await connection.write(*pings)
            assert await connection.is_closed(within_s=3)

    after(attack)


def test_a_connection_that_opens_no_stream_is_closed() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            assert await connection.is_closed(within_s=2)

    after(attack, settings=quick(handshake_s=1))


def test_one_member_cannot_take_up_many_connections() -> None:
    async def attack(scene: Scene) -> None:
        refused = 0
        async with trio.open_nursery() as nursery:

            async def connect() -> None:
                nonlocal refused
                # Some are refused in the handshake and some right after it.
                with contextlib.suppress(Exception):
                    async with scene.yamux() as connection:
                        await connection.is_closed()
                refused += 1

            for _ in range(20):
                nursery.start_soon(connect)
            await until(lambda: refused >= 17, within_s=3)
            nursery.cancel_scope.cancel()

    after(attack)


# Members: in the sync stream

GREETING = encode_hello(Hello(b"attacker"))


@pytest.mark.parametrize(
    "speech",
    [
        b"",
        struct.pack(">I", 0xFFFFFFFF),
        struct.pack(">IB", 1, FrameKind.DATA),
        struct.pack(">IB", 3, FrameKind.HELLO) + b"\x01x",
        struct.pack(">IB", 10, FrameKind.HELLO) + b"\x63attacker",
        struct.pack(">IB", 1, 99),
        b"\x16\x03\x01\x02\x00GET / HTTP/1.1\r\n\r\n",
        GREETING + struct.pack(">I", 0xFFFFFFFF),
        GREETING + GREETING,
    ],
)
def test_a_stream_that_does_not_greet_is_closed(speech: bytes) -> None:
    async def attack(scene: Scene) -> None:
        async with scene.yamux() as connection:
            negotiation = line(MULTISTREAM) + line(SYNC)
            await connection.write(yamux(WINDOW_UPDATE, SYN, 1, 0), data(1, negotiation), data(1, speech))
            assert await connection.is_closed(within_s=2)
            with pytest.raises(trio.WouldBlock):
                scene.victim.network.links.receive_nowait()

    after(attack, settings=quick(handshake_s=1))


@pytest.mark.parametrize(
    ("speech", "why"),
    [
        (struct.pack(">I", FRAME_BYTES_MAX + 2), "frame of"),
        (struct.pack(">I", 0xFFFFFFFF), "frame of"),
        (struct.pack(">IB", 1, 99), "kind 99"),
        (struct.pack(">IB", 1, 0), "kind 0"),
        (GREETING, "second hello"),
        (encode_ack(1), "not sent"),
        (struct.pack(">IB", 3, FrameKind.ACK) + b"\x00\x00", "wrong size"),
        (struct.pack(">IB", 3, FrameKind.ASK) + b"\x00\x00", "no member"),
        (struct.pack(">IB", 3, FrameKind.TICKET) + b"\x00\x00", "out of form"),
        (encode_ask(MALLORY.member) * (CALLS_A_MINUTE + 1), "too often"),
        (encode_ticket(Ticket(FRIEND.member, TicketRole.ANSWER)) * (CALLS_A_MINUTE + 1), "too often"),
    ],
)
def test_a_breach_of_the_frames_ends_that_link_alone(speech: bytes, why: str) -> None:
    async def attack(scene: Scene) -> None:
        async with scene.sync() as (connection, link):
            await connection.write(data(1, speech))
            with trio.fail_after(3), pytest.raises(LinkClosed, match=why):
                await link.receive()
            assert link.is_breach
            # The victim says goodbye and waits a second for the other side to hang up.
            assert await connection.is_closed(within_s=3)

    after(attack)


def test_more_data_than_the_credit_allows_ends_the_link() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.sync() as (connection, link):
            frame, sent = data_header(60_000) + bytes(60_000), 0
            while sent < 2 * CREDIT_MAX and await connection.write(data(1, frame)):
                sent += 60_000
            with trio.fail_after(3), pytest.raises(LinkClosed, match="more than it was allowed"):
                while True:
                    await link.receive()

    after(attack)


def test_a_frame_that_never_completes_ends_the_link() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.sync() as (connection, link), trio.open_nursery() as nursery:

            async def drip() -> None:
                await connection.write(data(1, data_header(1000)))
                while await connection.write(data(1, b"x")):  # noqa: ASYNC110  # it is meant to drip
                    await trio.sleep(0.1)

            nursery.start_soon(drip)
            with trio.fail_after(4), pytest.raises(LinkClosed, match="too long to arrive"):
                await link.receive()
            nursery.cancel_scope.cancel()

    after(attack, settings=quick(frame_s=1, keepalive_s=0.3))


def test_a_peer_that_reads_nothing_is_dropped() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.sync() as (connection, link):
            del connection  # it stays open, and nobody reads it
            with trio.fail_after(4), pytest.raises(LinkClosed):
                while True:
                    await link.send(bytes(60_000))

    after(attack, settings=quick(write_s=1, silence_s=2, keepalive_s=0.5))


@pytest.mark.parametrize("flag", [FIN, RST])
def test_a_stream_reset_in_the_middle_of_a_frame_is_not_taken_for_a_whole_one(flag: int) -> None:
    async def attack(scene: Scene) -> None:
        async with scene.sync() as (connection, link):
            await connection.write(data(1, data_header(1000) + b"half"), yamux(WINDOW_UPDATE, flag, 1, 0))
            with trio.fail_after(3), pytest.raises(LinkClosed, match="ended the stream"):
                await link.receive()

    after(attack)


def test_a_second_stream_of_a_member_replaces_its_first_link() -> None:
    async def attack(scene: Scene) -> None:
        async with scene.sync() as (connection, link):
            await connection.open_sync(3)
            again = await scene.victim.next_link()
            assert link.is_closed and again is not link

    after(attack)


def test_a_fault_in_the_applications_membership_check_ends_that_connection_alone() -> None:
    asked = 0

    def is_member(member: bytes) -> bool:
        nonlocal asked
        if member == MALLORY.member:
            asked += 1
            if asked > 1:
                raise KeyError("the application's own fault")
        return member in MEMBERS

    async def test() -> None:
        async with running(VICTIM, is_member) as victim, running(FRIEND, MEMBERS) as friend:
            friend.network.add_peer(VICTIM.member, victim.listens)
            near, far = await friend.next_link(), await victim.next_link()
            async with yamux_to(victim.listens[0], VICTIM.member, MALLORY.seed) as connection:
                await connection.open_sync()
                assert await connection.is_closed(within_s=3)
            assert asked == 2
            await assert_echo(near, far)

    run_trio(test)


def test_no_log_line_carries_what_a_peer_sent(caplog: pytest.LogCaptureFixture) -> None:
    canary = b"CANARY-7361"

    async def attack(scene: Scene) -> None:
        for _ in range(30):
            async with scene.yamux() as connection:
                await connection.write(yamux(WINDOW_UPDATE, SYN, 1, 0), data(1, line(canary)))
                await connection.is_closed(within_s=0.05)
        async with tcp_to(scene.victim.listens[0]) as stream:
            await stream.send_all(line(canary) * 5)

    with caplog.at_level(logging.DEBUG, logger="cohong"):
        after(attack)
    ours = [record for record in caplog.records if record.name.startswith("cohong")]
    assert ours and len(ours) < 200
    assert not any(canary.decode() in record.getMessage() for record in ours)

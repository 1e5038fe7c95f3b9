"""Peer networks on loopback with real libp2p: who links with whom, and what goes over a link."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

import pytest
import trio
from tests.integration.p2p_networks import (
    ANY_PORT,
    Person,
    assert_echo,
    connections,
    free_port,
    linked,
    quick,
    run_trio,
    running,
    until,
)

from cohong.p2p.network import (
    FRAME_BYTES_MAX,
    Link,
    LinkClosed,
    PeerAddress,
    PeerNetwork,
    PeerTrouble,
    PortInUse,
)

ALICE, BOB, CAROL = Person(1), Person(2), Person(3)
FRIENDS = {ALICE.member, BOB.member, CAROL.member}
CHECKOUT = Path(__file__).resolve().parents[2]


def test_two_networks_exchange_frames_of_every_size() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (alice, bob, near, far):
            assert (near.member, near.outbound) == (BOB.member, True)
            assert (far.member, far.outbound) == (ALICE.member, False)
            for size in (0, 1, 300, 65_502, 65_536, FRAME_BYTES_MAX):
                await assert_echo(near, far, os.urandom(size))
            assert alice.state_of(BOB.member).direction == "out"
            assert bob.state_of(ALICE.member).direction == "in"
            assert bob.state_of(ALICE.member).bytes_in >= FRAME_BYTES_MAX

    run_trio(test)


def test_frames_keep_their_order_under_load_in_both_directions() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (_, _, near, far):
            count = 3000

            async def send(link: Link) -> None:
                for number in range(count):
                    await link.send(number.to_bytes(4, "big") * (1 + number % 500))

            async def receive(link: Link) -> None:
                for number in range(count):
                    frame = await link.receive()
                    assert frame == number.to_bytes(4, "big") * (1 + number % 500)

            async with trio.open_nursery() as nursery:
                for link in (near, far):
                    nursery.start_soon(send, link)
                    nursery.start_soon(receive, link)

    run_trio(test)


def test_a_frame_over_the_limit_is_refused_to_its_sender_and_the_link_lives() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (_, _, near, far):
            with pytest.raises(ValueError, match="is over"):
                await near.send(bytes(FRAME_BYTES_MAX + 1))
            await assert_echo(near, far)

    run_trio(test)


def test_a_paused_reader_makes_the_sender_wait_and_then_everything_arrives() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (_, _, near, far):
            frames, frame = 160, bytes(64 * 1024)
            sent = 0

            async def send() -> None:
                nonlocal sent
                for _ in range(frames):
                    await near.send(frame)
                    sent += 1

            async with trio.open_nursery() as nursery:
                nursery.start_soon(send)
                # Longer than the 5 s after which libp2p's yamux gives a closed window up.
                await trio.sleep(8)
                assert 16 <= sent <= 32
                for _ in range(frames):
                    assert await far.receive() == frame
            assert not near.is_closed and not far.is_closed

    run_trio(test)


def test_a_stranger_is_refused_before_any_stream() -> None:
    async def test() -> None:
        stranger = Person(66)
        async with (
            running(ALICE, FRIENDS) as alice,
            running(stranger, lambda _: True) as intruder,
        ):
            intruder.network.add_peer(ALICE.member, alice.listens)
            await until(lambda: intruder.state_of(ALICE.member).last_error)
            assert intruder.state_of(ALICE.member).last_error == PeerTrouble.NOT_ADMITTED
            assert alice.network.peers() == []
            with pytest.raises(trio.WouldBlock):
                alice.network.links.receive_nowait()

    run_trio(test)


def test_another_member_at_a_wanted_members_address_is_refused() -> None:
    async def test() -> None:
        async with running(ALICE, FRIENDS) as alice, running(CAROL, FRIENDS) as carol:
            alice.network.add_peer(BOB.member, carol.listens)
            await until(lambda: alice.state_of(BOB.member).last_error)
            assert alice.state_of(BOB.member).last_error == PeerTrouble.WRONG_PEER
            assert carol.network.peers() == []

    run_trio(test)


def test_dead_addresses_before_the_good_one_do_not_matter() -> None:
    async def test() -> None:
        async with running(ALICE, FRIENDS) as alice, running(BOB, FRIENDS) as bob:
            dead = PeerAddress("127.0.0.1", free_port())
            alice.network.add_peer(BOB.member, [dead, PeerAddress("::1", dead.port), *bob.listens])
            await alice.next_link(within_s=2)

    run_trio(test)


def test_ipv6_loopback_works() -> None:
    async def test() -> None:
        if not _has_ipv6():
            pytest.skip("this machine has no IPv6 loopback")
        async with (
            running(ALICE, FRIENDS) as alice,
            running(BOB, FRIENDS, listen=PeerAddress("::1", 0)) as bob,
        ):
            alice.network.add_peer(BOB.member, bob.listens)
            near, far = await alice.next_link(), await bob.next_link()
            assert near.remote == str(bob.listens[0]) and far.remote.startswith("[::1]:")
            await assert_echo(near, far)

    run_trio(test)


@pytest.mark.parametrize("attempt", range(3))
def test_dialling_each_other_at_once_ends_in_one_link(attempt: int) -> None:
    async def test() -> None:
        async with running(ALICE, FRIENDS) as alice, running(BOB, FRIENDS) as bob:
            alice.network.add_peer(BOB.member, bob.listens)
            bob.network.add_peer(ALICE.member, alice.listens)
            await trio.sleep(0.5)
            near, far = _last_link(alice.network), _last_link(bob.network)
            assert near.outbound != far.outbound
            assert not near.is_closed and not far.is_closed
            await assert_echo(near, far)
            await until(lambda: connections(alice.network) == connections(bob.network) == 1)

    run_trio(test)


def test_a_port_in_use_is_named() -> None:
    async def test() -> None:
        async with running(ALICE, FRIENDS) as alice:
            taken = alice.listens[0]
            second = PeerNetwork(seed=BOB.seed, listen=[ANY_PORT, taken], is_member=FRIENDS.__contains__)
            with pytest.raises(PortInUse, match=f"port {taken.port} on 127.0.0.1"):
                await second.run()

    run_trio(test)


def test_removing_a_peer_ends_its_link_and_the_dialling() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (alice, bob, near, far):
            alice.network.remove_peer(BOB.member)
            with pytest.raises(LinkClosed):
                await near.receive()
            with pytest.raises(LinkClosed, match="goodbye"):
                await far.receive()
            await trio.sleep(0.5)
            assert alice.network.peers() == [] and bob.network.peers() == []

    run_trio(test)


def test_a_penalised_peer_is_refused_until_its_time_is_over() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (alice, bob, _, far):
            bob.network.add_peer(ALICE.member, alice.listens)
            began = trio.current_time()
            bob.network.penalise(ALICE.member, 1.0, "sent nonsense")
            with pytest.raises(LinkClosed, match="penalised"):
                await far.receive()
            assert bob.state_of(ALICE.member).last_error == PeerTrouble.PENALISED
            await bob.next_link()
            assert trio.current_time() - began >= 1.0

    run_trio(test)


def test_what_was_sent_before_closing_arrives_although_the_peer_is_sending_too() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (_, _, near, far), trio.open_nursery() as nursery:

            async def send_until_the_end() -> None:
                with contextlib.suppress(LinkClosed):
                    while True:
                        await far.send(bytes(60_000))

            nursery.start_soon(send_until_the_end)
            await trio.sleep(0.1)
            for number in range(20):
                await near.send(bytes([number]) * 50_000)
            nursery.start_soon(near.close)
            for number in range(20):
                assert await far.receive() == bytes([number]) * 50_000
            with pytest.raises(LinkClosed, match="goodbye"):
                await far.receive()
            with pytest.raises(LinkClosed, match="closed here"):
                await near.send(b"too late")

    run_trio(test)


def test_no_more_links_than_the_limit() -> None:
    async def test() -> None:
        settings = quick(links_max=1)
        async with (
            running(ALICE, FRIENDS, settings=settings) as alice,
            running(BOB, FRIENDS) as bob,
            running(CAROL, FRIENDS) as carol,
        ):
            bob.network.add_peer(ALICE.member, alice.listens)
            await bob.next_link()
            carol.network.add_peer(ALICE.member, alice.listens)
            await until(lambda: carol.state_of(ALICE.member).last_error)
            assert carol.state_of(ALICE.member).last_error == PeerTrouble.PEER_IS_FULL
            await alice.next_link()
            assert [state.member for state in alice.network.peers()] == [BOB.member]

    run_trio(test)


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def _last_link(network: PeerNetwork) -> Link:
    newest: Link | None = None
    while True:
        try:
            newest = network.links.receive_nowait()
        except trio.WouldBlock:
            assert newest is not None
            return newest

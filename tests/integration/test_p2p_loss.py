"""Peer networks on loopback with real libp2p: peers that vanish, hang and come back, and the end."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import trio
from tests.integration.p2p_networks import (
    Person,
    assert_echo,
    closed,
    connections,
    free_port,
    linked,
    quick,
    run_trio,
    running,
    until,
)

from cohong.p2p.network import (
    Link,
    LinkClosed,
    PeerAddress,
)

ALICE, BOB, CAROL = Person(1), Person(2), Person(3)
FRIENDS = {ALICE.member, BOB.member, CAROL.member}
CHECKOUT = Path(__file__).resolve().parents[2]

if sys.platform != "linux":
    pytest.skip("counts sockets in /proc", allow_module_level=True)


def test_a_lost_link_comes_back_by_itself() -> None:
    async def test() -> None:
        async with linked(ALICE, BOB) as (alice, bob, near, _):
            await near.close()
            again, back = await alice.next_link(), await bob.next_link()
            await assert_echo(again, back)

    run_trio(test)


def test_a_peer_killed_and_started_again_on_its_port_is_linked_within_3_s() -> None:
    async def test() -> None:
        port = free_port()
        children = [_spawn_echo(port) for _ in range(2)]
        try:
            async with running(ALICE, FRIENDS) as alice:
                await _begin(children[0], port)
                alice.network.add_peer(BOB.member, [PeerAddress("127.0.0.1", port)])
                link = await alice.next_link()
                await _assert_echoes(link)
                # Nobody else knows an address: it is Alice who has to find him again.
                children[0].kill()
                with trio.fail_after(2), pytest.raises(LinkClosed):
                    await link.receive()
                await until(lambda: alice.state_of(BOB.member).next_try_in_s is not None)
                await trio.sleep(0.5)
                await _begin(children[1], port)
                await _assert_echoes(await alice.next_link(within_s=3))
        finally:
            _kill(children)

    run_trio(test)


def test_a_peer_that_stops_answering_is_dropped_after_its_silence() -> None:
    async def test() -> None:
        port = free_port()
        child = _spawn_echo(port, keepalive_s=0.5)
        async with running(ALICE, FRIENDS, settings=quick(keepalive_s=0.5, silence_s=2.0)) as alice:
            try:
                await _begin(child, port)
                alice.network.add_peer(BOB.member, [PeerAddress("127.0.0.1", port)])
                link = await alice.next_link()
                await trio.sleep(2.5)
                assert not link.is_closed, "keep-alives should have kept it"
                child.send_signal(signal.SIGSTOP)
                with trio.fail_after(4), pytest.raises(LinkClosed, match="silent"):
                    await link.receive()
            finally:
                _kill([child])

    run_trio(test)


def test_300_links_one_after_another_leave_nothing_behind() -> None:
    async def test() -> None:
        async with running(ALICE, FRIENDS) as alice:
            await trio.sleep(0.2)
            tasks, sockets = _tasks(), _sockets()
            async with running(BOB, FRIENDS, settings=quick(retry_min_s=0.0)) as bob:
                bob.network.add_peer(ALICE.member, alice.listens)
                for _ in range(300):
                    far = await bob.next_link()
                    near = await alice.next_link()
                    far.end("cycle")
                    await closed(near)
            await until(lambda: connections(alice.network) == 0)
            await until(lambda: (_tasks(), _sockets()) == (tasks, sockets))
            async with running(CAROL, FRIENDS) as carol:
                carol.network.add_peer(ALICE.member, alice.listens)
                await assert_echo(await carol.next_link(), await alice.next_link())

    run_trio(test)


def test_shutting_down_is_quick_and_leaves_no_socket_and_no_task() -> None:
    async def test() -> None:
        gc.collect()
        sockets, tasks = _sockets(), _tasks()
        async with (
            running(ALICE, FRIENDS) as alice,
            running(BOB, FRIENDS) as bob,
            running(CAROL, FRIENDS) as carol,
        ):
            for dialler, target in ((alice, bob), (bob, carol), (carol, alice)):
                dialler.network.add_peer(target.network.member, target.listens)
            for network in (alice, bob, carol):
                await network.next_link()
                await network.next_link()
            began = trio.current_time()
            await alice.stop()
            assert trio.current_time() - began < 2
        await trio.sleep(0.05)
        gc.collect()
        assert (_sockets(), _tasks()) == (sockets, tasks)

    run_trio(test)


def test_a_peer_that_reads_nothing_does_not_delay_shutting_down() -> None:
    async def test() -> None:
        port = free_port()
        child = _spawn_echo(port)
        async with running(ALICE, FRIENDS) as alice:
            try:
                await _begin(child, port)
                alice.network.add_peer(BOB.member, [PeerAddress("127.0.0.1", port)])
                link = await alice.next_link()
                child.send_signal(signal.SIGSTOP)
                with trio.move_on_after(1):
                    while True:
                        await link.send(bytes(60_000))
                began = trio.current_time()
                await alice.stop()
                assert trio.current_time() - began < 2
            finally:
                _kill([child])

    run_trio(test)


def test_a_host_that_fails_is_started_again_on_the_same_port() -> None:
    async def boom() -> None:
        raise RuntimeError("a fault that no guard caught")

    async def test() -> None:
        async with linked(ALICE, BOB) as (alice, bob, _, far):
            bob.network._host.swarm.manager.run_task(boom)  # type: ignore[union-attr]  # it runs
            await closed(far)
            again, back = await alice.next_link(), await bob.next_link()
            await assert_echo(again, back)

    run_trio(test)


def _spawn_echo(port: int, keepalive_s: float = 10) -> subprocess.Popen[bytes]:
    """Start Bob in a process of his own, which sends back whatever Alice sends once it has begun."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.integration.p2p_echo", str(port), str(keepalive_s)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": f"{CHECKOUT}:{CHECKOUT / 'app'}"},
        stdin=subprocess.PIPE,
    )


async def _begin(child: subprocess.Popen[bytes], port: int) -> None:
    """Let Bob listen, and return when he does."""
    assert child.stdin is not None
    child.stdin.write(b"begin\n")
    child.stdin.flush()
    await until(lambda: _listens(port), within_s=20)


def _kill(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        assert child.stdin is not None
        child.stdin.close()
        child.kill()
        child.wait()


async def _assert_echoes(link: Link) -> None:
    await link.send(b"hello")
    with trio.fail_after(2):
        assert await link.receive() == b"hello"


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _sockets() -> int:
    return sum(_is_socket(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd"))


def _is_socket(path: str) -> bool:
    try:
        return os.readlink(path).startswith("socket:")
    except OSError:
        return False


def _tasks() -> int:
    return trio.lowlevel.current_statistics().tasks_living

"""Real peer networks on loopback for the tests of `cohong.p2p`, and what they are asked again and again."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
import trio

if TYPE_CHECKING:
    from trio_typing import TaskStatus

from cohong.p2p.identity import key_pair_of
from cohong.p2p.network import Link, LinkClosed, P2pSettings, PeerAddress, PeerNetwork, PeerState

ANY_PORT = PeerAddress("127.0.0.1", 0)
# Jitter is off so that a test's times do not vary with it.
SETTINGS = P2pSettings(random=lambda: 0.0)
TEST_S = 30.0


def member_id(seed: bytes) -> bytes:
    """Return the member id of a seed."""
    return key_pair_of(seed).public_key.to_bytes()


@dataclass(eq=False)
class Person:
    """Somebody with a member key; seeds are numbered so that a failure can be repeated."""

    number: int
    seed: bytes = field(init=False)
    member: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.seed = self.number.to_bytes(32, "big")
        self.member = member_id(self.seed)


@dataclass(eq=False)
class Running:
    """A network that runs, where it listens, and how to stop it."""

    network: PeerNetwork
    listens: list[PeerAddress]
    stop: Callable[[], Awaitable[None]]

    async def next_link(self, within_s: float = 5.0) -> Link:
        """Return the next new link."""
        with trio.fail_after(within_s):
            return await self.network.links.receive()

    def state_of(self, member: bytes) -> PeerState:
        """Return what the network says of `member`."""
        return next(state for state in self.network.peers() if state.member == member)


@asynccontextmanager
async def running(
    person: Person,
    members: set[bytes] | Callable[[bytes], bool],
    *,
    listen: PeerAddress = ANY_PORT,
    settings: P2pSettings = SETTINGS,
) -> AsyncIterator[Running]:
    """Run a network for `person` within the block."""
    is_member = members.__contains__ if isinstance(members, set) else members
    network = PeerNetwork(seed=person.seed, listen=[listen], is_member=is_member, settings=settings)
    over = trio.Event()

    async def run(task_status: TaskStatus[tuple[list[PeerAddress], trio.CancelScope]]) -> None:
        with trio.CancelScope() as scope:

            class Started:
                def started(self, listens: list[PeerAddress]) -> None:
                    task_status.started((listens, scope))

            await network.run(task_status=Started())  # type: ignore[arg-type]  # the one method that is used
        over.set()

    async with trio.open_nursery() as nursery:
        listens, scope = await nursery.start(run)

        async def stop() -> None:
            scope.cancel()
            await over.wait()

        yield Running(network, listens, stop)
        nursery.cancel_scope.cancel()


@asynccontextmanager
async def linked(
    first: Person, second: Person, *, settings: P2pSettings = SETTINGS
) -> AsyncIterator[tuple[Running, Running, Link, Link]]:
    """Run two networks with a link that `first` dialled."""
    members = {first.member, second.member}
    async with (
        running(first, members, settings=settings) as one,
        running(second, members, settings=settings) as two,
    ):
        one.network.add_peer(second.member, two.listens)
        yield one, two, await one.next_link(), await two.next_link()


async def assert_echo(near: Link, far: Link, frame: bytes = b"are you there") -> None:
    """Send `frame` both ways over a link whose two ends are given."""
    with trio.fail_after(5):
        await near.send(frame)
        assert await far.receive() == frame
        await far.send(frame)
        assert await near.receive() == frame


async def until(condition: Callable[[], object], *, within_s: float = 5.0) -> None:
    """Return when `condition` holds; it is asked each 10 ms."""
    with trio.fail_after(within_s):
        while not condition():  # noqa: ASYNC110  # what it waits for has no event
            await trio.sleep(0.01)


def run_trio(test: Callable[[], Awaitable[None]]) -> None:
    """Run a test's coroutine function with an end to its patience."""

    async def bounded() -> None:
        with trio.fail_after(TEST_S):
            await test()

    trio.run(bounded)


def quick(**changes: float) -> P2pSettings:
    """Return the test settings with some times changed."""
    return replace(SETTINGS, **changes)  # type: ignore[arg-type]  # only the numbers are changed


async def closed(link: Link) -> None:
    """Return when `link` has ended."""
    with trio.fail_after(5), pytest.raises(LinkClosed):
        while True:
            await link.receive()


def connections(network: PeerNetwork) -> int:
    """Return how many libp2p connections the network has, those that are being closed included."""
    host = network._host
    return len(host.swarm.get_connections()) if host else 0


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

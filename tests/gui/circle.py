"""Three members in one network, each with a node process of its own; the first has the window."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.gui.conftest import PASSPHRASE, WAIT_S, Desk, Run, RunningNode, free_port, until

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient

OTHER_NAMES = ("Pearl Components Ltd", "Lotus Freight Ltd")


@dataclass(slots=True)
class Other:
    """Another member: its node, a client of it, its id."""

    node: RunningNode
    client: NodeClient
    member: str = ""

    async def start(self) -> None:
        """Start the node and connect to it."""
        self.node.start()
        self.client.start()
        await until(lambda: self.client.is_connected, what="a connection to another node")

    async def create(self, name: str) -> None:
        """Start the node and make its profile."""
        await self.start()
        params = requests.CreateProfile(passphrase=PASSPHRASE, name=name)
        self.member = (await self.client.call("profile.create", params)).member

    async def vote(self, motion: str, *, yes: bool) -> None:
        """Vote on a motion as soon as it has come."""
        await holds(lambda: has_motion(self.client, motion), "the motion is there")
        await self.client.call("motion.vote", requests.VoteOnMotion(motion=motion, yes=yes))

    async def put(self, **question: Any) -> str:
        """Put a motion; return its id."""
        written: views.Written = await self.client.call("motion.put", requests.PutMotion(**question))
        return written.entry


@dataclass(slots=True)
class Circle:
    """The window's member and the two others."""

    desk: Desk
    others: list[Other]
    me: str

    @property
    def page(self) -> Any:
        """The page that shows."""
        return self.desk.window.workspace.page

    async def go(self, place: str, **what: object) -> Any:
        """Enter a place and return its page once it has loaded."""
        self.desk.shell.go(place, **what)
        await until(lambda: self.desk.window.workspace.place == place)
        await asyncio.sleep(0.1)
        return self.page


def other_at(folder: Path, options: tuple[str, ...] = ()) -> Other:
    """Return a member that is not started yet."""
    node = RunningNode(folder, f"127.0.0.1:{free_port()}", options=options)
    return Other(node, NodeClient(node.profile_dir))


@pytest.fixture
def circle(desk: Desk, run: Run[Any], tmp_path: Path, node_options: tuple[str, ...]) -> Iterator[Circle]:
    """All three connected, all names known, the window at the places."""
    others = [other_at(tmp_path / f"other-{number}", node_options) for number in range(len(OTHER_NAMES))]
    try:
        yield run(_found(desk, others))
        run(_hang_up(others))
    finally:
        for other in others:
            other.node.stop()


async def _hang_up(others: list[Other]) -> None:
    for other in others:
        await other.client.close()


async def _found(desk: Desk, others: list[Other]) -> Circle:
    for other, name in zip(others, OTHER_NAMES, strict=True):
        await other.create(name)
    await desk.make_profile()
    founders = [requests.FounderAddress(member=other.member, addresses=[other.node.listen]) for other in others]
    made: views.NetworkMade = await desk.client.call(
        "network.create", requests.CreateNetwork(name="Pearl River", founders=founders, currencies=["HKD", "USD"])
    )
    for other in others:
        await other.client.call("network.join", requests.JoinNetwork(invitation=made.invitation))
    await desk.screen("places")
    for client in (desk.client, *(other.client for other in others)):
        await holds(partial(_knows_all, client, len(others) + 1), "all names are known")
    status: views.NodeStatus = await desk.client.call("node.status")
    return Circle(desk, others, status.member)


async def _knows_all(client: NodeClient, count: int) -> bool:
    cards: list[views.MemberCard] = await client.call("members.list")
    return len(cards) == count and all(card.name for card in cards)


async def has_motion(client: NodeClient, motion: str) -> bool:
    """Return whether a node holds a motion."""
    motions: list[views.MotionView] = await client.call("motion.list")
    return any(item.motion == motion for item in motions)


async def holds(asked: Callable[[], Any], what: str) -> None:
    """Wait until what is asked of a node is so."""
    deadline = asyncio.get_running_loop().time() + WAIT_S
    while not await asked():
        assert asyncio.get_running_loop().time() < deadline, f"in vain: {what}"
        await asyncio.sleep(0.05)

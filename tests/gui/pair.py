"""Two members in one network, each with a node process of its own; the first has the window."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget
from tests.gui.conftest import PASSPHRASE, WAIT_S, Desk, Run, RunningNode, free_port, until

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop.node_client import NodeClient

OTHER_NAME = "Pearl Components Ltd"
TODAY = date.today()  # noqa: DTZ011 - a business day of this machine


def day(offset: int) -> str:
    """Return the day so many days from today."""
    return (TODAY + timedelta(days=offset)).isoformat()


def buttons(inside: QWidget, text: str = "") -> list[QAbstractButton]:
    """Return the visible buttons whose text begins with `text`."""
    return [b for b in inside.findChildren(QAbstractButton) if b.isVisible() and b.text().strip().startswith(text)]


def press(inside: QWidget, text: str) -> None:
    """Click the one visible button whose text begins with `text`."""
    found = buttons(inside, text)
    assert len(found) == 1, (text, [b.text() for b in buttons(inside)])
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=QPoint(12, found[0].height() // 2))


async def write_when_allowed(by: NodeClient, record: requests.WriteRecord) -> None:
    """Write a record as soon as its writer's node has what it is about, and has it confirmed."""
    deadline = asyncio.get_running_loop().time() + WAIT_S
    while True:
        try:
            await by.call("record.write", record)
            return
        except ApiError as error:
            in_time = asyncio.get_running_loop().time() < deadline
            if error.code not in (ApiErrorCode.RULE, ApiErrorCode.UNKNOWN_OBJECT) or not in_time:
                raise
        await asyncio.sleep(0.05)


def is_final(inside: QWidget, words: str) -> bool:
    """Return whether the history tells an event with these words that is final."""
    return any(says(event, words) and buttons(event, "Final") for event in inside.findChildren(QFrame, "event"))


def says(inside: QWidget, words: str) -> bool:
    """Return whether a visible label has these words."""
    return any(words in label.text() for label in inside.findChildren(QLabel) if label.isVisible())


@dataclass(slots=True)
class Pair:
    """The window's member and another one."""

    desk: Desk
    other: NodeClient
    me: str
    other_member: str

    @property
    def page(self) -> Any:
        """The page that shows."""
        return self.desk.window.workspace.page

    async def go(self, place: str, **what: object) -> Any:
        """Enter a place and return its page once it has loaded."""
        self.desk.shell.go(place, **what)
        await until(lambda: self.desk.window.workspace.place == place)
        await asyncio.sleep(0.05)
        return self.page

    async def propose(self, by: NodeClient, reference: str, *, debtor: str, creditor: str, due: str) -> str:
        """Write a proposal; return the obligation's id."""
        fields = {
            "debtor": debtor, "creditor": creditor, "amount": 4_820_000, "currency": "HKD", "issued": day(-40),
            "due": due, "grace_days": 0, "reference": reference, "description": "Connectors, 2,000 pcs",
            "evidence": [], "assignable": True, "nettable": True, "valid_until": day(60),
        }  # fmt: skip
        written: views.Written = await by.call(
            "record.write", requests.WriteRecord(kind="credit.propose", fields=fields)
        )
        return written.object

    async def owed(self, reference: str, *, by_me: bool = False, due: int = 10) -> str:
        """Have one propose and the other accept; return the obligation's id once that is final.

        `due` is in days from today.
        """
        debtor, creditor = (self.me, self.other_member) if by_me else (self.other_member, self.me)
        proposer, answerer = (self.other, self.desk.client) if by_me else (self.desk.client, self.other)
        obligation = await self.propose(proposer, reference, debtor=debtor, creditor=creditor, due=day(due))
        await self.at_level(obligation, "proposed", "final")
        await self.write(answerer, "credit.accept", obligation)
        await self.at_level(obligation, "overdue" if due < 0 else "active", "final")
        return obligation

    async def write(self, by: NodeClient, kind: str, obligation: str, **fields: object) -> None:
        """Write a record about something, as soon as the writer's node has come so far that it may."""
        await write_when_allowed(by, requests.WriteRecord(kind=kind, object=obligation, fields=fields))

    async def at_level(self, obligation: str, state: str, level: str) -> None:
        """Wait until the window's node shows the obligation in this state and level."""

        deadline = asyncio.get_running_loop().time() + WAIT_S
        while (standing := await self._standing(obligation)) != (state, level):
            assert asyncio.get_running_loop().time() < deadline, f"{standing}, not {state} {level}"
            await asyncio.sleep(0.05)

    async def _standing(self, obligation: str) -> tuple[str, str]:
        try:
            details: views.RecordDetails = await self.desk.client.call(
                "book.record", requests.OfObject(object=obligation)
            )
        except ApiError as error:
            # It was written by the other member and has not come yet.
            assert error.code is ApiErrorCode.UNKNOWN_OBJECT, error
            return "", ""
        return details.row.state, details.row.level


@pytest.fixture
def pair(desk: Desk, run: Run[Any], tmp_path: Path) -> Iterator[Pair]:
    """Both nodes connected, both names known, the window at the places."""
    node = RunningNode(tmp_path / "other", f"127.0.0.1:{free_port()}")
    node.start()
    other = NodeClient(node.profile_dir)
    try:
        yield run(_found(desk, node, other))
        run(other.close())
    finally:
        node.stop()


async def _found(desk: Desk, node: RunningNode, other: NodeClient) -> Pair:
    other.start()
    await until(lambda: other.is_connected, what="a connection to the other node")
    theirs: views.NewProfile = await other.call(
        "profile.create", requests.CreateProfile(passphrase=PASSPHRASE, name=OTHER_NAME)
    )
    await desk.make_profile()
    founder = requests.FounderAddress(member=theirs.member, addresses=[node.listen])
    made: views.NetworkMade = await desk.client.call(
        "network.create",
        requests.CreateNetwork(name="Pearl River", founders=[founder], currencies=["HKD", "USD"]),
    )
    await other.call("network.join", requests.JoinNetwork(invitation=made.invitation))
    await desk.screen("places")
    status: views.NodeStatus = await desk.client.call("node.status")
    await _call_itself(desk.client, "Harbour Trading Ltd")
    await _call_itself(other, OTHER_NAME)
    await asyncio.wait_for(_know_each_other(desk.client, other), WAIT_S)
    return Pair(desk, other, status.member, theirs.member)


async def _call_itself(client: NodeClient, name: str) -> None:
    fields = {"kind": "firm", "name": {"en": name}, "place": "Hong Kong", "identifiers": {}}
    await client.call("record.write", requests.WriteRecord(kind="profile.set", fields=fields))


async def _know_each_other(*clients: NodeClient) -> None:
    for client in clients:
        while True:
            cards: list[views.MemberCard] = await client.call("members.list")
            if len(cards) == 2 and all(card.name for card in cards):
                break
            await asyncio.sleep(0.05)

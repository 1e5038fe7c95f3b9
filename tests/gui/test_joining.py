"""Joining by an invitation: reviewed first, left with a member, waited for, and let in; on real nodes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.circle import OTHER_NAMES, Other, holds, other_at
from tests.gui.conftest import PASSPHRASE, Desk, Run, until
from tests.gui.pair import buttons, press, says

from cohong.api import requests, views
from cohong.api.views import NodeStatus
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.book import BookPage
from cohong.desktop.pages.book_new_record import NewRecordSheet
from cohong.desktop.pages.network import NetworkGate
from cohong.desktop.pages.waiting import WaitingGate
from cohong.desktop.shell import Shell


@pytest.fixture
def hosts(run: Run[Any], tmp_path: Path) -> Iterator[list[Other]]:
    """Two members of a network that the window's member is not in."""
    others = [other_at(tmp_path / f"host-{number}") for number in range(2)]
    try:
        run(_found(others))
        yield others
        run(_hang_up(others))
    finally:
        for other in others:
            other.node.stop()


async def _found(others: list[Other]) -> None:
    for other, name in zip(others, OTHER_NAMES, strict=True):
        await other.create(name)
    founder = requests.FounderAddress(member=others[1].member, addresses=[others[1].node.listen])
    params = requests.CreateNetwork(name="Pearl River", founders=[founder], currencies=["HKD"])
    made: views.NetworkMade = await others[0].client.call("network.create", params)
    await others[1].client.call("network.join", requests.JoinNetwork(invitation=made.invitation))


async def _hang_up(others: list[Other]) -> None:
    for other in others:
        await other.client.close()


async def _gate(desk: Desk, text: str) -> NetworkGate:
    """Bring up the screen to join a network, as a link does that was given to the program."""
    desk.window._link = text
    await desk.make_profile()
    await desk.screen("network")
    gate = desk.window.findChild(NetworkGate)
    assert isinstance(gate, NetworkGate)
    await until(lambda: bool(gate.invitation_edit.toPlainText()), what="the link's text")
    return gate


def test_a_newcomer_waits_for_the_voters_also_after_a_restart(desk: Desk, hosts: list[Other], run: Run[Any]) -> None:
    run(_joined(desk, hosts))


async def _joined(desk: Desk, hosts: list[Other]) -> None:
    made: views.InviteMade = await hosts[0].client.call("invite.make", requests.MakeInvite(days=3))
    gate = await _gate(desk, made.text)
    await until(lambda: says(gate, "Invitation to Pearl River"), what="the review")
    assert says(gate, "as a member, once more than half of the voters have said so")
    assert says(gate, "once, until ")
    press(gate, "Ask to join")
    await desk.screen("waiting")
    waiting = desk.window.findChild(WaitingGate)
    assert isinstance(waiting, WaitingGate)
    await until(lambda: says(waiting, "You have asked to join Pearl River"))
    assert says(waiting, "You are in once more than half of the voters have said so")
    desk.node.kill()
    desk.node.start()
    await desk.screen("unlock")
    await desk.client.call("profile.unlock", requests.Unlock(passphrase=PASSPHRASE))
    await desk.screen("waiting")
    await holds(partial(_has_join, hosts[0]), "the request is there")
    chain: views.ChainStatus = await hosts[0].client.call("chain.status")
    motion = await hosts[0].put(ask="admit", join=chain.joins[0].join, reason="known to us")
    for host in hosts:
        await host.vote(motion, yes=True)
    await desk.screen("places")


async def _has_join(host: Other, name: str = "Harbour Trading Ltd") -> bool:
    chain: views.ChainStatus = await host.client.call("chain.status")
    return [join.name for join in chain.joins] == [name]


def test_whoever_comes_second_with_an_invitation_is_told_so(
    desk: Desk, hosts: list[Other], tmp_path: Path, run: Run[Any]
) -> None:
    first = other_at(tmp_path / "first")
    try:
        run(_second(desk, hosts, first))
    finally:
        first.node.stop()


async def _second(desk: Desk, hosts: list[Other], first: Other) -> None:
    made: views.InviteMade = await hosts[0].client.call("invite.make", requests.MakeInvite(days=3))
    await first.create("First Ltd")
    await first.client.call("network.join", requests.JoinNetwork(invitation=made.text, name="First Ltd"))
    await holds(partial(_has_join, hosts[0], "First Ltd"), "the request of the first is there")
    gate = await _gate(desk, made.text)
    press(gate, "Ask to join")
    await until(lambda: says(gate, "This invitation has been used by somebody else."), within_s=60)
    await first.client.close()


def test_whoever_waits_is_told_that_his_invitation_has_let_in_another(shell: Shell) -> None:
    gate = WaitingGate(NodeClient(shell.profile_dir), shell)
    gate.show()
    shell.set_status(NodeStatus(version="1", network="n", network_name="Pearl River", standing="asked", member="ab"))
    assert says(gate, "You have asked to join Pearl River") and says(gate, "can take days")
    shell.set_status(NodeStatus(version="1", network="n", network_name="Pearl River", standing="refused", member="ab"))
    assert says(gate, "Pearl River has not let you in") and says(gate, "use it in a new profile")
    assert not says(gate, "can take days")


def test_an_observer_reads_along_at_once(desk: Desk, hosts: list[Other], run: Run[Any]) -> None:
    run(_observes(desk, hosts))


async def _observes(desk: Desk, hosts: list[Other]) -> None:
    made: views.InviteMade = await hosts[0].client.call("invite.make", requests.MakeInvite(role="observe"))
    gate = await _gate(desk, made.text)
    await until(lambda: says(gate, "as an observer: you read the book at once, and never write"))
    press(gate, "Read along")
    await desk.screen("places")
    desk.shell.go("book")
    page = desk.window.findChild(BookPage)
    assert isinstance(page, BookPage)
    await until(lambda: says(page, "You read along as an observer: only members write records."))
    await until(lambda: says(page, "No records yet."))
    assert [button.text() for name in ("New record", "Import", "Sign") for button in buttons(page, name)] == []
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.findChild(NewRecordSheet) is None and page.isVisible()


def test_what_is_wrong_with_an_invitation_is_said_before_it_is_used(
    desk: Desk, hosts: list[Other], run: Run[Any]
) -> None:
    run(_wrong(desk, hosts))


async def _wrong(desk: Desk, hosts: list[Other]) -> None:
    made: views.InviteMade = await hosts[0].client.call("invite.make", requests.MakeInvite(days=1))
    gate = await _gate(desk, made.text[:60])
    await until(lambda: says(gate, "That is not a whole invitation."))
    founders: views.NetworkMade = await hosts[0].client.call("network.invitation")
    gate.invitation_edit.setPlainText(founders.invitation)
    await until(lambda: says(gate, "The invitation does not name you."))
    until_ms = str(made.valid_until_ms)
    gate.invitation_edit.setPlainText(made.text.replace(until_ms, "1000"))
    await until(lambda: says(gate, "This invitation has ended."))
    gate.invitation_edit.setPlainText(made.text)
    await until(lambda: not says(gate, "This invitation has ended."))
    for host in hosts:
        host.node.stop()
    press(gate, "Ask to join")
    await until(
        lambda: says(gate, "None of the members that the invitation names could be reached."), within_s=60,
        what="that nobody was reached",
    )  # fmt: skip
    assert desk.window.screen_name == "network"

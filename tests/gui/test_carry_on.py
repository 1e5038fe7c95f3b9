"""A network that is carried on as a new one, in the window: founded in the settings, and gone along with."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.gui.conftest import WAIT_S, Run, until
from tests.gui.pair import Pair, pair, press, says

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.settings_carry_on import FollowSheet, FoundSheet

__all__ = ["pair"]


def test_the_book_is_carried_on_from_the_settings(pair: Pair, run: Run[Any]) -> None:
    run(_carried_on(pair))


async def _carried_on(pair: Pair) -> None:
    client = pair.desk.client
    page = await pair.go("settings")
    press(page, "Found it")
    await until(lambda: pair.desk.window.findChild(FoundSheet) is not None, what="the sheet")
    sheet = pair.desk.window.findChild(FoundSheet)
    assert isinstance(sheet, FoundSheet) and not sheet.button.isEnabled()
    assert [box.text() for box in sheet.founders.values()] == ["Pearl Components Ltd"]
    sheet.understood.setChecked(True)
    sheet.carry_on()
    await until(lambda: says(sheet, "Give the network a name."), what="the name is asked for")
    sheet.name.setText("Pearl River, carried on")
    sheet.carry_on()
    await until(lambda: says(sheet, "agreed on no block yet"), what="the refusal")
    await client.call("chain.ask")
    await _anchored(client)
    sheet.carry_on()
    await until(lambda: bool(sheet.invitation.text), what="the invitation")
    status: views.NodeStatus = await client.call("node.status")
    assert (status.network_name, status.voters) == ("Pearl River, carried on", 1)
    sheet.dismiss()


async def _anchored(*clients: NodeClient) -> None:
    for client in clients:
        deadline = asyncio.get_running_loop().time() + WAIT_S
        while not (await client.call("chain.status")).anchored:
            assert asyncio.get_running_loop().time() < deadline
            await asyncio.sleep(0.05)


def test_a_member_goes_along_by_the_invitation(pair: Pair, run: Run[Any]) -> None:
    run(_gone_along(pair))


async def _gone_along(pair: Pair) -> None:
    await pair.other.call("chain.ask")
    await _anchored(pair.other, pair.desk.client)
    asked = requests.CreateNetwork(name="Onward", founders=[], continues=True)
    made: views.NetworkMade = await pair.other.call("network.create", asked)
    page = await pair.go("settings")
    press(page, "Go along")
    sheet = pair.desk.window.findChild(FollowSheet)
    assert isinstance(sheet, FollowSheet)
    sheet.go_along()
    await until(lambda: says(sheet, "Paste the invitation"), what="the text is asked for")
    sheet.invitation.setPlainText(made.invitation)
    closed = list[bool]()
    sheet.closed.connect(lambda: closed.append(True))
    sheet.go_along()
    await until(lambda: bool(closed), what="the sheet is gone")
    status: views.NodeStatus = await pair.desk.client.call("node.status")
    assert (status.network_name, status.network) == ("Onward", made.network)
    await until(lambda: says(page, "Onward"), what="the page says so")

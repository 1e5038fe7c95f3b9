"""A second device in the windows: added in the settings of one, set up in the first run of the other, and the pen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from tests.gui.circle import Circle, circle, holds
from tests.gui.conftest import PASSPHRASE, Desk, Run, RunningNode, free_port, until
from tests.gui.pair import buttons, press, says

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.first_run import FirstRunGate
from cohong.desktop.pages.settings_device_link import LinkDeviceSheet
from cohong.desktop.pages.settings_devices import AddDeviceSheet
from cohong.desktop.pages.settings_pen import HandOverSheet
from cohong.desktop.pages.take_over_sheet import TakeOverSheet
from cohong.desktop.pen_bar import PenBar

__all__ = ["circle"]


@pytest.fixture
def other(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NodeClient]:
    """A client of another device's node, on a machine of its own."""
    assert desk.node.process is not None
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other-state"))
    node = RunningNode(tmp_path / "other", f"127.0.0.1:{free_port()}")
    node.start()
    yield NodeClient(node.profile_dir)
    node.stop()


async def has_network(client: NodeClient) -> None:
    """Make the client's node a member that is alone in its network, so that it needs nobody to catch up."""
    await client.call("profile.create", requests.CreateProfile(passphrase=PASSPHRASE, name="Harbour Trading Ltd"))
    await client.call("network.create", requests.CreateNetwork(name="Pearl River", founders=[], currencies=["HKD"]))


async def why(client: NodeClient) -> str:
    status: views.NodeStatus = await client.call("node.status")
    return status.pen.why


def test_device_is_set_up_in_the_first_run_and_says_that_it_reads(
    desk: Desk, other: NodeClient, run: Run[Any], tmp_path: Path
) -> None:
    run(_arrives(desk, other, tmp_path / "laptop.device"))


async def _arrives(desk: Desk, other: NodeClient, file: Path) -> None:
    other.start()
    await until(lambda: other.is_connected, what="the other node")
    await has_network(other)
    await other.call("device.make", requests.MakeDevice(path=str(file), name="laptop"))
    await desk.screen("first-run")
    gate = desk.window.findChild(FirstRunGate)
    assert isinstance(gate, FirstRunGate)
    press(gate, "Continue")
    await until(lambda: gate.step is gate.aim_step)
    gate.aim_step.arrive.click()
    press(gate, "Continue")
    await until(lambda: gate.step is gate.arrive_step)
    press(gate, "Set up this device")
    await until(lambda: says(gate, "Choose the file that the other device has made."))
    gate.arrive_step.choose(str(file))
    QTest.keyClicks(gate.arrive_step.field.edit, "not this one, surely")
    press(gate, "Set up this device")
    await until(lambda: says(gate, "That passphrase does not open this profile."))
    gate.arrive_step.field.edit.setText(PASSPHRASE)
    press(gate, "Set up this device")
    await desk.screen("places")
    bar = desk.window.workspace.findChild(PenBar)
    assert isinstance(bar, PenBar)
    await until(lambda: bar.isVisible() and "reads along and keeps drafts" in bar.text, what="the bar says so")
    await _takes_the_pen(desk, other, file.with_name("pen"))
    await other.close()


async def _takes_the_pen(desk: Desk, other: NodeClient, file: Path) -> None:
    handed = requests.HandOverFile(path=str(file), passphrase=PASSPHRASE, device="laptop")
    await other.call("profile.hand_over", handed)
    desk.shell.go("settings")
    await until(lambda: buttons(desk.window, "Take over"), what="the button")
    press(desk.window, "Take over")
    sheet = desk.window.findChild(TakeOverSheet)
    assert isinstance(sheet, TakeOverSheet)
    sheet.passphrase.edit.setText(PASSPHRASE)
    sheet.take_over(str(file))
    await until(lambda: desk.shell.status is not None and not desk.shell.status.pen.why, what="the pen is here")


def test_device_is_added_and_shut_out_in_the_settings(desk: Desk, run: Run[Any], tmp_path: Path) -> None:
    run(_added(desk, tmp_path / "laptop.device"))


async def _added(desk: Desk, file: Path) -> None:
    await has_network(desk.client)
    await desk.screen("places")
    desk.shell.go("settings")
    await until(lambda: buttons(desk.window, "Add a device"), what="the button")
    press(desk.window, "Add a device")
    sheet = desk.window.findChild(AddDeviceSheet)
    assert isinstance(sheet, AddDeviceSheet) and not sheet.button.isEnabled()
    sheet.name_edit.setText("laptop")
    assert sheet.button.isEnabled()
    sheet.make(str(file))
    await until(lambda: file.exists() and buttons(desk.window, "Shut out"), what="the device in the list")
    press(desk.window, "Hand over")
    hand_over = desk.window.findChild(HandOverSheet)
    assert isinstance(hand_over, HandOverSheet)
    await until(lambda: hand_over.to.count() == 2 and hand_over.to.itemText(1) == "laptop", what="it is offered")
    hand_over.dismiss()
    press(desk.window, "Shut out")
    await until(lambda: not buttons(desk.window, "Shut out"), what="it is gone")


def test_member_is_named_as_a_device_and_linked_once_it_names_this_one(circle: Circle, run: Run[Any]) -> None:
    run(_linked(circle))


async def _linked(circle: Circle) -> None:
    page = await circle.go("settings")
    press(page, "Link a member")
    await until(lambda: circle.desk.window.findChildren(LinkDeviceSheet), what="the sheet")
    [sheet] = circle.desk.window.findChildren(LinkDeviceSheet)
    offered = {sheet.member_box.itemText(row).split(" · ")[0] for row in range(sheet.member_box.count())}
    assert offered == {"Lotus Freight Ltd", "Pearl Components Ltd"} and not sheet.button.isEnabled()
    status: views.NodeStatus = await circle.others[0].client.call("node.status")
    sheet.member_box.setCurrentIndex(sheet.member_box.findData(status.member))
    sheet.name_edit.setText("office")
    press(sheet, "Sign the link")
    await until(lambda: says(page, "a member that has not named you"), what="that it is named")
    await circle.others[0].client.call("device.link", requests.LinkDevice(member=circle.me, name="home"))

    async def is_linked() -> bool:
        devices: list[views.DeviceView] = await circle.desk.client.call("device.list")
        return any(device.is_linked for device in devices)

    await holds(is_linked, "both have named each other")
    await circle.go("book")
    page = await circle.go("settings")
    await until(lambda: says(page, "a member, linked"), what="that they are linked")

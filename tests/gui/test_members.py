"""The Members page on real nodes: an invitation, the request that comes of it, and its way to the voters."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from tests.gui.circle import Circle, Other, circle, holds, other_at
from tests.gui.conftest import Run, until
from tests.gui.pair import buttons, press, says

from cohong.api import requests, views
from cohong.desktop.pages.invite_sheet import InviteSheet
from cohong.desktop.pages.motion_new import NewMotionSheet
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.qr_code import VERSION_MAX, QrCode, qr_codes
from cohong.desktop.widgets.short_table import ShortTable

__all__ = ["circle"]

NEWCOMER = "Fourth Ltd"


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Other]:
    """Somebody who is not in the network."""
    other = other_at(tmp_path / "newcomer")
    yield other
    other.node.stop()


def _listed(page: Any) -> str:
    """Return name, part and connection of each member that is listed."""
    model = page._members.table.rows
    shown = [model.row_at(row) for row in range(model.rowCount())]
    names = [column.name for column in model.columns]
    wanted = [names.index(name) for name in ("name", "part", "seen")]
    return "\n".join("\t".join(row.texts[place] for place in wanted) for row in shown if row is not None)


def _sheet(circle: Circle, kind: type[Any]) -> Any:
    found = [sheet for sheet in circle.desk.window.findChildren(kind) if sheet.isVisible()]
    return found[0] if found else None


def test_somebody_is_invited_asks_to_join_and_is_put_to_the_vote(
    circle: Circle, newcomer: Other, run: Run[Any], tmp_path: Path
) -> None:
    run(_admitted(circle, newcomer, tmp_path))


async def _admitted(circle: Circle, newcomer: Other, tmp_path: Path) -> None:
    page = await circle.go("members")
    await until(lambda: "Harbour Trading Ltd (me)\tvoter\tthis machine" in _listed(page), what="the members")
    await until(lambda: _listed(page).count("voter\tconnected") == 2, what="the others, connected")
    assert says(page, "With three voters nothing becomes final while one of them is away.")
    text = await _invite(circle, tmp_path)
    await newcomer.create(NEWCOMER)
    await newcomer.client.call("network.join", requests.JoinNetwork(invitation=text, name=NEWCOMER))
    await until(lambda: says(page, "Fourth Ltd asks to join, invited by Harbour Trading Ltd"), what="the request")
    rail = circle.desk.window.workspace._rail
    await until(lambda: rail._places["members"].accessibleName() == "Members, 1", what="the count on the rail")
    press(page, "Put it to the vote")
    await until(lambda: _sheet(circle, NewMotionSheet) is not None)
    sheet = _sheet(circle, NewMotionSheet)
    await until(lambda: says(sheet, "Admit Fourth Ltd as a member?"), what="the preview, filled in")
    QTest.keyClicks(sheet.reason_edit, "A good customer")
    press(sheet, "Put it to the voters")
    await until(lambda: circle.desk.window.workspace.place == "votes")
    motions: list[views.MotionView] = await circle.desk.client.call("motion.list")
    for other in circle.others:
        await other.vote(motions[0].motion, yes=True)
    page = await circle.go("members")
    await until(lambda: f"{NEWCOMER}\tmember\t" in _listed(page), what="the new member")
    await until(lambda: not says(page, "asks to join"), what="that the request is gone")
    await newcomer.client.close()


async def _invite(circle: Circle, tmp_path: Path) -> str:
    """Make an invitation through the sheet; return its text as it was saved."""
    press(circle.page, "Invite")
    await until(lambda: _sheet(circle, InviteSheet) is not None)
    sheet = _sheet(circle, InviteSheet)
    press(sheet, "Make the invitation")
    await until(lambda: says(sheet, "It can be used once, until "), what="the invitation")
    assert says(sheet, "give it to nobody else.")
    assert sheet.findChild(QrCode).isVisible()
    path = tmp_path / "invitation.txt"
    sheet.save_as(str(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text().strip()
    assert text == sheet.findChild(CopyField).text
    press(sheet, "Done")
    tables = [table for table in circle.page._invites.findChildren(ShortTable) if table.isVisible()]
    await until(lambda: any("nobody yet" in table.as_text() for table in tables) or not tables)
    return text


def test_an_own_invitation_is_taken_back_and_no_other(circle: Circle, run: Run[Any]) -> None:
    run(_taken_back(circle))


async def _taken_back(circle: Circle) -> None:
    await circle.desk.client.call("invite.make", requests.MakeInvite(days=1))
    await circle.others[0].client.call("invite.make", requests.MakeInvite(days=2))
    page = await circle.go("members")
    card = page._invites
    await until(lambda: card._table.as_text().count("nobody yet") == 2, what="both invitations")
    [button] = buttons(card, "Take back")
    assert not button.isEnabled()
    own = [row for row in range(2) if card._table.item(row, 0).text() == "Harbour Trading Ltd"]
    card._table.selectRow(1 - own[0])
    assert not button.isEnabled()
    card._table.selectRow(own[0])
    press(card, "Take back")
    await until(lambda: card._table.as_text().count("withdrawn") == 1, what="that it is taken back")
    await until(lambda: not buttons(card, "Take back"), what="that no other can be")
    said = "The invitation is taken back: nobody is let in by it any more."
    await until(lambda: said in circle.desk.window.toasts, what="what is said about it")


def test_an_observer_is_listed_as_one(circle: Circle, newcomer: Other, run: Run[Any]) -> None:
    run(_observed(circle, newcomer))


async def _observed(circle: Circle, newcomer: Other) -> None:
    params = requests.MakeInvite(role="observe", days=1)
    made: views.InviteMade = await circle.desk.client.call("invite.make", params)
    await newcomer.create("Tide Audit")
    await newcomer.client.call("network.join", requests.JoinNetwork(invitation=made.text, name="Tide Audit"))
    page = await circle.go("members")
    await until(lambda: "Tide Audit\tobserver" in _listed(page), what="the observer")
    assert not buttons(page, "Put it to the vote")

    async def stands_as_observer() -> bool:
        status: views.NodeStatus = await newcomer.client.call("node.status")
        return status.standing == "observer"

    await holds(stands_as_observer, "the observer knows that it is one")
    await newcomer.client.close()


@pytest.mark.parametrize(("length", "parts"), [(80, 1), (400, 1), (1_600, 1), (1_700, 2), (16_384, 11)])
def test_a_text_that_is_too_long_for_one_code_is_split(length: int, parts: int) -> None:
    codes = qr_codes("cohong:join?genesis=" + "a" * (length - 20))
    assert len(codes) == parts
    assert all(isinstance(code.version, int) and code.version <= VERSION_MAX for code in codes)

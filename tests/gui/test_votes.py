"""The Votes page on real nodes: motions voted on by people, and records voted on by machines."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.circle import OTHER_NAMES, Circle, circle, holds
from tests.gui.conftest import Run, until
from tests.gui.pair import buttons, day, press, says

from cohong.api import requests, views
from cohong.desktop.pages.motion_card import MotionCard
from cohong.desktop.pages.motion_new import NewMotionSheet
from cohong.desktop.pages.motion_vote import VoteSheet
from cohong.desktop.pages.votes_records import RecordRow
from cohong.desktop.status_bar import StatusBar

__all__ = ["circle"]


def _sheet(circle: Circle, kind: type[Any]) -> Any:
    found = [sheet for sheet in circle.desk.window.findChildren(kind) if sheet.isVisible()]
    return found[0] if found else None


def _card(circle: Circle) -> MotionCard:
    cards: list[MotionCard] = [card for card in circle.page.findChildren(MotionCard) if card.isVisible()]
    assert len(cards) == 1
    return cards[0]


def test_a_motion_is_voted_on_and_carried_out(circle: Circle, run: Run[Any]) -> None:
    run(_voted(circle))


async def _voted(circle: Circle) -> None:
    pearl, lotus = circle.others
    page = await circle.go("votes")
    await until(lambda: says(page, "Nothing is before the voters."))
    bar = circle.desk.window.findChild(StatusBar)
    assert isinstance(bar, StatusBar) and not buttons(bar, "1 motion")
    motion = await pearl.put(
        ask="voter", member=lotus.member, vote=False, reason="Away for a year. <b>Soon</b>", days=3
    )
    await until(lambda: says(page, "Take the vote of Lotus Freight Ltd away?"), what="the motion")
    await until(lambda: len(buttons(bar, "1 motion needs you")) == 1, what="the status bar")
    card = _card(circle)
    assert says(card, "Put by Pearl Components Ltd, ")
    assert says(card, "Away for a year. <b>Soon</b>"), "plain text"
    assert says(card, "There are 2 voters then: a majority at 2, final at 2.")
    assert says(card, "With two voters each can stop everything, and a lost key ends the network.")
    assert says(card, "0 of 3 for it  ·  against 0")
    assert says(card, "Not yet: ") and says(card, "Harbour Trading Ltd (me)")
    assert says(card, "Votes count until ")

    press(card, "For")
    await until(lambda: _sheet(circle, VoteSheet) is not None)
    sheet = _sheet(circle, VoteSheet)
    assert says(sheet, "A vote is signed and cannot be taken back or changed.")
    await pearl.vote(motion, yes=True)
    await until(lambda: says(card, "1 of 3 for it"), what="the other's vote")
    press(sheet, "Vote for it")
    await until(lambda: says(sheet, "Meanwhile the vote has moved."), what="that it asks again")
    assert says(sheet, "So far 1 of 3 for it, against 0; it passes at 2. Your vote decides it.")
    press(sheet, "Vote for it")
    await until(lambda: says(card, "You voted for it"), what="the vote")
    assert not buttons(card, "For") and not buttons(card, "Against"), "nothing to click twice"
    await until(lambda: _sheet(circle, VoteSheet) is None)
    await until(lambda: card._badge.text == "Carried out", what="that it is carried out")
    await until(lambda: not buttons(bar, "1 motion"), what="that nothing waits any more")
    await circle.go("check")
    await circle.go("votes")
    await until(lambda: says(page, "Nothing is before the voters."))
    press(page, "Show 1 motion that is over")
    await until(lambda: says(card, "You voted for it"))
    chain: views.ChainStatus = await circle.desk.client.call("chain.status")
    assert len(chain.voters) == 2


def test_a_motion_is_put_with_a_preview_and_refused_with_the_reason(circle: Circle, run: Run[Any]) -> None:
    run(_put(circle))


async def _put(circle: Circle) -> None:
    page = await circle.go("votes")
    page.put_motion()
    await until(lambda: _sheet(circle, NewMotionSheet) is not None)
    sheet = _sheet(circle, NewMotionSheet)
    sheet.form.choose("charter", "")
    await until(lambda: says(sheet, "As things stand, this would change nothing."), what="that nothing differs")
    sheet.form._panels["charter"]._grace.setValue(14)
    await until(lambda: says(sheet, "Days of grace after an end that a record relies on: 7 → 14"), what="the preview")
    sheet.form.choose("final", "")
    await until(lambda: says(sheet, "Make records final at more than half of the voters?"))
    await until(lambda: says(sheet, "1 voter that provably signs both ways is then enough"), what="the warning")
    assert says(sheet, "Records are final at 2 of 3 voters instead of 3.")
    press(sheet, "Put it to the voters")
    await until(lambda: says(sheet, "Say why: the voters decide by it."))
    QTest.keyClicks(sheet.reason_edit, "One of us travels")
    press(sheet, "Put it to the voters")
    await until(lambda: _sheet(circle, NewMotionSheet) is None)
    await until(lambda: says(page, "Make records final at more than half of the voters?"))
    assert len(buttons(_card(circle), "For")) == 1, "putting it is no vote"
    page.put_motion()
    await until(lambda: _sheet(circle, NewMotionSheet) is not None)
    again = _sheet(circle, NewMotionSheet)
    again.form.choose("final", "")
    await until(lambda: says(again, "The same question is before the voters already."), what="the refusal")
    assert not again._put.isEnabled()
    QTest.keyClick(again, Qt.Key.Key_Escape)


def test_records_are_watched_while_they_are_voted_on(circle: Circle, run: Run[Any]) -> None:
    run(_watched(circle))


async def _watched(circle: Circle) -> None:
    page = await circle.go("votes", part="records")
    await until(lambda: says(page, "All records are final."))
    for other in circle.others:
        await other.client.call("node.stop")
    fields = {
        "debtor": circle.others[0].member, "creditor": circle.me, "amount": 4_820_000, "currency": "HKD",
        "issued": day(-4), "due": day(30), "grace_days": 0, "reference": "INV-1", "description": "", "evidence": [],
        "assignable": True, "nettable": True, "valid_until": day(60),
    }  # fmt: skip
    record = requests.WriteRecord(kind="credit.propose", fields=fields)
    written: views.Written = await circle.desk.client.call("record.write", record)
    await until(lambda: bool(_rows(page)), what="the record")
    row = _rows(page)[0]
    assert row.accessibleName() == (f"INV-1, {OTHER_NAMES[0]} owes Harbour Trading Ltd HKD\u00a048,200.00, Waiting 1/3")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    await until(lambda: circle.desk.window.workspace.place == "book")
    await until(lambda: circle.page._details.obligation == written.object, what="the record in the Book")
    await holds(lambda: _is_waiting(circle, written.object), "it waits")


async def _is_waiting(circle: Circle, obligation: str) -> bool:
    details: views.RecordDetails = await circle.desk.client.call("book.record", requests.OfObject(object=obligation))
    return details.row.level == "waiting"


def _rows(page: Any) -> list[RecordRow]:
    return [row for row in page.findChildren(RecordRow) if row.isVisible()]

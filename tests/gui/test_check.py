"""Check on a real node: search as one types, and the report with its denominators."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import segno
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget
from tests.gui.conftest import Run, until
from tests.gui.pair import OTHER_NAME, Pair, buttons, day, pair, press, says

from cohong.crypto.id_words import id_words
from cohong.desktop.pages.check import CheckPage
from cohong.desktop.pages.check_card import MemberCardButton
from cohong.desktop.pages.limit_sheet import LimitSheet
from cohong.desktop.pages.member_report import MemberReport
from cohong.desktop.pages.watch_sheet import WatchSheet
from cohong.desktop.widgets.short_table import ShortTable

__all__ = ["pair"]


def test_a_member_is_found_as_one_types_and_enter_opens_its_report(pair: Pair, run: Run[Any]) -> None:
    run(_find_and_open(pair))


async def _find_and_open(pair: Pair) -> None:
    page = await pair.go("check")
    await until(lambda: says(page, "Look up anyone you deal with."))
    assert _has_focus(page._search)
    QTest.keyClicks(page._search, "pearl")
    await until(lambda: page.findChildren(MemberCardButton))
    assert _has_focus(page._search), "typing goes on while results come"
    assert [card.card.name for card in page.findChildren(MemberCardButton)] == ["Pearl Components Ltd"]
    (card,) = page.findChildren(MemberCardButton)
    await until(lambda: card.grade is not None, what="how it pays, after the card itself")
    assert says(page, "No invoice with it as debtor was ever recorded")
    words = id_words(bytes.fromhex(pair.other_member))
    assert card.card.id_words == words
    QTest.keyClick(page._search, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await until(
        lambda: QApplication.clipboard().text().startswith(f"Pearl Components Ltd · {pair.other_member}\nNo data")
    )
    page._search.setText("perl conponents")
    await until(lambda: says(page, "Did you mean:"))
    assert [found.card.guessed for found in page.findChildren(MemberCardButton) if found.isVisible()] == [True]
    QTest.keyClick(page._search, Qt.Key.Key_Return)
    await until(lambda: says(page, "No invoice with Pearl Components Ltd as debtor was ever recorded here."))
    assert says(page, f"{words}, to compare over the telephone.")
    QTest.keyClick(page._search, Qt.Key.Key_Escape)
    await until(lambda: not page._search.text() or not page.findChild(MemberReport).isVisible())
    page._search.setText("")
    await until(lambda: buttons(page, "Pearl Components Ltd"), what="who was looked up is offered again")
    press(page, "The report about you")
    await until(lambda: says(page, "No invoice with Harbour Trading Ltd as debtor was ever recorded here."))
    QTest.keyClick(page._search, Qt.Key.Key_Escape)
    await until(lambda: buttons(page, "The report about you"))
    assert len(buttons(page._start)) == 3, "oneself is not offered twice"


def test_the_report_follows_what_is_paid_with_its_denominators(pair: Pair, run: Run[Any]) -> None:
    run(_report(pair))


async def _report(pair: Pair) -> None:
    me, other = pair.desk.client, pair.other
    await _watch(pair)
    for reference, paid_on in (("INV-1", day(-12)), ("INV-2", day(-4)), ("INV-3", "")):
        obligation = await pair.propose(me, reference, debtor=pair.other_member, creditor=pair.me, due=day(-10))
        await pair.at_level(obligation, "proposed", "final")
        await pair.write(other, "credit.accept", obligation)
        await pair.at_level(obligation, "overdue", "final")
        if paid_on:
            await pair.write(
                me, "credit.receipt", obligation, amount=4_820_000, value_date=paid_on, method="", reference=""
            )
            await pair.at_level(obligation, "settled", "final")
    page = await pair.go("check", member=pair.other_member)
    await until(lambda: says(page, "1 of 3 invoices paid, overdue or given up"), what="paid within terms")
    assert says(page, "2 invoices settled, 1 open") and says(page, "3.0")
    assert says(page, "Thin file") and says(page, "Mostly with one counterparty: Harbour Trading Ltd has 100 %.")
    # Charts are placed once the page is.
    half = "Days late of 3 invoices settled or overdue: half at most 6, nine in ten at most 10."
    await until(lambda: says(page, half), what="the charts")
    assert says(page, "as this machine sees it: in touch with 2 of 2 voters.")
    await until(lambda: says(page, "Your own experience is"), what="trust and experience come after the facts")
    assert says(page, "Pearl Components Ltd has repaid you") and says(
        page, "Nobody else has had any experience with it"
    )
    await until(lambda: says(page, "Of what it has paid in HKD, 0 % came back within two steps."), what="the rings")
    QTest.mouseClick(_button(page, "Show as table"), Qt.MouseButton.LeftButton)
    await until(lambda: any("Show as chart" in button.text() for button in _buttons(page)))
    await _limit_is_kept(pair)
    await _changes_are_told(pair)
    await _listed_with_what_it_owes(pair)


async def _watch(pair: Pair) -> None:
    page = await pair.go("check", member=pair.other_member)
    await until(lambda: buttons(page, "Watch…"), what="the button of the report")
    press(page, "Watch…")
    (sheet,) = pair.desk.window.findChildren(WatchSheet)
    sheet.note.setText("asks for 60 days")
    QTest.mouseClick(sheet.watch, Qt.MouseButton.LeftButton)
    await until(lambda: buttons(page, "Watched…"), what="it is watched")


async def _limit_is_kept(pair: Pair) -> None:
    page = await pair.go("check", member=pair.other_member)
    press(page, "Credit limit…")
    await until(lambda: pair.desk.window.findChildren(LimitSheet), what="the suggestion")
    (sheet,) = pair.desk.window.findChildren(LimitSheet)
    assert says(sheet, "Thin file: half of what you have seen yourself")
    assert says(sheet, "Owes you HKD\u00a048,200.00.")
    sheet.amount.setText("96,400.00")
    QTest.mouseClick(sheet.keep, Qt.MouseButton.LeftButton)
    await until(lambda: buttons(page, "Limit HKD\u00a096,400.00, 50 % used"), what="the limit beside the report")


async def _changes_are_told(pair: Pair) -> None:
    page = await pair.go("check")
    press(page, "All results")
    await until(lambda: buttons(page, "1 counterparty changed"), what="the line of today")
    press(page, "1 counterparty changed")
    members = await pair.go("members", part="watch")
    await until(lambda: says(members, "Overdue: HKD\u00a00.00 → HKD\u00a048,200.00"), what="before and after")
    assert says(members, "asks for 60 days")
    (table,) = (found for found in members.watch.findChildren(ShortTable) if found.isVisible())
    assert "INV-3\tHKD\u00a048,200.00" in table.as_text()
    press(members.watch, "Seen")
    await until(lambda: says(members, "Nothing has changed: thin file, no grade."), what="it was seen")
    await pair.go("check")
    await until(lambda: not page._today.changed.isVisible(), what="nothing is left for today")


async def _listed_with_what_it_owes(pair: Pair) -> None:
    press(await pair.go("check"), "Show all members")
    await until(lambda: pair.desk.window.workspace.place == "members", what="the list of members")
    page = await pair.go("members")
    card, model = page._members, page._members.table.rows
    card.filter.segments._choose("owing")
    await until(lambda: model.rowCount() == 1, what="the one that owes something")
    wanted = ("Thin file", "", "HKD\u00a048,200.00", "HKD\u00a096,400.00 · 50 %", "watched")
    await until(lambda: model.row_at(0).texts[1:6] == wanted, what="how it pays, what it owes, limit and watch")
    assert not buttons(card, "Watch…")[0].isEnabled()
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    assert says(card, "owes you HKD\u00a048,200.00, within your limit of HKD\u00a096,400.00")
    card.table.customContextMenuRequested.emit(QPoint(40, 60))
    (menu,) = (found for found in card.findChildren(QMenu) if found.isVisible())
    assert [action.text() for action in menu.actions()] == ["Report", "Watch…", "Credit limit…"]
    menu.actions()[1].trigger()
    shown = pair.desk.window.findChildren
    await until(lambda: any(sheet.isVisible() for sheet in shown(WatchSheet)), what="the sheet for it")
    (sheet,) = (sheet for sheet in shown(WatchSheet) if sheet.isVisible())
    assert sheet.note.text() == "asks for 60 days"
    QTest.mouseClick(sheet.stop, Qt.MouseButton.LeftButton)
    await until(lambda: model.row_at(0).texts[5] == "", what="that it is watched no more")
    card.filter.segments._choose("over-limit")
    await until(lambda: says(card, "Nobody is above a limit of yours."), what="that nobody is")
    press(card, "Show everybody")
    await until(lambda: model.rowCount() == 2, what="everybody")
    card.table.choose(pair.other_member)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    await until(lambda: pair.desk.window.workspace.place == "check", what="the report")


def _has_focus(widget: QWidget) -> bool:
    return QApplication.focusWidget() is widget


def _buttons(page: QWidget) -> list[Any]:
    return [button for button in page.findChildren(QWidget) if hasattr(button, "click") and button.isVisible()]


def _button(page: QWidget, text: str) -> Any:
    return next(button for button in _buttons(page) if text in button.text())


def test_nothing_is_searched_for_while_an_input_method_composes(pair: Pair, run: Run[Any]) -> None:
    run(_compose(pair))


async def _compose(pair: Pair) -> None:
    page = await pair.go("check")
    searched: list[str] = []
    page._search.searched.connect(searched.append)
    QApplication.sendEvent(page._search, QInputMethodEvent("hao", []))
    await asyncio.sleep(0.4)
    assert searched == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("海")
    QApplication.sendEvent(page._search, committed)
    await until(lambda: searched == ["海"])


def test_a_name_that_nobody_has_says_so(pair: Pair, run: Run[Any]) -> None:
    run(_nobody(pair))


async def _nobody(pair: Pair) -> None:
    page: CheckPage = await pair.go("check", text="<b>nobody</b>")
    await until(lambda: says(page, "Nobody called “<b>nobody</b>” was ever recorded in this network."))
    labels = [label for label in page.findChildren(QLabel) if "nobody" in label.text()]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    await _reasons_are_told_apart(pair, page)
    await _drop_files(pair, page)
    assert page.findChildren(QScrollArea)
    await _tables_made_anew(pair, page)


async def _reasons_are_told_apart(pair: Pair, page: CheckPage) -> None:
    status = pair.desk.shell.status
    assert status is not None
    gone = msgspec.structs.replace(status, peers_connected=0, offline_since_ms=status.as_of_ms)
    page.show_error("The disk is full.")
    pair.desk.shell.set_status(gone)
    assert says(page, "The disk is full."), "what went wrong stays"
    assert says(page, "This machine knows nobody called “<b>nobody</b>”.") and says(page, "It has been offline since")
    assert says(page, "Not connected to any member since") and buttons(page, "Why")
    assert buttons(pair.desk.window, "Offline since")
    pair.desk.shell.set_status(status)
    assert says(page, "was ever recorded in this network.") and not says(page, "Not connected to any member")


async def _tables_made_anew(pair: Pair, page: CheckPage) -> None:
    status = pair.desk.shell.status
    assert status is not None
    pair.desk.shell.set_status(msgspec.structs.replace(status, findable=62_000, findable_of=180_000))
    assert says(page, "The index of names is being made anew: 62,000 of 180,000 members.")
    pair.desk.shell.set_status(status)
    assert not says(page, "The index of names")


async def _drop_files(pair: Pair, page: CheckPage) -> None:
    code = pair.desk.shell.profile_dir / "code.png"
    segno.make_qr(f"cohong:{pair.other_member}").save(str(code), scale=4)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(code))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    # Not sent: Qt delivers a drop only to what a drag has entered.
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, dropped, left, Qt.KeyboardModifier.NoModifier))
    await until(lambda: says(page, "Found by a QR code or link."))
    assert [card.card.member for card in page.findChildren(MemberCardButton) if card.isVisible()] == [pair.other_member]
    QApplication.clipboard().setImage(QImage(90, 90, QImage.Format.Format_RGB32))
    QTest.keyClick(page._search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: says(page, "There is no QR code in this picture that can be read."))
    QApplication.clipboard().setText(OTHER_NAME)
    QTest.keyClick(page._search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: says(page, "1 member"), what="text is pasted as ever")

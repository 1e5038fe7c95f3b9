"""Disputes, corrections and changed terms beside the record, from both sides."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid
from tests.gui.circle import holds
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, buttons, day, is_final, pair, press, says

from cohong.api import requests, views
from cohong.desktop.pages.book import BookPage
from cohong.desktop.pages.record_action_bar import ActionBar
from cohong.desktop.pages.record_actions import ActionSheet
from cohong.desktop.pages.record_objections import (
    AnswerSheet,
    CloseDisputeSheet,
    CorrectionSheet,
    DeclineCorrectionSheet,
    DisputeSheet,
)
from cohong.desktop.pages.record_terms import (
    AgreeSheet,
    DefaultSheet,
    NoticeSheet,
    RecoverSheet,
    RestructureSheet,
    WriteOffSheet,
)
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.evidence_field import EvidenceField, fingerprint
from cohong.desktop.widgets.form_field import TextArea, day_field
from cohong.desktop.widgets.page_table import PageTable

__all__ = ["pair"]

AnySheet = TypeVar("AnySheet", bound=ActionSheet)


async def sheet_of(pair: Pair, kind: type[AnySheet]) -> AnySheet:
    """Wait for a sheet to open and return it."""
    window = pair.desk.window
    await until(lambda: [s for s in window.findChildren(kind) if s.isVisible()], what=kind.__name__)
    return next(s for s in window.findChildren(kind) if s.isVisible())


async def choose(page: BookPage, words: str) -> None:
    """Take something from the menu of what else may be done."""
    bar = page.findChild(ActionBar)
    assert isinstance(bar, ActionBar)
    await until(lambda: bar.menu is not None and any(a.text() == words for a in bar.menu.actions()), what=words)
    assert bar.menu is not None
    next(action for action in bar.menu.actions() if action.text() == words).trigger()


def write(sheet: ActionSheet, text: str) -> None:
    """Type into the one field for text."""
    field = sheet.findChild(TextArea)
    assert isinstance(field, TextArea)
    QTest.keyClicks(field, text)


async def sign(pair: Pair, sheet: ActionSheet, words: str) -> None:
    """Press the button that signs and wait until the sheet has closed."""
    press(sheet, words)
    await until(lambda: not isValid(sheet) or not sheet.isVisible(), what=words)


def test_a_dispute_is_opened_answered_and_closed_and_marks_the_record_meanwhile(
    pair: Pair, run: Run[Any], tmp_path: Path
) -> None:
    run(_dispute(pair, tmp_path))


async def _dispute(pair: Pair, folder: Path) -> None:
    obligation = await pair.owed("INV-1", by_me=True)
    page = await pair.go("book", object=obligation)
    await choose(page, "Dispute")
    sheet = await sheet_of(pair, DisputeSheet)
    press(sheet, "Dispute and sign")
    await until(lambda: says(sheet, "Say what this is about."))
    text = sheet.findChild(TextArea)
    assert isinstance(text, TextArea)
    QTest.keyClicks(text, "Half of it")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "came broken.")
    photograph = folder / "broken.jpg"
    photograph.write_bytes(b"picture")
    evidence = sheet.findChild(EvidenceField)
    assert isinstance(evidence, EvidenceField)
    evidence.add_files([str(photograph), str(folder / "nothing.jpg")])
    await until(lambda: says(sheet, "nothing.jpg could not be read"))
    assert evidence.hashes() == [fingerprint(str(photograph))]
    await sign(pair, sheet, "Dispute and sign")
    await until(lambda: says(page._details, "Harbour Trading Ltd disputes it"), what="the dispute beside the record")
    assert says(page._details, "Half of it came broken.") and says(page._details, "1 file as evidence")
    table = page.findChild(PageTable)
    await until(lambda: "Active, Disputed" in table.rows.row_at(0).spoken, what="the mark in the table")
    details: views.RecordDetails = await pair.desk.client.call("book.record", requests.OfObject(object=obligation))
    [dispute] = details.disputes
    await pair.write(pair.other, "dispute.answer", dispute.dispute, says="It was whole.")
    await until(lambda: says(page._details, "Pearl Components Ltd answered"), what="the answer")
    await until(lambda: buttons(page._details, "Close the dispute"))
    press(page._details, "Close the dispute")
    closing = await sheet_of(pair, CloseDisputeSheet)
    await sign(pair, closing, "Close and sign")
    await until(lambda: table.rows.row_at(0).spoken.endswith("Active, Final 2/2"), what="the mark to go")
    await until(lambda: not buttons(page._details, "Close the dispute"))


def test_a_dispute_of_the_other_is_answered_and_a_correction_declined(pair: Pair, run: Run[Any]) -> None:
    run(_answer(pair))


async def _answer(pair: Pair) -> None:
    obligation = await pair.owed("INV-2")
    await pair.write(pair.other, "dispute.open", obligation, says="Too much.", evidence=[])
    await pair.write(pair.other, "correct.propose", obligation, says="Take 100 off.", evidence=[], asked=pair.me)
    check = await pair.go("check")
    await until(lambda: buttons(check, "1 correction to answer"), what="the line of today")
    await until(lambda: buttons(check, "1 dispute to answer"), what="the line of today")
    press(check, "1 dispute to answer")
    await until(lambda: pair.desk.window.workspace.place == "book")
    page = pair.page
    await until(lambda: page._model.rowCount() == 1, what="the place of what is to be answered")
    assert buttons(page, "Disputes to answer")
    page = await pair.go("book", object=obligation)
    await until(lambda: buttons(page._details, "Answer the dispute"))
    press(page._details, "Answer the dispute")
    sheet = await sheet_of(pair, AnswerSheet)
    write(sheet, "It is what was ordered.")
    await sign(pair, sheet, "Answer and sign")
    await until(lambda: says(page._details, "It is what was ordered."))
    await until(lambda: says(page._details, "Pearl Components Ltd asks Harbour Trading Ltd for a correction"))
    assert says(page._details, "40 days")
    await until(lambda: says(page, "No dispute waits for your answer."), what="the place to be empty")
    press(page, "Disputes to answer")
    assert not buttons(page, "Disputes to answer")
    table = page.findChild(PageTable)
    await until(lambda: table.rows.row_at(0) is not None, what="all of one's own")
    await until(lambda: "Active, Disputed, Correction open" in table.rows.row_at(0).spoken, what="both marks")
    await until(lambda: {"Disputed", "Correction open"} <= badges(page), what="both beside the record")
    press(page._details, "Decline the correction")
    declining = await sheet_of(pair, DeclineCorrectionSheet)
    await sign(pair, declining, "Decline and sign")
    await until(lambda: not buttons(page._details, "Decline the correction"), what="the correction to be answered")
    await until(lambda: "Active, Disputed, Final" in table.rows.row_at(0).spoken, what="the mark to go")
    report = await pair.go("check", member=pair.other_member)
    await until(lambda: says(report, "Pearl Components Ltd disputes INV-2 · Open"), what="the dispute in the report")
    assert all(says(report, words) for words in ("Too much.", "It is what was ordered.", "1 / 0"))


def badges(page: BookPage) -> set[str]:
    return {badge.text for badge in page._details.findChildren(Badge) if badge.isVisible()}


def test_a_correction_is_asked_of_the_only_other_party(pair: Pair, run: Run[Any]) -> None:
    run(_ask(pair))


async def _ask(pair: Pair) -> None:
    obligation = await pair.owed("INV-3", by_me=True)
    page = await pair.go("book", object=obligation)
    await choose(page, "Ask for a correction")
    sheet = await sheet_of(pair, CorrectionSheet)
    assert says(sheet, "Asks Pearl Components Ltd to answer within 40 days")
    write(sheet, "The due day is wrong.")
    await sign(pair, sheet, "Ask and sign")
    await until(lambda: says(page._details, "Harbour Trading Ltd asks Pearl Components Ltd for a correction"))
    await holds(lambda: _is_asked(pair, obligation), "the correction in the book")


async def _is_asked(pair: Pair, obligation: str) -> bool:
    details: views.RecordDetails = await pair.desk.client.call("book.record", requests.OfObject(object=obligation))
    return [item.asked for item in details.corrections] == [pair.other_member]


def test_terms_are_agreed_to_by_the_debtor_and_changed_by_the_holder(pair: Pair, run: Run[Any]) -> None:
    run(_restructure(pair))


async def _restructure(pair: Pair) -> None:
    mine, owed = await pair.owed("INV-4", by_me=True), await pair.owed("INV-5")
    page = await pair.go("book", object=mine)
    await choose(page, "Agree to new terms")
    agree = await sheet_of(pair, AgreeSheet)
    press(agree, "Agree and sign")
    await until(lambda: says(agree, "Amount and due day are what they have been."))
    agree._due.setDate(day_field(day(40)).date())
    await sign(pair, agree, "Agree and sign")
    await until(lambda: says(page._details, "Harbour Trading Ltd consents to HKD\u00a048,200.00"))
    await pair.go("book", object=owed)
    await until(lambda: says(page._details, "INV-5"))
    await choose(page, "Change the terms")
    too_soon = await sheet_of(pair, RestructureSheet)
    assert says(too_soon, "Pearl Components Ltd has to agree first")
    too_soon.dismiss()
    await pair.write(pair.other, "credit.agree", owed, amount=4_820_000, due=day(30), valid_until=day(5))
    await until(lambda: is_final(page._details, "Pearl Components Ltd consents to"), what="the consent")
    await choose(page, "Change the terms")
    sheet = await sheet_of(pair, RestructureSheet)
    await sign(pair, sheet, "Change and sign")
    await until(lambda: says(page._details, "Restructured: due"), what="the new terms")


def test_notice_default_write_off_and_recovery_say_what_follows(pair: Pair, run: Run[Any]) -> None:
    run(_give_up(pair))


async def _give_up(pair: Pair) -> None:
    obligation = await pair.owed("INV-6", due=-30)
    page = await pair.go("book", object=obligation)
    await choose(page, "Give notice")
    notice = await sheet_of(pair, NoticeSheet)
    write(notice, "Pay by Friday.")
    await sign(pair, notice, "Give notice and sign")
    await choose(page, "Record a default")
    default = await sheet_of(pair, DefaultSheet)
    assert says(default, "No block includes your notice yet.") and not buttons(default, "Record the default")
    default.dismiss()
    await choose(page, "Write off")
    write_off = await sheet_of(pair, WriteOffSheet)
    write_off._amount.figure.setText("48,200.01")
    press(write_off, "Write off and sign")
    await until(lambda: says(write_off, "More than is outstanding."))
    write_off._amount.figure.setText("48,200.00")
    await sign(pair, write_off, "Write off and sign")
    await pair.at_level(obligation, "written-off", "final")
    await until(lambda: buttons(page._details, "Record a recovery"))
    press(page._details, "Record a recovery")
    recover = await sheet_of(pair, RecoverSheet)
    assert says(recover, "Written off: HKD\u00a048,200.00")
    recover._amount.figure.setText("200.00")
    await sign(pair, recover, "Record and sign")
    await pair.at_level(obligation, "recovered", "final")
    await until(lambda: says(page._details, "recovered HKD\u00a0200.00 that was written off"))

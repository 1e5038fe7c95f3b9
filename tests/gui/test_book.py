"""The Book on a real node: writing, answering, paying, watching the votes come in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, buttons, day, pair, press, says

from cohong.desktop.formatting import Formats
from cohong.desktop.pages.book import BookPage
from cohong.desktop.pages.book_columns import RowPresenter
from cohong.desktop.pages.book_new_record import NewRecordSheet
from cohong.desktop.pages.record_actions import AcceptSheet, ClaimSheet, ReceiptSheet
from cohong.desktop.pages.record_details import RecordDetailsPane
from cohong.desktop.widgets.form_field import AmountField, parse_amount
from cohong.desktop.widgets.page_table import PageTable
from cohong.desktop.widgets.votes_panel import VotesPanel

__all__ = ["pair"]


def _table(page: BookPage) -> PageTable:
    table = page.findChild(PageTable)
    assert isinstance(table, PageTable)
    return table


def _texts(page: BookPage) -> list[tuple[str, ...]]:
    rows = _table(page).rows
    shown = [rows.row_at(row) for row in range(rows.rowCount())]
    return [row.texts for row in shown if row is not None]


def test_a_new_record_is_proposed_accepted_and_paid_and_the_book_follows(pair: Pair, run: Run[Any]) -> None:
    run(_propose_in_the_window(pair))
    run(_other_accepts(pair))
    run(_other_claims_and_the_receipt_settles_it(pair))


async def _propose_in_the_window(pair: Pair) -> None:
    page = await pair.go("book")
    await until(lambda: says(page, "No records yet."))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: pair.desk.window.findChild(NewRecordSheet) is not None)
    sheet = pair.desk.window.findChild(NewRecordSheet)
    assert isinstance(sheet, NewRecordSheet)
    press(sheet, "Sign and send")
    await until(lambda: says(sheet, "Choose a member of this network."))
    sheet._box.setCurrentIndex(0)
    QTest.keyClicks(sheet._amount_editor.figure, "48,200")
    QTest.keyClicks(sheet._reference_editor, "INV-0412")
    await until(lambda: says(sheet, "Pearl Components Ltd owes me HKD\u00a048,200.00"))
    press(sheet, "Sign and send")
    await until(lambda: [texts[1] for texts in _texts(page)] == ["INV-0412"])
    await until(page._details.isVisible, what="the new record's details")


async def _other_accepts(pair: Pair) -> None:
    page = pair.page
    obligation = _table(page).chosen_object
    await pair.at_level(obligation, "proposed", "final")
    await pair.write(pair.other, "credit.accept", obligation)
    await until(lambda: _texts(page)[0][0] == "Active", what="the table to follow")
    await until(lambda: says(page._details, "Accepted"), what="the history to follow")
    await until(lambda: says(page._details, "2 of 2 signed"), what="the votes to follow")


async def _other_claims_and_the_receipt_settles_it(pair: Pair) -> None:
    page = pair.page
    obligation = _table(page).chosen_object
    await pair.at_level(obligation, "active", "final")
    await pair.write(
        pair.other, "credit.claim", obligation, amount=4_820_000, value_date=day(0), method="FPS", reference="R1"
    )
    await until(lambda: says(page._details, "says it has paid HKD\u00a048,200.00"))
    press(page._details, "Record a receipt")
    await until(lambda: pair.desk.window.findChild(ReceiptSheet) is not None)
    sheet = pair.desk.window.findChild(ReceiptSheet)
    assert isinstance(sheet, ReceiptSheet)
    press(sheet, "Record and sign")
    await until(lambda: _texts(page)[0][0] == "Settled", what="the table to follow")


def test_a_proposal_of_another_is_answered_from_the_filter_to_answer(pair: Pair, run: Run[Any]) -> None:
    run(_answer(pair))


async def _answer(pair: Pair) -> None:
    obligation = await pair.propose(pair.other, "INV-7", debtor=pair.me, creditor=pair.other_member, due=day(20))
    await pair.at_level(obligation, "proposed", "final")
    page = await pair.go("book", filter="to-answer")
    await until(lambda: [texts[1] for texts in _texts(page)] == ["INV-7"])
    _table(page).setCurrentIndex(_table(page).rows.index(0, 0))
    await until(lambda: says(page._details, "I owe Pearl Components Ltd."))
    press(page._details, "Accept")
    await until(lambda: pair.desk.window.findChild(AcceptSheet) is not None)
    sheet = pair.desk.window.findChild(AcceptSheet)
    assert isinstance(sheet, AcceptSheet)
    press(sheet, "Accept and sign")
    await until(lambda: says(page, "Nothing waits for your answer."), what="the filter to be empty")
    await until(lambda: buttons(page._details, "Say that it is paid"), what="the details to follow")
    press(page._details, "Say that it is paid")
    await until(lambda: pair.desk.window.findChild(ClaimSheet) is not None)
    claim = pair.desk.window.findChild(ClaimSheet)
    assert isinstance(claim, ClaimSheet)
    field = claim.findChild(AmountField)
    assert isinstance(field, AmountField)
    field.figure.setText("48,200.01")
    press(claim, "Claim and sign")
    await until(lambda: says(claim, "More than is outstanding."))
    QTest.keyClick(claim, Qt.Key.Key_Escape)
    await until(lambda: not pair.desk.window.findChildren(ClaimSheet))


def test_filtering_by_text_says_when_nothing_matches_and_escape_closes_the_details(pair: Pair, run: Run[Any]) -> None:
    run(_filter(pair))


async def _filter(pair: Pair) -> None:
    obligation = await pair.propose(pair.desk.client, "INV-9", debtor=pair.other_member, creditor=pair.me, due=day(3))
    page = await pair.go("book", object=obligation)
    await until(lambda: says(page._details, "HKD\u00a048,200.00"))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    await until(page._details.isHidden)
    search = next(field for field in page.findChildren(QLineEdit) if field is page._search)
    QTest.keyClicks(search, "nobody")
    await until(lambda: says(page, "No record has “nobody” in its number or name."))
    search.clear()
    await until(lambda: [texts[1] for texts in _texts(page)] == ["INV-9"])


def test_details_name_who_has_not_signed_when_the_other_is_away(pair: Pair, run: Run[Any]) -> None:
    run(_alone(pair))


async def _alone(pair: Pair) -> None:
    await pair.other.call("node.stop")
    obligation = await pair.propose(pair.desk.client, "INV-1", debtor=pair.other_member, creditor=pair.me, due=day(3))
    page = await pair.go("book", object=obligation)
    panel = page.findChild(RecordDetailsPane).findChild(VotesPanel)
    await until(lambda: says(panel, "Not yet: Pearl Components Ltd (last seen"), what="who has not signed")
    assert says(panel, "1 of 2 signed")


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("48,200.00", "HKD", 4_820_000), ("48200", "HKD", 4_820_000), ("0.01", "HKD", 1), ("5", "JPY", 5),
        ("1.234", "KWD", 1_234), ("10,000,000,000,000.00", "HKD", 10**15),
        ("", "HKD", None), ("0", "HKD", None), ("-5", "HKD", None), ("1.234,56", "HKD", None), ("1,23", "HKD", None),
        ("1.234", "HKD", None), ("5.0", "JPY", None), ("1e9", "HKD", None), ("10,000,000,000,000.01", "HKD", None),
        ("٣", "HKD", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_one_way_or_not_at_all(text: str, currency: str, minor: int | None) -> None:
    assert parse_amount(text, currency) == minor


@pytest.mark.parametrize("language", ["en", "zh_HK", "zh_CN"])
@pytest.mark.parametrize("minor", [0, 1, 99, 100, 123_456, 100_000_000, 10**15])
@pytest.mark.parametrize("currency", ["HKD", "JPY", "KWD"])
def test_the_table_writes_amounts_as_everything_else_does(language: str, minor: int, currency: str) -> None:
    formats = Formats(language)
    assert RowPresenter(formats).money(currency, minor) == formats.money(currency, minor)

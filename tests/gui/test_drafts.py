"""Drafts in the Book on a real node: kept, changed, removed, put back, held and recalled, and sent."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, pair, press, says

from cohong.desktop.pages.book import BookPage
from cohong.desktop.pages.book_edit_draft import EditDraftSheet
from cohong.desktop.pages.book_new_record import NewRecordSheet
from cohong.desktop.pages.book_send import SendSheet
from cohong.desktop.recall_bar import RecallBar
from cohong.desktop.widgets.page_table import PageTable
from cohong.desktop.widgets.toast import Toast

__all__ = ["pair"]

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _shown(page: BookPage) -> list[tuple[str, str]]:
    """Return reference and amount of the rows."""
    table = page.findChild(PageTable)
    assert isinstance(table, PageTable)
    rows = [table.rows.row_at(row) for row in range(table.rows.rowCount())]
    return [(row.texts[1], row.texts[6]) for row in rows if row is not None]


async def _sheet(pair: Pair, kind: type[QWidget]) -> Any:
    await until(lambda: any(sheet.isVisible() for sheet in pair.desk.window.findChildren(kind)), what=kind.__name__)
    return next(sheet for sheet in pair.desk.window.findChildren(kind) if sheet.isVisible())


async def _new_record(pair: Pair, page: BookPage, reference: str, button: str) -> None:
    page.new_record()
    sheet = await _sheet(pair, NewRecordSheet)
    sheet._box.setCurrentIndex(0)
    QTest.keyClicks(sheet._amount_editor.figure, "48,200")
    QTest.keyClicks(sheet._reference_editor, reference)
    press(sheet, button)
    await until(lambda: not pair.desk.window.findChildren(NewRecordSheet), what="the sheet to close")


def test_a_draft_is_kept_changed_removed_and_put_back_again(pair: Pair, run: Run[Any]) -> None:
    run(_edit(pair))


async def _edit(pair: Pair) -> None:
    page = await pair.go("book")
    await _new_record(pair, page, "INV-1", "Save as draft")
    await until(lambda: _shown(page) == [("INV-1", "HKD\u00a048,200.00")], what="the draft in the table")
    await until(lambda: says(page._details, "INV-1"), what="its details")
    press(page._details, "Change")
    sheet = await _sheet(pair, EditDraftSheet)
    sheet._amount_editor.figure.setText("500")
    await until(lambda: _shown(page) == [("INV-1", "HKD\u00a0500.00")], what="the change to be kept while it is typed")
    sheet._amount_editor.figure.setText("0")
    press(sheet, "Done")
    await until(lambda: says(sheet, "Write the amount as"), what="what makes no sense")
    sheet._amount_editor.figure.setText("600")
    press(sheet, "Done")
    await until(lambda: _shown(page) == [("INV-1", "HKD\u00a0600.00")], what="the change to be kept")
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    await until(lambda: _shown(page) == [("INV-1", "HKD\u00a048,200.00")], what="the change to be undone")
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL | SHIFT)
    await until(lambda: _shown(page) == [("INV-1", "HKD\u00a0600.00")], what="the change to be done again")
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text().startswith("INV-1: Pearl Components Ltd owes Harbour Trading Ltd HKD")
    QTest.keyClick(page, Qt.Key.Key_Delete)
    await until(lambda: _shown(page) == [], what="the draft to be removed")
    assert "Draft INV-1 removed." in pair.desk.window.toasts
    toast = next(t for t in pair.desk.window.findChildren(Toast) if t.accessibleName() == "Draft INV-1 removed.")
    press(toast, "Undo")
    await until(lambda: _shown(page) == [("INV-1", "HKD\u00a0600.00")], what="the draft to be put back")


def test_records_are_held_recalled_and_then_sent(pair: Pair, run: Run[Any]) -> None:
    pair.desk.shell.preferences = dataclasses.replace(pair.desk.shell.preferences, recall_s=60)
    run(_recall(pair))


async def _recall(pair: Pair) -> None:
    bar = pair.desk.window.findChild(RecallBar)
    assert isinstance(bar, RecallBar)
    page = await pair.go("book")
    await _new_record(pair, page, "INV-1", "Sign and send")
    await until(lambda: says(bar, "1 record to be signed and sent in"), what="the time to recall")
    press(bar, "Recall")
    await until(bar.isHidden, what="the bar to go")
    await _new_record(pair, page, "INV-2", "Save as draft")
    await until(lambda: len(_shown(page)) == 2)

    pair.desk.shell.preferences = dataclasses.replace(pair.desk.shell.preferences, recall_s=10)
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    sheet = await _sheet(pair, SendSheet)
    assert says(sheet, "Sign and send 2 records")
    assert says(sheet, "HKD\u00a096,400.00")
    assert says(sheet, "You can recall them for 10 seconds")
    press(sheet, "Sign and send 2 records")
    await until(lambda: says(bar, "2 records to be signed and sent in"), what="the time to recall")
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    await until(bar.isHidden, what="Ctrl+Z to recall")

    page._drafts.send(page._table.rows.row_at(0).source)
    await until(bar.isVisible, what="one to be held")
    await until(lambda: "1 record signed and on the way." in pair.desk.window.toasts, what="it to go")
    await until(bar.isHidden, what="the bar to go")
    await until(lambda: sorted(row[0] for row in _shown(page)) == ["INV-1", "INV-2"])

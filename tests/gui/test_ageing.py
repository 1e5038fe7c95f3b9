"""What is open by age: each line's sums, and the way from a line to its records in the Book."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, buttons, pair, press, says

from cohong.desktop.pages.ageing import AgeingPage
from cohong.desktop.pages.book import BookPage
from cohong.desktop.widgets.page_table import PageTable
from cohong.desktop.widgets.short_table import ShortTable

__all__ = ["pair"]


def _rows(page: AgeingPage) -> list[list[str]]:
    table = page.findChild(ShortTable)
    assert isinstance(table, ShortTable)
    return [line.split("\t") for line in table.as_text().split("\n")[1:]]


def test_open_sums_stand_by_age_and_a_line_opens_its_records(pair: Pair, run: Run[Any]) -> None:
    run(_look(pair))


async def _look(pair: Pair) -> None:
    fresh, late = await pair.owed("INV-1"), await pair.owed("INV-2", due=-35)
    mine = await pair.owed("INV-3", by_me=True, due=-1)
    await pair.go("book")
    press(pair.page, "Ageing")
    await until(lambda: pair.desk.window.workspace.place == "ageing")
    page = pair.page
    line = ["HKD", "48,200.00", "–", "48,200.00", "–", "–", "96,400.00"]
    await until(lambda: _rows(page) == [["All", *line], ["Pearl Components Ltd", *line]], what="the sums")
    press(page, "I owe")
    owing = ["HKD", "–", "48,200.00", "–", "–", "–", "48,200.00"]
    await until(lambda: _rows(page) == [["All", *owing], ["Pearl Components Ltd", *owing]], what="the other side")
    await _opens(pair, page, [mine])
    await pair.go("ageing", side="owed-to-me")
    await until(lambda: [row[:1] + row[-1:] for row in _rows(page)[1:]] == [["Pearl Components Ltd", "96,400.00"]])
    await _opens(pair, page, sorted([fresh, late]))
    assert buttons(pair.page, "Pearl Components Ltd, HKD"), "what narrows the Book"
    await until(lambda: says(pair.page, "Records up to"), what="the Book to have loaded")


async def _opens(pair: Pair, page: AgeingPage, records: list[str]) -> None:
    """Open the second row with Enter and wait until the Book shows these records."""
    table = page.findChild(ShortTable)
    assert isinstance(table, ShortTable)
    table.setCurrentCell(1, 0)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    await until(lambda: pair.desk.window.workspace.place == "book")
    await until(lambda: _shown(pair.page) == records, what="the records behind the line")


def _shown(page: BookPage) -> list[str]:
    table = page.findChild(PageTable)
    assert isinstance(table, PageTable)
    rows = table.rows
    found = [rows.row_at(number) for number in range(rows.rowCount())]
    return sorted(row.source.object for row in found if row is not None)


def test_where_nothing_is_open_the_page_says_so_and_escape_goes_back(pair: Pair, run: Run[Any]) -> None:
    run(_nothing(pair))


async def _nothing(pair: Pair) -> None:
    page = await pair.go("ageing")
    await until(lambda: says(page, "Nothing is owed to you."))
    press(page, "I owe")
    await until(lambda: says(page, "You owe nothing."))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    await until(lambda: pair.desk.window.workspace.place == "book")
    await until(lambda: says(pair.page, "No records yet.") and says(pair.page, "Records up to"), what="the Book")

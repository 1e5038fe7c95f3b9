"""The page model and its table: pages come as they are seen, and nothing moves that should not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.gui.conftest import Run, until

from cohong.api.views import BookPage, ObligationRow
from cohong.desktop import tasks
from cohong.desktop.pages.book_cells import BookCellPainter
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.page_model import PAGE_ROWS, PAGES_KEPT, Column, PageModel, ShownRow, runs
from cohong.desktop.widgets.page_table import PageTable

COLUMNS = (
    Column("reference", "Reference", "reference", width=20),
    Column("counterparty", "Counterparty", width=0),
    Column("amount", "Amount", "amount", figures=True, width=14),
    Column("level", "Signed", width=14),
)


def _row(number: int, *, signed: int = 1) -> ObligationRow:
    return ObligationRow(
        object=f"{number:064x}", reference=f"INV-{number}", side="holder", debtor="d" * 64, debtor_name="Pearl",
        creditor="c" * 64, creditor_name="Harbour", counterparty="d" * 64, counterparty_name="Pearl", currency="HKD",
        amount_minor=100, outstanding_minor=100, issued="2026-01-01", due="2026-02-01", days_late=0, state="active",
        level="waiting", signed=signed, voters=5, changed_ms=0,
    )  # fmt: skip


def _show(row: ObligationRow) -> ShownRow:
    texts = (row.reference, row.counterparty_name, "HKD 1.00", f"Waiting {row.signed}/5")
    return ShownRow(row.object, texts, row, row.reference)


@dataclass
class Source:
    """Rows as a node would answer them, and what was asked."""

    rows: list[ObligationRow]
    revision: int = 1
    asked: list[int] = field(default_factory=list)
    gate: asyncio.Event | None = None

    async def fetch(self, first: int, count: int) -> BookPage:
        self.asked.append(first)
        await asyncio.sleep(0)
        if self.gate is not None:
            await self.gate.wait()
        return BookPage(
            total=len(self.rows), first=first, revision=self.revision, rows=self.rows[first : first + count]
        )


def _source(count: int) -> Source:
    return Source([_row(number) for number in range(count)])


async def _loaded(source: Source, model: PageModel) -> None:
    model.set_query(source.fetch)
    await until(lambda: model.rowCount() == len(source.rows))


async def _idle(model: PageModel) -> None:
    await until(lambda: not model.is_busy)


@pytest.fixture
def model(qtbot: QtBot) -> PageModel:
    return PageModel(COLUMNS, _show)


@pytest.fixture
def table(theme: Theme, model: PageModel, qtbot: QtBot) -> Iterator[PageTable]:
    table = PageTable(model)
    table.setItemDelegate(BookCellPainter(table, model, theme, table))
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    yield table


def test_only_pages_in_sight_are_asked_for(model: PageModel, run: Run[Any]) -> None:
    source = _source(10_000)

    async def scenario() -> None:
        await _loaded(source, model)
        model.want(5_000, 5_020)
        await until(lambda: model.row_at(5_000) is not None)

    run(scenario())
    assert source.asked == [0, 5_000 // PAGE_ROWS * PAGE_ROWS]


def test_a_row_on_its_way_shows_nothing_and_asks_for_nothing(model: PageModel, run: Run[Any]) -> None:
    source = _source(1_000)
    run(_loaded(source, model))
    index = model.index(900, 0)
    assert (model.data(index), model.row_at(900), source.asked) == ("", None, [0])


def test_fast_scrolling_asks_only_for_where_it_ends(model: PageModel, run: Run[Any]) -> None:
    source = _source(100_000)

    async def scenario() -> None:
        await _loaded(source, model)
        source.gate = asyncio.Event()
        for first in range(1_000, 90_000, 1_000):
            model.want(first, first + 20)
            await asyncio.sleep(0)
        source.gate.set()
        await until(lambda: model.row_at(89_000) is not None)

    run(scenario())
    assert source.asked == [0, 1_000 // PAGE_ROWS * PAGE_ROWS, 89_000 // PAGE_ROWS * PAGE_ROWS]


def test_pages_on_their_way_are_ended_with_what_the_window_does(model: PageModel, run: Run[Any]) -> None:
    source = _source(1_000)

    async def scenario() -> bool:
        source.gate = asyncio.Event()
        model.set_query(source.fetch)
        await until(lambda: source.asked)
        await tasks.cancel_all()
        return model.is_busy

    assert run(scenario()) is False


def test_only_the_last_pages_are_kept(model: PageModel, run: Run[Any]) -> None:
    source = _source(PAGE_ROWS * (PAGES_KEPT + 5))

    async def scenario() -> None:
        await _loaded(source, model)
        for page in range(PAGES_KEPT + 5):
            model.want(page * PAGE_ROWS, page * PAGE_ROWS)
            await until(lambda page=page: model.row_at(page * PAGE_ROWS) is not None)  # type: ignore[misc]  # a default binds the loop's value

    run(scenario())
    held = [page for page in range(PAGES_KEPT + 5) if model.row_at(page * PAGE_ROWS) is not None]
    assert held == list(range(5, PAGES_KEPT + 5))


def test_notifications_are_shown_at_most_four_times_a_second(model: PageModel, run: Run[Any]) -> None:
    source = _source(100)

    async def scenario() -> None:
        await _loaded(source, model)
        source.asked.clear()
        loop = asyncio.get_running_loop()
        end = loop.time() + 1.0
        while loop.time() < end:
            model.refresh_soon()
            await asyncio.sleep(0.005)

    run(scenario())
    assert 2 <= len(source.asked) <= 4


def test_a_refresh_tells_only_of_rows_that_differ(model: PageModel, run: Run[Any]) -> None:
    source = _source(100)
    told: list[tuple[int, int]] = []

    async def scenario() -> None:
        await _loaded(source, model)
        model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
        source.rows[7], source.rows[8] = _row(7, signed=2), _row(8, signed=3)
        model.refresh_soon()
        await until(lambda: model.data(model.index(8, 3)) == "Waiting 3/5")

    run(scenario())
    assert told == [(7, 8)]


def test_rows_that_something_has_come_for_are_made_anew_and_no_others(model: PageModel, run: Run[Any]) -> None:
    source = _source(1_000)
    told: list[tuple[int, int]] = []
    run(_loaded(source, model))
    before = [model.row_at(row) for row in (3, 4, 5)]
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.show_anew({f"{4:064x}", f"{5:064x}", f"{900:064x}"})
    after = [model.row_at(row) for row in (3, 4, 5)]
    assert [old is new for old, new in zip(before, after, strict=True)] == [True, False, False]
    assert told == [(4, 5)]


def test_a_failed_page_is_told_and_asked_for_again_on_the_next_look(model: PageModel, run: Run[Any]) -> None:
    source = _source(1_000)
    failures: list[object] = []
    model.failed.connect(failures.append)

    async def refuse(first: int, count: int) -> BookPage:
        if first and not failures:
            raise ConnectionError("node went away")
        return await source.fetch(first, count)

    async def scenario() -> None:
        model.set_query(refuse)
        await until(lambda: model.rowCount() == 1_000)
        model.want(900, 910)
        await until(lambda: failures)
        await _idle(model)
        model.want(900, 910)
        await until(lambda: model.row_at(900) is not None)

    run(scenario())
    assert [str(error) for error in failures] == ["node went away"]


def test_rows_of_an_earlier_query_are_dropped(model: PageModel, run: Run[Any]) -> None:
    slow, quick = _source(500), _source(3)

    async def scenario() -> None:
        slow.gate = asyncio.Event()
        model.set_query(slow.fetch)
        await asyncio.sleep(0)
        model.set_query(quick.fetch)
        slow.gate.set()
        await until(lambda: model.rowCount() == 3)
        await _idle(model)

    run(scenario())
    assert model.rowCount() == 3


@pytest.mark.parametrize("outcome", ["answered", "failed"])
def test_an_answer_after_the_window_has_closed_is_dropped(qtbot: QtBot, run: Run[Any], outcome: str) -> None:
    model, gate = PageModel(COLUMNS, _show), asyncio.Event()

    async def answer(first: int, count: int) -> BookPage:
        await gate.wait()
        if outcome == "failed":
            raise ConnectionError("node went away")
        return await _source(3).fetch(first, count)

    async def scenario() -> None:
        model.set_query(answer)
        await asyncio.sleep(0)
        delete(model)
        gate.set()
        ended, _ = await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()})
        assert not [error for task in ended if isinstance(error := task.exception(), RuntimeError)]

    run(scenario())


def test_the_chosen_object_stays_chosen_when_rows_come_in_above(
    table: PageTable, model: PageModel, run: Run[Any]
) -> None:
    source = _source(500)
    chosen: list[str] = []
    table.chosen.connect(chosen.append)

    async def scenario() -> None:
        await _loaded(source, model)
        table.setCurrentIndex(model.index(3, 0))
        source.rows.insert(0, _row(10_000))
        model.refresh_soon()
        await until(lambda: model.rowCount() == 501)
        await _idle(model)

    run(scenario())
    assert (table.chosen_object, table.currentIndex().row(), chosen) == (_row(3).object, 4, [_row(3).object])


def test_focus_does_not_choose_another_row_than_the_one_out_of_sight(
    table: PageTable, model: PageModel, run: Run[Any]
) -> None:
    source = _source(2_000)
    run(_loaded(source, model))
    table.choose(f"{1_900:064x}")
    QApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason))
    assert table.chosen_object == f"{1_900:064x}"


def test_what_is_read_stays_where_it_is_when_rows_come_in_above(
    table: PageTable, model: PageModel, run: Run[Any]
) -> None:
    source = _source(2_000)

    def top_row() -> str:
        shown = model.row_at(table.rowAt(0))
        return shown.object if shown is not None else ""

    async def scenario() -> tuple[str, str]:
        await _loaded(source, model)
        table.verticalScrollBar().setValue(4_007)
        await _idle(model)
        before = top_row()
        source.rows[:0] = [_row(10_000 + number) for number in range(5)]
        model.refresh_soon()
        await until(lambda: model.rowCount() == 2_005)
        await _idle(model)
        return before, top_row()

    before, after = run(scenario())
    assert before == after != ""


def test_nothing_moves_while_a_mouse_button_is_down(table: PageTable, model: PageModel, run: Run[Any]) -> None:
    source = _source(100)

    async def scenario() -> tuple[int, int]:
        await _loaded(source, model)
        place = QPoint(40, 60)
        QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        source.rows.insert(0, _row(10_000))
        model.refresh_soon()
        await asyncio.sleep(0.4)
        held = model.rowCount()
        QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        await until(lambda: model.rowCount() == 101)
        return held, model.rowCount()

    assert run(scenario()) == (100, 101)


def test_a_narrow_table_leaves_out_the_columns_of_least_weight(theme: Theme, qtbot: QtBot) -> None:
    columns = (Column("a", "A", width=0), Column("b", "B", width=20, weight=2), Column("c", "C", width=20, weight=1))
    table = PageTable(PageModel(columns, _show))
    qtbot.addWidget(table)
    table.show()

    def hidden_at(width: int) -> list[str]:
        table.resize(width, 200)
        return [column.name for number, column in enumerate(columns) if table.isColumnHidden(number)]

    assert (hidden_at(1_200), hidden_at(420), hidden_at(200)) == ([], ["b"], ["b", "c"])


def test_clicking_a_header_asks_for_that_order(table: PageTable, model: PageModel, run: Run[Any]) -> None:
    wanted: list[tuple[str, bool]] = []
    table.sort_wanted.connect(lambda key, descending: wanted.append((key, descending)))
    run(_loaded(_source(10), model))
    header = table.horizontalHeader()
    for _ in range(2):
        place = QPoint(header.sectionViewportPosition(0) + 10, 10)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sorted(wanted) == [("reference", False), ("reference", True)]


def test_a_screen_reader_hears_the_row_as_one_sentence(model: PageModel, run: Run[Any]) -> None:
    run(_loaded(_source(3), model))
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "INV-1"


def test_a_million_rows_are_painted_from_a_few_pages(table: PageTable, model: PageModel, run: Run[Any]) -> None:
    async def fetch(first: int, count: int) -> BookPage:
        await asyncio.sleep(0)
        rows = [_row(number) for number in range(first, min(first + count, 1_000_000))]
        return BookPage(total=1_000_000, first=first, revision=1, rows=rows)

    async def scenario() -> str:
        model.set_query(fetch)
        await until(lambda: model.rowCount() == 1_000_000)
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
        await until(lambda: model.row_at(999_999) is not None)
        table.grab()
        return str(model.data(model.index(999_999, 0)))

    assert run(scenario()) == "INV-999999"


@pytest.mark.parametrize(("numbers", "stretches"), [([], []), ([4], [(4, 4)]), ([3, 4, 5, 9], [(3, 5), (9, 9)])])
def test_numbers_are_told_as_stretches(numbers: list[int], stretches: list[tuple[int, int]]) -> None:
    assert runs(numbers) == stretches

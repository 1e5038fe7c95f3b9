"""The Book and an account statement saved from the window, on a real node."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, day, pair, press, says

from cohong.desktop.pages.book import BookPage
from cohong.desktop.pages.check import CheckPage
from cohong.desktop.pages.export_bar import ExportBar
from cohong.desktop.pages.statement_sheet import StatementSheet
from cohong.verifier.report import is_report

__all__ = ["pair"]


async def _owed(pair: Pair) -> None:
    """Have the other member owe the window's member an invoice."""
    owed = await pair.propose(pair.desk.client, "INV-1", debtor=pair.other_member, creditor=pair.me, due=day(10))
    await pair.at_level(owed, "proposed", "final")
    await pair.write(pair.other, "credit.accept", owed)
    await pair.at_level(owed, "active", "final")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("pearl*"))


async def _save(bar: ExportBar, path: Path, kind: str) -> None:
    """Choose a place in the dialogue that is open."""
    dialog = bar._dialog
    assert isinstance(dialog, QFileDialog)
    assert any(kind in name for name in dialog.nameFilters())
    dialog.close()
    dialog.fileSelected.emit(str(path))
    await until(path.exists, what="the file")
    await until(lambda: not bar.is_running, what="the end of the export")


def test_the_book_is_saved_as_it_is_shown(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    async def saved() -> None:
        await _owed(pair)
        page: BookPage = await pair.go("book")
        page.filter_by("owed-to-me")
        press(page, "Export")
        await _save(page._export_bar, tmp_path / "book.csv", "*.csv")
        assert [(row["reference"], row["amount"], row["currency"]) for row in _rows(tmp_path / "book.csv")] == [
            ("INV-1", "48200.00", "HKD")
        ]
        # Without an ending that is known it becomes a workbook.
        press(page, "Export")
        dialog = page._export_bar._dialog
        assert dialog is not None
        dialog.close()
        dialog.fileSelected.emit(str(tmp_path / "book"))
        await until((tmp_path / "book.xlsx").exists)
        # One that is there under that name was not asked about, and stays.
        await until(lambda: not page._export_bar.is_running)
        dialog.fileSelected.emit(str(tmp_path / "book"))
        await until(lambda: says(page, "A file of that name is there already and was left as it is."))
        page._export_bar.hide()

    run(saved())


def test_all_actions_of_the_book_fit_into_a_narrow_window(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    async def fitted() -> None:
        page: BookPage = await pair.go("book")
        page._send_button.setText("Sign and send (1,000)")
        page._send_button.show()
        pair.desk.window.resize(860, 640)
        await until(lambda: not page._export_button.text())
        assert page._export_button.toolTip() == "Export"
        await until(lambda: page._send_button.width() >= page._send_button.sizeHint().width(), what="room for its text")
        await until(lambda: page._new_button.geometry().right() <= page.width(), what="all of them in the window")
        pair.desk.window.resize(1240, 820)
        await until(lambda: page._export_button.text() == "Export")

    run(fitted())


def test_a_statement_is_saved_from_the_members_report(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    async def saved() -> None:
        await _owed(pair)
        page: CheckPage = await pair.go("check", member=pair.other_member)
        await until(page._report._statement.isVisible, what="the report")
        press(page, "Account statement")
        sheet = next(iter(pair.desk.window.findChildren(StatementSheet)))
        await until(sheet.isVisible)
        sheet.first.setDate(QDate(2100, 1, 1))
        press(sheet, "Choose a place")
        assert says(sheet, "The first day is after the last one.")
        sheet.first.setDate(QDate(2020, 1, 1))
        sheet.currency.setCurrentIndex(sheet.currency.findData("HKD"))
        press(sheet, "Choose a place")
        await _save(page._report._export_bar, tmp_path / "account.csv", "*.csv")
        rows = [(row["entry"], row["change"], row["balance"]) for row in _rows(tmp_path / "account.csv")]
        assert rows == [
            ("opening balance", "", "0.00"),
            ("invoice", "48200.00", "48200.00"),
            ("closing balance", "", "48200.00"),
        ]
        await _credit_report_is_saved(page, tmp_path)
        page = await pair.go("check", member=pair.me)
        await until(lambda: not page._report._statement.isVisible(), what="one's own report")

    run(saved())


async def _credit_report_is_saved(page: CheckPage, folder: Path) -> None:
    """In any language, with the signed file beside it or alone; what fails leaves nothing and says why."""
    press(page, "Credit report")
    export = page._report._credit_export
    dialog = export._dialog
    assert isinstance(dialog, QFileDialog)
    kinds = dialog.nameFilters()
    assert (kinds[0], len(kinds)) == ("PDF, English (*.pdf)", 7), "the window's own language first"
    dialog.close()

    def choose(kind: str, file: Path) -> None:
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
        assert file.suffix == f".{dialog.defaultSuffix()}"
        dialog.fileSelected.emit(str(file))

    choose("Web page, 繁體中文 (*.html)", folder / "pearl.html")
    await until(lambda: says(export, "Signing the report and writing pearl.html"))
    await until((folder / "pearl.html").exists, what="the web page")
    signed = (folder / "pearl.json").read_bytes()
    assert "商業信貸報告" in (folder / "pearl.html").read_text(encoding="utf-8") and is_report(signed)
    await until(lambda: says(page.window(), "Saved as pearl.html, and the signed file beside it. Give both."))
    assert export.isHidden()
    # Whoever takes a name that is there was asked by the dialogue.
    (folder / "pearl.json").write_bytes(b"another file")
    choose(kinds[-1], folder / "pearl.json")
    await until(lambda: is_report((folder / "pearl.json").read_bytes()), what="the signed file in its place")
    await until(lambda: says(page.window(), "Saved as pearl.json, with"))
    choose(kinds[0], folder / "nowhere" / "pearl.pdf")
    await until(lambda: says(export, "The report could not be saved: No such file or directory."))
    export.hide()
    assert _names(folder) == ["pearl.html", "pearl.json"]

"""A table as XLSX: one row at a time, so that memory does not grow with it; a sheet that is full goes on in another.

Amounts are numbers that a spreadsheet can add up, as long as a number of a spreadsheet holds them exactly (15 digits),
and text beyond that. Days are dates shown as ISO days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # it has no stubs
from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]  # as above

from cohong.exporting.tables import Amount, Cell, Day
from cohong.primitives.money import format_plain, minor_digits

SHEET_ROWS_MAX: Final = 1_000_000
"""Below what a sheet may have, 1,048,576."""
EXACT_BELOW: Final = 10**15
_COLUMN_WIDTH: Final = 16
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class XlsxTable:
    """Writes rows into a workbook."""

    def __init__(self, workbook: Any, title: str, headers: Sequence[str]) -> None:
        self._workbook = workbook
        self._title = title
        self._headers = headers
        self._head = workbook.add_format({"bold": True})
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._money: dict[int, Any] = {}
        self._sheets = 0
        self._row = SHEET_ROWS_MAX
        self._sheet: Any = None
        self._begin_sheet()

    def write(self, cells: Sequence[Cell]) -> None:
        """Add a row."""
        if self._row > SHEET_ROWS_MAX:
            self._begin_sheet()
        for column, cell in enumerate(cells):
            self._put(column, cell)
        self._row += 1

    def _begin_sheet(self) -> None:
        self._sheets += 1
        name = self._title if self._sheets == 1 else f"{self._title} {self._sheets}"
        self._sheet = self._workbook.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, len(self._headers) - 1, _COLUMN_WIDTH)
        for column, header in enumerate(self._headers):
            self._sheet.write_string(0, column, header, self._head)
        self._row = 1

    def _put(self, column: int, cell: Cell) -> None:
        match cell:
            case Amount(minor, currency) if abs(minor) < EXACT_BELOW:
                digits = minor_digits(currency)
                self._sheet.write_number(self._row, column, minor / 10**digits, self._money_format(digits))
            case Amount(minor, currency):
                self._sheet.write_string(self._row, column, format_plain(minor, currency))
            case Day(text):
                self._sheet.write_datetime(self._row, column, date.fromisoformat(text), self._day)
            case int():
                self._sheet.write_number(self._row, column, cell)
            case str():
                self._sheet.write_string(self._row, column, cell)

    def _money_format(self, digits: int) -> Any:
        if digits not in self._money:
            self._money[digits] = self._workbook.add_format({"num_format": f"0.{'0' * digits}" if digits else "0"})
        return self._money[digits]


@contextmanager
def open_xlsx(path: Path, title: str, headers: Sequence[str], folder: Path) -> Iterator[XlsxTable]:
    """Make the workbook; what waits for its end lies in `folder`."""
    workbook = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": str(folder)})
    yield XlsxTable(workbook, title, headers)
    try:
        workbook.close()
    except XlsxWriterException as error:
        raise OSError(str(error)) from error

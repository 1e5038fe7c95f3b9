"""A table as CSV: UTF-8 with a byte order mark, commas, every amount with its decimals and without groups."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cohong.exporting.tables import Amount, Cell, Day
from cohong.primitives.money import format_plain
from cohong.primitives.spreadsheet_text import harmless


class CsvTable:
    """Writes rows into an open file."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file)

    def write(self, cells: Sequence[Cell]) -> None:
        """Add a row."""
        self._writer.writerow([_text(cell) for cell in cells])


@contextmanager
def open_csv(path: Path, headers: Sequence[str]) -> Iterator[CsvTable]:
    """Make the file. Excel reads Chinese as something else where the byte order mark is missing."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        table = CsvTable(file)
        table.write(headers)
        yield table


def _text(cell: Cell) -> str:
    match cell:
        case Amount(minor, currency):
            return format_plain(minor, currency)
        case Day(text):
            return text
        case int():
            return str(cell)
        case str():
            return harmless(cell)

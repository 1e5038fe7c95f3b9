"""What a table is made of, and where one is written: by the file's ending as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeAlias

SUFFIXES: Final = (".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in minor units, of any sign. It is written as an exact decimal; the code has a column of its own."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO day."""

    text: str


Cell: TypeAlias = str | int | Amount | Day
"""A text is only ever a text: it is never written as a formula, a link or a number."""


class Table(Protocol):
    """A file that takes rows, one after the other."""

    def write(self, cells: Sequence[Cell]) -> None:
        """Add a row."""


def open_table(path: Path, title: str, headers: Sequence[str], folder: Path) -> AbstractContextManager[Table]:
    """Make the file, with its headers; it is complete once the context is left without an exception.

    Args:
        path: ends with one of SUFFIXES.
        title: of the sheet, where there are sheets; at most 25 characters.
        folder: for what has to be kept beside the file meanwhile.

    Raises:
        OSError: the file cannot be written; also by `write` and at the end.
    """
    # XlsxWriter is needed for one kind alone.
    if path.suffix.lower() == ".xlsx":
        from cohong.exporting.xlsx_table import open_xlsx

        return open_xlsx(path, title, headers, folder)
    from cohong.exporting.csv_table import open_csv

    return open_csv(path, headers)

"""CSV files that are read strictly: UTF-8, as many cells in each line as must be, and a no that names its line."""

import csv
import io
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path


class FileFault(StrEnum):
    """What is wrong with a line of a file."""

    ENCODING = "encoding"
    QUOTES = "quotes"
    CELLS = "cells"
    NAME = "name"
    DEBTS_HEADER = "header"
    AMOUNT = "amount"
    TOTAL = "total"
    OTHER_OBLIGATION = "other-obligation"
    LINES = "lines"
    RATING = "rating"
    TIME = "time"
    MEMBER_NAME = "member-name"
    WHOLE = "whole"
    MOMENT = "moment"
    LABEL = "label"
    LABELLED_TWICE = "labelled-twice"
    TOO_FEW = "too-few"


class FileRefused(Exception):
    """A file is not as it must be.

    Attributes:
        line: which one, from 1.
        found: what stands there.
    """

    def __init__(self, file: Path, line: int, code: FileFault, found: str) -> None:
        super().__init__(f"{file}, line {line}: {code}: {found}")
        self.file = file
        self.line = line
        self.code = code
        self.found = found


def lines_of(
    file: Path, cells_count: int, first_line_fault: FileFault = FileFault.CELLS
) -> Iterator[tuple[int, list[str]]]:
    """Yield each line's cells with its number, from 1.

    Raises:
        FileRefused: the first line that is not UTF-8, not CSV, or has another number of cells.
        OSError: the file can't be read.
    """
    rows = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    try:
        for cells in rows:
            if len(cells) != cells_count:
                code = first_line_fault if rows.line_num == 1 else FileFault.CELLS
                counts = f"{len(cells)} instead of {cells_count}"
                raise FileRefused(file, rows.line_num, code, counts if code is FileFault.CELLS else ",".join(cells))
            yield rows.line_num, cells
    except csv.Error as error:
        raise FileRefused(file, rows.line_num, FileFault.QUOTES, str(error)) from error


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise FileRefused(file, line, FileFault.ENCODING, error.reason) from error

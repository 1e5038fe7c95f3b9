"""Records out of text: strict CSV with quoted line breaks, and no quote that swallows the rest of a file.

A quote that is opened and never closed turns everything up to the next quote into one cell. Python's reader
would say so at the end of the file, or never. Here a record that breaks the rules of quoting, runs on for
too long, or spans lines and then has the wrong number of cells, is reported by its first line alone, and
reading goes on at the line after that one.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from cohong.importing.limits import COLUMNS_MAX, LINE_CHARACTERS_MAX, RECORD_LINES_MAX
from cohong.importing.options import DELIMITERS
from cohong.importing.refusals import ImportRefused, RefusalCode
from cohong.importing.rows_found import RowReason
from cohong.primitives.spreadsheet_text import as_meant

BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A line whose quotes are wrong.

    Attributes:
        text: The line as it stands.
        unclosed: A quote is opened and not closed where it could be meant; otherwise a cell goes on after
            its closing quote.
    """

    text: str
    unclosed: bool


@dataclass(frozen=True, slots=True)
class BrokenDocument:
    """A document that is not read into cells.

    Attributes:
        element: At fault; empty if it is the document as a whole.
        value: What stands there, or where the reading ended.
    """

    file: str
    element: str
    value: str
    reason: RowReason


Record = tuple[int, list[str] | BrokenRecord | BrokenDocument]
"""The line on which it begins, from 1, and its cells. A blank line is a record without cells. Of documents, each is one
record, and its line is its number."""


def decoded(unpacked: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Return the bytes as text, line ends untouched; what cannot be decoded becomes U+FFFD."""
    return io.TextIOWrapper(unpacked, encoding=encoding, errors="replace", newline="")


def read_records(text: io.TextIOBase, delimiter: str, *, columns: int | None) -> Iterator[Record]:
    """Yield the records of a text, in order, in memory bounded by one record.

    Args:
        columns: How many cells a record should have, where that is known already.

    Raises:
        ImportRefused: LINE_TOO_LONG, TOO_MANY_COLUMNS.
    """
    line = 1
    held: list[str] = []  # the lines of the record being read
    given_back: deque[str] = deque()  # lines to be read again
    while True:
        reader = csv.reader(_lines(text, given_back, held, line), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                if len(held) > 1 and columns is not None and len(cells) != columns:
                    break
                if len(cells) > COLUMNS_MAX:
                    _refuse_columns(line, len(cells))
                has_apostrophe = "'" in held[0] or (len(held) > 1 and any("'" in piece for piece in held))
                yield line, list(map(as_meant, cells)) if has_apostrophe else cells
                line += len(held)
                held.clear()
            else:
                return
            unclosed = True
        except csv.Error:
            # A record that ends on its own line was closed, and then went on.
            unclosed = len(held) > 1 or _is_open(held[0], delimiter)
        given_back.extendleft(reversed(held[1:]))
        yield line, BrokenRecord(held[0], unclosed)
        line += 1
        held.clear()


def _lines(text: io.TextIOBase, given_back: deque[str], held: list[str], line: int) -> Iterator[str]:
    """Yield lines and hold those of the current record; end early where a record runs on for too long."""
    readline = text.readline
    read = line - 1
    while True:
        if given_back:
            following = given_back.popleft()
        else:
            following = readline(LINE_CHARACTERS_MAX + 1)
            if len(following) > LINE_CHARACTERS_MAX:
                refuse_long_line(following, read + 1)
            if not following:
                return
        read += 1
        if read == 1:
            following = following.removeprefix(BYTE_ORDER_MARK)
        held.append(following)
        if len(held) > 1 and (len(held) > RECORD_LINES_MAX or sum(map(len, held)) > LINE_CHARACTERS_MAX):
            return
        yield following


def _is_open(line: str, delimiter: str) -> bool:
    try:
        for _ in csv.reader([line], delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def refuse_long_line(beginning: str, line: int) -> None:
    """Refuse an overlong line (its first 64 KiB are enough), by its columns if those make it so."""
    columns = 1 + max(beginning.count(delimiter) for delimiter in DELIMITERS)
    if columns > COLUMNS_MAX * 4:
        _refuse_columns(line, columns)
    raise ImportRefused(RefusalCode.LINE_TOO_LONG, line=line, limit=LINE_CHARACTERS_MAX)


def _refuse_columns(line: int, columns: int) -> None:
    raise ImportRefused(RefusalCode.TOO_MANY_COLUMNS, line=line, columns=columns, limit=COLUMNS_MAX)

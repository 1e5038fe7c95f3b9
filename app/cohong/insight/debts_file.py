"""Obligations and what is set off of them as CSV files: read strictly, so that nothing is guessed.

Obligations: `debtor,creditor,amount`, a line each, amounts in whole minor units. Set-offs: the same lines in the same
order with a fourth cell, `set_off`. UTF-8, with or without a byte order mark.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from cohong.book.circulation import Debt
from cohong.insight.netting import TOTAL_MINOR_MAX

HEADER: Final = ("debtor", "creditor", "amount")
SET_OFF: Final = "set_off"
_MINOR: Final = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


class DebtsRefusal(StrEnum):
    """What is wrong with a line."""

    ENCODING = "encoding"
    QUOTES = "quotes"
    HEADER = "header"
    CELLS = "cells"
    NAME = "name"
    AMOUNT = "amount"
    TOTAL = "total"
    OTHER_OBLIGATION = "other-obligation"
    LINES = "lines"


class DebtsFileRefused(Exception):
    """A file is not as it must be.

    Attributes:
        line: which one, from 1.
        found: what stands there.
    """

    def __init__(self, file: Path, line: int, code: DebtsRefusal, found: str) -> None:
        super().__init__(f"{file}, line {line}: {code}: {found}")
        self.file = file
        self.line = line
        self.code = code
        self.found = found


def read_debts(file: Path) -> list[Debt]:
    """Return the obligations of a file, in its order.

    Raises:
        DebtsFileRefused: the first line that is not as it must be.
        OSError: the file can't be read.
    """
    debts: list[Debt] = []
    total_minor = 0
    for line, cells in _lines(file, HEADER):
        debtor, creditor, amount = cells
        for name in (debtor, creditor):
            if not name or name != name.strip():
                raise DebtsFileRefused(file, line, DebtsRefusal.NAME, name)
        outstanding_minor = _minor(file, line, amount)
        if not outstanding_minor:
            raise DebtsFileRefused(file, line, DebtsRefusal.AMOUNT, amount)
        total_minor += outstanding_minor
        if total_minor > TOTAL_MINOR_MAX:
            raise DebtsFileRefused(file, line, DebtsRefusal.TOTAL, str(total_minor))
        debts.append(Debt(debtor, creditor, outstanding_minor))
    return debts


def write_set_offs(file: Path, debts: Sequence[Debt], set_offs: Sequence[int]) -> None:
    """Write what is set off of each obligation to a new file.

    Raises:
        OSError: there is one of that name already, or it can't be written.
    """
    with file.open("x", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow((*HEADER, SET_OFF))
        for debt, cleared in zip(debts, set_offs, strict=True):
            writer.writerow((debt.debtor, debt.creditor, debt.outstanding_minor, cleared))


def read_set_offs(file: Path, debts: Sequence[Debt]) -> list[int]:
    """Return what a file sets off of each of these obligations; whether that is right is another question.

    Raises:
        DebtsFileRefused: the first line that is not as it must be, or is not of the obligation in that place.
        OSError: the file can't be read.
    """
    set_offs: list[int] = []
    for line, cells in _lines(file, (*HEADER, SET_OFF)):
        if len(set_offs) == len(debts):
            raise DebtsFileRefused(file, line, DebtsRefusal.LINES, str(len(debts)))
        debt = debts[len(set_offs)]
        if (cells[0], cells[1], cells[2]) != (debt.debtor, debt.creditor, str(debt.outstanding_minor)):
            raise DebtsFileRefused(file, line, DebtsRefusal.OTHER_OBLIGATION, ",".join(cells[:3]))
        set_offs.append(_minor(file, line, cells[3]))
    if len(set_offs) < len(debts):
        raise DebtsFileRefused(file, len(set_offs) + 2, DebtsRefusal.LINES, str(len(debts)))
    return set_offs


def _lines(file: Path, header: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield each line after the header with its number, with as many cells as the header has."""
    rows = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    try:
        found = next(rows, [])
        if tuple(found) != header:
            raise DebtsFileRefused(file, 1, DebtsRefusal.HEADER, ",".join(found))
        for cells in rows:
            if len(cells) != len(header):
                raise DebtsFileRefused(file, rows.line_num, DebtsRefusal.CELLS, ",".join(cells))
            yield rows.line_num, cells
    except csv.Error as error:
        raise DebtsFileRefused(file, rows.line_num, DebtsRefusal.QUOTES, str(error)) from error


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DebtsFileRefused(file, line, DebtsRefusal.ENCODING, error.reason) from error


def _minor(file: Path, line: int, cell: str) -> int:
    if not _MINOR.fullmatch(cell):
        raise DebtsFileRefused(file, line, DebtsRefusal.AMOUNT, cell)
    return int(cell)

"""Obligations and what is set off of them as CSV files: read strictly, so that nothing is guessed.

Obligations: `debtor,creditor,amount`, a line each, amounts in whole minor units. Set-offs: the same lines in the same
order with a fourth cell, `set_off`. UTF-8, with or without a byte order mark.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from cohong.book.circulation import Debt
from cohong.insight.netting import TOTAL_MINOR_MAX
from cohong.insight.table_file import FileFault, FileRefused, lines_of

HEADER: Final = ("debtor", "creditor", "amount")
SET_OFF: Final = "set_off"
_MINOR: Final = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


def read_debts(file: Path) -> list[Debt]:
    """Return the obligations of a file, in its order.

    Raises:
        FileRefused: the first line that is not as it must be.
        OSError: the file can't be read.
    """
    debts: list[Debt] = []
    total_minor = 0
    for line, cells in _lines(file, HEADER):
        debtor, creditor, amount = cells
        for name in (debtor, creditor):
            if not name or name != name.strip():
                raise FileRefused(file, line, FileFault.NAME, name)
        outstanding_minor = _minor(file, line, amount)
        if not outstanding_minor:
            raise FileRefused(file, line, FileFault.AMOUNT, amount)
        total_minor += outstanding_minor
        if total_minor > TOTAL_MINOR_MAX:
            raise FileRefused(file, line, FileFault.TOTAL, str(total_minor))
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
        FileRefused: the first line that is not as it must be, or is not of the obligation in that place.
        OSError: the file can't be read.
    """
    set_offs: list[int] = []
    for line, cells in _lines(file, (*HEADER, SET_OFF)):
        if len(set_offs) == len(debts):
            raise FileRefused(file, line, FileFault.LINES, str(len(debts)))
        debt = debts[len(set_offs)]
        if (cells[0], cells[1], cells[2]) != (debt.debtor, debt.creditor, str(debt.outstanding_minor)):
            raise FileRefused(file, line, FileFault.OTHER_OBLIGATION, ",".join(cells[:3]))
        set_offs.append(_minor(file, line, cells[3]))
    if len(set_offs) < len(debts):
        raise FileRefused(file, len(set_offs) + 2, FileFault.LINES, str(len(debts)))
    return set_offs


def _lines(file: Path, header: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield each line after the header with its number."""
    lines = lines_of(file, len(header), FileFault.DEBTS_HEADER)
    line, found = next(lines, (1, []))
    if tuple(found) != header:
        raise FileRefused(file, line, FileFault.DEBTS_HEADER, ",".join(found))
    yield from lines


def _minor(file: Path, line: int, cell: str) -> int:
    if not _MINOR.fullmatch(cell):
        raise FileRefused(file, line, FileFault.AMOUNT, cell)
    return int(cell)

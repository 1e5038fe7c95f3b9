"""The rows that were not taken, as a file that people open in a spreadsheet, mend and import again."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from cohong.importing.rows_found import ProblemRow
from cohong.primitives.spreadsheet_text import harmless

_OWN_HEADERS: Final = ("line", "column", "reason", "of line", "of number")


def write_problems_csv(
    destination: Path,
    problems: Iterable[ProblemRow],
    headers: Sequence[str],
    *,
    word: Callable[[ProblemRow], str] = lambda problem: str(problem.reason),
) -> int:
    """Write the problems and their original cells, and return how many there were.

    UTF-8 with a byte order mark, without which Excel reads Chinese as something else. A cell that a
    spreadsheet would run as a formula gets an apostrophe in front.

    Args:
        problems: All of them from `read_invoices`, or the first 1000 from a dry run.
        headers: Of the file, from its FileFormat.
        word: Words the reason in the reader's language; the code by default.

    Raises:
        OSError: The destination cannot be written.
    """
    with destination.open("w", encoding="utf-8-sig", errors="replace", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([harmless(cell) for cell in (*_OWN_HEADERS, *headers)])
        count = 0
        for problem in problems:
            of_line = "" if problem.of_line is None else str(problem.of_line)
            cells = (problem.where, word(problem), of_line, problem.of_number, *problem.raw)
            count += 1
            writer.writerow([problem.line, *(harmless(cell) for cell in cells)])
    return count

"""Texts in files that spreadsheets open: no cell of ours runs as a formula, and a reader gets back what was meant.

A text that a spreadsheet would run gets an apostrophe in front, and so does one that looks as if it had got it already;
`as_meant` takes exactly that one away. Plain numbers stay numbers, negative ones too.
"""

from __future__ import annotations

import re
from typing import Final

# The wide forms are formulas too where the spreadsheet's language is Chinese or Japanese.
_FORMULA_STARTS: Final = "=+\\-@\t\r\n＝＋－＠"
_RUNS: Final = re.compile(rf"'* *[{_FORMULA_STARTS}]")
_GUARDED: Final = re.compile(rf"''* *[{_FORMULA_STARTS}]")
_PLAIN_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,' ]\d+)*", re.ASCII)


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula; plain numbers stay as they are."""
    if _RUNS.match(cell) is None or _PLAIN_NUMBER.fullmatch(cell):
        return cell
    return "'" + cell


def as_meant(cell: str) -> str:
    """Return what `harmless` was given; any other text stays as it is."""
    return cell[1:] if _GUARDED.match(cell) else cell

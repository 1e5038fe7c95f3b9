"""How a table goes into a terminal: words stay whole, or it is no table."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

GAP: Final = 2
"""Blanks between two columns."""

_WIDE_LEAST: Final = 8
"""Han and their like may be broken anywhere; fewer than four of them on a line read badly."""

_WORD_LEAST_MAX: Final = 64
"""As long as an id. Longer ones may be broken, or one member's name would decide how all are listed."""


def without_empty(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return which columns have anything in them, by their places."""
    return [place for place in range(len(columns)) if any(row[place] for row in rows)]


def fitted(columns: Sequence[str], rows: Sequence[Sequence[str]], whole: Sequence[bool], room: int) -> list[int] | None:
    """Return how wide each column is to be so that all go into `room` cells and no word is broken; None if none do.

    What is widest gives way first. Where `whole` says so, cells are not broken at blanks either, as for figures.
    """
    widths, least = [], []
    for place, name in enumerate(columns):
        cells = [name, *(row[place] for row in rows)]
        widths.append(max(cell_len(line) for cell in cells for line in (cell.split("\n") or [""])))
        least.append(widths[-1] if whole[place] else max(map(_longest_word, cells)))
    excess = sum(widths) + GAP * (len(columns) - 1) - room
    for _ in range(excess):
        wider = [place for place in range(len(columns)) if widths[place] > least[place]]
        if not wider:
            return None
        widths[max(wider, key=widths.__getitem__)] -= 1
    return widths


def _longest_word(cell: str) -> int:
    return max((_word_least(word) for word in cell.split()), default=0)


def _word_least(word: str) -> int:
    return min(cell_len(word), _WORD_LEAST_MAX if cell_len(word) == len(word) else _WIDE_LEAST)

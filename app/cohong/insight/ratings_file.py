"""Ratings and labels of raters as CSV files.

Ratings: `SOURCE,TARGET,RATING,TIME`, a line each, with or without these words as the first line: who rates whom, from
-10 to +10, and seconds since 1970. Labels: `NAME,LABEL`, likewise, +1 for an honest rater and -1 for one
who is not. UTF-8.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cohong.insight.evaluation import RATINGS_MIN
from cohong.insight.ratings import Ratings, ratings_of
from cohong.insight.table_file import FileFault, FileRefused, lines_of

HEADER: Final = ("SOURCE", "TARGET", "RATING", "TIME")
LABELS_HEADER: Final = ("NAME", "LABEL")
RATING_MAX: Final = 10.0
_LABELS: Final = {"1": True, "+1": True, "-1": False}


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A line: who rates whom, from -10 to +10, and when, in seconds since 1970."""

    line: int
    source: str
    target: str
    rating: float
    time: float


@dataclass(frozen=True, slots=True)
class RatingsFile:
    """What a file holds.

    Attributes:
        of_oneself: so many ratings are of the rater itself, and left out.
    """

    ratings: Ratings
    of_oneself: int


def read_ratings(file: Path) -> RatingsFile:
    """Return the ratings of a file, in order of time; those of the same time in the file's order.

    Raises:
        FileRefused: the first line that is not as it must be, or too few of them.
        OSError: the file can't be read.
    """
    rows = list(rating_rows(file))
    others = [(row.source, row.target, row.rating / RATING_MAX, row.time) for row in rows if row.source != row.target]
    if len(others) < RATINGS_MIN:
        last = rows[-1].line if rows else 0
        raise FileRefused(file, last, FileFault.TOO_FEW, f"{len(others)} of at least {RATINGS_MIN}")
    return RatingsFile(ratings_of(others), len(rows) - len(others))


def rating_rows(file: Path) -> Iterator[RatingRow]:
    """Yield the lines of a file, those of a rater about itself too.

    Raises:
        FileRefused: the first line that is not as it must be.
        OSError: the file can't be read.
    """
    for line, (source, target, rating, time) in lines_of(file, len(HEADER)):
        if line == 1 and tuple(cell.strip().upper() for cell in (source, target, rating, time)) == HEADER:
            continue
        yield RatingRow(
            line,
            _name(file, line, source),
            _name(file, line, target),
            _number(file, line, FileFault.RATING, rating, RATING_MAX),
            _number(file, line, FileFault.TIME, time, math.inf),
        )


def read_labels(file: Path) -> dict[str, bool]:
    """Return who is honest, by name.

    Raises:
        FileRefused: the first line that is not as it must be.
        OSError: the file can't be read.
    """
    labels: dict[str, bool] = {}
    for line, (cell, label) in lines_of(file, 2):
        if line == 1 and (cell.strip().upper(), label.strip().upper()) == LABELS_HEADER:
            continue
        name = _name(file, line, cell)
        if label.strip() not in _LABELS:
            raise FileRefused(file, line, FileFault.LABEL, label)
        if name in labels:
            raise FileRefused(file, line, FileFault.LABELLED_TWICE, name)
        labels[name] = _LABELS[label.strip()]
    return labels


def _name(file: Path, line: int, cell: str) -> str:
    if not cell.strip():
        raise FileRefused(file, line, FileFault.NAME, cell)
    return cell.strip()


def _number(file: Path, line: int, code: FileFault, cell: str, most: float) -> float:
    """Return a number between -most and most, infinity not among them."""
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and abs(number) <= most):
        raise FileRefused(file, line, code, cell)
    return number

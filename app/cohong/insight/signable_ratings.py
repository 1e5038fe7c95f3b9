"""Ratings of a file that can stand in a book as endorsements: whole, and of a time when they can have been signed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cohong.insight.evaluation import RATINGS_MIN
from cohong.insight.ratings_file import RatingRow, rating_rows
from cohong.insight.table_file import FileFault, FileRefused
from cohong.primitives.fields import is_plain

NAME_CHARS_MAX: Final = 120
FIRST_S: Final = 86_400
"""A network begins a day before its first rating, and no time of the book is before 1970."""


@dataclass(frozen=True, slots=True)
class SignableRatings:
    """What a file holds.

    Attributes:
        rows: in order of time; those of the same time in the file's order.
        of_oneself: so many ratings are of the rater itself, and left out.
    """

    rows: list[RatingRow]
    of_oneself: int

    @property
    def members(self) -> int:
        """How many are named."""
        return len({name for row in self.rows for name in (row.source, row.target)})

    @property
    def pairs(self) -> int:
        """How many of them rate another: of several ratings of one by another the latest counts."""
        return len({(row.source, row.target) for row in self.rows})


def signable_ratings(file: Path, now_s: float) -> SignableRatings:
    """Return the ratings of a file, all of which can be signed.

    Args:
        now_s: the clock, in seconds since 1970: nothing can have been signed later.

    Raises:
        FileRefused: the first line that is not as it must be, or too few of them.
        OSError: the file can't be read.
    """
    rows, last, of_oneself = list[RatingRow](), 0, 0
    for row in rating_rows(file):
        _require_signable(file, row, now_s)
        last = row.line
        if row.source == row.target:
            of_oneself += 1
        else:
            rows.append(row)
    if len(rows) < RATINGS_MIN:
        raise FileRefused(file, last, FileFault.TOO_FEW, f"{len(rows)} of at least {RATINGS_MIN}")
    return SignableRatings(sorted(rows, key=lambda row: row.time), of_oneself)


def _require_signable(file: Path, row: RatingRow, now_s: float) -> None:
    for name in (row.source, row.target):
        if len(name) > NAME_CHARS_MAX or not is_plain(name):
            raise FileRefused(file, row.line, FileFault.MEMBER_NAME, name)
    if row.rating != round(row.rating):
        raise FileRefused(file, row.line, FileFault.WHOLE, f"{row.rating:g}")
    if not FIRST_S <= row.time <= now_s:
        raise FileRefused(file, row.line, FileFault.MOMENT, f"{row.time:.3f}")

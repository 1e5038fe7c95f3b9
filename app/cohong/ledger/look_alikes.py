"""Members whose names are easily taken for each other.

Names are compared by their looks (`names.look_of`): equal ones are alike, and so are long ones of which one letter is
wrong, missing, too many, or has changed places. Of its telling letters either the first or the last ones, nearly half
of them, are the same in both: the members to compare with come from two ranges of an index. Names whose numbers differ
are of different things: *Fund 2* is not *Fund 3*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA

from cohong.ledger.connection import Connection
from cohong.ledger.names import is_dense, telling_letters
from cohong.ledger.search import LAST_LETTER

LETTERS_MIN: Final = 6
"""Telling letters of a look from which one letter may be wrong."""
DENSE_MIN: Final = 5
"""The same where Han characters are among them."""
COMPARED_MAX: Final = 2_000


class LookAlikes:
    """The looks of names on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def like(self, member_no: int) -> int | None:
        """Return a member whose name could be taken for this one's, None if there is none."""
        looks = [
            str(look)
            for (look,) in self._connection.rows("SELECT look FROM search_looks WHERE member = ?", (member_no,))
        ]
        for look in looks:
            row = self._connection.row(
                "SELECT member FROM search_looks WHERE look = ? AND member <> ? LIMIT 1", (look, member_no)
            )
            if row is not None:
                return int(row[0])
        return next((other for look in looks for other in self._nearly(look, member_no)), None)

    def _nearly(self, look: str, member_no: int) -> Iterator[int]:
        telling = telling_letters(look)
        if len(telling) < (DENSE_MIN if is_dense(look) else LETTERS_MIN):
            return
        # Two letters that change places are not in both parts, since there is one letter between these, or two.
        part, length = (len(telling) - 1) // 2, len(look)
        for column, begins in (("telling", telling[:part]), ("backwards", telling[: -part - 1 : -1])):
            rows = self._connection.rows(
                f"SELECT look, member FROM search_looks WHERE {column} >= ? AND {column} < ?"
                " AND length(look) BETWEEN ? AND ? AND member <> ? LIMIT ?",
                (begins, begins + LAST_LETTER, length - 1, length + 1, member_no, COMPARED_MAX),
            )
            for other, number in rows:
                if OSA.distance(look, other, score_cutoff=1) <= 1 and _digits(look) == _digits(other):
                    yield int(number)


def _digits(look: str) -> str:
    return "".join(filter(str.isdigit, look))

"""Members whose names are easily taken for each other.

Names are compared by their looks (`names.look_of`): equal ones are alike, and so are long ones of which one letter is
wrong, missing, too many, or has changed places. Of its telling letters either the first or the last ones, nearly half
of them, are the same in both: the members to compare with come from two ranges of an index. A common word with an error
in it counts as telling letters, which the other name has not: its own are all those before or behind them. Names whose
numbers differ are of different things: *Fund 2* is not *Fund 3*.
"""

from __future__ import annotations

import json
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
        part = (len(telling) - 1) // 2
        for column, letters in (("telling", telling), ("backwards", telling[::-1])):
            begins, ends = letters[:part], letters[:part] + LAST_LETTER
            yield from self._among(f"{column} >= ? AND {column} < ?", (begins, ends), look, member_no)
            shorter = json.dumps([letters[:end] for end in range(1, len(letters))])
            yield from self._among(f"{column} IN (SELECT value FROM json_each(?))", (shorter,), look, member_no)

    def _among(self, where: str, values: tuple[str, ...], look: str, member_no: int) -> Iterator[int]:
        """Yield those of some other members of whose look this one is an error away."""
        rows = self._connection.rows(
            f"SELECT look, member FROM search_looks WHERE {where}"
            " AND length(look) BETWEEN ? AND ? AND member <> ? LIMIT ?",
            (*values, len(look) - 1, len(look) + 1, member_no, COMPARED_MAX),
        )
        for other, number in rows:
            if OSA.distance(look, other, score_cutoff=1) <= 1 and _digits(look) == _digits(other):
                yield int(number)


def _digits(look: str) -> str:
    return "".join(filter(str.isdigit, look))

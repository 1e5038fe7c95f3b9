"""The records about a debtor's obligations that have come since a moment, told by their numbers.

Entries are numbered in the order in which they came to this machine, so that the newest number at a look says what
was known then, whatever the times in the records are: one that was written a month ago and arrives today is news.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cohong.ledger.connection import Row
from cohong.ledger.facts import body_of
from cohong.ledger.keys import keys_of
from cohong.ledger.reader import Reader
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.standing import Level

_ABOUT_OBLIGATIONS: Final = (
    "SELECT f.n AS n, o.no AS no FROM obligations o JOIN facts f ON f.object = o.no"
    f" WHERE o.debtor IN {keys_of(':debtor')} AND f.n > :after AND f.level NOT IN (3, 5, 7)"
)
_ABOUT_DISPUTES: Final = (
    "SELECT f.n AS n, o.no AS no FROM obligations o JOIN disputes d ON d.about = o.no JOIN facts f ON f.object = d.no"
    f" WHERE o.debtor IN {keys_of(':debtor')} AND f.n > :after AND f.level NOT IN (3, 5, 7)"
)
_NEWS: Final = f"{_ABOUT_OBLIGATIONS} UNION {_ABOUT_DISPUTES}"
_COUNT: Final = f"SELECT count(*) FROM ({_NEWS})"
_NEWEST_FIRST: Final = (
    "SELECT i.id, s.id, k.name, f.author, f.time_ms, f.level, o.reference, o.currency, o.amount, e.body"
    f" FROM ({_NEWS} ORDER BY 1 DESC LIMIT :limit) x"
    " JOIN facts f ON f.n = x.n JOIN obligations o ON o.no = x.no JOIN ids i ON i.no = x.n JOIN ids s ON s.no = x.no"
    " JOIN kinds k ON k.no = f.kind LEFT JOIN entries e ON e.n = x.n ORDER BY x.n DESC"
)


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One record that has come.

    Attributes:
        subject: the obligation that it is about, a dispute of it included.
        amount_minor: what the record itself says, of a payment for example; otherwise the obligation's.
    """

    entry: EntryId
    subject: ObjectId
    kind: str
    author: MemberId
    time_ms: int
    level: Level
    reference: str
    currency: str
    amount_minor: int


class News:
    """Questions about what has come, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers

    def newest_number(self) -> int:
        """Return the number that whatever comes from now on is above."""
        with self._reader.snapshot() as connection:
            row = connection.row("SELECT max(no) FROM ids")
            return int(row[0]) if row is not None and row[0] is not None else 0

    def since(self, debtor: MemberId, number: int, *, limit: int) -> tuple[list[NewsLine], int]:
        """Return what has come after a number, the newest first and at most `limit`, and how much that is in all."""
        with self._reader.snapshot() as connection:
            values = {"debtor": self._numbers.member_no(debtor), "after": number, "limit": limit}
            count = connection.row(_COUNT, values)
            assert count is not None, "an aggregate always has a row"
            return list(map(self._line, connection.rows(_NEWEST_FIRST, values))), int(count[0])

    def _line(self, row: Row) -> NewsLine:
        entry, subject, kind, author, time_ms, level, reference, currency, amount, body = row
        said = (body_of(body) or {}).get("amount")
        return NewsLine(
            EntryId(entry), ObjectId(subject), kind, self._numbers.member(author), time_ms, Level(level), reference,
            currency, said if isinstance(said, int) else amount,
        )  # fmt: skip

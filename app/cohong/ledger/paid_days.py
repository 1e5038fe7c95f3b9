"""When obligations were due and when they were paid: of one debtor, and of everybody by a sample.

Both are bounded, whatever the book has: the newest of one debtor's, and of everybody's as many as are spread evenly
over the order in which they came. That order is no order of being paid, so that who pays late is in the sample like
everybody else; the newest that were paid would leave out those who let wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cohong.ledger.book_lines import PAID
from cohong.ledger.connection import Row
from cohong.ledger.keys import keys_of
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId

OWN_MAX: Final = 2_000
SAMPLE_MAX: Final = 4_000

# What was given up in part was not paid, and what is in dispute counts for nothing.
_COUNTS: Final = (
    f"{PAID} AND written_off = 0 AND received_on IS NOT NULL AND no NOT IN (SELECT about FROM open_disputes)"
)
_OWN: Final = (
    f"SELECT due, received_on FROM (SELECT * FROM obligations WHERE debtor IN {keys_of(':debtor')}"
    " ORDER BY no DESC LIMIT :limit)"
    f" WHERE {_COUNTS}"
)
_HAS_MORE: Final = "SELECT 1 FROM obligations ORDER BY no LIMIT 1 OFFSET ?"
_EVERY: Final = f"SELECT due, received_on FROM obligations WHERE {_COUNTS}"
_SAMPLE: Final = (
    "WITH RECURSIVE ends (first, last) AS"
    " (SELECT (SELECT min(no) FROM obligations), (SELECT max(no) FROM obligations)),"
    " places (at, step, last) AS (SELECT first, max(1, (last - first) / :limit), last FROM ends"
    " UNION ALL SELECT at + step, step, last FROM places WHERE at + step <= last)"
    " SELECT due, received_on FROM obligations WHERE no IN"
    " (SELECT (SELECT no FROM obligations WHERE no >= at ORDER BY no LIMIT 1) FROM places LIMIT :limit)"
    f" AND {_COUNTS}"
)


@dataclass(frozen=True, slots=True)
class PaidDay:
    """An obligation that was paid in full; days are the ledger's numbers, which are ordinals."""

    due: int
    paid_on: int


class PaidDays:
    """Questions about when obligations were paid, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers

    def paid_by(self, member: MemberId, *, limit: int = OWN_MAX) -> list[PaidDay]:
        """Return what a member has paid of its newest obligations."""
        with self._reader.snapshot() as connection:
            values = {"debtor": self._numbers.member_no(member), "limit": limit}
            return list(map(_paid_day, connection.rows(_OWN, values)))

    def paid_by_all(self, *, limit: int = SAMPLE_MAX) -> list[PaidDay]:
        """Return what was paid of all obligations; of at most about `limit` of them where there are more."""
        with self._reader.snapshot() as connection:
            if connection.row(_HAS_MORE, (limit,)) is None:
                return list(map(_paid_day, connection.rows(_EVERY)))
            return list(map(_paid_day, connection.rows(_SAMPLE, {"limit": limit})))


def _paid_day(row: Row) -> PaidDay:
    return PaidDay(*row)

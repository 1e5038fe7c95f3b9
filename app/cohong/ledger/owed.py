"""What one member owes another, or would once it accepts: by currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cohong.ledger.book_lines import OPEN
from cohong.ledger.days import day_no
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId

_OPEN_MINOR: Final = "amount - received - set_off - written_off - assigned"
# What the voters have refused is not asked any more, and what nobody has accepted in time is not either.
_ASKED: Final = "state = 0 AND valid_until >= :today AND level NOT IN (3, 5, 7)"
_SUMS: Final = (
    f"currency, sum(CASE WHEN {OPEN} THEN {_OPEN_MINOR} ELSE 0 END), sum(CASE WHEN {_ASKED} THEN amount ELSE 0 END)"
)
OWED: Final = (
    f"SELECT {_SUMS} FROM obligations WHERE debtor = :debtor AND holder = :holder AND ({OPEN} OR {_ASKED})"
    " GROUP BY currency ORDER BY currency"
)
"""What :debtor owes :holder on :today, by currency: what is open, and what is proposed and may still be accepted."""
OWED_BY_ALL: Final = (
    f"SELECT debtor, {_SUMS} FROM obligations NOT INDEXED WHERE holder = :holder AND ({OPEN} OR {_ASKED})"
    " GROUP BY debtor, currency"
)
"""The same of every debtor of :holder, in one pass over all rows: in an index's order a million take half a minute."""


@dataclass(frozen=True, slots=True)
class OwedIn:
    """In one currency: what is outstanding, and what is proposed and may still be accepted."""

    currency: str
    open_minor: int
    asked_minor: int


class Owed:
    """The question for what is owed between two, answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers

    def between(self, debtor: MemberId, holder: MemberId, *, today: str) -> list[OwedIn]:
        """Return what a member owes another on an ISO day, by currency."""
        with self._reader.snapshot() as connection:
            values = {
                "debtor": self._numbers.member_no(debtor),
                "holder": self._numbers.member_no(holder),
                "today": day_no(today),
            }
            return [OwedIn(*row) for row in connection.rows(OWED, values)]

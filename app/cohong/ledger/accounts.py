"""The account between two members: what one of them owes or has owed the other, and the records about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cohong.book.objects import Obligation
from cohong.ledger.book_lines import ACCEPTED
from cohong.ledger.facts import FactTable
from cohong.ledger.objects import Objects
from cohong.ledger.reader import StillReader
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import Record

_PASSED_ON: Final = (
    "SELECT f.object FROM facts f JOIN kinds k ON k.no = f.kind"
    " WHERE k.name IN ('credit.assign', 'credit.subrogate') AND f.author = {holder}"
)
_OWED: Final = "(debtor = {debtor} AND ({holder} IN (creditor, holder) OR obligations.no IN (" + _PASSED_ON + ")))"
_BETWEEN: Final = (
    "SELECT i.id FROM obligations JOIN ids i ON i.no = obligations.no WHERE version IS NOT NULL"
    f" AND {ACCEPTED} AND ({_OWED.format(debtor='?1', holder='?2')} OR {_OWED.format(debtor='?2', holder='?1')})"
    " ORDER BY issued, obligations.no"
)


@dataclass(frozen=True, slots=True)
class Account:
    """An obligation with the records that are part of the book and about it, or about the sale that made it.

    Attributes:
        records: by the time in them.
    """

    obligation: Obligation
    records: tuple[Record, ...]


class Accounts:
    """Finds the obligations between two members, in one snapshot."""

    def __init__(self, reader: StillReader) -> None:
        self._reader = reader
        self._objects = Objects(reader.connection, reader.numbers)
        self._facts = FactTable(reader.connection, reader.numbers)

    def between(self, one: MemberId, other: MemberId) -> list[ObjectId]:
        """Return the accepted obligations of which one is the debtor, and the other is or has been who it is owed to.

        By their day of issue.
        """
        numbers = (self._reader.numbers.member_no(one), self._reader.numbers.member_no(other))
        return [ObjectId(row[0]) for row in self._reader.connection.rows(_BETWEEN, numbers)]

    def accounts(self, subjects: list[ObjectId]) -> Iterator[Account]:
        """Yield these obligations with their records.

        Raises:
            EntryDamaged: a record has been altered on this machine.
        """
        for subject in subjects:
            obligation = self._objects.load(subject)
            assert isinstance(obligation, Obligation), "it is listed as part of the book"
            records = [record for record in self._facts.story(subject) if record.fact.applied]
            records.sort(key=lambda record: (record.fact.time_ms, record.fact.seq))
            yield Account(obligation, tuple(records))

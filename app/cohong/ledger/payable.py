"""What payments may be for: all that is or was owed between a member and others, and the payments recorded for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from cohong.ledger.book_lines import ACCEPTED, OPEN_CLAIM, OUTSTANDING
from cohong.ledger.facts import FactTable
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_CLAIM, CREDIT_RECEIPT

_ITEMS: Final = (
    f"SELECT i.id, reference, currency, debtor, holder, {OUTSTANDING}, {OPEN_CLAIM} FROM (SELECT *,"
    " set_off + written_off + assigned AS otherwise FROM obligations) o JOIN ids i ON i.no = o.no"
    f" WHERE version IS NOT NULL AND {ACCEPTED} AND :me IN (debtor, holder) ORDER BY o.no"
)


@dataclass(frozen=True, slots=True)
class PayableItem:
    """An obligation that was accepted, between the member who asks and another.

    Attributes:
        outstanding_minor: 0 once it is settled, sold or given up.
        open_claim_minor: what its debtor says it has paid beyond what was received.
    """

    id: ObjectId
    reference: str
    currency: str
    debtor: MemberId
    holder: MemberId
    outstanding_minor: int
    open_claim_minor: int


class Payable:
    """Answers from any thread, each from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._facts = FactTable(reader.connection, reader.numbers)

    def items(self, me: MemberId) -> list[PayableItem]:
        """Return what is or was owed to a member, and by it, as it came."""
        numbers = self._reader.numbers
        with self._reader.snapshot() as connection:
            rows = connection.rows(_ITEMS, {"me": numbers.member_no(me) or 0})
            return [
                PayableItem(
                    ObjectId(identity), reference, currency, numbers.member(debtor), numbers.member(holder), left, claim
                )
                for identity, reference, currency, debtor, holder, left, claim in rows
            ]

    def recorded(self, subject: ObjectId, me: MemberId) -> Counter[tuple[str, int]]:
        """Return day and amount of each receipt or claim that a member has written for an obligation.

        Raises:
            EntryDamaged: one of the records has been altered on this machine.
        """
        with self._reader.snapshot():
            found = self._facts.about(subject)
        return Counter(
            (str(record.body["value_date"]), int(str(record.body["amount"])))
            for record in found
            if record.fact.author == me and record.fact.kind in (CREDIT_RECEIPT, CREDIT_CLAIM) and record.body
        )

"""The statement of the account with one member: what was invoiced, received and changed, day by day, and what is left.

Seen from whoever asks: what is owed to them counts up, what they owe counts down, each currency by itself. An invoice
counts on its day of issue, a receipt on its value date, whatever has no such day on the day (UTC) of its record. What a
sale or a netting round has moved is not read out of their records: it is the rest between the other movements and what
is outstanding, so that a statement up to today closes with what the Book says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, cast

from cohong.book.objects import OWED, Obligation
from cohong.ledger.accounts import Account
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import (
    CREDIT_ASSIGN,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    NETTING_JOIN,
)
from cohong.primitives.standing import Record

INVOICE: Final = "invoice"
RECEIPT: Final = "receipt"
WRITTEN_OFF: Final = "written off"
WRITTEN_BACK: Final = "written back"
RESTRUCTURED: Final = "restructured"
BOUGHT: Final = "bought"
SOLD_OR_SET_OFF: Final = "sold or set off"
OPENING: Final = "opening balance"
CLOSING: Final = "closing balance"
KINDS: Final = (
    OPENING, INVOICE, BOUGHT, RESTRUCTURED, WRITTEN_BACK, RECEIPT, WRITTEN_OFF, SOLD_OR_SET_OFF, CLOSING,
)  # fmt: skip
"""In the order in which they stand within a day."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of a statement.

    Attributes:
        change_minor: above 0 for more that is owed to whoever asks.
        reference: the invoice's, or that of a payment.
    """

    day: str
    kind: str
    change_minor: int
    obligation: Obligation
    reference: str


@dataclass(frozen=True, slots=True)
class Balance:
    """One currency of a statement; `movements` are those within the period, in order."""

    currency: str
    opening_minor: int
    closing_minor: int
    movements: tuple[Movement, ...]


def balances(
    accounts: Iterable[Account], me: MemberId, other: MemberId, first_day: str, last_day: str
) -> Iterator[Balance]:
    """Yield the statement of each currency, by its code, as `me` sees it."""
    movements = sorted(
        (movement for account in accounts for movement in _movements(account, me, other)),
        key=lambda item: (item.obligation.terms.currency, item.day, KINDS.index(item.kind)),
    )
    for currency in dict.fromkeys(item.obligation.terms.currency for item in movements):
        of_currency = [item for item in movements if item.obligation.terms.currency == currency]
        opening = sum(item.change_minor for item in of_currency if item.day < first_day)
        within = tuple(item for item in of_currency if first_day <= item.day <= last_day)
        yield Balance(currency, opening, opening + sum(item.change_minor for item in within), within)


def _movements(account: Account, me: MemberId, other: MemberId) -> Iterator[Movement]:
    """Yield what one obligation has changed between its debtor and the other one, to whom it is or was owed."""
    obligation, terms = account.obligation, account.obligation.terms
    sign, party = (-1, other) if terms.debtor == me else (1, me)
    changes = list(_changes(account.records, terms.amount_minor, party))
    outstanding = obligation.outstanding_minor if obligation.state in OWED and obligation.holder == party else 0
    moved = sum(change for _, _, change, _ in changes)
    if party == terms.creditor:
        yield Movement(terms.issued, INVOICE, sign * terms.amount_minor, obligation, terms.reference)
        rest, kind = outstanding - moved - terms.amount_minor, SOLD_OR_SET_OFF
    else:
        rest, kind = outstanding - moved, BOUGHT
    if rest:
        yield Movement(_moved_on(account.records), kind, sign * rest, obligation, terms.reference)
    for day, kind, change, reference in changes:
        yield Movement(day, kind, sign * change, obligation, reference or terms.reference)


def _changes(records: Sequence[Record], amount: int, party: MemberId) -> Iterator[tuple[str, str, int, str]]:
    """Yield day, kind, change and reference of what `party` has written as the holder."""
    for record in records:
        fact, body = record.fact, record.body or {}
        said = cast(int, body.get("amount", 0))
        if fact.kind == CREDIT_RESTRUCTURE:
            change, amount = said - amount, said
        if fact.author != party:
            continue
        day = str(body.get("value_date") or _day_of(record))
        reference = str(body.get("reference", ""))
        if fact.kind == CREDIT_RESTRUCTURE and change:
            yield day, RESTRUCTURED, change, reference
        elif fact.kind == CREDIT_RECEIPT:
            yield day, RECEIPT, -said, reference
        elif fact.kind == CREDIT_WRITE_OFF:
            yield day, WRITTEN_OFF, -said, reference
        elif fact.kind == CREDIT_RECOVER:
            # What had been given up is owed again for as long as it takes to receive it.
            yield day, WRITTEN_BACK, said, reference
            yield day, RECEIPT, -said, reference


def _moved_on(records: Sequence[Record]) -> str:
    """Return the day of the last sale or netting round, else of the last record."""
    movers = [record for record in records if record.fact.kind in (CREDIT_ASSIGN, NETTING_JOIN)]
    return _day_of((movers or list(records))[-1])


def _day_of(record: Record) -> str:
    return datetime.fromtimestamp(record.fact.time_ms / 1000, UTC).date().isoformat()

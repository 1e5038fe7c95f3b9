"""The statement of the account with one member: what was invoiced, received and changed, day by day, and what is left.

Seen from whoever asks: what is owed to them counts up, what they owe counts down, each currency by itself. An invoice
counts on its day of issue, a receipt on its value date, whatever has no such day on the day (UTC) of its record. What
the records at hand do not say is a line of its own, so that a statement up to today closes with what the Book says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cohong.book.objects import OWED, Obligation
from cohong.ledger.accounts import Account
from cohong.node.holder_changes import (
    BOUGHT,
    INVOICE,
    PAID_FOR,
    RECEIPT,
    RESTRUCTURED,
    SET_OFF,
    SOLD,
    TAKEN_OVER,
    WRITTEN_BACK,
    WRITTEN_OFF,
    changes_of,
    utc_day_of,
)
from cohong.primitives.ids import MemberId

OTHERWISE: Final = "otherwise"
OPENING: Final = "opening balance"
CLOSING: Final = "closing balance"
KINDS: Final = (
    OPENING, INVOICE, BOUGHT, TAKEN_OVER, RESTRUCTURED, WRITTEN_BACK, RECEIPT, WRITTEN_OFF, SOLD, PAID_FOR, SET_OFF,
    OTHERWISE, CLOSING,
)  # fmt: skip
"""In the order in which they stand within a day."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of a statement.

    Attributes:
        change_minor: above 0 for more that is owed to whoever asks.
        reference: the invoice's, or that of a payment.
        party: who sold, bought, paid in the debtor's place, or coordinated the netting round; else the other member.
    """

    day: str
    kind: str
    change_minor: int
    obligation: Obligation
    reference: str
    party: MemberId


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
    sign, holder = (-1, other) if terms.debtor == me else (1, me)
    rest = obligation.outstanding_minor if obligation.state in OWED and obligation.holder == holder else 0
    for change in changes_of(obligation, account.records):
        if change.holder == holder:
            rest -= change.minor
            reference, party = change.reference or terms.reference, change.party or other
            yield Movement(change.day, change.kind, sign * change.minor, obligation, reference, party)
    if rest:
        day = max(map(utc_day_of, account.records), default=terms.issued)
        yield Movement(day, OTHERWISE, sign * rest, obligation, terms.reference, other)

"""The tables that are exported: lines of the Book, the statement of an account, the log of look-ups.

Each is read from one snapshot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from cohong.exporting.tables import Amount, Cell, Day, Table
from cohong.ledger.accounts import Account, Accounts
from cohong.ledger.book_views import BookRow, BookViews, Only
from cohong.ledger.lookups import LookUpViews
from cohong.ledger.member_views import MemberViews
from cohong.ledger.reader import StillReader
from cohong.node.levels import LEVELS
from cohong.node.statement import CLOSING, OPENING, Balance, Movement, balances
from cohong.primitives.ids import MemberId

BOOK_HEADERS: Final = (
    "reference", "side", "debtor name", "debtor id", "creditor name", "creditor id", "currency", "amount",
    "outstanding", "issued", "due", "days late", "state", "level", "claimed", "marks", "changed", "object",
)  # fmt: skip
"""Names that the importer knows where it has such a field: a Book that was exported can be imported."""
STATEMENT_HEADERS: Final = (
    "currency", "date", "entry", "other party", "reference", "invoice", "due", "change", "balance", "side",
    "description", "object",
)  # fmt: skip
LOOKUP_HEADERS: Final = ("when", "name", "member id", "purpose", "consent")
ROWS_AT_ONCE: Final = 500

Tell = Callable[[int, int], None]
"""Takes how many are done, of how many."""


def write_book(table: Table, reader: StillReader, me: MemberId, asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Write the lines of the Book under a filter, in order, and return how many there were."""
    views = BookViews(reader)
    order = views.book_order(
        asked["filter"],
        asked["sort"],
        descending=asked["descending"],
        only=Only(asked["text"], _member(asked["debtor"]), _member(asked["counterparty"]), asked["currency"]),
        me=me,
        today=asked["today"],
    )
    for start in range(0, len(order), ROWS_AT_ONCE):
        for row in views.book_rows(order[start : start + ROWS_AT_ONCE], me=me, today=asked["today"]):
            table.write(_book_cells(row))
        tell(min(start + ROWS_AT_ONCE, len(order)), len(order))
    return {"done": len(order), "total": len(order), "rows": len(order)}


def write_lookups(table: Table, reader: StillReader, me: MemberId, asked: dict[str, Any], tell: Tell) -> dict[str, Any]:
    """Write the log of look-ups, the newest first, and return how many there were."""
    views, done = LookUpViews(reader), 0
    lines, total = views.page(0, ROWS_AT_ONCE)
    while lines:
        for line in lines:
            consent = line.consent.hex() if line.consent is not None else ""
            table.write((_moment(line.time_ms), line.name, line.member.hex(), line.purpose, consent))
        done += len(lines)
        tell(done, total)
        lines, _ = views.page(done, ROWS_AT_ONCE)
    return {"done": done, "total": total, "rows": done}


def _member(identity: str) -> MemberId | None:
    return MemberId(bytes.fromhex(identity)) if identity else None


def _book_cells(row: BookRow) -> Sequence[Cell]:
    return (
        row.reference,
        {"holder": "owed to me", "debtor": "I owe", "other": "others"}[row.side],
        row.debtor_name,
        row.debtor.hex(),
        row.creditor_name,
        row.creditor.hex(),
        row.currency,
        Amount(row.amount_minor, row.currency),
        Amount(row.outstanding_minor, row.currency),
        Day(row.issued),
        Day(row.due),
        row.days_late,
        row.state,
        "draft" if row.level is None else LEVELS[row.level],
        Amount(row.open_claim_minor, row.currency),
        " ".join(row.marks),
        _moment(row.changed_ms),
        row.id.hex(),
    )


def _moment(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms // 1000, UTC).isoformat().replace("+00:00", "Z")


def write_statement(
    table: Table, reader: StillReader, me: MemberId, asked: dict[str, Any], tell: Tell
) -> dict[str, Any]:
    """Write the statement of the account with a member, and return its balances."""
    other, currency = MemberId(bytes.fromhex(asked["member"])), asked["currency"]
    first, last = asked["first_day"], asked["last_day"]
    accounts = Accounts(reader)
    subjects = accounts.between(me, other)
    found = balances(_told(accounts.accounts(subjects), len(subjects), tell), me, other, first, last)
    wanted = [balance for balance in found if not currency or balance.currency == currency]
    if currency and not wanted:
        wanted = [Balance(currency, 0, 0, ())]
    parties = {movement.party for balance in wanted for movement in balance.movements}
    names = MemberViews(reader).names_of({other, *parties})
    for balance in wanted:
        _write_balance(table, balance, names, other, first, last)
    return {
        "done": len(subjects),
        "total": len(subjects),
        "rows": sum(len(balance.movements) for balance in wanted),
        "balances": [
            {
                "currency": balance.currency,
                "opening_minor": balance.opening_minor,
                "closing_minor": balance.closing_minor,
            }
            for balance in wanted
        ],
    }


def _told(accounts: Iterator[Account], total: int, tell: Tell) -> Iterator[Account]:
    for done, account in enumerate(accounts, 1):
        tell(done, total)
        yield account


def _write_balance(
    table: Table, balance: Balance, names: Mapping[MemberId, str], other: MemberId, first: str, last: str
) -> None:
    running, currency, name = balance.opening_minor, balance.currency, _name(names, other)
    table.write(_balance_cells(currency, first, OPENING, running, name))
    for movement in balance.movements:
        running += movement.change_minor
        table.write(_movement_cells(movement, running, _name(names, movement.party)))
    assert running == balance.closing_minor, "a statement adds up"
    table.write(_balance_cells(currency, last, CLOSING, running, name))


def _name(names: Mapping[MemberId, str], member: MemberId) -> str:
    return names.get(member) or member.hex()


def _side(minor: int) -> str:
    """Return which way a balance is."""
    return ("owed to me" if minor > 0 else "I owe") if minor else ""


def _balance_cells(currency: str, day: str, entry: str, minor: int, name: str) -> Sequence[Cell]:
    return (currency, Day(day), entry, name, "", "", "", "", Amount(minor, currency), _side(minor), "", "")


def _movement_cells(movement: Movement, running_minor: int, name: str) -> Sequence[Cell]:
    obligation, currency = movement.obligation, movement.obligation.terms.currency
    return (
        currency,
        Day(movement.day),
        movement.kind,
        name,
        movement.reference,
        obligation.terms.reference,
        Day(obligation.due),
        Amount(movement.change_minor, currency),
        Amount(running_minor, currency),
        _side(running_minor),
        obligation.terms.description,
        obligation.id.hex(),
    )

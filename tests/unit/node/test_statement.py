"""Statements: what counts when, which way, and that every account closes with what is outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from cohong.book.objects import Obligation, ObligationState, Revision, Terms
from cohong.ledger.accounts import Account
from cohong.node.statement import Balance, balances
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.standing import EntryFact, Level, Record

ME, OTHER, THIRD = (MemberId(bytes([number]) * 32) for number in (1, 2, 3))
ALWAYS = ("1970-01-01", "2100-12-31")


def _terms(debtor: MemberId, creditor: MemberId, amount: int, issued: str, currency: str) -> Terms:
    return Terms(debtor, creditor, amount, currency, issued, "2026-12-31", 0, "INV", "", (), True, True, "2099-12-31")


def obligation(
    amount: int,
    *,
    debtor: MemberId = OTHER,
    creditor: MemberId = ME,
    holder: MemberId | None = None,
    state: ObligationState = ObligationState.ACTIVE,
    issued: str = "2026-01-10",
    currency: str = "HKD",
    **changes: int,
) -> Obligation:
    entry = EntryId(bytes([amount % 251]) * 32)
    terms = _terms(debtor, creditor, amount, issued, currency)
    return Obligation(ObjectId(entry), entry, terms, creditor, holder or creditor, state, **changes)  # type: ignore[arg-type]  # only whole numbers are given


def record(kind: str, day: str, body: Mapping[str, Value], author: MemberId = ME) -> Record:
    time_ms = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)
    entry = EntryId(bytes([time_ms % 251]) * 32)
    return Record(EntryFact(entry, author, 1, entry, time_ms, 0, kind, Level.FINAL, True), dict(body))


def lines(balance: Balance) -> list[tuple[str, str, int]]:
    return [(item.day, item.kind, item.change_minor) for item in balance.movements]


def statement(*accounts: Account, period: tuple[str, str] = ALWAYS) -> list[Balance]:
    return list(balances(accounts, ME, OTHER, *period))


def payment(amount: int, day: str) -> dict[str, Value]:
    return {"amount": amount, "value_date": day, "method": "", "reference": ""}


def test_what_i_owe_counts_down_and_what_was_before_the_period_is_the_opening_balance() -> None:
    owed = Account(
        obligation(500, received_minor=200), (record("credit.receipt", "2026-02-05", payment(200, "2026-02-03")),)
    )
    owing = Account(obligation(70, debtor=ME, creditor=OTHER, issued="2026-02-04"), ())
    (found,) = statement(owed, owing, period=("2026-02-01", "2026-02-28"))
    assert (found.opening_minor, found.closing_minor) == (500, 230)
    assert lines(found) == [("2026-02-03", "receipt", -200), ("2026-02-04", "invoice", -70)]


def test_currencies_are_accounts_of_their_own() -> None:
    found = statement(Account(obligation(5, currency="JPY"), ()), Account(obligation(6), ()))
    assert [(item.currency, item.closing_minor) for item in found] == [("HKD", 6), ("JPY", 5)]


def test_what_was_given_up_and_came_back_is_shown_and_changes_nothing_twice() -> None:
    account = Account(
        obligation(500, state=ObligationState.RECOVERED, received_minor=400, written_off_minor=100),
        (
            record("credit.receipt", "2026-02-01", payment(300, "2026-02-01")),
            record("credit.write_off", "2026-03-01", {"amount": 200, "reason": ""}),
            record("credit.recover", "2026-04-02", payment(100, "2026-04-01")),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [
        ("2026-01-10", "invoice", 500),
        ("2026-02-01", "receipt", -300),
        ("2026-03-01", "written off", -200),
        ("2026-04-01", "written back", 100),
        ("2026-04-01", "receipt", -100),
    ]
    assert found.closing_minor == 0


def test_a_lower_amount_that_was_agreed_on_counts_from_its_day() -> None:
    item = obligation(500)
    revised = Obligation(
        item.id, item.version, item.terms, ME, ME, ObligationState.ACTIVE, revision=Revision(450, "2027-01-31")
    )
    (found,) = statement(
        Account(revised, (record("credit.restructure", "2026-03-01", {"amount": 450, "due": "2027-01-31"}),))
    )
    assert lines(found) == [("2026-01-10", "invoice", 500), ("2026-03-01", "restructured", -50)]
    assert found.closing_minor == 450


def test_what_was_sold_leaves_the_account_with_what_was_left_of_it() -> None:
    account = Account(
        obligation(500, holder=THIRD, received_minor=450),
        (
            record("credit.receipt", "2026-02-01", payment(100, "2026-02-01")),
            record("credit.assign", "2026-03-01", {"heads": {}}),
            record("credit.receipt", "2026-04-01", payment(350, "2026-04-01"), THIRD),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [
        ("2026-01-10", "invoice", 500),
        ("2026-02-01", "receipt", -100),
        ("2026-03-01", "sold or set off", -400),
    ]
    assert found.closing_minor == 0


def test_what_was_bought_begins_with_what_was_left_of_it() -> None:
    account = Account(
        obligation(500, creditor=THIRD, holder=ME, received_minor=450),
        (
            record("credit.receipt", "2026-02-01", payment(100, "2026-02-01"), THIRD),
            record("credit.assign", "2026-03-01", {"heads": {}}, THIRD),
            record("credit.receipt", "2026-04-01", payment(350, "2026-04-01")),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [("2026-03-01", "bought", 400), ("2026-04-01", "receipt", -350)]
    assert found.closing_minor == 50


def test_what_a_netting_round_has_cleared_is_the_rest() -> None:
    account = Account(obligation(500, set_off_minor=180), (record("netting.join", "2026-05-01", {"heads": {}}),))
    (found,) = statement(account)
    assert lines(found) == [("2026-01-10", "invoice", 500), ("2026-05-01", "sold or set off", -180)]
    assert found.closing_minor == 320

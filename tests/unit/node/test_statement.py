"""Statements: what counts when, which way, and that every account closes with what is outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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


def record(
    kind: str, day: str, body: Mapping[str, Value], author: MemberId = ME, *, entry: int = 0, seq: int = 0
) -> Record:
    """Return a record; its place in the feed is its day's, and `entry` tells it from others of that day."""
    time_ms = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)
    seq = seq or time_ms // 86_400_000
    name = entry_id(entry or seq % 251)
    return Record(EntryFact(name, author, seq, name, time_ms, 0, kind, Level.FINAL, True), dict(body))


def entry_id(number: int) -> EntryId:
    return EntryId(bytes([number]) * 32)


def sale(day: str, offer: int, amount: int, *, by: MemberId = ME, to: MemberId = THIRD) -> tuple[Record, Record]:
    """Return an offer to buy and the sale that takes it, written on one day."""
    bought = record("offer.buy", day, {"amount": amount}, to, entry=offer)
    names: list[Value] = [entry_id(99), entry_id(offer)]
    return bought, record("credit.assign", day, {"names": names, "heads": {}}, by, entry=offer + 1)


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


def parties(balance: Balance) -> list[MemberId]:
    return [item.party for item in balance.movements]


def test_what_was_sold_leaves_the_account_with_what_was_left_of_it() -> None:
    account = Account(
        obligation(500, holder=THIRD, received_minor=450),
        (
            record("credit.receipt", "2026-02-01", payment(100, "2026-02-01")),
            *sale("2026-03-01", 200, 400),
            record("credit.receipt", "2026-04-01", payment(350, "2026-04-01"), THIRD),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [
        ("2026-01-10", "invoice", 500),
        ("2026-02-01", "receipt", -100),
        ("2026-03-01", "sold", -400),
    ]
    assert (parties(found), found.closing_minor) == ([OTHER, OTHER, THIRD], 0)


def test_what_was_bought_begins_with_what_was_left_of_it() -> None:
    account = Account(
        obligation(500, creditor=THIRD, holder=ME, received_minor=450),
        (
            record("credit.receipt", "2026-02-01", payment(100, "2026-02-01"), THIRD),
            *sale("2026-03-01", 200, 400, by=THIRD, to=ME),
            record("credit.receipt", "2026-04-01", payment(350, "2026-04-01")),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [("2026-03-01", "bought", 400), ("2026-04-01", "receipt", -350)]
    assert (parties(found), found.closing_minor) == ([THIRD, OTHER], 50)


def test_what_comes_back_after_a_sale_is_told_whatever_the_times_are() -> None:
    account = Account(
        obligation(500, received_minor=120),
        (
            *sale("2026-03-01", 210, 400, by=THIRD, to=ME),
            # Of the day of the sale as well, and before it in its author's feed.
            record("credit.receipt", "2026-03-01", payment(100, "2026-02-01"), THIRD, entry=5, seq=1),
            *sale("2026-02-28", 200, 500),
            record("credit.receipt", "2026-04-01", payment(20, "2026-04-01")),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [
        ("2026-01-10", "invoice", 500),
        ("2026-02-28", "sold", -500),
        ("2026-03-01", "bought", 400),
        ("2026-04-01", "receipt", -20),
    ]
    assert found.closing_minor == 380


def test_what_was_sold_in_part_and_set_off_are_lines_of_their_own() -> None:
    names: list[Value] = [entry_id(90), entry_id(80), entry_id(81)]
    account = Account(
        obligation(500, assigned_minor=150, set_off_minor=180),
        (
            *sale("2026-03-01", 200, 150),
            record("netting.join", "2026-05-01", {"names": [entry_id(90)]}, entry=80),
            record("netting.apply", "2026-05-03", {"names": names, "set_offs": [180, 70]}, THIRD),
        ),
    )
    (found,) = statement(account)
    assert lines(found) == [
        ("2026-01-10", "invoice", 500),
        ("2026-03-01", "sold", -150),
        ("2026-05-03", "set off", -180),
    ]
    assert (parties(found)[1:], found.closing_minor) == ([THIRD, THIRD], 170)


def test_a_part_is_an_account_of_its_buyer_alone() -> None:
    part = obligation(150, holder=THIRD)
    part = replace(part, id=ObjectId(entry_id(200)), part_of=ObjectId(entry_id(99)))
    assert statement(Account(part, sale("2026-03-01", 200, 150))) == []
    bought = replace(part, holder=ME, terms=replace(part.terms, creditor=THIRD))
    (found,) = statement(Account(bought, sale("2026-03-01", 200, 150, by=THIRD, to=ME)))
    assert lines(found) == [("2026-03-01", "bought", 150)]


def test_what_a_guarantor_has_paid_leaves_the_account() -> None:
    paid = record("guarantee.pay", "2026-06-01", {"amount": 500}, THIRD, entry=200)
    passed_on = record("credit.subrogate", "2026-06-02", {"names": [entry_id(99), entry_id(200)]})
    defaulted = obligation(500, holder=THIRD, state=ObligationState.DEFAULTED)
    (found,) = statement(Account(defaulted, (paid, passed_on)))
    assert lines(found) == [("2026-01-10", "invoice", 500), ("2026-06-02", "paid for by cover", -500)]
    assert parties(found)[-1] == THIRD


def test_what_no_record_at_hand_says_is_told_as_such() -> None:
    (found,) = statement(Account(obligation(500, set_off_minor=180), (record("netting.join", "2026-05-01", {}),)))
    assert lines(found) == [("2026-01-10", "invoice", 500), ("2026-05-01", "otherwise", -180)]
    assert found.closing_minor == 320

"""When obligations were due and paid: of one debtor and of everybody, whole or as a sample."""

from __future__ import annotations

from datetime import date

from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.ledger.paid_days import PaidDay
from cohong.primitives.ids import MemberId

DUE = date(2026, 2, 4).toordinal()


def paid(ledger: Ledger, debtor: Feed, count: int, *, late: int, unpaid: int = 0) -> None:
    """Have a debtor pay obligations so many days late, and leave others."""
    creditor = Feed(f"creditor of {debtor.name}")
    records = []
    for number in range(count + unpaid):
        proposal = creditor.propose(debtor, 100, f"INV {number}")
        records += [proposal, debtor.accept(proposal)]
        if number < count:
            records.append(creditor.receipt(records[-1], 100, date.fromordinal(DUE + late).isoformat()))
    ledger.commit(applied(*records))


def test_what_is_paid_in_full_counts(ledger: Ledger) -> None:
    b, c = Feed("b"), Feed("c")
    paid(ledger, b, 3, late=4, unpaid=2)
    paid(ledger, c, 2, late=-1)
    assert ledger.paid_days.paid_by(b.member) == [PaidDay(DUE, DUE + 4)] * 3
    assert ledger.paid_days.paid_by(b.member, limit=4) == [PaidDay(DUE, DUE + 4)] * 2
    assert ledger.paid_days.paid_by(MemberId(b"z" * 32)) == []
    everybody = [PaidDay(DUE, DUE - 1)] * 2 + [PaidDay(DUE, DUE + 4)] * 3
    assert sorted(ledger.paid_days.paid_by_all(), key=lambda each: each.paid_on) == everybody


def test_a_sample_is_spread_over_all_and_has_no_more_than_asked_for(ledger: Ledger) -> None:
    for number in range(4):
        paid(ledger, Feed(f"debtor {number}"), 10, late=number)
    sample = ledger.paid_days.paid_by_all(limit=20)
    assert 10 <= len(sample) <= 20
    assert {each.paid_on - each.due for each in sample} == {0, 1, 2, 3}
    assert sample == ledger.paid_days.paid_by_all(limit=20)
    assert ledger.paid_days.paid_by_all(limit=40) == ledger.paid_days.paid_by_all()


def test_an_empty_book_has_none(ledger: Ledger) -> None:
    assert ledger.paid_days.paid_by_all() == []

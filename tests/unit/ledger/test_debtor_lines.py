"""A member's obligations as debtor, a page at a time, and the report over them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.node.payment_report import payment_report, since_of

TODAY = "2026-03-01"


@pytest.fixture
def debtor(ledger: Ledger) -> Feed:
    """Give a member a history with four creditors."""
    b = Feed("b")
    records = []
    for number in range(8):
        creditor = Feed(f"creditor {number % 4}")
        proposal = creditor.propose(
            b, 100 + number, f"INV {number}", issued="2026-01-01", due="2026-01-31", grace_days=number
        )
        records += [proposal, b.accept(proposal)]
        if number < 6:
            records.append(creditor.receipt(records[-1], 100 + number, "2026-02-03"))
    old = Feed("creditor 0").propose(b, 999, "OLD", issued="2020-01-01", due="2020-01-31")
    records += [old, b.accept(old)]
    records.append(Feed("creditor 0").receipt(records[-1], 999, "2020-02-03"))
    ledger.commit(applied(*records))
    return b


def test_pages_by_row_have_every_line_of_five_years(ledger: Ledger, debtor: Feed) -> None:
    lines, since = ledger.debtor_lines, since_of(TODAY)
    every = lines.debtor_lines(debtor.member, since=since)
    assert len(every) == lines.count_debtor_lines(debtor.member, since=since) == 8
    assert [line.amount_minor for line in every] == [100 + number for number in range(8)]
    paged, after = [], 0
    while page := lines.debtor_lines(debtor.member, since=since, after=after, limit=3):
        paged += page
        after = page[-1].number
    assert paged == every
    assert lines.count_debtor_lines(debtor.member, since="2020-01-01") == 9
    first = every[0]
    assert (first.due, first.grace_days, first.paid_minor) == (date(2026, 1, 31).toordinal(), 0, 100)
    assert first.paid_on == date(2026, 2, 3).toordinal()
    assert not (first.is_disputed or first.was_disputed or first.dispute_lost or first.is_restructured)


def test_a_stranger_has_none(ledger: Ledger, debtor: Feed) -> None:
    lines = ledger.debtor_lines
    assert lines.debtor_lines(Feed("stranger").member, since=since_of(TODAY)) == []
    assert lines.count_debtor_lines(Feed("stranger").member, since=since_of(TODAY)) == 0
    assert lines.guarantees_honoured(Feed("stranger").member) == 0


def test_the_report_counts_what_the_facts_of_a_member_count(ledger: Ledger, debtor: Feed) -> None:
    facts = ledger.member_facts(debtor.member, today=TODAY)
    report = payment_report(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0)["facts"]
    # The oldest ended more than five years ago, and was late by three days.
    assert (report["invoices"], report["settled"], report["late"]) == (facts.invoices - 1, facts.settled - 1, 5 - 0)
    assert (report["paid_within_terms"], report["days_late_sum"]) == (facts.paid_within_terms, facts.days_late_sum - 3)
    (now,) = facts.currencies
    (hkd,) = report["currencies"]
    assert (hkd["open_minor"], hkd["overdue_minor"]) == (now.open_minor, now.overdue_minor)


def test_a_new_key_has_what_was_owed_and_paid_under_the_old_one(ledger: Ledger, debtor: Feed) -> None:
    new, first, second = Feed("new key").member, Feed("creditor 0").member, Feed("creditor 1").member
    before = payment_report(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0)
    ledger.follow_keys({debtor.member: new, first: second})
    for member in (new, debtor.member):
        report = payment_report(ledger.debtor_lines, member, today=TODAY, synced_days=0, lines_max=9)
        assert report["facts"]["invoices"] == before["facts"]["invoices"]
        assert (report["facts"]["counterparties"], before["facts"]["counterparties"]) == (3, 4), "one has two keys"
        assert first.hex() not in {line["creditor"] for line in report["lines"]}
        assert ledger.member_facts(member, today=TODAY).invoices == 9
        assert len(ledger.paid_days.paid_by(member)) == 7
        assert ledger.news.since(member, 0, limit=1)[1] > 0
    parties = ledger.debtor_lines.parties(ledger.debtor_lines.debtor_lines(new, since=since_of(TODAY))[0].id)
    assert parties == (debtor.member, first), "the record names the old keys for good"
    ledger.follow_keys({})
    assert ledger.debtor_lines.count_debtor_lines(new, since=since_of(TODAY)) == 0

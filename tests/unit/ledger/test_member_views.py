"""How a member pays, as counted by SQL and told on the Check page."""

from __future__ import annotations

import pytest
from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.ledger.member_views import CurrencySums
from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.standing import Commit, Placed


def owed(
    creditor: Feed, debtor: Feed, amount: int, due: str, paid_on: str | None, **changed: int | str
) -> list[Placed]:
    proposal = creditor.propose(debtor, amount, f"{due} {amount}", due=due, **changed)
    records = [proposal, debtor.accept(proposal)]
    if paid_on is not None:
        records.append(creditor.receipt(records[-1], amount, paid_on))
    return records


@pytest.fixture
def debtor(ledger: Ledger) -> Feed:
    """Give a member a history with two creditors."""
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    ledger.commit(
        applied(
            *owed(a, b, 100, "2026-01-31", "2026-01-20", issued="2026-01-01"),
            *owed(a, b, 200, "2026-01-31", "2026-02-05", issued="2026-01-10", grace_days=5),
            *owed(c, b, 300, "2026-01-31", "2026-03-05", issued="2026-01-15"),
            *owed(c, b, 400, "2026-02-10", None, issued="2026-01-16"),
            *owed(a, b, 500, "2026-04-30", None, issued="2026-02-20"),
            *owed(a, b, 7, "2026-02-28", "2026-06-30", issued="2026-02-21", currency="USD"),
            *owed(b, a, 999, "2026-01-31", None),
            a.propose(b, 1, "not accepted"),
            c.write("endorse.set", {"member": b.member, "score": 4, "comment": "fine"}),
        )
    )
    ledger.commit(Commit(append=[a.propose(b, 2, "waits")], objects=[b.profile("Hong Kong", en="Pearl")]))
    return b


def test_facts_are_over_what_was_accepted_as_debtor(ledger: Ledger, debtor: Feed) -> None:
    facts = ledger.member_facts(debtor.member, today="2026-03-01")
    told = (
        facts.invoices, facts.settled, facts.paid_within_terms, facts.late, facts.days_late_sum, facts.worst_days_late,
        facts.counterparties, facts.first_day, facts.last_day, facts.forked,
    )  # fmt: skip
    assert told == (6, 4, 2, 3, 5 + 33 + 122, 122, 2, "2026-01-01", "2026-02-21", False)
    assert [(item.author, item.score) for item in facts.endorsements] == [(Feed("c").member, 4)]
    assert (facts.card.name, facts.card.invoices, facts.card.settled, facts.card.paid_within_terms) == (
        "Pearl",
        6,
        4,
        2,
    )


def test_sums_never_mix_currencies_and_highest_is_the_peak_of_what_was_open(ledger: Ledger, debtor: Feed) -> None:
    # Open at once: 100 from 1 January, 200 and 300 and 400 by the 16th, 100 paid on the 20th.
    assert ledger.member_facts(debtor.member, today="2026-03-01").currencies == (
        CurrencySums("HKD", open_minor=900, overdue_minor=400, settled_minor=600, highest_minor=1_200),
        CurrencySums("USD", open_minor=0, overdue_minor=0, settled_minor=7, highest_minor=7),
    )


@pytest.mark.parametrize(("day", "late"), [("2026-02-10", 2), ("2026-02-11", 3), ("2026-05-01", 4)])
def test_open_ones_are_late_from_the_day_after_they_are_due(ledger: Ledger, debtor: Feed, day: str, late: int) -> None:
    assert ledger.member_facts(debtor.member, today=day).late == late


def test_recent_rows_are_the_ones_changed_last(ledger: Ledger, debtor: Feed) -> None:
    facts = ledger.member_facts(debtor.member, today="2026-03-01", recent=2)
    rows = ledger.book_rows(facts.recent, me=debtor.member, today="2026-03-01")
    assert [row.reference for row in rows] == ["2026-02-28 7", "2026-04-30 500"]


def test_forked_member_is_shown_as_such(ledger: Ledger, debtor: Feed) -> None:
    cheat = Feed("cheat")
    first = cheat.write("ballot")
    proof = prove_fork(cheat.write("ballot").entry, cheat.write("ballot", after=first.entry).entry)
    ledger.commit(Commit(proofs=[(proof, 1)]))
    assert ledger.member_facts(cheat.member, today="2026-03-01").forked


def test_cards_are_given_for_members_without_profile_too(ledger: Ledger, debtor: Feed) -> None:
    cards = ledger.member_cards([Feed("a").member, debtor.member, Feed("stranger").member])
    assert [(card.name, card.invoices) for card in cards] == [("", 1), ("Pearl", 6), ("", 0)]
    assert ledger.names_of([debtor.member, Feed("stranger").member]) == {debtor.member: "Pearl"}
    assert ledger.profiles() == [debtor.profile("Hong Kong", en="Pearl")]

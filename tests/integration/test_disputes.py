"""Disputes and corrections on real nodes: who is stopped by one, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, carry, everywhere, found, found_by, owed, set_clock, with_clock

from cohong.api.errors import ApiError

pytestmark = pytest.mark.timeout(240)

DAY_MS = 86_400_000


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    """A creditor, a debtor and a third firm that would buy."""
    firms = found(node_folder, 3)
    yield firms
    for firm in firms:
        firm.stop()


def test_a_dispute_of_the_debtors_stops_a_sale_until_it_is_closed(firms: list[Firm]) -> None:
    creditor, debtor, buyer = firms
    subject = owed(creditor, debtor, firms, "INV-DISPUTED")
    terms = {"amount": 10_000, "price": 9_000, "recourse": False, "valid_until": "2099-12-31"}
    offer = buyer.write("offer.buy", subject, **terms)
    everywhere(firms, lambda firm: len(firm.details(subject).offers) == 1, "the offer is known")
    assert buyer.refused("dispute.open", subject, says="not mine") == "not-a-party"
    dispute = debtor.write("dispute.open", subject, says="Half of it arrived broken.", evidence=["ab" * 32])
    everywhere(firms, lambda firm: len(firm.details(subject).disputes) == 1, "the dispute is known")
    everywhere(firms, lambda firm: firm.details(subject).disputes[0].level == "final", "the dispute stands")
    assert creditor.refused("credit.assign", subject, consent=offer) == "disputed"
    assert "disputed" in buyer.details(subject).row.marks
    assert buyer.ask("check.member", member=debtor.member).disputed == 1
    assert [firm.details(subject).disputes[0].actions for firm in firms] == [["dispute.answer"], ["dispute.close"], []]

    assert buyer.refused("dispute.answer", dispute, says="no matter") == "not-a-party"
    creditor.write("dispute.answer", dispute, says="It was signed for as whole.")
    everywhere(firms, lambda firm: len(firm.details(subject).disputes[0].answers) == 1, "the answer is known")
    seen = buyer.details(subject).disputes[0]
    assert (seen.state, seen.says, seen.evidence) == ("open", "Half of it arrived broken.", ["ab" * 32])
    assert seen.answers[0].says == "It was signed for as whole."
    assert creditor.refused("dispute.close", dispute, outcome="resolved", says="") == "not-controller"
    assert creditor.refused("credit.assign", subject, consent=offer) == "disputed"

    debtor.write("dispute.close", dispute, outcome="resolved", says="A discount was agreed.")
    everywhere(firms, lambda firm: firm.details(subject).disputes[0].outcome == "resolved", "the dispute is over")
    assert [firm.ask("book.counts").by_filter["disputed"] for firm in firms] == [0, 0, 0]
    creditor.write("credit.assign", subject, consent=offer)
    everywhere(firms, lambda firm: firm.details(subject).holder == buyer.member, "it is sold")


def test_a_correction_is_accepted_by_whom_it_was_put_to(firms: list[Firm]) -> None:
    creditor, debtor, third = firms
    subject = owed(creditor, debtor, firms, "INV-WRONG")
    assert debtor.refused("correct.propose", subject, asked=third.member, says="x") == "not-a-party"
    asked = debtor.write("correct.propose", subject, asked=creditor.member, says="The number is INV-RIGHT.")
    everywhere(firms, lambda firm: len(firm.details(subject).corrections) == 1, "the correction is known")
    assert [firm.details(subject).corrections[0].actions for firm in firms] == [
        ["correct.accept", "correct.decline"], [], [],
    ]  # fmt: skip
    assert debtor.refused("correct.accept", asked) == "not-controller"
    assert [firm.ask("today.show").corrections for firm in firms] == [1, 0, 0]
    creditor.write("correct.accept", asked)
    assert creditor.ask("today.show").corrections == 0
    everywhere(firms, lambda firm: firm.details(subject).corrections[0].state == "accepted", "it is accepted")
    creditor.ask("chain.ask")
    everywhere(firms, lambda firm: firm.details(subject).corrections[0].deadline_ms > 0, "a block includes it")
    seen = third.ask("dispute.list").corrections[0]
    assert (seen.says, seen.unanswered_ms, seen.actions) == ("The number is INV-RIGHT.", 0, [])


def test_what_a_member_says_of_another_can_be_disputed_by_that_one(firms: list[Firm]) -> None:
    rater, rated, third = firms
    rater.write("endorse.set", member=rated.member, score=-5, comment="slow")
    everywhere(firms, lambda firm: len(firm.ask("check.member", member=rated.member).endorsements) == 1, "it is known")
    endorsement = rated.ask("check.member", member=rated.member).endorsements[0][3]
    assert rater.refused("dispute.open", endorsement, says="x") == "same-party"
    assert third.refused("dispute.open", endorsement, says="x") == "not-a-party"
    rated.write("dispute.open", endorsement, says="We paid within a week.")
    everywhere(firms, lambda firm: len(firm.ask("dispute.list", object=endorsement).disputes) == 1, "it is disputed")


@pytest.fixture
def in_the_past(folders: Path) -> Iterator[list[Firm]]:
    """Three firms whose clocks stand fifty days before today."""
    firms = found_by([with_clock(Firm(folders / f"firm-{number}"), -50 * DAY_MS) for number in range(3)])
    yield firms
    for firm in firms:
        firm.stop()


def test_a_correction_that_nobody_answers_in_forty_days_takes_effect_by_a_block(in_the_past: list[Firm]) -> None:
    firms = in_the_past
    creditor, debtor, _ = firms
    subject = owed(creditor, debtor, firms, "INV-SILENT")
    asked = debtor.write("correct.propose", subject, asked=creditor.member, says="It was paid in cash.")
    everywhere(firms, lambda firm: len(firm.details(subject).corrections) == 1, "the correction is known")
    everywhere(firms, lambda firm: marks_of(firm, subject) == ["correction"], "it is marked")
    assert [firm.ask("book.rows", filter="correction").total for firm in firms] == [1, 1, 1]
    creditor.ask("chain.ask")
    everywhere(firms, lambda firm: firm.details(subject).corrections[0].deadline_ms > 0, "a block includes it")
    height = creditor.ask("chain.status").height
    assert creditor.details(subject).corrections[0].unanswered_ms == 0
    today = creditor.ask("today.show")
    assert (today.corrections, today.corrections_by_ms) == (1, creditor.details(subject).corrections[0].deadline_ms)
    for firm in firms:
        set_clock(firm, 0)
    # Nothing else happens in this network: whoever has asked for the correction asks for the block too, by itself.
    everywhere(firms, lambda firm: firm.details(subject).corrections[0].unanswered_ms > 0, "it takes effect")
    assert creditor.ask("chain.status").height == height + 1
    assert marks_of(debtor, subject) == ["correction"], "in effect, and not answered yet"
    assert creditor.ask("today.show").corrections == 0, "there is nothing left to gain by an answer"
    creditor.write("correct.decline", asked, reason="too late")
    everywhere(firms, lambda firm: firm.details(subject).corrections[0].state == "declined", "the answer stands too")
    assert [marks_of(firm, subject) for firm in firms] == [[], [], []]
    assert [firm.ask("book.counts").by_filter["correction"] for firm in firms] == [0, 0, 0]
    for firm in firms:
        seen = firm.details(subject).corrections[0]
        assert seen.unanswered_ms > seen.deadline_ms + 7 * DAY_MS, "and changes nothing of that"


def marks_of(firm: Firm, subject: str) -> list[str]:
    return list(firm.details(subject).row.marks)


def test_a_ruling_of_the_voters_frees_what_a_dispute_has_stopped(firms: list[Firm]) -> None:
    creditor, debtor, buyer = firms
    subject = owed(creditor, debtor, firms, "INV-RULED")
    offer = buyer.write("offer.buy", subject, amount=10_000, price=9_000, recourse=False, valid_until="2099-12-31")
    dispute = debtor.write("dispute.open", subject, says="I have never ordered this.")
    everywhere(firms, lambda firm: len(firm.details(subject).disputes) == 1, "the dispute is known")
    everywhere(firms, lambda firm: len(firm.details(subject).offers) == 1, "the offer is known")
    assert creditor.refused("credit.assign", subject, consent=offer) == "disputed"
    seen = creditor.ask("motion.preview", ask="dispute", dispute=dispute, upheld=False, reason="there is an order")
    assert (seen.member, seen.fields) == (debtor.member, {"dispute": dispute, "upheld": False})
    carry(firms, ask="dispute", dispute=dispute, upheld=False, reason="there is an order")
    everywhere(firms, lambda firm: firm.details(subject).disputes[0].state == "dismissed", "it is ruled on")
    assert [firm.details(subject).disputes[0].actions for firm in firms] == [[], [], []]
    with pytest.raises(ApiError) as refused:
        debtor.ask("motion.put", ask="dispute", dispute=dispute, upheld=True, reason="once more")
    assert refused.value.detail == "no-effect"
    creditor.write("credit.assign", subject, consent=offer)
    everywhere(firms, lambda firm: firm.details(subject).holder == buyer.member, "it is sold")

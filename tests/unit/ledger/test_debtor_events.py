"""Disputes, corrections and defaults of a debtor's obligations, each with the day on which it came."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import cast

from tests.unit.ledger.feeds import Feed, applied, standing

from cohong.ledger.debtor_events import EventKind
from cohong.ledger.ledger import Ledger
from cohong.primitives.block import BlockHead, BlockLists, new_block
from cohong.primitives.chain_messages import Certificate
from cohong.primitives.decisions import Decisions, DisputeRuling
from cohong.primitives.encoding import Value
from cohong.primitives.ids import BlockId, ObjectId
from cohong.primitives.standing import Commit, FinalBlock, Level, Placed

SAYS: dict[str, Value] = {"says": "half of it was broken", "evidence": []}
CLOSED: dict[str, Value] = {"outcome": "resolved", "says": ""}


def ms(day: str) -> int:
    return int(datetime.fromisoformat(f"{day}T23:59:00").replace(tzinfo=UTC).timestamp() * 1000)


def events(ledger: Ledger, debtor: Feed, proposal: Placed) -> list[tuple[EventKind, str]]:
    found = ledger.debtor_lines.events(debtor.member).get(ObjectId(proposal.fact.id), [])
    in_order = sorted(found, key=lambda event: event.day)
    return [(event.kind, date.fromordinal(event.day).isoformat()) for event in in_order]


def ruled(*rulings: DisputeRuling, day: str) -> FinalBlock:
    head = BlockHead(1, BlockId(bytes(32)), 0, ms(day), None, bytes(32), bytes(32), bytes(32), 0)
    block = new_block(head, BlockLists())
    return FinalBlock(block, Certificate(1, 0, block.id, ()), Decisions(disputes=rulings), b"")


def test_disputes_have_the_day_on_which_they_were_opened_and_the_one_on_which_they_were_over(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor)
    accepted = debtor.accept(proposal)
    dispute = debtor.write("dispute.open", SAYS, names=[accepted], time_ms=ms("2026-03-01"))
    ledger.commit(applied(proposal, accepted))
    ledger.commit(Commit(append=[dispute]))
    assert events(ledger, debtor, proposal) == [("dispute-opened", "2026-03-01")]
    ledger.commit(Commit(append=[creditor.write("dispute.close", CLOSED, names=[dispute], time_ms=ms("2026-03-04"))]))
    assert events(ledger, debtor, proposal) == [("dispute-opened", "2026-03-01")], "only its opener closes it"
    ledger.commit(Commit(append=[debtor.write("dispute.close", CLOSED, names=[dispute], time_ms=ms("2026-03-09"))]))
    assert events(ledger, debtor, proposal) == [("dispute-opened", "2026-03-01"), ("dispute-settled", "2026-03-09")]
    ledger.commit(Commit(standings=[standing(dispute, Level.REJECTED, applied=False)]))
    assert events(ledger, debtor, proposal) == [], "what the voters have refused was none"


def test_a_ruling_has_the_day_of_its_block_and_is_lost_by_the_debtor_or_not(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    outcomes = [(debtor, False), (creditor, True), (debtor, True), (creditor, False)]
    told = []
    for number, (opener, upheld) in enumerate(outcomes):
        proposal = creditor.propose(debtor, reference=f"INV-{number}")
        accepted = debtor.accept(proposal)
        dispute = opener.write("dispute.open", SAYS, names=[accepted], time_ms=ms("2026-03-01") + number)
        ledger.commit(applied(proposal, accepted))
        ledger.commit(Commit(append=[dispute]))
        told.append((proposal, dispute, upheld))
    rulings = [DisputeRuling(dispute.fact.id, upheld) for _, dispute, upheld in told]
    ledger.commit(Commit(blocks=[ruled(*rulings, day="2026-04-02")]))
    found = [events(ledger, debtor, proposal)[1] for proposal, _, _ in told]
    assert found == [(f"dispute-{how}", "2026-04-02") for how in ("lost", "lost", "settled", "settled")]


def test_defaults_and_corrections_have_their_days_and_a_creditors_own_debts_are_not_among_them(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor)
    accepted = debtor.accept(proposal)
    asked = debtor.write(
        "correct.propose", {**SAYS, "asked": creditor.member}, names=[accepted], time_ms=ms("2026-03-02")
    )
    reason = cast("dict[str, Value]", {"reason": ""})
    default = creditor.write("credit.default", reason, names=[accepted], time_ms=ms("2026-05-30"))
    ledger.commit(applied(proposal, accepted, asked, default))
    assert events(ledger, debtor, proposal) == [("correction", "2026-03-02"), ("defaulted", "2026-05-30")]
    assert ledger.debtor_lines.events(creditor.member) == {}
    assert ledger.debtor_lines.events(Feed("stranger").member) == {}

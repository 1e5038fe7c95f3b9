"""What stands beside an obligation, as the ledger keeps it."""

from __future__ import annotations

from tests.unit.ledger.feeds import Feed, applied, standing

from cohong.ledger.ledger import Ledger
from cohong.primitives.encoding import Value
from cohong.primitives.ids import ObjectId
from cohong.primitives.standing import Commit, Level, Placed

SAYS: dict[str, Value] = {"says": "half of it was broken", "evidence": [b"e" * 32]}


def owed(ledger: Ledger, creditor: Feed, debtor: Feed) -> tuple[Placed, Placed]:
    proposal = creditor.propose(debtor)
    accepted = debtor.accept(proposal)
    ledger.commit(applied(proposal, accepted))
    return proposal, accepted


def test_a_dispute_counts_from_its_form_until_it_is_refused(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal, accepted = owed(ledger, creditor, debtor)
    dispute = debtor.write("dispute.open", SAYS, names=[accepted])
    ledger.commit(Commit(append=[dispute]))
    (line,) = ledger.life(ObjectId(proposal.fact.id)).disputes
    assert (line.opener, line.says, line.evidence) == (debtor.member, SAYS["says"], (b"e" * 32,))
    assert (line.is_open, line.concerned, line.level) == (True, (), Level.WAITING)
    assert [item.id for item in ledger.disputes(10)] == [line.id]
    ledger.commit(Commit(standings=[standing(dispute, Level.REJECTED, applied=False)]))
    assert not ledger.life(ObjectId(proposal.fact.id)).disputes[0].is_open


def test_a_dispute_is_over_when_its_opener_closes_it_and_nobody_else(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal, accepted = owed(ledger, creditor, debtor)
    dispute = debtor.write("dispute.open", SAYS, names=[accepted])
    ending: dict[str, Value] = {"outcome": "resolved", "says": ""}
    ledger.commit(Commit(append=[dispute, creditor.write("dispute.close", ending, names=[dispute])]))
    assert ledger.life(ObjectId(proposal.fact.id)).disputes[0].is_open
    ledger.commit(Commit(append=[debtor.write("dispute.close", ending, names=[dispute])]))
    line = ledger.life(ObjectId(proposal.fact.id)).disputes[0]
    assert (line.is_open, line.outcome) == (False, ""), "it stands no more, though nobody has voted on its end"


def test_corrections_without_an_answer_are_told_by_who_asked(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor)
    accepted = debtor.accept(proposal)
    asked = debtor.write("correct.propose", {**SAYS, "asked": creditor.member}, names=[accepted])
    ledger.commit(applied(proposal, accepted, asked))
    (correction,) = ledger.life(ObjectId(proposal.fact.id)).corrections
    assert (correction.author, correction.asked, correction.evidence) == (debtor.member, creditor.member, (b"e" * 32,))
    assert ledger.corrections_asked_by(debtor.member) == [correction] == ledger.corrections(10)
    assert ledger.corrections_asked_by(creditor.member) == []
    answer = creditor.write("correct.decline", {"reason": ""}, names=[asked])
    commit = applied(proposal, accepted, asked, answer)
    commit.append = [answer]
    ledger.commit(commit)
    assert ledger.corrections_asked_by(debtor.member) == []


def test_proposals_to_answer_are_as_many_as_the_book_lists(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor)
    ledger.commit(applied(proposal))

    def to_answer(feed: Feed, today: str = "2026-12-31") -> int:
        count = ledger.proposals_to_answer(feed.member, today=today)
        assert ledger.book_counts(me=feed.member, today=today).by_filter["to-answer"] == count
        return count

    assert [to_answer(feed) for feed in (creditor, debtor, Feed("c"))] == [0, 1, 0]
    assert to_answer(debtor, "2027-01-01") == 0, "nobody can accept it any more"
    refused = debtor.accept(proposal)
    ledger.commit(Commit(append=[refused], standings=[standing(refused, Level.REJECTED, applied=False)]))
    assert to_answer(debtor) == 1, "an answer that the voters have refused is none"
    ledger.commit(Commit(append=[debtor.accept(proposal)]))
    assert to_answer(debtor) == 0, "as soon as it is written, voted on or not"


def test_what_is_to_be_answered_is_what_others_have_said_and_one_has_not(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor)
    accepted = debtor.accept(proposal)
    dispute = debtor.write("dispute.open", SAYS, names=[accepted])
    asked = debtor.write("correct.propose", {**SAYS, "asked": creditor.member}, names=[accepted])
    ledger.commit(applied(proposal, accepted, dispute, asked))

    def to_answer(feed: Feed) -> tuple[int, int]:
        disputes, corrections = ledger.objections_to_answer(feed.member, 10)
        counts = ledger.book_counts(me=feed.member, today="2026-11-26").by_filter
        assert (counts["disputes-to-answer"], counts["corrections-to-answer"]) == (len(disputes), len(corrections))
        return len(disputes), len(corrections)

    assert [to_answer(feed) for feed in (creditor, debtor, Feed("c"))] == [(1, 1), (0, 0), (0, 0)]
    refused = creditor.write("dispute.answer", {"says": "no"}, names=[dispute])
    ledger.commit(Commit(append=[refused], standings=[standing(refused, Level.REJECTED, applied=False)]))
    assert to_answer(creditor) == (1, 1), "an answer that the voters have refused is none"
    answer = creditor.write("dispute.answer", {"says": "it was whole"}, names=[dispute])
    declined = creditor.write("correct.decline", {"reason": ""}, names=[asked])
    ledger.commit(Commit(append=[answer, declined]))
    assert to_answer(creditor) == (0, 0), "as soon as they are written, voted on or not"

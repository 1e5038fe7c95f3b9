"""A commit is durable as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY, Feed, applied, claim_of, obligation, some_id, standing

from cohong.book.objects import Claim, Endorsement, Limit, Obligation, Profile, natural_id
from cohong.ledger.drafts import LocalMarks
from cohong.ledger.ledger import Ledger
from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.ids import ObjectId
from cohong.primitives.standing import Commit, Level, Reach, Said, SaidOn


def test_failure_in_the_middle_leaves_nothing_behind(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    commit = applied(proposal)
    commit.reach = [Reach(a.member, b.member, 0, ((0, proposal.fact.id),))]
    before = [ledger._writer.rows(f"SELECT * FROM {table}") for table in ("facts", "ids", "members", "obligations")]
    broken = LocalMarks(keys=[("key", None)])  # type: ignore[list-item]  # makes the last statement fail
    with pytest.raises(Exception, match="NOT NULL"):
        ledger.commit(commit, broken)
    after = [ledger._writer.rows(f"SELECT * FROM {table}") for table in ("facts", "ids", "members", "obligations")]
    assert after == before
    ledger.commit(commit, LocalMarks(keys=[("key", b"answer")]))
    assert ledger.fact(proposal.fact.id) is not None
    assert (ledger.answer_for("key"), ledger.answer_for("other")) == (b"answer", None)


def test_reach_replaces_what_was_remembered(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    ids = [some_id(text) for text in "xyz"]
    ledger.commit(
        Commit(
            reach=[
                Reach(a.member, b.member, 0, ((3, ids[0]), (3, ids[1]))),
                Reach(b.member, b.member, 0, ((1, ids[2]),)),
            ]
        )
    )
    ledger.commit(Commit(reach=[Reach(a.member, b.member, 0, ((5, ids[2]),))]))
    ledger.close()
    again = Ledger.open(path, KEY)
    expected = [Reach(a.member, b.member, 0, ((5, ids[2]),)), Reach(b.member, b.member, 0, ((1, ids[2]),))]
    assert again.reach() == sorted(expected, key=lambda item: item.voter)
    again.close()


def test_exceptional_votes_are_kept_and_found_until_the_record_is_final(ledger: Ledger) -> None:
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    one, two = a.propose(b), a.propose(b, reference="INV-2")
    ledger.commit(Commit(append=[one, two], said=[SaidOn(one.fact.id, b.member, 0, Said.HOLD, "")]))
    ledger.commit(
        Commit(said=[
            SaidOn(one.fact.id, b.member, 0, Said.HOLD | Said.NO, "dates"),
            SaidOn(one.fact.id, c.member, 0, Said.HOLD, ""),
            SaidOn(two.fact.id, c.member, 0, Said.NO, "same-party"),
            SaidOn(some_id("not held"), c.member, 0, Said.NO, "x"),
        ])
    )  # fmt: skip
    said = {b.member: ((0, Said.HOLD | Said.NO),), c.member: ((0, Said.HOLD),)}
    assert ledger.said(one.fact.id) == said
    assert ledger.said_with_reasons(two.fact.id) == {c.member: (Said.NO, "same-party")}
    assert ledger.said(some_id("not held")) == {c.member: ((0, Said.NO),)}
    assert ledger.unsettled_said() == [(one.fact, said), (two.fact, {c.member: ((0, Said.NO),)})]
    ledger.commit(Commit(standings=[standing(one, Level.FINAL)]))
    assert ledger.unsettled_said() == [(two.fact, {c.member: ((0, Said.NO),)})]


def test_fork_proofs_are_kept_once_with_the_first_time(ledger: Ledger) -> None:
    a = Feed("a")
    first = a.write("ballot")
    one, other = a.write("ballot"), a.write("ballot", after=first.entry)
    proof = prove_fork(one.entry, other.entry)
    ledger.commit(Commit(proofs=[(proof, 5)]))
    ledger.commit(Commit(proofs=[(proof, 9)]))
    assert ledger.proofs() == [(proof, 5)]


def test_every_object_comes_back_as_it_was(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b, evidence=[b"1" * 32, b"2" * 32])
    acceptance = b.accept(proposal)
    claim = b.claim(acceptance, 4_000, "2026-02-01")
    receipt = a.receipt(acceptance, 4_000, "2026-02-01", claim)
    profile = a.profile(en="Harbour Trading", zh_hant="海港貿易")
    limit = a.write(
        "limit.set",
        {"counterparty": b.member, "side": "creditor", "currency": "HKD", "amount": 5, "terms_days": 30,
         "until": "2027-01-01", "auto_accept": True},
    )  # fmt: skip
    endorsement = b.write("endorse.set", {"member": a.member, "score": -3, "comment": "slow"})
    commit = applied(proposal, acceptance, claim, receipt, limit, endorsement)
    commit.objects.append(profile)
    ledger.commit(commit)
    ledger.close()
    again = Ledger.open(path, KEY)
    objects = [item for item in commit.objects if isinstance(item, Obligation | Claim | Profile | Limit | Endorsement)]
    assert len(objects) == 5
    assert [again.object(item.id) for item in objects] == objects
    assert again.object(natural_id("nothing")) is None
    assert again.limits(a.member) == [item for item in objects if isinstance(item, Limit)]
    assert again.limits(b.member) == []
    assert proposal.fact.object is not None
    assert again.claims_of(proposal.fact.object) == [claim_of(proposal, acceptance, claim)]
    again.close()


def test_obligation_is_no_object_until_its_proposal_stands(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    subject = ObjectId(proposal.fact.id)
    ledger.commit(Commit(append=[proposal]))
    assert ledger.object(subject) is None
    ledger.commit(Commit(objects=[obligation(proposal)]))
    assert ledger.object(subject) == obligation(proposal)


def test_removed_objects_are_gone_and_may_come_again(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal, profile = a.propose(b), b.profile(en="Pearl")
    acceptance = b.accept(proposal)
    claim = b.claim(acceptance, 1, "2026-02-01")
    commit = applied(proposal, acceptance, claim)
    commit.objects.append(profile)
    ledger.commit(commit)
    ids = [ObjectId(proposal.fact.id), ObjectId(claim.fact.id), natural_id("profile", b.member)]
    ledger.commit(Commit(removed=ids))
    assert [ledger.object(subject) for subject in ids] == [None, None, None]
    assert ledger.open_minor(b.member, a.member, "HKD") == 0
    ledger.commit(Commit(objects=commit.objects))
    assert [ledger.object(item.id) for item in commit.objects] == commit.objects  # type: ignore[attr-defined]  # objects of the book


def test_open_sums_are_between_two_members_in_one_currency(ledger: Ledger) -> None:
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    one, two, other = a.propose(b, 700), a.propose(b, 50), a.propose(c, 9)
    dollars = a.propose(b, 3, currency="USD")
    accepted = [b.accept(one), b.accept(two), c.accept(other), b.accept(dollars)]
    paid = a.receipt(accepted[0], 200, "2026-02-01")
    ledger.commit(applied(one, two, other, dollars, *accepted, paid))
    assert ledger.open_minor(b.member, a.member, "HKD") == 550
    assert ledger.open_minor(b.member, a.member, "USD") == 3
    assert ledger.open_minor(a.member, b.member, "HKD") == 0


def test_proposals_to_answer_are_those_of_the_other_party_that_stand(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    waiting, standing_one, answered = a.propose(b), a.propose(b), a.propose(b)
    ledger.commit(applied(standing_one, answered, b.accept(answered)))
    ledger.commit(Commit(append=[waiting]))
    assert ledger.to_answer(b.member) == [ObjectId(standing_one.fact.id)]
    assert ledger.to_answer(a.member) == []

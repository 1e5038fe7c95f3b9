"""What records make of objects, and what must hold whatever they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.book.records import (
    BUYER,
    OTHER,
    PROPOSAL,
    RULES,
    SELLER,
    about,
    claim_fact,
    entry_id,
    fact,
    obligation,
    payment_body,
    placed,
    record,
    terms_body,
)  # fmt: skip

from cohong.book.disputes import Dispute
from cohong.book.fold import apply, fold_all, object_of, version_moved
from cohong.book.objects import (
    BookObject,
    Claim,
    Endorsement,
    Limit,
    Obligation,
    ObligationState,
    Profile,
    Subject,
    natural_id,
)  # fmt: skip
from cohong.book.question import Question
from cohong.book.rules import reason_against
from cohong.book.transitions import MOVERS, STEPS
from cohong.primitives.encoding import Value, encode
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    DISPUTE_OPEN,
    ENDORSE_SET,
    LIMIT_SET,
    PROFILE_SET,
)  # fmt: skip
from cohong.primitives.standing import Record

PROFILE: dict[str, Value] = {"kind": "firm", "name": {"zh_hant": "甲", "en": "A"}, "place": "HK", "identifiers": {}}
LIMIT: dict[str, Value] = {
    "counterparty": BUYER, "side": "creditor", "currency": "HKD", "amount": 7, "terms_days": 30,
    "until": "2026-01-01", "auto_accept": True,
}  # fmt: skip


def made_of(item: Record, current: BookObject | None = None) -> BookObject | None:
    """Return what a record makes of the version that it is about, or of nothing."""
    version = current if isinstance(current, Subject) else None
    made = apply(Question(item, (), version), current)
    assert len(made) <= 1, "none of these kinds makes two objects"
    return next(iter(made), None)


def propose(proposer: MemberId = SELLER, **changes: Value) -> Obligation:
    made = made_of(placed(record(CREDIT_PROPOSE, proposer, terms_body(**changes), number=1)))
    assert isinstance(made, Obligation)
    return made


def step(version: Obligation, kind: str, author: MemberId, body: dict[str, Value], number: int) -> Obligation:
    item = record(kind, author, {**body, "names": [version.version]}, number=number)
    moved = made_of(placed(item, version), version)
    assert isinstance(moved, Obligation)
    return moved


def test_a_proposal_opens_an_obligation_with_its_terms() -> None:
    made = propose(description="tea", evidence=[bytes(32)])
    assert made == replace(
        obligation(ObligationState.PROPOSED), terms=replace(made.terms, description="tea", evidence=(bytes(32),))
    )
    assert (made.outstanding_minor, made.settled_on, made.controller) == (500, None, BUYER)


def test_an_invoice_is_accepted_and_paid_in_two_parts() -> None:
    active = step(propose(), CREDIT_ACCEPT, BUYER, {}, 2)
    assert (active.state, active.version, active.controller) == (ObligationState.ACTIVE, entry_id(2), SELLER)
    partly = step(active, CREDIT_RECEIPT, SELLER, payment_body(200, value_date="2025-10-05"), 3)
    assert (partly.state, partly.outstanding_minor, partly.settled_on) == (ObligationState.ACTIVE, 300, None)
    settled = step(partly, CREDIT_RECEIPT, SELLER, payment_body(300, value_date="2025-10-02"), 4)
    assert (settled.state, settled.outstanding_minor) == (ObligationState.SETTLED, 0)
    assert settled.settled_on == "2025-10-05", "the latest value date, in whatever order they were receipted"
    assert settled.digest_state() == ["settled", SELLER, 500, "2025-10-05", None, 0, 0, None, None, 0, None]


def _trade() -> tuple[list[Record], Obligation, Claim, Profile]:
    """Return the records of an invoice, claimed and paid in part, and of two names, with what becomes of them."""
    proposal = placed(record(CREDIT_PROPOSE, SELLER, terms_body(), number=1))
    active = step(propose(), CREDIT_ACCEPT, BUYER, {}, 2)
    claimed = placed(record(CREDIT_CLAIM, BUYER, payment_body(500), number=7), active)
    receipt = record(CREDIT_RECEIPT, SELLER, {**payment_body(200), "names": [active.version]}, number=3)
    accept = record(CREDIT_ACCEPT, BUYER, {"names": [PROPOSAL]}, number=2)
    names = [placed(record(PROFILE_SET, SELLER, PROFILE, number=number)) for number in (5, 6)]
    paid, made, name = made_of(placed(receipt, active), active), made_of(claimed, active), made_of(names[1])
    assert isinstance(paid, Obligation) and isinstance(made, Claim) and isinstance(name, Profile)
    return [proposal, placed(accept, propose()), placed(receipt, active), claimed, *names], paid, made, name


@given(st.permutations(range(6)))
def test_a_book_is_folded_alike_in_any_order(order: list[int]) -> None:
    records, paid, made, name = _trade()
    assert fold_all(records[place] for place in order) == {paid.id: paid, made.id: made, name.id: name}


def test_a_declined_proposal_ends() -> None:
    assert step(propose(), CREDIT_DECLINE, BUYER, {"reason": ""}, 2).state is ObligationState.DECLINED


def test_a_claim_is_an_object_of_its_own_and_moves_nothing() -> None:
    active = obligation()
    item = placed(record(CREDIT_CLAIM, BUYER, payment_body(100)), active)
    assert made_of(item, active) == Claim(
        ObjectId(item.fact.id), item.fact.id, active.id, BUYER, 100, "2025-10-09", "", ""
    )
    assert item.fact.moves is None


def test_the_latest_word_of_a_feed_counts_whichever_comes_first() -> None:
    said: dict[str, Value] = {"member": BUYER, "score": 1, "comment": "ok"}
    for kind, body in (
        (PROFILE_SET, PROFILE), (LIMIT_SET, LIMIT), (ENDORSE_SET, said),
    ):  # fmt: skip
        old, new = (placed(record(kind, SELLER, body, number=number)) for number in (5, 6))
        first, second = made_of(old), made_of(new)
        assert isinstance(first, Profile | Limit | Endorsement) and isinstance(second, Profile | Limit | Endorsement)
        assert first.id == second.id and first.seq < second.seq
        assert made_of(new, first) == second
        assert made_of(old, second) is None


def test_what_was_said_is_kept_field_by_field() -> None:
    profile = made_of(placed(record(PROFILE_SET, SELLER, PROFILE, number=3)))
    assert profile == Profile(
        natural_id("profile", SELLER), entry_id(3), SELLER, 3, "firm", (("en", "A"), ("zh_hant", "甲")), "HK", ()
    )
    limit = made_of(placed(record(LIMIT_SET, SELLER, LIMIT, number=3)))
    assert limit == Limit(
        natural_id("limit", SELLER, BUYER, "creditor", "HKD"), entry_id(3), SELLER, 3, BUYER, "creditor", "HKD", 7,
        30, "2026-01-01", True,
    )  # fmt: skip
    said: dict[str, Value] = {"member": BUYER, "score": -2, "comment": "c"}
    endorsement = made_of(placed(record(ENDORSE_SET, SELLER, said, number=3)))
    assert endorsement == Endorsement(natural_id("endorse", SELLER, BUYER), entry_id(3), SELLER, 3, BUYER, -2, "c")
    assert [item.digest_state() for item in (profile, limit, endorsement)] == [[SELLER, 3]] * 3


def test_a_limit_is_named_by_all_that_it_is_about() -> None:
    keys = [
        (SELLER, BUYER, "debtor", "HKD"), (SELLER, BUYER, "creditor", "HKD"), (SELLER, BUYER, "debtor", "CNY"),
        (SELLER, OTHER, "debtor", "HKD"), (BUYER, SELLER, "debtor", "HKD"),
    ]  # fmt: skip
    assert len({natural_id("limit", *key) for key in keys}) == len(keys)


def test_a_step_is_about_the_object_of_what_it_names_first() -> None:
    for kind in sorted(STEPS):
        assert object_of(fact(kind, SELLER), {}, [claim_fact(entry_id(7))]) == ObjectId(entry_id(7))
        assert object_of(fact(kind, SELLER), {}, []) is None


def test_only_movers_move_and_what_they_move_is_named_first() -> None:
    named = [fact(CREDIT_ACCEPT, BUYER, 2), claim_fact()]
    for kind in (*STEPS, CREDIT_PROPOSE, PROFILE_SET):
        assert version_moved(fact(kind, SELLER), named) == (entry_id(2) if kind in MOVERS else None)
        assert version_moved(fact(kind, SELLER), []) is None


TRIED = st.tuples(
    st.sampled_from([CREDIT_ACCEPT, CREDIT_DECLINE, CREDIT_CLAIM, CREDIT_RECEIPT]),
    st.sampled_from([SELLER, BUYER, OTHER]),
    st.integers(1, 400),
    st.sampled_from(["2025-09-30", "2025-10-09", "2025-10-10"]),
)


@given(st.sampled_from([SELLER, BUYER]), st.lists(TRIED, max_size=12))
def test_whatever_is_tried_the_sums_hold_and_each_version_names_the_one_before(
    proposer: MemberId, steps: list[tuple[str, MemberId, int, str]]
) -> None:
    version, versions = propose(proposer), [propose(proposer)]
    for number, (kind, author, amount, day) in enumerate(steps, start=2):
        body: dict[str, Value] = {"names": [version.version]}
        if kind == CREDIT_DECLINE:
            body["reason"] = ""
        elif kind != CREDIT_ACCEPT:
            body |= {"amount": amount, "value_date": day, "method": "", "reference": ""}
        item = placed(record(kind, author, body, number=number), version)
        if reason_against(about(item, version), RULES) is not None:
            continue
        made = made_of(item, version)
        if isinstance(made, Obligation):
            assert item.fact.moves == version.version and author == version.controller
            assert made.version == item.fact.id
            version = made
            versions.append(version)
        assert version.terms.amount_minor == version.received_minor + version.outstanding_minor == 500
        assert version.received_minor >= 0 and version.outstanding_minor >= 0
        assert (version.state is ObligationState.SETTLED) == (version.outstanding_minor == 0)
    assert len({item.version for item in versions}) == len(versions)
    assert all(item.terms == versions[0].terms and item.id == versions[0].id for item in versions)
    encode(version.digest_state())


def test_a_record_out_of_form_never_gets_as_far_as_the_fold() -> None:
    with pytest.raises(AssertionError):
        made_of(Record(fact(CREDIT_PROPOSE, SELLER), None))
    item = record(CREDIT_RECEIPT, SELLER, payment_body(501))
    with pytest.raises(AssertionError):
        made_of(item, obligation())
    assert reason_against(Question(item, (), None), RULES) is not None


@given(st.permutations(range(3)))
def test_what_was_said_before_may_be_objected_to_whatever_has_been_said_since(order: list[int]) -> None:
    bodies: list[dict[str, Value]] = [{"member": BUYER, "score": score, "comment": ""} for score in (1, 2)]
    old, new = (
        placed(record(ENDORSE_SET, SELLER, body, number=number)) for number, body in zip((5, 6), bodies, strict=True)
    )
    objection = record(DISPUTE_OPEN, BUYER, {"names": [old.fact.id], "says": "no", "evidence": []}, number=7)
    records = [old, new, Record(replace(objection.fact, object=ObjectId(objection.fact.id)), objection.body)]
    made = fold_all(records[place] for place in order)
    dispute = made[ObjectId(objection.fact.id)]
    assert isinstance(dispute, Dispute)
    assert dispute.about_version == old.fact.id

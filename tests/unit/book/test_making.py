"""What each step makes of an obligation: sums, states, holders, parts, and what an objection is made of."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.book.records import BUYER, OTHER, PROPOSAL, SELLER, entry_id, fact, record
from tests.unit.book.test_dispute_rules import CORRECTION, DISPUTE, SAID
from tests.unit.book.test_obligation_rules import BODIES, HEADS, S, owed, part

from cohong.book.disputes import Correction, CorrectionState, Dispute, DisputeState
from cohong.book.fold import apply
from cohong.book.making import word_id
from cohong.book.objects import BookObject, MovedObject, Obligation, ObligationState, Offer, Revision, Subject
from cohong.book.question import Question
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import (
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CORRECT_PROPOSE,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_DEFAULT,
    CREDIT_NOTICE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
    OFFER_BUY,
    OFFER_SELL,
)
from cohong.primitives.standing import Record

DAY = "2025-10-09"


def made(
    kind: str, version: Subject, *, consent: Record | None = None, author: MemberId = SELLER, **changes: Any
) -> list[BookObject]:
    """Return what a record makes; it has the number 100."""
    body = {**BODIES.get(kind, {}), "names": [version.version], **changes}
    item = record(kind, SELLER, body)
    item = Record(replace(item.fact, author=author, object=version.id), item.body)
    return apply(Question(item, (), version, consent), None)


def step(kind: str, version: Obligation, **changes: Any) -> Obligation:
    (moved,) = made(kind, version, **changes)
    assert isinstance(moved, Obligation)
    assert moved.version == entry_id(100) and moved.id == version.id and moved.terms == version.terms
    return moved


def bought(amount: int, *, recourse: bool = False) -> Record:
    """Return OTHER's offer to buy so much; it has the number 60."""
    body: dict[str, Any] = {"amount": amount, "price": 1, "recourse": recourse, "valid_until": DAY}
    said = record(OFFER_BUY, OTHER, {**body, "names": [entry_id(2)]}, number=60)
    return Record(replace(said.fact, object=ObjectId(PROPOSAL)), said.body)


@pytest.mark.parametrize(
    ("state", "kind", "amount", "next_state"),
    [
        (S.ACTIVE, CREDIT_RECEIPT, 499, S.ACTIVE), (S.ACTIVE, CREDIT_RECEIPT, 500, S.SETTLED),
        (S.DEFAULTED, CREDIT_RECEIPT, 499, S.DEFAULTED), (S.DEFAULTED, CREDIT_RECEIPT, 500, S.CURED),
        (S.ACTIVE, CREDIT_WRITE_OFF, 499, S.ACTIVE), (S.ACTIVE, CREDIT_WRITE_OFF, 500, S.WRITTEN_OFF),
        (S.DEFAULTED, CREDIT_WRITE_OFF, 499, S.DEFAULTED), (S.DEFAULTED, CREDIT_WRITE_OFF, 500, S.WRITTEN_OFF),
        (S.WRITTEN_OFF, CREDIT_RECOVER, 1, S.RECOVERED), (S.WRITTEN_OFF, CREDIT_RECOVER, 500, S.RECOVERED),
        (S.RECOVERED, CREDIT_RECOVER, 1, S.RECOVERED), (S.SETTLED, CREDIT_RECOVER, 100, S.SETTLED),
        (S.CURED, CREDIT_RECOVER, 100, S.CURED),
    ],
)  # fmt: skip
def test_the_state_changes_when_nothing_is_left(
    state: ObligationState, kind: str, amount: int, next_state: ObligationState
) -> None:
    before = owed(state)
    after = step(kind, before, amount=amount)
    assert after.state is next_state
    assert after.outstanding_minor == before.outstanding_minor - (0 if kind == CREDIT_RECOVER else amount)
    assert after.amount_minor == after.cleared_minor + after.outstanding_minor == 500


def test_what_comes_back_was_received_and_is_given_up_no_more() -> None:
    after = step(CREDIT_RECOVER, owed(S.WRITTEN_OFF), amount=200, value_date="2025-10-05")
    assert (after.received_minor, after.written_off_minor, after.last_received_on) == (200, 300, "2025-10-05")
    assert after.settled_on is None


def test_a_notice_is_kept_until_the_terms_are_others() -> None:
    noticed = step(CREDIT_NOTICE, owed())
    assert noticed == replace(owed(), version=entry_id(100), notice=entry_id(100))
    assert step(CREDIT_RECEIPT, noticed, amount=1).notice == entry_id(100)
    changed = step(CREDIT_RESTRUCTURE, noticed, amount=400, due="2025-12-01")
    assert (changed.notice, changed.revision) == (None, Revision(400, "2025-12-01"))
    assert (changed.amount_minor, changed.due, changed.outstanding_minor) == (400, "2025-12-01", 400)


def test_a_default_changes_the_state_and_nothing_else() -> None:
    assert step(CREDIT_DEFAULT, owed(), **HEADS) == replace(owed(S.DEFAULTED), version=entry_id(100))


@pytest.mark.parametrize("recourse", [False, True])
@pytest.mark.parametrize("state", [S.ACTIVE, S.DEFAULTED])
def test_all_that_is_outstanding_goes_to_the_buyer(recourse: bool, state: ObligationState) -> None:
    before = owed(state, received_minor=100)
    objects = made(CREDIT_ASSIGN, before, consent=bought(400, recourse=recourse))
    sold_by = SELLER if recourse else None
    assert objects == [replace(before, version=entry_id(100), holder=OTHER, recourse_to=sold_by)]


@pytest.mark.parametrize("recourse", [False, True])
@pytest.mark.parametrize("state", [S.ACTIVE, S.DEFAULTED])
def test_a_part_begins_without_history_and_the_rest_stays(recourse: bool, state: ObligationState) -> None:
    before = owed(state, received_minor=100, notice=entry_id(9), revision=Revision(450, "2025-12-01"))
    rest, sold = made(CREDIT_ASSIGN, before, consent=bought(349, recourse=recourse))
    assert rest == replace(before, version=entry_id(100), assigned_minor=349)
    assert isinstance(rest, Obligation)
    assert rest.outstanding_minor == 1
    assert sold == Obligation(
        ObjectId(entry_id(60)), entry_id(60), replace(before.terms, amount_minor=349, due="2025-12-01"), SELLER, OTHER,
        state, recourse_to=SELLER if recourse else None, part_of=before.id, named_by=(entry_id(60), entry_id(100)),
    )  # fmt: skip


def test_a_part_is_called_by_one_name_once_it_has_been_moved() -> None:
    version, _ = part()
    assert step(CREDIT_RECEIPT, version, amount=1).named_by == ()


def test_the_parts_of_a_part_add_up_to_it() -> None:
    version, _ = part()
    rest, sold = made(CREDIT_ASSIGN, version, consent=bought(150))
    assert isinstance(rest, Obligation) and isinstance(sold, Obligation)
    assert (rest.assigned_minor, rest.outstanding_minor, sold.outstanding_minor) == (150, 50, 150)
    assert sold.part_of == version.id


def test_offers_and_words_leave_the_version_as_it_is() -> None:
    version = owed()
    for kind, side in ((OFFER_SELL, "sell"), (OFFER_BUY, "buy")):
        (said,) = made(kind, version, author=OTHER)
        assert said == Offer(
            word_id(fact(kind, OTHER)), entry_id(100), version.id, version.version, OTHER, side, 500, 400, False, DAY
        )  # fmt: skip
    assert made(CREDIT_AGREE, version) == made(DISPUTE_ANSWER, DISPUTE, says="no") == []


def test_an_offer_to_buy_is_not_called_as_the_part_that_it_buys() -> None:
    offer = fact(OFFER_BUY, OTHER, 60)
    assert word_id(offer) != ObjectId(offer.id)
    assert word_id(fact(OFFER_SELL, OTHER, 60)) == ObjectId(offer.id)


@pytest.mark.parametrize("about", [owed(), SAID])
def test_an_objection_keeps_what_it_is_about_and_whom_that_concerned(about: Subject) -> None:
    parties = tuple(sorted((SELLER, BUYER)))
    (dispute,) = made(DISPUTE_OPEN, about, author=BUYER, says="No.", evidence=[bytes(32)])
    assert dispute == Dispute(
        ObjectId(entry_id(100)), entry_id(100), about.id, about.version, BUYER, parties, "No.", (bytes(32),)
    )  # fmt: skip
    (correction,) = made(CORRECT_PROPOSE, about, author=BUYER, says="No.", evidence=[], asked=SELLER)
    assert isinstance(correction, Correction)
    assert (correction.about, correction.asked, correction.state) == (about.id, SELLER, CorrectionState.PROPOSED)
    assert correction.controller == SELLER


@pytest.mark.parametrize(
    ("kind", "version", "expected"),
    [
        (DISPUTE_CLOSE, DISPUTE, replace(DISPUTE, state=DisputeState.CLOSED, outcome="withdrawn")),
        (CORRECT_ACCEPT, CORRECTION, replace(CORRECTION, state=CorrectionState.ACCEPTED)),
        (CORRECT_DECLINE, CORRECTION, replace(CORRECTION, state=CorrectionState.DECLINED)),
    ],
)  # fmt: skip
def test_an_objection_ends(kind: str, version: MovedObject, expected: MovedObject) -> None:
    assert made(kind, version, outcome="withdrawn", says="", reason="") == [replace(expected, version=entry_id(100))]


def test_more_than_is_outstanding_never_gets_as_far_as_this() -> None:
    with pytest.raises(AssertionError):
        made(CREDIT_WRITE_OFF, owed(), amount=501)
    with pytest.raises(KeyError):
        made(CREDIT_RECEIPT, owed(S.SETTLED), amount=1)

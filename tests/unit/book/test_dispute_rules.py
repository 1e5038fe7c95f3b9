"""Objections and what is answered to them: whom something concerns, who may say what, and in which state."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.book.records import BUYER, OTHER, PROPOSAL, RULES, SELLER, entry_id, fact, obligation, record

from cohong.book.dispute_rules import concerned
from cohong.book.disputes import Correction, CorrectionState, Dispute, DisputeState
from cohong.book.objects import Endorsement, ObligationState, Subject
from cohong.book.question import Question, Rules
from cohong.book.reasons import NoReason
from cohong.book.rules import reason_against
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import (
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CORRECT_PROPOSE,
    CREDIT_ACCEPT,
    CREDIT_ASSIGN,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
    OFFER_BUY,
)
from cohong.primitives.standing import EntryFact

THIRD = OTHER
SOLD = replace(obligation(), holder=THIRD)
SAID = Endorsement(ObjectId(entry_id(5)), entry_id(5), SELLER, 0, BUYER, 3, "")
DISPUTE = Dispute(
    ObjectId(entry_id(40)), entry_id(40), SOLD.id, SOLD.version, BUYER, concerned(SOLD), "Not delivered.", ()
)  # fmt: skip
CORRECTION = Correction(
    ObjectId(entry_id(41)), entry_id(41), SOLD.id, SOLD.version, BUYER, THIRD, "Wrong due day.", (), 0
)  # fmt: skip
BODIES: dict[str, dict[str, Any]] = {
    DISPUTE_OPEN: {"says": "No.", "evidence": []}, CORRECT_PROPOSE: {"says": "No.", "evidence": [], "asked": SELLER},
    DISPUTE_ANSWER: {"says": "It was."}, DISPUTE_CLOSE: {"outcome": "resolved", "says": ""},
    CORRECT_ACCEPT: {}, CORRECT_DECLINE: {"reason": ""},
}  # fmt: skip


def ask(
    kind: str, author: MemberId, about: Subject | None, *, named: tuple[EntryFact, ...] | None = None,
    rules: Rules = RULES, **changes: Any,
) -> NoReason | None:  # fmt: skip
    if named is None:
        named = (replace(fact(CREDIT_ACCEPT, BUYER, 2), id=about.version),) if about is not None else ()
    body = BODIES[kind] | {"names": [item.id for item in named]} | changes
    return reason_against(Question(record(kind, author, body), named, about), rules)


def by_each(kind: str, about: Subject, **changes: Any) -> list[NoReason | None]:
    """Return what there is against the seller, the buyer and the third firm as authors."""
    return [ask(kind, author, about, **changes) for author in (SELLER, BUYER, THIRD)]


def test_an_obligation_concerns_debtor_creditor_and_holder_once_it_was_accepted() -> None:
    assert concerned(SOLD) == tuple(sorted((SELLER, BUYER, THIRD)))
    assert concerned(obligation()) == tuple(sorted((SELLER, BUYER)))
    for state in (ObligationState.PROPOSED, ObligationState.DECLINED):
        assert concerned(obligation(state)) == ()
    assert concerned(SAID) == tuple(sorted((SELLER, BUYER)))
    assert concerned(DISPUTE) == concerned(CORRECTION) == ()


@pytest.mark.parametrize("kind", [DISPUTE_OPEN, CORRECT_PROPOSE])
def test_whom_it_concerns_may_object_and_nobody_else(kind: str) -> None:
    asked: dict[str, Any] = {"asked": BUYER} if kind == CORRECT_PROPOSE else {}
    assert ask(kind, SELLER, SOLD, **asked) is None
    assert ask(kind, THIRD, SOLD, **asked) is None
    assert ask(kind, THIRD, obligation(), **asked) is NoReason.NOT_A_PARTY


@pytest.mark.parametrize("kind", [DISPUTE_OPEN, CORRECT_PROPOSE])
def test_what_was_never_owed_cannot_be_objected_to_and_an_objection_neither(kind: str) -> None:
    for state in (ObligationState.PROPOSED, ObligationState.DECLINED):
        assert ask(kind, BUYER, obligation(state)) is NoReason.WRONG_STATE
    for about in (DISPUTE, CORRECTION, None):
        assert ask(kind, BUYER, about) is NoReason.WRONG_NAMES


@pytest.mark.parametrize("kind", [DISPUTE_OPEN, CORRECT_PROPOSE])
def test_only_who_was_endorsed_objects_to_that(kind: str) -> None:
    asked: dict[str, Any] = {"asked": SELLER} if kind == CORRECT_PROPOSE else {}
    assert by_each(kind, SAID, **asked) == [NoReason.SAME_PARTY, None, NoReason.NOT_A_PARTY]
    taken_over = replace(RULES, replaced={SELLER: BUYER})
    assert ask(kind, BUYER, SAID, rules=taken_over) is NoReason.SAME_PARTY


@pytest.mark.parametrize("kind", [DISPUTE_OPEN, CORRECT_PROPOSE])
def test_an_objection_names_one_version_and_nothing_else(kind: str) -> None:
    offer, sale = fact(OFFER_BUY, THIRD, 30), fact(CREDIT_ASSIGN, SELLER, 31)
    accepted = fact(CREDIT_ACCEPT, BUYER, 2)
    assert ask(kind, BUYER, SOLD, named=(accepted, sale)) is NoReason.WRONG_NAMES
    assert ask(kind, BUYER, SOLD, named=(offer, sale)) is None
    assert ask(kind, BUYER, SOLD, named=(offer, sale, accepted)) is NoReason.WRONG_NAMES


def test_a_correction_is_asked_of_another_whom_it_concerns() -> None:
    assert [ask(CORRECT_PROPOSE, BUYER, SOLD, asked=key) for key in (SELLER, THIRD)] == [None, None]
    assert ask(CORRECT_PROPOSE, BUYER, SOLD, asked=BUYER) is NoReason.SAME_PARTY
    assert ask(CORRECT_PROPOSE, BUYER, obligation(), asked=THIRD) is NoReason.NOT_A_PARTY
    taken_over = replace(RULES, replaced={SELLER: BUYER})
    assert ask(CORRECT_PROPOSE, BUYER, SOLD, asked=SELLER, rules=taken_over) is NoReason.SAME_PARTY


def test_all_others_answer_a_dispute_and_its_opener_closes_it() -> None:
    assert by_each(DISPUTE_ANSWER, DISPUTE) == [None, NoReason.NOT_A_PARTY, None]
    assert by_each(DISPUTE_CLOSE, DISPUTE) == [NoReason.NOT_CONTROLLER, None, NoReason.NOT_CONTROLLER]


@pytest.mark.parametrize("kind", [CORRECT_ACCEPT, CORRECT_DECLINE])
def test_who_was_asked_for_a_correction_says_yes_or_no(kind: str) -> None:
    assert by_each(kind, CORRECTION) == [NoReason.NOT_CONTROLLER, NoReason.NOT_CONTROLLER, None]


@pytest.mark.parametrize("kind", [DISPUTE_ANSWER, DISPUTE_CLOSE, CORRECT_ACCEPT, CORRECT_DECLINE])
def test_an_answer_names_the_one_objection_that_it_is_to(kind: str) -> None:
    is_dispute = kind in (DISPUTE_ANSWER, DISPUTE_CLOSE)
    right, wrong = (DISPUTE, CORRECTION) if is_dispute else (CORRECTION, DISPUTE)
    author = BUYER if kind == DISPUTE_CLOSE else THIRD
    opened = replace(fact(DISPUTE_OPEN, BUYER, 40), id=right.version)
    assert ask(kind, author, right, named=(opened,)) is None
    for about, named in (
        (wrong, (opened,)), (SOLD, (opened,)), (None, (opened,)), (right, (opened, fact(DISPUTE_ANSWER, THIRD, 42))),
    ):  # fmt: skip
        assert ask(kind, author, about, named=named) is NoReason.WRONG_NAMES


def test_what_is_missing_from_the_table_is_refused() -> None:
    table = {
        (DisputeState.OPEN, DISPUTE_ANSWER), (DisputeState.OPEN, DISPUTE_CLOSE),
        (CorrectionState.PROPOSED, CORRECT_ACCEPT), (CorrectionState.PROPOSED, CORRECT_DECLINE),
    }  # fmt: skip
    objections = (DisputeState, CorrectionState)
    assert {pair for pair in TRANSITIONS if isinstance(pair[0], objections)} == table
    closed = replace(DISPUTE, state=DisputeState.CLOSED)
    assert ask(DISPUTE_ANSWER, THIRD, closed) is NoReason.WRONG_STATE
    assert ask(DISPUTE_CLOSE, BUYER, closed) is NoReason.WRONG_STATE
    for state in (CorrectionState.ACCEPTED, CorrectionState.DECLINED):
        for kind in (CORRECT_ACCEPT, CORRECT_DECLINE):
            assert ask(kind, THIRD, replace(CORRECTION, state=state)) is NoReason.WRONG_STATE


def test_who_comes_in_the_place_of_another_answers_and_closes() -> None:
    rules = replace(RULES, members=RULES.members | {MemberId(PROPOSAL)}, replaced={BUYER: MemberId(PROPOSAL)})
    assert ask(DISPUTE_CLOSE, MemberId(PROPOSAL), DISPUTE, rules=rules) is None
    assert ask(DISPUTE_ANSWER, MemberId(PROPOSAL), DISPUTE, rules=rules) is NoReason.NOT_A_PARTY

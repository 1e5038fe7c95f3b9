"""Every rule at its edge; what is missing from the table of transitions is refused."""

from typing import Any

import pytest
from tests.simulation.feeds import START_MS
from tests.unit.book.records import (
    BUYER,
    OTHER,
    RULES,
    SELLER,
    STRANGER,
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
from tests.unit.book.test_bodies import BODIES

from cohong.book.objects import Obligation, ObligationState
from cohong.book.question import Question, Rules
from cohong.book.reasons import NoReason
from cohong.book.rules import is_known, reason_against
from cohong.book.transitions import ABOUT_VERSION, level_needed
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import (
    BALLOT,
    CREDIT_ACCEPT,
    CREDIT_ASSIGN,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_DEFAULT,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_SUBROGATE,
    ENDORSE_SET,
    GUARANTEE_PAY,
    LIMIT_SET,
    NETTING_APPLY,
    POOL_DRAW,
    PROFILE_SET,
)  # fmt: skip
from cohong.primitives.standing import EntryFact, Level, Record

ACTIVE, DECLINED, PROPOSED, SETTLED = (
    ObligationState.ACTIVE, ObligationState.DECLINED, ObligationState.PROPOSED, ObligationState.SETTLED,
)  # fmt: skip
DAY_MS = 86_400_000
ONCE = {CREDIT_ASSIGN, CREDIT_SUBROGATE, CREDIT_DEFAULT, GUARANTEE_PAY, POOL_DRAW, NETTING_APPLY}


def of_new(kind: str, author: MemberId, body: dict[str, Value], rules: Rules = RULES) -> NoReason | None:
    return reason_against(Question(record(kind, author, body), (), None), rules)


def of_step(
    kind: str, author: MemberId, version: Obligation | None, *claims: EntryFact, body: dict[str, Value] | None = None,
    time_ms: int = START_MS,
) -> NoReason | None:  # fmt: skip
    default: dict[str, dict[str, Value]] = {
        CREDIT_ACCEPT: {"names": [entry_id(2)]},
        CREDIT_DECLINE: {"names": [entry_id(2)], "reason": ""},
    }
    chosen = body if body is not None else default.get(kind, payment_body())
    return reason_against(about(record(kind, author, chosen, time_ms=time_ms), version, *claims), RULES)


def test_the_kinds_with_rules_are_known_and_no_others() -> None:
    assert all(map(is_known, (PROFILE_SET, LIMIT_SET, ENDORSE_SET, CREDIT_PROPOSE, *ABOUT_VERSION)))
    assert not any(map(is_known, (BALLOT, "future.kind", "")))


def test_what_must_happen_once_only_has_to_be_final_before_something_builds_on_it() -> None:
    needed = {kind: level_needed(kind) for kind in (CREDIT_PROPOSE, *ABOUT_VERSION)}
    assert {kind for kind, level in needed.items() if level is Level.FINAL} == ONCE
    assert {level for kind, level in needed.items() if kind not in ONCE} == {Level.CONFIRMED}


@pytest.mark.parametrize("proposer", [SELLER, BUYER])
@pytest.mark.parametrize("kind", [CREDIT_ACCEPT, CREDIT_DECLINE])
def test_only_the_party_that_did_not_propose_answers(proposer: MemberId, kind: str) -> None:
    version = obligation(PROPOSED, proposer=proposer)
    answers = BUYER if proposer == SELLER else SELLER
    assert version.controller == answers
    for author in (SELLER, BUYER, OTHER):
        assert of_step(kind, author, version) is (None if author == answers else NoReason.NOT_CONTROLLER)


def test_only_the_holder_receipts_and_only_the_debtor_claims() -> None:
    for author in (SELLER, BUYER, OTHER):
        assert of_step(CREDIT_RECEIPT, author, obligation()) is (None if author == SELLER else NoReason.NOT_CONTROLLER)
        assert of_step(CREDIT_CLAIM, author, obligation()) is (None if author == BUYER else NoReason.NOT_DEBTOR)


@pytest.mark.parametrize(("kind", "author"), [(CREDIT_RECEIPT, SELLER), (CREDIT_CLAIM, BUYER)])
def test_a_payment_up_to_the_outstanding_amount_is_approved(kind: str, author: MemberId) -> None:
    version = obligation(received=400)
    assert of_step(kind, author, version, body=payment_body(100)) is None
    assert of_step(kind, author, version, body=payment_body(101)) is NoReason.EXCEEDS_OUTSTANDING


@pytest.mark.parametrize(("kind", "author"), [(CREDIT_RECEIPT, SELLER), (CREDIT_CLAIM, BUYER)])
def test_a_value_date_may_be_today_anywhere_on_earth(kind: str, author: MemberId) -> None:
    # 2025-10-09 08:53 UTC is 22:53 of the same day at UTC+14; 70 minutes later it is tomorrow there.
    tomorrow = payment_body(1, value_date="2025-10-10")
    assert of_step(kind, author, obligation(), body=payment_body(1, value_date="2025-10-09")) is None
    assert of_step(kind, author, obligation(), body=tomorrow) is NoReason.IN_FUTURE
    assert of_step(kind, author, obligation(), body=tomorrow, time_ms=START_MS + 70 * 60_000) is None


def test_a_value_date_at_the_end_of_time_is_judged_and_not_stumbled_over() -> None:
    body = payment_body(1, value_date="2199-12-31")
    assert of_step(CREDIT_RECEIPT, SELLER, obligation(), body=body, time_ms=253_402_300_799_999) is None


def test_a_proposal_is_accepted_up_to_its_last_day() -> None:
    version = obligation(PROPOSED, valid_until="2025-10-09")
    last_ms = START_MS // DAY_MS * DAY_MS + DAY_MS - 1
    assert of_step(CREDIT_ACCEPT, BUYER, version, time_ms=last_ms) is None
    assert of_step(CREDIT_ACCEPT, BUYER, version, time_ms=last_ms + 1) is NoReason.EXPIRED
    assert of_step(CREDIT_DECLINE, BUYER, version, time_ms=last_ms + 1) is None


def test_a_step_that_names_no_version_of_an_obligation_is_refused() -> None:
    for kind in sorted(ABOUT_VERSION):
        assert of_step(kind, SELLER, None, body=BODIES[kind]) is NoReason.WRONG_NAMES


def test_a_receipt_may_name_one_claim_on_the_same_obligation_and_nothing_else() -> None:
    version = obligation()
    assert of_step(CREDIT_RECEIPT, SELLER, version, claim_fact()) is None
    assert of_step(CREDIT_RECEIPT, SELLER, version, claim_fact(entry_id(7))) is NoReason.WRONG_NAMES
    assert of_step(CREDIT_RECEIPT, SELLER, version, claim_fact(), claim_fact()) is NoReason.WRONG_NAMES
    not_a_claim = fact(CREDIT_RECEIPT, SELLER, 50, subject=version.id)
    assert of_step(CREDIT_RECEIPT, SELLER, version, not_a_claim) is NoReason.WRONG_NAMES


@pytest.mark.parametrize(("kind", "author"), [(CREDIT_CLAIM, BUYER), (CREDIT_ACCEPT, BUYER), (CREDIT_DECLINE, BUYER)])
def test_the_other_steps_name_one_version_alone(kind: str, author: MemberId) -> None:
    version = obligation(ACTIVE if kind == CREDIT_CLAIM else PROPOSED)
    assert of_step(kind, author, version, claim_fact()) is NoReason.WRONG_NAMES


PROFILE: dict[str, Value] = {"kind": "firm", "name": {"en": "Firm"}, "place": "", "identifiers": {}}


def limit(**changes: Value) -> dict[str, Value]:
    fields: dict[str, Value] = {
        "counterparty": OTHER, "side": "debtor", "currency": "HKD", "amount": 1, "terms_days": 0,
        "until": "2026-01-01", "auto_accept": True,
    }  # fmt: skip
    return {**fields, **changes}


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        (PROFILE_SET, PROFILE, None),
        (PROFILE_SET, {**PROFILE, "place": 1}, NoReason.MALFORMED),
        (LIMIT_SET, limit(), None),
        (LIMIT_SET, limit(counterparty=STRANGER), NoReason.NOT_A_MEMBER),
        (LIMIT_SET, limit(counterparty=SELLER), NoReason.SAME_PARTY),
        (ENDORSE_SET, {"member": OTHER, "score": 3, "comment": ""}, None),
        (ENDORSE_SET, {"member": STRANGER, "score": 3, "comment": ""}, NoReason.NOT_A_MEMBER),
        (ENDORSE_SET, {"member": SELLER, "score": 3, "comment": ""}, NoReason.SAME_PARTY),
        (CREDIT_PROPOSE, terms_body(), None),
        (CREDIT_PROPOSE, terms_body(amount=0), NoReason.MALFORMED),
        (CREDIT_PROPOSE, terms_body(debtor=STRANGER), NoReason.NOT_A_MEMBER),
        (CREDIT_PROPOSE, terms_body(creditor=STRANGER), NoReason.NOT_A_MEMBER),
        (CREDIT_PROPOSE, terms_body(debtor=SELLER), NoReason.SAME_PARTY),
        (CREDIT_PROPOSE, terms_body(debtor=SELLER, creditor=BUYER), None),
        (CREDIT_PROPOSE, terms_body(creditor=OTHER), NoReason.NOT_A_PARTY),
        (CREDIT_PROPOSE, terms_body(currency="CNY"), None),
        (CREDIT_PROPOSE, terms_body(currency="EUR"), NoReason.CURRENCY),
        (CREDIT_PROPOSE, terms_body(issued="2025-10-01"), None),
        (CREDIT_PROPOSE, terms_body(issued="2025-10-02"), NoReason.DATES),
        (CREDIT_PROPOSE, terms_body(valid_until="2025-10-09"), None),
        (CREDIT_PROPOSE, terms_body(valid_until="2025-10-08"), NoReason.DATES),
    ],
)
def test_a_record_that_stands_alone_is_judged_by_its_own_fields(
    kind: str, body: dict[str, Value], reason: NoReason | None
) -> None:
    assert of_new(kind, SELLER, body) is reason


def test_a_charter_without_currencies_allows_all() -> None:
    rules = Rules(RULES.members)
    assert of_new(CREDIT_PROPOSE, SELLER, terms_body(currency="EUR"), rules) is None


def test_an_author_that_is_no_member_is_refused() -> None:
    assert of_new(PROFILE_SET, STRANGER, PROFILE) is NoReason.NOT_A_MEMBER


def test_a_record_that_stands_alone_names_nothing() -> None:
    question = Question(record(PROFILE_SET, SELLER, PROFILE), [claim_fact()], None)
    assert reason_against(question, RULES) is NoReason.WRONG_NAMES


def test_a_body_that_cannot_be_read_is_malformed() -> None:
    assert reason_against(Question(Record(fact(PROFILE_SET, SELLER), None), (), None), RULES) is NoReason.MALFORMED


def test_reasons_are_tested_in_one_order() -> None:
    everything_wrong = terms_body(debtor=STRANGER, creditor=STRANGER, currency="EUR", valid_until="2020-01-01")
    assert of_new(CREDIT_PROPOSE, STRANGER, {**everything_wrong, "amount": 0}) is NoReason.MALFORMED
    assert of_new(CREDIT_PROPOSE, OTHER, everything_wrong) is NoReason.NOT_A_MEMBER
    same: dict[str, Any] = {**everything_wrong, "debtor": BUYER, "creditor": BUYER}
    assert of_new(CREDIT_PROPOSE, OTHER, same) is NoReason.SAME_PARTY
    assert of_new(CREDIT_PROPOSE, OTHER, {**same, "creditor": SELLER}) is NoReason.NOT_A_PARTY
    assert of_new(CREDIT_PROPOSE, BUYER, {**same, "creditor": SELLER}) is NoReason.CURRENCY
    settled = obligation(SETTLED, received=500)
    assert of_step(CREDIT_RECEIPT, OTHER, settled, claim_fact(), claim_fact()) is NoReason.WRONG_NAMES
    assert of_step(CREDIT_RECEIPT, OTHER, settled) is NoReason.NOT_CONTROLLER
    assert of_step(CREDIT_RECEIPT, SELLER, settled, body=payment_body(501)) is NoReason.WRONG_STATE
    late = payment_body(501, value_date="2030-01-01")
    assert of_step(CREDIT_RECEIPT, SELLER, obligation(), body=late) is NoReason.EXCEEDS_OUTSTANDING


def test_a_placed_record_gets_the_same_answer() -> None:
    item = placed(record(CREDIT_PROPOSE, SELLER, terms_body(currency="EUR")))
    assert item.fact.object is not None
    assert reason_against(Question(item, (), None), RULES) is NoReason.CURRENCY

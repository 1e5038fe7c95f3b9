"""The tests of the book notice when one of its rules is gone: each is taken out in turn, and a test that holds fails.

A test that never fails proves nothing. What the votes and the blocks have to do with it is taken out in
`tests/simulation/mutants.py`.
"""

import random
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any
from unittest.mock import ANY, patch

import pytest
from tests.unit.book import test_dispute_rules as disputes
from tests.unit.book import test_making as making_tests
from tests.unit.book import test_obligation_rules as rules_tests
from tests.unit.book.drawn_book import written
from tests.unit.book.records import RULES as CHARTER
from tests.unit.book.test_histories import STEPS_MAX

from cohong.book import (
    dispute_rules,
    fold,
    guarantee_rules,
    guarantees,
    making,
    netting_rules,
    obligation_rules,
    rules,
)
from cohong.book.circulation import CirculationFault, fault_of
from cohong.book.objects import Obligation
from cohong.book.reasons import NoReason
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_REVOKE,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    GUARANTEE_PAY,
    POOL_DRAW,
)

HISTORIES = 400


def nothing(*args: Any, **named: Any) -> None:
    """Find nothing wrong."""


def histories() -> None:
    for seed in range(HISTORIES):
        written(random.Random(seed), STEPS_MAX).check()


@cache
def holds(test: Callable[[], None]) -> bool:
    """Return whether a test holds as long as all rules are there."""
    test()
    return True


def keep_the_rest(version: Obligation, offer: Any) -> Obligation:
    """Sell a part, and go on as if all of it were owed to the seller."""
    amount = offer.body["amount"]
    return version if amount < version.outstanding_minor else replace(version, holder=offer.fact.author)


def any_consent(question: Any, obligation: Any) -> Any:
    """Take a consent for any version, up to its last day."""
    agreed = replace(question.consent.fact, object=obligation.id)
    body = {**question.consent.body, "names": [fact.id for fact in question.named[:-1]]}
    return AGAINST_CONSENT(replace(question, consent=replace(question.consent, fact=agreed, body=body)), obligation)


def whatever_was_disputed(question: Any, obligation: Any) -> Any:
    found = question.circumstances
    found = replace(found, is_disputed=False) if found is not None else None
    return AGAINST_CIRCUMSTANCES(replace(question, circumstances=found), obligation)


def without_notice(question: Any, obligation: Any) -> Any:
    found = question.circumstances
    found = replace(found, notice_ms=-(10**15)) if found is not None else None
    return AGAINST_CIRCUMSTANCES(replace(question, circumstances=found), obligation)


def whatever(fault: CirculationFault) -> Callable[..., Any]:
    """Return the check of a result that lets one fault pass."""

    def found(*args: Any) -> Any:
        is_that = (there := FAULT_OF(*args)) is fault
        return None if is_that else there

    return found


def paying(**version: Any) -> Callable[..., Any]:
    """Return the rules of a payment on a guarantee that has other figures."""
    return lambda question, body, charter: AGAINST_PAYMENT(
        replace(question, version=replace(question.version, **version)), body, charter
    )


def more_than_called(question: Any, body: Any, charter: Any) -> Any:
    called = replace(question.consent, body={**question.consent.body, "amount": 10**15})
    return AGAINST_PAYMENT(replace(question, consent=called), body, charter)


FAULT_OF = fault_of
AGAINST_PAYMENT = guarantee_rules.against_guarantors_payment
RELEASED = making.released
DRAW_OF = guarantees.draw_of
AGAINST_CONSENT = obligation_rules._against_consent
AGAINST_CIRCUMSTANCES = obligation_rules._against_circumstances

Place = tuple[Any, Any]
"""A module, a class or a table, and a name or a key in it."""

RULES: dict[str, tuple[Place, Any, Callable[[], None]]] = {
    "who may take a step": (
        (obligation_rules, "_against_author"), nothing,
        lambda: rules_tests.test_the_holder_moves_the_debtor_claims_and_agrees_and_anybody_else_offers(CREDIT_RECEIPT),
    ),
    "a consent is for one version": (
        (obligation_rules, "_against_consent"), any_consent,
        lambda: rules_tests.test_a_consent_is_for_one_version_of_one_obligation(CREDIT_ASSIGN),
    ),
    "a consent ends": (
        (obligation_rules, "_against_consent"), nothing,
        lambda: rules_tests.test_a_consent_is_good_up_to_the_end_of_its_last_day(CREDIT_ASSIGN),
    ),
    "new terms are those agreed to": (
        (obligation_rules._AMOUNT_RULES, CREDIT_RESTRUCTURE), obligation_rules._against_revision,
        lambda: rules_tests.test_new_terms_are_those_that_the_debtor_agreed_to({"amount": 399}),
    ),
    "new terms leave something owed": (
        (obligation_rules._AMOUNT_RULES, CREDIT_AGREE), nothing,
        lambda: rules_tests.test_new_terms_ask_for_no_more_and_leave_something_owed(
            CREDIT_AGREE, 200, "2025-10-01", NoReason.AMOUNT
        ),
    ),
    "no more is received than is owed": ((obligation_rules._AMOUNT_RULES, CREDIT_RECEIPT), nothing, histories),
    "no more is given up than is owed": ((obligation_rules._AMOUNT_RULES, CREDIT_WRITE_OFF), nothing, histories),
    "no more comes back than was given up": ((obligation_rules._AMOUNT_RULES, CREDIT_RECOVER), nothing, histories),
    "an open dispute stops a sale": (
        (obligation_rules, "_against_circumstances"), whatever_was_disputed,
        lambda: rules_tests.test_an_open_dispute_and_a_feed_that_was_not_read_stop_it(CREDIT_ASSIGN),
    ),
    "a default needs a notice": (
        (obligation_rules, "_against_circumstances"), without_notice,
        rules_tests.test_a_default_waits_for_two_weeks_after_the_block_that_has_the_notice,
    ),
    "a default waits": (
        (obligation_rules, "DEFAULT_AFTER_MS"), 0,
        rules_tests.test_a_default_waits_for_sixty_days_past_due_and_grace,
    ),
    "what is sold in parts is owed to the seller no more": ((making, "_transferred"), keep_the_rest, histories),
    "recourse is to the seller": (
        (making, "_transferred"), lambda version, offer: replace(version, holder=offer.fact.author),
        lambda: making_tests.test_all_that_is_outstanding_goes_to_the_buyer(
            recourse=True, state=rules_tests.S.ACTIVE
        ),
    ),
    "only whom it concerns objects": (
        (dispute_rules, "concerned"), lambda subject: tuple(sorted(CHARTER.members)),
        lambda: disputes.test_whom_it_concerns_may_object_and_nobody_else("dispute.open"),
    ),
    "only the opener closes a dispute": (
        (dispute_rules, "_against_move"), nothing,
        disputes.test_all_others_answer_a_dispute_and_its_opener_closes_it,
    ),
    "what is settled takes no receipt": (
        (TRANSITIONS, (rules_tests.S.SETTLED, CREDIT_RECEIPT)), rules_tests.S.SETTLED,
        lambda: rules_tests.test_what_is_missing_from_the_table_is_refused(rules_tests.S.SETTLED, CREDIT_RECEIPT),
    ),
    "of nothing more is set off than is owed": (
        (netting_rules, "fault_of"), whatever(CirculationFault.BOUNDS), histories,
    ),
    "nobody's net position changes": (
        (netting_rules, "fault_of"), whatever(CirculationFault.CONSERVATION), histories,
    ),
    "no more could be set off": ((netting_rules, "fault_of"), whatever(CirculationFault.NOT_OPTIMAL), histories),
    "only its coordinator ends a round": ((netting_rules, "_against_coordinator"), nothing, histories),
    "a result is of what has joined": (
        (netting_rules, "_joined"), lambda question, round_: list(question.others), histories,
    ),
    "a result takes off what it says": (
        (fold, "released"), lambda joined, end: replace(RELEASED(joined, end), set_off_minor=joined.set_off_minor),
        histories,
    ),
    "the end of a round frees what has joined": ((fold.Shelf, "_release"), nothing, histories),
    "a round binds what has joined": ((obligation_rules, "_is_locked"), lambda question: False, histories),
    "only what its debtor has brought joins": ((obligation_rules, "against_joining"), nothing, histories),
    "a demand is for what is in default, by whom it is owed to": (
        (guarantee_rules, "_against_demand"), nothing, histories,
    ),
    "nobody pays beyond its cap": ((rules._ABOUT_VERSION, GUARANTEE_PAY), paying(cap_minor=10**15), histories),
    "no more is paid than was called": ((rules._ABOUT_VERSION, GUARANTEE_PAY), more_than_called, histories),
    "a call is answered once": ((rules._ABOUT_VERSION, GUARANTEE_PAY), paying(answered=()), histories),
    "what is paid uses cover up": (
        (making, "_cover_used"), lambda version, question: replace(version, version=question.record.fact.id), histories,
    ),
    "who has paid takes the place for what it was paid for": (
        (obligation_rules, "against_subrogation"), nothing, histories,
    ),
    "a pool pays by its rule": ((rules._ABOUT_VERSION, POOL_DRAW), nothing, histories),
    "pledges pay in proportion": ((guarantee_rules, "draw_of"), lambda *args: (DRAW_OF(*args)[0], ANY), histories),
    "a fifth of a loss stays with the creditor": ((guarantees, "FIRST_LOSS_FIFTHS"), 0, histories),
    "no debtor takes more than a tenth of a pool": ((guarantees, "CONCENTRATION_TENTHS"), 10, histories),
    "only who was let read has read, in time": ((rules._ABOUT_VERSION, ACCESS_RECEIPT), nothing, histories),
    "only who has given a consent takes it back": ((rules._ABOUT_VERSION, CONSENT_REVOKE), nothing, histories),
    "what was drawn of a pledge is gone": (
        (guarantees.Pool, "left_of"), lambda pool, pledge: pledge.cap_minor, histories,
    ),
}  # fmt: skip


@contextmanager
def taken_out(place: Place, instead: Any) -> Iterator[None]:
    owner, name = place
    is_table = isinstance(owner, MutableMapping)
    with patch.dict(owner, {name: instead}) if is_table else patch.object(owner, name, instead):
        yield


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_that_is_gone_is_missed(rule: str) -> None:
    place, instead, test = RULES[rule]
    assert holds(test)
    with taken_out(place, instead), pytest.raises((AssertionError, KeyError)):
        test()

"""The steps of an obligation at their edges: who, in which state, how much, by whose consent, how early."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from tests.simulation.feeds import START_MS
from tests.unit.book.records import (
    BUYER,
    OTHER,
    PROPOSAL,
    RULES,
    SELLER,
    STRANGER,
    claim_fact,
    entry_id,
    fact,
    obligation,
    payment_body,
    record,
)  # fmt: skip

from cohong.book.objects import Obligation, ObligationState
from cohong.book.obligation_rules import NOTICE_MS, default_from_ms
from cohong.book.question import DAY_MS, Circumstances, Lock, Question, Rules, end_of_day_ms
from cohong.book.reasons import NoReason
from cohong.book.rules import reason_against
from cohong.book.transitions import STEPS, TRANSITIONS
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_REVOKE,
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CREDIT_ACCEPT,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_DEFAULT,
    CREDIT_NOTICE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_SUBROGATE,
    CREDIT_WRITE_OFF,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    GUARANTEE_CALL,
    GUARANTEE_PAY,
    NETTING_ABORT,
    NETTING_AGREE,
    NETTING_APPLY,
    NETTING_JOIN,
    OFFER_BUY,
    OFFER_SELL,
    POOL_CLAIM,
    POOL_DRAW,
)
from cohong.primitives.standing import EntryFact, Record

S = ObligationState
CONSENT = entry_id(60)
NOW_DAY, YESTERDAY, TOMORROW = "2025-10-09", "2025-10-08", "2025-10-10"
HEADS: dict[str, Any] = {"heads": [[BUYER, 7, entry_id(70)]]}
OFFER: dict[str, Any] = {"amount": 500, "price": 400, "recourse": False, "valid_until": NOW_DAY}
AGREED: dict[str, Any] = {"amount": 400, "due": "2025-12-01"}

BODIES: dict[str, dict[str, Any]] = {
    CREDIT_ACCEPT: {}, CREDIT_DECLINE: {"reason": ""}, CREDIT_NOTICE: {"says": "Please pay."},
    CREDIT_CLAIM: payment_body(), CREDIT_RECEIPT: payment_body(), CREDIT_RECOVER: payment_body(),
    CREDIT_WRITE_OFF: {"amount": 100, "reason": ""}, CREDIT_AGREE: {**AGREED, "valid_until": NOW_DAY},
    CREDIT_RESTRUCTURE: AGREED, CREDIT_DEFAULT: HEADS, CREDIT_ASSIGN: HEADS, OFFER_SELL: OFFER, OFFER_BUY: OFFER,
}  # fmt: skip
"""A body of each step that nothing is to be said against, where its author may take it."""

CONSENT_TO = {CREDIT_RESTRUCTURE: CREDIT_AGREE, CREDIT_ASSIGN: OFFER_BUY}
"""The consents that are about the obligation itself, and good up to a day."""

WELL = Circumstances(
    block_ms=end_of_day_ms("2025-10-01") + 60 * DAY_MS, notice_ms=0, is_read=True, is_disputed=False
)  # fmt: skip
"""Circumstances that stop nothing: on the first moment of a default."""

ALLOWED: dict[ObligationState, set[str]] = {
    S.PROPOSED: {"credit.accept", "credit.decline"},
    S.ACTIVE: {
        "credit.claim", "credit.receipt", "credit.agree", "credit.restructure", "credit.notice", "credit.default",
        "credit.write_off", "offer.sell", "offer.buy", "credit.assign", "credit.subrogate", "netting.join",
    },
    S.DEFAULTED: {
        "credit.claim", "credit.receipt", "credit.agree", "credit.restructure", "credit.notice", "credit.write_off",
        "offer.sell", "offer.buy", "credit.assign", "credit.subrogate", "netting.join",
    },
    S.SETTLED: {"credit.recover"}, S.CURED: {"credit.recover"}, S.WRITTEN_OFF: {"credit.recover"},
    S.RECOVERED: {"credit.recover"}, S.DECLINED: set(),
}  # fmt: skip
OF_OTHER_OBJECTS = (
    DISPUTE_ANSWER, DISPUTE_CLOSE, CORRECT_ACCEPT, CORRECT_DECLINE, NETTING_AGREE, NETTING_APPLY, NETTING_ABORT,
    GUARANTEE_CALL, GUARANTEE_PAY, POOL_CLAIM, POOL_DRAW, CONSENT_REVOKE, ACCESS_RECEIPT,
)  # fmt: skip


def owed(state: ObligationState = S.ACTIVE, **changes: Any) -> Obligation:
    """Return an obligation in a state: what is paid, written off or still owed is as that state has it."""
    found = obligation(state)
    amounts: dict[ObligationState, dict[str, int]] = {
        S.SETTLED: {"received_minor": 400, "written_off_minor": 100},
        S.CURED: {"received_minor": 400, "written_off_minor": 100},
        S.WRITTEN_OFF: {"written_off_minor": 500}, S.RECOVERED: {"received_minor": 300, "written_off_minor": 200},
    }  # fmt: skip
    return replace(found, **{**amounts.get(state, {}), **changes})


def consent_for(version: Obligation, kind: str, *names: EntryId, **changes: Any) -> Record:
    """Return the consent that a kind needs: the buyer's offer, or what the debtor agrees to."""
    body = BODIES[CONSENT_TO[kind]] | changes
    author = OTHER if kind == CREDIT_ASSIGN else BUYER
    said = record(CONSENT_TO[kind], author, {**body, "names": list[Any](names or (version.version,))}, number=60)
    return Record(replace(said.fact, object=version.id), said.body)


def author_of(kind: str, version: Obligation) -> MemberId:
    if kind in (CREDIT_CLAIM, CREDIT_AGREE):
        return BUYER
    return OTHER if kind == OFFER_BUY else version.controller


def ask(
    kind: str, version: Obligation, *, author: MemberId | None = None, consent: Record | None = None,
    named: tuple[EntryFact, ...] | None = None, found: Circumstances | None = WELL, time_ms: int = START_MS,
    rules: Rules = RULES, **changes: Any,
) -> NoReason | None:  # fmt: skip
    """Return what there is against a step of an obligation; whatever is not given is as it should be."""
    if consent is None and kind in CONSENT_TO:
        consent = consent_for(version, kind)
    if named is None:
        named = (replace(fact(CREDIT_ACCEPT, BUYER, 2, subject=PROPOSAL), id=version.version),)
        named += (consent.fact,) if consent is not None else ()
    body = BODIES[kind] | {"names": [item.id for item in named]} | changes
    item = record(kind, author or author_of(kind, version), body, time_ms=time_ms)
    return reason_against(Question(item, named, version, consent, found), rules)


@pytest.mark.parametrize("state", list(S))
def test_the_table_says_just_what_is_written_here(state: ObligationState) -> None:
    assert {kind for of, kind in TRANSITIONS if of is state} == ALLOWED[state]


@pytest.mark.parametrize(("state", "kind"), list(product(S, sorted(BODIES))))
def test_what_is_missing_from_the_table_is_refused(state: ObligationState, kind: str) -> None:
    version = owed(state)
    allowed = None if kind in ALLOWED[state] else NoReason.WRONG_STATE
    assert ask(kind, version, author=author_of(kind, version)) is allowed


def test_every_step_is_asked_about_here_or_is_of_another_object() -> None:
    assert BODIES.keys() | set(OF_OTHER_OBJECTS) | {NETTING_JOIN, CREDIT_SUBROGATE} == STEPS


@pytest.mark.parametrize("kind", sorted(BODIES.keys() - {CREDIT_ACCEPT, CREDIT_DECLINE, CREDIT_RECOVER}))
def test_the_holder_moves_the_debtor_claims_and_agrees_and_anybody_else_offers(kind: str) -> None:
    sold = owed(holder=OTHER, terms=replace(obligation().terms, creditor=SELLER))
    by_debtor, by_others = kind in (CREDIT_CLAIM, CREDIT_AGREE), kind == OFFER_BUY
    expected = {
        SELLER: NoReason.NOT_DEBTOR if by_debtor else None if by_others else NoReason.NOT_CONTROLLER,
        BUYER: None if by_debtor else NoReason.SAME_PARTY if by_others else NoReason.NOT_CONTROLLER,
        OTHER: NoReason.NOT_DEBTOR if by_debtor else NoReason.SAME_PARTY if by_others else None,
        STRANGER: NoReason.NOT_A_MEMBER,
    }
    assert {author: ask(kind, sold, author=author) for author in expected} == expected


@pytest.mark.parametrize(("kind", "old"), [(CREDIT_NOTICE, SELLER), (CREDIT_CLAIM, BUYER)])
def test_who_has_replaced_a_key_acts_for_it_and_the_old_key_no_more(kind: str, old: MemberId) -> None:
    rules = replace(RULES, replaced={old: OTHER})
    assert ask(kind, owed(), author=OTHER, rules=rules) is None
    assert ask(kind, owed(), author=old, rules=rules) is not None


@pytest.mark.parametrize(
    ("kind", "top", "reason"),
    [
        (CREDIT_CLAIM, 300, NoReason.EXCEEDS_OUTSTANDING), (CREDIT_RECEIPT, 300, NoReason.EXCEEDS_OUTSTANDING),
        (CREDIT_WRITE_OFF, 300, NoReason.EXCEEDS_OUTSTANDING), (OFFER_SELL, 300, NoReason.EXCEEDS_OUTSTANDING),
        (OFFER_BUY, 300, NoReason.EXCEEDS_OUTSTANDING), (CREDIT_RECOVER, 100, NoReason.EXCEEDS_WRITTEN_OFF),
    ],
)  # fmt: skip
def test_an_amount_may_be_all_there_is_and_no_more(kind: str, top: int, reason: NoReason) -> None:
    partly = owed(received_minor=50, written_off_minor=50, assigned_minor=100)
    version = owed(S.SETTLED) if kind == CREDIT_RECOVER else partly
    assert [ask(kind, version, amount=amount) for amount in (1, top - 1, top)] == [None] * 3
    assert ask(kind, version, amount=top + 1) is reason


@pytest.mark.parametrize("kind", [CREDIT_CLAIM, CREDIT_RECEIPT, CREDIT_RECOVER])
def test_money_has_not_come_in_the_future(kind: str) -> None:
    version = owed(S.WRITTEN_OFF if kind == CREDIT_RECOVER else S.ACTIVE)
    assert ask(kind, version, value_date=NOW_DAY) is None
    assert ask(kind, version, value_date=TOMORROW) is NoReason.IN_FUTURE


@pytest.mark.parametrize("kind", [OFFER_SELL, OFFER_BUY])
def test_an_offer_is_for_what_may_be_sold_and_for_a_day_that_is_not_over(kind: str) -> None:
    assert ask(kind, owed(), valid_until=NOW_DAY) is None
    assert ask(kind, owed(), valid_until=YESTERDAY) is NoReason.DATES
    assert ask(kind, owed(terms=replace(obligation().terms, assignable=False))) is NoReason.NOT_ASSIGNABLE


@pytest.mark.parametrize("kind", [CREDIT_AGREE, CREDIT_RESTRUCTURE])
@pytest.mark.parametrize(
    ("amount", "due", "reason"),
    [
        (500, "2025-10-01", NoReason.NOTHING_NEW), (500, "2025-10-02", None), (499, "2025-10-01", None),
        (501, "2025-10-02", NoReason.AMOUNT), (201, "2025-10-01", None), (200, "2025-10-01", NoReason.AMOUNT),
        (499, "2025-09-01", None), (499, "2025-08-31", NoReason.DATES),
    ],
)  # fmt: skip
def test_new_terms_ask_for_no_more_and_leave_something_owed(
    kind: str, amount: int, due: str, reason: NoReason | None
) -> None:
    version = owed(received_minor=100, written_off_minor=50, assigned_minor=50)
    changed: dict[str, Any] = {"amount": amount, "due": due}
    consent = consent_for(version, kind, **changed) if kind in CONSENT_TO else None
    assert ask(kind, version, consent=consent, **changed) is reason


@pytest.mark.parametrize("field", [{"amount": 399}, {"due": "2025-12-02"}])
def test_new_terms_are_those_that_the_debtor_agreed_to(field: dict[str, Any]) -> None:
    assert ask(CREDIT_RESTRUCTURE, owed(), **field) is NoReason.NOT_AGREED


@pytest.mark.parametrize("kind", sorted(CONSENT_TO))
def test_a_consent_is_for_one_version_of_one_obligation(kind: str) -> None:
    version = owed()
    assert ask(kind, version) is None
    assert ask(kind, version, consent=consent_for(version, kind, entry_id(3))) is NoReason.NOT_AGREED
    other = consent_for(version, kind)
    other = Record(replace(other.fact, object=ObjectId(entry_id(9))), other.body)
    assert ask(kind, version, consent=other) is NoReason.NOT_AGREED


@pytest.mark.parametrize("kind", sorted(CONSENT_TO))
def test_a_consent_is_good_up_to_the_end_of_its_last_day(kind: str) -> None:
    last_ms = end_of_day_ms(NOW_DAY) - 1
    assert ask(kind, owed(), time_ms=last_ms) is None
    assert ask(kind, owed(), time_ms=last_ms + 1) is NoReason.EXPIRED


@pytest.mark.parametrize("kind", sorted(CONSENT_TO))
def test_a_consent_is_named_once_and_is_of_the_kind_that_is_needed(kind: str) -> None:
    version, accepted = owed(), fact(CREDIT_ACCEPT, BUYER, 2, subject=PROPOSAL)
    right = consent_for(version, kind).fact
    wrong = replace(right, kind=CREDIT_CLAIM)
    for named in ((accepted,), (accepted, wrong), (accepted, right, right), (accepted, right, claim_fact())):
        assert ask(kind, version, named=named) is NoReason.WRONG_NAMES


@pytest.mark.parametrize("kind", sorted(BODIES.keys() - CONSENT_TO.keys() - {CREDIT_RECEIPT}))
def test_other_steps_name_the_version_alone(kind: str) -> None:
    state = next(state for state in S if kind in ALLOWED[state])
    accepted = fact(CREDIT_ACCEPT, BUYER, 2, subject=PROPOSAL)
    assert ask(kind, owed(state), named=(accepted,)) is None
    assert ask(kind, owed(state), named=(accepted, claim_fact())) is NoReason.WRONG_NAMES


def part() -> tuple[Obligation, tuple[EntryFact, EntryFact]]:
    """Return a part of a receivable as OTHER bought it, and the two names by which it is referred to."""
    offer = fact(OFFER_BUY, OTHER, 30, subject=PROPOSAL)
    sale = fact(CREDIT_ASSIGN, SELLER, 31, subject=PROPOSAL)
    found = replace(
        obligation(amount_minor=200), id=ObjectId(offer.id), version=offer.id, holder=OTHER,
        part_of=ObjectId(PROPOSAL), named_by=(offer.id, sale.id),
    )  # fmt: skip
    return found, (offer, sale)


def test_a_part_is_referred_to_by_two_names_and_so_is_what_is_agreed_on_it() -> None:
    version, names = part()
    assert ask(CREDIT_RECEIPT, version, named=names) is None
    assert ask(CREDIT_RECEIPT, version, named=(*names, claim_fact(version.id))) is None
    assert ask(CREDIT_RECEIPT, version, named=(*names, claim_fact())) is NoReason.WRONG_NAMES
    ids = tuple(name.id for name in names)
    fields: dict[str, Any] = {"amount": 100}
    agreed = consent_for(version, CREDIT_RESTRUCTURE, *ids, **fields)
    assert ask(CREDIT_RESTRUCTURE, version, consent=agreed, named=(*names, agreed.fact), **fields) is None
    by_offer_alone = consent_for(version, CREDIT_RESTRUCTURE, ids[0], **fields)
    asked = ask(CREDIT_RESTRUCTURE, version, consent=by_offer_alone, named=(*names, by_offer_alone.fact), **fields)
    assert asked is NoReason.NOT_AGREED


def test_a_default_waits_for_sixty_days_past_due_and_grace() -> None:
    version = owed(terms=replace(obligation().terms, grace_days=10))
    first_ms = default_from_ms(version)
    assert first_ms == end_of_day_ms("2025-10-01") + 70 * DAY_MS
    early, in_time = (replace(WELL, block_ms=first_ms + later_ms) for later_ms in (-1, 0))
    assert ask(CREDIT_DEFAULT, version, found=early) is NoReason.TOO_EARLY
    assert ask(CREDIT_DEFAULT, version, found=in_time) is None


def test_a_default_waits_for_two_weeks_after_the_block_that_has_the_notice() -> None:
    late_ms = WELL.block_ms - NOTICE_MS + 1
    assert ask(CREDIT_DEFAULT, owed(), found=replace(WELL, notice_ms=late_ms - 1)) is None
    assert ask(CREDIT_DEFAULT, owed(), found=replace(WELL, notice_ms=late_ms)) is NoReason.NO_NOTICE
    assert ask(CREDIT_DEFAULT, owed(), found=replace(WELL, notice_ms=None)) is NoReason.NO_NOTICE


@pytest.mark.parametrize("kind", [CREDIT_DEFAULT, CREDIT_ASSIGN])
def test_an_open_dispute_and_a_feed_that_was_not_read_stop_it(kind: str) -> None:
    assert ask(kind, owed(), found=replace(WELL, is_disputed=True)) is NoReason.DISPUTED
    assert ask(kind, owed(), found=replace(WELL, is_read=False)) is NoReason.WRONG_HEAD
    assert ask(kind, owed(), found=None) is NoReason.WRONG_HEAD


def test_a_sale_asks_for_no_notice_and_no_time() -> None:
    assert ask(CREDIT_ASSIGN, owed(), found=replace(WELL, block_ms=0, notice_ms=None)) is None


@pytest.mark.parametrize("lock", list(Lock))
@pytest.mark.parametrize("kind", sorted(ALLOWED[S.ACTIVE] - {NETTING_JOIN, CREDIT_SUBROGATE}))
def test_what_takes_part_in_a_round_is_not_moved_until_that_is_over(kind: str, lock: Lock) -> None:
    version = owed(locked_in=ObjectId(entry_id(80)), locked_by=OTHER)
    author = BUYER if kind in (CREDIT_CLAIM, CREDIT_AGREE) else STRANGER if kind == OFFER_BUY else SELLER
    rules = replace(RULES, members=RULES.members | {STRANGER})
    is_free = lock is Lock.FREE or kind in (CREDIT_CLAIM, CREDIT_AGREE)
    asked = ask(kind, version, author=author, found=replace(WELL, lock=lock), rules=rules)
    assert asked is (None if is_free else NoReason.LOCKED)


def test_reasons_are_tested_in_one_order() -> None:
    everything: dict[str, Any] = {"amount": 9_999, "due": "2020-01-01"}
    version = owed(S.SETTLED)
    old = consent_for(version, CREDIT_RESTRUCTURE, entry_id(3), valid_until=YESTERDAY)
    assert ask(CREDIT_RESTRUCTURE, version, author=OTHER, consent=old, **everything) is NoReason.NOT_CONTROLLER
    assert ask(CREDIT_RESTRUCTURE, version, consent=old, **everything) is NoReason.WRONG_STATE
    assert ask(CREDIT_RESTRUCTURE, owed(), consent=old, **everything) is NoReason.NOT_AGREED
    over = consent_for(owed(), CREDIT_RESTRUCTURE, valid_until=YESTERDAY)
    assert ask(CREDIT_RESTRUCTURE, owed(), consent=over, **everything) is NoReason.EXPIRED
    assert ask(CREDIT_RESTRUCTURE, owed(), **everything) is NoReason.NOT_AGREED
    stopped = replace(WELL, notice_ms=None, block_ms=0, is_disputed=True)
    assert ask(CREDIT_DEFAULT, owed(), found=stopped) is NoReason.NO_NOTICE
    assert ask(CREDIT_DEFAULT, owed(), found=replace(stopped, notice_ms=-NOTICE_MS)) is NoReason.TOO_EARLY

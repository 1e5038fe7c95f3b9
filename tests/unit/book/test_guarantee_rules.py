"""Who may promise, call, claim, pay and draw, and for how much: each rule at its edge, one below, one above."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.simulation.feeds import member
from tests.unit.book.records import BUYER, DAY, OTHER, PROPOSAL, SELLER, STRANGER, entry_id, obligation, record

from cohong.book.guarantee_rules import (
    against_call,
    against_claim,
    against_draw,
    against_grant,
    against_guarantors_payment,
    against_pledge,
    against_pool,
    against_subrogation,
)
from cohong.book.guarantees import Guarantee, Pledge, Pool, draw_of
from cohong.book.objects import Obligation, ObligationState, Subject
from cohong.book.question import Question, Rules
from cohong.book.reasons import NoReason
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
)
from cohong.primitives.standing import Record

KEEPER, NEW_KEY = member(3), member(4)
RULES = Rules(frozenset({SELLER, BUYER, OTHER, KEEPER}), ("HKD",))
REPLACED = replace(RULES, replaced={SELLER: NEW_KEY, OTHER: NEW_KEY, KEEPER: NEW_KEY})
YESTERDAY, TOMORROW = "2025-10-08", "2025-10-10"

OWED = obligation(ObligationState.DEFAULTED)
"""BUYER owes SELLER 500, of which nothing has come."""

GUARANTEE = Guarantee(
    ObjectId(entry_id(10)), entry_id(10), guarantor=OTHER, debtor=BUYER, beneficiary=SELLER, currency="HKD",
    cap_minor=400, until=DAY, says="",
)  # fmt: skip
POOL = Pool(ObjectId(entry_id(20)), entry_id(20), keeper=KEEPER, name="Guild", currency="HKD")
CALL, CLAIM, PAY = entry_id(30), entry_id(31), entry_id(32)


def pledge(number: int, cap: int, *, until: str = DAY, pool: ObjectId = POOL.id) -> Pledge:
    return Pledge(ObjectId(entry_id(number)), entry_id(number), pool, OTHER, cap, until)


def asked(
    kind: str, author: MemberId, body: dict[str, Value], *, version: Subject | None = None, names: int = 2,
    consent: Record | None = None, others: Sequence[Subject | None] = (),
) -> Question:  # fmt: skip
    made = record(kind, author, body)
    named = [replace(made.fact, id=entry_id(number)) for number in range(names)]
    return Question(made, named, version, consent, others=others)


def demand(kind: str, entry: EntryId, about: ObjectId, amount: int, version: EntryId = OWED.version) -> Record:
    """Return a call or claim that stands."""
    made = record(kind, SELLER, {"amount": amount, "version": version, "says": ""})
    return Record(replace(made.fact, id=entry, object=about), made.body)


@pytest.mark.parametrize(
    ("changes", "author", "reason"),
    [
        ({}, OTHER, None),
        ({"debtor": STRANGER}, OTHER, NoReason.NOT_A_MEMBER),
        ({"beneficiary": STRANGER}, OTHER, NoReason.NOT_A_MEMBER),
        ({}, BUYER, NoReason.SAME_PARTY),
        ({}, SELLER, NoReason.SAME_PARTY),
        ({"beneficiary": BUYER}, OTHER, NoReason.SAME_PARTY),
        ({"currency": "CNY"}, OTHER, NoReason.CURRENCY),
        ({"until": YESTERDAY}, OTHER, NoReason.DATES),
        ({"until": TOMORROW}, OTHER, None),
        ({"debtor": STRANGER, "currency": "CNY", "until": YESTERDAY}, OTHER, NoReason.NOT_A_MEMBER),
    ],
)
def test_a_guarantee_is_of_three_members_in_a_currency_of_the_charter_and_not_over(
    changes: dict[str, Value], author: MemberId, reason: NoReason | None
) -> None:
    body: dict[str, Value] = {"debtor": BUYER, "beneficiary": SELLER, "currency": "HKD", "until": DAY, **changes}
    assert against_grant(record(GUARANTEE_GRANT, author, body).fact, body, RULES) is reason


def test_a_pool_has_a_currency_of_the_charter_or_any_where_it_names_none() -> None:
    made = record(POOL_CREATE, KEEPER, {}).fact
    assert against_pool(made, {"currency": "HKD"}, RULES) is None
    assert against_pool(made, {"currency": "CNY"}, RULES) is NoReason.CURRENCY
    assert against_pool(made, {"currency": "CNY"}, replace(RULES, currencies=())) is None


@pytest.mark.parametrize(
    ("version", "names", "until", "reason"),
    [
        (POOL, 1, DAY, None),
        (POOL, 1, YESTERDAY, NoReason.DATES),
        (POOL, 2, DAY, NoReason.WRONG_NAMES),
        (GUARANTEE, 1, DAY, NoReason.WRONG_NAMES),
        (None, 1, DAY, NoReason.WRONG_NAMES),
    ],
)
def test_a_pledge_names_a_pool_alone_and_is_not_over(
    version: Subject | None, names: int, until: str, reason: NoReason | None
) -> None:
    body: dict[str, Value] = {"cap": 1, "until": until}
    assert against_pledge(asked(POOL_PLEDGE, OTHER, body, version=version, names=names), body, RULES) is reason


PAID_BY_HALF = obligation(ObligationState.DEFAULTED, received=250)


@pytest.mark.parametrize(
    ("guarantee", "owed", "author", "amount", "reason"),
    [
        (GUARANTEE, OWED, SELLER, 400, None),
        (GUARANTEE, OWED, SELLER, 401, NoReason.EXCEEDS_COVER),
        (replace(GUARANTEE, paid_minor=100), OWED, SELLER, 300, None),
        (replace(GUARANTEE, paid_minor=100), OWED, SELLER, 301, NoReason.EXCEEDS_COVER),
        (GUARANTEE, PAID_BY_HALF, SELLER, 250, None),
        (GUARANTEE, PAID_BY_HALF, SELLER, 251, NoReason.EXCEEDS_OUTSTANDING),
        (replace(GUARANTEE, until=YESTERDAY), OWED, SELLER, 1, NoReason.EXPIRED),
        (replace(GUARANTEE, beneficiary=KEEPER), OWED, SELLER, 1, NoReason.NOT_A_PARTY),
        (replace(GUARANTEE, debtor=KEEPER), OWED, SELLER, 1, NoReason.OUT_OF_SCOPE),
        (replace(GUARANTEE, currency="CNY"), OWED, SELLER, 1, NoReason.OUT_OF_SCOPE),
        (GUARANTEE, obligation(ObligationState.ACTIVE), SELLER, 1, NoReason.WRONG_STATE),
        (GUARANTEE, obligation(ObligationState.CURED), SELLER, 1, NoReason.WRONG_STATE),
        (GUARANTEE, OWED, BUYER, 1, NoReason.NOT_CONTROLLER),
        (GUARANTEE, replace(OWED, version=entry_id(3)), SELLER, 1, NoReason.WRONG_NAMES),
        (POOL, OWED, SELLER, 1, NoReason.WRONG_NAMES),
    ],
)
def test_the_holder_calls_a_guarantee_for_what_is_in_default_and_up_to_what_is_left(
    guarantee: Subject, owed: Obligation, author: MemberId, amount: int, reason: NoReason | None
) -> None:
    body: dict[str, Value] = {"amount": amount, "version": OWED.version, "says": ""}
    question = asked(GUARANTEE_CALL, author, body, version=guarantee, others=[owed])
    assert against_call(question, body, RULES) is reason


def test_a_demand_names_one_obligation_and_a_replaced_key_acts_for_the_old_one() -> None:
    body: dict[str, Value] = {"amount": 1, "version": OWED.version, "says": ""}
    for others in ([], [None], [OWED, OWED]):
        question = asked(GUARANTEE_CALL, SELLER, body, version=GUARANTEE, others=others)
        assert against_call(question, body, RULES) is NoReason.WRONG_NAMES
    new = asked(GUARANTEE_CALL, NEW_KEY, body, version=GUARANTEE, others=[OWED])
    old = asked(GUARANTEE_CALL, SELLER, body, version=GUARANTEE, others=[OWED])
    assert against_call(new, body, REPLACED) is None
    assert against_call(old, body, REPLACED) is NoReason.NOT_CONTROLLER


@pytest.mark.parametrize(
    ("pool", "owed", "author", "amount", "reason"),
    [
        (POOL, OWED, SELLER, 500, None),
        (POOL, OWED, SELLER, 501, NoReason.EXCEEDS_OUTSTANDING),
        (POOL, OWED, OTHER, 1, NoReason.NOT_CONTROLLER),
        (POOL, obligation(ObligationState.ACTIVE), SELLER, 1, NoReason.WRONG_STATE),
        (replace(POOL, currency="CNY"), OWED, SELLER, 1, NoReason.OUT_OF_SCOPE),
        (replace(POOL, keeper=BUYER), OWED, SELLER, 1, NoReason.SAME_PARTY),
        (GUARANTEE, OWED, SELLER, 1, NoReason.WRONG_NAMES),
    ],
)
def test_the_holder_claims_on_a_pool_of_its_currency_that_the_debtor_does_not_keep(
    pool: Subject, owed: Obligation, author: MemberId, amount: int, reason: NoReason | None
) -> None:
    body: dict[str, Value] = {"amount": amount, "version": OWED.version, "says": ""}
    assert against_claim(asked(POOL_CLAIM, author, body, version=pool, others=[owed]), body, RULES) is reason


CALLED = demand(GUARANTEE_CALL, CALL, GUARANTEE.id, 300)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"amount": 301}, NoReason.EXCEEDS_COVER),
        ({"guarantee": replace(GUARANTEE, paid_minor=200), "amount": 200}, None),
        ({"guarantee": replace(GUARANTEE, paid_minor=200), "amount": 201}, NoReason.EXCEEDS_COVER),
        ({"guarantee": replace(GUARANTEE, answered=(CALL,))}, NoReason.ANSWERED),
        # What was called in time is paid, however long that takes.
        ({"guarantee": replace(GUARANTEE, until=YESTERDAY)}, None),
        ({"author": SELLER}, NoReason.NOT_CONTROLLER),
        ({"version": entry_id(3)}, NoReason.WRONG_NAMES),
        ({"call": demand(GUARANTEE_CALL, CALL, POOL.id, 300)}, NoReason.WRONG_NAMES),
        ({"call": None}, NoReason.WRONG_NAMES),
        ({"names": 3}, NoReason.WRONG_NAMES),
        ({"guarantee": POOL}, NoReason.WRONG_NAMES),
        ({"value_date": TOMORROW}, NoReason.IN_FUTURE),
    ],
)
def test_the_guarantor_answers_a_call_once_up_to_what_was_called_and_is_left(
    changes: dict[str, Any], reason: NoReason | None
) -> None:
    case: dict[str, Any] = {
        "amount": 300, "guarantee": GUARANTEE, "author": OTHER, "version": OWED.version, "call": CALLED, "names": 2,
        "value_date": DAY, **changes,
    }  # fmt: skip
    body: dict[str, Value] = {name: case[name] for name in ("amount", "version", "value_date")}
    question = asked(
        GUARANTEE_PAY, case["author"], body, version=case["guarantee"], names=case["names"], consent=case["call"]
    )
    assert against_guarantors_payment(question, body, RULES) is reason


CLAIMED = demand(POOL_CLAIM, CLAIM, POOL.id, 500)
PLEDGES = (pledge(21, 2_000), pledge(22, 1_000))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"amount": 299}, NoReason.NOT_THE_RULE),
        ({"shares": [199, 101]}, NoReason.NOT_THE_RULE),
        ({"shares": [300]}, NoReason.NOT_THE_RULE),
        # Another choice of pledges is another tenth, and the rule of that.
        ({"pledges": PLEDGES[:1], "amount": 200, "shares": [200]}, None),
        ({"pledges": ()}, NoReason.NOT_THE_RULE),
        ({"pledges": (PLEDGES[0], PLEDGES[0])}, NoReason.WRONG_NAMES),
        ({"pledges": (PLEDGES[0], pledge(22, 1_000, pool=GUARANTEE.id))}, NoReason.WRONG_NAMES),
        ({"pledges": (PLEDGES[0], pledge(22, 1_000, until=YESTERDAY))}, NoReason.EXPIRED),
        ({"owed": ()}, NoReason.WRONG_NAMES),
        ({"owed": (OWED, OWED)}, NoReason.WRONG_NAMES),
        ({"owed": (replace(OWED, version=entry_id(3)),)}, NoReason.WRONG_NAMES),
        ({"author": OTHER}, NoReason.NOT_CONTROLLER),
        ({"pool": replace(POOL, answered=(CLAIM,))}, NoReason.ANSWERED),
        ({"claim": None}, NoReason.WRONG_NAMES),
        ({"claim": demand(POOL_CLAIM, CLAIM, GUARANTEE.id, 500)}, NoReason.WRONG_NAMES),
        ({"pool": GUARANTEE}, NoReason.WRONG_NAMES),
    ],
)
def test_the_keeper_draws_for_a_claim_once_and_by_the_rule_alone(
    changes: dict[str, Any], reason: NoReason | None
) -> None:
    case: dict[str, Any] = {
        "amount": 300, "shares": [200, 100], "pool": POOL, "claim": CLAIMED, "author": KEEPER, "owed": (OWED,),
        "pledges": PLEDGES, **changes,
    }  # fmt: skip
    body: dict[str, Value] = {"amount": case["amount"], "shares": case["shares"], "version": OWED.version}
    # Of the claim, which is a word, no version is left.
    others = [None, *case["owed"], *case["pledges"]]
    question = asked(POOL_DRAW, case["author"], body, version=case["pool"], consent=case["claim"], others=others)
    assert against_draw(question, body, RULES) is reason


@pytest.mark.parametrize(
    ("loss", "drawn_before", "caps", "due"),
    [
        (0, 0, (100, 100), (0, [0, 0])),
        # A fifth, rounded up, stays with the creditor: of one unit all of it.
        (1, 0, (100, 100), (0, [0, 0])),
        (2, 0, (100, 100), (1, [1, 0])),
        (5, 0, (100, 100), (4, [2, 2])),
        (6, 0, (100, 100), (4, [2, 2])),
        # A tenth of what is pledged for one debtor, rounded down, all draws together.
        (500, 0, (100, 109), (20, [10, 10])),
        (500, 19, (100, 100), (1, [0, 1])),
        (500, 20, (100, 100), (0, [0, 0])),
        (500, 21, (100, 100), (0, [0, 0])),
        (500, 0, (9,), (0, [0])),
        (500, 0, (10,), (1, [1])),
    ],
)
def test_a_pool_pays_the_least_of_first_loss_concentration_and_what_is_left(
    loss: int, drawn_before: int, caps: tuple[int, ...], due: tuple[int, list[int]]
) -> None:
    pledges = [pledge(40 + place, cap) for place, cap in enumerate(caps)]
    pool = POOL.drawn_on(pledges[:1], [drawn_before], BUYER) if drawn_before else POOL
    assert draw_of(pool, pledges, loss, BUYER) == due


def test_units_that_do_not_divide_go_to_the_largest_remainder_and_then_to_the_smaller_id() -> None:
    three = [pledge(43, 100), pledge(41, 100), pledge(42, 100)]
    assert draw_of(POOL, three, 5, BUYER) == (4, [1, 2, 1])
    assert draw_of(POOL, [pledge(41, 100), pledge(42, 101), pledge(43, 99)], 5, BUYER) == (4, [1, 2, 1])
    assert draw_of(POOL, [pledge(41, 1_000), pledge(42, 1)], 500, BUYER) == (100, [100, 0])


def test_a_pledge_that_was_drawn_to_its_end_pays_nothing_more() -> None:
    first, second = pledge(41, 100), pledge(42, 1_000)
    pool = POOL.drawn_on([first], [100], SELLER)
    assert draw_of(pool, [first, second], 1_000, BUYER) == (110, [0, 110])
    assert draw_of(pool, [first], 1_000, BUYER) == (0, [0])


@pytest.mark.parametrize(
    ("paid", "reason"),
    [
        (demand(GUARANTEE_PAY, PAY, GUARANTEE.id, 250), None),
        (demand(GUARANTEE_PAY, PAY, GUARANTEE.id, 251), NoReason.EXCEEDS_OUTSTANDING),
        (demand(GUARANTEE_PAY, PAY, GUARANTEE.id, 1, version=EntryId(PROPOSAL)), NoReason.NOT_AGREED),
        (None, NoReason.NOT_AGREED),
    ],
)
def test_who_has_paid_for_this_version_and_no_more_than_is_owed_takes_the_holders_place(
    paid: Record | None, reason: NoReason | None
) -> None:
    question = asked(CREDIT_SUBROGATE, SELLER, {}, version=PAID_BY_HALF, consent=paid)
    assert against_subrogation(question, PAID_BY_HALF) is reason

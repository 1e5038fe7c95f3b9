"""Consents: who gives, takes back and uses them, in which state and up to which day, and what they make."""

import random
from dataclasses import replace
from typing import Any

import pytest
from tests.simulation.feeds import START_MS
from tests.unit.book.records import BUYER, DAY, OTHER, RULES, SELLER, STRANGER, entry_id, fact, obligation, record

from cohong.book.consents import Consent, ConsentState
from cohong.book.fold import fold_all, object_of, version_moved
from cohong.book.objects import Subject
from cohong.book.question import DAY_MS, Question, Rules
from cohong.book.reasons import NoReason
from cohong.book.rules import reason_against
from cohong.book.transitions import TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import ACCESS_RECEIPT, CONSENT_GRANT, CONSENT_REVOKE, ENDORSE_SET
from cohong.primitives.standing import EntryFact, Record

GRANT: dict[str, Any] = {"reader": BUYER, "scope": "report", "purpose": "terms", "until": DAY, "says": ""}
GIVEN = Consent(ObjectId(entry_id(40)), entry_id(40), SELLER, BUYER, "report", "terms", DAY, "")
TAKEN_BACK = replace(GIVEN, version=entry_id(41), state=ConsentState.REVOKED)
BODIES: dict[str, dict[str, Any]] = {CONSENT_REVOKE: {"reason": ""}, ACCESS_RECEIPT: {}}
END_OF_DAY_MS = START_MS // DAY_MS * DAY_MS + DAY_MS - 1


def grant(author: MemberId = SELLER, **changes: Any) -> NoReason | None:
    time_ms = changes.pop("time_ms", START_MS)
    return reason_against(Question(record(CONSENT_GRANT, author, GRANT | changes, time_ms=time_ms), (), None), RULES)


def ask(
    kind: str, author: MemberId, about: Subject | None = GIVEN, *, named: tuple[EntryFact, ...] | None = None,
    rules: Rules = RULES, time_ms: int = START_MS,
) -> NoReason | None:  # fmt: skip
    if named is None:
        named = (replace(fact(CONSENT_GRANT, SELLER, 40), id=about.version),) if about is not None else ()
    body = BODIES[kind] | {"names": [item.id for item in named]}
    return reason_against(Question(record(kind, author, body, time_ms=time_ms), named, about), rules)


def test_a_member_lets_another_read_about_it_up_to_today_or_later() -> None:
    assert grant() is None
    assert grant(until="2199-12-31") is None
    assert grant(until="2025-10-08") is NoReason.DATES
    assert [grant(time_ms=END_OF_DAY_MS), grant(time_ms=END_OF_DAY_MS + 1)] == [None, NoReason.DATES]
    assert grant(reader=STRANGER) is NoReason.NOT_A_MEMBER
    assert grant(reader=SELLER) is NoReason.SAME_PARTY
    assert grant(STRANGER) is NoReason.NOT_A_MEMBER
    named = (fact(ENDORSE_SET, SELLER, 3),)
    assert reason_against(Question(record(CONSENT_GRANT, SELLER, GRANT), named, None), RULES) is NoReason.WRONG_NAMES


def test_only_the_subject_takes_it_back_and_only_the_reader_says_it_has_read() -> None:
    everybody = (SELLER, BUYER, OTHER)
    refused = NoReason.NOT_CONTROLLER
    assert [ask(CONSENT_REVOKE, author) for author in everybody] == [None, refused, refused]
    assert [ask(ACCESS_RECEIPT, author) for author in everybody] == [NoReason.NOT_A_PARTY, None, NoReason.NOT_A_PARTY]


def test_who_comes_in_the_place_of_another_acts_for_it() -> None:
    by_other = replace(RULES, replaced={SELLER: OTHER})
    assert ask(CONSENT_REVOKE, OTHER, rules=by_other) is None
    assert ask(CONSENT_REVOKE, SELLER, rules=by_other) is NoReason.NOT_CONTROLLER
    for_other = replace(RULES, replaced={BUYER: OTHER})
    assert ask(ACCESS_RECEIPT, OTHER, rules=for_other) is None
    assert ask(ACCESS_RECEIPT, BUYER, rules=for_other) is NoReason.NOT_A_PARTY


def test_it_is_read_under_up_to_its_last_day_and_taken_back_later_too() -> None:
    assert ask(ACCESS_RECEIPT, BUYER, time_ms=END_OF_DAY_MS) is None
    assert ask(ACCESS_RECEIPT, BUYER, time_ms=END_OF_DAY_MS + 1) is NoReason.EXPIRED
    assert ask(CONSENT_REVOKE, SELLER, time_ms=END_OF_DAY_MS + 1) is None


def test_what_is_missing_from_the_table_is_refused() -> None:
    table = {(ConsentState.GIVEN, ACCESS_RECEIPT), (ConsentState.GIVEN, CONSENT_REVOKE)}
    assert {pair for pair in TRANSITIONS if isinstance(pair[0], ConsentState)} == table
    assert ask(CONSENT_REVOKE, SELLER, TAKEN_BACK) is NoReason.WRONG_STATE
    assert ask(ACCESS_RECEIPT, BUYER, TAKEN_BACK) is NoReason.WRONG_STATE


@pytest.mark.parametrize(("kind", "author"), [(CONSENT_REVOKE, SELLER), (ACCESS_RECEIPT, BUYER)])
def test_a_step_names_the_one_consent_that_it_is_about(kind: str, author: MemberId) -> None:
    given = replace(fact(CONSENT_GRANT, SELLER, 40), id=GIVEN.version)
    for about, named in ((None, (given,)), (obligation(), (given,)), (GIVEN, (given, fact(ENDORSE_SET, SELLER, 3)))):
        assert ask(kind, author, about, named=named) is NoReason.WRONG_NAMES


def story() -> list[Record]:
    """Return a consent, two readings under it, the second written in ignorance of its end, and its end."""
    given, consent = record(CONSENT_GRANT, SELLER, GRANT, number=40), entry_id(40)
    said: list[tuple[str, MemberId, dict[str, Value], int]] = [
        (CONSENT_REVOKE, SELLER, {"reason": "No more."}, 41), (ACCESS_RECEIPT, BUYER, {}, 42),
        (ACCESS_RECEIPT, BUYER, {}, 43),
    ]  # fmt: skip
    steps = [record(kind, author, {**body, "names": [consent]}, number=number) for kind, author, body, number in said]
    return [placed(item) for item in (given, *steps)]


def placed(item: Record) -> Record:
    assert item.body is not None
    named = [replace(fact(CONSENT_GRANT, SELLER, 40), object=GIVEN.id) for _ in names_of(item.body)]
    subject, moves = object_of(item.fact, item.body, named), version_moved(item.fact, named)
    return Record(replace(item.fact, object=subject, moves=moves), item.body)


def test_a_consent_that_is_taken_back_is_the_same_in_any_order_and_keeps_its_readings() -> None:
    records, expected = story(), {GIVEN.id: TAKEN_BACK}
    for seed in range(24):
        random.Random(seed).shuffle(records)
        assert fold_all(records) == expected
    assert [item.digest_state() for item in (GIVEN, TAKEN_BACK)] == [["given"], ["revoked"]]
    assert GIVEN.controller == SELLER

"""Records and obligations of two firms, for the tests of the book."""

from dataclasses import replace
from typing import Any

from tests.simulation.feeds import START_MS, member

from cohong.book.fold import object_of, version_moved
from cohong.book.objects import Obligation, ObligationState, Terms
from cohong.book.question import Question, Rules
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_ACCEPT, CREDIT_CLAIM, CREDIT_PROPOSE
from cohong.primitives.standing import EntryFact, Record

SELLER, BUYER, OTHER = member(0), member(1), member(2)
STRANGER = member(9)
RULES = Rules(frozenset({SELLER, BUYER, OTHER}), ("CNY", "HKD"))

DAY = "2025-10-09"
"""The UTC day of START_MS."""


def entry_id(number: int) -> EntryId:
    return EntryId(number.to_bytes(32, "big"))


PROPOSAL = entry_id(1)
TERMS = Terms(
    debtor=BUYER, creditor=SELLER, amount_minor=500, currency="HKD", issued="2025-09-01", due="2025-10-01",
    grace_days=0, reference="INV-1", description="", evidence=(), assignable=True, nettable=True,
    valid_until="2025-12-31",
)  # fmt: skip


def obligation(
    state: ObligationState = ObligationState.ACTIVE, *, received: int = 0, proposer: MemberId = SELLER, **terms: Any
) -> Obligation:
    """Return an obligation of 500 between SELLER and BUYER at version 2 (version 1 while it is proposed)."""
    version = PROPOSAL if state is ObligationState.PROPOSED else entry_id(2)
    changed = replace(TERMS, **terms)
    return Obligation(ObjectId(PROPOSAL), version, changed, proposer, changed.creditor, state, received)


def fact(kind: str, author: MemberId, number: int = 100, *, subject: bytes | None = None) -> EntryFact:
    return EntryFact(
        entry_id(number), author, number, entry_id(number - 1), START_MS, 0, kind,
        object=ObjectId(subject) if subject is not None else None,
    )  # fmt: skip


def record(
    kind: str, author: MemberId, body: dict[str, Value], *, number: int = 100, time_ms: int = START_MS
) -> Record:
    """Return a record as it stands before it has been placed: about no object yet."""
    bare = replace(fact(kind, author, number), time_ms=time_ms)
    return Record(bare, {"salt": bytes(16), **body})


def placed(item: Record, about: Obligation | None = None) -> Record:
    """Return a record with its object and the version it moves, as placement finds them."""
    assert item.body is not None
    names = names_of(item.body)
    named = [replace(fact(CREDIT_PROPOSE, SELLER, 1, subject=about.id), id=names[0])] if about is not None else []
    subject = object_of(item.fact, item.body, named)
    return Record(replace(item.fact, object=subject, moves=version_moved(item.fact, named)), item.body)


def about(item: Record, version: Obligation | None, *claims: EntryFact) -> Question:
    """Return the question about a step that names a version, and perhaps claims."""
    named = [fact(CREDIT_ACCEPT, BUYER, 2, subject=PROPOSAL), *claims] if version is not None else list(claims)
    return Question(item, named, version)


def claim_fact(subject: bytes = PROPOSAL) -> EntryFact:
    return fact(CREDIT_CLAIM, BUYER, 50, subject=subject)


def terms_body(**changes: Value) -> dict[str, Value]:
    """Return the body of a proposal by SELLER."""
    fields: dict[str, Value] = {
        "debtor": BUYER, "creditor": SELLER, "amount": 500, "currency": "HKD", "issued": "2025-09-01",
        "due": "2025-10-01", "grace_days": 0, "reference": "INV-1", "description": "", "evidence": [],
        "assignable": True, "nettable": True, "valid_until": "2025-12-31",
    }  # fmt: skip
    return {**fields, **changes}


def payment_body(amount: Value = 100, **changes: Value) -> dict[str, Value]:
    return {"names": [entry_id(2)], "amount": amount, "value_date": DAY, "method": "", "reference": "", **changes}

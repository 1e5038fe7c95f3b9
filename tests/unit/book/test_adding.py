"""What is outstanding is what the records behind it add up to."""

from dataclasses import replace

from tests.unit.book.records import BUYER, OTHER, PROPOSAL, SELLER, entry_id, payment_body, record, terms_body

from cohong.book.adding import added_by
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_ASSIGN,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_WRITE_OFF,
    OFFER_BUY,
)
from cohong.primitives.standing import Record

SUBJECT = ObjectId(PROPOSAL)
OFFER: dict[str, Value] = {"price": 90, "recourse": False, "valid_until": "2025-12-31"}
PROPOSED = record(CREDIT_PROPOSE, SELLER, terms_body(), number=1)


def step(kind: str, author: MemberId, number: int, body: dict[str, Value]) -> Record:
    item = record(kind, author, body, number=number)
    return replace(item, fact=replace(item.fact, object=SUBJECT))


def test_receipts_write_offs_and_new_terms_add_up_and_what_comes_back_adds_nothing() -> None:
    records = [
        PROPOSED,
        step(CREDIT_RECEIPT, SELLER, 3, payment_body(100)),
        step(CREDIT_RESTRUCTURE, SELLER, 4, {"amount": 450, "due": "2026-01-31"}),
        step(CREDIT_WRITE_OFF, SELLER, 5, {"amount": 350, "reason": ""}),
        step(CREDIT_RECOVER, SELLER, 6, payment_body(50)),
    ]
    added = added_by(records, SUBJECT)
    assert added == {PROPOSAL: 500, entry_id(3): -100, entry_id(4): -50, entry_id(5): -350}
    assert sum(added.values()) == 0


def test_a_part_that_is_sold_is_taken_off_here_and_begins_there() -> None:
    offer = step(OFFER_BUY, OTHER, 3, {"amount": 200, **OFFER, "names": [entry_id(2)]})
    sale = step(CREDIT_ASSIGN, SELLER, 4, {"heads": [], "names": [entry_id(2), entry_id(3)]})
    assert added_by([PROPOSED, offer, sale], SUBJECT) == {PROPOSAL: 500, entry_id(4): -200}
    assert added_by([offer, sale], ObjectId(entry_id(3))) == {entry_id(3): 200}


def test_a_sale_of_all_of_it_takes_nothing_off_and_an_unused_offer_neither() -> None:
    unused = step(OFFER_BUY, BUYER, 5, {"amount": 200, **OFFER, "names": [entry_id(2)]})
    offer = step(OFFER_BUY, OTHER, 3, {"amount": 500, **OFFER, "names": [entry_id(2)]})
    sale = step(CREDIT_ASSIGN, SELLER, 4, {"heads": [], "names": [entry_id(2), entry_id(3)]})
    assert added_by([PROPOSED, unused, offer, sale], SUBJECT) == {PROPOSAL: 500}

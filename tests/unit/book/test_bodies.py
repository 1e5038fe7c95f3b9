"""The form of each kind's fields, at its edges."""

from typing import Any

import pytest
from tests.unit.book.records import OTHER, payment_body, terms_body

from cohong.book.bodies import COMMON_FIELDS, FIELDS, malformed_field
from cohong.primitives.money import AMOUNT_MINOR_MAX

PROFILE: dict[str, Any] = {
    "kind": "firm", "name": {"en": "Harbour Trading", "zh_hant": "海港貿易"}, "place": "HK",
    "identifiers": {"lei": "5493001KJTIIGC8Y1R12", "hkbr": "12345678"},
}  # fmt: skip
LIMIT: dict[str, Any] = {
    "counterparty": OTHER, "side": "debtor", "currency": "HKD", "amount": 1, "terms_days": 30, "until": "2026-01-01",
    "auto_accept": False,
}  # fmt: skip
ENDORSEMENT: dict[str, Any] = {"member": OTHER, "score": 0, "comment": ""}
OFFER: dict[str, Any] = {"amount": 1, "price": 1, "recourse": False, "valid_until": "2026-01-01"}
HEADS: dict[str, Any] = {"heads": [[OTHER, 0, bytes(32)]]}
DEMAND: dict[str, Any] = {"amount": 1, "version": bytes(32), "says": ""}
BODIES: dict[str, dict[str, Any]] = {
    "profile.set": PROFILE, "limit.set": LIMIT, "endorse.set": ENDORSEMENT, "credit.propose": terms_body(),
    "credit.accept": {}, "credit.decline": {"reason": ""}, "credit.claim": payment_body(),
    "credit.receipt": payment_body(), "credit.recover": payment_body(),
    "credit.agree": {"amount": 400, "due": "2025-12-01", "valid_until": "2025-12-31"},
    "credit.restructure": {"amount": 400, "due": "2025-12-01"}, "credit.notice": {"says": "Please pay."},
    "credit.default": HEADS, "credit.write_off": {"amount": 1, "reason": ""}, "offer.sell": OFFER, "offer.buy": OFFER,
    "credit.assign": HEADS, "dispute.open": {"says": "Not delivered.", "evidence": []},
    "dispute.answer": {"says": "It was."}, "dispute.close": {"outcome": "resolved", "says": ""},
    "correct.propose": {"says": "The due day is wrong.", "evidence": [bytes(32)], "asked": OTHER},
    "credit.subrogate": {}, "guarantee.call": DEMAND, "pool.claim": DEMAND,
    "guarantee.grant": {
        "debtor": OTHER, "beneficiary": OTHER, "currency": "HKD", "cap": 1, "until": "2026-01-01", "says": "",
    },
    "guarantee.pay": {**payment_body(), "version": bytes(32)}, "pool.create": {"name": "Guild", "currency": "HKD"},
    "pool.pledge": {"cap": 1, "until": "2026-01-01"}, "pool.draw": {"amount": 1, "version": bytes(32), "shares": [1]},
    "netting.announce": {"currency": "HKD", "due_until": "2026-01-01", "ends": "2026-01-01", "says": ""},
    "netting.agree": {}, "netting.join": HEADS, "netting.apply": {"set_offs": [0, 1]}, "netting.abort": {"reason": ""},
    "correct.accept": {}, "correct.decline": {"reason": ""},
    "consent.grant": {"reader": OTHER, "scope": "report", "purpose": "terms", "until": "2026-01-01", "says": ""},
    "consent.revoke": {"reason": ""}, "access.receipt": {},
}  # fmt: skip


def test_every_kind_has_a_well_formed_body_here() -> None:
    assert BODIES.keys() == FIELDS.keys()
    for kind, body in BODIES.items():
        assert malformed_field(kind, {"salt": bytes(16), **body}) is None
        assert malformed_field(kind, {"salt": bytes(16), "names": [], **body}) is None


def test_no_kind_has_a_field_of_a_name_that_every_body_may_have() -> None:
    assert all(COMMON_FIELDS.isdisjoint(fields) for fields in FIELDS.values())


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_a_missing_field_and_an_unknown_one_are_named(kind: str) -> None:
    for name in FIELDS[kind]:
        assert malformed_field(kind, {other: value for other, value in BODIES[kind].items() if other != name}) == name
    assert malformed_field(kind, {"salt": bytes(16), **BODIES[kind], "zzz": 1, "aaa": 1}) == "aaa"


@pytest.mark.parametrize("kind", sorted(FIELDS))
@pytest.mark.parametrize("value", [None, 1.5, object(), (), b"", -(10**20), "\n", [None], {"x": 1}])
def test_no_field_takes_a_value_of_a_foreign_kind(kind: str, value: Any) -> None:
    for name in FIELDS[kind]:
        assert malformed_field(kind, {**BODIES[kind], name: value}) == name


CASES: list[tuple[str, str, Any, bool]] = [
    ("profile.set", "kind", "auditor", True), ("profile.set", "kind", "bank", False),
    ("profile.set", "name", {}, False), ("profile.set", "name", {"en": " "}, False),
    ("profile.set", "name", {"en": "n" * 120}, True), ("profile.set", "name", {"en": "n" * 121}, False),
    ("profile.set", "name", {"fr": "n"}, False), ("profile.set", "name", "n", False),
    ("profile.set", "name", {"en": 1}, False), ("profile.set", "place", "p" * 80, True),
    ("profile.set", "place", "p" * 81, False), ("profile.set", "identifiers", {}, True),
    ("profile.set", "identifiers", {"lei": "5493001KJTIIGC8Y1R13"}, False),
    ("profile.set", "identifiers", {"hkbr": 12345678}, False), ("profile.set", "identifiers", {"vat": "1"}, False),
    ("profile.set", "identifiers", [], False),
    ("limit.set", "side", "creditor", True), ("limit.set", "side", "holder", False),
    ("limit.set", "currency", "JPY", True), ("limit.set", "currency", "RMB", False),
    ("limit.set", "amount", 0, False), ("limit.set", "amount", True, False),
    ("limit.set", "amount", AMOUNT_MINOR_MAX, True), ("limit.set", "amount", AMOUNT_MINOR_MAX + 1, False),
    ("limit.set", "terms_days", 0, True), ("limit.set", "terms_days", -1, False),
    ("limit.set", "terms_days", 3650, True), ("limit.set", "terms_days", 3651, False),
    ("limit.set", "terms_days", True, False), ("limit.set", "until", "2026-02-30", False),
    ("limit.set", "auto_accept", 1, False), ("limit.set", "counterparty", bytes(31), False),
    ("endorse.set", "score", -10, True), ("endorse.set", "score", -11, False), ("endorse.set", "score", 10, True),
    ("endorse.set", "score", 11, False), ("endorse.set", "score", False, False),
    ("endorse.set", "comment", "c" * 500, True), ("endorse.set", "comment", "c" * 501, False),
    ("credit.propose", "amount", 1, True), ("credit.propose", "amount", 0, False),
    ("credit.propose", "grace_days", 365, True), ("credit.propose", "grace_days", 366, False),
    ("credit.propose", "grace_days", -1, False), ("credit.propose", "reference", "", False),
    ("credit.propose", "reference", "  ", False), ("credit.propose", "reference", "0042", True),
    ("credit.propose", "reference", "r" * 64, True), ("credit.propose", "reference", "r" * 65, False),
    ("credit.propose", "reference", "a\nb", False), ("credit.propose", "reference", "a\u2028b", False),
    ("credit.propose", "reference", "a\u0000b", False), ("credit.propose", "reference", "a\u3000b", True),
    ("credit.propose", "reference", "\ud800", False), ("credit.propose", "description", "d" * 500, True),
    ("credit.propose", "description", "d" * 501, False), ("credit.propose", "description", "👩‍💼 茶", True),
    ("credit.propose", "evidence", [bytes(32)] * 16, True), ("credit.propose", "evidence", [bytes(32)] * 17, False),
    ("credit.propose", "evidence", [bytes(31)], False), ("credit.propose", "assignable", 0, False),
    ("credit.propose", "valid_until", "2199-12-31", True), ("credit.propose", "valid_until", "2200-01-01", False),
    ("credit.decline", "reason", "r" * 500, True), ("credit.decline", "reason", "r" * 501, False),
    ("credit.claim", "method", "m" * 40, True), ("credit.claim", "method", "m" * 41, False),
    ("credit.receipt", "reference", "r" * 64, True), ("credit.receipt", "reference", "r" * 65, False),
    ("credit.receipt", "value_date", "20251009", False),
    ("credit.default", "heads", [[OTHER, -1, bytes(32)]], False), ("credit.default", "heads", [], False),
    ("credit.default", "heads", [[OTHER, 0, bytes(31)]], False), ("credit.default", "heads", [[OTHER, 0]], False),
    ("credit.default", "heads", [[OTHER, True, bytes(32)]], False),
    ("credit.assign", "heads", [[OTHER, 0, bytes(32)], [OTHER, 0, bytes(32)]], False),
    ("credit.notice", "says", "", False), ("credit.notice", "says", "n" * 500, True),
    ("credit.write_off", "amount", 0, False), ("offer.buy", "price", 0, False), ("offer.sell", "recourse", 1, False),
    ("dispute.open", "says", " ", False), ("dispute.open", "evidence", [bytes(32)] * 17, False),
    ("dispute.close", "outcome", "won", False), ("dispute.close", "outcome", "withdrawn", True),
    ("correct.propose", "asked", b"", False),
    ("netting.apply", "set_offs", [], False), ("netting.apply", "set_offs", [-1], False),
    ("netting.apply", "set_offs", [True], False), ("netting.apply", "set_offs", [1] * 511, True),
    ("netting.apply", "set_offs", [1] * 512, False),
    ("consent.grant", "scope", "records", True), ("consent.grant", "scope", "all", False),
    ("consent.grant", "purpose", "audit", True), ("consent.grant", "purpose", "", False),
    ("consent.grant", "until", "2026-02-30", False), ("consent.grant", "says", "s" * 500, True),
    ("consent.grant", "says", "s" * 501, False), ("consent.revoke", "reason", "r" * 501, False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "value", "fits"), CASES)
def test_fields_are_taken_up_to_their_edges(kind: str, name: str, value: Any, fits: bool) -> None:
    assert malformed_field(kind, {**BODIES[kind], name: value}) == (None if fits else name)

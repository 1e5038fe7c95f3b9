"""Receipts that were written down are made the same, and proven."""

import json
from typing import Any

import pytest
from tests.unit.vectors.plain_cbor import decode_plain
from tests.unit.vectors.receipts import VECTORS, build

from cohong.verifier.canonical import decode
from cohong.verifier.receipt import verify_receipt

WRITTEN: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
RECEIPTS: dict[str, dict[str, str]] = WRITTEN["receipts"]


def test_every_receipt_is_as_written_down() -> None:
    assert build() == WRITTEN


@pytest.mark.parametrize("name", sorted(RECEIPTS))
def test_a_receipt_that_was_written_down_is_proven(name: str) -> None:
    shown = RECEIPTS[name]
    receipt_bytes, known = bytes.fromhex(shown["receipt"]), bytes.fromhex(shown["known"]) or None
    proof = verify_receipt(receipt_bytes, bytes.fromhex(WRITTEN["network"]), known)
    assert (proof.entry.hex(), proof.start) == (shown["entry"], known)
    assert decode(receipt_bytes, "receipt") == decode_plain(receipt_bytes)

"""Credentials: what is signed is what the standard's own example signs, and whatever was changed is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import base58
import pytest
from tests.unit.verifier.chains import key_of
from tests.unit.verifier.mutations import MUTATIONS, mutated
from tests.unit.verifier.reports import CREATED, sign

from cohong.exporting.credential import canonical, did_of
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.credential import canonical_bytes, member_of, read_json, signed_bytes, verify_credential
from cohong.verifier.receipt import check_signature

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors" / "eddsa_jcs_2022.json").read_text())
DID = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"


def credential() -> dict[str, Any]:
    return sign(
        {"id": did_of(key_of("Subject").member), "name": "茶行 Ltd", "figures": [1, 2.5, None, True]}, [], issuer="I"
    )


def test_the_standards_own_example_is_hashed_and_verified() -> None:
    document = VECTORS["signed"]
    message = signed_bytes(document, document["proof"])
    assert message.hex() == VECTORS["combined_hash"]
    signature = base58.b58decode(document["proof"]["proofValue"][1:])
    check_signature(member_of(DID), message, signature, "proof")
    with pytest.raises(ReceiptRefused, match="signature: proof"):
        check_signature(member_of(DID), message[::-1], signature, "proof")


def test_a_credential_is_its_issuers_however_it_is_laid_out() -> None:
    document, issuer = credential(), key_of("I").member
    for text in (
        canonical(document).decode(),
        json.dumps(document, indent=3),
        json.dumps(document, ensure_ascii=False),
    ):
        assert verify_credential(read_json(text.encode())) == issuer
    assert document["proof"]["created"] == document["validFrom"] == CREATED


def test_a_thousand_that_were_tampered_with_are_refused() -> None:
    tried: set[str] = set()
    for name, altered in mutated(credential(), 1_000):
        tried.add(name)
        with pytest.raises(ReceiptRefused):
            verify_credential(read_json(altered))
    assert tried == set(MUTATIONS)


def test_another_member_cannot_put_its_key_in_the_issuers_place() -> None:
    mine, theirs = credential(), sign({"id": did_of(key_of("Subject").member)}, [], issuer="Other")
    with pytest.raises(ReceiptRefused, match="verificationMethod"):
        verify_credential({**mine, "proof": theirs["proof"]})
    with pytest.raises(ReceiptRefused, match="signature"):
        verify_credential({**mine, "issuer": theirs["issuer"], "proof": theirs["proof"]})


def test_what_the_standard_allows_besides_is_refused() -> None:
    """Sets of proofs, and contexts after those that are signed: the file would have more than one meaning."""
    document = credential()
    for allowed in (
        {**document, "proof": [document["proof"]]},
        {**document, "@context": [*document["@context"], "https://example.com/more"]},
    ):
        with pytest.raises(ReceiptRefused):
            verify_credential(allowed)


@pytest.mark.parametrize(
    "text",
    ['{"a":1,"a":1}', '{"a":NaN}', '{"a":Infinity}', "[]", "", '{"a":', '"text"', "[" * 100_000, "{\ufeff"],
)
def test_json_of_no_one_meaning_is_refused(text: str) -> None:
    with pytest.raises(ReceiptRefused):
        read_json(text.encode())


@pytest.mark.parametrize("text", ['{"a":9007199254740993}', '{"a":1e400}', '{"a":"\\ud800"}'])
def test_what_readers_would_hold_differently_has_no_canonical_form(text: str) -> None:
    with pytest.raises(ReceiptRefused, match="json"):
        canonical_bytes(read_json(text.encode()))


@pytest.mark.parametrize(
    "did",
    [
        "did:web:example.com",
        DID.removeprefix("did:key:"),
        DID[:-1],
        f"{DID}1",
        "did:key:z1" + DID.removeprefix("did:key:z"),  # a zero byte in front
        "did:key:u7QG5vJ",
        did_of(bytes(32))[:-3] + "0OI",
        None,
    ],
)
def test_a_did_has_one_spelling(did: object) -> None:
    with pytest.raises(ReceiptRefused):
        member_of(did)


def test_a_member_is_found_again_in_its_did() -> None:
    member = key_of("Subject").member
    assert member_of(did_of(member)) == member
    assert did_of(member).startswith("did:key:z6Mk")

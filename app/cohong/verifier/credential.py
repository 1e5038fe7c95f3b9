"""Check a W3C Verifiable Credential (Data Model 2.0) with a Data Integrity proof `eddsa-jcs-2022` and a `did:key`.

Narrower than the standard allows, so that a file has one meaning: one proof with just the fields that the suite needs,
for an assertion, by the key that is the issuer itself, under the document's own context. JSON in which a name stands
twice is refused, for readers differ in which of the two they see.

Source: W3C, Data Integrity EdDSA Cryptosuites v1.0, section 3.3.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Final

import base58
import rfc8785

from cohong.verifier.canonical import ID_BYTES, ReceiptRefused, map_of, require, typed
from cohong.verifier.receipt import check_signature

CREDENTIAL_BYTES_MAX: Final = 32 * 1024 * 1024
CREDENTIALS: Final = "https://www.w3.org/ns/credentials/v2"
DID_KEY: Final = "did:key:"
ED25519_KEY: Final = b"\xed\x01"
PROOF_FIELDS: Final = {
    "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "@context", "proofValue",
}  # fmt: skip
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_BASE58: Final = re.compile(r"z[1-9A-HJ-NP-Za-km-z]{1,100}", re.ASCII)


def read_json(json_bytes: bytes) -> dict[str, object]:
    """Return the object in a JSON text.

    Raises:
        ReceiptRefused: it is none, or not of one meaning.
    """
    require(len(json_bytes) <= CREDENTIAL_BYTES_MAX, "too-large")
    try:
        value = json.loads(json_bytes.decode(), object_pairs_hook=_object, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ReceiptRefused("json", str(error)) from error
    return typed(value, dict, "JSON")


def verify_credential(document: dict[str, object]) -> bytes:
    """Return the member's id, 32 bytes, whose key has signed all of the document.

    Raises:
        ReceiptRefused: it is no such credential, or not signed by its issuer.
    """
    contexts: list[object] = typed(document.get("@context"), list, "@context")
    require(contexts[:1] == [CREDENTIALS], "credential", "@context")
    require("VerifiableCredential" in typed(document.get("type"), list, "type"), "credential", "type")
    proof = map_of(document.get("proof"), PROOF_FIELDS, "proof")
    is_known = proof["type"] == "DataIntegrityProof" and proof["cryptosuite"] == "eddsa-jcs-2022"
    require(is_known, "credential", "cryptosuite")
    require(proof["proofPurpose"] == "assertionMethod", "credential", "proofPurpose")
    require(proof["@context"] == contexts, "credential", "@context")
    for moment in (proof["created"], document.get("validFrom")):
        require(_MOMENT.fullmatch(typed(moment, str, "time")) is not None, "credential", "time")
    did = typed(typed(document.get("issuer"), dict, "issuer").get("id"), str, "issuer")
    member = member_of(did)
    require(proof["verificationMethod"] == f"{did}#{did.removeprefix(DID_KEY)}", "credential", "verificationMethod")
    check_signature(member, signed_bytes(document, proof), _decoded(proof["proofValue"]), "proof")
    return member


def member_of(did: object) -> bytes:
    """Return the id of the member that a `did:key` is.

    Raises:
        ReceiptRefused: it is no Ed25519 key in its one spelling.
    """
    text = typed(did, str, "did:key")
    require(text.startswith(DID_KEY), "credential", "did:key")
    key = _decoded(text.removeprefix(DID_KEY))
    require(len(key) == 2 + ID_BYTES and key.startswith(ED25519_KEY), "credential", "did:key")
    return key[2:]


def canonical_bytes(value: object) -> bytes:
    """Return the canonical JSON (RFC 8785) of a value that was read from JSON.

    Raises:
        ReceiptRefused: it has none, for it has a number that not every reader holds exactly, or a broken character.
    """
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]  # of just the types that JSON gives
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        raise ReceiptRefused("json", str(error)) from error


def signed_bytes(document: dict[str, object], proof: dict[str, object]) -> bytes:
    """Return the 64 bytes that are signed: the hashes of the proof's options and of the document without its proof."""
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    return b"".join(hashlib.sha256(canonical_bytes(part)).digest() for part in (options, unsigned))


def _decoded(multibase: object) -> bytes:
    text = typed(multibase, str, "multibase")
    require(_BASE58.fullmatch(text) is not None, "credential", "multibase")
    exact = base58.b58decode(text[1:])
    require(base58.b58encode(exact).decode() == text[1:], "credential", "multibase")
    return exact


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_number(text: str) -> object:
    raise ValueError(f"{text} is no number")

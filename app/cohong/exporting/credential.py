"""W3C Verifiable Credentials (Data Model 2.0) with a Data Integrity proof `eddsa-jcs-2022`, by a member's own key.

A member's id is an Ed25519 public key, and so names itself as a `did:key`: whoever has the file has all that the check
of its signature takes. What is signed are two SHA-256 in a row, 64 bytes, of the proof's options and of the document,
both in the canonical form of RFC 8785 (JCS). Everything else that the key ever signs begins with words and has another
length, so that neither can be passed off as the other.

Source: W3C, Data Integrity EdDSA Cryptosuites v1.0, section 3.3; `cohong.verifier.credential` reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Final

import base58
import rfc8785

CREDENTIALS: Final = "https://www.w3.org/ns/credentials/v2"
UNDEFINED_TERMS: Final = "https://www.w3.org/ns/credentials/undefined-terms/v2"
"""Says that a term which no context defines means what the issuer says it means."""
ED25519_KEY: Final = b"\xed\x01"
"""The multicodec of an Ed25519 public key."""


def did_of(member: bytes) -> str:
    """Return a member's id as a decentralised identifier, `did:key:z6Mk…`."""
    return f"did:key:{_multibase(ED25519_KEY + member)}"


def canonical(value: Mapping[str, Any]) -> bytes:
    """Return the one JSON text of RFC 8785. Whole numbers beyond 2^53 have none: they are to be texts."""
    return rfc8785.dumps(dict(value))


def new_credential(
    kind: str, subject: Mapping[str, Any], *, issuer: Mapping[str, Any], created: str, evidence: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return a credential to be signed; `created` is UTC, `2026-11-26T10:00:00Z`."""
    return {
        "@context": [CREDENTIALS, UNDEFINED_TERMS],
        "type": ["VerifiableCredential", kind],
        "issuer": dict(issuer),
        "validFrom": created,
        "credentialSubject": dict(subject),
        **({"evidence": evidence} if evidence else {}),
    }


def signed(
    credential: Mapping[str, Any], member: bytes, sign: Callable[[bytes], bytes], *, created: str
) -> dict[str, Any]:
    """Return the credential with the member's proof."""
    did = did_of(member)
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": created,
        "verificationMethod": f"{did}#{did.removeprefix('did:key:')}",
        "proofPurpose": "assertionMethod",
        "@context": credential["@context"],
    }
    message = hashlib.sha256(canonical(options)).digest() + hashlib.sha256(canonical(credential)).digest()
    return {**credential, "proof": {**options, "proofValue": _multibase(sign(message))}}


def _multibase(exact: bytes) -> str:
    return "z" + base58.b58encode(exact).decode()

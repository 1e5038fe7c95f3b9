"""Two nodes of one member that run at the same time: how a neighbour shows it to both, who need not trust it.

A profile that was copied can be running twice. A neighbour that has a link with one run, and is greeted by another,
asks each of the two to sign the other's instance, and hands the signatures over. An instance is random and is made at
the start of its run; so only a run that was alive after that, and has the member's key, can have signed it. A quick
restart is no such case: the earlier run is gone and signs nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cohong.crypto.signing import SigningKey, verify

INSTANCE_BYTES: Final = 8
NONCE_BYTES: Final = 16
SIGNATURE_BYTES: Final = 64
_DOMAIN: Final = b"cohong/run/1\0"


@dataclass(frozen=True, slots=True)
class RunProof:
    """A run's word that it is alive, for one other run of the same member.

    Attributes:
        instance: the run that signed.
        nonce: 16 bytes, random for each proof, so that none can be shown twice.
    """

    instance: bytes
    nonce: bytes
    signature: bytes


class OwnRun:
    """This run of the member's node."""

    def __init__(self, key: SigningKey, on_other: Callable[[bytes], None] = lambda witness: None) -> None:
        """Begin a run.

        Args:
            key: the member's.
            on_other: told who has shown that another run of this member is alive.
        """
        self._key = key
        self._on_other = on_other
        self._seen: set[bytes] = set()
        self.instance = secrets.token_bytes(INSTANCE_BYTES)

    def prove_to(self, other: bytes) -> RunProof:
        """Return the proof, for the run `other` of the same member, that this one is alive."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return RunProof(self.instance, nonce, self._key.sign(_signed(other, self.instance, nonce)))

    def is_shown_other(self, proof: RunProof, witness: bytes) -> bool:
        """Return whether another run of this member has been alive since this one began; true once for each proof."""
        if proof.instance == self.instance or proof.nonce in self._seen:
            return False
        if not verify(self._key.member, _signed(self.instance, proof.instance, proof.nonce), proof.signature):
            return False
        self._seen.add(proof.nonce)
        self._on_other(witness)
        return True


def _signed(reader: bytes, signer: bytes, nonce: bytes) -> bytes:
    return _DOMAIN + reader + signer + nonce

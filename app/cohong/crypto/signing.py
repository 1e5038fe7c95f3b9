"""Ed25519 by libsodium: one fixed rule for what a valid signature is, the same on every node.

Accepted is what libsodium's `crypto_sign_verify_detached` accepts: no cofactor, small-order and
non-canonical points refused. Batch verification differs on malformed points and is not used for that reason.

PyNaCl lets go of the interpreter lock while it verifies, so a large batch is shared with a second thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from nacl.bindings import (
    crypto_box_seal_open,
    crypto_scalarmult_base,
    crypto_sign,
    crypto_sign_BYTES,
    crypto_sign_ed25519_sk_to_curve25519,
    crypto_sign_open,
    crypto_sign_seed_keypair,
)
from nacl.exceptions import BadSignatureError, CryptoError

SEED_BYTES: Final = 32
MEMBER_BYTES: Final = 32
SIGNATURE_BYTES: Final = crypto_sign_BYTES
SHARED_FROM: Final = 64
"""From how many signatures on a second thread is worth its start: 0.1 ms, a verification takes 0.045 ms."""

SignedMessage = tuple[bytes, bytes, bytes]
"""Member id, message, signature."""


class SigningKey:
    """A member's secret key. Its text form shows the member id only: no log line can give the key away."""

    __slots__ = ("_secret", "member")

    member: Final[bytes]

    def __init__(self, seed: bytes) -> None:
        """Make the key from its seed.

        Args:
            seed: 32 secret bytes, such as `words.member_seed` gives.

        Raises:
            ValueError: the seed has another size.
        """
        if len(seed) != SEED_BYTES:
            raise ValueError(f"a seed is {SEED_BYTES} bytes, not {len(seed)}")
        self.member, self._secret = crypto_sign_seed_keypair(seed)

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of `message`; the same message gives the same signature."""
        return crypto_sign(message, self._secret)[:SIGNATURE_BYTES]

    def unseal(self, sealed: bytes) -> bytes | None:
        """Return the secret that `sealing.seal_to` has sealed to this member, None if it is for somebody else."""
        private = crypto_sign_ed25519_sk_to_curve25519(self._secret)
        try:
            return crypto_box_seal_open(sealed, crypto_scalarmult_base(private), private)
        except (CryptoError, ValueError, TypeError):
            return None

    def __repr__(self) -> str:
        return f"SigningKey(member={self.member.hex()})"


def verify(member: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether `signature` is the member's signature of `message`; False for bytes of a wrong size."""
    if len(signature) != SIGNATURE_BYTES or len(member) != MEMBER_BYTES:
        return False
    try:
        crypto_sign_open(signature + message, member)
    except BadSignatureError:
        return False
    return True


def verify_many(signed: Sequence[SignedMessage], *, threads: int = 2) -> list[bool]:
    """Return for each (member, message, signature) what `verify` says of it, in order.

    Args:
        threads: 1 where the machine has a single core; with 2 a batch of SHARED_FROM or more is halved.
    """
    if threads < 2 or len(signed) < SHARED_FROM:
        return _verify_each(signed)
    middle = len(signed) // 2
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="verify") as second:
        rest = second.submit(_verify_each, signed[middle:])
        return _verify_each(signed[:middle]) + rest.result()


def _verify_each(signed: Sequence[SignedMessage]) -> list[bool]:
    return [verify(member, message, signature) for member, message, signature in signed]

"""Secrets for chosen members: XChaCha20-Poly1305 under a content key, the key sealed to each reader.

A member's Ed25519 key has an X25519 form, to which a secret can be sealed without asking for another key. A sealed
secret is libsodium's sealed box; the ephemeral key is made from a seed that the caller gives, so that nothing in here
is random. Whoever holds only the sealed bytes learns neither the secret nor who sealed it.
"""

from __future__ import annotations

import hashlib
from typing import Final

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_box_easy,
    crypto_box_SEALBYTES,
    crypto_box_seed_keypair,
    crypto_sign_ed25519_pk_to_curve25519,
)
from nacl.exceptions import CryptoError

CONTENT_KEY_BYTES: Final = 32
NONCE_BYTES: Final = 24
TAG_BYTES: Final = crypto_aead_xchacha20poly1305_ietf_ABYTES
EPHEMERAL_SEED_BYTES: Final = 32
SEALED_KEY_BYTES: Final = CONTENT_KEY_BYTES + crypto_box_SEALBYTES


def encrypt(key: bytes, nonce: bytes, message: bytes, associated: bytes) -> bytes:
    """Return the ciphertext of `message` with its tag, TAG_BYTES longer; `nonce` never serves a key twice."""
    return crypto_aead_xchacha20poly1305_ietf_encrypt(message, associated, nonce, key)


def decrypt(key: bytes, nonce: bytes, ciphertext: bytes, associated: bytes) -> bytes | None:
    """Return the message, None if key, nonce, ciphertext or associated bytes are not those of its making."""
    if len(ciphertext) < TAG_BYTES:
        return None
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(ciphertext, associated, nonce, key)
    except CryptoError:
        return None


def seal_to(member: bytes, secret: bytes, ephemeral_seed: bytes) -> bytes | None:
    """Return `secret` sealed to a member; None if its id is no point of the curve that anybody could hold a key of.

    Args:
        ephemeral_seed: 32 new random bytes, different for each member and secret.
    """
    if len(ephemeral_seed) != EPHEMERAL_SEED_BYTES:
        raise ValueError(f"a seed is {EPHEMERAL_SEED_BYTES} bytes, not {len(ephemeral_seed)}")
    try:
        reader = crypto_sign_ed25519_pk_to_curve25519(member)
        public, private = crypto_box_seed_keypair(ephemeral_seed)
        # The nonce of a sealed box, as libsodium makes it: the ephemeral key serves for nothing else.
        nonce = hashlib.blake2b(public + reader, digest_size=NONCE_BYTES).digest()
        return public + crypto_box_easy(secret, nonce, reader, private)
    except (CryptoError, ValueError):
        return None

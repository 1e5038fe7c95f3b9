"""Keys derived from keys, and message authentication: keyed BLAKE2b with one domain for each use.

A key that is used for two things is derived into two. `purpose` separates them; it is a fixed text in our
code, never something that a user or a peer chose.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

KEY_BYTES: Final = 32
MAC_BYTES: Final = 32

# BLAKE2b's own personalisation field (at most 16 bytes) keeps derived keys and tags apart under one key.
_DERIVE: Final = b"cohong/derive/1"
_MAC: Final = b"cohong/mac/1"


def derive(key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for `purpose`: BLAKE2b-256 of the purpose, keyed and personalised.

    Args:
        key: 32 bytes of full entropy. A passphrase goes through Argon2id first (`slots`).

    Raises:
        ValueError: the key has another size.
    """
    return _keyed(key, purpose.encode(), _DERIVE)


def mac(key: bytes, message: bytes) -> bytes:
    """Return the 32-byte tag of `message`; hold it against another with `is_mac`, never with ==.

    Raises:
        ValueError: the key is not 32 bytes.
    """
    return _keyed(key, message, _MAC)


def is_mac(key: bytes, message: bytes, tag: bytes) -> bool:
    """Return whether `tag` is the tag of `message`, in a time that does not tell how much of it is right."""
    return hmac.compare_digest(mac(key, message), tag)


def _keyed(key: bytes, message: bytes, person: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key is {KEY_BYTES} bytes, not {len(key)}")
    return hashlib.blake2b(message, digest_size=KEY_BYTES, key=key, person=person).digest()

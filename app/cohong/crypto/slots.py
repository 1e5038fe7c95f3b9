"""Key slots: the ledger's data key, wrapped once for the passphrase and once for the recovery words.

    file      = "cohong/slots" || version (2 bytes) || passphrase slot || recovery slot
    passphrase slot = memory KiB || passes || lanes (4 bytes each, big-endian) || salt (16) || sealed || check
    recovery slot   = sealed || check
    sealed    = nonce (24) || XChaCha20-Poly1305(key, data key; associated: domain, slot, what stands before)
    check     = SHA-256 of the slot's bytes before it

The key of the passphrase slot is Argon2id of the passphrase (NFKC), that of the recovery slot is derived
from the 256 bits behind the words, which need no stretching. `check` is no protection against an attacker;
it tells a slot that the disk has damaged (SlotDamaged) from a wrong passphrase (WrongSecret), and each slot
has its own, so that the words still open a file whose passphrase slot is damaged. The Argon2id cost stands
in the file, which may be hostile: it has a floor, so that nobody is talked into a weak one, and a ceiling,
so that nobody's memory is eaten.
"""

from __future__ import annotations

import hashlib
import struct
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from cohong.crypto.seal import derive

DATA_KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 24
VERSION: Final = 1

MEMORY_KIB_FLOOR: Final = 64 * 1024
MEMORY_KIB_MAX: Final = 1024 * 1024
PASSES_MAX: Final = 10
LANES_MAX: Final = 16

_MAGIC: Final = b"cohong/slots"
_DOMAIN: Final = b"cohong/slot/1\0"
_COST: Final = struct.Struct(">III")
_CHECK_BYTES: Final = 32
_SEALED_BYTES: Final = NONCE_BYTES + DATA_KEY_BYTES + 16
_RECOVERY_BYTES: Final = _SEALED_BYTES + _CHECK_BYTES
_PASSPHRASE_BYTES: Final = _COST.size + SALT_BYTES + _SEALED_BYTES + _CHECK_BYTES
_HEADER_BYTES: Final = len(_MAGIC) + 2
FILE_BYTES: Final = _HEADER_BYTES + _PASSPHRASE_BYTES + _RECOVERY_BYTES


class SlotDamaged(Exception):
    """The slot's bytes are not what was written, or ask for a cost outside the limits. Try the other slot."""


class SlotsTooNew(Exception):
    """A newer version of the program wrote this file."""


class WrongSecret(Exception):
    """The slot is whole; the passphrase or the words do not open it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id's cost: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The two slots as bytes; what is in them is looked at when one is opened."""

    passphrase_slot: bytes
    recovery_slot: bytes
    version: int = VERSION

    def encode(self) -> bytes:
        """Return the file's bytes."""
        return _MAGIC + self.version.to_bytes(2, "big") + self.passphrase_slot + self.recovery_slot


def decode_slots(file_bytes: bytes) -> SlotFile:
    """Return the slots in `file_bytes`, not yet looked into.

    Raises:
        SlotDamaged: this is no slot file, or it is cut off.
        SlotsTooNew: it has a version above VERSION.
    """
    if not file_bytes.startswith(_MAGIC) or len(file_bytes) < _HEADER_BYTES:
        raise SlotDamaged("not a slot file")
    version = int.from_bytes(file_bytes[len(_MAGIC) : _HEADER_BYTES], "big")
    if version > VERSION:
        raise SlotsTooNew(version)
    if version != VERSION or len(file_bytes) != FILE_BYTES:
        raise SlotDamaged("version or size")
    middle = _HEADER_BYTES + _PASSPHRASE_BYTES
    return SlotFile(file_bytes[_HEADER_BYTES:middle], file_bytes[middle:])


def new_slots(
    data_key: bytes,
    *,
    passphrase: str,
    entropy: bytes,
    salt: bytes,
    nonces: tuple[bytes, bytes],
    cost: Cost | None = None,
) -> SlotFile:
    """Return the slots that open `data_key` by the passphrase and by the words.

    Args:
        data_key: 32 random bytes.
        entropy: the 32 bytes behind the recovery words.
        salt: 16 random bytes.
        nonces: twice 24 random bytes, for the passphrase slot and the recovery slot.
        cost: another than the usual one, for tests.
    """
    return SlotFile(
        _passphrase_slot(data_key, passphrase, salt, nonces[0], cost or Cost()),
        _recovery_slot(data_key, entropy, nonces[1]),
    )


def change_passphrase(
    slots: SlotFile, data_key: bytes, *, passphrase: str, salt: bytes, nonce: bytes, cost: Cost | None = None
) -> SlotFile:
    """Return `slots` with the passphrase slot written anew; `salt` and `nonce` are new random bytes."""
    return replace(slots, passphrase_slot=_passphrase_slot(data_key, passphrase, salt, nonce, cost or Cost()))


def change_words(slots: SlotFile, data_key: bytes, *, entropy: bytes, nonce: bytes) -> SlotFile:
    """Return `slots` with the recovery slot written anew; `nonce` is 24 new random bytes."""
    return replace(slots, recovery_slot=_recovery_slot(data_key, entropy, nonce))


def open_with_passphrase(slots: SlotFile, passphrase: str, *, memory_kib_floor: int = MEMORY_KIB_FLOOR) -> bytes:
    """Return the data key. Takes about half a second and 128 MiB on purpose.

    Args:
        memory_kib_floor: lower for tests only.

    Raises:
        SlotDamaged, WrongSecret: which see.
    """
    slot = _checked(slots.passphrase_slot, _PASSPHRASE_BYTES)
    front = _COST.size + SALT_BYTES
    cost = Cost(*_COST.unpack(slot[: _COST.size]))
    if not _is_bearable(cost, memory_kib_floor):
        raise SlotDamaged("cost outside the limits")
    key = _stretched(passphrase, slot[_COST.size : front], cost)
    return _unsealed(slot[front:], key, b"passphrase" + slot[:front])


def open_with_entropy(slots: SlotFile, entropy: bytes) -> bytes:
    """Return the data key by the 32 bytes behind the recovery words.

    Raises:
        SlotDamaged, WrongSecret: which see.
    """
    slot = _checked(slots.recovery_slot, _RECOVERY_BYTES)
    return _unsealed(slot, derive(entropy, "recovery slot"), b"recovery")


def _passphrase_slot(data_key: bytes, passphrase: str, salt: bytes, nonce: bytes, cost: Cost) -> bytes:
    assert len(salt) == SALT_BYTES
    front = _COST.pack(cost.memory_kib, cost.passes, cost.lanes) + salt
    sealed = _sealed(data_key, _stretched(passphrase, salt, cost), nonce, b"passphrase" + front)
    return _with_check(front + sealed)


def _recovery_slot(data_key: bytes, entropy: bytes, nonce: bytes) -> bytes:
    return _with_check(_sealed(data_key, derive(entropy, "recovery slot"), nonce, b"recovery"))


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _is_bearable(cost: Cost, memory_kib_floor: int) -> bool:
    # Argon2 itself asks for eight KiB a lane.
    floor = max(memory_kib_floor, 8 * cost.lanes)
    return (
        floor <= cost.memory_kib <= MEMORY_KIB_MAX and 1 <= cost.passes <= PASSES_MAX and 1 <= cost.lanes <= LANES_MAX
    )


def _sealed(data_key: bytes, key: bytes, nonce: bytes, front: bytes) -> bytes:
    assert len(data_key) == DATA_KEY_BYTES and len(nonce) == NONCE_BYTES
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(data_key, _DOMAIN + front, nonce, key)


def _unsealed(sealed: bytes, key: bytes, front: bytes) -> bytes:
    nonce, box = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(box, _DOMAIN + front, nonce, key)
    except CryptoError as error:
        raise WrongSecret from error


def _with_check(slot: bytes) -> bytes:
    return slot + hashlib.sha256(slot).digest()


def _checked(slot: bytes, size: int) -> bytes:
    """Return the slot without its check."""
    body, check = slot[:-_CHECK_BYTES], slot[-_CHECK_BYTES:]
    if len(slot) != size or hashlib.sha256(body).digest() != check:
        raise SlotDamaged("checksum")
    return body

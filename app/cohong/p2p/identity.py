"""A member's Ed25519 key and libp2p's peer id are the same 32 bytes in two spellings."""

from __future__ import annotations

from typing import Final

from libp2p.crypto.ed25519 import Ed25519PrivateKey
from libp2p.crypto.keys import KeyPair
from libp2p.peer.id import ID

SEED_BYTES: Final = 32
MEMBER_BYTES: Final = 32
# Identity multihash (0x00) of 36 bytes (0x24): protobuf {key type 1 = Ed25519 (08 01), 32 bytes (12 20)}.
_PEER_ID_PREFIX: Final = bytes.fromhex("002408011220")


def key_pair_of(seed: bytes) -> KeyPair:
    """Return libp2p's key pair for a member key's `seed`.

    Raises:
        ValueError: Not 32 bytes. libp2p itself would make a random key of an empty seed.
    """
    if len(seed) != SEED_BYTES:
        raise ValueError(f"a seed has {SEED_BYTES} bytes, not {len(seed)}")
    private_key = Ed25519PrivateKey.from_bytes(seed)
    return KeyPair(private_key, private_key.get_public_key())


def peer_id_of(member: bytes) -> ID:
    """Return the peer id of the 32-byte member id.

    Raises:
        ValueError: Not 32 bytes.
    """
    if len(member) != MEMBER_BYTES:
        raise ValueError(f"a member id has {MEMBER_BYTES} bytes, not {len(member)}")
    return ID(_PEER_ID_PREFIX + member)


def member_of(peer_id: ID) -> bytes | None:
    """Return the member id in `peer_id`, or None when its key is not an Ed25519 key."""
    peer_id_bytes = peer_id.to_bytes()
    is_ed25519 = len(peer_id_bytes) == len(_PEER_ID_PREFIX) + MEMBER_BYTES
    if not is_ed25519 or not peer_id_bytes.startswith(_PEER_ID_PREFIX):
        return None
    return peer_id_bytes[len(_PEER_ID_PREFIX) :]

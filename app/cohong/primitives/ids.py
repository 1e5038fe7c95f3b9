"""The names of things: 32-byte ids that must not be mixed up with one another."""

from typing import Final, NewType

MemberId = NewType("MemberId", bytes)
"""An Ed25519 public key, 32 bytes. It names the member, its feed, and its libp2p host."""

NetworkId = NewType("NetworkId", bytes)
"""SHA-256 of the genesis, 32 bytes."""

EntryId = NewType("EntryId", bytes)
"""SHA-256 of an entry's header bytes, 32 bytes. A version of an object is the id of the entry that made it."""

BlockId = NewType("BlockId", bytes)
"""SHA-256 of the head of a charter block, 32 bytes; the network's id for block 0."""

ObjectId = NewType("ObjectId", bytes)
"""What a record is about, 32 bytes: the id of the entry that created it, or a hash of its natural key."""

ID_BYTES: Final = 32
NO_ENTRY: Final = EntryId(bytes(ID_BYTES))
"""The `prev` of the first entry of a feed."""


def short(identity: bytes) -> str:
    """Return the first eight hex digits: enough to tell two ids apart in a log line, never to identify one."""
    return identity[:4].hex()

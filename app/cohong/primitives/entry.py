"""One signed item of a feed (protocol.md 2): a header, a signature over the header's hash, and a body.

The signature covers the body only by its hash, so that a body can be withheld or erased while the feed stays checkable.
This module knows bytes and their form; whether a signature is good is asked of `cohong.crypto`, and whether an entry
fits into its feed of `cohong.protocol`.
"""

import hashlib
from dataclasses import dataclass
from typing import Final, cast

from cohong.primitives.encoding import Value, decode, encode, encode_array
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, EntryId, MemberId, NetworkId
from cohong.primitives.kinds import CHAIN_PROPOSE, KIND_CHARS_MAX

HEADER_VERSION: Final = 1
HEADER_FIELDS: Final = 10
HEADER_BYTES_MAX: Final = 256
BODY_BYTES_MAX: Final = 64 * 1024
PROPOSAL_BYTES_MAX: Final = 1_002_000
"""Body of a `chain.propose`, which has the lists of a block; every other body has BODY_BYTES_MAX. It fits a frame."""

SIGNATURE_BYTES: Final = 64
SALT_BYTES: Final = 16
NAMES_MAX: Final = 512
ENTRY_DOMAIN: Final = b"cohong/entry/1\0"
"""Goes in front of the id when it is signed, so that no other signature of the key can pass for an entry's."""

TIME_MS_MAX: Final = 253_402_300_799_999
"""The last millisecond of the year 9999."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is signed.

    Attributes:
        seq: place in the author's feed, from 0 without a gap.
        prev: id of the entry at seq - 1; 32 zero bytes at 0.
        height: number of the newest final charter block that the author held.
        time_ms: UTC milliseconds by the author's clock.
        body_size: bytes of the body.
    """

    network: NetworkId
    author: MemberId
    seq: int
    prev: EntryId
    height: int
    time_ms: int
    kind: str
    body_hash: bytes
    body_size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A header with its exact bytes, its id and signature, and the body's bytes (None where withheld or erased)."""

    header: Header
    header_bytes: bytes
    id: EntryId
    signature: bytes
    body_bytes: bytes | None

    @property
    def size(self) -> int:
        """Bytes that the entry itself takes: header, signature and body."""
        return len(self.header_bytes) + SIGNATURE_BYTES + self.header.body_size


def encode_header(header: Header) -> bytes:
    """Return the canonical bytes of `header`."""
    return encode_array([
        HEADER_VERSION, header.network, header.author, header.seq, header.prev,
        header.height, header.time_ms, header.kind, header.body_hash, header.body_size,
    ])  # fmt: skip


def decode_header(header_bytes: bytes) -> Header:
    """Return the header encoded in `header_bytes`.

    Raises:
        RemoteProtocolError: not canonical, an unknown version (`header-version`), or a field out of form
            (`header-form`).
    """
    fields = decode(header_bytes, bytes_max=HEADER_BYTES_MAX)
    if type(fields) is not list or not fields or fields[0] != HEADER_VERSION or fields[0] is True:
        raise RemoteProtocolError("header-version")
    if len(fields) != HEADER_FIELDS or [type(field) for field in fields] != _FIELD_TYPES:
        raise RemoteProtocolError("header-form")
    header = Header(*cast("tuple[NetworkId, MemberId, int, EntryId, int, int, str, bytes, int]", fields[1:]))
    if not _is_well_formed(header):
        raise RemoteProtocolError("header-form")
    return header


_FIELD_TYPES: Final = [int, bytes, bytes, int, bytes, int, int, str, bytes, int]


def _is_well_formed(header: Header) -> bool:
    ids = (header.network, header.author, header.prev, header.body_hash)
    return (
        all(len(identity) == ID_BYTES for identity in ids)
        and header.seq >= 0
        and header.height >= 0
        and 0 <= header.time_ms <= TIME_MS_MAX
        and 0 < len(header.kind) <= KIND_CHARS_MAX
        and 0 <= header.body_size <= body_bytes_max(header.kind)
    )


def body_bytes_max(kind: str) -> int:
    """Return how large a body of this kind may be, in bytes."""
    return PROPOSAL_BYTES_MAX if kind == CHAIN_PROPOSE else BODY_BYTES_MAX


def entry_id(header_bytes: bytes) -> EntryId:
    """Return SHA-256 of the header's bytes."""
    return EntryId(hashlib.sha256(header_bytes).digest())


def signed_bytes(identity: EntryId) -> bytes:
    """Return the bytes that the author signs for the entry with this id."""
    return ENTRY_DOMAIN + identity


def body_hash(body_bytes: bytes) -> bytes:
    """Return SHA-256 of the body's bytes."""
    return hashlib.sha256(body_bytes).digest()


def entry_from_parts(header_bytes: bytes, signature: bytes, body_bytes: bytes | None) -> Entry:
    """Return the entry made of these parts, its form checked and the body held against its hash.

    Raises:
        RemoteProtocolError: `signature-form`, `body-mismatch`, or what `decode_header` says.
    """
    header = decode_header(header_bytes)
    if len(signature) != SIGNATURE_BYTES:
        raise RemoteProtocolError("signature-form")
    if body_bytes is not None and (len(body_bytes) != header.body_size or body_hash(body_bytes) != header.body_hash):
        raise RemoteProtocolError("body-mismatch")
    return Entry(header, header_bytes, entry_id(header_bytes), signature, body_bytes)


def decode_body(body_bytes: bytes, kind: str = "") -> dict[str, Value]:
    """Return the map in `body_bytes`.

    Raises:
        RemoteProtocolError: not canonical, not a map (`body-form`), without a salt (`body-salt`), or with `names`
            that are not a list of at most 512 different ids (`body-names`).
    """
    body = decode(body_bytes, bytes_max=body_bytes_max(kind))
    if type(body) is not dict:
        raise RemoteProtocolError("body-form")
    salt = body.get("salt")
    if type(salt) is not bytes or len(salt) != SALT_BYTES:
        raise RemoteProtocolError("body-salt")
    names = body.get("names", [])
    if type(names) is not list or len(names) > NAMES_MAX or not all(is_id(name) for name in names):
        raise RemoteProtocolError("body-names")
    if len(set(cast("list[bytes]", names))) != len(names):
        raise RemoteProtocolError("body-names")
    return body


def names_of(body: dict[str, Value]) -> tuple[EntryId, ...]:
    """Return the ids of the records that a decoded body rests on, in the author's order."""
    return tuple(cast("list[EntryId]", body.get("names", [])))


def is_id(value: Value) -> bool:
    """Return whether `value` has the form of an id: 32 bytes."""
    return type(value) is bytes and len(value) == ID_BYTES


def encode_entry(entry: Entry) -> bytes:
    """Return the entry as one canonical array [header bytes, signature, body bytes or null]."""
    return encode([entry.header_bytes, entry.signature, entry.body_bytes])

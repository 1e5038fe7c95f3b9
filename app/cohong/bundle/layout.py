"""The bytes of a bundle (docs/bundles.md): blocks that each can be found, checked and used without the others.

    bundle = block*                     the header, the parts from 1 on, the end, and the header once more
    block  = head || payload
    head   = MARK (8) || number (4) || payload bytes (4) || SHA-256 of the payload || signature (64)

The exporter signs each head, so that one part can be checked alone, a stick that was pulled out early still gives what
is on it, and a stranger's block costs its finder one signature check, not the hashing of what it claims to hold. The
header comes twice, since without it nothing can be opened.

    header   = CBOR [1, network, author, time_ms, nonce, [[reader, sealed content key], …], contents]
    contents = sealed: CBOR [[[feed's author, first seq, last seq], …], entries, fork proofs]
    part     = sealed: one frame of a sync stream, `Entries` or `Proof`
    end      = CBOR [parts]

A bundle's id is SHA-256 of its header. Sealed means XChaCha20-Poly1305 under the content key, which serves this bundle
only: the nonce is the block's number, and number and bundle are bound to it as associated data. Without one of the
readers' keys a bundle shows who made it for whom, and nothing of what it holds.
"""

import hashlib
from dataclasses import dataclass
from typing import Final, cast

from cohong.crypto.sealing import CONTENT_KEY_BYTES, NONCE_BYTES, SEALED_KEY_BYTES, decrypt, encrypt
from cohong.crypto.signing import SIGNATURE_BYTES, SigningKey, verify
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, MemberId, NetworkId

VERSION: Final = 1
MARK: Final = b"\x89Cohong\n"
"""Begins every block; no text, and altered by whatever takes the file for text."""

HEAD_BYTES: Final = len(MARK) + 4 + 4 + 32 + SIGNATURE_BYTES
HEADER_NUMBER: Final = 0
END_NUMBER: Final = 2**32 - 1
HEADER_BYTES_MAX: Final = 2 * 1024 * 1024
PART_BYTES_MAX: Final = 2 * 1024 * 1024
"""Parts are written with up to 60 KB of entries; only a single large entry takes more."""

END_BYTES_MAX: Final = 64
READERS_MAX: Final = 4_096
STRETCHES_MAX: Final = 4_096
BUNDLE_NONCE_BYTES: Final = 16

HEADER_DOMAIN: Final = b"cohong/bundle/1\0"
BLOCK_DOMAIN: Final = b"cohong/bundle-block/1\0"
CONTENTS_DOMAIN: Final = b"cohong/bundle-contents/1\0"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in front of a block's payload."""

    number: int
    size: int
    digest: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a feed, both ends included."""

    author: MemberId
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a bundle says that it holds."""

    stretches: tuple[Stretch, ...]
    entries: int
    proofs: int


@dataclass(frozen=True, slots=True)
class Header:
    """Who has made a bundle, when, and for whom.

    Attributes:
        readers: member -> the content key sealed to it.
        contents: sealed.
        exact: the header's bytes.
        id: SHA-256 of these: the bundle's id.
    """

    network: NetworkId
    author: MemberId
    time_ms: int
    nonce: bytes
    readers: dict[MemberId, bytes]
    contents: bytes
    exact: bytes
    id: bytes


# Heads.


def encode_head(number: int, payload: bytes, signature: bytes) -> bytes:
    """Return the head of a block."""
    digest = hashlib.sha256(payload).digest()
    return b"".join((MARK, number.to_bytes(4, "big"), len(payload).to_bytes(4, "big"), digest, signature))


def decode_head(head_bytes: bytes) -> Head | None:
    """Return the head in HEAD_BYTES bytes, None if they are none; its signature is still to be verified."""
    if len(head_bytes) != HEAD_BYTES or not head_bytes.startswith(MARK):
        return None
    number, size = int.from_bytes(head_bytes[8:12], "big"), int.from_bytes(head_bytes[12:16], "big")
    if size > _size_max(number):
        return None
    return Head(number, size, head_bytes[16:48], head_bytes[48:])


def _size_max(number: int) -> int:
    if number == HEADER_NUMBER:
        return HEADER_BYTES_MAX
    return END_BYTES_MAX if number == END_NUMBER else PART_BYTES_MAX


def signed_of_header(header_bytes: bytes) -> bytes:
    """Return the bytes that the exporter signs for the header."""
    return HEADER_DOMAIN + hashlib.sha256(header_bytes).digest()


def signed_of_block(bundle: bytes, number: int, size: int, digest: bytes) -> bytes:
    """Return the bytes that the exporter signs for a part or the end."""
    return b"".join((BLOCK_DOMAIN, bundle, number.to_bytes(4, "big"), size.to_bytes(4, "big"), digest))


def is_signed(head: Head, header: Header) -> bool:
    """Return whether a block's head has been signed by the bundle's exporter for this bundle."""
    return verify(header.author, signed_of_block(header.id, head.number, head.size, head.digest), head.signature)


# The header.


def encode_header(
    network: NetworkId, author: MemberId, time_ms: int, nonce: bytes, readers: dict[MemberId, bytes], contents: bytes
) -> Header:
    """Return a header made of these fields."""
    sealed: list[Value] = [[member, key] for member, key in sorted(readers.items())]
    exact = encode([VERSION, network, author, time_ms, nonce, sealed, contents])
    return Header(network, author, time_ms, nonce, readers, contents, exact, hashlib.sha256(exact).digest())


def decode_header(header_bytes: bytes) -> Header:
    """Return the header in `header_bytes`, its signature still to be verified.

    Raises:
        RemoteProtocolError: `newer-version`, or out of form (`header-form`, or what the decoder says).
    """
    fields = decode(header_bytes, bytes_max=HEADER_BYTES_MAX)
    if type(fields) is not list or not fields or type(fields[0]) is not int:
        raise RemoteProtocolError("header-form")
    if fields[0] != VERSION:
        raise RemoteProtocolError("newer-version")
    if len(fields) != 7 or [type(field) for field in fields[1:]] != [bytes, bytes, int, bytes, list, bytes]:
        raise RemoteProtocolError("header-form")
    network, author, time_ms, nonce, readers, contents = cast(
        "tuple[bytes, bytes, int, bytes, Value, bytes]", fields[1:]
    )
    if len(network) != ID_BYTES or len(author) != ID_BYTES or time_ms < 0 or len(nonce) != BUNDLE_NONCE_BYTES:
        raise RemoteProtocolError("header-form")
    identity = hashlib.sha256(header_bytes).digest()
    sealed = _readers_of(readers)
    return Header(NetworkId(network), MemberId(author), time_ms, nonce, sealed, contents, header_bytes, identity)


def _readers_of(value: Value) -> dict[MemberId, bytes]:
    if type(value) is not list or not 0 < len(value) <= READERS_MAX:
        raise RemoteProtocolError("header-form", "readers")
    readers: dict[MemberId, bytes] = {}
    for item in value:
        if type(item) is not list or [type(part) for part in item] != [bytes, bytes]:
            raise RemoteProtocolError("header-form", "readers")
        member, sealed = cast("tuple[bytes, bytes]", tuple(item))
        if len(member) != ID_BYTES or len(sealed) != SEALED_KEY_BYTES:
            raise RemoteProtocolError("header-form", "readers")
        readers[MemberId(member)] = sealed
    if list(readers) != sorted(readers) or len(readers) != len(value):
        raise RemoteProtocolError("header-form", "readers")
    return readers


def content_key(header: Header, key: SigningKey) -> bytes:
    """Return the bundle's content key.

    Raises:
        RemoteProtocolError: `not-for-you`: it was not made for the holder of `key`.
    """
    sealed = header.readers.get(MemberId(key.member))
    opened = key.unseal(sealed) if sealed is not None else None
    if opened is None or len(opened) != CONTENT_KEY_BYTES:
        raise RemoteProtocolError("not-for-you")
    return opened


# What is sealed.


def seal_contents(key: bytes, nonce: bytes, contents: Contents) -> bytes:
    """Return the contents, sealed for the header of the bundle with this nonce."""
    stretches: list[Value] = [[item.author, item.first_seq, item.last_seq] for item in contents.stretches]
    plain = encode([stretches, contents.entries, contents.proofs])
    return encrypt(key, _nonce(HEADER_NUMBER), plain, CONTENTS_DOMAIN + nonce)


def open_contents(key: bytes, header: Header) -> Contents:
    """Return what the bundle says that it holds.

    Raises:
        RemoteProtocolError: it was sealed wrongly or is out of form (`contents-form`).
    """
    plain = decrypt(key, _nonce(HEADER_NUMBER), header.contents, CONTENTS_DOMAIN + header.nonce)
    value = decode(plain, bytes_max=HEADER_BYTES_MAX) if plain is not None else None
    if type(value) is not list or len(value) != 3 or not (_is_count(value[1]) and _is_count(value[2])):
        raise RemoteProtocolError("contents-form")
    return Contents(_stretches_of(value[0]), cast(int, value[1]), cast(int, value[2]))


def _is_count(value: Value) -> bool:
    return type(value) is int and value >= 0


def _stretches_of(value: Value) -> tuple[Stretch, ...]:
    if type(value) is not list or len(value) > STRETCHES_MAX:
        raise RemoteProtocolError("contents-form", "stretches")
    stretches = []
    for item in value:
        if type(item) is not list or [type(part) for part in item] != [bytes, int, int]:
            raise RemoteProtocolError("contents-form", "stretches")
        stretch = Stretch(*cast("tuple[MemberId, int, int]", tuple(item)))
        if len(stretch.author) != ID_BYTES or not 0 <= stretch.first_seq <= stretch.last_seq:
            raise RemoteProtocolError("contents-form", "stretches")
        stretches.append(stretch)
    return tuple(stretches)


def seal_part(key: bytes, bundle: bytes, number: int, frame_bytes: bytes) -> bytes:
    """Return a part's payload."""
    return encrypt(key, _nonce(number), frame_bytes, _associated(bundle, number))


def open_part(key: bytes, bundle: bytes, number: int, payload: bytes) -> bytes | None:
    """Return the frame in a part's payload, None if the part is not what the readers were meant to have."""
    return decrypt(key, _nonce(number), payload, _associated(bundle, number))


def _nonce(number: int) -> bytes:
    return number.to_bytes(NONCE_BYTES, "big")


def _associated(bundle: bytes, number: int) -> bytes:
    return bundle + number.to_bytes(4, "big")


def encode_end(parts: int) -> bytes:
    """Return the payload of the end."""
    return encode([parts])


def decode_end(payload: bytes) -> int:
    """Return how many parts the bundle has.

    Raises:
        RemoteProtocolError: out of form.
    """
    value = decode(payload, bytes_max=END_BYTES_MAX)
    if type(value) is not list or len(value) != 1 or type(value[0]) is not int or not 0 <= value[0] < END_NUMBER:
        raise RemoteProtocolError("end-form")
    return value[0]

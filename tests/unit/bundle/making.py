"""Bundles from fixed keys and secrets: the same bytes in every run."""

import hashlib
from collections.abc import Sequence

from cohong.bundle.layout import Contents, Stretch
from cohong.bundle.writing import BundleWriter, Secrets
from cohong.crypto.signing import SigningKey
from cohong.primitives.ids import MemberId, NetworkId

MAKER, READER, OTHER, STRANGER = (
    SigningKey(hashlib.sha256(name).digest()) for name in (b"maker", b"reader", b"other", b"stranger")
)
NETWORK = NetworkId(bytes(range(32)))
TIME_MS = 1_760_000_000_000
CONTENTS = Contents((Stretch(MemberId(MAKER.member), 3, 9), Stretch(MemberId(OTHER.member), 0, 0)), 8, 1)
FRAMES = tuple(bytes([65 + number]) * (200 + 11 * number) for number in range(4))


def secrets(readers: int) -> Secrets:
    return Secrets(b"n" * 16, b"k" * 32, [bytes([number]) * 32 for number in range(readers)])


def writer(readers: Sequence[SigningKey] = (MAKER, READER), contents: Contents = CONTENTS) -> BundleWriter:
    members = [MemberId(key.member) for key in readers]
    return BundleWriter(NETWORK, MAKER, members, contents, secrets(len(members)), TIME_MS)


def blocks(frames: Sequence[bytes] = FRAMES) -> list[bytes]:
    """Return header, parts, and what ends the bundle."""
    made = writer()
    return [made.header_block(), *(made.part_block(frame) for frame in frames), made.end_blocks()]


def bundle(frames: Sequence[bytes] = FRAMES) -> bytes:
    return b"".join(blocks(frames))

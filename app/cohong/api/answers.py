"""Answers kept for a request that a client may send again: the same key is never carried out twice."""

from collections.abc import Sequence

import msgspec

from cohong.api.views import Written


def encode_written(written: Sequence[Written]) -> bytes:
    """Return the bytes under which an answer is kept."""
    return msgspec.json.encode(written)


def decode_written(kept: bytes) -> list[Written]:
    """Return the answer kept in these bytes of our own."""
    return msgspec.json.decode(kept, type=list[Written])

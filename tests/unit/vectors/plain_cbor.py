"""A second decoder of canonical CBOR, written from RFC 8949 alone, so that the first one is not its own judge."""

from typing import Any


class NotCanonical(Exception):
    """The bytes are not the one encoding of a value of the data model."""


def decode_plain(encoded: bytes) -> Any:
    """Return the value in `encoded`, which must be canonical and have nothing behind it."""
    value, end = _item(encoded, 0)
    if end != len(encoded):
        raise NotCanonical("something follows")
    return value


def _item(encoded: bytes, at: int) -> tuple[Any, int]:
    major, info = encoded[at] >> 5, encoded[at] & 31
    if major == 7:
        return {20: False, 21: True, 22: None}[info], at + 1
    number, at = _number(encoded, at + 1, info)
    if major <= 1:
        return (number if major == 0 else -1 - number), at
    if major in (2, 3):
        content = encoded[at : at + number]
        if len(content) != number:
            raise NotCanonical("cut short")
        return (content if major == 2 else content.decode()), at + number
    if major == 4:
        return _array(encoded, at, number)
    if major == 5:
        return _map(encoded, at, number)
    raise NotCanonical("a tag")


def _number(encoded: bytes, at: int, info: int) -> tuple[int, int]:
    if info < 24:
        return info, at
    size = {24: 1, 25: 2, 26: 4, 27: 8}[info]
    number = int.from_bytes(encoded[at : at + size], "big")
    if number < {1: 24, 2: 1 << 8, 4: 1 << 16, 8: 1 << 32}[size]:
        raise NotCanonical("longer than needed")
    return number, at + size


def _array(encoded: bytes, at: int, count: int) -> tuple[list[Any], int]:
    items = []
    for _ in range(count):
        item, at = _item(encoded, at)
        items.append(item)
    return items, at


def _map(encoded: bytes, at: int, count: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    last = b""
    for _ in range(count):
        start = at
        key, at = _item(encoded, at)
        if type(key) is not str or encoded[start:at] <= last:
            raise NotCanonical("keys out of order")
        last = encoded[start:at]
        found[key], at = _item(encoded, at)
    return found, at

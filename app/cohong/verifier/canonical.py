"""Canonical CBOR (RFC 8949 section 4.2.1) as Cohong signs it, read strictly: each value has one encoding, or none.

The model: integers of 64 bits, byte strings, text, booleans, null, arrays, and maps with text keys. Shortest lengths
only, keys in order, no floats, no tags, nothing after the value. A reader of its own, not a library's, so that an
auditor can read it; and what accepts only one encoding needs no second pass that encodes it again.
"""

from typing import Final, TypeVar, cast

DEPTH_MAX: Final = 8
SIMPLE: Final = {20: False, 21: True, 22: None}
ID_BYTES: Final = 32

Kind = TypeVar("Kind")


class ReceiptRefused(Exception):
    """A receipt proves nothing; `code` is a fixed word for why, and `detail` says where."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def require(holds: bool, code: str, detail: str = "") -> None:
    """Refuse the receipt unless something holds."""
    if not holds:
        raise ReceiptRefused(code, detail)


def decode(encoded: bytes, what: str) -> object:
    """Return the one value whose canonical encoding these bytes are; `what` names them in a refusal."""
    try:
        value, end = _item(encoded, 0, DEPTH_MAX)
    except (IndexError, UnicodeDecodeError) as error:
        raise ReceiptRefused("form", what) from error
    require(end == len(encoded), "form", what)
    return value


def _item(encoded: bytes, at: int, depth: int) -> tuple[object, int]:
    major, info = encoded[at] >> 5, encoded[at] & 31
    if major == 7:
        require(info in SIMPLE, "form", "a float, or no value at all")
        return SIMPLE[info], at + 1
    number, at = _argument(encoded, at + 1, info)
    if major in (0, 1):
        require(number < 2**63, "form", "a number of more than 64 bits")
        return (number if major == 0 else -1 - number), at
    if major in (2, 3):
        require(at + number <= len(encoded), "form", "cut off")
        piece = encoded[at : at + number]
        return (piece if major == 2 else piece.decode()), at + number
    require(major in (4, 5) and depth > 0, "form", "a tag, or nested too deeply")
    return _array(encoded, at, number, depth - 1) if major == 4 else _map(encoded, at, number, depth - 1)


def _argument(encoded: bytes, at: int, info: int) -> tuple[int, int]:
    """Return the number in an item's first bytes, and where what follows begins."""
    if info < 24:
        return info, at
    require(info <= 27, "form", "an indefinite length")
    size = 1 << (info - 24)
    require(at + size <= len(encoded), "form", "cut off")
    number = int.from_bytes(encoded[at : at + size], "big")
    require(number >= (24 if size == 1 else 1 << (4 * size)), "form", "not the shortest form")
    return number, at + size


def _array(encoded: bytes, at: int, count: int, depth: int) -> tuple[list[object], int]:
    items = []
    for _ in range(count):
        item, at = _item(encoded, at, depth)
        items.append(item)
    return items, at


def _map(encoded: bytes, at: int, count: int, depth: int) -> tuple[dict[str, object], int]:
    found: dict[str, object] = {}
    before = b""
    for _ in range(count):
        begin = at
        key, at = _item(encoded, at, depth)
        require(before < encoded[begin:at], "form", "keys out of order")
        before = encoded[begin:at]
        found[typed(key, str, "a key")], at = _item(encoded, at, depth)
    return found, at


# Decoded values, of the form that is expected or refused.


def typed(value: object, kind: type[Kind], what: str) -> Kind:
    """Return a value of just this type: True is no number."""
    require(type(value) is kind, "form", what)
    return cast(Kind, value)


def number_of(value: object, what: str) -> int:
    """Return a number that is not negative."""
    number = typed(value, int, what)
    require(number >= 0, "form", what)
    return number


def id_of(value: object, what: str) -> bytes:
    """Return a hash or a key: 32 bytes."""
    identity = typed(value, bytes, what)
    require(len(identity) == ID_BYTES, "form", what)
    return identity


def array_of(value: object, length: int, what: str) -> list[object]:
    """Return an array of just this length."""
    items: list[object] = typed(value, list, what)
    require(len(items) == length, "form", what)
    return items


def map_of(value: object, names: set[str], what: str) -> dict[str, object]:
    """Return a map that has just these fields."""
    fields: dict[str, object] = typed(value, dict, what)
    require(set(fields) == names, "form", what)
    return fields

"""One value has one encoding: everything else is refused, by a fixed word, whatever the bytes are."""

import struct
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.vectors.plain_cbor import decode_plain

from cohong.primitives.encoding import INT_MAX, INT_MIN, Value, decode, encode, encode_array
from cohong.primitives.errors import LocalProtocolError, RemoteProtocolError

BYTES_MAX = 1_000

scalars = st.none() | st.booleans() | st.integers(INT_MIN, INT_MAX) | st.binary(max_size=40) | st.text(max_size=40)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)


def refused(encoded: bytes, bytes_max: int = BYTES_MAX) -> str:
    with pytest.raises(RemoteProtocolError) as error:
        decode(encoded, bytes_max=bytes_max)
    return error.value.code


@given(values)
def test_what_is_encoded_is_decoded_again_and_a_second_decoder_agrees(value: Any) -> None:
    try:
        encoded = encode(value)
    except LocalProtocolError:
        return  # deeper than eight levels
    assert decode(encoded, bytes_max=1 << 20) == value == decode_plain(encoded)


@given(st.lists(scalars, max_size=12))
def test_a_flat_array_is_encoded_the_same_the_fast_way(items: list[Value]) -> None:
    assert encode_array(items) == encode(items)


@pytest.mark.parametrize(
    ("hexed", "code"),
    [
        ("", "malformed"),
        ("8201", "malformed"),  # cut short
        ("4461", "malformed"),
        ("61ff", "malformed"),  # not UTF-8
        ("61c0", "malformed"),
        ("63eda080", "malformed"),  # half a surrogate pair
        ("0000", "not-canonical"),  # something follows
        ("1817", "not-canonical"),  # 23 in two bytes
        ("190017", "not-canonical"),
        ("1a00000017", "not-canonical"),
        ("1b0000000000000017", "not-canonical"),
        ("3817", "not-canonical"),
        ("580141", "not-canonical"),  # a length in two bytes
        ("7801" + "61", "not-canonical"),
        ("9801" + "00", "not-canonical"),
        ("b801" + "6161" + "00", "not-canonical"),
        ("a2" + "6162" + "00" + "6161" + "00", "not-canonical"),  # keys out of order
        ("a2" + "626161" + "00" + "6162" + "00", "not-canonical"),  # longer key first
        ("a2" + "6161" + "00" + "6161" + "00", "malformed"),  # one key twice
        ("9f00ff", "malformed"),  # indefinite lengths
        ("bf616100ff", "malformed"),
        ("5f4100ff", "malformed"),
        ("7f6161ff", "malformed"),
        ("f90000", "outside-model"),  # floats
        ("fa00000000", "outside-model"),
        ("fb0000000000000000", "outside-model"),
        ("f97e00", "outside-model"),
        ("f7", "outside-model"),  # undefined
        ("f0", "outside-model"),  # a simple value
        ("f820", "outside-model"),
        ("f815", "malformed"),
        ("a10100", "outside-model"),  # keys that are no text
        ("a1410000", "outside-model"),
        ("a1f600", "outside-model"),
        ("1b8000000000000000", "outside-model"),  # 65 bits
        ("3b8000000000000000", "outside-model"),
        ("c249010000000000000000", "malformed"),  # a big number
        ("c0", "malformed"),
        ("c11a65000000", "malformed"),
        ("d81c80", "malformed"),
        ("d9d9f700", "malformed"),
        ("da0001000000", "outside-model"),  # a tag that the library does not know
        ("1c", "malformed"),  # reserved
        ("ff", "malformed"),
        ("5b7fffffffffffffff", "malformed"),  # lengths beyond all bytes
        ("9bffffffffffffffff", "malformed"),
        ("bb00000000ffffffff", "malformed"),
    ],
)
def test_bytes_that_are_not_canonical_are_refused(hexed: str, code: str) -> None:
    assert refused(bytes.fromhex(hexed)) == code


@pytest.mark.parametrize("value", [INT_MIN, INT_MAX, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32, -24, -25])
def test_whole_numbers_up_to_64_bits_are_taken(value: int) -> None:
    assert decode(encode(value), bytes_max=9) == value == decode_plain(encode(value))


@pytest.mark.parametrize("value", [INT_MIN - 1, INT_MAX + 1, 1.0, (1,), {1}, {1: 2}, {b"a": 1}, object(), [2.0]])
def test_what_is_outside_the_model_is_never_encoded(value: Any) -> None:
    with pytest.raises(LocalProtocolError):
        encode(value)


def test_half_a_surrogate_pair_is_never_encoded() -> None:
    with pytest.raises(LocalProtocolError):
        encode("\ud800")


def test_eight_levels_are_taken_and_nine_refused() -> None:
    assert decode(b"\x81" * 8 + b"\x00", bytes_max=BYTES_MAX) == [[[[[[[[0]]]]]]]]
    assert refused(b"\x81" * 9 + b"\x00") == "outside-model"
    assert refused(b"\x81" * 10 + b"\x00") == "malformed"
    assert refused(b"\x81" * 900 + b"\x00") == "malformed"
    nested: Value = 0
    for _ in range(9):
        nested = [nested]
    with pytest.raises(LocalProtocolError):
        encode(nested)


def test_the_limit_of_bytes_is_exact() -> None:
    encoded = encode(bytes(100))
    assert decode(encoded, bytes_max=len(encoded)) == bytes(100)
    assert refused(encoded, bytes_max=len(encoded) - 1) == "too-large"


def test_no_tag_is_ever_evaluated() -> None:
    for tag in range(70_000):
        assert refused(cbor2.dumps(cbor2.CBORTag(tag, 0))) in ("malformed", "outside-model")


def test_a_tag_that_would_take_long_to_evaluate_is_refused_at_once() -> None:
    number = b"\xc2\x5a" + struct.pack(">I", 400_000) + b"\xff" * 400_000
    assert refused(b"\xd8\x1e\x82" + number + number, bytes_max=1 << 20) == "malformed"
    assert refused(b"\xc4\x82\x01" + number, bytes_max=1 << 20) == "malformed"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_refused(encoded: bytes) -> None:
    try:
        value = decode(encoded, bytes_max=BYTES_MAX)
    except RemoteProtocolError:
        return
    assert encode(value) == encoded


@given(values, st.data())
def test_changed_bytes_never_decode_to_the_same_value(value: Any, data: st.DataObject) -> None:
    try:
        encoded = bytearray(encode(value))
    except LocalProtocolError:
        return
    place = data.draw(st.integers(0, len(encoded) - 1))
    encoded[place] ^= data.draw(st.integers(1, 255))
    try:
        other = decode(bytes(encoded), bytes_max=1 << 20)
    except RemoteProtocolError:
        return
    assert encode(other) != encode(value)

"""Headers, bodies and entries: the form that each must have, at its limits."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import START_MS, craft, genesis_of, member

from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import (
    BODY_BYTES_MAX,
    HEADER_BYTES_MAX,
    NAMES_MAX,
    TIME_MS_MAX,
    body_hash,
    decode_body,
    decode_header,
    encode_header,
    entry_from_parts,
    entry_id,
    names_of,
)
from cohong.primitives.errors import RemoteProtocolError

GENESIS = genesis_of(3)
ENTRY = craft(GENESIS, member(0), None, "profile.set", {"place": "HK"})
FIELDS: list[Value] = [
    1, GENESIS.network, member(0), 0, bytes(32), 0, START_MS, "profile.set", body_hash(b""), 0,
]  # fmt: skip
SALT = bytes(16)


def refused_header(fields: Any) -> str:
    with pytest.raises(RemoteProtocolError) as error:
        decode_header(encode(fields))
    return error.value.code


def changed(place: int, value: Value) -> list[Value]:
    return [*FIELDS[:place], value, *FIELDS[place + 1 :]]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (1, bytes(31)), (1, bytes(33)), (1, "a" * 32), (2, bytes(31)), (2, None), (3, -1), (3, True), (3, "0"),
        (4, bytes(31)), (4, []), (5, -1), (5, False), (6, -1), (6, TIME_MS_MAX + 1), (6, b"1"), (7, ""),
        (7, "k" * 33), (7, b"ballot"), (8, bytes(31)), (8, "h"), (9, -1), (9, BODY_BYTES_MAX + 1), (9, True),
    ],
)  # fmt: skip
def test_a_header_field_out_of_form_is_refused(place: int, value: Value) -> None:
    assert refused_header(changed(place, value)) == "header-form"


@pytest.mark.parametrize(
    ("place", "value"),
    [(3, 2**63 - 1), (5, 2**63 - 1), (6, 0), (6, TIME_MS_MAX), (7, "k"), (7, "k" * 32), (9, 0), (9, BODY_BYTES_MAX)],
)
def test_a_header_field_at_its_limit_is_taken(place: int, value: Value) -> None:
    header_bytes = encode(changed(place, value))
    assert encode_header(decode_header(header_bytes)) == header_bytes


@pytest.mark.parametrize("fields", [[], {}, 1, None, changed(0, 2), changed(0, True), changed(0, None), [[1]]])
def test_another_version_is_refused(fields: Any) -> None:
    assert refused_header(fields) == "header-version"


@pytest.mark.parametrize("fields", [FIELDS[:9], [*FIELDS, 0], [1]])
def test_a_header_with_fields_too_few_or_too_many_is_refused(fields: Any) -> None:
    assert refused_header(fields) == "header-form"


def test_a_header_over_its_limit_is_refused() -> None:
    with pytest.raises(RemoteProtocolError, match="too-large"):
        decode_header(bytes(HEADER_BYTES_MAX + 1))


@given(st.binary(max_size=HEADER_BYTES_MAX))
def test_any_bytes_are_a_header_or_refused(header_bytes: bytes) -> None:
    try:
        header = decode_header(header_bytes)
    except RemoteProtocolError:
        return
    assert encode_header(header) == header_bytes


@given(st.integers(0, len(ENTRY.header_bytes) - 1), st.integers(1, 255))
def test_a_changed_header_is_refused_or_has_another_id(place: int, flip: int) -> None:
    header_bytes = bytearray(ENTRY.header_bytes)
    header_bytes[place] ^= flip
    try:
        decode_header(bytes(header_bytes))
    except RemoteProtocolError:
        return
    assert entry_id(bytes(header_bytes)) != ENTRY.id


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_body_is_refused(place: int, flip: int) -> None:
    assert ENTRY.body_bytes is not None
    body_bytes = bytearray(ENTRY.body_bytes)
    body_bytes[place % len(body_bytes)] ^= flip
    with pytest.raises(RemoteProtocolError, match="body-mismatch"):
        entry_from_parts(ENTRY.header_bytes, ENTRY.signature, bytes(body_bytes))


def test_a_body_of_another_size_is_refused() -> None:
    header = replace(ENTRY.header, body_size=ENTRY.header.body_size + 1)
    with pytest.raises(RemoteProtocolError, match="body-mismatch"):
        entry_from_parts(encode_header(header), ENTRY.signature, ENTRY.body_bytes)


@pytest.mark.parametrize("size", [0, 63, 65])
def test_a_signature_of_another_length_is_refused(size: int) -> None:
    with pytest.raises(RemoteProtocolError, match="signature-form"):
        entry_from_parts(ENTRY.header_bytes, bytes(size), ENTRY.body_bytes)


def test_an_entry_without_its_body_is_still_an_entry() -> None:
    assert entry_from_parts(ENTRY.header_bytes, ENTRY.signature, None).id == ENTRY.id
    assert ENTRY.size == len(ENTRY.header_bytes) + 64 + len(ENTRY.body_bytes or b"")


def refused_body(body: Any) -> str:
    with pytest.raises(RemoteProtocolError) as error:
        decode_body(encode(body))
    return error.value.code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ([], "body-form"), (None, "body-form"), (b"", "body-form"), ({}, "body-salt"),
        ({"salt": bytes(15)}, "body-salt"),
        ({"salt": bytes(17)}, "body-salt"), ({"salt": "s" * 16}, "body-salt"),
        ({"salt": SALT, "names": {}}, "body-names"), ({"salt": SALT, "names": None}, "body-names"),
        ({"salt": SALT, "names": [bytes(31)]}, "body-names"), ({"salt": SALT, "names": ["x" * 32]}, "body-names"),
        ({"salt": SALT, "names": [bytes(32), bytes(32)]}, "body-names"),
    ],
)  # fmt: skip
def test_a_body_out_of_form_is_refused(body: Any, code: str) -> None:
    assert refused_body(body) == code


def test_names_are_kept_in_order_up_to_their_limit() -> None:
    names: list[Value] = [number.to_bytes(32, "little") for number in range(NAMES_MAX)]
    body = decode_body(encode({"salt": SALT, "names": names}))
    assert list(names_of(body)) == names
    assert refused_body({"salt": SALT, "names": [*names, b"\xff" * 32]}) == "body-names"
    assert names_of(decode_body(encode({"salt": SALT}))) == ()


def test_a_body_over_its_limit_is_refused() -> None:
    overhead = len(encode({"salt": SALT, "x": bytes(60_000)})) - 60_000
    assert decode_body(encode({"salt": SALT, "x": bytes(BODY_BYTES_MAX - overhead)}))
    assert refused_body({"salt": SALT, "x": bytes(BODY_BYTES_MAX - overhead + 1)}) == "too-large"

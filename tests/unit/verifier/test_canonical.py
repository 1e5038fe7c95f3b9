"""The auditor's reader of canonical CBOR accepts what the signers' encoder writes, and nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cohong.primitives import encoding
from cohong.primitives.errors import LocalProtocolError, RemoteProtocolError
from cohong.verifier.canonical import ReceiptRefused, decode

SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=300) | st.text(max_size=300)
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(VALUES)
def test_what_is_encoded_is_read(value: encoding.Value) -> None:
    try:
        encoded = encoding.encode(value)
    except LocalProtocolError:
        return  # nested more deeply than is signed
    assert decode(encoded, "value") == value


@given(st.binary(max_size=40))
@example(b"\x18\x17")
@example(b"\xa2\x61b\x01\x61a\x02")
@example(b"\xa2\x61a\x01\x61a\x02")
@example(b"\xf9\x00\x00")
@example(b"\xf7")
@example(b"\xf8\x14")
@example(b"\xc1\x00")
@example(b"\x9f\xff")
@example(b"\x1b\x80" + bytes(7))
@example(b"\x3b\x7f" + b"\xff" * 7)
@example(b"\x3b\x80" + bytes(7))
@example(b"\x62\xed\xa0")
@example(b"\x43ab")
@example(b"\x81" * 9 + b"\x00")
@example(b"\x81" * 8 + b"\x00")
@example(b"\x9b" + b"\xff" * 8)
def test_both_readers_accept_the_same_bytes(encoded: bytes) -> None:
    try:
        expected: object = encoding.decode(encoded, bytes_max=40)
    except RemoteProtocolError:
        with pytest.raises(ReceiptRefused) as refused:
            decode(encoded, "value")
        assert refused.value.code == "form"
    else:
        assert decode(encoded, "value") == expected

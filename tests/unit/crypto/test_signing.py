"""Signatures: libsodium's rule, and nothing that a stranger sends makes it raise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.crypto.signing import SHARED_FROM, SigningKey, verify, verify_many

# RFC 8032 section 7.1, test 2.
SEED = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
MEMBER = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)
ORDER = 2**252 + 27742317777372353535851937790883648493


def test_key_and_signature_are_those_of_the_standard() -> None:
    key = SigningKey(SEED)
    assert (key.member, key.sign(b"\x72")) == (MEMBER, SIGNATURE)
    assert verify(MEMBER, b"\x72", SIGNATURE)


def test_another_message_or_member_is_refused() -> None:
    assert not verify(MEMBER, b"\x73", SIGNATURE)
    assert not verify(SigningKey(bytes(32)).member, b"\x72", SIGNATURE)


def test_every_flipped_bit_of_a_signature_is_refused() -> None:
    for bit in range(512):
        flipped = bytearray(SIGNATURE)
        flipped[bit // 8] ^= 1 << bit % 8
        assert not verify(MEMBER, b"\x72", bytes(flipped))


def test_second_spelling_of_a_signature_is_refused() -> None:
    scalar = int.from_bytes(SIGNATURE[32:], "little") + ORDER
    assert not verify(MEMBER, b"\x72", SIGNATURE[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize("member", [bytes(32), b"\x01" + bytes(31), b"\xff" * 32])
def test_small_order_and_non_canonical_members_are_refused(member: bytes) -> None:
    assert not verify(member, b"", b"\x01" + bytes(63))


@given(st.binary(max_size=40), st.binary(max_size=20), st.binary(max_size=70))
def test_junk_is_false_and_never_raises(member: bytes, message: bytes, signature: bytes) -> None:
    assert verify(member, message, signature) is False


@pytest.mark.parametrize("size", [31, 33, 0])
def test_seed_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey(bytes(size))


def test_text_form_of_a_key_holds_no_secret() -> None:
    assert SEED.hex()[:8] not in repr(SigningKey(SEED))


@pytest.mark.parametrize("count", [0, 1, SHARED_FROM - 1, SHARED_FROM, SHARED_FROM + 37])
@pytest.mark.parametrize("threads", [1, 2])
def test_many_are_answered_in_order(count: int, threads: int) -> None:
    key = SigningKey(SEED)
    messages = [number.to_bytes(4, "big") for number in range(count)]
    signed = [(key.member, m, key.sign(m if number % 3 else b"other")) for number, m in enumerate(messages)]
    assert verify_many(signed, threads=threads) == [bool(number % 3) for number in range(count)]


def test_junk_among_many_does_not_stop_the_rest() -> None:
    key = SigningKey(SEED)
    signed = [(key.member, b"m", key.sign(b"m"))] * SHARED_FROM + [(b"", b"m", b"short")]
    assert verify_many(signed) == [True] * SHARED_FROM + [False]

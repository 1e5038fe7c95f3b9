"""Secrets reach the members that they were sealed to, and nobody else."""

import pytest
from nacl.bindings import crypto_box_seal, crypto_sign_ed25519_pk_to_curve25519

from cohong.crypto.sealing import CONTENT_KEY_BYTES, NONCE_BYTES, SEALED_KEY_BYTES, decrypt, encrypt, seal_to
from cohong.crypto.signing import SigningKey

READER, OTHER = SigningKey(bytes([1]) * 32), SigningKey(bytes([2]) * 32)
SECRET, SEED = bytes(range(32)), bytes([3]) * 32


def test_a_sealed_secret_is_opened_by_its_reader_only() -> None:
    sealed = seal_to(READER.member, SECRET, SEED)
    assert sealed is not None
    assert len(sealed) == SEALED_KEY_BYTES
    assert (READER.unseal(sealed), OTHER.unseal(sealed)) == (SECRET, None)


def test_it_has_the_form_of_libsodiums_sealed_box() -> None:
    assert READER.unseal(crypto_box_seal(SECRET, crypto_sign_ed25519_pk_to_curve25519(READER.member))) == SECRET


@pytest.mark.parametrize("place", range(0, SEALED_KEY_BYTES, 7))
def test_an_altered_sealed_secret_is_not_opened(place: int) -> None:
    sealed = bytearray(seal_to(READER.member, SECRET, SEED) or b"")
    sealed[place] ^= 1
    assert READER.unseal(bytes(sealed)) is None


@pytest.mark.parametrize("sealed", [b"", bytes(31), bytes(48), bytes(200)])
def test_what_is_no_sealed_secret_is_not_opened(sealed: bytes) -> None:
    assert READER.unseal(sealed) is None


@pytest.mark.parametrize("member", [bytes(32), b"\xff" * 32, b"\x01" + bytes(31)])
def test_nothing_is_sealed_to_a_key_that_nobody_can_hold(member: bytes) -> None:
    assert seal_to(member, SECRET, SEED) is None


def test_a_seed_has_its_size() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal_to(READER.member, SECRET, b"short")


def test_a_message_is_read_only_with_all_that_it_was_encrypted_with() -> None:
    key, nonce = bytes(CONTENT_KEY_BYTES), bytes(NONCE_BYTES)
    text = encrypt(key, nonce, b"forty bales", b"part 1")
    assert decrypt(key, nonce, text, b"part 1") == b"forty bales"
    assert decrypt(key, nonce, text, b"part 2") is None
    assert decrypt(key, b"\x01" + nonce[1:], text, b"part 1") is None
    assert decrypt(b"\x01" + key[1:], nonce, text, b"part 1") is None
    assert decrypt(key, nonce, text[:-1] + bytes([text[-1] ^ 1]), b"part 1") is None
    assert decrypt(key, nonce, text[:8], b"part 1") is None

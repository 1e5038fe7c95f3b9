"""Derived keys and tags stay apart."""

import pytest

from cohong.crypto.seal import derive, is_mac, mac

KEY = bytes(range(32))


def test_purposes_keys_and_tags_give_different_bytes() -> None:
    made = {
        derive(KEY, "one"),
        derive(KEY, "two"),
        derive(bytes(32), "one"),
        mac(KEY, b"one"),
        mac(KEY, b"two"),
    }
    assert len(made) == 5
    assert all(len(item) == 32 for item in made)


def test_derivation_never_changes() -> None:
    assert derive(KEY, "member key").hex() == "0b78d85c8c9dcb1cdb9b9afc9212613d121a4ec5951cf67b1361d3da4c4e5eb8"
    assert mac(KEY, b"head").hex() == "b5a7219412680281b87b9263530c677281a8303f1853b377fb813b2031192709"


def test_tag_of_another_message_or_cut_short_is_refused() -> None:
    tag = mac(KEY, b"head")
    assert is_mac(KEY, b"head", tag)
    assert not is_mac(KEY, b"heae", tag)
    assert not is_mac(KEY, b"head", tag[:31])
    assert not is_mac(bytes(32), b"head", tag)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_key_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        derive(bytes(size), "x")

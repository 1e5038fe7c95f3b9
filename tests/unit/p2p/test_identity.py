"""A member key as libp2p's identity."""

from __future__ import annotations

import pytest
from libp2p.crypto.rsa import create_new_key_pair as new_rsa_key_pair
from libp2p.peer.id import ID

from cohong.p2p.identity import key_pair_of, member_of, peer_id_of

# RFC 8032, test 1.
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
MEMBER = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")


def test_the_peer_id_of_a_seed_is_the_member_id_in_another_spelling() -> None:
    key_pair = key_pair_of(SEED)
    assert key_pair.public_key.to_bytes() == MEMBER
    assert ID.from_pubkey(key_pair.public_key) == peer_id_of(MEMBER)
    assert member_of(peer_id_of(MEMBER)) == MEMBER


@pytest.mark.parametrize("size", [0, 31, 33, 64])
def test_a_seed_or_member_id_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        key_pair_of(bytes(size))
    with pytest.raises(ValueError, match="32 bytes"):
        peer_id_of(bytes(size))


def test_a_peer_with_another_kind_of_key_has_no_member_id() -> None:
    assert member_of(ID.from_pubkey(new_rsa_key_pair(1024).public_key)) is None
    assert member_of(ID(peer_id_of(MEMBER).to_bytes() + b"x")) is None
    assert member_of(ID(b"")) is None

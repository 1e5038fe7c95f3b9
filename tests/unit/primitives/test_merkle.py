"""The tree of RFC 9162, held against its recursive definition."""

import hashlib
from collections.abc import Sequence

import pytest

from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.merkle import EMPTY_ROOT, Frontier, decode_frontier, inclusion_path, root_from_path, root_of

LEAVES = [hashlib.sha256(bytes([number])).digest() for number in range(40)]


def defined_root(leaves: Sequence[bytes]) -> bytes:
    """MTH of section 2.1.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    split = split_of(len(leaves))
    return hashlib.sha256(b"\1" + defined_root(leaves[:split]) + defined_root(leaves[split:])).digest()


def defined_path(index: int, leaves: Sequence[bytes]) -> tuple[bytes, ...]:
    """PATH of section 2.1.3.1, word for word."""
    if len(leaves) == 1:
        return ()
    split = split_of(len(leaves))
    if index < split:
        return (*defined_path(index, leaves[:split]), defined_root(leaves[split:]))
    return (*defined_path(index - split, leaves[split:]), defined_root(leaves[:split]))


def split_of(count: int) -> int:
    """Return the largest power of two below `count`."""
    split = 1
    while split * 2 < count:
        split *= 2
    return split


@pytest.mark.parametrize("count", range(41))
def test_root_and_paths_are_those_of_the_definition(count: int) -> None:
    leaves = LEAVES[:count]
    root = root_of(leaves)
    assert root == defined_root(leaves)
    for index, leaf in enumerate(leaves):
        path = inclusion_path(iter(LEAVES), index, count)
        assert path == defined_path(index, leaves)
        assert root_from_path(leaf, index, count, path) == root


def test_a_path_leads_to_the_root_from_its_own_place_only() -> None:
    for count in range(1, 41):
        root = root_of(LEAVES[:count])
        for index in range(count):
            path = inclusion_path(LEAVES, index, count)
            places = [at for at in range(-1, 41) if root_from_path(LEAVES[index], at, count, path) == root]
            assert places == [index]


def test_a_frontier_goes_on_from_its_bytes() -> None:
    for count in range(40):
        frontier = Frontier()
        for leaf in LEAVES[:count]:
            frontier.add(leaf)
        again = decode_frontier(frontier.encode())
        again.add(LEAVES[count])
        assert again.root() == root_of(LEAVES[: count + 1])
    assert Frontier().root() == EMPTY_ROOT


@pytest.mark.parametrize("encoded", [b"\x80", b"\x81\x01", b"\x81\x20", b"\x82\x01\x41a", b"\xa0"])
def test_a_frontier_out_of_form_is_refused(encoded: bytes) -> None:
    with pytest.raises(RemoteProtocolError, match="frontier-form"):
        decode_frontier(encoded)

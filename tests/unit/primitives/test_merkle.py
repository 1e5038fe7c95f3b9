"""The tree of RFC 9162, held against its recursive definition."""

import hashlib
from collections.abc import Sequence

import pytest

from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.merkle import EMPTY_ROOT, Frontier, decode_frontier, inclusion_path, root_from_path, root_of

LEAVES = [hashlib.sha256(bytes([number])).digest() for number in range(40)]

KNOWN_LEAVES = [bytes.fromhex(leaf) for leaf in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
"""The test tree of Certificate Transparency (RFC 6962), with its roots by size and paths by (index, size)."""

KNOWN_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
KNOWN_PATHS = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}


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


@pytest.mark.parametrize(("count", "root"), list(enumerate(KNOWN_ROOTS)))
def test_roots_are_those_that_are_known(count: int, root: str) -> None:
    assert root_of(KNOWN_LEAVES[:count]).hex() == root


@pytest.mark.parametrize(("place", "path"), list(KNOWN_PATHS.items()))
def test_paths_are_those_that_are_known(place: tuple[int, int], path: list[str]) -> None:
    index, count = place
    siblings = [bytes.fromhex(sibling) for sibling in path]
    assert list(inclusion_path(KNOWN_LEAVES, index, count)) == siblings
    found = root_from_path(KNOWN_LEAVES[index], index, count, siblings)
    assert found is not None and found.hex() == KNOWN_ROOTS[count]


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


def test_a_copy_grows_by_itself() -> None:
    frontier = Frontier()
    frontier.add(LEAVES[0])
    other = frontier.copy()
    other.add(LEAVES[1])
    assert (frontier.root(), other.root()) == (root_of(LEAVES[:1]), root_of(LEAVES[:2]))


@pytest.mark.parametrize("encoded", [b"\x80", b"\x81\x01", b"\x81\x20", b"\x82\x01\x41a", b"\xa0"])
def test_a_frontier_out_of_form_is_refused(encoded: bytes) -> None:
    with pytest.raises(RemoteProtocolError, match="frontier-form"):
        decode_frontier(encoded)

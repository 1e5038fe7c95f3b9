"""The Merkle tree of RFC 9162 section 2.1 over ids: root, inclusion path, and a frontier that grows leaf by leaf."""

import hashlib
from collections.abc import Iterable, Sequence, Set
from itertools import islice
from typing import Final, cast

from cohong.primitives.encoding import decode, encode
from cohong.primitives.entry import is_id
from cohong.primitives.errors import RemoteProtocolError

EMPTY_ROOT: Final = hashlib.sha256(b"").digest()
FRONTIER_BYTES_MAX: Final = 4096


def leaf_hash(leaf: bytes) -> bytes:
    """Return SHA-256(0x00 || leaf)."""
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return SHA-256(0x01 || left || right)."""
    return hashlib.sha256(b"\1" + left + right).digest()


class Frontier:
    """The tree of all leaves so far, as the roots of its complete subtrees: log n hashes, whatever n is."""

    def __init__(self, count: int = 0, peaks: Iterable[bytes] = ()) -> None:
        """Take up a tree of `count` leaves; `peaks` are the roots of its complete subtrees, the largest first."""
        self.count = count
        self._peaks = list(peaks)

    def add(self, leaf: bytes) -> None:
        """Append a leaf."""
        self._peaks.append(leaf_hash(leaf))
        self.count += 1
        size = self.count
        while size % 2 == 0:
            right = self._peaks.pop()
            self._peaks.append(node_hash(self._peaks.pop(), right))
            size //= 2

    def root(self) -> bytes:
        """Return the root over all leaves."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def copy(self) -> "Frontier":
        """Return another frontier of the same tree."""
        return Frontier(self.count, self._peaks)

    def encode(self) -> bytes:
        """Return canonical bytes for `decode_frontier`."""
        return encode([self.count, *self._peaks])


def decode_frontier(frontier_bytes: bytes) -> Frontier:
    """Return the frontier in `frontier_bytes`.

    Raises:
        RemoteProtocolError: `frontier-form`, or not canonical.
    """
    value = decode(frontier_bytes, bytes_max=FRONTIER_BYTES_MAX)
    if type(value) is not list or not value or type(value[0]) is not int or value[0] < 0:
        raise RemoteProtocolError("frontier-form")
    peaks = value[1:]
    if len(peaks) != value[0].bit_count() or not all(map(is_id, peaks)):
        raise RemoteProtocolError("frontier-form")
    return Frontier(value[0], cast("list[bytes]", peaks))


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root over `leaves`."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.add(leaf)
    return frontier.root()


def inclusion_path(leaves: Iterable[bytes], index: int, count: int) -> tuple[bytes, ...]:
    """Return the hashes that lead from the leaf at `index` to the root, the lowest first (RFC 9162 section 2.1.3.1).

    The first `count` leaves are gone through once; none is kept.
    """
    return inclusion_paths(((1, leaf_hash(leaf)) for leaf in islice(leaves, count)), (index,), count)[index]


def inclusion_paths(
    subtrees: Iterable[tuple[int, bytes]], indices: Iterable[int], count: int
) -> dict[int, tuple[bytes, ...]]:
    """Return the same of several leaves, by their index.

    Args:
        subtrees: size and root of complete subtrees side by side, `count` leaves together; a leaf is one of size 1, and
            what is close to one of the indices has to come leaf by leaf.
    """
    siblings = {index: _siblings(index, count) for index in indices}
    roots = _roots(subtrees, {stretch for each in siblings.values() for stretch in each}, count)
    return {index: tuple(roots[stretch] for stretch in each) for index, each in siblings.items()}


def _roots(
    subtrees: Iterable[tuple[int, bytes]], wanted: Set[tuple[int, int]], count: int
) -> dict[tuple[int, int], bytes]:
    """Return the roots of stretches of leaves, each a complete subtree or what is left of the tree at its end."""
    roots: dict[tuple[int, int], bytes] = {}
    peaks: list[tuple[int, bytes]] = []
    seen = 0
    for size, subtree in subtrees:
        first, seen, root = seen, seen + size, subtree
        while True:
            if (first, seen) in wanted:
                roots[first, seen] = root
            # Two complete subtrees of one size are one of the next.
            if not peaks or seen - first != first - peaks[-1][0]:
                break
            first, left = peaks.pop()
            root = node_hash(left, root)
        peaks.append((first, root))
    assert seen == count, "there are as many leaves as the tree has"
    *before, (first, root) = peaks
    for first, left in reversed(before):
        root = node_hash(left, root)
        roots[first, count] = root
    return roots


def _siblings(index: int, count: int) -> list[tuple[int, int]]:
    """Return the stretches of leaves whose roots are on the path, the lowest first."""
    first, last, found = 0, count, []
    while last - first > 1:
        # A tree splits at the largest power of two below its size.
        middle = first + (1 << (last - first - 1).bit_length() - 1)
        found.append((middle, last) if index < middle else (first, middle))
        first, last = (first, middle) if index < middle else (middle, last)
    return found[::-1]


def root_from_path(leaf: bytes, index: int, count: int, path: Sequence[bytes]) -> bytes | None:
    """Return the root that a path leads to, None if no tree of `count` leaves has such a path at `index`.

    RFC 9162 section 2.1.3.2.
    """
    if not 0 <= index < count:
        return None
    place, last, root = index, count - 1, leaf_hash(leaf)
    for sibling in path:
        if last == 0:
            return None
        if place % 2 == 1 or place == last:
            root = node_hash(sibling, root)
            while place % 2 == 0 and place != 0:
                place, last = place // 2, last // 2
        else:
            root = node_hash(root, sibling)
        place, last = place // 2, last // 2
    return root if last == 0 else None

"""The Merkle tree over the ids of all that is anchored, of which a receipt shows the way from a record to the root."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from cohong.ledger.blocks import Blocks
from cohong.ledger.reader import Reader
from cohong.primitives.ids import EntryId
from cohong.primitives.merkle import inclusion_paths, leaf_hash, root_of

SUBTREE: Final = 512
"""Ids under each root that is remembered; a power of two, so that it is one in the tree."""


class AnchoredTree:
    """Finds the ways, asked from any thread.

    What is anchored never changes, and so the ids are gone through once: of each complete subtree the root is kept.
    They are read in several snapshots, so that nobody waits for a million of them.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._blocks = Blocks(reader.connection, reader.numbers)
        self._roots: dict[int, bytes] = {}

    def forget(self) -> None:
        """Forget what is remembered: other records will be anchored."""
        self._roots = {}

    def inclusion_paths(self, places: Collection[int], count: int) -> dict[int, tuple[bytes, ...]]:
        """Return the hashes that lead from some places to the root over the first `count`, the lowest first."""
        return inclusion_paths(self._subtrees({place // SUBTREE for place in places}, count), places, count)

    def _subtrees(self, opened: Collection[int], count: int) -> Iterator[tuple[int, bytes]]:
        """Yield size and root of complete subtrees side by side: those that are `opened`, and the rest, by leaves."""
        for number, first in enumerate(range(0, count, SUBTREE)):
            size = min(SUBTREE, count - first)
            if size == SUBTREE and number not in opened:
                yield SUBTREE, self._root(number)
            else:
                yield from ((1, leaf_hash(leaf)) for leaf in self._ids(first, size))

    def _root(self, number: int) -> bytes:
        found = self._roots.get(number)
        if found is None:
            found = self._roots[number] = root_of(self._ids(number * SUBTREE, SUBTREE))
        return found

    def _ids(self, first: int, count: int) -> list[EntryId]:
        with self._reader.snapshot():
            return self._blocks.anchored(first, count)

"""What a receipt is made of: an anchored record, and blocks on the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cohong.book.fold import fold_all
from cohong.ledger.blocks import Blocks
from cohong.ledger.entries import Entries
from cohong.ledger.facts import FactTable
from cohong.ledger.memory_ledger import digest_of
from cohong.ledger.reader import Reader
from cohong.primitives.entry import Entry
from cohong.primitives.ids import BlockId, EntryId
from cohong.primitives.standing import FinalBlock, Record

_AT_ONCE: Final = 10_000


@dataclass(frozen=True, slots=True)
class AnchoredRecord:
    """A record that a block has anchored.

    Attributes:
        place: among all that has ever been anchored, from 0.
        height: of the block.
    """

    entry: Entry
    place: int
    height: int


@dataclass(frozen=True, slots=True)
class AnchoredBook:
    """The book as a block has fixed it.

    Attributes:
        digest: the state digest over the anchored records of the block and of all before it, in hex.
    """

    height: int
    block: BlockId
    records: int
    objects: int
    digest: str


class AnchoredViews:
    """The questions; each may be asked from any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._blocks = Blocks(reader.connection, reader.numbers)
        self._entries = Entries(reader.connection, reader.numbers)
        self._facts = FactTable(reader.connection, reader.numbers)

    def anchored_record(self, identity: EntryId) -> AnchoredRecord | None:
        """Return a record with where it was anchored; None if it is not, or is not held.

        Raises:
            EntryDamaged: which see.
        """
        with self._reader.snapshot():
            anchored = self._blocks.anchored_at(identity)
            entry = self._entries.entry(identity) if anchored is not None else None
            return AnchoredRecord(entry, *anchored) if anchored is not None and entry is not None else None

    def height_of_block(self, block: BlockId) -> int | None:
        """Return the height of a final block, None if there is none with this id."""
        with self._reader.snapshot():
            return self._blocks.height_of(block)

    def final_blocks(self, heights: Iterable[int]) -> list[FinalBlock]:
        """Return the blocks of these heights, which are final."""
        with self._reader.snapshot():
            found = [self._blocks.final_block(height) for height in heights]
        return [final for final in found if final is not None]

    def anchored_book(self, height: int) -> AnchoredBook | None:
        """Count the book of a block, from its anchored records alone; None if there is no such block here.

        Raises:
            EntryDamaged: which see.
        """
        found = self.final_blocks([height])
        if not found:
            return None
        block = found[0].block
        objects = fold_all(self._anchored_records(block.head.anchored_count))
        return AnchoredBook(height, block.id, block.head.anchored_count, len(objects), digest_of(objects.values()))

    def _anchored_records(self, count: int) -> Iterator[Record]:
        for first in range(0, count, _AT_ONCE):
            with self._reader.snapshot():
                some = self._facts.anchored(first, min(_AT_ONCE, count - first))
            yield from some

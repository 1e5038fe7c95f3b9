"""The whole of a ledger as it stands at one moment, read beside the node that writes, for whoever counts it again.

SQLite lets a second process read while the first one writes; all that is read in here is one snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cohong.book.objects import BookObject
from cohong.ledger.blocks import Blocks
from cohong.ledger.entries import Entries
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.facts import FactTable
from cohong.ledger.objects import Objects
from cohong.ledger.reader import Reader
from cohong.ledger.standings import Votes
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import MEMBER_JOIN
from cohong.primitives.standing import EntryFact, FinalBlock, Reach, Words


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as the file has it: whole, or what is known of it where its parts do not hash to its id."""

    n: int
    entry: Entry | None
    damaged: EntryDamaged | None


class WholeBook:
    """All that a ledger holds, in one snapshot."""

    def __init__(self, reader: Reader) -> None:
        connection, numbers = reader.connection, reader.numbers
        self._connection, self._numbers = connection, numbers
        self._entries = Entries(connection, numbers)
        self._facts = FactTable(connection, numbers)
        self._objects = Objects(connection, numbers)
        self._votes = Votes(connection, numbers, self._facts)
        self._blocks = Blocks(connection, numbers)

    @classmethod
    @contextmanager
    def open(cls, path: Path, key: bytes) -> Iterator[Self]:
        """Have the ledger's file open for reading, all of it as it is now.

        Raises:
            LedgerDamaged, LedgerUnavailable: which see.
        """
        reader = Reader(path, key)
        try:
            with reader.snapshot():
                yield cls(reader)
        finally:
            reader.close()

    def count(self) -> int:
        """Return how many entries there are."""
        row = self._connection.row("SELECT count(*) FROM facts")
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def stretch(self, after_n: int, limit: int) -> list[Stored]:
        """Return at most `limit` entries after a number, in the order in which they came."""
        return [self._stored(row) for row in self._entries.stretch(after_n, limit)]

    def _stored(self, row: tuple[object, ...]) -> Stored:
        number = row[0]
        assert isinstance(number, int), "a primary key is a number"
        try:
            return Stored(number, self._entries.rebuilt(row), None)
        except EntryDamaged as error:
            return Stored(number, None, error)

    def facts(self, entries: Sequence[EntryId]) -> dict[EntryId, EntryFact]:
        """Return what the ledger says of entries, their level and applied mark included."""
        return self._facts.facts(entries)

    def objects(self) -> Iterator[BookObject]:
        """Yield every object of the book, by id."""
        return self._objects.in_id_order()

    def reach(self) -> list[Reach]:
        """Return how far every voter's acks go."""
        return self._votes.reach()

    def said(self, entry: EntryId) -> dict[MemberId, Words]:
        """Return what voters have said on a record other than by a plain approval."""
        return self._votes.said(entry)

    def proofs(self) -> list[ForkProof]:
        """Return all proofs of forks."""
        return [proof for proof, _ in self._votes.proofs()]

    def block_ids(self) -> list[bytes]:
        """Return the ids of the final blocks of the charter chain, in order."""
        return [final.block.id for final in self._blocks.blocks()]

    def next_block(self, height: int) -> tuple[FinalBlock, list[Entry]] | None:
        """Return the block above a height with the words that it may rest on: its motions, and all joins.

        Raises:
            EntryDamaged: one of these has been altered.
        """
        found = self._blocks.blocks_after(height, 0)
        if not found:
            return None
        motions = (self._entries.entry(motion) for motion in found[0].block.lists.motions)
        joins = self._entries.of_kinds([MEMBER_JOIN], 0)
        return found[0], [*joins, *(motion for motion in motions if motion is not None)]

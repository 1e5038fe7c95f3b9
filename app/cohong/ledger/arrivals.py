"""Entries in the order in which this node got them: whatever an entry points to comes before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cohong.ledger.entries import Entries
from cohong.ledger.reader import Reader
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId

ROWS_AT_ONCE: Final = 256

_FEEDS: Final = (
    "SELECT author, min(seq), max(seq) FROM facts WHERE time_ms >= ? AND n <= ? GROUP BY author ORDER BY author"
)
_STRETCH: Final = "SELECT count(*), min(n) FROM facts WHERE author = ? AND seq BETWEEN ? AND ? AND n <= ?"


@dataclass(frozen=True, slots=True)
class Extent:
    """Part of a feed: places from `first_seq` to `last_seq`, both included."""

    author: MemberId
    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """Some entries in order of arrival; `last_n` says where to go on, None at the end."""

    entries: tuple[Entry, ...]
    last_n: int | None


class Arrivals:
    """Looks through the entries in their order; may be asked from any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._entries = Entries(reader.connection, reader.numbers)

    def newest_n(self) -> int:
        """Return the number of the newest entry, 0 if there is none."""
        with self._reader.snapshot() as connection:
            row = connection.row("SELECT max(n) FROM facts")
        return int(row[0]) if row is not None and row[0] is not None else 0

    def extents(self, since_ms: int, upto_n: int) -> list[Extent]:
        """Return the part of each feed that was written since a moment, as far as it had come by number `upto_n`."""
        with self._reader.snapshot() as connection:
            rows = connection.rows(_FEEDS, (since_ms, upto_n))
            return [Extent(self._reader.numbers.member(author), first, last) for author, first, last in rows]

    def measure(self, extents: Sequence[Extent], upto_n: int) -> tuple[int, int]:
        """Return how many entries these stretches hold, and the number before the first of them."""
        counted, first_n = 0, upto_n
        with self._reader.snapshot() as connection:
            for item in extents:
                author = self._reader.numbers.member_no(item.author)
                row = connection.row(_STRETCH, (author, item.first_seq, item.last_seq, upto_n))
                assert row is not None, "an aggregate always has a row"
                counted += row[0]
                first_n = min(first_n, row[1] - 1 if row[0] else first_n)
        return counted, first_n

    def after(self, n: int, upto_n: int, extents: Mapping[MemberId, Extent]) -> Arrived:
        """Return the entries among the next ROWS_AT_ONCE that lie in these stretches.

        Raises:
            EntryDamaged: which see.
        """
        with self._reader.snapshot():
            rows = [row for row in self._entries.stretch(n, ROWS_AT_ONCE) if row[0] <= upto_n]
            found = [self._entries.rebuilt(row) for row in rows if self._is_in(row[2], row[3], extents)]
        return Arrived(tuple(found), int(rows[-1][0]) if rows else None)

    def _is_in(self, author_no: int, seq: int, extents: Mapping[MemberId, Extent]) -> bool:
        extent = extents.get(self._reader.numbers.member(author_no))
        return extent is not None and extent.first_seq <= seq <= extent.last_seq

"""The connection for views: any thread may ask, one at a time, and each answer comes from one snapshot.

Reading does not wait for the writer (WAL), and what a view reads is never half of a commit. Who asks several views for
one answer asks them within `snapshot`, else a commit between two of them makes it an answer about no state at all.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from cohong.ledger.connection import READER_CACHE_KIB, Connection
from cohong.ledger.entries import Entries
from cohong.ledger.numbers import Numbers
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId


class Reader:
    """A read-only connection behind a lock; it keeps up to `cache_kib` of pages in memory."""

    def __init__(self, path: Path, key: bytes, *, cache_kib: int = READER_CACHE_KIB) -> None:
        self._connection = Connection(path, key, writer=False, cache_kib=cache_kib)
        self._lock = threading.RLock()
        self.numbers = Numbers(self._connection)
        self._entries = Entries(self._connection, self.numbers)

    @property
    def connection(self) -> Connection:
        """The connection, for parts that ask only within `snapshot`."""
        return self._connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Have the connection alone, all queries on one state of the file; what is asked within it joins in."""
        with self._lock, self._connection.snapshot():
            yield self._connection

    def read_from(
        self, author: MemberId, first_seq: int, *, bytes_max: int, last_seq: int | None = None
    ) -> list[Entry]:
        """Return what `Entries.entries_from` does, asked from any thread."""
        with self.snapshot():
            return self._entries.entries_from(author, first_seq, bytes_max=bytes_max, last_seq=last_seq)

    def close(self) -> None:
        """Close the connection, once nobody is asking."""
        with self._lock:
            self._connection.close()


class StillReader(Reader):
    """A reader for one thread, to which the file stays as it was when this was opened, whatever is asked of it."""

    @classmethod
    @contextmanager
    def open(cls, path: Path, key: bytes) -> Iterator[Self]:
        """Have the ledger's file open for reading.

        Raises:
            LedgerDamaged, LedgerUnavailable: which see.
        """
        reader = cls(path, key)
        try:
            with reader.connection.snapshot():
                yield reader
        finally:
            reader.close()

"""One connection to the encrypted file: how it is opened, how transactions end, and what its errors mean.

The file is opened with a raw 256-bit key (no stretching: that happened in the key slots). Writers use WAL
with synchronous=FULL, so that a commit that returned survives a power cut: a vote forgotten would make its
voter a cheat. Temporary tables stay in memory, so that nothing is ever on disk in clear.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the library has no stubs

from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable

KEY_BYTES: Final = 32
PAGE_BYTES: Final = 8192
WRITER_CACHE_KIB: Final = 64 * 1024
READER_CACHE_KIB: Final = 24 * 1024
CHECKPOINT_PAGES: Final = 1000
WAL_BYTES_KEPT: Final = 64 * 1024 * 1024
BUSY_MS: Final = 5_000
ROOM_BYTES_MIN: Final = 256 * 1024
"""Free bytes under which a disk counts as full: less than SQLite needs to start a log."""

Values = Sequence[object] | Mapping[str, object]
"""Values for a statement's parameters, by place or by name."""

Row = tuple[Any, ...]
"""A row as SQLite gives it; the function that asked gives its parts their types."""

# SQLite's result codes (sqlite3.h). The driver names them only in its newest versions.
_READ_ONLY: Final = {3: "PERM", 8: "READONLY", 14: "CANTOPEN", 23: "AUTH"}
_FULL: Final = 13
_LOCKED: Final = {5: "BUSY", 6: "LOCKED", 15: "PROTOCOL"}
_IO: Final = {7: "NOMEM", 10: "IOERR"}
_DAMAGED: Final = {11: "CORRUPT", 26: "NOTADB"}


class Connection:
    """A connection with our settings and our errors. Used by one thread at a time."""

    def __init__(self, path: Path, key: bytes, *, writer: bool, cache_kib: int = WRITER_CACHE_KIB) -> None:
        """Open the file at `path`.

        Raises:
            LedgerDamaged: not a database, or not with this key.
            LedgerUnavailable: which see.
        """
        if len(key) != KEY_BYTES:
            raise ValueError(f"the key is {KEY_BYTES} bytes, not {len(key)}")
        if not path.exists():
            raise LedgerUnavailable("missing")
        self._path = path
        self.on_undo: list[Callable[[], None]] = []
        """Called when a transaction is undone, by whoever remembers what was written in it."""
        try:
            self._raw = dbapi2.connect(
                str(path), isolation_level=None, check_same_thread=False, cached_statements=256, timeout=BUSY_MS / 1000
            )
        except dbapi2.Error as error:
            raise _translated(error, self._path) from error
        try:
            self._prepare(key, cache_kib, writer=writer)
        except BaseException:
            self._raw.close()
            raise

    def _prepare(self, key: bytes, cache_kib: int, *, writer: bool) -> None:
        # The library writes its own log to stderr otherwise.
        self.run("PRAGMA cipher_log_level = NONE")
        self.run(f"PRAGMA key = \"x'{key.hex()}'\"")
        self.run(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        self.run("PRAGMA temp_store = MEMORY")
        self.row("SELECT count(*) FROM sqlite_master")
        self.run(f"PRAGMA cache_size = -{cache_kib}")
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA trusted_schema = OFF")
        if not writer:
            self.run("PRAGMA query_only = ON")
            return
        self.run("PRAGMA journal_mode = WAL")
        self.run("PRAGMA synchronous = FULL")
        self.run(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        self.run(f"PRAGMA journal_size_limit = {WAL_BYTES_KEPT}")

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a query."""
        try:
            return self._raw.execute(sql, values).fetchall()  # type: ignore[no-any-return]  # untyped library
        except dbapi2.DatabaseError as error:
            raise _translated(error, self._path) from error

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a query, None if there is none."""
        try:
            return self._raw.execute(sql, values).fetchone()  # type: ignore[no-any-return]  # untyped library
        except dbapi2.DatabaseError as error:
            raise _translated(error, self._path) from error

    def each(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one; it is open until the last one or until the iterator is dropped."""
        try:
            yield from self._raw.execute(sql, values)
        except dbapi2.DatabaseError as error:
            raise _translated(error, self._path) from error

    def run(self, sql: str, values: Values = ()) -> int:
        """Carry out one statement and return how many rows it changed."""
        try:
            return self._raw.execute(sql, values).rowcount  # type: ignore[no-any-return]  # untyped library
        except dbapi2.DatabaseError as error:
            raise _translated(error, self._path) from error

    def run_many(self, sql: str, values: Iterable[Sequence[object]]) -> int:
        """Carry out one statement for each row of values and return how many rows it changed."""
        try:
            return self._raw.executemany(sql, values).rowcount  # type: ignore[no-any-return]  # untyped library
        except dbapi2.DatabaseError as error:
            raise _translated(error, self._path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all statements within it durable together, or undo them together if one of them fails.

        One within another is a part of that.
        """
        if self._raw.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            for forget in self.on_undo:
                forget()
            self._undo()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all queries within it see one state of the file. One within another is a part of that."""
        if self._raw.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self._undo()

    def _undo(self) -> None:
        # SQLite undoes the transaction by itself after some failures, a full disk among them.
        if self._raw.in_transaction:
            self.run("ROLLBACK")

    def checkpoint(self) -> bool:
        """Move the whole write-ahead log into the file; False if a reader was in the way."""
        row = self.row("PRAGMA wal_checkpoint(TRUNCATE)")
        assert row is not None, "the pragma always answers"
        return bool(row[0] == 0)

    def close(self) -> None:
        """Close the connection; the last one to close takes the write-ahead log away."""
        try:
            self._raw.close()
        except dbapi2.DatabaseError as error:
            raise _translated(error, self._path) from error


def new_file(path: Path) -> None:
    """Make an empty file that only its owner may read. SQLite gives its companions the same permissions.

    Raises:
        LedgerUnavailable: which see.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise unavailable(error) from error


def unavailable(error: OSError) -> LedgerUnavailable:
    """Return what a failure of the operating system means for the ledger."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return LedgerUnavailable("disk-full")
    if isinstance(error, FileExistsError):
        return LedgerUnavailable("exists")
    if isinstance(error, FileNotFoundError):
        return LedgerUnavailable("missing")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return LedgerUnavailable("read-only")
    return LedgerUnavailable("io")


def _translated(error: dbapi2.Error, path: Path) -> Exception:
    """Return our error for one of the library's; its own where only a mistake in our SQL can be the cause."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return LedgerDamaged(str(error))
    if code == _FULL:
        return LedgerUnavailable("disk-full")
    if code in _READ_ONLY:
        return LedgerUnavailable("read-only")
    if code in _LOCKED:
        return LedgerUnavailable("locked")
    if code in _IO:
        # SQLite calls a full disk by its name only where it writes pages, not where it sizes its index of the log.
        return LedgerUnavailable("disk-full" if _is_full(path) else "io")
    return error  # type: ignore[no-any-return]  # untyped library


def _is_full(path: Path) -> bool:
    try:
        free = os.statvfs(path.parent)
    except OSError:
        return False
    return free.f_bavail * free.f_frsize < ROOM_BYTES_MIN

"""Which version the tables have, and how an older file comes to the newest one.

Versions are numbered from 1 without a gap. All that is missing is done in one transaction: the file has the
old tables or the new ones, never something between. Before that the file is copied, since a migration is
our code and can be wrong.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cohong.ledger.connection import Connection, unavailable
from cohong.ledger.errors import LedgerDamaged, LedgerTooNew, LedgerUnavailable
from cohong.ledger.schema import (
    VERSION_1,
    VERSION_2,
    VERSION_3,
    VERSION_4,
    VERSION_5,
    VERSION_6,
    VERSION_7,
    VERSION_8,
    VERSION_9,
    VERSION_10,
)

Migration = str
"""SQL statements, each ended by a semicolon at the end of a line."""

MIGRATIONS: Final[tuple[Migration, ...]] = (
    VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6, VERSION_7, VERSION_8,
    VERSION_9, VERSION_10,
)  # fmt: skip
"""The statements that lead to version 1, from there to version 2, and so on."""


def create_tables(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Give an empty file its tables, all or none."""
    with connection.transaction():
        connection.run("CREATE TABLE migrations (version INTEGER PRIMARY KEY)")
        _carry_out(connection, migrations, 0)


def migrate(connection: Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Path | None:
    """Bring the tables to the newest version; returns the copy of the file as it was, None if nothing was
    to be done.

    Raises:
        LedgerTooNew: the file has a version that this program does not know.
        LedgerDamaged: it has no tables of ours.
        LedgerUnavailable: no room for the copy, for example; the file is as it was.
    """
    version = version_of(connection)
    if version > len(migrations):
        raise LedgerTooNew(version)
    if version == len(migrations):
        return None
    copy = _copied(connection, path, version)
    with connection.transaction():
        _carry_out(connection, migrations, version)
    return copy


def version_of(connection: Connection) -> int:
    """Return the version of the file's tables.

    Raises:
        LedgerDamaged: it has none.
    """
    if connection.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'") is None:
        raise LedgerDamaged("the file has no tables of a ledger")
    row = connection.row("SELECT max(version) FROM migrations")
    if row is None or row[0] is None:
        raise LedgerDamaged("the file has no version")
    return int(row[0])


def _carry_out(connection: Connection, migrations: Sequence[Migration], version: int) -> None:
    for number, migration in enumerate(migrations[version:], version + 1):
        for statement in migration.split(";\n"):
            if statement.strip():
                connection.run(statement)
        connection.run("INSERT INTO migrations VALUES (?)", (number,))


def _copied(connection: Connection, path: Path, version: int) -> Path:
    if not connection.checkpoint():
        raise LedgerUnavailable("locked")
    copy = path.with_name(f"{path.name}.version-{version}")
    # Left by a migration that was interrupted, it is the same: the file has not changed since.
    if not copy.exists():
        copy_file(path, copy)
    return copy


def copy_file(path: Path, copy: Path) -> None:
    """Copy a file durably to a place where there is none.

    Raises:
        LedgerUnavailable: which see; no copy is left behind.
    """
    try:
        with path.open("rb") as source, open(copy, "xb", opener=_private) as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        if not isinstance(error, FileExistsError):
            copy.unlink(missing_ok=True)
        raise unavailable(error) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)

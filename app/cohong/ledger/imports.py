"""Imports of invoice files: what was read, what became of it, and what was wrong in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cohong.ledger.connection import Connection, Row
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import MemberId

_FIELDS: Final = "id, file, state, options, counts, totals, started_ms, error, detail, sent"


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import.

    Attributes:
        id: 16 random bytes.
        file: name of the file, without its folder.
        state: what the node says of it; the ledger takes any word.
        options: how the file was read, in the node's own encoding.
        counts: rows by what became of them.
        totals: currency to minor units.
        sent: how many of its drafts were signed and sent; set by the ledger.
    """

    id: bytes
    file: str
    state: str
    options: bytes
    counts: Mapping[str, int]
    totals: Mapping[str, int]
    started_ms: int
    error: str = ""
    detail: str = ""
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one row of a file.

    Attributes:
        raw: the row as JSON.
        other: number of the invoice that the row is like, where it is not the row's own.
    """

    line: int
    column: str
    value: str
    reason: str
    raw: str
    other: str = ""


class Imports:
    """Reads and writes of imports on the writer's connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def new(self, item: ImportRecord) -> None:
        """Keep a new import."""
        with self._connection.transaction():
            self._connection.run(
                f"INSERT INTO imports ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (
                    item.id,
                    item.file,
                    item.state,
                    item.options,
                    *_as_text(item),
                    item.started_ms,
                    item.error,
                    item.detail,
                ),
            )

    def update(self, item: ImportRecord) -> None:
        """Replace state, counts, totals, error and detail of an import."""
        with self._connection.transaction():
            self._connection.run(
                "UPDATE imports SET state = ?, counts = ?, totals = ?, error = ?, detail = ? WHERE id = ?",
                (item.state, *_as_text(item), item.error, item.detail, item.id),
            )

    def one(self, import_id: bytes) -> ImportRecord | None:
        """Return an import, None if there is none with this id."""
        row = self._connection.row(f"SELECT {_FIELDS} FROM imports WHERE id = ?", (import_id,))
        return None if row is None else _import(row)

    def all(self) -> list[ImportRecord]:
        """Return all imports, the newest first."""
        return [_import(row) for row in self._connection.rows(f"SELECT {_FIELDS} FROM imports ORDER BY no DESC")]

    def undo(self, import_id: bytes) -> bool:
        """Remove the drafts of an import; False, and nothing done, once something of it was sent."""
        with self._connection.transaction():
            row = self._connection.row("SELECT no, sent FROM imports WHERE id = ?", (import_id,))
            if row is None or row[1] > 0:
                return False
            self._connection.run("DELETE FROM drafts WHERE import = ?", (row[0],))
            self._connection.run("UPDATE imports SET state = 'undone' WHERE no = ?", (row[0],))
            return True

    def clear(self, import_id: bytes) -> None:
        """Remove the drafts and problems of an import, which stays."""
        with self._connection.transaction():
            for table in ("drafts", "problems"):
                of_import = f"DELETE FROM {table} WHERE import = (SELECT no FROM imports WHERE id = ?)"
                self._connection.run(of_import, (import_id,))

    def add_problems(self, import_id: bytes, problems: Sequence[Problem]) -> None:
        """Keep what is wrong in rows of an import's file."""
        with self._connection.transaction():
            row = self._connection.row("SELECT no FROM imports WHERE id = ?", (import_id,))
            assert row is not None, "problems are those of an import"
            self._connection.run_many(
                "INSERT INTO problems (import, line, field, value, reason, raw, other) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(row[0], item.line, item.column, item.value, item.reason, item.raw, item.other) for item in problems],
            )

    def problems(self, import_id: bytes, limit: int) -> list[Problem]:
        """Return at most `limit` problems of an import, by line."""
        rows = self._connection.rows(
            "SELECT line, field, value, reason, raw, other FROM problems"
            " WHERE import = (SELECT no FROM imports WHERE id = ?) ORDER BY line, no LIMIT ?",
            (import_id, limit),
        )
        return [Problem(*row) for row in rows]

    def counterparties(self) -> dict[str, MemberId]:
        """Return which names in files were taken for which members."""
        rows = self._connection.rows("SELECT name, member FROM counterparties")
        return {name: self._numbers.member(member) for name, member in rows}

    def remember_counterparties(self, names: Mapping[str, MemberId]) -> None:
        """Remember that names in files stand for members; a name remembered before is replaced."""
        with self._connection.transaction():
            self._connection.run_many(
                "INSERT OR REPLACE INTO counterparties VALUES (?, ?)",
                [(name, self._numbers.intern_member(member)) for name, member in names.items()],
            )


def _as_text(item: ImportRecord) -> tuple[str, str]:
    return json.dumps(dict(item.counts)), json.dumps(dict(item.totals))


def _import(row: Row) -> ImportRecord:
    identity, file, state, options, counts, totals, started_ms, error, detail, sent = row
    return ImportRecord(
        identity, file, state, options, json.loads(counts), json.loads(totals), started_ms, error, detail, sent
    )

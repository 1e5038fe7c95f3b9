"""Own entries taken out of the ledger, and others written in their place.

All that is stored of an entry by itself goes with it; its id stays interned. What it made of an object of the book is
folded again by the protocol, which knows the rules.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from cohong.ledger.connection import Connection
from cohong.ledger.numbers import Numbers
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import is_record

_BY_ENTRY: Final = (
    "DELETE FROM names WHERE entry = ?",
    "DELETE FROM said WHERE entry = ?",
    "DELETE FROM tips WHERE n = ?",
    "DELETE FROM bodiless WHERE n = ?",
    "DELETE FROM entries WHERE n = ?",
    "DELETE FROM obligations WHERE no = ?",
    "DELETE FROM disputes WHERE no = ?",
    "DELETE FROM facts WHERE n = ?",
)
_NEWEST_AGAIN: Final = (
    "UPDATE obligations SET (newest, level, changed_ms) ="
    " (SELECT n, level, time_ms FROM facts WHERE object = ?1 ORDER BY time_ms DESC, n DESC LIMIT 1) WHERE no = ?1"
)
_REACH: Final = "DELETE FROM reach WHERE voter = ? AND author = ?"
_SAID: Final = "DELETE FROM said WHERE voter = ? AND (SELECT author FROM facts WHERE n = said.entry) = ?"
_ID_IN_HEX: Final = re.compile(rb"[0-9a-f]{64}")


class Withdrawal:
    """What takes entries out, on the writer's connection and within a transaction of the caller's."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def withdraw(self, gone: Sequence[Entry], voted_on: Collection[MemberId]) -> None:
        """Take out the end of one unforked feed, and with it all votes of its author on the feeds of `voted_on`."""
        if not gone:
            return
        numbers = [(self._numbers.id_no(entry.id),) for entry in gone]
        objects = [row for number in numbers for row in self._object_of(number)]
        prev = self._connection.row("SELECT prev FROM facts WHERE n = ?", numbers[0])
        for sql in _BY_ENTRY:
            self._connection.run_many(sql, numbers)
        if prev is not None and prev[0] is not None:
            self._connection.run("INSERT INTO tips VALUES (?)", prev)
        self._connection.run_many(_NEWEST_AGAIN, objects)
        self._forget_votes(gone[0].header.author, voted_on)
        self._count_less(gone)

    def _object_of(self, number: tuple[int | None]) -> list[tuple[object, ...]]:
        return self._connection.rows("SELECT object FROM facts WHERE n = ? AND object IS NOT NULL", number)

    def _forget_votes(self, voter: MemberId, voted_on: Collection[MemberId]) -> None:
        pairs = [(self._numbers.member_no(voter), self._numbers.member_no(author)) for author in voted_on]
        self._connection.run_many(_REACH, pairs)
        self._connection.run_many(_SAID, pairs)

    def _count_less(self, gone: Sequence[Entry]) -> None:
        self._connection.run(
            "UPDATE counts SET entries = entries - ?, records = records - ?,"
            " newest_ms = (SELECT coalesce(max(time_ms), 0) FROM facts)",
            (len(gone), sum(is_record(entry.header.kind) for entry in gone)),
        )

    def put_in_place(self, ids: Mapping[EntryId, EntryId]) -> None:
        """Let what this machine notes of entries that were taken out speak of those written in their place."""
        pairs = [(self._numbers.id_no(new), self._numbers.id_no(old)) for old, new in ids.items()]
        for table in ("imported", "planned_receipts"):
            self._connection.run_many(f"UPDATE {table} SET object = ? WHERE object = ?", pairs)
        in_hex = {old.hex().encode(): new.hex().encode() for old, new in ids.items()}
        for number, answer in self._connection.rows("SELECT no, answer FROM answers"):
            changed = _ID_IN_HEX.sub(lambda found: in_hex.get(found[0], found[0]), answer)
            if changed != answer:
                self._connection.run("UPDATE answers SET answer = ? WHERE no = ?", (changed, number))

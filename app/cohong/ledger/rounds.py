"""Netting rounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cohong.book.rounds import Round, RoundState
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import EntryId, ObjectId

ROUND: Final = (
    "SELECT i.id, v.id, r.coordinator, r.currency, r.due_until, r.ends, r.says, r.state FROM rounds r"
    " JOIN ids i ON i.no = r.no JOIN ids v ON v.no = r.version"
)


class Rounds:
    """Reads and writes of netting rounds on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def put(self, item: Round, ids: Mapping[bytes, int]) -> None:
        """Replace a round, by its id."""
        self._connection.run(
            "INSERT OR REPLACE INTO rounds VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (ids[item.id], ids[item.version], self._numbers.intern_member(item.coordinator), item.currency,
             day_no(item.due_until), day_no(item.ends), item.says, item.state.value),
        )  # fmt: skip

    def of_row(self, row: Row) -> Round:
        """Return the round in a row of ROUND."""
        identity, version, coordinator, currency, due_until, ends, says, state = row
        return Round(
            ObjectId(identity), EntryId(version), self._numbers.member(coordinator), currency, day_text(due_until),
            day_text(ends), says, RoundState(state),
        )  # fmt: skip

    def all(self) -> list[Round]:
        """Return all rounds, the newest first."""
        return [self.of_row(row) for row in self._connection.rows(f"{ROUND} ORDER BY r.no DESC")]

"""Netting rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cohong.book.rounds import Round, RoundState
from cohong.ledger.book_lines import OPEN
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.numbers import Numbers
from cohong.ledger.obligations import NETTABLE
from cohong.ledger.reader import Reader
from cohong.primitives.ids import EntryId, MemberId, ObjectId

ROUND: Final = (
    "SELECT i.id, v.id, r.coordinator, r.currency, r.due_until, r.ends, r.says, r.state FROM rounds r"
    " JOIN ids i ON i.no = r.no JOIN ids v ON v.no = r.version"
)


_IN_SCOPE: Final = (
    "SELECT i.id, o.debtor, o.holder, o.amount - o.received - o.set_off - o.written_off - o.assigned, o.reference,"
    " o.due"
    f" FROM obligations o JOIN ids i ON i.no = o.no WHERE {OPEN} AND o.currency = ?1 AND o.due <= ?2 AND o.flags & ?3"
    " AND o.version IS NOT NULL AND (o.locked_in IS NULL OR o.locked_in = ?4) ORDER BY i.id"
)


@dataclass(frozen=True, slots=True)
class OpenDebt:
    """An obligation that may take part in a netting round."""

    obligation: ObjectId
    debtor: MemberId
    holder: MemberId
    outstanding_minor: int
    reference: str
    due: str


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

    def rounds(self) -> list[Round]:
        """Return all rounds, the newest first."""
        return [self.of_row(row) for row in self._connection.rows(f"{ROUND} ORDER BY r.no DESC")]

    def one(self, subject: ObjectId) -> Round | None:
        """Return a round, None if there is none of this id."""
        row = self._connection.row(f"{ROUND} WHERE r.no = ?", (self._numbers.id_no(subject),))
        return None if row is None else self.of_row(row)

    def open_rounds(self) -> list[Round]:
        """Return the rounds that nobody has ended, the newest first."""
        return [item for item in self.rounds() if item.state is RoundState.OPEN]

    def in_scope(self, round_: Round) -> list[OpenDebt]:
        """Return what may take part in a round, or does: open, nettable, of its currency, due in time, in no other."""
        rows = self._connection.rows(
            _IN_SCOPE, (round_.currency, day_no(round_.due_until), NETTABLE, self._numbers.id_no(round_.id))
        )
        member = self._numbers.member
        return [
            OpenDebt(ObjectId(identity), member(debtor), member(holder), outstanding, reference, day_text(due))
            for identity, debtor, holder, outstanding, reference, due in rows
        ]


class RoundViews:
    """Questions about netting rounds, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._rounds = Rounds(reader.connection, reader.numbers)

    def rounds_in_scope(self) -> list[tuple[Round, list[OpenDebt]]]:
        """Return all rounds, the newest first, those that are open with what may take part in them."""
        with self._reader.snapshot():
            return list(map(self._with_scope, self._rounds.rounds()))

    def round_in_scope(self, subject: ObjectId) -> tuple[Round, list[OpenDebt]] | None:
        """Return a round likewise, None if there is none of this id."""
        with self._reader.snapshot():
            found = self._rounds.one(subject)
            return None if found is None else self._with_scope(found)

    def _with_scope(self, round_: Round) -> tuple[Round, list[OpenDebt]]:
        return round_, self._rounds.in_scope(round_) if round_.state is RoundState.OPEN else []

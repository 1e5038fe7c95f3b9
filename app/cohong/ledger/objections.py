"""Disputes and corrections, and what the charter chain has ruled on disputes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cohong.book.disputes import Correction, CorrectionState, Dispute, DisputeState
from cohong.book.references import object_referred_to
from cohong.ledger.connection import Connection, Row
from cohong.ledger.facts import FactTable, body_of
from cohong.ledger.numbers import Numbers
from cohong.ledger.obligations import ids_in
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import DISPUTE_OPEN
from cohong.primitives.standing import FinalBlock, Placed

DISPUTE: Final = (
    "SELECT i.id, v.id, o.id, w.id, d.opener, d.concerned, d.says, d.evidence, d.state, d.outcome FROM disputes d"
    " JOIN ids i ON i.no = d.no JOIN ids v ON v.no = d.version JOIN ids o ON o.no = d.about"
    " JOIN ids w ON w.no = d.about_version"
)
"""The disputes that are part of the book: those with a version."""

CORRECTION: Final = (
    "SELECT i.id, v.id, o.id, w.id, c.author, c.asked, c.says, c.evidence, c.proposed_ms, c.state FROM corrections c"
    " JOIN ids i ON i.no = c.no JOIN ids v ON v.no = c.version JOIN ids o ON o.no = c.about"
    " JOIN ids w ON w.no = c.about_version"
)


class Objections:
    """Reads and writes of disputes and corrections on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._facts = FactTable(connection, numbers)

    def note_appended(self, placed: Sequence[Placed], ids: Mapping[bytes, int]) -> None:
        """Make rows for new disputes: they count from their form alone."""
        for item in placed:
            if item.fact.kind == DISPUTE_OPEN and item.fact.object is not None and item.names:
                self._note_dispute(item, ids)

    def _note_dispute(self, placed: Placed, ids: Mapping[bytes, int]) -> None:
        fact, body = placed.fact, body_of(placed.entry.body_bytes)
        held = self._facts.facts(placed.names[:2])
        about = object_referred_to([held[name] for name in placed.names[:2] if name in held])
        number = self._numbers.id_no(about) if about is not None else None
        if body is not None and number is not None:
            evidence = body["evidence"]
            assert isinstance(evidence, list), "a well-formed dispute lists its evidence"
            self._connection.run(
                "INSERT OR IGNORE INTO disputes VALUES (?, NULL, ?, ?, ?, x'', ?, ?, 'open', '')",
                (ids[fact.id], number, ids[placed.names[0]], self._numbers.intern_member(fact.author), body["says"],
                 b"".join(item for item in evidence if isinstance(item, bytes))),
            )  # fmt: skip

    def note_blocks(self, blocks: Iterable[FinalBlock], ids: Mapping[bytes, int]) -> None:
        """Remember what new blocks have ruled on disputes; of two rulings the first counts."""
        self._connection.run_many(
            "INSERT OR IGNORE INTO dispute_rulings VALUES (?, ?, ?)",
            [
                (ids[ruling.dispute], int(ruling.upheld), final.block.head.height)
                for final in blocks
                for ruling in final.decisions.disputes
            ],
        )

    def put_dispute(self, item: Dispute, ids: Mapping[bytes, int]) -> None:
        """Replace a dispute, by its id."""
        self._connection.run(
            "INSERT OR REPLACE INTO disputes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (ids[item.id], ids[item.version], self._numbers.id_no(item.about), self._numbers.id_no(item.about_version),
             self._numbers.intern_member(item.opener), b"".join(item.concerned), item.says, b"".join(item.evidence),
             item.state.value, item.outcome),
        )  # fmt: skip

    def put_correction(self, item: Correction, ids: Mapping[bytes, int]) -> None:
        """Replace a correction, by its id."""
        author, asked = map(self._numbers.intern_member, (item.author, item.asked))
        self._connection.run(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (ids[item.id], ids[item.version], self._numbers.id_no(item.about), self._numbers.id_no(item.about_version),
             author, asked, item.says, b"".join(item.evidence), item.proposed_ms, item.state.value),
        )  # fmt: skip

    def asked_by(self, author: MemberId) -> list[Correction]:
        """Return the corrections that a member has asked for and that have no answer, by id."""
        values = (self._numbers.member_no(author), CorrectionState.PROPOSED.value)
        rows = self._connection.rows(f"{CORRECTION} WHERE c.author = ? AND c.state = ? ORDER BY i.id", values)
        return list(map(self.correction_of_row, rows))

    def remove(self, numbers: Sequence[int]) -> None:
        """Take disputes out of the book, whose rows go on to show that they were opened, and corrections."""
        values = [(number,) for number in numbers]
        self._connection.run_many(
            "UPDATE disputes SET version = NULL, state = 'open', outcome = '' WHERE no = ?", values
        )
        self._connection.run_many("DELETE FROM corrections WHERE no = ?", values)

    def dispute_of_row(self, row: Row) -> Dispute:
        """Return the dispute in a row of DISPUTE."""
        identity, version, about, about_version, opener, concerned, says, evidence, state, outcome = row
        return Dispute(
            ObjectId(identity), EntryId(version), ObjectId(about), EntryId(about_version), self._numbers.member(opener),
            tuple(map(MemberId, ids_in(concerned))), says, ids_in(evidence), DisputeState(state), outcome,
        )  # fmt: skip

    def correction_of_row(self, row: Row) -> Correction:
        """Return the correction in a row of CORRECTION."""
        identity, version, about, about_version, author, asked, says, evidence, proposed_ms, state = row
        return Correction(
            ObjectId(identity), EntryId(version), ObjectId(about), EntryId(about_version), self._numbers.member(author),
            self._numbers.member(asked), says, ids_in(evidence), proposed_ms, CorrectionState(state),
        )  # fmt: skip

"""Drafts: proposals that are not signed yet, and the receipts that are to follow them. They never leave the machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from cohong.book.objects import Terms
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no_or_none, day_text, day_text_or_none
from cohong.ledger.numbers import Numbers
from cohong.ledger.obligations import TERM_FIELDS, row_of_terms, terms_of_row
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.invoice_number import without_leading_zeros

Receipts = Literal["none", "at-once", "after-claim"]

KnownReference = tuple[str, tuple[int, str, str, str]]
"""A reference, and the (amount, currency, issued, due) known under it."""

ZEROS_MAX: Final = 12

_ALL: Final = -1
_FIELDS: Final = f"{TERM_FIELDS}, d.id, i.id, d.line, d.settled_on, d.receipts, d.created_ms"
_SELECT: Final = f"SELECT {_FIELDS} FROM drafts d LEFT JOIN imports i ON i.no = d.import"
_INSERT: Final = (
    f"INSERT INTO drafts ({TERM_FIELDS}, id, import, line, settled_on, receipts, created_ms)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT no FROM imports WHERE id = ?), ?, ?, ?, ?)"
)
_EDIT: Final = f"UPDATE drafts SET ({TERM_FIELDS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"
_PLAN: Final = (
    "INSERT OR REPLACE INTO planned_receipts SELECT ?1, amount, settled_on, receipts = 'after-claim', import"
    " FROM drafts WHERE id = ?2 AND settled_on IS NOT NULL AND receipts <> 'none'"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal not signed yet.

    Attributes:
        id: 16 random bytes.
        import_id: the import it came with, None if it was typed in.
        line: line of the imported file, 0 if it was typed in.
        settled_on: ISO day on which it was paid, as the file says.
        receipts: whether a receipt of that day follows, at once or after the debtor's claim.
    """

    id: bytes
    import_id: bytes | None
    line: int
    terms: Terms
    settled_on: str | None
    receipts: Receipts
    created_ms: int


@dataclass(frozen=True, slots=True)
class PlannedReceipt:
    """A receipt to be written once its obligation is active (and, with `after_claim`, claimed to be paid)."""

    object: ObjectId
    amount_minor: int
    value_date: str
    after_claim: bool
    import_id: bytes | None


@dataclass(slots=True)
class LocalMarks:
    """What changes on this machine together with a commit.

    Attributes:
        sent: drafts that became records, with the obligation that each proposes; the draft goes.
        receipts: obligations whose planned receipt was written.
        keys: requests carried out: the client's key and our answer.
        settings: by name.
    """

    sent: list[tuple[bytes, ObjectId]] = field(default_factory=list)
    receipts: list[ObjectId] = field(default_factory=list)
    keys: list[tuple[str, bytes]] = field(default_factory=list)
    settings: list[tuple[str, bytes]] = field(default_factory=list)


class Drafts:
    """Reads and writes of drafts and planned receipts on the writer's connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def add(self, drafts: Sequence[Draft]) -> None:
        """Keep new drafts, all or none. The imports that they name exist."""
        with self._connection.transaction():
            self._connection.run_many(
                _INSERT,
                [
                    (*row_of_terms(item.terms, self._numbers), item.id, item.import_id, item.line,
                     day_no_or_none(item.settled_on), item.receipts, item.created_ms)
                    for item in drafts
                ],
            )  # fmt: skip

    def edit(self, draft: Draft) -> None:
        """Give a draft that is there other terms."""
        with self._connection.transaction():
            self._connection.run(_EDIT, (*row_of_terms(draft.terms, self._numbers), draft.id))

    def drafts(
        self, ids: Sequence[bytes] | None = None, import_id: bytes | None = None, limit: int | None = None
    ) -> list[Draft]:
        """Return drafts in the order in which they were added: all, those named, or those of an import."""
        if ids is not None:
            return sorted(self._named(ids), key=lambda draft: (draft.created_ms, draft.line, draft.id))[:limit]
        rows = self._connection.rows(
            f"{_SELECT} WHERE ?1 IS NULL OR d.import = (SELECT no FROM imports WHERE id = ?1) ORDER BY d.no LIMIT ?2",
            (import_id, _ALL if limit is None else limit),
        )
        return [self._draft(row) for row in rows]

    def _named(self, ids: Sequence[bytes]) -> Iterator[Draft]:
        for identity in dict.fromkeys(ids):
            row = self._connection.row(f"{_SELECT} WHERE d.id = ?", (identity,))
            if row is not None:
                yield self._draft(row)

    def _draft(self, row: Row) -> Draft:
        identity, import_id, line, settled_on, receipts, created_ms = row[12:]
        return Draft(
            identity,
            import_id,
            line,
            terms_of_row(row, self._numbers),
            day_text_or_none(settled_on),
            receipts,
            created_ms,
        )

    def count(self) -> int:
        """Return how many drafts there are."""
        row = self._connection.row("SELECT count(*) FROM drafts")
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def remove(self, ids: Sequence[bytes]) -> int:
        """Remove drafts and return how many there were."""
        with self._connection.transaction():
            return self._connection.run_many("DELETE FROM drafts WHERE id = ?", [(identity,) for identity in ids])

    def note(self, marks: LocalMarks, ids: dict[bytes, int]) -> None:
        """Turn drafts into what was sent, within the transaction of the commit that sends them."""
        sent = [(ids[subject], draft) for draft, subject in marks.sent]
        self._connection.run_many(_PLAN, sent)
        self._connection.run_many(
            "UPDATE imports SET sent = sent + 1 WHERE no = (SELECT import FROM drafts WHERE id = ?)",
            [(draft,) for _, draft in sent],
        )
        self._connection.run_many(
            "INSERT OR REPLACE INTO imported SELECT ?1, import, line FROM drafts WHERE id = ?2 AND import IS NOT NULL",
            sent,
        )
        self._connection.run_many("DELETE FROM drafts WHERE id = ?", [(draft,) for _, draft in sent])
        self._connection.run_many(
            "DELETE FROM planned_receipts WHERE object = ?", [(ids[subject],) for subject in marks.receipts]
        )

    def planned_receipts(self, objects: Sequence[ObjectId] | None, limit: int) -> list[PlannedReceipt]:
        """Return planned receipts: those of the named obligations, or all, the oldest first."""
        if objects is not None:
            # Most nodes plan none, and are asked for every obligation that changes.
            if self._connection.row("SELECT 1 FROM planned_receipts LIMIT 1") is None:
                return []
            numbers = [number for number in map(self._numbers.id_no, objects) if number is not None]
            found = [row for number in numbers for row in self._planned("WHERE p.object = ?", (number,))]
            return [_planned_receipt(row) for row in found[:limit]]
        return [_planned_receipt(row) for row in self._planned("ORDER BY p.object LIMIT ?", (limit,))]

    def _planned(self, rest: str, values: Sequence[object]) -> list[Row]:
        return self._connection.rows(
            "SELECT o.id, p.amount, p.value_date, p.after_claim, i.id FROM planned_receipts p"
            f" JOIN ids o ON o.no = p.object LEFT JOIN imports i ON i.no = p.import {rest}",
            values,
        )

    def known_references(
        self, creditor: MemberId, pairs: Iterable[tuple[MemberId, str]]
    ) -> dict[tuple[MemberId, str], list[KnownReference]]:
        """Return what is already known under a debtor and a reference, whatever zeros are in front of its digits.

        A spreadsheet takes such zeros away; up to ZEROS_MAX of them are looked for. Known are drafts, and
        obligations that stand or may yet stand: not those declined, nor those whose proposal was refused by the
        voters.

        Returns:
            Debtor and reference without leading zeros -> what is known, drafts first.
        """
        known: dict[tuple[MemberId, str], list[KnownReference]] = {}
        wanted: set[str] = set()
        for debtor, reference in pairs:
            bare = without_leading_zeros(reference)
            known[debtor, bare] = []
            wanted.add(reference)
            if bare.isascii() and bare.isdigit():
                wanted.update(zeros + bare for zeros in _ZEROS)
        # One question for all: one for each of a thousand rows takes twice as long.
        values = (json.dumps(sorted(wanted)), self._numbers.member_no(creditor))
        for debtor_no, reference, amount, currency, issued, due in self._connection.rows(_KNOWN, values):
            found = known.get((self._numbers.member(debtor_no), without_leading_zeros(reference)))
            if found is not None:
                found.append((reference, (amount, currency, day_text(issued), day_text(due))))
        return known


_ZEROS: Final = tuple("0" * zeros for zeros in range(ZEROS_MAX + 1))
_KNOWN: Final = (
    "SELECT debtor, reference, amount, currency, issued, due FROM drafts"
    " WHERE reference IN (SELECT value FROM json_each(?1)) AND creditor = ?2"
    " UNION ALL SELECT debtor, reference, amount, currency, issued, due FROM obligations"
    " WHERE reference IN (SELECT value FROM json_each(?1)) AND creditor = ?2"
    " AND state <> 3 AND NOT (version IS NULL AND level IN (3, 5, 7))"
)


def _planned_receipt(row: Row) -> PlannedReceipt:
    subject, amount, value_date, after_claim, import_id = row
    return PlannedReceipt(ObjectId(subject), amount, day_text(value_date), bool(after_claim), import_id)

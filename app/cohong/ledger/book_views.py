"""What the Book shows: order, rows, counts, one obligation with its history, sums, and the state digest."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cohong.book.objects import BookObject, Claim, Terms
from cohong.ledger.book_lines import (
    COUNTERPARTY,
    DAYS_LATE,
    DRAFT_LINES,
    FILTERS,
    LINES,
    NARROWER,
    OBLIGATION_LINES,
    OPEN,
    OPEN_CLAIM,
    OUTSTANDING,
    PAID,
    ROW_STATES,
    SHOWN_STATE,
    BookFilter,
    BookSort,
    RowState,
    like_pattern,
    order_query,
)
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text, day_text_or_none
from cohong.ledger.facts import FactTable
from cohong.ledger.objects import Objects
from cohong.ledger.obligations import OBLIGATION_TERMS, TERM_FIELDS, terms_of_row
from cohong.ledger.reader import Reader
from cohong.ledger.search import MemberSearch
from cohong.primitives.encoding import Value, encode
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.standing import EntryFact, Level

TEXT_MEMBERS_MAX: Final = 1_000
"""Members whose names match a text in the Book's filter; more than anybody would mean by it."""


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line of the Book: an obligation, or a draft.

    Attributes:
        number: what `book_order` gives for it; negative for a draft.
        id: the obligation's id, or the draft's 16 bytes.
        side: `holder` (owed to me), `debtor` (I owe), or `other`.
        counterparty: the other party seen from this member; the debtor where this member is neither.
        outstanding_minor: what is owed now; 0 for what is not, or no longer, open.
        days_late: days from the due date to today, or to the day that settled it; 0 if not late or never accepted.
        level: of its newest record; None for a draft.
        newest: id of its newest record, with `newest_author` and `newest_seq`; None for a draft.
        open_claim_minor: what the debtor says it has paid beyond what the holder has receipted.
        marks: `disputed`, `correction`, `contested`, `claimed`, `assigned`, `imported`.
    """

    number: int
    id: bytes
    reference: str
    side: Literal["holder", "debtor", "other"]
    debtor: MemberId
    debtor_name: str
    creditor: MemberId
    creditor_name: str
    counterparty: MemberId
    counterparty_name: str
    currency: str
    amount_minor: int
    outstanding_minor: int
    issued: str
    due: str
    days_late: int
    state: RowState
    level: Level | None
    newest: EntryId | None
    newest_author: MemberId | None
    newest_seq: int
    changed_ms: int
    open_claim_minor: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Only:
    """What narrows a filter of the Book; what is left out narrows nothing.

    Attributes:
        text: must be in the reference or in a name.
        debtor: whose debts alone are meant.
        counterparty: with whom alone, seen from the member who asks.
    """

    text: str = ""
    debtor: MemberId | None = None
    counterparty: MemberId | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class BookCounts:
    """How many lines each filter has, and what is open, by currency in minor units."""

    by_filter: dict[BookFilter, int]
    owed_to_me: dict[str, int]
    i_owe: dict[str, int]


@dataclass(frozen=True, slots=True)
class ObligationView:
    """Everything about one obligation but its history.

    Attributes:
        version: None while its proposal does not stand.
        claims: those that stand.
    """

    row: BookRow
    terms: Terms
    version: EntryId | None
    proposer: MemberId
    holder: MemberId
    received_minor: int
    last_received_on: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One record about an object, with its decoded body (None where it is missing or out of form)."""

    fact: EntryFact
    body: dict[str, Value] | None
    received_ms: int


@dataclass(frozen=True, slots=True)
class BookSummary:
    """Sums over all obligations of the book that were not declined.

    Attributes:
        late: settled after the due date.
        days_late_sum: days beyond the due date of the settled ones, early counted as 0.
        totals, outstanding: currency to minor units; of all amounts, and of what is owed now.
    """

    invoices: int
    settled: int
    late: int
    days_late_sum: int
    totals: dict[str, int]
    outstanding: dict[str, int]


@dataclass(frozen=True, slots=True)
class DigestCounts:
    """What a state digest covers: objects of the book, entries held, records by level, proofs of forks."""

    objects: int
    entries: int
    records: int
    by_level: dict[Level, int]
    forks: int


DRAFT_ID_BYTES: Final = 16

_DRAFT: Final = f"SELECT {TERM_FIELDS}, no FROM drafts WHERE id = ?"
_ROW: Final = (
    f"SELECT l.number, coalesce(i.id, (SELECT id FROM drafts WHERE no = -l.number)), l.reference, l.debtor, l.creditor,"
    f" l.holder, {COUNTERPARTY}, l.currency, l.amount, {OUTSTANDING}, l.issued, l.due, {DAYS_LATE}, {SHOWN_STATE},"
    f" l.level, v.id, f.author, f.seq, l.changed_ms, {OPEN_CLAIM},"
    " EXISTS (SELECT 1 FROM imported WHERE object = l.number),"
    " EXISTS (SELECT 1 FROM open_disputes WHERE about = l.number),"
    " EXISTS (SELECT 1 FROM corrections WHERE about = l.number AND state = 'proposed'),"
    " l.holder <> l.creditor OR EXISTS (SELECT 1 FROM obligations b WHERE b.no = l.number"
    " AND (b.assigned > 0 OR b.part_of IS NOT NULL))"
    " FROM {lines} l LEFT JOIN ids i ON i.no = l.number"
    " LEFT JOIN ids v ON v.no = l.newest LEFT JOIN facts f ON f.n = l.newest"
)
_OBLIGATION_ROW: Final = _ROW.format(lines=f"({OBLIGATION_LINES} WHERE no = :number)")
_DRAFT_ROW: Final = _ROW.format(lines=f"({DRAFT_LINES} WHERE no = -:number)")
_DETAILS: Final = (
    f"SELECT {OBLIGATION_TERMS}, v.id, proposer, holder, received, received_on"
    " FROM obligations b LEFT JOIN ids v ON v.no = b.version WHERE b.no = ?"
)
_COUNTS: Final = (
    "SELECT " + ", ".join(f"coalesce(sum({condition}), 0)" for condition in FILTERS.values()) + f" FROM {LINES}"
)
_OPEN: Final = (
    "SELECT currency, sum(CASE WHEN holder = :me THEN amount - received - set_off - written_off - assigned ELSE 0 END),"
    " sum(CASE WHEN debtor = :me THEN amount - received - set_off - written_off - assigned ELSE 0 END)"
    f" FROM obligations WHERE {OPEN} AND :me IN (holder, debtor) GROUP BY currency ORDER BY currency"
)
_SUMMARY: Final = (
    f"SELECT currency, count(*), sum({PAID}), sum({PAID} AND received_on > due),"
    f" sum(CASE WHEN {PAID} THEN max(0, received_on - due) ELSE 0 END), sum(amount - assigned),"
    f" sum(CASE WHEN {OPEN} THEN amount - received - set_off - written_off - assigned ELSE 0 END)"
    " FROM obligations WHERE version IS NOT NULL AND state <> 3 GROUP BY currency ORDER BY currency"
)


class BookViews:
    """The Book's questions, each answered from one snapshot. `today` is an ISO day, `me` the member who asks."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers
        self._facts = FactTable(reader.connection, reader.numbers)
        self._objects = Objects(reader.connection, reader.numbers)
        self._search = MemberSearch(reader.connection, reader.numbers)

    def book_order(
        self,
        book_filter: BookFilter,
        sort: BookSort,
        *,
        descending: bool,
        only: Only,
        me: MemberId,
        today: str,
    ) -> array[int]:
        """Return the numbers of the lines under a filter, in order."""
        with self._reader.snapshot() as connection:
            narrower = self._text_values(only.text.strip()) if only.text.strip() else {}
            for name, member in (("debtor", only.debtor), ("counterparty", only.counterparty)):
                if member is not None:
                    narrower[name] = self._numbers.member_no(member)
            if only.currency:
                narrower["currency"] = only.currency
            conditions = narrower.keys() & NARROWER.keys()
            sql = order_query(book_filter, sort, descending=descending, narrower=conditions)
            return array("q", (row[0] for row in connection.rows(sql, self._values(me, today) | narrower)))

    def _text_values(self, text: str) -> dict[str, object]:
        members = map(self._numbers.member_no, self._search.search(text, TEXT_MEMBERS_MAX).members)
        return {"like": like_pattern(text), "members": json.dumps(list(members))}

    def book_rows(self, numbers: Sequence[int], *, me: MemberId, today: str) -> list[BookRow]:
        """Return the lines with these numbers, in this order; one that is gone since is left out."""
        with self._reader.snapshot() as connection:
            return self._rows(connection, numbers, self._values(me, today))

    def _rows(self, connection: Connection, numbers: Sequence[int], values: Mapping[str, object]) -> list[BookRow]:
        names: dict[int, str] = {}
        found = []
        for number in numbers:
            row = connection.row(_OBLIGATION_ROW if number > 0 else _DRAFT_ROW, {**values, "number": number})
            if row is not None:
                found.append(self._row(connection, row, values["me"], names))
        return found

    def _row(self, connection: Connection, row: Row, me: object, names: dict[int, str]) -> BookRow:
        (
            number, identity, reference, debtor, creditor, holder, counterparty, currency, amount, outstanding, issued,
            due, days_late, state, level, newest, author, seq, changed_ms, open_claim, imported,
            disputed, to_correct, assigned,
        ) = row  # fmt: skip
        for party in (debtor, creditor, counterparty):
            if party not in names:
                shown = connection.row("SELECT shown FROM profiles WHERE member = ?", (party,))
                names[party] = shown[0] if shown is not None else ""
        member = self._numbers.member
        return BookRow(
            number, identity, reference, "holder" if holder == me else "debtor" if debtor == me else "other",
            member(debtor), names[debtor], member(creditor), names[creditor], member(counterparty), names[counterparty],
            currency, amount, outstanding, day_text(issued), day_text(due), days_late, ROW_STATES[state],
            None if number < 0 else Level(level), None if newest is None else EntryId(newest),
            None if author is None else member(author), seq or 0, changed_ms, open_claim,
            _marks(level, open_claim, imported, disputed, to_correct, assigned),
        )  # fmt: skip

    def book_counts(self, *, me: MemberId, today: str) -> BookCounts:
        """Return how many lines each filter has, and what is open."""
        with self._reader.snapshot() as connection:
            values = self._values(me, today)
            counts = connection.row(_COUNTS, values)
            assert counts is not None, "an aggregate always has a row"
            sums = connection.rows(_OPEN, values)
            return BookCounts(
                dict(zip(FILTERS, counts, strict=True)),
                {currency: owed for currency, owed, _ in sums if owed},
                {currency: owing for currency, _, owing in sums if owing},
            )

    def obligation_view(self, subject: ObjectId, *, me: MemberId, today: str) -> ObligationView | None:
        """Return everything about one obligation, its proposal standing or not, or one draft; None if not held."""
        with self._reader.snapshot() as connection:
            if len(subject) == DRAFT_ID_BYTES:
                return self._draft_view(connection, subject, me, today)
            number = self._numbers.id_no(subject)
            row = connection.row(_DETAILS, (number,))
            if number is None or row is None:
                return None
            version, proposer, holder, received, received_on = row[12:]
            return ObligationView(
                self._rows(connection, [number], self._values(me, today))[0],
                terms_of_row(row, self._numbers),
                None if version is None else EntryId(version),
                self._numbers.member(proposer),
                self._numbers.member(holder),
                received,
                day_text_or_none(received_on),
                tuple(self._objects.claims_of(subject)),
            )

    def _draft_view(self, connection: Connection, draft: bytes, me: MemberId, today: str) -> ObligationView | None:
        row = connection.row(_DRAFT, (draft,))
        if row is None:
            return None
        shown = self._rows(connection, [-row[12]], self._values(me, today))[0]
        return ObligationView(shown, terms_of_row(row, self._numbers), None, me, me, 0, None, ())

    def object_view(self, subject: ObjectId) -> BookObject | None:
        """Return an object as it stands in the book, None if it is no part of it."""
        with self._reader.snapshot():
            return self._objects.load(subject)

    def history(self, subject: ObjectId) -> list[HistoryEntry]:
        """Return every record about an object, and about disputes and corrections of it, by the time in it."""
        with self._reader.snapshot() as connection:
            found = {}
            for record in self._facts.story(subject):
                number = self._numbers.id_no(record.fact.id)
                row = connection.row("SELECT received_ms FROM entries WHERE n = ?", (number,))
                entry = HistoryEntry(record.fact, record.body, row[0] if row is not None else 0)
                # Within a millisecond by number: nothing is placed before what it rests on.
                found[record.fact.time_ms, number] = entry
            return [found[place] for place in sorted(found)]

    def summary(self) -> BookSummary:
        """Return sums over all obligations of the book."""
        with self._reader.snapshot() as connection:
            rows = connection.rows(_SUMMARY)
        invoices, settled, late, days = (sum(row[place] for row in rows) for place in (1, 2, 3, 4))
        totals, outstanding = ({row[0]: row[place] for row in rows} for place in (5, 6))
        return BookSummary(invoices, settled, late, days, totals, outstanding)

    def outbox(self, me: MemberId, limit: int) -> tuple[list[EntryFact], int]:
        """Return own records that wait or are confirmed, the oldest first, and how many there are."""
        with self._reader.snapshot():
            return self._facts.unsettled(me, limit)

    def digest(self) -> tuple[str, DigestCounts]:
        """Return the state digest (protocol.md 6) in hex, and what it covers.

        SHA-256 of the canonical CBOR array of [object id, version, state] in id order over all that is applied. The
        array is hashed item by item: its bytes are a head with the count, then those of the items.
        """
        with self._reader.snapshot() as connection:
            count = self._objects.count()
            digest = hashlib.sha256(_array_head(count))
            for item in self._objects.in_id_order():
                digest.update(encode([item.id, item.version, item.digest_state()]))
            return digest.hexdigest(), self._counts(connection, count)

    def counts(self) -> DigestCounts:
        """Return how much is held, without reading it all."""
        with self._reader.snapshot() as connection:
            return self._counts(connection, self._objects.count())

    def _counts(self, connection: Connection, objects: int) -> DigestCounts:
        row = connection.row("SELECT entries, records, (SELECT count(*) FROM proofs) FROM counts")
        assert row is not None, "the schema puts it there"
        entries, records, forks = row
        rows = connection.rows("SELECT level, count(*) FROM facts WHERE level < 6 GROUP BY level")
        rows += connection.rows("SELECT 7, count(*) FROM facts WHERE level = 7")
        other = {int(level): int(count) for level, count in rows}
        by_level = {level: other.get(int(level), 0) for level in Level}
        by_level[Level.ANCHORED] = records - sum(other.values())
        return DigestCounts(objects, entries, records, by_level, forks)

    def newest_ms(self) -> int:
        """Return the time in the newest entry, 0 if there is none."""
        with self._reader.snapshot() as connection:
            row = connection.row("SELECT newest_ms FROM counts")
            return 0 if row is None else int(row[0])

    def _values(self, me: MemberId, today: str) -> dict[str, object]:
        # 0 is nobody's number.
        return {"me": self._numbers.member_no(me) or 0, "today": day_no(today)}


def _marks(
    level: int, open_claim: int, imported: int, disputed: int, to_correct: int, assigned: int
) -> tuple[str, ...]:
    marks = (
        ("disputed", disputed), ("correction", to_correct), ("contested", level == Level.CONTESTED),
        ("claimed", open_claim > 0), ("assigned", assigned), ("imported", imported),
    )  # fmt: skip
    return tuple(name for name, is_set in marks if is_set)


def _array_head(count: int) -> bytes:
    """Return the head of a CBOR array of `count` items (RFC 8949 section 3: major type 4)."""
    if count < 24:
        return bytes([0x80 | count])
    for initial, size in ((0x98, 1), (0x99, 2), (0x9A, 4)):
        if count < 1 << 8 * size:
            return bytes([initial]) + count.to_bytes(size, "big")
    raise AssertionError("a book has fewer than 2^32 objects")

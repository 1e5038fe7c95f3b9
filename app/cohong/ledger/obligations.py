"""Obligations: one row each, from the moment their proposal is held, so that the Book can show what still
waits.

As an object of the book an obligation exists only while its proposal stands: then `version` is set. Until
then the row shows the terms as proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cohong.book.bodies import malformed_field
from cohong.book.making import propose
from cohong.book.objects import Obligation, ObligationState, Revision, Terms
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_no_or_none, day_text, day_text_or_none
from cohong.ledger.facts import body_of
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import ID_BYTES, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import CREDIT_PROPOSE
from cohong.primitives.standing import Placed, Record

STATES: Final = tuple(ObligationState)
STATE_NO: Final = {state: number for number, state in enumerate(STATES)}
assert STATES == (
    ObligationState.PROPOSED,
    ObligationState.ACTIVE,
    ObligationState.SETTLED,
    ObligationState.DECLINED,
    ObligationState.DEFAULTED,
    ObligationState.CURED,
    ObligationState.WRITTEN_OFF,
    ObligationState.RECOVERED,
), "the order of the states is part of the schema"

TERM_FIELDS: Final = (
    "debtor, creditor, amount, currency, issued, due, grace, reference, description, evidence, flags, valid_until"
)
_ASSIGNABLE: Final = 1
NETTABLE: Final = 2
"""The bit of an obligation's flags that lets it be netted."""

OBLIGATION_TERMS: Final = TERM_FIELDS.replace("amount", "coalesce(first_amount, amount)").replace(
    "due", "coalesce(first_due, due)"
)
"""The terms as proposed, of an obligation that may have been restructured since."""

_INSERT: Final = (
    f"INSERT OR REPLACE INTO obligations ({TERM_FIELDS}, no, version, state, proposer, holder, received, received_on,"
    " claimed, newest, level, changed_ms, part_of)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)"
)
_MOVE: Final = (
    "UPDATE obligations SET version = ?, state = ?, holder = ?, received = ?, received_on = ?, amount = ?, due = ?,"
    " first_amount = ?, first_due = ?, written_off = ?, assigned = ?, notice = ?, recourse_to = ?, set_off = ?,"
    " locked_in = ?, locked_by = ?, named_by = ? WHERE no = ?"
)
_TAKE_OUT: Final = (
    "UPDATE obligations SET version = NULL, state = 0, holder = creditor, received = 0, received_on = NULL,"
    " amount = coalesce(first_amount, amount), due = coalesce(first_due, due), first_amount = NULL, first_due = NULL,"
    " written_off = 0, assigned = 0, notice = NULL, recourse_to = NULL, set_off = 0, locked_in = NULL,"
    " locked_by = NULL, named_by = x'' WHERE no = ?"
)
OBLIGATION: Final = (
    f"SELECT {OBLIGATION_TERMS}, i.id, v.id, b.proposer, b.holder, b.state, b.received, b.received_on,"
    " b.first_amount IS NOT NULL, b.amount, b.due, b.written_off, b.assigned, n.id, b.recourse_to, p.id,"
    " b.set_off, r.id, b.locked_by, b.named_by FROM obligations b"
    " JOIN ids i ON i.no = b.no JOIN ids v ON v.no = b.version LEFT JOIN ids n ON n.no = b.notice"
    " LEFT JOIN ids p ON p.no = b.part_of LEFT JOIN ids r ON r.no = b.locked_in"
)
"""The obligations that are part of the book: those with a version."""


class Obligations:
    """Reads and writes of obligations on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def note_appended(self, placed: Sequence[Placed], ids: Mapping[bytes, int]) -> None:
        """Make rows for new proposals, and let each obligation know its newest record."""
        proposed = [row for item in placed if item.fact.kind == CREDIT_PROPOSE and (row := self._proposed(item, ids))]
        self._connection.run_many(_INSERT, proposed)
        # A record that arrives late is not the newest one.
        self._connection.run_many(
            "UPDATE obligations SET newest = ?2, level = ?3, changed_ms = ?4 WHERE no = ?1 AND changed_ms <= ?4",
            [
                (ids[fact.object], ids[fact.id], int(fact.level), fact.time_ms)
                for fact in (item.fact for item in placed)
                if fact.object is not None and fact.kind != CREDIT_PROPOSE
            ],
        )

    def _proposed(self, placed: Placed, ids: Mapping[bytes, int]) -> tuple[object, ...] | None:
        fact, body = placed.fact, body_of(placed.entry.body_bytes)
        if body is None or malformed_field(CREDIT_PROPOSE, body) is not None:
            return None
        return self._row(propose(Record(fact, body)), ids[fact.id], None, (ids[fact.id], int(fact.level), fact.time_ms))

    def put(self, obligations: Mapping[int, Obligation], versions: Mapping[bytes, int]) -> None:
        """Replace obligations, given by the numbers of their ids."""
        moved = [self._moved(number, item, versions) for number, item in obligations.items()]
        if self._connection.run_many(_MOVE, moved) != len(moved):
            self._insert_missing(obligations, versions)

    def _moved(self, number: int, item: Obligation, versions: Mapping[bytes, int]) -> tuple[object, ...]:
        member, terms = self._numbers.intern_member, item.terms
        is_revised = item.revision is not None
        return (
            versions[item.version], STATE_NO[item.state], member(item.holder), item.received_minor,
            day_no_or_none(item.last_received_on), item.amount_minor, day_no(item.due),
            terms.amount_minor if is_revised else None, day_no(terms.due) if is_revised else None,
            item.written_off_minor, item.assigned_minor,
            None if item.notice is None else self._numbers.id_no(item.notice),
            None if item.recourse_to is None else member(item.recourse_to), item.set_off_minor,
            None if item.locked_in is None else self._numbers.id_no(item.locked_in),
            None if item.locked_by is None else member(item.locked_by), b"".join(item.named_by), number,
        )  # fmt: skip

    def _insert_missing(self, obligations: Mapping[int, Obligation], versions: Mapping[bytes, int]) -> None:
        """Give rows to obligations that have none: parts of others, and those whose proposal's body is not held."""
        for number, item in obligations.items():
            if self._connection.row("SELECT 1 FROM obligations WHERE no = ?", (number,)) is None:
                self._connection.run(_INSERT, self._row(item, number, versions[item.version], self._newest_of(number)))
                self._connection.run(_MOVE, self._moved(number, item, versions))

    def _newest_of(self, number: int) -> tuple[int | None, int, int]:
        """Return number, level and time of the newest record about an obligation, or of the transfer that made it."""
        row = self._connection.row(
            "SELECT n, level, time_ms FROM facts WHERE object = ?1 OR n IN (SELECT f.n FROM names s JOIN facts f"
            " ON f.n = s.entry JOIN kinds k ON k.no = f.kind WHERE s.name = ?1"
            " AND k.name IN ('credit.assign', 'credit.subrogate')) ORDER BY time_ms DESC",
            (number,),
        )
        return (None, 0, 0) if row is None else (int(row[0]), int(row[1]), int(row[2]))

    def remove(self, numbers: Sequence[int]) -> None:
        """Take obligations out of the book; their rows go on to show what was proposed, those of parts go."""
        self._connection.run_many(
            "DELETE FROM obligations WHERE no = ? AND part_of IS NOT NULL", [(number,) for number in numbers]
        )
        self._connection.run_many(_TAKE_OUT, [(number,) for number in numbers])

    def of_row(self, row: Row) -> Obligation:
        """Return the obligation in a row of OBLIGATION."""
        identity, version, proposer, holder, state, received, received_on, is_revised, amount, due, *rest = row[12:]
        written_off, assigned, notice, recourse_to, part_of, set_off, locked_in, locked_by, named_by = rest
        member = self._numbers.member
        return Obligation(
            ObjectId(identity),
            EntryId(version),
            terms_of_row(row, self._numbers),
            member(proposer),
            member(holder),
            STATES[state],
            received,
            day_text_or_none(received_on),
            Revision(amount, day_text(due)) if is_revised else None,
            written_off,
            assigned,
            None if notice is None else EntryId(notice),
            None if recourse_to is None else member(recourse_to),
            None if part_of is None else ObjectId(part_of),
            set_off,
            None if locked_in is None else ObjectId(locked_in),
            None if locked_by is None else member(locked_by),
            tuple(map(EntryId, ids_in(named_by))),
        )

    def open_minor(self, debtor: MemberId, creditor: MemberId, currency: str) -> int:
        """Return what is outstanding between two members on obligations that are active, in minor units."""
        row = self._connection.row(
            "SELECT coalesce(sum(amount - received - set_off - written_off - assigned), 0) FROM obligations"
            " WHERE state IN (1, 4) AND debtor = ? AND creditor = ? AND currency = ?",
            (self._numbers.member_no(debtor), self._numbers.member_no(creditor), currency),
        )
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def to_answer(self, member: MemberId) -> list[ObjectId]:
        """Return the proposals that stand and that this member may accept or decline, in the order they came."""
        rows = self._connection.rows(
            "SELECT i.id FROM obligations JOIN ids i ON i.no = obligations.no WHERE state = 0"
            " AND version IS NOT NULL AND proposer <> ?1 AND (debtor = ?1 OR creditor = ?1) ORDER BY obligations.no",
            (self._numbers.member_no(member),),
        )
        return [ObjectId(row[0]) for row in rows]

    def _row(
        self, item: Obligation, number: int, version: int | None, newest: tuple[int | None, int, int]
    ) -> tuple[object, ...]:
        return (
            *row_of_terms(item.terms, self._numbers),
            number,
            version,
            STATE_NO[item.state],
            self._numbers.intern_member(item.proposer),
            self._numbers.intern_member(item.holder),
            item.received_minor,
            day_no_or_none(item.last_received_on),
            *newest,
            None if item.part_of is None else self._numbers.id_no(item.part_of),
        )


def ids_in(joined: bytes) -> tuple[bytes, ...]:
    """Return the ids, or hashes, of which bytes are made."""
    return tuple(joined[start : start + ID_BYTES] for start in range(0, len(joined), ID_BYTES))


def row_of_terms(terms: Terms, numbers: Numbers) -> tuple[object, ...]:
    """Return the values of TERM_FIELDS."""
    return (
        numbers.intern_member(terms.debtor),
        numbers.intern_member(terms.creditor),
        terms.amount_minor,
        terms.currency,
        day_no(terms.issued),
        day_no(terms.due),
        terms.grace_days,
        terms.reference,
        terms.description,
        b"".join(terms.evidence),
        _ASSIGNABLE * terms.assignable + NETTABLE * terms.nettable,
        day_no(terms.valid_until),
    )


def terms_of_row(row: Row, numbers: Numbers) -> Terms:
    """Return the terms in a row that begins with TERM_FIELDS."""
    debtor, creditor, amount, currency, issued, due, grace, reference, description, evidence, flags, valid = row[:12]
    return Terms(
        numbers.member(debtor),
        numbers.member(creditor),
        amount,
        currency,
        day_text(issued),
        day_text(due),
        grace,
        reference,
        description,
        ids_in(evidence),
        bool(flags & _ASSIGNABLE),
        bool(flags & NETTABLE),
        day_text(valid),
    )

"""Consents, and what was read under them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cohong.book.consents import Consent, ConsentState
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.facts import FactTable
from cohong.ledger.numbers import Numbers
from cohong.ledger.reader import Reader
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import ACCESS_RECEIPT
from cohong.primitives.standing import Level, Record

CONSENT: Final = (
    "SELECT i.id, v.id, s.subject, s.reader, s.scope, s.purpose, s.until, s.says, s.state FROM consents s"
    " JOIN ids i ON i.no = s.no JOIN ids v ON v.no = s.version"
)
_READINGS: Final = (
    " FROM facts f JOIN kinds k ON k.no = f.kind JOIN ids i ON i.no = f.n"
    f" WHERE f.object = ?1 AND f.applied = 1 AND k.name = '{ACCESS_RECEIPT}'"
)
READINGS_MAX: Final = 200
"""Readings under one consent that are listed, the newest."""


class Consents:
    """Reads and writes of consents on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def put(self, item: Consent, ids: Mapping[bytes, int]) -> None:
        """Replace a consent, by its id."""
        subject, reader = map(self._numbers.intern_member, (item.subject, item.reader))
        self._connection.run(
            "INSERT OR REPLACE INTO consents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (ids[item.id], ids[item.version], subject, reader, item.scope, item.purpose, day_no(item.until), item.says,
             item.state.value),
        )  # fmt: skip

    def of_row(self, row: Row) -> Consent:
        """Return the consent in a row of CONSENT."""
        identity, version, subject, reader, scope, purpose, until, says, state = row
        return Consent(
            ObjectId(identity), EntryId(version), self._numbers.member(subject), self._numbers.member(reader), scope,
            purpose, day_text(until), says, ConsentState(state),
        )  # fmt: skip

    def of_member(self, member: MemberId) -> list[Consent]:
        """Return the consents that a member has given or may use, the newest first."""
        rows = self._connection.rows(
            f"{CONSENT} WHERE s.subject = ?1 OR s.reader = ?1 ORDER BY s.no DESC", (self._numbers.member_no(member),)
        )
        return list(map(self.of_row, rows))


@dataclass(frozen=True, slots=True)
class Reading:
    """A record that somebody has read under a consent."""

    entry: EntryId
    time_ms: int
    level: Level


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent with what has been done under it.

    Attributes:
        given_ms, revoked_ms: by their records; `revoked_ms` is None until it is taken back.
        reason: that it was taken back for.
        readings: the newest ones, the newest first.
        count: of all readings.
    """

    consent: Consent
    given_ms: int
    revoked_ms: int | None
    reason: str
    readings: tuple[Reading, ...]
    count: int


class ConsentViews:
    """Questions about consents, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._facts = FactTable(reader.connection, reader.numbers)
        self._consents = Consents(reader.connection, reader.numbers)

    def consents_of(self, members: frozenset[MemberId]) -> list[ConsentLine]:
        """Return the consents that any of some keys has given or may use, the newest first."""
        with self._reader.snapshot():
            found = {item.id: item for key in sorted(members) for item in self._consents.of_member(key)}
            lines = [self._line(item) for item in found.values()]
        return sorted(lines, key=lambda line: (-line.given_ms, line.consent.id))

    def _line(self, consent: Consent) -> ConsentLine:
        given = self._facts.fact(EntryId(consent.id))
        moved = self._record(consent.version) if consent.state is ConsentState.REVOKED else None
        assert given is not None, "what stands is held"
        values = (self._reader.numbers.id_no(consent.id),)
        rows = self._reader.connection.rows(
            f"SELECT i.id, f.time_ms, f.level{_READINGS} ORDER BY f.time_ms DESC, f.n DESC LIMIT {READINGS_MAX}", values
        )
        (count,) = self._reader.connection.rows(f"SELECT count(*){_READINGS}", values)[0]
        return ConsentLine(
            consent, given.time_ms, moved.fact.time_ms if moved is not None else None,
            str((moved.body or {}).get("reason", "")) if moved is not None else "",
            tuple(Reading(EntryId(entry), time_ms, Level(level)) for entry, time_ms, level in rows), int(count),
        )  # fmt: skip

    def _record(self, entry: EntryId) -> Record:
        fact = self._facts.fact(entry)
        assert fact is not None, "what stands is held"
        return next(item for item in self._facts.records(fact.author, fact.seq, fact.seq) if item.fact.id == entry)

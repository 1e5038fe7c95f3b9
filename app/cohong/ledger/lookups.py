"""The log of look-ups: whose report was opened that is a person, when, what for, and under which consent.

It follows from no entry and never leaves this machine. What is noted is one line a member, day and purpose, however
often the report is opened; of several purposes on a day the line of the last one is the newest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text_or_none
from cohong.ledger.numbers import Numbers
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId, ObjectId

PERSON: Final = "person"
"""The kind of profile that a human being has: `PROFILE_KINDS` of `cohong.book.bodies`."""

# Said again it is the last word, by `purpose_on`. A consent that is given later on the day is noted with what was
# looked up already.
_NOTE: Final = (
    "INSERT INTO lookups (member, day, purpose, time_ms, consent) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (member, day, purpose) DO UPDATE SET no = (SELECT max(no) + 1 FROM lookups),"
    " time_ms = excluded.time_ms, consent = coalesce(consent, excluded.consent)"
)
_NEWEST_FIRST: Final = (
    "SELECT l.member, coalesce(p.shown, ''), l.time_ms, l.purpose, i.id, c.until FROM lookups l"
    " LEFT JOIN profiles p ON p.member = l.member LEFT JOIN ids i ON i.no = l.consent"
    " LEFT JOIN consents c ON c.no = l.consent"
    " ORDER BY l.no DESC LIMIT ? OFFSET ?"
)


@dataclass(frozen=True, slots=True)
class LookUp:
    """One line of the log.

    Attributes:
        name: what the member calls itself now, empty for nothing.
        time_ms: when the purpose was said last on its day, in UTC.
        consent: under which it was, None where there was none.
        until: the last day of that, None where there was none or it is not held here.
    """

    member: MemberId
    name: str
    time_ms: int
    purpose: str
    consent: ObjectId | None
    until: str | None = None


class LookUps:
    """Writes of the log, on the writer's connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def note(self, member: MemberId, day: str, purpose: str, *, time_ms: int, consent: ObjectId | None) -> None:
        """Note that a member is looked up on an ISO day, once for each purpose: said again, the line is the newest."""
        with self._connection.transaction():
            number = self._numbers.intern_member(member)
            consent_no = None if consent is None else self._numbers.intern_ids([consent])[consent]
            self._connection.run(_NOTE, (number, day_no(day), purpose, time_ms, consent_no))

    def drop_before(self, day: str) -> int:
        """Forget what was looked up before an ISO day, and return how much that was."""
        with self._connection.transaction():
            return self._connection.run("DELETE FROM lookups WHERE day < ?", (day_no(day),))

    def clear(self) -> int:
        """Forget all of it, and return how much that was."""
        with self._connection.transaction():
            return self._connection.run("DELETE FROM lookups")


class LookUpViews:
    """Questions about the log, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def is_person(self, members: Iterable[MemberId]) -> bool:
        """Return whether any of some keys has the profile of a person."""
        with self._reader.snapshot() as connection:
            numbers = [self._reader.numbers.member_no(member) for member in members]
            query = "SELECT 1 FROM profiles WHERE member = ? AND kind = ?"
            return any(connection.row(query, (number, PERSON)) is not None for number in numbers)

    def purpose_on(self, member: MemberId, day: str) -> str:
        """Return what a member was last looked up for on an ISO day; empty if it was not."""
        with self._reader.snapshot() as connection:
            number = self._reader.numbers.member_no(member)
            query = "SELECT purpose FROM lookups WHERE member = ? AND day = ? ORDER BY no DESC LIMIT 1"
            row = connection.row(query, (number, day_no(day)))
            return "" if row is None else str(row[0])

    def page(self, first: int, count: int) -> tuple[list[LookUp], int]:
        """Return lines `first` to `first + count - 1`, the newest first, and how many there are in all."""
        with self._reader.snapshot() as connection:
            total = connection.row("SELECT count(*) FROM lookups")
            assert total is not None, "an aggregate always has a row"
            return list(map(self._line, connection.rows(_NEWEST_FIRST, (count, first)))), int(total[0])

    def _line(self, row: Row) -> LookUp:
        member, name, time_ms, purpose, consent, until = row
        found = None if consent is None else ObjectId(consent)
        last = day_text_or_none(until)
        return LookUp(self._reader.numbers.member(member), name, time_ms, purpose, found, last)

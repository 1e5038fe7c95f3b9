"""From an object of the book back to the signed entries: the records about it, and the ballots that carry the votes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cohong.ledger.book_views import BookViews, ObligationView
from cohong.ledger.entries import Entries
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.facts import FactTable, body_of
from cohong.ledger.reader import Reader
from cohong.primitives.ballot import Ack, Ballot, ballot_from_body
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.standing import EntryFact, Record

BALLOTS_AT_ONCE: Final = 256
BALLOTS_MAX: Final = 50_000
"""Ballots looked at for one record: votes come soon after it, or after their voter was away."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A record with what it rests on.

    Attributes:
        entry: None where its parts do not hash to its id.
        ballots: voter -> the first ballot that carries its vote; without those that were dropped or not found.
    """

    record: Record
    entry: Entry | None
    ballots: dict[MemberId, Entry]


class Tracer:
    """Looks back, on the reader's connection; may be asked from any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._entries = Entries(reader.connection, reader.numbers)
        self._facts = FactTable(reader.connection, reader.numbers)
        self._book = BookViews(reader)

    def records_behind(self, subject: ObjectId) -> list[EntryFact]:
        """Return the records that an object's figures rest on, in the order in which they came here."""
        with self._reader.snapshot():
            facts = [record.fact for record in self._facts.behind(subject)]
            return sorted(facts, key=lambda fact: self._number(fact.id))

    def view_and_trace(
        self, subject: ObjectId, voters: Mapping[EntryId, Collection[MemberId]], *, me: MemberId, today: str
    ) -> tuple[ObligationView, list[Traced]] | None:
        """Return the figures of an obligation and what `trace` does, of one state: else they would not add up."""
        with self._reader.snapshot():
            view = self._book.obligation_view(subject, me=me, today=today)
            return None if view is None else (view, self.trace(subject, voters))

    def trace(self, subject: ObjectId, voters: Mapping[EntryId, Collection[MemberId]]) -> list[Traced]:
        """Return the records behind an object, each with the ballots of these voters, in the order of arrival."""
        with self._reader.snapshot():
            records = sorted(self._facts.behind(subject), key=lambda record: self._number(record.fact.id))
            return [self._traced(record, voters.get(record.fact.id, ())) for record in records]

    def _traced(self, record: Record, voters: Collection[MemberId]) -> Traced:
        try:
            entry = self._entries.entry(record.fact.id)
        except EntryDamaged:
            entry = None
        return Traced(record, entry, self._ballots_on(record.fact, set(voters)))

    def _ballots_on(self, fact: EntryFact, voters: set[MemberId]) -> dict[MemberId, Entry]:
        found: dict[MemberId, Entry] = {}
        for ballot, said in self._ballots_after(self._number(fact.id)):
            voter = ballot.header.author
            if voter in voters and voter not in found and self._speaks_of(said, fact):
                found[voter] = ballot
                if len(found) == len(voters):
                    break
        return found

    def _ballots_after(self, number: int) -> Iterator[tuple[Entry, Ballot]]:
        seen = 0
        while seen < BALLOTS_MAX:
            rows = self._entries.ballots_after(number, BALLOTS_AT_ONCE)
            if not rows:
                return
            seen, number = seen + len(rows), rows[-1][0]
            for row in rows:
                try:
                    entry = self._entries.rebuilt(row)
                except EntryDamaged:
                    continue
                said = said_in(body_of(entry.body_bytes))
                if said is not None:
                    yield entry, said

    def _speaks_of(self, said: Ballot, fact: EntryFact) -> bool:
        if fact.id in said.yes or fact.id in said.hold or any(fact.id == entry for entry, _ in said.no):
            return True
        return any(ack.author == fact.author and ack.seq >= fact.seq and self.is_below(fact, ack) for ack in said.ack)

    def is_below(self, fact: EntryFact, ack: Ack) -> bool:
        """Return whether an entry lies at or below what a ballot acks, on its branch; within a snapshot."""
        if self._facts.count_between(fact.author, fact.seq, ack.seq) == ack.seq - fact.seq + 1:
            return True  # one branch only
        at = self._facts.fact(ack.id)
        while at is not None and at.seq > fact.seq:
            at = self._facts.fact(at.prev)
        return at is not None and at.id == fact.id

    def _number(self, entry: EntryId) -> int:
        number = self._reader.numbers.id_no(entry)
        assert number is not None, "an entry that is held has a number"
        return number


def said_in(body: dict[str, Value] | None) -> Ballot | None:
    """Return the ballot in a body, None if it is none."""
    try:
        return ballot_from_body(body) if body is not None else None
    except RemoteProtocolError:
        return None

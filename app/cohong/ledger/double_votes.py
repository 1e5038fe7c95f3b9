"""The ballots that prove that a voter has signed both ways: on two branches of a feed, or for and against a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from cohong.ledger.entries import Entries
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.facts import FactTable, body_of
from cohong.ledger.reader import Reader
from cohong.ledger.tracing import BALLOTS_MAX, Tracer, said_in
from cohong.primitives.ballot import Ballot
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Said

Pair = tuple[Entry, Entry]

_CONTRADICTED: Final = (
    "SELECT DISTINCT i.id, s.voter FROM said s CROSS JOIN ids i ON i.no = s.entry"
    f" WHERE s.said & {int(Said.YES)} AND s.said & {int(Said.NO)}"
)


class DoubleVotes:
    """Looks for such ballots, on a reader's connection; may be asked from any thread."""

    def __init__(self, reader: Reader, tracer: Tracer) -> None:
        self._reader = reader
        self._tracer = tracer
        self._entries = Entries(reader.connection, reader.numbers)
        self._facts = FactTable(reader.connection, reader.numbers)

    def contradicted(self) -> list[tuple[EntryId, MemberId]]:
        """Return (record, voter) where a voter has said both yes and no, sorted."""
        with self._reader.snapshot() as connection:
            rows = connection.rows(_CONTRADICTED)
            return sorted((EntryId(entry), self._reader.numbers.member(voter)) for entry, voter in rows)

    def on_branches(self, voter: MemberId, first: EntryId, second: EntryId) -> Pair | None:
        """Return the first ballots in which a voter approves of two branches that begin so; None if one is not here."""
        with self._reader.snapshot():
            return _both(self._approval(voter, first), self._approval(voter, second))

    def on_record(self, voter: MemberId, record: EntryId) -> Pair | None:
        """Return the first entries with which a voter is for and against a record; None if one is not here."""
        with self._reader.snapshot():
            own = self._entries.entry(record) if self._fact(record).author == voter else None
            return _both(own or self._approval(voter, record), self._refusal(voter, record))

    def entry(self, identity: EntryId) -> Entry | None:
        """Return an entry's bytes, None if it is not held or damaged."""
        with self._reader.snapshot():
            try:
                return self._entries.entry(identity)
            except EntryDamaged:
                return None

    def _approval(self, voter: MemberId, entry: EntryId) -> Entry | None:
        fact = self._fact(entry)
        return self._first(voter, fact, lambda said: self._approves(said, fact))

    def _refusal(self, voter: MemberId, entry: EntryId) -> Entry | None:
        return self._first(voter, self._fact(entry), lambda said: _refuses(said, entry))

    def _approves(self, said: Ballot, fact: EntryFact) -> bool:
        if fact.id in said.yes:
            return True
        if _refuses(said, fact.id) or fact.id in said.hold:
            return False
        acks = (ack for ack in said.ack if ack.author == fact.author and ack.seq >= fact.seq)
        return any(self._tracer.is_below(fact, ack) for ack in acks)

    def _first(self, voter: MemberId, fact: EntryFact, says: Callable[[Ballot], bool]) -> Entry | None:
        return next((entry for entry, said in self._ballots(voter, fact) if says(said)), None)

    def _ballots(self, voter: MemberId, fact: EntryFact) -> Iterator[tuple[Entry, Ballot]]:
        """Yield a voter's ballots that came after an entry: what they point to was here before them."""
        number = self._reader.numbers.id_no(fact.id)
        assert number is not None, "an entry that is held has a number"
        for row in islice(self._entries.ballots_of(voter, number), BALLOTS_MAX):
            try:
                entry = self._entries.rebuilt(row)
            except EntryDamaged:
                continue
            said = said_in(body_of(entry.body_bytes))
            if said is not None:
                yield entry, said

    def _fact(self, entry: EntryId) -> EntryFact:
        fact = self._facts.fact(entry)
        assert fact is not None, "asked of entries that are held"
        return fact


def _refuses(said: Ballot, entry: EntryId) -> bool:
    return any(refused == entry for refused, _ in said.no)


def _both(one: Entry | None, other: Entry | None) -> Pair | None:
    return (one, other) if one is not None and other is not None else None

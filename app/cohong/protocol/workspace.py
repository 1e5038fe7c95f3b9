"""The working memory of one batch: what the ledger knows, overlaid by what this batch has changed.

The protocol decides without reading a disk of its own. It asks `Facts`, which the ledger answers with a few bounded
look-ups, and collects its changes in one `Commit`. Between two flushes the overlay makes the changes visible to the
rules; a flush hands the commit over and keeps what is recent, so that the next batch need not ask for it again.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from cohong.book.objects import BookObject
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, is_record
from cohong.primitives.standing import (
    Commit,
    EntryFact,
    FinalBlock,
    Level,
    Placed,
    Reach,
    Record,
    Said,
    SaidOn,
    Standing,
    Words,
)

RECENT_MAX: Final = 20_000
"""Facts, records and objects kept after a flush: some 25 MB, whatever the size of the book."""


class Facts(Protocol):
    """What the ledger answers; see `cohong.ledger.ledger.Ledger`, which is its one implementation in the program."""

    def fact(self, entry: EntryId) -> EntryFact | None: ...
    def ids_at(self, author: MemberId, seq: int) -> tuple[EntryId, ...]: ...
    def entry(self, entry: EntryId) -> Entry | None: ...
    def records(self, author: MemberId, first_seq: int, last_seq: int) -> list[Record]: ...
    def movers(self, version: EntryId) -> list[EntryFact]: ...
    def about(self, object: ObjectId) -> list[Record]: ...
    def object(self, object: ObjectId) -> BookObject | None: ...
    def said(self, entry: EntryId) -> dict[MemberId, Words]: ...
    def ballots(self, voter: MemberId) -> Iterator[Entry]: ...
    def dependents(self, entry: EntryId) -> list[EntryId]: ...
    def tree(self, author: MemberId, from_seq: int) -> list[EntryFact]: ...
    def taken(self, author: MemberId, above_seq: int, since_ms: int, limit: int) -> list[tuple[int, int]]: ...
    def tips(self) -> list[EntryFact]: ...
    def reach(self) -> list[Reach]: ...
    def unsettled_said(self) -> list[tuple[EntryFact, dict[MemberId, Words]]]: ...
    def unsettled_upto(self, author: MemberId, seq: int) -> list[EntryFact]: ...
    def unapplied(self) -> list[EntryFact]: ...
    def proofs(self) -> list[tuple[ForkProof, int]]: ...
    def blocks(self) -> list[FinalBlock]: ...
    def newest_frontier(self) -> bytes: ...
    def blocks_after(self, height: int, bytes_max: int) -> list[FinalBlock]: ...
    def decided_by_block(self, entry: EntryId) -> Level | None: ...
    def of_kinds(self, kinds: Sequence[str], min_height: int) -> list[Entry]: ...
    def to_anchor(self, limit: int) -> list[EntryFact]: ...
    def count_to_anchor(self) -> int: ...
    def is_bodiless(self, entry: EntryId) -> bool: ...
    def count_bodiless(self) -> int: ...
    def bodiless(self, min_height: int, limit: int) -> list[EntryFact]: ...
    def last_bodiless(self, author: MemberId) -> EntryFact | None: ...
    def lowest_open_height(self) -> int | None: ...
    def rejected(self, limit: int) -> list[EntryFact]: ...


class Workspace:
    """Facts with this batch's changes on top."""

    def __init__(self, facts: Facts) -> None:
        self._ledger = facts
        self._facts: OrderedDict[EntryId, EntryFact] = OrderedDict()
        self._records: OrderedDict[EntryId, Record] = OrderedDict()
        self._objects: OrderedDict[ObjectId, BookObject | None] = OrderedDict()
        self._places: OrderedDict[tuple[MemberId, int], tuple[EntryId, ...]] = OrderedDict()
        self._new: dict[EntryId, Placed] = {}
        self._new_movers: dict[EntryId, list[EntryId]] = {}
        self._new_about: dict[ObjectId, list[EntryId]] = {}
        self._new_dependents: dict[EntryId, list[EntryId]] = {}
        self._dirty: dict[EntryId, EntryFact] = {}
        self._said: dict[EntryId, dict[MemberId, Words]] = {}
        self._decided: dict[EntryId, Level] = {}
        self._to_anchor: int | None = None
        self._bodies: dict[EntryId, Entry] = {}
        self._bodiless: int | None = None
        self._stripped: list[EntryFact] = []
        self.flushes = 0
        """How many batches have changed anything."""
        self.commit = Commit()
        self.touched: set[ObjectId] = set()
        """Objects of the entries that were added or stand differently since the last flush."""

    # What is known.

    def fact(self, entry: EntryId) -> EntryFact | None:
        """Return what is known of an entry; None if it is not held."""
        found = self._facts.get(entry)
        if found is None:
            found = self._ledger.fact(entry)
            if found is not None:
                self._facts[entry] = found
        return found

    def known(self, entry: EntryId) -> EntryFact:
        """Return the fact of an entry that is held for certain."""
        fact = self.fact(entry)
        assert fact is not None, "an entry that was placed is held"
        return fact

    def ids_at(self, author: MemberId, seq: int) -> tuple[EntryId, ...]:
        """Return the ids of the entries held at one place of a feed, sorted: more than one only in a fork."""
        place = (author, seq)
        found = self._places.get(place)
        if found is None:
            found = self._places[place] = self._ledger.ids_at(author, seq)
        return found

    def entry(self, entry: EntryId) -> Entry | None:
        """Return an entry's bytes."""
        placed, whole = self._new.get(entry), self._bodies.get(entry)
        return whole or (placed.entry if placed is not None else self._ledger.entry(entry))

    def record(self, entry: EntryId) -> Record:
        """Return the record with this id, its body decoded."""
        found = self._records.get(entry)
        if found is None:
            fact = self.known(entry)
            found = next(item for item in self._load(fact.author, fact.seq, fact.seq) if item.fact.id == entry)
        return found

    def records(self, author: MemberId, first_seq: int, last_seq: int) -> list[Record]:
        """Return the records of a stretch of a feed, by (seq, id)."""
        found: list[Record] = []
        for seq in range(first_seq, last_seq + 1):
            for entry in self._places.get((author, seq), ()) or (None,):
                fact = self._facts.get(entry) if entry is not None else None
                record = self._records.get(entry) if entry is not None else None
                if fact is None or (record is None and is_record(fact.kind)):
                    return self._load(author, first_seq, last_seq)
                if record is not None:
                    found.append(record)
        return found

    def _load(self, author: MemberId, first_seq: int, last_seq: int) -> list[Record]:
        held = [self._as_changed(record) for record in self._ledger.records(author, first_seq, last_seq)]
        for record in held:
            self._facts[record.fact.id] = record.fact
            self._records[record.fact.id] = record
        new = [
            self._records[entry]
            for entry, placed in self._new.items()
            if placed.fact.author == author and first_seq <= placed.fact.seq <= last_seq and entry in self._records
        ]
        return sorted([*held, *new], key=lambda record: (record.fact.seq, record.fact.id))

    def _as_changed(self, record: Record) -> Record:
        fact = self._dirty.get(record.fact.id)
        return record if fact is None else Record(fact, record.body)

    def movers(self, version: EntryId) -> list[EntryFact]:
        """Return the records that move this version to its next one, or try to, by (author, seq, id)."""
        held = [self._dirty.get(fact.id, fact) for fact in self._ledger.movers(version)]
        new = [self._facts[entry] for entry in self._new_movers.get(version, ())]
        return sorted([*held, *new], key=lambda fact: (fact.author, fact.seq, fact.id))

    def about(self, subject: ObjectId) -> list[Record]:
        """Return every record about an object, by (author, seq, id)."""
        held = [self._as_changed(record) for record in self._ledger.about(subject)]
        new = [self._records[entry] for entry in self._new_about.get(subject, ())]
        return sorted([*held, *new], key=lambda record: (record.fact.author, record.fact.seq, record.fact.id))

    def dependents(self, entry: EntryId) -> list[EntryId]:
        """Return the records that name `entry`, sorted."""
        return sorted({*self._ledger.dependents(entry), *self._new_dependents.get(entry, ())})

    def tree(self, author: MemberId, from_seq: int) -> list[EntryFact]:
        """Return all entries of a feed from a seq on, all branches, by (seq, id)."""
        held = [self._dirty.get(fact.id, fact) for fact in self._ledger.tree(author, from_seq)]
        new = [
            self._facts[placed.fact.id]
            for placed in self._new.values()
            if placed.fact.author == author and placed.fact.seq >= from_seq
        ]
        return sorted([*held, *new], key=lambda fact: (fact.seq, fact.id))

    def taken(self, author: MemberId, above_seq: int, since_ms: int, limit: int) -> list[tuple[int, int]]:
        """Return place and bytes of body of what the ledger holds of a feed's end and has got since a moment."""
        return self._ledger.taken(author, above_seq, since_ms, limit)

    def ballots(self, voter: MemberId) -> list[Entry]:
        """Return all ballots that a voter has written, by (seq, id)."""
        new = [
            placed.entry for placed in self._new.values() if placed.fact.author == voter and placed.fact.kind == BALLOT
        ]
        found = [self._bodies.get(entry.id, entry) for entry in (*self._ledger.ballots(voter), *new)]
        return sorted(found, key=lambda entry: (entry.header.seq, entry.id))

    def object(self, subject: ObjectId) -> BookObject | None:
        """Return an object of the book as it stands, None if no applied record has made it."""
        if subject not in self._objects:
            self._objects[subject] = self._ledger.object(subject)
        return self._objects[subject]

    def said(self, entry: EntryId) -> dict[MemberId, Words]:
        """Return what voters have said about a record other than by a plain approval."""
        if entry not in self._said:
            self._said[entry] = self._ledger.said(entry)
        return self._said[entry]

    # What changes.

    def append(self, placed: Placed, record: Record | None) -> None:
        """Add an entry to its feed; `record` is given for kinds that need votes."""
        fact = placed.fact
        self._places[fact.author, fact.seq] = tuple(sorted((*self.ids_at(fact.author, fact.seq), fact.id)))
        self._facts[fact.id] = fact
        self._new[fact.id] = placed
        if placed.entry.body_bytes is None:
            self._stripped.append(fact)
        if record is not None:
            self._records[fact.id] = record
            self._index(placed)
        self.commit.append.append(placed)

    def _index(self, placed: Placed) -> None:
        fact = placed.fact
        if fact.moves is not None:
            self._new_movers.setdefault(fact.moves, []).append(fact.id)
        if fact.object is not None:
            self.touched.add(fact.object)
            self._new_about.setdefault(fact.object, []).append(fact.id)
        for name in placed.names:
            self._new_dependents.setdefault(name, []).append(fact.id)

    def stand(self, fact: EntryFact, level: Level, *, applied: bool) -> EntryFact:
        """Give a record a new level and applied mark; returns its new fact."""
        changed = fact.standing(level, applied=applied)
        self._facts[fact.id] = self._dirty[fact.id] = changed
        record = self._records.get(fact.id)
        if record is not None:
            self._records[fact.id] = Record(changed, record.body)
        self.commit.standings.append(Standing(fact.id, fact.author, fact.seq, level, applied))
        if fact.object is not None:
            self.touched.add(fact.object)
        return changed

    def put_object(self, changed: BookObject) -> None:
        """Replace an object of the book."""
        self._objects[changed.id] = changed
        self.commit.objects.append(changed)

    def remove_object(self, subject: ObjectId) -> None:
        """Take an object out of the book, since what made it no longer stands."""
        self._objects[subject] = None
        self.commit.objects = [item for item in self.commit.objects if getattr(item, "id", None) != subject]
        self.commit.removed.append(subject)

    def put_said(self, entry: EntryId, voter: MemberId, epoch: int, said: Said, reason: str) -> None:
        """Remember all that a voter has said on a record in its ballots up to an epoch, unless that is nothing."""
        words = [word for word in self.said(entry).pop(voter, ()) if word[0] != epoch]
        words += [(epoch, said)] if said else []
        if words:
            self.said(entry)[voter] = tuple(sorted(words))
        self.commit.said.append(SaidOn(entry, voter, epoch, said, reason))

    # Entries that came without their bodies.

    def count_bodiless(self) -> int:
        """Return how many entries were held without their bodies, because they came so, at the last flush."""
        if self._bodiless is None:
            self._bodiless = self._ledger.count_bodiless()
        return self._bodiless

    def is_bodiless(self, entry: EntryId) -> bool:
        """Return whether an entry is held without its body, because it came so."""
        placed = self._new.get(entry)
        if entry in self._bodies:
            return False
        if placed is not None:
            return placed.entry.body_bytes is None
        return self.count_bodiless() > 0 and self._ledger.is_bodiless(entry)

    def supply(self, whole: Entry) -> None:
        """Add the body of an entry that came without."""
        self._bodies[whole.id] = whole
        self.commit.bodies.append(whole)

    def telling_bodiless(self, limit: int) -> list[EntryFact]:
        """Return entries held without their bodies that may say something undecided, as of the last flush.

        An entry points to none that is higher. So where no block has decided on some record, each that is not lower
        may speak of it.
        """
        lowest = self._lowest_open_height() if self.count_bodiless() else None
        return self._ledger.bodiless(lowest, limit) if lowest is not None else []

    def last_unheard(self, author: MemberId) -> EntryFact | None:
        """Return the last entry in which an author may have said what is not held of undecided records, if any."""
        last = self._last_bodiless(author)
        lowest = self._lowest_open_height() if last is not None else None
        return last if last is not None and lowest is not None and lowest <= last.height else None

    def _last_bodiless(self, author: MemberId) -> EntryFact | None:
        new = [fact for fact in self._stripped if fact.author == author and fact.id not in self._bodies]
        held = self._ledger.last_bodiless(author) if self.count_bodiless() else None
        return max([*new, *([held] if held is not None else [])], key=lambda fact: fact.seq, default=None)

    def _lowest_open_height(self) -> int | None:
        new = [
            fact for entry in self._new if is_record((fact := self._facts[entry]).kind) and not fact.level.is_settled
        ]
        held = self._ledger.lowest_open_height()
        return min([*(fact.height for fact in new), *([held] if held is not None else [])], default=None)

    # The charter chain.

    def decided_by_block(self, entry: EntryId) -> Level | None:
        """Return ANCHORED or VOID if a final block lists the record as that, held or not; else None."""
        return self._decided.get(entry) or self._ledger.decided_by_block(entry)

    def add_block(self, final: FinalBlock) -> None:
        """Remember the next final block."""
        self.commit.blocks.append(final)
        self._decided |= dict.fromkeys(final.block.lists.anchored, Level.ANCHORED)
        self._decided |= dict.fromkeys(final.block.lists.void, Level.VOID)

    def of_kinds(self, kinds: Sequence[str], min_height: int = 0) -> list[Entry]:
        """Return the entries of some kinds without votes, from a height on, by (author, seq, id)."""
        new = [placed.entry for placed in self._new.values() if placed.fact.kind in kinds]
        held = [*self._ledger.of_kinds(kinds, min_height), *(item for item in new if item.header.height >= min_height)]
        return sorted(held, key=lambda entry: (entry.header.author, entry.header.seq, entry.id))

    def to_anchor(self, limit: int) -> list[EntryFact]:
        """Return applied records that no block has anchored, by (author, seq): of each feed the first ones."""
        found = {fact.id: fact for fact in self._ledger.to_anchor(limit)} | self._dirty | {
            entry: self._facts[entry] for entry in self._new
        }  # fmt: skip
        ready = [fact for fact in found.values() if fact.applied and fact.level.stands and not fact.level.is_settled]
        return sorted(ready, key=lambda fact: (fact.author, fact.seq, fact.id))[:limit]

    def count_to_anchor(self) -> int:
        """Return how many applied records no block has anchored, as of the last flush."""
        if self._to_anchor is None:
            self._to_anchor = self._ledger.count_to_anchor()
        return self._to_anchor

    def rejected(self, limit: int) -> list[EntryFact]:
        """Return rejected records that no block has made void, by (author, seq, id)."""
        held = [self._dirty.get(fact.id, fact) for fact in self._ledger.rejected(limit)]
        found = {fact.id: fact for fact in [*held, *self._dirty.values()] if fact.level is Level.REJECTED}
        return sorted(found.values(), key=lambda fact: (fact.author, fact.seq, fact.id))[:limit]

    def unsettled_upto(self, author: MemberId, seq: int) -> list[EntryFact]:
        """Return a feed's records up to a place that no block has decided, by (seq, id)."""
        held = [self._dirty.get(fact.id, fact) for fact in self._ledger.unsettled_upto(author, seq)]
        new = [self._facts[entry] for entry in self._new]
        found = {fact.id: fact for fact in [*held, *self._dirty.values(), *new]}
        return sorted(
            (
                fact for fact in found.values()
                if fact.author == author and fact.seq <= seq and is_record(fact.kind) and not fact.level.is_settled
            ),
            key=lambda fact: (fact.seq, fact.id),
        )  # fmt: skip

    def flush(self) -> Commit:
        """Return the changes since the last flush, to be made durable; what is recent stays in memory."""
        commit, self.commit = self.commit, Commit()
        self.flushes += not commit.is_empty()
        if commit.standings:
            self._to_anchor = None
        if self._bodies or self._stripped:
            self._bodiless = None
            self._stripped.clear()
        for index in (self._new, self._bodies, self._new_movers, self._new_about, self._new_dependents):
            index.clear()
        self._dirty.clear()
        self._said.clear()
        self._decided.clear()
        self.touched.clear()
        for cache in (self._facts, self._records, self._objects, self._places):
            while len(cache) > RECENT_MAX:
                cache.popitem(last=False)
        return commit

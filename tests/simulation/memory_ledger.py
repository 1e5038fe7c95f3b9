"""The simulator's ledger: the facts of `cohong.protocol.workspace.Facts` in dictionaries, without disk or key."""

import hashlib
from collections.abc import Iterator

from cohong.book.objects import BookObject
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, is_record
from cohong.primitives.standing import Commit, EntryFact, Level, Reach, Record, Said


class MemoryLedger:
    """What the real ledger remembers, forgotten with the process."""

    def __init__(self) -> None:
        self.entries: dict[EntryId, Entry] = {}
        self.known: dict[EntryId, EntryFact] = {}
        self.names: dict[EntryId, tuple[EntryId, ...]] = {}
        self.objects: dict[ObjectId, BookObject] = {}
        self.votes: dict[EntryId, dict[MemberId, Said]] = {}
        self.reached: dict[tuple[MemberId, MemberId], Reach] = {}
        self.forks: list[tuple[ForkProof, int]] = []

    def commit(self, commit: Commit) -> None:
        """Remember one batch."""
        for placed in commit.append:
            self.entries[placed.entry.id] = placed.entry
            self.known[placed.entry.id] = placed.fact
            self.names[placed.entry.id] = placed.names
        for standing in commit.standings:
            fact = self.known[standing.entry]
            self.known[standing.entry] = EntryFact(
                fact.id, fact.author, fact.seq, fact.prev, fact.time_ms, fact.height, fact.kind,
                standing.level, standing.applied, fact.object, fact.moves,
            )  # fmt: skip
        for reach in commit.reach:
            self.reached[reach.voter, reach.author] = reach
        for said in commit.said:
            self.votes.setdefault(said.entry, {})[said.voter] = said.said
        self.forks.extend(commit.proofs)
        for gone in commit.removed:
            self.objects.pop(gone, None)
        for item in commit.objects:
            assert isinstance(item, BookObject)
            self.objects[item.id] = item

    def fact(self, entry: EntryId) -> EntryFact | None:
        return self.known.get(entry)

    def ids_at(self, author: MemberId, seq: int) -> tuple[EntryId, ...]:
        return tuple(sorted(f.id for f in self.known.values() if f.author == author and f.seq == seq))

    def entry(self, entry: EntryId) -> Entry | None:
        return self.entries.get(entry)

    def _record(self, fact: EntryFact) -> Record:
        body_bytes = self.entries[fact.id].body_bytes
        try:
            return Record(fact, decode_body(body_bytes) if body_bytes is not None else None)
        except RemoteProtocolError:
            return Record(fact, None)

    def records(self, author: MemberId, first_seq: int, last_seq: int) -> list[Record]:
        facts = [f for f in self.tree(author, first_seq) if f.seq <= last_seq and is_record(f.kind)]
        return [self._record(fact) for fact in facts]

    def movers(self, version: EntryId) -> list[EntryFact]:
        found = [fact for fact in self.known.values() if fact.moves == version]
        return sorted(found, key=lambda fact: (fact.author, fact.seq, fact.id))

    def about(self, object: ObjectId) -> list[Record]:
        found = [self._record(fact) for fact in self.known.values() if fact.object == object]
        return sorted(found, key=lambda record: (record.fact.author, record.fact.seq, record.fact.id))

    def object(self, object: ObjectId) -> BookObject | None:
        return self.objects.get(object)

    def said(self, entry: EntryId) -> dict[MemberId, Said]:
        return dict(self.votes.get(entry, {}))

    def ballots(self, voter: MemberId) -> Iterator[Entry]:
        found = [f for f in self.known.values() if f.author == voter and f.kind == BALLOT]
        return iter([self.entries[fact.id] for fact in sorted(found, key=lambda fact: (fact.seq, fact.id))])

    def dependents(self, entry: EntryId) -> list[EntryId]:
        return sorted(identity for identity, names in self.names.items() if entry in names)

    def tree(self, author: MemberId, from_seq: int) -> list[EntryFact]:
        found = [fact for fact in self.known.values() if fact.author == author and fact.seq >= from_seq]
        return sorted(found, key=lambda fact: (fact.seq, fact.id))

    def tips(self) -> list[EntryFact]:
        followed = {fact.prev for fact in self.known.values()}
        return [fact for fact in self.known.values() if fact.id not in followed]

    def reach(self) -> list[Reach]:
        return list(self.reached.values())

    def unsettled_said(self) -> list[tuple[EntryFact, dict[MemberId, Said]]]:
        return [(self.known[e], dict(v)) for e, v in self.votes.items() if self.known[e].level is not Level.FINAL]

    def unapplied(self) -> list[EntryFact]:
        return [fact for fact in self.known.values() if fact.level.stands and not fact.applied]

    def proofs(self) -> list[tuple[ForkProof, int]]:
        return list(self.forks)

    def digest(self) -> str:
        """Return the state digest (docs/protocol.md), as the real ledger computes it."""
        parts: list[Value] = [[item.id, item.version, item.digest_state()] for _, item in sorted(self.objects.items())]
        return hashlib.sha256(encode(parts)).hexdigest()

    def levels(self) -> dict[EntryId, tuple[Level, bool]]:
        """Return the level and applied mark of every record."""
        return {fact.id: (fact.level, fact.applied) for fact in self.known.values() if is_record(fact.kind)}

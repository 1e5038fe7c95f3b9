"""A ledger in memory: what the protocol asks of a ledger, answered from dictionaries, without disk or key.

The audit counts the whole book again on one, and the simulator's machines have one each. What it answers is what the
real ledger answers to the question of the same name.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence

from cohong.book.objects import BookObject
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, is_record
from cohong.primitives.standing import Commit, EntryFact, FinalBlock, Level, Reach, Record, Words


def digest_of(objects: Iterable[BookObject]) -> str:
    """Return the state digest (docs/protocol.md) of these objects."""
    by_id = sorted(objects, key=lambda item: item.id)
    parts: list[Value] = [[item.id, item.version, item.digest_state()] for item in by_id]
    return hashlib.sha256(encode(parts)).hexdigest()


class MemoryLedger:
    """What the real ledger remembers, forgotten with the process."""

    def __init__(self) -> None:
        self.entries: dict[EntryId, Entry] = {}
        self.known: dict[EntryId, EntryFact] = {}
        self.objects: dict[ObjectId, BookObject] = {}
        self.votes: dict[EntryId, dict[MemberId, Words]] = {}
        self.reached: dict[tuple[MemberId, MemberId, int], Reach] = {}
        self.final: list[FinalBlock] = []
        self.decided: dict[EntryId, Level] = {}
        self.without_body: set[EntryId] = set()
        self.forks: list[tuple[ForkProof, int]] = []
        self._received_ms: dict[EntryId, int] = {}
        self._feeds: dict[MemberId, dict[int, list[EntryId]]] = {}
        self._movers: dict[EntryId, list[EntryId]] = {}
        self._about: dict[ObjectId, list[EntryId]] = {}
        self._dependents: dict[EntryId, list[EntryId]] = {}
        # What a long book is asked again and again, so that no answer looks through all of it.
        self._last_seq: dict[MemberId, int] = {}
        self._unsettled: dict[MemberId, set[EntryId]] = {}
        self._wordless: dict[str, list[EntryId]] = {}

    def commit(self, commit: Commit) -> None:
        """Remember one batch."""
        for placed in commit.append:
            self._append(placed.entry, placed.fact, placed.names)
            self._received_ms[placed.fact.id] = placed.received_ms
        for entry in commit.bodies:
            self.entries[entry.id] = entry
            self.without_body.discard(entry.id)
        for standing in commit.standings:
            fact = self.known[standing.entry]
            self.known[standing.entry] = fact.standing(standing.level, applied=standing.applied)
            if standing.level.is_settled:
                self._unsettled[fact.author].discard(fact.id)
            else:
                self._unsettled[fact.author].add(fact.id)
        for reach in commit.reach:
            self.reached[reach.voter, reach.author, reach.epoch] = reach
        for said in commit.said:
            words = self.votes.setdefault(said.entry, {})
            others = [word for word in words.pop(said.voter, ()) if word[0] != said.epoch]
            others += [(said.epoch, said.said)] if said.said else []
            if others:
                words[said.voter] = tuple(sorted(others))
        self.forks.extend(commit.proofs)
        for final in commit.blocks:
            self.final.append(final)
            self.decided |= dict.fromkeys(final.block.lists.anchored, Level.ANCHORED)
            self.decided |= dict.fromkeys(final.block.lists.void, Level.VOID)
        for gone in commit.removed:
            self.objects.pop(gone, None)
        for item in commit.objects:
            assert isinstance(item, BookObject)
            self.objects[item.id] = item

    def _append(self, entry: Entry, fact: EntryFact, names: tuple[EntryId, ...]) -> None:
        assert entry.id not in self.entries, "an entry is appended once"
        self.entries[entry.id], self.known[entry.id] = entry, fact
        if entry.body_bytes is None:
            self.without_body.add(entry.id)
        self._feeds.setdefault(fact.author, {}).setdefault(fact.seq, []).append(entry.id)
        self._last_seq[fact.author] = max(fact.seq, self._last_seq.get(fact.author, -1))
        if is_record(fact.kind) and not fact.level.is_settled:
            self._unsettled.setdefault(fact.author, set()).add(fact.id)
        else:
            self._unsettled.setdefault(fact.author, set())
        if not is_record(fact.kind) and fact.kind != BALLOT:
            self._wordless.setdefault(fact.kind, []).append(entry.id)
        if fact.moves is not None:
            self._movers.setdefault(fact.moves, []).append(entry.id)
        if fact.object is not None:
            self._about.setdefault(fact.object, []).append(entry.id)
        if is_record(fact.kind):
            for name in names:
                self._dependents.setdefault(name, []).append(entry.id)

    def withdraw(self, gone: Sequence[Entry], voted_on: Collection[MemberId]) -> None:
        """Take out the end of one unforked feed, and with it all votes of its author on the feeds of `voted_on`."""
        for entry in reversed(gone):
            self._take_out(entry)
        voter = gone[0].header.author
        self.reached = {key: reach for key, reach in self.reached.items() if key[0] != voter or key[1] not in voted_on}
        for identity, words in self.votes.items():
            if self.known[identity].author in voted_on:
                words.pop(voter, None)
        self.votes = {identity: words for identity, words in self.votes.items() if words}

    def _take_out(self, entry: Entry) -> None:
        fact = self.known.pop(entry.id)
        del self.entries[entry.id], self._received_ms[entry.id], self._feeds[fact.author][fact.seq]
        self.without_body.discard(entry.id)
        self.votes.pop(entry.id, None)
        self._last_seq[fact.author] = fact.seq - 1
        self._unsettled[fact.author].discard(fact.id)
        for index in (self._movers, self._about, self._dependents, self._wordless):
            for listed in index.values():
                if entry.id in listed:
                    listed.remove(entry.id)

    # What the protocol asks.

    def fact(self, entry: EntryId) -> EntryFact | None:
        return self.known.get(entry)

    def ids_at(self, author: MemberId, seq: int) -> tuple[EntryId, ...]:
        return tuple(sorted(self._feeds.get(author, {}).get(seq, ())))

    def entry(self, entry: EntryId) -> Entry | None:
        return self.entries.get(entry)

    def records(self, author: MemberId, first_seq: int, last_seq: int) -> list[Record]:
        places = range(first_seq, min(last_seq, self._last_seq.get(author, -1)) + 1)
        facts = [self.known[entry] for seq in places for entry in self.ids_at(author, seq)]
        return [self._record(fact) for fact in facts if is_record(fact.kind)]

    def movers(self, version: EntryId) -> list[EntryFact]:
        found = [self.known[entry] for entry in self._movers.get(version, ())]
        return sorted(found, key=lambda fact: (fact.author, fact.seq, fact.id))

    def about(self, object: ObjectId) -> list[Record]:
        found = [self._record(self.known[entry]) for entry in self._about.get(object, ())]
        return sorted(found, key=lambda record: (record.fact.author, record.fact.seq, record.fact.id))

    def object(self, object: ObjectId) -> BookObject | None:
        return self.objects.get(object)

    def said(self, entry: EntryId) -> dict[MemberId, Words]:
        return dict(self.votes.get(entry, {}))

    def ballots(self, voter: MemberId) -> Iterator[Entry]:
        return (self.entries[fact.id] for fact in self.tree(voter, 0) if fact.kind == BALLOT)

    def dependents(self, entry: EntryId) -> list[EntryId]:
        return sorted(self._dependents.get(entry, ()))

    def tree(self, author: MemberId, from_seq: int) -> list[EntryFact]:
        feed = self._feeds.get(author, {})
        return [self.known[entry] for seq in sorted(feed) if seq >= from_seq for entry in sorted(feed[seq])]

    def taken(self, author: MemberId, above_seq: int, since_ms: int, limit: int) -> list[tuple[int, int]]:
        newest = self.tree(author, above_seq + 1)[::-1][:limit]
        return [
            (fact.seq, len(self.entries[fact.id].body_bytes or b""))
            for fact in newest
            if self._received_ms[fact.id] >= since_ms
        ]

    def tips(self) -> list[EntryFact]:
        followed = {fact.prev for fact in self.known.values()}
        return [fact for fact in self.known.values() if fact.id not in followed]

    def reach(self) -> list[Reach]:
        return list(self.reached.values())

    def unsettled_said(self) -> list[tuple[EntryFact, dict[MemberId, Words]]]:
        open_levels = set(Level) - {Level.FINAL, Level.ANCHORED, Level.VOID}
        return [(self.known[e], dict(v)) for e, v in self.votes.items() if self.known[e].level in open_levels]

    def unsettled_upto(self, author: MemberId, seq: int) -> list[EntryFact]:
        facts = [fact for entry in self._unsettled.get(author, ()) if (fact := self.known[entry]).seq <= seq]
        return sorted(facts, key=lambda fact: (fact.seq, fact.id))

    def to_anchor(self, limit: int) -> list[EntryFact]:
        ready = [f for f in self.known.values() if f.applied and f.level.stands and not f.level.is_settled]
        return sorted(ready, key=lambda fact: (fact.author, fact.seq, fact.id))[:limit]

    def count_to_anchor(self) -> int:
        return len(self.to_anchor(len(self.known)))

    def rejected(self, limit: int) -> list[EntryFact]:
        found = [fact for fact in self.known.values() if fact.level is Level.REJECTED]
        return sorted(found, key=lambda fact: (fact.author, fact.seq, fact.id))[:limit]

    def is_bodiless(self, entry: EntryId) -> bool:
        return entry in self.without_body

    def count_bodiless(self) -> int:
        return len(self.without_body)

    def bodiless(self, min_height: int, limit: int) -> list[EntryFact]:
        facts = [fact for entry in self.without_body if (fact := self.known[entry]).height >= min_height]
        return sorted(facts, key=lambda fact: (fact.author, fact.seq, fact.id))[:limit]

    def last_bodiless(self, author: MemberId) -> EntryFact | None:
        facts = [fact for fact in map(self.known.__getitem__, self.without_body) if fact.author == author]
        return max(facts, key=lambda fact: fact.seq, default=None)

    def lowest_open_height(self) -> int | None:
        return min((self.known[entry].height for some in self._unsettled.values() for entry in some), default=None)

    def blocks(self) -> list[FinalBlock]:
        return list(self.final)

    def blocks_after(self, height: int, bytes_max: int) -> list[FinalBlock]:
        return self.final[height : height + 64]

    def newest_frontier(self) -> bytes:
        return self.final[-1].frontier if self.final else b""

    def decided_by_block(self, entry: EntryId) -> Level | None:
        return self.decided.get(entry)

    def of_kinds(self, kinds: Sequence[str], min_height: int) -> list[Entry]:
        held = (self.entries[entry] for kind in kinds for entry in self._wordless.get(kind, ()))
        found = [entry for entry in held if entry.header.height >= min_height]
        return sorted(found, key=lambda entry: (entry.header.author, entry.header.seq, entry.id))

    def unapplied(self) -> list[EntryFact]:
        return [fact for fact in self.known.values() if fact.level.stands and not fact.applied]

    def proofs(self) -> list[tuple[ForkProof, int]]:
        return list(self.forks)

    def _record(self, fact: EntryFact) -> Record:
        body_bytes = self.entries[fact.id].body_bytes
        assert body_bytes is not None
        try:
            return Record(fact, decode_body(body_bytes))
        except RemoteProtocolError:
            return Record(fact, None)

    # What is compared.

    def digest(self) -> str:
        """Return the state digest, as the real ledger computes it."""
        return digest_of(self.objects.values())

    def standing(self) -> dict[EntryId, tuple[Level, bool]]:
        """Return the level and applied mark of every record."""
        return {fact.id: (fact.level, fact.applied) for fact in self.known.values() if is_record(fact.kind)}

"""The whole book counted again from nothing but the signed entries, and held against what the ledger has.

    every stored entry ─► hash and signature ─► a new replica on an empty ledger in memory ─► levels, votes, objects
                                                                     compared with ◄── what the file says

The replica is the one that decides when entries come from peers, so what is checked is what the node does; what it is
given is only what members have signed. Entries go in in the order in which they came, which is one of the many orders
that give the same book. Blocks become final by the voters' own entries; one is handed over, with its certificate, only
where something waits for it, as it was to this node (a newcomer, or one that was away).

A ballot whose body was dropped, since a final block has decided all that it voted on, cannot be counted: how far such a
voter has signed is not compared, and what was decided stands on the certificate.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.book.objects import BookObject
from cohong.crypto.signing import SignedMessage, verify, verify_many
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.memory_ledger import MemoryLedger, digest_of
from cohong.ledger.whole_book import Stored, WholeBook
from cohong.primitives.charter import Genesis
from cohong.primitives.entry import Entry, signed_bytes
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, is_record
from cohong.primitives.standing import EntryFact, Reach, Words
from cohong.protocol.frames import Blocks
from cohong.protocol.replica import Pen, Replica

AT_ONCE: Final = 512
DIFFERENCES_MAX: Final = 200
"""Differences that are listed; all are counted."""

Tell = Callable[[str, int, int], None]
"""Takes what is being done (`count`, `compare`), how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as the entries have it.

    Attributes:
        what: `content` (an entry's parts do not hash to its id), `signature`, `place` (the feed rules refuse it, or
            what it points to is not here), `level`, `applied`, `fields` (what the ledger notes of it), `said`, `reach`
            (votes), `object`, `block`, `fork`.
        kept, counted: what the ledger says, and what follows from the entries; empty where there is nothing.
    """

    what: str
    entry: bytes = b""
    author: bytes = b""
    seq: int = -1
    kept: str = ""
    counted: str = ""


@dataclass(slots=True)
class Findings:
    """What an audit has come to: how much of each was compared, and what differs."""

    entries: int = 0
    records: int = 0
    ballots: int = 0
    dropped: int = 0
    signatures: int = 0
    reaches: int = 0
    objects: int = 0
    blocks: int = 0
    proofs: int = 0
    digest_kept: str = ""
    digest_counted: str = ""
    different: int = 0
    differences: list[Difference] = field(default_factory=list)

    def differs(self, difference: Difference) -> None:
        """Take note of a difference."""
        self.different += 1
        if len(self.differences) < DIFFERENCES_MAX:
            self.differences.append(difference)


def audit(
    book: WholeBook,
    genesis: Genesis,
    me: MemberId,
    now_ms: int,
    tell: Tell,
    *,
    are_signed: Callable[[Sequence[SignedMessage]], list[bool]] = verify_many,
) -> Findings:
    """Count the book again and return what differs."""
    return _Audit(book, genesis, me, now_ms, tell, are_signed).run()


class _Audit:
    def __init__(
        self,
        book: WholeBook,
        genesis: Genesis,
        me: MemberId,
        now_ms: int,
        tell: Tell,
        are_signed: Callable[[Sequence[SignedMessage]], list[bool]],
    ) -> None:
        self._book = book
        self._me = me
        self._now_ms = now_ms
        self._tell = tell
        self._are_signed = are_signed
        self._ledger = MemoryLedger()
        self._replica = Replica(genesis, Pen(me, _never, _no_salt, verify), self._ledger, takes_all=True)
        self._total = book.count()
        self._left: list[Entry] = []
        self._dropped: set[MemberId] = set()
        self.findings = Findings()

    def run(self) -> Findings:
        """Do all of it."""
        self._count()
        self._count_left()
        self._take_proofs()
        self._compare_entries()
        self._compare_votes()
        self._compare_objects()
        self._compare_chain()
        return self.findings

    # Counting.

    def _count(self) -> None:
        after_n = 0
        while stored := self._book.stretch(after_n, AT_ONCE):
            after_n = stored[-1].n
            good = self._good(stored)
            # What the ledger holds has waited for the clock already.
            now_ms = max([self._now_ms, *(entry.header.time_ms for entry in good)])
            self._replica.receive(good, self._me, now_ms)
            self._ledger.commit(self._replica.flush().commit)
            while len(self._replica.waiting) and self._take_next_block(now_ms):
                pass
            self._left += [entry for entry in good if self._ledger.fact(entry.id) is None]
            self._tell("count", self.findings.entries, self._total)

    def _good(self, stored: Iterable[Stored]) -> list[Entry]:
        """Return the entries that are what their authors have signed."""
        whole: list[Entry] = []
        for item in stored:
            self.findings.entries += 1
            if item.damaged is not None:
                where = item.damaged
                self.findings.differs(Difference("content", where.id, where.author, where.seq))
            elif item.entry is not None:
                whole.append(item.entry)
        signed = [(entry.header.author, signed_bytes(entry.id), entry.signature) for entry in whole]
        good = []
        for entry, is_good in zip(whole, self._are_signed(signed), strict=True):
            self.findings.signatures += 1
            if entry.body_bytes is None and entry.header.kind == BALLOT:
                self.findings.dropped += 1
                self._dropped.add(entry.header.author)
            if is_good:
                good.append(entry)
            else:
                self.findings.differs(_at(entry, "signature"))
        return good

    def _count_left(self) -> None:
        """Give what found no place another try: a branch beyond the usual number is kept only where it is awaited."""
        while self._take_next_block(self._now_ms):
            pass
        before = len(self._left) + 1
        while self._left and len(self._left) < before:
            before = len(self._left)
            self._replica.receive(self._left, self._me, self._now_ms)
            self._ledger.commit(self._replica.flush().commit)
            self._left = [entry for entry in self._left if self._ledger.fact(entry.id) is None]
        for entry in self._left:
            self.findings.differs(_at(entry, "place"))

    def _take_next_block(self, now_ms: int) -> bool:
        """Hand over the next block that the ledger has; returns whether there was one, and it is certified."""
        try:
            found = self._book.next_block(self._replica.lineage.height)
        except EntryDamaged:
            return False  # named already; the block is missing in the comparison
        if found is None:
            return False
        final, words = found
        taken = self._replica.receive_blocks(Blocks(((final.block, final.certificate),), tuple(words)), now_ms)
        self._ledger.commit(self._replica.flush().commit)
        return taken

    def _take_proofs(self) -> None:
        for proof in self._book.proofs():
            self.findings.proofs += 1
            pair = (proof.first, proof.second)
            if all(self._are_signed([(item.header.author, signed_bytes(item.id), item.signature) for item in pair])):
                self._replica.receive_proof(proof, self._now_ms)
            else:
                self.findings.differs(Difference("fork", proof.first.id, proof.author, proof.seq))
        self._ledger.commit(self._replica.flush().commit)

    # Comparing.

    def _compare_entries(self) -> None:
        counted = list(self._ledger.known.values())
        for start in range(0, len(counted), AT_ONCE):
            some = counted[start : start + AT_ONCE]
            kept = self._book.facts([fact.id for fact in some])
            for fact in some:
                self._compare_entry(kept[fact.id], fact)
            self._tell("compare", start + len(some), len(counted))

    def _compare_entry(self, kept: EntryFact, counted: EntryFact) -> None:
        self.findings.ballots += counted.kind == BALLOT
        if is_record(counted.kind):
            self.findings.records += 1
            if kept.level is not counted.level:
                self.findings.differs(_of(counted, "level", kept.level.name, counted.level.name))
            if kept.applied is not counted.applied:
                self.findings.differs(_of(counted, "applied", _yes(kept.applied), _yes(counted.applied)))
            said_kept, said_counted = (self._countable(book.said(counted.id)) for book in (self._book, self._ledger))
            if said_kept != said_counted:
                self.findings.differs(_of(counted, "said", _words(said_kept), _words(said_counted)))
        if kept.standing(counted.level, applied=counted.applied) != counted:
            self.findings.differs(_of(counted, "fields", "", ""))

    def _countable(self, said: Mapping[MemberId, Words]) -> dict[MemberId, Words]:
        return {voter: _changes(words) for voter, words in said.items() if voter not in self._dropped}

    def _compare_votes(self) -> None:
        kept, counted = _steps(self._book.reach()), _steps(self._ledger.reach())
        self.findings.reaches = len(counted)
        for voter, author, epoch in sorted(kept.keys() | counted.keys()):
            ours, theirs = kept.get((voter, author, epoch), ()), counted.get((voter, author, epoch), ())
            if ours != theirs and voter not in self._dropped:
                tips = (_tips(ours), _tips(theirs))
                self.findings.differs(Difference("reach", b"", voter, -1, *tips))

    def _compare_objects(self) -> None:
        kept = {item.id: item for item in self._book.objects()}
        counted = self._ledger.objects
        self.findings.objects = len(counted)
        for subject in sorted(kept.keys() | counted.keys()):
            ours, theirs = kept.get(subject), counted.get(subject)
            if ours != theirs:
                self._differing_object(subject, ours, theirs)
        self.findings.digest_kept = digest_of(kept.values())
        self.findings.digest_counted = digest_of(counted.values())

    def _differing_object(self, subject: ObjectId, kept: BookObject | None, counted: BookObject | None) -> None:
        made = counted or kept
        assert made is not None, "it is in one of the books"
        fact = self._ledger.fact(made.version)
        author, seq = (fact.author, fact.seq) if fact is not None else (b"", -1)
        self.findings.differs(Difference("object", subject, author, seq, _state(kept), _state(counted)))

    def _compare_chain(self) -> None:
        kept, counted = self._book.block_ids(), [final.block.id for final in self._ledger.blocks()]
        self.findings.blocks = len(counted)
        if kept != counted:
            self.findings.differs(Difference("block", kept=str(len(kept)), counted=str(len(counted))))
        known = {proof.author: proof.seq for proof in reversed(self._book.proofs())}
        for proof, _ in self._ledger.proofs():
            if proof.author not in known or proof.seq < known[proof.author]:
                self.findings.differs(_fork(proof))


def _changes(words: Words) -> Words:
    """Return words without those that repeat what had been said before: a body that came late leaves such."""
    return tuple(word for before, word in zip(((-1, None), *words), words, strict=False) if before[1] != word[1])


def _steps(reach: Iterable[Reach]) -> dict[tuple[MemberId, MemberId, int], tuple[tuple[int, EntryId], ...]]:
    """Return how far voters' acks go in the epochs in which they moved, likewise."""
    found: dict[tuple[MemberId, MemberId, int], tuple[tuple[int, EntryId], ...]] = {}
    last: dict[tuple[MemberId, MemberId], tuple[tuple[int, EntryId], ...]] = {}
    for item in sorted(reach, key=lambda item: item.epoch):
        if last.get((item.voter, item.author)) != item.tips:
            last[item.voter, item.author] = found[item.voter, item.author, item.epoch] = item.tips
    return found


def _never(_message: bytes) -> bytes:
    raise AssertionError("an audit signs nothing")


def _no_salt() -> bytes:
    raise AssertionError("an audit writes nothing")


def _at(entry: Entry, what: str) -> Difference:
    return Difference(what, entry.id, entry.header.author, entry.header.seq)


def _of(fact: EntryFact, what: str, kept: str, counted: str) -> Difference:
    return Difference(what, fact.id, fact.author, fact.seq, kept, counted)


def _fork(proof: ForkProof) -> Difference:
    return Difference("fork", proof.first.id, proof.author, proof.seq)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _words(said: Mapping[MemberId, Words]) -> str:
    return ", ".join(f"{voter.hex()[:8]} {words}" for voter, words in sorted(said.items()))


def _tips(tips: tuple[tuple[int, EntryId], ...]) -> str:
    return ", ".join(f"{seq} {identity.hex()[:8]}" for seq, identity in tips)


def _state(item: BookObject | None) -> str:
    return "" if item is None else str(item.digest_state())

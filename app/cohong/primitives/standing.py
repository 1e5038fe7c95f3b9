"""How an entry stands: what the ledger remembers of it beside its bytes, and one batch of changes to remember.

`protocol` makes a `Commit` from each batch of inputs; `ledger` writes it in one transaction. Neither knows the other:
these are the values that cross between them.
"""

from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import TypeAlias

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import Certificate
from cohong.primitives.decisions import Decisions
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import EntryId, MemberId, ObjectId


class Level(IntEnum):
    """Status of a record. Entries that need no votes stay at WAITING and are never asked."""

    WAITING = 0
    CONFIRMED = 1
    FINAL = 2
    REJECTED = 3
    CONTESTED = 4
    BEATEN = 5
    ANCHORED = 6
    VOID = 7

    @property
    def stands(self) -> bool:
        """Whether the record counts: confirmed, final or anchored."""
        return self in (Level.CONFIRMED, Level.FINAL, Level.ANCHORED)

    @property
    def has_failed(self) -> bool:
        """Whether the record counts for nothing: rejected, beaten or void."""
        return self in (Level.REJECTED, Level.BEATEN, Level.VOID)

    @property
    def is_settled(self) -> bool:
        """Whether a final block has decided it: votes no longer matter."""
        return self >= Level.ANCHORED


class Said(IntFlag):
    """What one voter has said about one record, over all its ballots. Only kept where it is not a plain approval."""

    NOTHING = 0
    YES = 1
    NO = 2
    HOLD = 4


Words: TypeAlias = tuple[tuple[int, Said], ...]
"""What one voter has said on one record, as (epoch, all it had said by the end of that epoch), in order."""


def said_by_epoch(words: Words, epoch: int) -> Said:
    """Return what had been said by the end of an epoch."""
    return next((said for at, said in reversed(words) if at <= epoch), Said.NOTHING)


@dataclass(frozen=True, slots=True)
class EntryFact:
    """What is known of an entry without its bytes.

    Attributes:
        object: what the record is about; None for entries without votes and for kinds that this version does not know.
        moves: the version that the record moves to its next one, if it moves any.
        applied: whether the record is part of the book.
    """

    id: EntryId
    author: MemberId
    seq: int
    prev: EntryId
    time_ms: int
    height: int
    kind: str
    level: Level = Level.WAITING
    applied: bool = False
    object: ObjectId | None = None
    moves: EntryId | None = None

    def standing(self, level: Level, *, applied: bool) -> "EntryFact":
        """Return the fact with another level and applied mark: what `replace` does, at a third of its cost."""
        return EntryFact(
            self.id, self.author, self.seq, self.prev, self.time_ms, self.height, self.kind,
            level, applied, self.object, self.moves,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its fact and its decoded body (None where the body is missing or not a well-formed map)."""

    fact: EntryFact
    body: dict[str, Value] | None


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry that has found its place in its feed.

    Attributes:
        names: ids of the records it rests on.
        received_ms: when this node got it, by this node's clock.
    """

    entry: Entry
    fact: EntryFact
    names: tuple[EntryId, ...]
    received_ms: int


@dataclass(frozen=True, slots=True)
class Standing:
    """New level and applied mark of one record."""

    entry: EntryId
    author: MemberId
    seq: int
    level: Level
    applied: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one voter's acks go along one feed, in its ballots up to an epoch.

    Replaces what was remembered of this voter, author and epoch.

    Attributes:
        tips: (seq, id) of the entries acked: one, unless it voted on two branches.
    """

    voter: MemberId
    author: MemberId
    epoch: int
    tips: tuple[tuple[int, EntryId], ...]


@dataclass(frozen=True, slots=True)
class SaidOn:
    """All that one voter has said on one record in its ballots up to an epoch; replaces what was remembered.

    NOTHING where it turns out to have said no more than an ack does: a ballot that came late had approved it before.
    """

    entry: EntryId
    voter: MemberId
    epoch: int
    said: Said
    reason: str


@dataclass(frozen=True, slots=True)
class FinalBlock:
    """A charter block with the signatures that make it final.

    Attributes:
        decisions: what its motions come to.
        frontier: encoded Merkle frontier of all that is anchored once this block is final.
    """

    block: Block
    certificate: Certificate
    decisions: Decisions
    frontier: bytes


@dataclass(slots=True)
class Commit:
    """One batch of changes; all of it becomes durable or none.

    Attributes:
        append: entries in the order in which they were placed.
        bodies: entries held without their bodies, these with them.
        standings: records whose level or applied mark changed, in order; the last one for a record holds.
        reach, said: votes, as above.
        proofs: forks found, with the time.
        objects: book objects that changed, each replacing the one of its id (types of `cohong.book.objects`).
        removed: objects that no longer exist, since what made them no longer stands.
        blocks: charter blocks that have become final, with their certificates, in order.
    """

    append: list[Placed] = field(default_factory=list)
    bodies: list[Entry] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)
    reach: list[Reach] = field(default_factory=list)
    said: list[SaidOn] = field(default_factory=list)
    proofs: list[tuple[ForkProof, int]] = field(default_factory=list)
    objects: list[object] = field(default_factory=list)
    removed: list[ObjectId] = field(default_factory=list)
    blocks: list[FinalBlock] = field(default_factory=list)

    def is_empty(self) -> bool:
        """Return whether there is nothing to write."""
        return not (
            self.append or self.bodies or self.standings or self.reach or self.said or self.proofs or self.objects
            or self.removed or self.blocks
        )  # fmt: skip

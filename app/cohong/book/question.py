"""What the rules of the book are asked: a record with its past, and the charter as of its height."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Final

from cohong.book.objects import Subject
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import EntryFact, Record

DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class Rules:
    """The part of the charter that the book's rules ask for, as of the record's height.

    Attributes:
        currencies: allowed ISO 4217 codes; empty for all.
        replaced: a lost or rotated key -> the key that has taken over what it held.
        keepers: a pool and a key that kept it and is a member no more -> whom the people have named instead.
    """

    members: frozenset[MemberId]
    currencies: Collection[str] = ()
    replaced: Mapping[MemberId, MemberId] = field(default_factory=dict)

    keepers: Mapping[tuple[ObjectId, MemberId], MemberId] = field(default_factory=dict)

    def holder_of(self, key: MemberId) -> MemberId:
        """Return who acts today for what is written to a key."""
        return self.replaced.get(key, key)

    def keeper_of(self, pool: ObjectId, creator: MemberId) -> MemberId:
        """Return who keeps a pool today, given the key that created it.

        It comes to an end: only for keys that are gone for good is another one named, and that was a member then.
        """
        key = self.holder_of(creator)
        while (named := self.keepers.get((pool, key))) is not None:
            key = self.holder_of(named)
        return key


class Lock(Enum):
    """Whether a netting round still binds an obligation.

    It is in doubt while a record that may have ended the round in time is undecided.
    """

    FREE = "free"
    IN_DOUBT = "in doubt"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the charter chain and the feed named as a head say of a record.

    Attributes:
        block_ms: the time of the block of the record's height.
        notice_ms: the time of the first block, not above that height, that includes the holder's notice; None for none.
        is_read: whether the head named is of the debtor's feed, at or beyond the cut of that block.
        is_disputed: whether the feed has a dispute of the obligation, up to that head, which is open.
        lock: of the netting round that the obligation takes part in.
    """

    block_ms: int
    notice_ms: int | None = None
    is_read: bool = False
    is_disputed: bool = False
    lock: Lock = Lock.FREE


@dataclass(frozen=True, slots=True)
class Question:
    """A record with its past.

    Attributes:
        named: facts of the records it names, in the order of its `names`.
        version: what the record named first left; None for kinds that are about none, or when it left none.
        consent: the consent that the record names, for kinds that need one.
        others: what the names after that have left, reference by reference, for the kinds of a netting round.
        circumstances: for kinds that an open dispute stops, and what is about an obligation in a netting round.
    """

    record: Record
    named: Sequence[EntryFact]
    version: Subject | None
    consent: Record | None = None
    circumstances: Circumstances | None = None
    others: Sequence[Subject | None] = ()


def day_of(time_ms: int) -> str:
    """Return the UTC day of a time in an entry."""
    return _date_time(time_ms).date().isoformat()


def last_day_anywhere(time_ms: int) -> str:
    """Return the latest day that it was anywhere on Earth (UTC+14) at a time in an entry."""
    return (_date_time(time_ms) + timedelta(hours=14)).date().isoformat()


def end_of_day_ms(day: str) -> int:
    """Return the first millisecond after a UTC day."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()) * 1000 + DAY_MS


def _date_time(time_ms: int) -> datetime:
    return datetime.fromtimestamp(min(time_ms, _LAST_MS) / 1000, UTC)


_LAST_MS: Final = 253_402_214_400_000
"""A day before the end of the year 9999, so that a time zone still fits."""

"""What is known of entries without their signed bytes: the look-ups that the protocol makes for every batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cohong.ledger.blocks import STRETCH
from cohong.ledger.connection import Connection, Row
from cohong.ledger.entries import Entries
from cohong.ledger.numbers import Numbers
from cohong.primitives.encoding import Value
from cohong.primitives.entry import decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId, ObjectId
from cohong.primitives.standing import EntryFact, Level, Record

_FIELDS: Final = "i.id, f.author, f.seq, p.id, f.time_ms, f.height, f.kind, f.level, f.applied, o.id, m.id"
_JOINS: Final = (
    " JOIN ids i ON i.no = f.n LEFT JOIN ids p ON p.no = f.prev"
    " LEFT JOIN ids o ON o.no = f.object LEFT JOIN ids m ON m.no = f.moves"
)
_FACT: Final = f"SELECT {_FIELDS} FROM facts f{_JOINS}"
_RECORD: Final = (
    f"SELECT {_FIELDS}, f.n, f.prev, e.signature, e.header, e.body"
    f" FROM facts f{_JOINS} LEFT JOIN entries e ON e.n = f.n"
)

_BY_NUMBER: Final = f"{_FACT} WHERE f.n = ?"
_OF_FEED: Final = f"{_FACT} WHERE f.author = ? AND f.seq >= ?"
_MOVERS: Final = f"{_FACT} WHERE f.moves = ?"
_TIPS: Final = f"{_FACT} WHERE f.n IN (SELECT n FROM tips)"
_UNAPPLIED: Final = f"{_FACT} WHERE f.applied = 0 AND f.level IN (1, 2, 6)"
_UNSETTLED: Final = f"{_FACT} WHERE f.author = ? AND f.level < 6 AND f.level < 2 ORDER BY f.seq LIMIT ?"
_OPEN_UPTO: Final = f"{_FACT} WHERE f.author = ? AND f.seq <= ? AND f.level < 6"
_FIRST_OPEN: Final = "SELECT min(seq) FROM facts WHERE author = ? AND level < 6"
_TO_ANCHOR: Final = (
    f"{_FACT} WHERE f.level < 6 AND f.level IN (1, 2) AND f.applied = 1 ORDER BY f.author, f.seq LIMIT ?"
)
_COUNT_TO_ANCHOR: Final = "SELECT count(*) FROM facts WHERE level < 6 AND level IN (1, 2) AND applied = 1"
_REJECTED: Final = f"{_FACT} WHERE f.level < 6 AND f.level = 3 LIMIT ?"
_RECORDS: Final = f"{_RECORD} WHERE f.author = ? AND f.seq BETWEEN ? AND ? AND f.level IS NOT NULL"
_ANCHORED: Final = f"{_RECORD} JOIN decided d ON d.entry = f.n WHERE {STRETCH} ORDER BY d.place"
_ABOUT: Final = f"{_RECORD} WHERE f.object = ?"
# A dispute has its row from the start; a correction once it stands, and until then the record that asks for it.
_OBJECTIONS: Final = (
    "SELECT no FROM disputes WHERE about = ?1 UNION SELECT no FROM corrections WHERE about = ?1"
    " UNION SELECT c.n FROM facts a JOIN names s ON s.name = a.n JOIN facts c ON c.n = s.entry"
    " JOIN kinds k ON k.no = c.kind WHERE a.object = ?1 AND k.name = 'correct.propose'"
    " AND c.n NOT IN (SELECT no FROM corrections)"
)
_SALE: Final = (
    "SELECT no FROM obligations WHERE no = ?1 AND part_of IS NOT NULL"
    " UNION SELECT c.n FROM obligations o JOIN names s ON s.name = o.no JOIN facts c ON c.n = s.entry"
    " JOIN kinds k ON k.no = c.kind WHERE o.no = ?1 AND o.part_of IS NOT NULL"
    " AND k.name IN ('credit.assign', 'credit.subrogate')"
)
_ENDED: Final = (
    "SELECT e.n FROM facts j JOIN kinds i ON i.no = j.kind JOIN names s ON s.name = j.n JOIN facts e ON e.n = s.entry"
    " JOIN kinds k ON k.no = e.kind WHERE j.object = ?1 AND i.name = 'netting.join'"
    " AND k.name IN ('netting.apply', 'netting.abort')"
)
_PAID: Final = (
    "SELECT p.n FROM facts t JOIN kinds i ON i.no = t.kind JOIN names s ON s.entry = t.n JOIN facts p ON p.n = s.name"
    " JOIN kinds k ON k.no = p.kind WHERE t.object = ?1 AND i.name = 'credit.subrogate'"
    " AND k.name IN ('guarantee.pay', 'pool.draw')"
)
_STORY: Final = (
    f"{_RECORD} WHERE f.n IN (SELECT n FROM facts WHERE object = ?1"
    f" UNION SELECT n FROM facts WHERE object IN ({_OBJECTIONS}) UNION {_SALE} UNION {_ENDED} UNION {_PAID})"
)
_NETTED: Final = (
    "SELECT e.n FROM facts j JOIN names s ON s.name = j.n JOIN facts e ON e.n = s.entry"
    " JOIN kinds k ON k.no = e.kind WHERE j.object = ?1 AND k.name = 'netting.apply'"
)
_BEHIND: Final = (
    f"{_RECORD} WHERE f.n IN (SELECT n FROM facts WHERE object = ?1 UNION {_SALE} UNION {_NETTED} UNION {_PAID})"
)
_IDS_AT: Final = "SELECT i.id FROM facts f JOIN ids i ON i.no = f.n WHERE f.author = ? AND f.seq = ?"
_TAKEN: Final = (
    "SELECT seq, size FROM (SELECT f.seq AS seq, coalesce(length(e.body), 0) AS size, e.received_ms AS received_ms"
    " FROM facts f JOIN entries e ON e.n = f.n WHERE f.author = ? AND f.seq > ? ORDER BY f.seq DESC LIMIT ?)"
    " WHERE received_ms >= ?"
)
_DEPENDENTS: Final = "SELECT i.id FROM names s JOIN ids i ON i.no = s.entry WHERE s.name = ?"
_BODILESS: Final = f"{_FACT} WHERE f.n IN (SELECT n FROM bodiless WHERE height >= ?) ORDER BY f.author, f.seq LIMIT ?"
# Heights never fall along a feed.
_LAST_BODILESS: Final = (
    f"{_FACT} WHERE f.n IN (SELECT n FROM bodiless WHERE author = ?1"
    " AND height = (SELECT max(height) FROM bodiless WHERE author = ?1)) ORDER BY f.seq DESC LIMIT 1"
)
_COUNT: Final = "SELECT count(*) FROM facts WHERE author = ? AND seq BETWEEN ? AND ?"
_WAITING: Final = "SELECT count(*) FROM facts WHERE author = ? AND level < 6 AND level < 2"

# One statement for up to so many numbers, padded with the last: few texts, so that each is compiled once.
_SIZES: Final = (1, 8, 64, 512)
_BY_NUMBERS: Final = {size: f"{_FACT} WHERE f.n IN ({', '.join('?' * size)})" for size in _SIZES}


class FactTable:
    """Look-ups of facts on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._entries = Entries(connection, numbers)

    def fact(self, entry: EntryId) -> EntryFact | None:
        """Return what is known of an entry, None if it is not held."""
        number = self._numbers.id_no(entry)
        row = self._connection.row(_BY_NUMBER, (number,)) if number is not None else None
        return None if row is None else self.of_row(row)

    def facts(self, entries: Sequence[EntryId]) -> dict[EntryId, EntryFact]:
        """Return what is known of those of the entries that are held."""
        numbers = [number for number in map(self._numbers.id_no, entries) if number is not None]
        found: dict[EntryId, EntryFact] = {}
        for start in range(0, len(numbers), _SIZES[-1]):
            some = numbers[start : start + _SIZES[-1]]
            size = next(size for size in _SIZES if size >= len(some))
            padded = some + some[-1:] * (size - len(some))
            for row in self._connection.rows(_BY_NUMBERS[size], padded):
                fact = self.of_row(row)
                found[fact.id] = fact
        return found

    def ids_at(self, author: MemberId, seq: int) -> tuple[EntryId, ...]:
        """Return the ids of the entries at one place of a feed, sorted: more than one only in a forked feed."""
        rows = self._connection.rows(_IDS_AT, (self._numbers.member_no(author), seq))
        return tuple(sorted(EntryId(row[0]) for row in rows))

    def tree(self, author: MemberId, from_seq: int) -> list[EntryFact]:
        """Return all entries of a feed from a seq on, all branches, by (seq, id)."""
        rows = self._connection.rows(_OF_FEED, (self._numbers.member_no(author), from_seq))
        return sorted(map(self.of_row, rows), key=_place)

    def taken(self, author: MemberId, above_seq: int, since_ms: int, limit: int) -> list[tuple[int, int]]:
        """Return place and bytes of body of those of a feed's last entries above a place that came since a moment.

        Args:
            limit: how many of the last ones are looked at.
        """
        rows = self._connection.rows(_TAKEN, (self._numbers.member_no(author), above_seq, limit, since_ms))
        return [(int(seq), int(size)) for seq, size in rows]

    def records(self, author: MemberId, first_seq: int, last_seq: int) -> list[Record]:
        """Return the records of a stretch of a feed, all branches, by (seq, id).

        Raises:
            EntryDamaged: the rules would judge what nobody signed.
        """
        rows = self._connection.rows(_RECORDS, (self._numbers.member_no(author), first_seq, last_seq))
        return sorted(map(self._record, rows), key=lambda record: _place(record.fact))

    def anchored(self, first: int, count: int) -> list[Record]:
        """Return so many anchored records from a place on, in their order.

        Raises:
            EntryDamaged: which see.
        """
        return [self._record(row) for row in self._connection.rows(_ANCHORED, (first, first + count))]

    def movers(self, version: EntryId) -> list[EntryFact]:
        """Return the records that move this version, or try to, by (author, seq, id)."""
        number = self._numbers.id_no(version)
        rows = self._connection.rows(_MOVERS, (number,)) if number is not None else []
        return sorted(map(self.of_row, rows), key=_author_and_place)

    def about(self, subject: ObjectId) -> list[Record]:
        """Return every record about an object, by (author, seq, id).

        Raises:
            EntryDamaged: which see.
        """
        number = self._numbers.id_no(subject)
        rows = self._connection.rows(_ABOUT, (number,)) if number is not None else []
        return sorted(map(self._record, rows), key=lambda record: _author_and_place(record.fact))

    def story(self, subject: ObjectId) -> list[Record]:
        """Return every record about an object, about disputes and corrections of it, and what has moved it besides.

        Of a part of a receivable that is its sale; of what took part in netting rounds, their ends.

        Raises:
            EntryDamaged: which see.
        """
        number = self._numbers.id_no(subject)
        rows = self._connection.rows(_STORY, (number,)) if number is not None else []
        return sorted(map(self._record, rows), key=lambda record: _author_and_place(record.fact))

    def behind(self, subject: ObjectId) -> list[Record]:
        """Return the records that an object's figures rest on: those about it, how a part went over, netting.

        Raises:
            EntryDamaged: which see.
        """
        number = self._numbers.id_no(subject)
        rows = self._connection.rows(_BEHIND, (number,)) if number is not None else []
        return sorted(map(self._record, rows), key=lambda record: _author_and_place(record.fact))

    def dependents(self, entry: EntryId) -> list[EntryId]:
        """Return the records that name `entry`, sorted."""
        number = self._numbers.id_no(entry)
        rows = self._connection.rows(_DEPENDENTS, (number,)) if number is not None else []
        return sorted(EntryId(row[0]) for row in rows)

    def tips(self) -> list[EntryFact]:
        """Return every entry that no held entry follows, by (author, seq, id); several in a forked feed."""
        return sorted(map(self.of_row, self._connection.rows(_TIPS)), key=_author_and_place)

    def unapplied(self) -> list[EntryFact]:
        """Return the records that stand and are no part of the book, by (author, seq, id)."""
        return sorted(map(self.of_row, self._connection.rows(_UNAPPLIED)), key=_author_and_place)

    def unsettled(self, author: MemberId, limit: int) -> tuple[list[EntryFact], int]:
        """Return an author's records that wait or are confirmed, the first in its feed first, and how many."""
        number = self._numbers.member_no(author)
        total = self._connection.row(_WAITING, (number,))
        assert total is not None, "an aggregate always has a row"
        return [self.of_row(row) for row in self._connection.rows(_UNSETTLED, (number, limit))], int(total[0])

    def unsettled_upto(self, author: MemberId, seq: int) -> list[EntryFact]:
        """Return a feed's records up to a place that no block has decided, by (seq, id)."""
        rows = self._connection.rows(_OPEN_UPTO, (self._numbers.member_no(author), seq))
        return sorted(map(self.of_row, rows), key=_place)

    def first_unsettled(self, author: MemberId) -> int | None:
        """Return the first place of a feed with a record that no block has decided; None if there is none."""
        row = self._connection.row(_FIRST_OPEN, (self._numbers.member_no(author),))
        return None if row is None or row[0] is None else int(row[0])

    def to_anchor(self, limit: int) -> list[EntryFact]:
        """Return applied records that no block has anchored, of each feed the first ones, by (author, seq, id)."""
        return sorted(map(self.of_row, self._connection.rows(_TO_ANCHOR, (limit,))), key=_author_and_place)

    def count_to_anchor(self) -> int:
        """Return how many applied records no block has anchored."""
        row = self._connection.row(_COUNT_TO_ANCHOR)
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def is_bodiless(self, entry: EntryId) -> bool:
        """Return whether an entry is held without its body, because it came so."""
        number = self._numbers.id_no(entry)
        return self._connection.row("SELECT 1 FROM bodiless WHERE n = ?", (number,)) is not None

    def count_bodiless(self) -> int:
        """Return how many entries are held without their bodies, because they came so."""
        row = self._connection.row("SELECT count(*) FROM bodiless")
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def bodiless(self, min_height: int, limit: int) -> list[EntryFact]:
        """Return entries, of at least a height, that are held without their bodies, by (author, seq)."""
        return [self.of_row(row) for row in self._connection.rows(_BODILESS, (min_height, limit))]

    def last_bodiless(self, author: MemberId) -> EntryFact | None:
        """Return the last entry of an author's feed that is held without its body; None for no such."""
        row = self._connection.row(_LAST_BODILESS, (self._numbers.member_no(author),))
        return None if row is None else self.of_row(row)

    def lowest_open_height(self) -> int | None:
        """Return the lowest height of a record that no block has decided; None if there is none."""
        row = self._connection.row("SELECT min(height) FROM facts WHERE level < 6")
        return None if row is None or row[0] is None else int(row[0])

    def rejected(self, limit: int) -> list[EntryFact]:
        """Return rejected records that no block has made void, by (author, seq, id)."""
        return sorted(map(self.of_row, self._connection.rows(_REJECTED, (limit,))), key=_author_and_place)

    def count_between(self, author: MemberId, first_seq: int, last_seq: int) -> int:
        """Return how many entries of a stretch of a feed are held, all branches."""
        row = self._connection.row(_COUNT, (self._numbers.member_no(author), first_seq, last_seq))
        assert row is not None, "an aggregate always has a row"
        return int(row[0])

    def of_row(self, row: Row) -> EntryFact:
        """Return the fact in a row of `_FIELDS`."""
        identity, author, seq, prev, time_ms, height, kind, level, applied, subject, moves = row[:11]
        return EntryFact(
            EntryId(identity),
            self._numbers.member(author),
            seq,
            NO_ENTRY if prev is None else EntryId(prev),
            time_ms,
            height,
            self._numbers.kind(kind),
            Level.WAITING if level is None else _LEVELS[level],
            bool(applied),
            None if subject is None else ObjectId(subject),
            None if moves is None else EntryId(moves),
        )

    def _record(self, row: Row) -> Record:
        identity, author, seq, prev_id, time_ms, height, kind = row[:7]
        n, prev, signature, header, body = row[11:]
        self._entries.rebuilt((n, identity, author, seq, prev, prev_id, time_ms, height, kind, signature, header, body))
        return Record(self.of_row(row), body_of(body))


# Calling the enum costs ten times as much as looking it up.
_LEVELS: Final = tuple(Level)


def body_of(body_bytes: bytes | None) -> dict[str, Value] | None:
    """Return the decoded body, None where it is missing or not a well-formed map."""
    if body_bytes is None:
        return None
    try:
        return decode_body(body_bytes)
    except RemoteProtocolError:
        return None


def _place(fact: EntryFact) -> tuple[int, EntryId]:
    return fact.seq, fact.id


def _author_and_place(fact: EntryFact) -> tuple[MemberId, int, EntryId]:
    return fact.author, fact.seq, fact.id

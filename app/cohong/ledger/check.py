"""The background check: every stored entry held against its id, its signature and its place; and the way back.

SQLCipher's MAC finds pages that the disk has changed, but not a change made through SQL, nor one in memory before the
page was written. The signed hashes do. What they cover is put back from a peer's copy of the entry; levels and objects
are not covered by a signature: they follow from the entries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from cohong.ledger.connection import Connection, Row
from cohong.ledger.entries import Entries
from cohong.ledger.errors import EntryDamaged, LedgerUnavailable
from cohong.ledger.numbers import Numbers
from cohong.ledger.reader import Reader
from cohong.primitives.entry import Entry, body_hash, entry_id, signed_bytes
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId

Verify = Callable[[MemberId, bytes, bytes], bool]
"""Whether a signature (last) is the member's signature of a message."""

Damage = Literal["content", "signature", "chain"]

_LINKS: Final = (
    "SELECT f.n, f.author, f.seq, f.prev, q.author, q.seq FROM facts f LEFT JOIN facts q ON q.n = f.prev"
    " WHERE f.n > ? AND f.n <= ?"
)


@dataclass(frozen=True, slots=True)
class DamagedEntry:
    """An entry that is not what was signed.

    Attributes:
        author, seq: its place in its feed, to ask a peer for; by its predecessor where its own columns are wrong.
        id: as stored, which may be what is damaged.
        n: its number, to look again after it has been healed.
        what: `content` (header or body do not hash to the id), `signature`, or `chain` (it does not follow its
            predecessor).
    """

    author: MemberId
    seq: int
    id: EntryId
    n: int
    what: Damage


@dataclass(frozen=True, slots=True)
class CheckedStretch:
    """What one step of the check found.

    Attributes:
        last_n: where to go on; as before if nothing was left.
        checked: entries looked at; fewer than asked for at the end.
    """

    last_n: int
    checked: int
    damaged: tuple[DamagedEntry, ...]


class Checker:
    """The check, on the reader's connection."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._entries = Entries(reader.connection, reader.numbers)

    def check_entries(self, after_n: int, limit: int, verify: Verify) -> CheckedStretch:
        """Look at up to `limit` entries after number `after_n`; 0 to begin. May be called from any thread."""
        with self._reader.snapshot() as connection:
            rows = self._entries.stretch(after_n, limit)
            if not rows:
                return CheckedStretch(after_n, 0, ())
            last_n = int(rows[-1][0])
            links = {row[0]: row for row in connection.rows(_LINKS, (after_n, last_n))}
            found = [self._damage(row, links[row[0]], verify) for row in rows]
        return CheckedStretch(last_n, len(rows), tuple(damage for damage in found if damage is not None))

    def _damage(self, row: Row, link: Row, verify: Verify) -> DamagedEntry | None:
        try:
            entry = self._entries.rebuilt(row)
        except EntryDamaged as error:
            author, seq = self._place(row, link, error)
            return DamagedEntry(author, seq, error.id, row[0], "content")
        header = entry.header
        if not verify(header.author, signed_bytes(entry.id), entry.signature):
            return DamagedEntry(header.author, header.seq, entry.id, row[0], "signature")
        return None if _follows(link) else DamagedEntry(header.author, header.seq, entry.id, row[0], "chain")

    def _place(self, row: Row, link: Row, error: EntryDamaged) -> tuple[MemberId, int]:
        """Return where a damaged entry belongs: after its predecessor if only that makes it whole, else as stored."""
        _, _, _, _, prev_author, prev_seq = link
        if prev_author is None:
            return error.author, error.seq
        moved = (*row[:2], prev_author, prev_seq + 1, *row[4:])
        try:
            header = self._entries.rebuilt(moved).header
        except EntryDamaged:
            return error.author, error.seq
        return header.author, header.seq


def _follows(link: Row) -> bool:
    _, author, seq, prev, prev_author, prev_seq = link
    if prev is None:
        return bool(seq == 0)
    return bool(prev_author == author and prev_seq == seq - 1)


class Healer:
    """Puts back what the check found damaged, on the writer's connection, within the caller's transaction."""

    def __init__(self, connection: Connection, numbers: Numbers, entries: Entries) -> None:
        self._connection = connection
        self._numbers = numbers
        self._entries = entries

    def heal(self, entry: Entry) -> bool:
        """Put the right bytes of an entry in the place of damaged ones; False if no row is the entry's.

        The caller has verified the entry's signature. A whole entry stays as it is.
        """
        assert entry_id(entry.header_bytes) == entry.id, "an entry's id is the hash of its header"
        assert entry.body_bytes is None or body_hash(entry.body_bytes) == entry.header.body_hash
        number = self._number_of(entry)
        if number is None:
            return False
        if entry.body_bytes is None and self._is_whole(number):
            # The copy has been stripped of a body that is still here.
            self._connection.run("UPDATE entries SET signature = ? WHERE n = ?", (entry.signature, number))
        else:
            self._write(number, entry)
        return True

    def _number_of(self, entry: Entry) -> int | None:
        """Return the number of the row that is, or was meant to be, this entry."""
        header = entry.header
        author = self._numbers.member_no(header.author)
        rows = (
            *self._connection.rows("SELECT f.n FROM facts f JOIN ids i ON i.no = f.n WHERE i.id = ?", (entry.id,)),
            *self._connection.rows("SELECT n FROM facts WHERE author = ? AND seq = ?", (author, header.seq)),
            *self._connection.rows("SELECT n FROM facts WHERE prev = ?", (self._prev_no(entry),)),
        )
        for (number,) in rows:
            if self._stored_id(number) == entry.id or not self._is_whole(number):
                return int(number)
        return None

    def _stored_id(self, number: int) -> bytes:
        row = self._connection.row("SELECT id FROM ids WHERE no = ?", (number,))
        return b"" if row is None else bytes(row[0])

    def _is_whole(self, number: int) -> bool:
        try:
            self._entries.rebuilt(self._entries.stretch(number - 1, 1)[0])
        except EntryDamaged:
            return False
        return True

    def _prev_no(self, entry: Entry) -> int | None:
        return None if entry.header.prev == NO_ENTRY else self._numbers.id_no(entry.header.prev)

    def _write(self, number: int, entry: Entry) -> None:
        header, body, prev = entry.header, entry.body_bytes, self._prev_no(entry)
        self._connection.run("UPDATE ids SET id = ? WHERE no = ? AND id <> ?", (entry.id, number, entry.id))
        self._connection.run(
            "UPDATE facts SET author = ?, seq = ?, time_ms = ?, height = ?, kind = ? WHERE n = ?",
            (self._numbers.intern_member(header.author), header.seq, header.time_ms, header.height,
             self._numbers.intern_kind(header.kind), number),
        )  # fmt: skip
        if prev is not None or header.prev == NO_ENTRY:
            self._connection.run("UPDATE facts SET prev = ? WHERE n = ?", (prev, number))
        self._connection.run(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?) ON CONFLICT (n) DO UPDATE SET signature = excluded.signature,"
            " header = excluded.header, body = excluded.body",
            (number, header.time_ms, entry.signature, entry.header_bytes if body is None else None, body),
        )
        self._entries.note_body(number, entry)


def damaged_pages(connection: Connection) -> list[str]:
    """Return what SQLCipher's own check of every page says is wrong; empty if nothing is.

    It reads the whole file. While a write-ahead log is pending it would give false alarms: that is moved in first.

    Raises:
        LedgerUnavailable: `locked`: a reader kept the log from being moved; try again.
    """
    if not connection.checkpoint():
        raise LedgerUnavailable("locked")
    return [str(row[0]) for row in connection.rows("PRAGMA cipher_integrity_check")]

"""Entries in and out: the signed bytes, rebuilt from their parts and checked against their id.

Nothing of the header is stored twice. It is built from the entry's row in `facts`, from the ids that this
row points to, and from the hash of the body; SHA-256 of the result must be the entry's id. So a wrong bit
anywhere in these is found whenever an entry is read, and half as many bytes are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cohong.ledger.connection import Connection, Row
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.numbers import BALLOT_NO, Numbers
from cohong.primitives.entry import SIGNATURE_BYTES, Entry, Header, body_hash, decode_header, encode_header, entry_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import ID_BYTES, NO_ENTRY, EntryId, MemberId, NetworkId
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import Placed

NETWORK_SETTING: Final = "ledger.network"

_ENTRY: Final = (
    "SELECT f.n, i.id, f.author, f.seq, f.prev, p.id, f.time_ms, f.height, f.kind, e.signature, e.header, e.body"
    " FROM facts f LEFT JOIN entries e ON e.n = f.n LEFT JOIN ids i ON i.no = f.n LEFT JOIN ids p ON p.no = f.prev"
)
_BY_NUMBER: Final = f"{_ENTRY} WHERE f.n = ?"
_OF_FEED: Final = f"{_ENTRY} WHERE f.author = ? AND f.seq BETWEEN ? AND ? ORDER BY f.seq"
_BALLOTS: Final = f"{_ENTRY} WHERE f.author = ? AND f.kind = {BALLOT_NO} ORDER BY f.seq"
_WHOLE_BALLOTS: Final = (
    f"{_ENTRY} WHERE f.author = ? AND f.kind = {BALLOT_NO} AND f.seq <= ? AND e.body IS NOT NULL ORDER BY f.seq LIMIT ?"
)
_BALLOTS_FROM: Final = f"{_ENTRY} WHERE f.n > ? AND f.kind = {BALLOT_NO} ORDER BY f.n LIMIT ?"
_BALLOTS_OF: Final = f"{_ENTRY} WHERE f.author = ? AND f.kind = {BALLOT_NO} AND f.n > ? ORDER BY f.seq"
_FROM_NUMBER: Final = f"{_ENTRY} WHERE f.n > ? ORDER BY f.n LIMIT ?"
_SEQ_MAX: Final = 2**63 - 1


class Entries:
    """Reads and writes of entries on one connection.

    Attributes:
        altered: (author, seq) of what `of_kinds` had to leave out.
    """

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers
        self._networks: tuple[NetworkId, ...] = ()
        self.altered = set[tuple[MemberId, int]]()
        connection.on_undo.append(self.forget)

    def networks(self) -> tuple[NetworkId, ...]:
        """Return the networks that the entries are of: one, or those that follow upon one another; () without any."""
        if not self._networks:
            row = self._connection.row("SELECT value FROM settings WHERE name = ?", (NETWORK_SETTING,))
            ids = bytes(row[0]) if row is not None else b""
            self._networks = tuple(NetworkId(ids[at : at + ID_BYTES]) for at in range(0, len(ids), ID_BYTES))
        return self._networks

    def forget(self) -> None:
        """Drop what is remembered: a transaction was undone."""
        self._networks = ()

    def forget_networks(self) -> None:
        """Forget which networks the entries were of, within the transaction that takes the entries out."""
        self.forget()
        self._connection.run("DELETE FROM settings WHERE name = ?", (NETWORK_SETTING,))

    def append(self, placed: Sequence[Placed], ids: dict[bytes, int]) -> None:
        """Write entries, in the order in which they were placed; `ids` has the numbers of all that they mention."""
        if not placed:
            return
        self._keep_networks(placed)
        self._connection.run_many(
            "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [self._fact_row(item, ids) for item in placed]
        )
        self._connection.run_many(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?)", [_entry_row(item, ids) for item in placed]
        )
        self._note_bodiless([(ids[item.fact.id], item.entry) for item in placed if item.entry.body_bytes is None])
        self._connection.run_many(
            "INSERT OR IGNORE INTO names VALUES (?, ?)",
            [(ids[name], ids[item.fact.id]) for item in placed if is_record(item.fact.kind) for name in item.names],
        )
        self._move_tips(placed, ids)
        self._connection.run(
            "UPDATE counts SET entries = entries + ?, records = records + ?, newest_ms = max(newest_ms, ?)",
            (
                len(placed),
                sum(is_record(item.fact.kind) for item in placed),
                max(item.fact.time_ms for item in placed),
            ),
        )

    def _keep_networks(self, placed: Sequence[Placed]) -> None:
        known = self.networks()
        found = tuple(dict.fromkeys([*known, *(item.entry.header.network for item in placed)]))
        if found != known:
            self._networks = found
            self._connection.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", (NETWORK_SETTING, b"".join(found)))

    def _note_bodiless(self, numbered: Sequence[tuple[int, Entry]]) -> None:
        self._connection.run_many(
            "INSERT OR IGNORE INTO bodiless VALUES (?, ?, ?)",
            [(n, self._numbers.intern_member(entry.header.author), entry.header.height) for n, entry in numbered],
        )

    def note_body(self, number: int, entry: Entry) -> None:
        """Note whether an entry has been put back with its body or without."""
        self._connection.run("DELETE FROM bodiless WHERE n = ?", (number,))
        if entry.body_bytes is None:
            self._note_bodiless([(number, entry)])

    def put_bodies(self, entries: Sequence[Entry]) -> None:
        """Give entries that came without their bodies what has come of them now."""
        numbers = [self._numbers.id_no(entry.id) for entry in entries]
        self._connection.run_many(
            "UPDATE entries SET header = NULL, body = ? WHERE n = ?",
            [(entry.body_bytes, n) for entry, n in zip(entries, numbers, strict=True)],
        )
        self._connection.run_many("DELETE FROM bodiless WHERE n = ?", [(n,) for n in numbers])

    def _fact_row(self, placed: Placed, ids: dict[bytes, int]) -> tuple[object, ...]:
        fact = placed.fact
        return (
            ids[fact.id],
            self._numbers.intern_member(fact.author),
            fact.seq,
            None if fact.prev == NO_ENTRY else ids[fact.prev],
            fact.time_ms,
            fact.height,
            self._numbers.intern_kind(fact.kind),
            int(fact.level) if is_record(fact.kind) else None,
            int(fact.applied),
            None if fact.object is None else ids[fact.object],
            None if fact.moves is None else ids[fact.moves],
        )

    def _move_tips(self, placed: Sequence[Placed], ids: dict[bytes, int]) -> None:
        followed = {item.fact.prev for item in placed}
        self._connection.run_many(
            "INSERT INTO tips VALUES (?)",
            [(ids[item.fact.id],) for item in placed if item.fact.id not in followed],
        )
        followed -= {item.fact.id for item in placed} | {NO_ENTRY}
        self._connection.run_many("DELETE FROM tips WHERE n = ?", [(ids[prev],) for prev in followed])

    def entry(self, identity: EntryId) -> Entry | None:
        """Return an entry's bytes, None if it is not held.

        Raises:
            EntryDamaged: which see.
        """
        number = self._numbers.id_no(identity)
        row = self._connection.row(_BY_NUMBER, (number,)) if number is not None else None
        return None if row is None else self.rebuilt(row)

    def ballots(self, voter: MemberId) -> Iterator[Entry]:
        """Return all ballot entries of a voter, by (seq, id)."""
        yield from self._in_order(_BALLOTS, (self._numbers.member_no(voter),))

    def whole_ballots(self, voter: MemberId, last_seq: int, limit: int) -> list[Entry]:
        """Return the first ballots of a voter, up to a place of its feed, whose bodies are held."""
        rows = self._connection.rows(_WHOLE_BALLOTS, (self._numbers.member_no(voter), last_seq, limit))
        return [self.rebuilt(row) for row in rows]

    def drop_bodies(self, entries: Sequence[Entry]) -> None:
        """Keep of these entries what their feeds and signatures need, not what they say."""
        self._connection.run_many(
            "UPDATE entries SET header = ?, body = NULL WHERE n = ?",
            [(entry.header_bytes, self._numbers.id_no(entry.id)) for entry in entries],
        )

    def of_kinds(self, kinds: Sequence[str], min_height: int) -> list[Entry]:
        """Return the entries of some kinds without votes, from a height on, by (author, seq, id).

        Altered ones are left out and noted: a start reads all of these, and must not fail for one of them.
        """
        named = f"SELECT no FROM kinds WHERE name IN ({', '.join('?' * len(kinds))})"
        where = f"f.level IS NULL AND f.kind <> 1 AND f.kind IN ({named}) AND f.height >= ?"
        found = list[Entry]()
        for row in self._connection.rows(f"{_ENTRY} WHERE {where}", (*kinds, min_height)):
            try:
                found.append(self.rebuilt(row))
            except EntryDamaged as error:
                self.altered.add((error.author, error.seq))
        return sorted(found, key=lambda entry: (entry.header.author, entry.header.seq, entry.id))

    def entries_from(
        self, author: MemberId, first_seq: int, *, bytes_max: int, last_seq: int | None = None
    ) -> list[Entry]:
        """Return entries of a feed from a seq on, by (seq, id), of at most `bytes_max` together but at
        least one.

        Raises:
            EntryDamaged: the first of them is damaged. One further on ends the list before it.
        """
        found: list[Entry] = []
        size = 0
        last = _SEQ_MAX if last_seq is None else last_seq
        entries = self._in_order(_OF_FEED, (self._numbers.member_no(author), first_seq, last))
        try:
            for entry in entries:
                size += entry.size
                if found and size > bytes_max:
                    break
                found.append(entry)
        except EntryDamaged:
            if not found:
                raise
        return found

    def stretch(self, after_n: int, limit: int) -> list[Row]:
        """Return the rows of at most `limit` entries after a number, for `rebuilt`."""
        return self._connection.rows(_FROM_NUMBER, (after_n, limit))

    def ballots_after(self, after_n: int, limit: int) -> list[Row]:
        """Return the rows of at most `limit` ballots after a number, for `rebuilt`."""
        return self._connection.rows(_BALLOTS_FROM, (after_n, limit))

    def ballots_of(self, voter: MemberId, after_n: int) -> Iterator[Row]:
        """Yield the rows of a voter's ballots after a number, by seq, for `rebuilt`."""
        yield from self._connection.each(_BALLOTS_OF, (self._numbers.member_no(voter), after_n))

    def _in_order(self, sql: str, values: Sequence[object]) -> Iterator[Entry]:
        """Yield entries in the order (seq, id), where the query gives them in the order of seq."""
        same_seq: list[Row] = []
        for row in self._connection.each(sql, values):
            if same_seq and same_seq[0][3] != row[3]:
                yield from map(self.rebuilt, sorted(same_seq, key=_identity))
                same_seq = []
            same_seq.append(row)
        yield from map(self.rebuilt, sorted(same_seq, key=_identity))

    def rebuilt(self, row: Row) -> Entry:
        """Return the entry in a row of `stretch`.

        Raises:
            EntryDamaged: its parts do not hash to its id, or a part is missing.
        """
        _, identity, author, seq, prev, prev_id, time_ms, height, kind, signature, header_bytes, body = row
        whole = (
            type(identity) is bytes
            and type(signature) is bytes
            and len(signature) == SIGNATURE_BYTES
            and (prev is None or type(prev_id) is bytes)
        )
        member, kind_name = self._numbers.member_or_none(author), self._numbers.kind_or_none(kind)
        if not whole or member is None or kind_name is None:
            raise EntryDamaged(member or MemberId(b""), seq, EntryId(identity or b""))
        if body is None:
            return _without_body(header_bytes, signature, member, seq, EntryId(identity))
        prev_entry, hashed = EntryId(prev_id) if prev is not None else NO_ENTRY, body_hash(body)
        for network in self._networks_to_try():
            header = Header(network, member, seq, prev_entry, height, time_ms, kind_name, hashed, len(body))
            built = encode_header(header)
            if entry_id(built) == identity:
                return Entry(header, built, EntryId(identity), signature, body)
        raise EntryDamaged(member, seq, EntryId(identity))

    def _networks_to_try(self) -> Iterator[NetworkId]:
        """Yield the networks that an entry may be of; its id tells which. Another connection may have added one."""
        known = self.networks()
        yield from known
        self.forget()
        yield from self.networks()[len(known) :]


def _entry_row(placed: Placed, ids: dict[bytes, int]) -> tuple[object, ...]:
    entry = placed.entry
    header = entry.header_bytes if entry.body_bytes is None else None
    return (ids[entry.id], placed.received_ms, entry.signature, header, entry.body_bytes)


def _without_body(header_bytes: object, signature: bytes, member: MemberId, seq: int, identity: EntryId) -> Entry:
    if type(header_bytes) is not bytes or entry_id(header_bytes) != identity:
        raise EntryDamaged(member, seq, identity)
    try:
        header = decode_header(header_bytes)
    except RemoteProtocolError as error:
        raise EntryDamaged(member, seq, identity) from error
    return Entry(header, header_bytes, identity, signature, None)


def _identity(row: Row) -> bytes:
    return row[1] or b""

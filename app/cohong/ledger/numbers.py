"""Interned members, kinds and ids: small integers for what stands in many rows.

Numbers are never reused within a ledger. What was looked up is remembered; after a failed transaction the
memory is dropped, since the numbers given out in it are gone too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cohong.ledger.connection import Connection
from cohong.ledger.errors import LedgerDamaged
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import BALLOT

BALLOT_NO: Final = 1
"""Number of the kind `ballot`, fixed by the schema for the index of ballots."""

RECENT_IDS_MAX: Final = 20_000
"""Ids remembered in each of two generations: some 8 MB together."""


class Numbers:
    """The numbers of one connection. Only the writer's gives out new ones."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.forget()
        connection.on_undo.append(self.forget)

    def forget(self) -> None:
        """Drop what is remembered: a transaction was undone."""
        self._member_of: dict[int, MemberId] = {}
        self._number_of_member: dict[MemberId, int] = {}
        self._kind_of: dict[int, str] = {BALLOT_NO: BALLOT}
        self._number_of_kind: dict[str, int] = {BALLOT: BALLOT_NO}
        self._recent: dict[bytes, int] = {}
        self._older: dict[bytes, int] = {}
        self._next: int | None = None

    def member(self, number: int) -> MemberId:
        """Return the member with a number that the ledger has given out."""
        found = self.member_or_none(number)
        if found is None:
            raise LedgerDamaged("a row names a member that is not there")
        return found

    def member_or_none(self, number: int) -> MemberId | None:
        """Return the member with this number, None if there is none."""
        found = self._member_of.get(number)
        if found is None:
            row = self._connection.row("SELECT id FROM members WHERE no = ?", (number,))
            if row is not None:
                found = self._remember_member(number, MemberId(row[0]))
        return found

    def member_no(self, member: MemberId) -> int | None:
        """Return the member's number, None if it has none."""
        found = self._number_of_member.get(member)
        if found is None:
            row = self._connection.row("SELECT no FROM members WHERE id = ?", (member,))
            if row is not None:
                found = int(row[0])
                self._remember_member(found, member)
        return found

    def intern_member(self, member: MemberId) -> int:
        """Return the member's number, giving it one if need be."""
        number = self.member_no(member)
        if number is None:
            row = self._connection.row("INSERT INTO members (id) VALUES (?) RETURNING no", (member,))
            assert row is not None, "an insert returns its row"
            number = int(row[0])
            self._remember_member(number, member)
        return number

    def _remember_member(self, number: int, member: MemberId) -> MemberId:
        self._member_of[number] = member
        self._number_of_member[member] = number
        return member

    def kind(self, number: int) -> str:
        """Return the kind with a number that the ledger has given out."""
        found = self.kind_or_none(number)
        if found is None:
            raise LedgerDamaged("a row names a kind that is not there")
        return found

    def kind_or_none(self, number: int) -> str | None:
        """Return the kind with this number, None if there is none."""
        found = self._kind_of.get(number)
        if found is None:
            row = self._connection.row("SELECT name FROM kinds WHERE no = ?", (number,))
            if row is not None:
                found = self._kind_of[number] = str(row[0])
        return found

    def intern_kind(self, kind: str) -> int:
        """Return the kind's number, giving it one if need be."""
        number = self._number_of_kind.get(kind)
        if number is None:
            self._connection.run("INSERT OR IGNORE INTO kinds (name) VALUES (?)", (kind,))
            row = self._connection.row("SELECT no FROM kinds WHERE name = ?", (kind,))
            assert row is not None, "it has just been put there"
            number = self._number_of_kind[kind] = int(row[0])
        return number

    def id_no(self, identity: bytes) -> int | None:
        """Return the number of a 32-byte id, None if it has none."""
        found = self._recent.get(identity)
        if found is None:
            found = self._older.get(identity)
        if found is None:
            row = self._connection.row("SELECT no FROM ids WHERE id = ?", (identity,))
            if row is not None:
                found = int(row[0])
                self._remember_id(identity, found)
        return found

    def intern_ids(self, identities: Iterable[bytes]) -> dict[bytes, int]:
        """Return the number of each id, giving one to those that have none."""
        numbers: dict[bytes, int] = {}
        new: list[tuple[int, bytes]] = []
        for identity in identities:
            if identity in numbers:
                continue
            number = self.id_no(identity)
            if number is None:
                number = self._next_no()
                new.append((number, identity))
            numbers[identity] = number
        self._connection.run_many("INSERT INTO ids VALUES (?, ?)", new)
        for number, identity in new:
            self._remember_id(identity, number)
        return numbers

    def _next_no(self) -> int:
        if self._next is None:
            row = self._connection.row("SELECT coalesce(max(no), 0) FROM ids")
            assert row is not None, "an aggregate always has a row"
            self._next = int(row[0])
        self._next += 1
        return self._next

    def _remember_id(self, identity: bytes, number: int) -> None:
        if len(self._recent) >= RECENT_IDS_MAX:
            self._older, self._recent = self._recent, {}
        self._recent[identity] = number

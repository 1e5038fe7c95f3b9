"""Small things that are remembered by name, and the address book."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cohong.ledger.connection import Connection
from cohong.ledger.entries import NETWORK_SETTING
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import MemberId

ANSWERS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class KnownPeer:
    """Where a member's node was last found.

    Attributes:
        last_seen_ms: UTC milliseconds, 0 for never.
    """

    member: MemberId
    addresses: tuple[str, ...]
    last_seen_ms: int


class Settings:
    """Reads and writes of settings, peers and answers given, on the writer's connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def get(self, name: str) -> bytes | None:
        """Return a setting, None if it was never set."""
        row = self._connection.row("SELECT value FROM settings WHERE name = ?", (name,))
        return None if row is None else bytes(row[0])

    def under(self, prefix: str) -> list[tuple[str, bytes]]:
        """Return the settings whose names begin so, by name."""
        query = "SELECT name, value FROM settings WHERE substr(name, 1, ?) = ?"
        rows = self._connection.rows(query, (len(prefix), prefix))
        return sorted((name, bytes(value)) for name, value in rows)

    def remove(self, name: str) -> None:
        """Forget a setting; one that was never set is forgotten already."""
        assert name != NETWORK_SETTING, "the ledger's own"
        with self._connection.transaction():
            self._connection.run("DELETE FROM settings WHERE name = ?", (name,))

    def put(self, name: str, value: bytes) -> None:
        """Remember a setting under a name of the caller's choice."""
        assert name != NETWORK_SETTING, "the ledger's own"
        with self._connection.transaction():
            self.put_many([(name, value)])

    def put_many(self, settings: Sequence[tuple[str, bytes]]) -> None:
        """Remember settings within the transaction of what they go with."""
        self._connection.run_many("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings)

    def peers(self) -> list[KnownPeer]:
        """Return the address book, by member."""
        rows = self._connection.rows("SELECT member, addresses, last_seen_ms FROM peers")
        found = [
            KnownPeer(self._numbers.member(member), tuple(json.loads(addresses)), int(last_seen_ms))
            for member, addresses, last_seen_ms in rows
        ]
        return sorted(found, key=lambda peer: peer.member)

    def put_peer(self, member: MemberId, addresses: Sequence[str], last_seen_ms: int) -> None:
        """Replace what is remembered of a member's addresses."""
        with self._connection.transaction():
            number = self._numbers.intern_member(member)
            self._connection.run(
                "INSERT OR REPLACE INTO peers VALUES (?, ?, ?)", (number, json.dumps(list(addresses)), last_seen_ms)
            )

    def put_answers(self, answers: Sequence[tuple[str, bytes]]) -> None:
        """Remember what was answered to requests with a key, within the transaction that carries them out."""
        if not answers:
            return
        self._connection.run_many("INSERT OR REPLACE INTO answers (key, answer) VALUES (?, ?)", answers)
        self._connection.run("DELETE FROM answers WHERE no <= (SELECT max(no) FROM answers) - ?", (ANSWERS_KEPT,))

    def answer_for(self, key: str) -> bytes | None:
        """Return what was answered to the request with this key, None if it was never carried out."""
        row = self._connection.row("SELECT answer FROM answers WHERE key = ?", (key,))
        return None if row is None else bytes(row[0])

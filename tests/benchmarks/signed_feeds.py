"""Feeds of made-up members as a ledger keeps them: signed and linked, a row here and there for each entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.crypto.signing import SigningKey
from cohong.ledger.connection import Connection
from cohong.ledger.entries import NETWORK_SETTING
from cohong.ledger.numbers import Numbers
from cohong.node.signed_entry import signed_entry
from cohong.primitives.encoding import Value
from cohong.primitives.entry import SALT_BYTES, Entry
from cohong.primitives.ids import NetworkId

ANCHORED: Final = 6
_FACT: Final = "INSERT INTO facts VALUES (?, ?, ?, ?, ?, 0, ?, ?, 1, ?, ?)"
_ENTRY: Final = "INSERT INTO entries VALUES (?, 0, ?, NULL, ?)"


@dataclass(frozen=True, slots=True)
class Written:
    """An entry with its number in the ledger."""

    no: int
    entry: Entry


@dataclass(slots=True)
class SignedFeeds:
    """Writes entries to the end of feeds.

    Attributes:
        keys: by the member's number.
        last: likewise the end of its feed, once it has one.
    """

    writer: Connection
    numbers: Numbers
    network: NetworkId
    keys: Mapping[int, SigningKey]
    next_no: int
    last: dict[int, Written] = field(default_factory=dict)
    _facts: list[tuple[object, ...]] = field(default_factory=list)
    _ids: list[tuple[int, bytes]] = field(default_factory=list)
    _entries: list[tuple[object, ...]] = field(default_factory=list)
    _names: list[tuple[int, int]] = field(default_factory=list)

    def write(
        self,
        author: int,
        kind: str,
        fields: Mapping[str, Value],
        time_ms: int,
        *,
        about: int | None = None,
        names: Sequence[Written] = (),
        moves: Written | None = None,
    ) -> Written:
        """Return the next entry of a member's feed; `about` is the number of its object, its own where that is None.

        Times do not grow along a feed, since what is written about one obligation is written together.
        """
        no, last = self.next_no, self.last.get(author)
        self.next_no += 1
        body: dict[str, Value] = {"salt": no.to_bytes(SALT_BYTES, "big"), **fields}
        if names:
            body["names"] = [item.entry.id for item in names]
        after = last.entry if last is not None else None
        entry = signed_entry(self.keys[author], self.network, kind, body, height=0, time_ms=time_ms, after=after)
        self._ids.append((no, entry.id))
        self._facts.append(
            (
                no, author, entry.header.seq, last.no if last is not None else None, time_ms,
                self.numbers.intern_kind(kind), ANCHORED, no if about is None else about,
                moves.no if moves is not None else None,
            )
        )  # fmt: skip
        self._entries.append((no, entry.signature, entry.body_bytes))
        self._names += ((item.no, no) for item in names)
        self.last[author] = Written(no, entry)
        return self.last[author]

    def put(self) -> None:
        """Put what has been written since into the ledger, within the caller's transaction."""
        self.writer.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", (NETWORK_SETTING, self.network))
        self.writer.run_many("INSERT INTO ids VALUES (?, ?)", self._ids)
        self.writer.run_many(_FACT, self._facts)
        self.writer.run_many(_ENTRY, self._entries)
        self.writer.run_many("INSERT INTO names VALUES (?, ?)", self._names)
        newest_ms = max((int(str(fact[4])) for fact in self._facts), default=0)
        self.writer.run(
            "UPDATE counts SET entries = entries + ?1, records = records + ?1, newest_ms = max(newest_ms, ?2)",
            (len(self._facts), newest_ms),
        )
        self._ids, self._facts, self._entries, self._names = [], [], [], []

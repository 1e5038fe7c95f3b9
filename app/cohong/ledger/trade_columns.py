"""All trade of the book as columns of numbers: what reputation beyond one member is computed from.

A row an object would be too much for a million of them, so that what is here are arrays, read in the order in which the
tables lie on the disk. Members, obligations and entries are the ledger's own numbers; days are ordinals.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias, cast

from cohong.book.question import day_of
from cohong.ledger.book_lines import ACCEPTED
from cohong.ledger.connection import Connection
from cohong.ledger.days import day_no
from cohong.ledger.facts import body_of
from cohong.ledger.reader import Reader
from cohong.primitives.entry import names_of
from cohong.primitives.ids import MemberId, ObjectId

Column: TypeAlias = "array[int]"

_CHUNK: Final = 10_000
_OBLIGATIONS: Final = (
    "SELECT currency, no, debtor, holder, received, coalesce(received_on, -1), set_off,"
    " amount - assigned - received - set_off - written_off, issued, due, grace,"
    " written_off > 0 OR state IN (6, 7), state IN (4, 5)"
    f" FROM obligations WHERE {ACCEPTED} AND version IS NOT NULL AND amount > assigned"
)
_RECEIPTS: Final = (
    "SELECT n, author, object FROM facts WHERE applied = 1"
    " AND kind IN (SELECT no FROM kinds WHERE name IN ('credit.receipt', 'credit.recover'))"
)
_BODIES: Final = "SELECT n, body FROM entries WHERE n IN (SELECT value FROM json_each(?))"
# Of what has changed hands it is not known who held it when the round was; that is nobody's.
_APPLIED: Final = (
    "SELECT f.time_ms, e.body FROM facts f JOIN entries e ON e.n = f.n"
    " WHERE f.applied = 1 AND f.kind = (SELECT no FROM kinds WHERE name = 'netting.apply')"
)
_JOINED: Final = (
    "SELECT o.no, o.debtor, o.holder, o.currency FROM ids i JOIN facts f ON f.n = i.no JOIN obligations o"
    " ON o.no = f.object WHERE i.id = ? AND f.applied = 1 AND NOT EXISTS (SELECT 1 FROM facts t JOIN kinds k"
    " ON k.no = t.kind WHERE t.object = o.no AND t.applied = 1 AND k.name IN ('credit.assign', 'credit.subrogate'))"
)
_ENDORSEMENTS: Final = (
    "SELECT e.author, e.member, e.score, f.time_ms FROM endorsements e JOIN facts f ON f.n = e.version"
)


@dataclass(frozen=True, slots=True)
class ObligationColumns:
    """Whatever has been owed, all columns of one length; amounts in minor units.

    Attributes:
        codes: currencies; `currencies` has places in it.
        holders: to whom each is owed today.
        received_on: of the last receipt or set-off; -1 before there is any.
        outstanding: of the amount as last agreed, without what was sold on in parts.
        is_lost: 1 where its holder has given something up, come back later or not.
        is_defaulted: 1 where it is in default, or was paid after one.
    """

    codes: tuple[str, ...]
    currencies: Column
    numbers: Column
    debtors: Column
    holders: Column
    received: Column
    received_on: Column
    set_off: Column
    outstanding: Column
    issued: Column
    due: Column
    grace: Column
    is_lost: Column
    is_defaulted: Column


@dataclass(frozen=True, slots=True)
class ReceiptColumns:
    """Receipts that are part of the book, of what was recovered among them: entry, who received it, obligation."""

    entries: Column
    receivers: Column
    obligations: Column


@dataclass(frozen=True, slots=True)
class SetOffRow:
    """What a netting round took off an obligation that has never changed hands."""

    obligation: int
    debtor: int
    holder: int
    currency: str
    minor: int
    day: int


@dataclass(frozen=True, slots=True)
class EndorsementColumns:
    """The latest word of each member on another: who, on whom, -10 to +10, when."""

    raters: Column
    subjects: Column
    scores: Column
    times_ms: Column


class TradeColumns:
    """Questions about all trade at once. Ask within one snapshot of a `StillReader` for answers that fit together."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers

    def revision(self) -> int:
        """Return a number that changes whenever another connection has changed the file."""
        row = self._reader.connection.row("PRAGMA data_version")
        assert row is not None, "the pragma always answers"
        return int(row[0])

    def obligations(self) -> ObligationColumns:
        """Return every obligation that was accepted, in the order of their rows."""
        codes: dict[str, int] = {}
        with self._reader.snapshot() as connection:
            currencies, *columns = _read(connection, _OBLIGATIONS, 13, codes)
        return ObligationColumns(tuple(codes), currencies, *columns)

    def disputed(self) -> set[int]:
        """Return the numbers of what an open dispute is about."""
        with self._reader.snapshot() as connection:
            return {int(row[0]) for row in connection.rows("SELECT about FROM open_disputes")}

    def receipts(self) -> ReceiptColumns:
        """Return every receipt, in the order in which they came."""
        with self._reader.snapshot() as connection:
            return ReceiptColumns(*_read(connection, _RECEIPTS, 3))

    def payments(self, entries: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Yield entry, amount and value date of receipts, in any order; whose bodies are gone are left out."""
        for start in range(0, len(entries), _CHUNK):
            some = list(entries[start : start + _CHUNK])
            with self._reader.snapshot() as connection:
                rows = connection.rows(_BODIES, (json.dumps(some),))
            for number, body_bytes in rows:
                body = body_of(body_bytes)
                if body is not None:
                    yield number, cast(int, body["amount"]), day_no(cast(str, body["value_date"]))

    def set_offs(self) -> list[SetOffRow]:
        """Return what netting rounds have cleared."""
        found = []
        with self._reader.snapshot() as connection:
            for time_ms, body_bytes in connection.rows(_APPLIED):
                body = body_of(body_bytes)
                assert body is not None, "what is part of the book was well-formed"
                day, sums = day_no(day_of(time_ms)), cast("list[int]", body["set_offs"])
                for join, minor in zip(names_of(body)[1:], sums, strict=True):
                    for number, debtor, holder, currency in connection.rows(_JOINED, (join,)):
                        found.append(SetOffRow(number, debtor, holder, currency, minor, day))
        return found

    def endorsements(self) -> EndorsementColumns:
        """Return what members say of each other."""
        with self._reader.snapshot() as connection:
            return EndorsementColumns(*_read(connection, _ENDORSEMENTS, 4))

    def members(self) -> dict[int, MemberId]:
        """Return every member that the ledger has heard of, by number."""
        with self._reader.snapshot() as connection:
            return {number: MemberId(identity) for number, identity in connection.rows("SELECT no, id FROM members")}

    def ids(self, numbers: Sequence[int]) -> dict[int, ObjectId]:
        """Return the ids of objects by their numbers."""
        with self._reader.snapshot() as connection:
            query = "SELECT no, id FROM ids WHERE no IN (SELECT value FROM json_each(?))"
            return {number: ObjectId(identity) for number, identity in connection.rows(query, (json.dumps(numbers),))}


def _read(connection: Connection, sql: str, width: int, codes: dict[str, int] | None = None) -> list[Column]:
    """Return the columns of a query; with `codes` the first is text, told by the places that texts get in it."""
    columns = [array("q") for _ in range(width)]
    rows = connection.each(sql)
    while chunk := list(islice(rows, _CHUNK)):
        texts, *_ = values = list(zip(*chunk, strict=True))
        if codes is not None:
            values[0] = tuple(codes.setdefault(text, len(codes)) for text in texts)
        for column, some in zip(columns, values, strict=True):
            column.extend(some)
    return columns

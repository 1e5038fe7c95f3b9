"""Guarantees, pools and what is pledged in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.numbers import Numbers
from cohong.ledger.obligations import ids_in
from cohong.ledger.reader import Reader
from cohong.primitives.ids import EntryId, MemberId, ObjectId

GUARANTEE: Final = (
    "SELECT i.id, v.id, g.guarantor, g.debtor, g.beneficiary, g.currency, g.cap, g.until, g.says, g.paid, g.answered"
    " FROM guarantees g JOIN ids i ON i.no = g.no JOIN ids v ON v.no = g.version"
)
POOL: Final = (
    "SELECT i.id, v.id, p.keeper, p.name, p.currency, p.drawn, p.by_debtor, p.answered FROM pools p"
    " JOIN ids i ON i.no = p.no JOIN ids v ON v.no = p.version"
)
PLEDGE: Final = (
    "SELECT i.id, v.id, o.id, l.member, l.cap, l.until FROM pledges l JOIN ids i ON i.no = l.no"
    " JOIN ids v ON v.no = l.version JOIN ids o ON o.no = l.pool"
)


class Covers:
    """Reads and writes of guarantees, pools and pledges on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def put(self, item: Guarantee | Pool | Pledge, ids: Mapping[bytes, int]) -> None:
        """Replace one of these, by its id."""
        known, member = (ids[item.id], ids[item.version]), self._numbers.intern_member
        match item:
            case Guarantee():
                self._put("guarantees", *known, *map(member, (item.guarantor, item.debtor, item.beneficiary)),
                          item.currency, item.cap_minor, day_no(item.until), item.says, item.paid_minor,
                          b"".join(item.answered))  # fmt: skip
            case Pool():
                self._put("pools", *known, member(item.keeper), item.name, item.currency, _pairs_text(item.drawn),
                          _pairs_text(item.by_debtor), b"".join(item.answered))  # fmt: skip
            case Pledge():
                self._put("pledges", *known, self._numbers.id_no(item.pool), member(item.member), item.cap_minor,
                          day_no(item.until))  # fmt: skip

    def _put(self, table: str, *values: object) -> None:
        places = ", ".join("?" * len(values))
        self._connection.run(f"INSERT OR REPLACE INTO {table} VALUES ({places})", values)

    def guarantee_of_row(self, row: Row) -> Guarantee:
        """Return the guarantee in a row of GUARANTEE."""
        identity, version, guarantor, debtor, beneficiary, currency, cap, until, says, paid, answered = row
        member = self._numbers.member
        return Guarantee(
            ObjectId(identity), EntryId(version), member(guarantor), member(debtor), member(beneficiary), currency, cap,
            day_text(until), says, paid, tuple(map(EntryId, ids_in(answered))),
        )  # fmt: skip

    def pool_of_row(self, row: Row) -> Pool:
        """Return the pool in a row of POOL."""
        identity, version, keeper, name, currency, drawn, by_debtor, answered = row
        return Pool(
            ObjectId(identity), EntryId(version), self._numbers.member(keeper), name, currency,
            tuple((ObjectId(key), minor) for key, minor in _pairs(drawn)),
            tuple((MemberId(key), minor) for key, minor in _pairs(by_debtor)), tuple(map(EntryId, ids_in(answered))),
        )  # fmt: skip

    def pledge_of_row(self, row: Row) -> Pledge:
        """Return the pledge in a row of PLEDGE."""
        identity, version, pool, member, cap, until = row
        return Pledge(
            ObjectId(identity), EntryId(version), ObjectId(pool), self._numbers.member(member), cap, day_text(until)
        )  # fmt: skip

    def all(self) -> AllCovers:
        """Return all guarantees, pools and pledges, by id."""
        rows = self._connection.rows
        # The plus: else SQLite goes through the ids of all entries to find these few in order.
        return AllCovers(
            [self.guarantee_of_row(row) for row in rows(f"{GUARANTEE} ORDER BY +i.id")],
            [self.pool_of_row(row) for row in rows(f"{POOL} ORDER BY +i.id")],
            [self.pledge_of_row(row) for row in rows(f"{PLEDGE} ORDER BY +i.id")],
        )


@dataclass(frozen=True, slots=True)
class AllCovers:
    """Everything that somebody stands for."""

    guarantees: list[Guarantee]
    pools: list[Pool]
    pledges: list[Pledge]


class CoverViews:
    """Questions about guarantees and pools, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._covers = Covers(reader.connection, reader.numbers)

    def covers(self) -> AllCovers:
        """Return all guarantees, pools and pledges, by id."""
        with self._reader.snapshot():
            return self._covers.all()


def _pairs_text(pairs: tuple[tuple[bytes, int], ...]) -> str:
    return json.dumps([[key.hex(), minor] for key, minor in pairs], separators=(",", ":"))


def _pairs(text: str) -> list[tuple[bytes, int]]:
    return [(bytes.fromhex(key), minor) for key, minor in json.loads(text)]

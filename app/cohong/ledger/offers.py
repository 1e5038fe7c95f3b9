"""Offers to sell and to buy receivables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cohong.book.objects import Offer
from cohong.ledger.connection import Connection, Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.numbers import Numbers
from cohong.primitives.ids import EntryId, ObjectId

OFFER: Final = (
    "SELECT i.id, v.id, o.id, w.id, f.author, f.side, f.amount, f.price, f.recourse, f.valid_until FROM offers f"
    " JOIN ids i ON i.no = f.no JOIN ids v ON v.no = f.version JOIN ids o ON o.no = f.obligation"
    " JOIN ids w ON w.no = f.of_version"
)


class Offers:
    """Reads and writes of offers on one connection."""

    def __init__(self, connection: Connection, numbers: Numbers) -> None:
        self._connection = connection
        self._numbers = numbers

    def put(self, offers: Sequence[Offer], ids: Mapping[bytes, int]) -> None:
        """Replace offers, each by its id."""
        self._connection.run_many(
            "INSERT OR REPLACE INTO offers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (ids[item.id], ids[item.version], self._numbers.id_no(item.obligation),
                 self._numbers.id_no(item.obligation_version), self._numbers.intern_member(item.author), item.side,
                 item.amount_minor, item.price_minor, int(item.recourse), day_no(item.valid_until))
                for item in offers
            ],
        )  # fmt: skip

    def of_row(self, row: Row) -> Offer:
        """Return the offer in a row of OFFER."""
        identity, version, obligation, of_version, author, side, amount, price, recourse, valid_until = row
        return Offer(
            ObjectId(identity), EntryId(version), ObjectId(obligation), EntryId(of_version),
            self._numbers.member(author), side, amount, price, bool(recourse), day_text(valid_until),
        )  # fmt: skip

    def on(self, obligation: ObjectId) -> list[Offer]:
        """Return the offers that stand on an obligation, by id, whatever version they are for."""
        values = (self._numbers.id_no(obligation),)
        return [
            self.of_row(row) for row in self._connection.rows(f"{OFFER} WHERE f.obligation = ? ORDER BY i.id", values)
        ]

"""The board: receivables that are offered for sale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from cohong.ledger.connection import Row
from cohong.ledger.days import day_no, day_text
from cohong.ledger.numbers import Numbers
from cohong.ledger.reader import Reader
from cohong.primitives.ids import EntryId, MemberId, ObjectId

BoardFilter = Literal["all", "own", "others"]
BoardSort = Literal["newest", "due", "amount", "discount"]

# An offer is for one version: whatever has moved the obligation since has ended it.
_FROM: Final = (
    " FROM offers f JOIN obligations b ON b.no = f.obligation AND b.version = f.of_version"
    " WHERE f.side = 'sell' AND f.valid_until >= :today AND b.state IN (1, 4)"
)
_ROWS: Final = (
    "SELECT v.id, o.id, b.reference, b.holder, b.debtor, b.currency, f.amount, f.price, f.recourse, f.valid_until,"
    " b.due, EXISTS (SELECT 1 FROM open_disputes d WHERE d.about = b.no),"
    " (SELECT count(*) FROM offers g WHERE g.obligation = b.no AND g.of_version = b.version AND g.side = 'buy'"
    " AND g.valid_until >= :today)"
) + _FROM.replace(" WHERE", " JOIN ids v ON v.no = f.version JOIN ids o ON o.no = b.no WHERE", 1)

_BIDS: Final = (
    "SELECT v.id, o.id, b.reference, f.author, b.holder, b.debtor, b.currency, f.amount, f.price, f.recourse,"
    " f.valid_until, b.due, EXISTS (SELECT 1 FROM open_disputes d WHERE d.about = b.no)"
    + _FROM.replace("'sell'", "'buy'").replace(
        " WHERE", " JOIN ids v ON v.no = f.version JOIN ids o ON o.no = b.no WHERE", 1
    )
    + " AND :me IN (f.author, b.holder) ORDER BY f.no DESC LIMIT :count"
)

_FILTERS: Final[dict[BoardFilter, str]] = {"all": "", "own": " AND f.author = :me", "others": " AND f.author <> :me"}
_SORTS: Final[dict[BoardSort, str]] = {
    "newest": "f.no DESC",
    "due": "b.due, f.no DESC",
    "amount": "b.currency, f.amount DESC, f.no DESC",
    # What is due already has no yearly discount.
    "discount": "b.due <= :today, (f.amount - f.price) * 1.0 / (f.amount * max(1, b.due - :today)) DESC, f.no DESC",
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An offer to sell that is good.

    Attributes:
        amount_minor, price_minor: how much of what is owed, and what is asked for it.
        bids: binding offers to buy that are good, for any part of it.
    """

    offer: EntryId
    obligation: ObjectId
    reference: str
    holder: MemberId
    debtor: MemberId
    currency: str
    amount_minor: int
    price_minor: int
    recourse: bool
    valid_until: str
    due: str
    is_disputed: bool
    bids: int


@dataclass(frozen=True, slots=True)
class Bid:
    """A binding offer to buy that is good, which a member has made or got."""

    offer: EntryId
    obligation: ObjectId
    reference: str
    buyer: MemberId
    holder: MemberId
    debtor: MemberId
    currency: str
    amount_minor: int
    price_minor: int
    recourse: bool
    valid_until: str
    due: str
    is_disputed: bool


class MarketViews:
    """Questions about what is for sale, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers: Numbers = reader.numbers

    def board(
        self, which: BoardFilter, sort: BoardSort, *, currency: str, me: MemberId, today: str, first: int, count: int
    ) -> tuple[int, list[BoardRow]]:
        """Return how many offers there are under a filter, and a stretch of them.

        Args:
            currency: the only one that is meant; empty for all.
            today: the UTC day.
        """
        where = _FILTERS[which] + (" AND b.currency = :currency" if currency else "")
        with self._reader.snapshot() as connection:
            values = {"me": self._numbers.member_no(me) or 0, "today": day_no(today), "currency": currency}
            total = connection.row(f"SELECT count(*){_FROM}{where}", values)
            rows = connection.rows(
                f"{_ROWS}{where} ORDER BY {_SORTS[sort]} LIMIT :count OFFSET :first",
                {**values, "first": first, "count": count},
            )
            assert total is not None, "an aggregate always has a row"
            return int(total[0]), list(map(self._row, rows))

    def _row(self, row: Row) -> BoardRow:
        offer, obligation, reference, holder, debtor, currency, amount, price, recourse, until, due, disputed, bids = (
            row
        )
        member = self._numbers.member
        return BoardRow(
            EntryId(offer), ObjectId(obligation), reference, member(holder), member(debtor), currency, amount, price,
            bool(recourse), day_text(until), day_text(due), bool(disputed), bids,
        )  # fmt: skip

    def bids(self, *, me: MemberId, today: str, limit: int) -> list[Bid]:
        """Return the good offers to buy that a member has made or got, the newest first."""
        with self._reader.snapshot() as connection:
            values = {"me": self._numbers.member_no(me) or 0, "today": day_no(today), "count": limit}
            return list(map(self._bid, connection.rows(_BIDS, values)))

    def _bid(self, row: Row) -> Bid:
        offer, obligation, reference, buyer, holder, debtor, currency, amount, price, recourse, until, due, disputed = (
            row
        )
        member = self._numbers.member
        return Bid(
            EntryId(offer), ObjectId(obligation), reference, member(buyer), member(holder), member(debtor), currency,
            amount, price, bool(recourse), day_text(until), day_text(due), bool(disputed),
        )  # fmt: skip

"""The board shows what is for sale today, and no offer for a version that has been moved on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.ledger.market_views import BoardFilter, BoardRow, BoardSort
from cohong.primitives.encoding import Value
from cohong.primitives.standing import Placed

TODAY = "2026-01-10"


@dataclass
class Market:
    """Two sellers, a debtor, and what has been written."""

    a: Feed
    b: Feed
    debtor: Feed
    records: list[Placed]

    def owe(self, creditor: Feed, amount: int, reference: str, **terms: Value) -> Placed:
        """Have something owed; returns the version that it is at."""
        proposal = creditor.propose(self.debtor, amount, reference, **terms)
        accepted = self.debtor.accept(proposal)
        self.records += [proposal, accepted]
        return accepted

    def offer(self, author: Feed, kind: str, version: Placed, amount: int, price: int, **changes: Value) -> Placed:
        fields = {"amount": amount, "price": price, "recourse": False, "valid_until": "2026-01-31", **changes}
        made = author.write(kind, fields, names=[version])
        self.records.append(made)
        return made


@pytest.fixture
def market(ledger: Ledger) -> Market:
    """Fill the board: four good offers to sell, and three that are not."""
    made = Market(Feed("a"), Feed("b"), Feed("c"), [])
    late = made.owe(made.a, 100, "late", due="2026-01-09")
    soon = made.owe(made.a, 300, "soon", due="2026-01-20")
    cheap = made.owe(made.b, 200, "cheap", due="2026-04-10")
    dollars = made.owe(made.b, 50, "dollars", due="2026-04-10", currency="USD")
    moved, over = made.owe(made.a, 700, "moved"), made.owe(made.a, 800, "over")
    made.offer(made.a, "offer.sell", late, 100, 90)
    made.offer(made.a, "offer.sell", soon, 300, 299, recourse=True)
    made.offer(made.b, "offer.sell", cheap, 150, 100)
    made.offer(made.b, "offer.sell", dollars, 50, 50, valid_until=TODAY)
    made.offer(made.a, "offer.sell", moved, 700, 600)
    made.records.append(made.a.receipt(moved, 1, "2026-01-07"))
    made.offer(made.a, "offer.sell", over, 800, 700, valid_until="2026-01-09")
    made.offer(made.a, "offer.buy", cheap, 200, 120)
    ledger.commit(applied(*made.records))
    return made


def shown(
    ledger: Ledger, market: Market, which: BoardFilter = "all", sort: BoardSort = "newest", *,
    currency: str = "", first: int = 0, count: int = 10,
) -> tuple[int, list[str]]:  # fmt: skip
    total, rows = ledger.board(
        which, sort, currency=currency, me=market.a.member, today=TODAY, first=first, count=count
    )
    return total, [row.reference for row in rows]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["dollars", "cheap", "soon", "late"]),
        ("due", ["late", "soon", "dollars", "cheap"]),
        ("amount", ["soon", "cheap", "late", "dollars"]),
        ("discount", ["cheap", "soon", "dollars", "late"]),
    ],
)
def test_what_is_good_today_is_shown_in_order(
    ledger: Ledger, market: Market, sort: BoardSort, expected: list[str]
) -> None:
    assert shown(ledger, market, sort=sort) == (4, expected)


def test_own_offers_others_and_one_currency(ledger: Ledger, market: Market) -> None:
    assert shown(ledger, market, "own") == (2, ["soon", "late"])
    assert shown(ledger, market, "others") == (2, ["dollars", "cheap"])
    assert shown(ledger, market, "others", currency="USD") == (1, ["dollars"])
    assert shown(ledger, market, currency="EUR") == (0, [])


def test_a_page_is_a_stretch_of_all(ledger: Ledger, market: Market) -> None:
    assert shown(ledger, market, first=1, count=2) == (4, ["cheap", "soon"])
    assert shown(ledger, market, first=4) == (4, [])


def test_a_row_says_who_sells_what_for_how_much(ledger: Ledger, market: Market) -> None:
    _, rows = ledger.board("others", "due", currency="HKD", me=market.a.member, today=TODAY, first=0, count=1)
    offer = next(
        item for item in market.records if item.fact.kind == "offer.sell" and item.fact.author != market.a.member
    )
    assert offer.fact.object is not None
    assert rows == [
        BoardRow(
            offer.fact.id, offer.fact.object, "cheap", market.b.member, market.debtor.member, "HKD", 150, 100,
            recourse=False, valid_until="2026-01-31", due="2026-04-10", is_disputed=False, bids=1,
        )
    ]  # fmt: skip

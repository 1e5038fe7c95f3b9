"""Offers to buy that a member has made or got, as the market shows them."""

from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.ledger.market_views import Bid
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.standing import Level

TODAY = "2026-01-20"


def _terms(price: int, until: str = "2026-01-31") -> dict[str, Value]:
    return {"amount": 100, "price": price, "recourse": True, "valid_until": until}


def test_good_offers_are_with_who_has_made_and_who_has_got_them(ledger: Ledger) -> None:
    a, b, c, d = Feed("a"), Feed("b"), Feed("c"), Feed("d")
    proposed = a.propose(b, 300, "A-1")
    accepted = b.accept(proposed)
    first, second = (c.write("offer.buy", _terms(price), names=[accepted]) for price in (90, 95))
    over = d.write("offer.buy", _terms(99, "2026-01-19"), names=[accepted])
    last_day = d.write("offer.buy", _terms(98, TODAY), names=[accepted])
    other = a.propose(b, 300, "A-2")
    other_accepted = b.accept(other)
    void = c.write("offer.buy", _terms(97), names=[other_accepted])
    moved = a.receipt(other_accepted, 50, "2026-01-19")
    asked = a.write("offer.sell", _terms(99), names=[accepted])
    records = (proposed, accepted, first, second, over, last_day, other, other_accepted, void, moved, asked)
    ledger.commit(applied(*records, level=Level.FINAL))

    def prices(feed: Feed, limit: int = 10) -> list[int]:
        return [bid.price_minor for bid in ledger.bids(me=feed.member, today=TODAY, limit=limit)]

    assert sorted(prices(a)) == [90, 95, 98]
    assert (sorted(prices(c)), prices(d), prices(b), len(prices(a, limit=2))) == ([90, 95], [98], [], 2)
    [found] = ledger.bids(me=d.member, today=TODAY, limit=10)
    assert found == Bid(
        EntryId(last_day.fact.id), ObjectId(proposed.fact.id), "A-1", d.member, a.member, b.member, "HKD", 100, 98,
        True, TODAY, "2026-02-04", False,
    )  # fmt: skip

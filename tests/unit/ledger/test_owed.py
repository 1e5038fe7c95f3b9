"""What one member owes another, and what is proposed to it."""

from __future__ import annotations

from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.ledger.owed import OwedIn

TODAY = "2026-02-20"


def test_what_is_open_and_what_may_still_be_accepted_are_told_apart(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    first, second = a.propose(b, 500, "INV 1"), a.propose(b, 70, "INV 2")
    accepted, other = b.accept(first), b.accept(second)
    ledger.commit(
        applied(
            first, accepted, a.receipt(accepted, 200, "2026-02-04"),
            second, other, a.receipt(other, 70, "2026-02-04"),
            a.propose(b, 30, "INV 3"), a.propose(b, 9, "OLD", valid_until="2026-02-19"),
            a.propose(b, 4, "YUAN", currency="CNY"), b.propose(a, 1_000, "OTHER WAY"),
        )
    )  # fmt: skip
    assert ledger.owed.between(b.member, a.member, today=TODAY) == [OwedIn("CNY", 0, 4), OwedIn("HKD", 300, 30)]
    assert ledger.owed.between(a.member, b.member, today=TODAY) == [OwedIn("HKD", 0, 1_000)]
    assert ledger.owed.between(Feed("nobody").member, a.member, today=TODAY) == []

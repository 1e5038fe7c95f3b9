"""How late an obligation of the book will be paid, and when nothing is said of that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.unit.ledger.feeds import KEY, Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.node.days_late import KNOWN_MIN, days_late_of
from cohong.primitives.ids import ObjectId

TODAY = "2026-02-20"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger.create(tmp_path / "ledger.db", KEY)
    yield made
    made.close()


def trade(ledger: Ledger, debtor: Feed, *paid_on: str, due: str = "2026-02-04", accepted: bool = True) -> ObjectId:
    """Have a debtor pay one obligation on each of these days, and return one more that it has not paid."""
    creditor = Feed(f"creditor of {debtor.name}")
    records = []
    for number, day in enumerate((*paid_on, "")):
        proposal = creditor.propose(debtor, 100, f"INV {number}", due="2026-02-04" if day else due)
        records.append(proposal)
        if day or accepted:
            records.append(debtor.accept(proposal))
        if day:
            records.append(creditor.receipt(records[-1], 100, day))
    ledger.commit(applied(*records))
    return ObjectId(proposal.fact.id)


def foretold(ledger: Ledger, subject: ObjectId, today: str = TODAY) -> Any:
    return days_late_of(subject, ledger, me=Feed("me").member, today=today)


def test_it_rests_on_own_payments_and_on_those_of_all(ledger: Ledger) -> None:
    trade(ledger, Feed("others"), *["2026-02-04"] * 8)
    found = foretold(ledger, trade(ledger, Feed("b"), *["2026-02-14"] * 4, due="2026-03-04"))
    assert (found.why, found.due, found.debtor) == ("", "2026-03-04", Feed("b").member.hex())
    assert (found.foretold.own, found.foretold.own_mean, found.foretold.everybody) == (4, 10.0, 12)
    # Four of its own that were ten days late, and as if three more of everybody's, of which a third was.
    assert found.foretold.days == pytest.approx((10 * 5 / 7 + 10) / 2, abs=0.1)
    assert (found.foretold.low, found.foretold.high) == (0, 10)
    assert found.foretold.paid_on == "2026-03-13"


def test_what_is_late_already_is_paid_today_at_the_earliest(ledger: Ledger) -> None:
    trade(ledger, Feed("others"), *["2026-02-04"] * 8, "2026-02-24", "2026-02-24")
    found = foretold(ledger, trade(ledger, Feed("b")))
    assert (found.foretold.low, found.foretold.high, found.foretold.own_mean) == (20, 20, None)
    assert found.foretold.paid_on == "2026-02-24"


def test_a_proposal_that_nobody_has_accepted_is_foretold_too(ledger: Ledger) -> None:
    days = ["2026-02-04"] * KNOWN_MIN
    assert foretold(ledger, trade(ledger, Feed("b"), *days, due="2026-03-04", accepted=False)).foretold is not None


def test_too_few_payments_say_nothing(ledger: Ledger) -> None:
    found = foretold(ledger, trade(ledger, Feed("b"), *["2026-02-04"] * (KNOWN_MIN - 1)))
    assert (found.foretold, found.why) == (None, "too-few")


def test_of_what_is_paid_nothing_is_foretold(ledger: Ledger) -> None:
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor, 100)
    accepted = debtor.accept(proposal)
    ledger.commit(applied(proposal, accepted, creditor.receipt(accepted, 100, "2026-02-05")))
    assert foretold(ledger, ObjectId(proposal.fact.id)).why == "nothing-owed"

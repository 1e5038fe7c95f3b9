"""Receivables sold on real nodes, whole and in part; and that nobody gets to sell one twice."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
import trio
from tests.integration.firms import Firm, eventually, everywhere, found, owed, settled_alike
from tests.integration.forger import Forger

from cohong.primitives.encoding import Value

pytestmark = pytest.mark.timeout(300)

IN_90_DAYS = (datetime.now(UTC) + timedelta(days=90)).date().isoformat()
ALL = {"amount": 10_000, "price": 9_500, "recourse": False, "valid_until": "2099-12-31"}


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """A seller, the debtor and two that would buy; three of the four make a record final."""
    firms = found(folders, 4)
    yield firms
    for firm in firms:
        firm.stop()


def bids(firms: list[Firm], subject: str, *buyers: Firm, **terms: object) -> list[str]:
    """Have each of these make a binding offer; returns the offers, once everybody knows them."""
    offers = [buyer.write("offer.buy", subject, **{**ALL, **terms}) for buyer in buyers]
    everywhere(firms, lambda firm: len(good_offers(firm, subject)) == len(offers), "the offers stand")
    return offers


def good_offers(firm: Firm, subject: str) -> list[str]:
    return [item.offer for item in firm.details(subject).offers if item.usable and item.side == "buy"]


def sale(firm: Firm, subject: str, offer: str) -> dict[str, Value]:
    """Return the body, without its salt, of an assignment as a hostile seller would write it."""
    accepted = next(item for item in firm.details(subject).history if item.kind == "credit.accept")
    head: list[Value] = [bytes.fromhex(accepted.author), accepted.seq, bytes.fromhex(accepted.entry)]
    return {"names": [bytes.fromhex(accepted.entry), bytes.fromhex(offer)], "heads": [head]}


def level_of(firm: Firm, entry: str) -> str:
    return str(firm.ask("book.votes", entry=entry).level)


def holders(firms: list[Firm], subject: str) -> set[str]:
    return {firm.details(subject).holder for firm in firms}


def test_a_receivable_is_sold_whole_from_the_board_to_the_last_payment(firms: list[Firm]) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-WHOLE", due=IN_90_DAYS)
    seller.write("offer.sell", subject, **ALL)
    everywhere(firms, lambda firm: firm.ask("market.board").total == 1, "it is on the board")
    (row,) = buyer.ask("market.board", filter="others", currency="HKD", sort="discount").rows
    assert (row.object, row.holder, row.debtor) == (subject, seller.member, debtor.member)
    assert (row.amount_minor, row.price_minor, row.days_to_due, row.discount_bp) == (10_000, 9_500, 90, 2_028)
    assert [firm.ask("market.board", filter="own").total for firm in firms] == [1, 0, 0, 0]
    assert buyer.ask("market.board", currency="CNY").total == 0
    assert debtor.refused("offer.buy", subject, **ALL) == "same-party"
    (offer,) = bids(firms, subject, buyer)
    assert other.ask("market.board").rows[0].bids == 1

    seller.write("credit.assign", subject, consent=offer)
    everywhere(firms, lambda firm: firm.details(subject).holder == buyer.member, "everybody sees the new holder")
    assert [firm.ask("market.board").total for firm in firms] == [0, 0, 0, 0]
    assert "assigned" in debtor.details(subject).row.marks
    assert debtor.details(subject).row.counterparty == buyer.member
    payment = {"amount": 10_000, "value_date": "2026-11-01", "method": "", "reference": ""}
    assert seller.refused("credit.receipt", subject, **payment) == "not-controller"
    buyer.write("credit.receipt", subject, **payment)
    everywhere(firms, lambda firm: firm.state(subject) == "settled", "the buyer has been paid")
    assert other.ask("check.member", member=debtor.member).settled == 1


def test_a_part_is_sold_sold_on_and_paid_and_the_sums_add_up(firms: list[Firm], tmp_path: Path) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-PART")
    (part,) = bids(firms, subject, buyer, amount=4_000, price=3_900, recourse=True)
    seller.write("credit.assign", subject, consent=part)
    everywhere(firms, lambda firm: firm.details(subject).assigned_minor == 4_000, "a part is sold")
    everywhere(firms, lambda firm: firm.level(part) == "final", "it stands as the sale does")
    for firm in firms:
        whole, sold = firm.details(subject), firm.details(part)
        assert [item.object for item in whole.parts] == [part]
        assert (sold.part_of, sold.holder, sold.recourse_to) == (subject, buyer.member, seller.member)
        assert (whole.row.outstanding_minor, sold.row.outstanding_minor) == (6_000, 4_000)
        summary = firm.ask("book.summary")
        assert (summary.totals[0].minor, summary.outstanding[0].minor) == (10_000, 10_000)
        assert [_traced(firm, item) for item in (subject, part)] == [6_000, 4_000]

    # A part that has not moved yet is sold on whole: what says which version is meant are two names.
    (again,) = bids(firms, part, other, amount=4_000, price=3_950)
    assert "credit.assign" in buyer.details(part).actions
    buyer.write("credit.assign", part, consent=again)
    everywhere(firms, lambda firm: firm.details(part).holder == other.member, "the part is sold on")
    payment = {"value_date": "2026-11-01", "method": "", "reference": ""}
    assert buyer.refused("credit.receipt", part, amount=1_500, **payment) == "not-controller"
    other.write("credit.receipt", part, amount=1_500, **payment)
    seller.write("credit.receipt", subject, amount=6_000, **payment)
    everywhere(firms, lambda firm: firm.state(subject) == "settled", "the seller's rest is paid")
    everywhere(firms, lambda firm: firm.details(part).row.outstanding_minor == 2_500, "some of the part is paid")
    for firm in firms:
        summary = firm.ask("book.summary")
        assert (summary.totals[0].minor, summary.outstanding[0].minor) == (10_000, 2_500)
        assert [_traced(firm, item) for item in (subject, part)] == [0, 2_500]
    assert [item.minor for item in debtor.ask("book.counts").i_owe] == [2_500]
    settled_alike(firms, 1)
    told = [_statement(firm, debtor, tmp_path / f"{number}.csv") for number, firm in enumerate((seller, buyer, other))]
    assert told == [
        [("invoice", debtor.member, "100.00"), ("receipt", debtor.member, "-60.00"), ("sold", buyer.member, "-40.00")],
        [("bought", seller.member, "40.00"), ("sold", other.member, "-40.00")],
        [("receipt", debtor.member, "-15.00"), ("bought", buyer.member, "40.00")],
    ]


def _statement(firm: Firm, debtor: Firm, path: Path) -> list[tuple[str, str, str]]:
    """Return kind, other party and amount of what a statement has between its balances."""
    asked = {"member": debtor.member, "first_day": "2000-01-01", "last_day": "2099-12-31"}
    job = firm.ask("export.statement", path=str(path), **asked).id
    eventually(lambda: firm.ask("export.status", id=job).state == "done", "the statement")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row["entry"], row["other party"], row["change"]) for row in rows[1:-1]]


def test_a_dispute_of_a_part_is_none_of_what_it_was_sold_from(firms: list[Firm]) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-DISPUTED-PART")
    (part,) = bids(firms, subject, buyer, amount=4_000, price=3_900)
    seller.write("credit.assign", subject, consent=part)
    everywhere(firms, lambda firm: firm.details(subject).assigned_minor == 4_000, "a part is sold")
    debtor.write("dispute.open", part, says="I owe this to nobody else.")
    everywhere(firms, lambda firm: len(firm.details(part).disputes) == 1, "the part is disputed")
    assert ["disputed" in other.details(item).row.marks for item in (subject, part)] == [False, True]
    (of_part,) = bids(firms, part, other, amount=4_000, price=3_900)
    assert buyer.refused("credit.assign", part, consent=of_part) == "disputed"
    (of_rest,) = bids(firms, subject, other, amount=6_000, price=5_900)
    seller.write("credit.assign", subject, consent=of_rest)
    everywhere(firms, lambda firm: firm.details(subject).holder == other.member, "the rest is sold")


def _traced(firm: Firm, subject: str) -> int:
    traced = firm.ask("book.trace", object=subject)
    assert sum(item.adds_minor for item in traced.entries) == traced.outstanding_minor
    return int(traced.outstanding_minor)


def test_what_is_sold_is_not_sold_again_by_an_offer_for_the_version_before(firms: list[Firm]) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-STALE")
    first, second = bids(firms, subject, buyer, other)
    twice = sale(seller, subject, second)
    seller.write("credit.assign", subject, consent=first)
    everywhere(firms, lambda firm: firm.details(subject).holder == buyer.member, "it is sold")
    assert seller.refused("credit.assign", subject, consent=second) == "not-controller"
    assert good_offers(other, subject) == []
    settled_alike(firms, 1)
    # Its own node refuses. So it writes the second sale past it, into the same feed.
    seller.stop()
    forger = Forger(seller, [debtor, buyer, other])
    trio.run(forger.write_after, ("credit.assign", twice))
    entry = forger.forged[0].id.hex()
    honest = [debtor, buyer, other]
    everywhere(honest, lambda firm: level_of(firm, entry) == "rejected", "everybody refuses the second sale")
    assert holders(honest, subject) == {buyer.member}
    reasons = {line.reason for line in other.ask("book.votes", entry=entry).lines if line.vote == "no"}
    assert reasons == {"already-moved"}


def test_of_two_buyers_at_once_one_gets_it(firms: list[Firm]) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-AT-ONCE")
    offers = bids(firms, subject, buyer, other)
    said: list[str] = []

    def sell(offer: str) -> None:
        try:
            said.append(seller.write("credit.assign", subject, consent=offer))
        except Exception as error:  # noqa: BLE001  # told by what it says
            said.append(str(error))

    threads = [Thread(target=sell, args=(offer,)) for offer in offers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refused = [words for words in said if words.startswith("rule: ")]
    assert refused in (["rule: pending"], ["rule: not-controller"])
    everywhere(firms, lambda firm: firm.details(subject).holder != seller.member, "it is sold")
    assert len(holders(firms, subject)) == 1
    assert holders(firms, subject) <= {buyer.member, other.member}


def test_a_seller_that_forks_its_feed_sells_to_neither(firms: list[Firm]) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-FORKED")
    offers = bids(firms, subject, buyer, other)
    sales = [("credit.assign", sale(seller, subject, offer)) for offer in offers]
    settled_alike(firms, 1)
    seller.stop()
    honest = [debtor, buyer, other]
    forger = Forger(seller, honest)
    trio.run(forger.fork_after, *sales)
    everywhere(honest, lambda firm: len(firm.ask("forks.list")) == 1, "the fork is known")
    for firm in honest:
        assert [level_of(firm, entry.id.hex()) for entry in forger.forged] == ["waiting", "waiting"]
        assert firm.details(subject).holder == seller.member
        assert firm.details(subject).forked == []
    eventually(lambda: other.ask("node.status").forks == 1, "and said plainly")


def test_of_two_sales_over_a_partition_one_stands_at_the_side_with_the_voters(firms: list[Firm]) -> None:
    seller, debtor, buyer, other = firms
    subject = owed(seller, debtor, firms, "INV-PARTITION")
    lonely, wanted = bids(firms, subject, buyer, other)
    settled_alike(firms, 1)
    bodies = [sale(seller, subject, offer) for offer in (lonely, wanted)]
    for firm in (seller, debtor, other):
        firm.stop()
    here = Forger(seller, [buyer])
    trio.run(here.write_after, ("credit.assign", bodies[0]))
    here_sold = here.forged[0].id.hex()
    eventually(lambda: buyer.ask("book.votes", entry=here_sold).yes == 2, "this side has two of four voters")
    assert level_of(buyer, here_sold) == "waiting", "nobody pays for what two of four have signed"
    assert buyer.details(subject).holder == seller.member

    buyer.stop()
    for firm in (debtor, other):
        firm.start(unlock=True)
    there = Forger(seller, [debtor, other])
    trio.run(there.write_after, ("credit.assign", bodies[1]))
    there_sold = there.forged[0].id.hex()
    everywhere([debtor, other], lambda firm: firm.details(subject).holder == other.member, "the other side has three")

    buyer.start(unlock=True)
    honest = [debtor, buyer, other]
    everywhere(honest, lambda firm: len(firm.ask("forks.list")) == 1, "whoever meets both knows of the fork")
    everywhere(honest, lambda firm: firm.details(subject).holder == other.member, "one sale stands everywhere")
    everywhere(honest, lambda firm: level_of(firm, here_sold) == "beaten", "and not the other")
    assert {level_of(firm, there_sold) for firm in honest} == {"final"}

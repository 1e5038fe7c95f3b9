"""What is open by counterparty, currency and days past due."""

import pytest
from tests.unit.ledger.feeds import Feed, applied

from cohong.ledger.ageing import AgeingLine, AgeingSide, AgeingSum
from cohong.ledger.book_views import Only
from cohong.ledger.ledger import Ledger
from cohong.primitives.standing import Commit, Level

TODAY = "2026-05-10"


@pytest.fixture
def feeds(ledger: Ledger) -> tuple[Feed, Feed, Feed]:
    """Fill the book: b owes a on either side of each edge, c owes a in two currencies, a owes b."""
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    owed = [
        a.propose(b, amount, f"B-{due}", due=due)
        for amount, due in (
            (1, "2026-05-11"), (2, "2026-05-10"), (4, "2026-05-09"), (8, "2026-04-10"), (16, "2026-04-09"),
            (32, "2026-03-11"), (64, "2026-03-10"), (128, "2026-02-09"), (256, "2026-02-08"),
        )
    ]  # fmt: skip
    owed += [a.propose(c, 1_000, "C-1", due="2026-05-31"), a.propose(c, 500, "C-2", due="2026-01-31", currency="USD")]
    records = [*owed, *(b.accept(item) for item in owed[:9]), *(c.accept(item) for item in owed[9:])]
    paid = a.receipt(records[len(owed) + 8], 56, "2026-05-01")
    mine = b.propose(a, 700, "A-1", due="2026-05-01")
    ledger.commit(applied(*records, paid, mine, a.accept(mine), level=Level.FINAL))
    ledger.commit(Commit(objects=[b.profile(en="Pearl"), c.profile(en="lotus")]))
    return a, b, c


def test_open_sums_stand_under_the_days_past_due(ledger: Ledger, feeds: tuple[Feed, Feed, Feed]) -> None:
    a, b, c = feeds
    lines, sums = ledger.ageing("owed-to-me", me=a.member, today=TODAY, limit=10)
    assert lines == [
        AgeingLine(c.member, "lotus", "HKD", 1, (1_000, 0, 0, 0, 0)),
        AgeingLine(c.member, "lotus", "USD", 1, (0, 0, 0, 0, 500)),
        AgeingLine(b.member, "Pearl", "HKD", 9, (3, 12, 48, 192, 200)),
    ]
    assert sums == [
        AgeingSum("HKD", 2, 10, (1_003, 12, 48, 192, 200)),
        AgeingSum("USD", 1, 1, (0, 0, 0, 0, 500)),
    ]


def test_the_other_side_is_what_i_owe(ledger: Ledger, feeds: tuple[Feed, Feed, Feed]) -> None:
    a, b, _ = feeds
    lines, sums = ledger.ageing("i-owe", me=a.member, today=TODAY, limit=10)
    assert (lines, sums) == (
        [AgeingLine(b.member, "Pearl", "HKD", 1, (0, 700, 0, 0, 0))], [AgeingSum("HKD", 1, 1, (0, 700, 0, 0, 0))],
    )  # fmt: skip
    assert ledger.ageing("i-owe", me=feeds[2].member, today=TODAY, limit=10)[1][0].records == 1
    assert ledger.ageing("owed-to-me", me=feeds[2].member, today=TODAY, limit=10) == ([], [])


def test_lines_beyond_the_limit_are_in_the_sums(ledger: Ledger, feeds: tuple[Feed, Feed, Feed]) -> None:
    lines, sums = ledger.ageing("owed-to-me", me=feeds[0].member, today=TODAY, limit=2)
    assert ([line.name for line in lines], [item.records for item in sums]) == (["lotus", "lotus"], [10, 1])


def test_a_line_is_what_the_book_shows_under_it(ledger: Ledger, feeds: tuple[Feed, Feed, Feed]) -> None:
    a = feeds[0]
    sides: tuple[AgeingSide, ...] = ("owed-to-me", "i-owe")
    for side in sides:
        for line in ledger.ageing(side, me=a.member, today=TODAY, limit=10)[0]:
            only = Only(counterparty=line.counterparty, currency=line.currency)
            order = ledger.book_order(side, "due", descending=False, only=only, me=a.member, today=TODAY)
            rows = ledger.book_rows(order, me=a.member, today=TODAY)
            assert len(rows) == line.records
            assert sum(row.outstanding_minor for row in rows) == sum(line.bands)
            assert {(row.counterparty, row.currency) for row in rows} == {(line.counterparty, line.currency)}

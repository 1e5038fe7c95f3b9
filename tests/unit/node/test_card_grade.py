"""The grade on a card is that of the report, and is not counted where that would take long."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY, Feed, applied

from cohong.api.views import CardGrade
from cohong.insight.watching import POINTS_STEP
from cohong.ledger.ledger import Ledger
from cohong.ledger.reader import StillReader
from cohong.node.analyst import answer
from cohong.node.card_grade import card_grade
from cohong.node.payment_report import payment_report
from cohong.node.trade_book import TradeBook
from cohong.primitives.encoding import Value

TODAY = "2026-06-01"
SPRING_MS = 1_778_000_000_000
"""In May 2026."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger.create(tmp_path / "ledger.db", KEY)
    yield made
    made.close()


def test_a_card_says_what_the_report_says(ledger: Ledger) -> None:
    debtor = Feed("debtor")
    records = []
    for number in range(12):
        creditor = Feed(f"creditor {number % 5}")
        proposal = creditor.propose(debtor, 100, f"INV {number}", issued="2026-01-01", due="2026-01-31")
        records += [proposal, debtor.accept(proposal)]
        if number < 10:
            records.append(creditor.receipt(records[-1], 100, "2026-02-03" if number % 2 else "2026-01-30"))
    ledger.commit(applied(*records))
    card = card_grade(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0, lines_max=12)
    report = payment_report(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0)
    facts = report["facts"]
    assert (card.grade, card.sureness) == (report["score"]["grade"], report["confidence"]["sureness"])
    for name in (
        "invoices",
        "paid_within_terms",
        "late",
        "lost",
        "mean_days_late",
        "counterparties",
        "thin",
        "disputed",
    ):
        assert getattr(card, name) == facts[name], name
    assert card.as_of_ms > 0 and not card.too_many
    few = card_grade(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0, lines_max=11)
    assert few == CardGrade(member=debtor.member.hex(), too_many=True, as_of_ms=card.as_of_ms)


def test_the_trend_is_that_of_the_points_in_the_report(ledger: Ledger) -> None:
    """A debt of a year ago was unpaid for long, and declared in default in spring alone."""
    debtor, records = Feed("debtor"), []
    reason: dict[str, Value] = {"reason": "nothing was paid", "evidence": []}
    for number in range(21):
        creditor = Feed(f"creditor {number % 6}")
        proposal = creditor.propose(debtor, 100, f"INV {number}", issued="2025-01-30", due="2025-03-31")
        records += [proposal, debtor.accept(proposal)]
        if number < 20:
            records.append(creditor.receipt(records[-1], 100, "2025-03-31"))
        else:
            records.append(creditor.write("credit.default", reason, names=[records[-1]], time_ms=SPRING_MS))
    ledger.commit(applied(*records))
    report = payment_report(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0)
    before, now = report["over_time"][-3], report["over_time"][-1]
    assert (before["day"], now["events"]) == ("2025-12-31", {"defaulted": 1})
    card = card_grade(ledger.debtor_lines, debtor.member, today=TODAY, synced_days=0, lines_max=21)
    moved = now["points"] - before["points"]
    assert card.trend == ("worse" if moved <= -POINTS_STEP else "better" if moved >= POINTS_STEP else "steady")


def test_the_process_at_low_priority_counts_the_same_of_several(ledger: Ledger, tmp_path: Path) -> None:
    creditor, debtor, stranger = Feed("creditor"), Feed("debtor"), Feed("stranger")
    proposal = creditor.propose(debtor, 100, "INV 1", issued="2026-01-01", due="2026-01-31")
    accepted = debtor.accept(proposal)
    ledger.commit(applied(proposal, accepted, creditor.receipt(accepted, 100, "2026-02-03")))
    members = [debtor.member.hex(), stranger.member.hex()]
    question = {"ask": "grades", "members": members, "today": TODAY, "synced_days": math.inf}
    with closing(StillReader(tmp_path / "ledger.db", KEY)) as reader:
        found = answer(TradeBook(reader), reader, question)
    assert [CardGrade(**each) for each in found["grades"]] == [
        card_grade(ledger.debtor_lines, each.member, today=TODAY, synced_days=math.inf, lines_max=1)
        for each in (debtor, stranger)
    ]


def test_a_stranger_has_an_empty_card(ledger: Ledger) -> None:
    stranger = Feed("stranger").member
    card = card_grade(ledger.debtor_lines, stranger, today=TODAY, synced_days=0, lines_max=12)
    assert card == CardGrade(member=stranger.hex())

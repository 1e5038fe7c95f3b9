"""An answer made of several questions is of one state of the ledger, whatever is committed between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.unit.ledger.feeds import KEY, Feed, applied

from cohong.book.objects import ObligationState
from cohong.ledger.ledger import Ledger
from cohong.node.card_grade import card_grade
from cohong.node.handlers.book import record_of
from cohong.node.handlers.objections import objections_in
from cohong.node.payment_report import payment_report
from cohong.node.watch_list import look_now
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.standing import Commit, Placed

TODAY = "2026-02-20"
ME = Feed("me").member
CREDITOR, DEBTOR = "a", "b"


@dataclass
class Trade:
    """An obligation, and the payment of it that is committed while a question is answered."""

    ledger: Ledger

    def __post_init__(self) -> None:
        self.creditor, self.debtor = Feed(CREDITOR), Feed(DEBTOR)
        proposal = self.creditor.propose(self.debtor)
        self.records: list[Placed] = [proposal, self.debtor.accept(proposal)]
        self.subject = ObjectId(proposal.fact.id)
        self.ledger.commit(applied(*self.records))

    def more(self, *records: Placed) -> None:
        self.records += records
        commit = applied(*self.records)
        commit.append = list(records)
        self.ledger.commit(commit)

    def pay(self) -> None:
        """Pay in full; another debt is waiting from then on, and the payment is in dispute."""
        receipt = self.creditor.receipt(self.records[1], 10_000, "2026-02-10")
        asked: dict[str, Value] = {"says": "no", "evidence": [], "asked": self.debtor.member}
        self.more(
            receipt,
            self.debtor.write("dispute.open", {"says": "no", "evidence": []}, names=[receipt]),
            self.creditor.write("correct.propose", asked, names=[receipt]),
        )
        self.ledger.commit(Commit(append=[self.creditor.propose(self.debtor, 1, "INV-0002")]))


@pytest.fixture
def trade(tmp_path: Path) -> Iterator[Trade]:
    ledger = Ledger.create(tmp_path / "ledger.db", KEY)
    yield Trade(ledger)
    ledger.close()


def pay_before(trade: Trade, monkeypatch: pytest.MonkeyPatch, asked: object, question: str) -> None:
    """Have the payment committed right before a view is asked."""
    answer: Callable[..., Any] = getattr(asked, question)
    times: list[int] = []

    def late(*args: Any, **values: Any) -> Any:
        if not times:
            times.append(1)
            trade.pay()
        return answer(*args, **values)

    monkeypatch.setattr(asked, question, late)


@pytest.mark.parametrize("question", ["object_view", "life", "history"])
def test_a_record_is_shown_as_it_was_or_as_it_is(trade: Trade, monkeypatch: pytest.MonkeyPatch, question: str) -> None:
    pay_before(trade, monkeypatch, trade.ledger, question)
    for _ in range(2):
        found = record_of(trade.ledger, trade.subject, me=ME, today=TODAY)
        assert found is not None and found.obligation is not None
        is_paid = found.obligation.state is ObligationState.SETTLED
        assert (found.view.row.state == "settled") == is_paid
        assert found.obligation.version == found.view.version
        assert [item.fact.kind for item in found.history][:3][-1:] == (
            ["credit.receipt"] if is_paid else ["credit.accept"]
        )
        assert len(found.life.disputes) == len(found.life.corrections) == is_paid
    assert is_paid


def test_disputes_and_corrections_are_of_one_state(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    pay_before(trade, monkeypatch, trade.ledger, "corrections")
    assert [len(each) for each in objections_in(trade.ledger, None)] == [0, 0]
    assert [len(each) for each in objections_in(trade.ledger, None)] == [1, 1]


def test_a_trace_adds_up(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    pay_before(trade, monkeypatch, trade.ledger.tracer, "trace")
    for received, records in ((0, 2), (10_000, 3)):
        votes: dict[EntryId, list[Any]] = {}
        found = trade.ledger.tracer.view_and_trace(trade.subject, votes, me=ME, today=TODAY)
        assert found is not None
        assert (found[0].received_minor, len(found[1])) == (received, records)


def test_a_look_has_the_record_that_has_changed_it(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, member = trade.ledger, trade.debtor.member
    seen = ledger.news.newest_number()
    pay_before(trade, monkeypatch, ledger.news, "since")
    first = look_now(ledger, member, seen, today=TODAY)
    assert (first.look.overdue_minor, first.news, first.number) == ({"HKD": 10_000}, ([], 0), seen)
    second = look_now(ledger, member, seen, today=TODAY)
    assert (second.look.disputed, second.news[1]) == (1, 3)


def test_a_report_is_of_one_state(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    lines, member = trade.ledger.debtor_lines, trade.debtor.member
    pay_before(trade, monkeypatch, lines, "unsure_of_debtor")
    for disputed, waiting in ((0, 0), (1, 1)):
        report = payment_report(lines, member, today=TODAY, synced_days=0)
        assert (report["facts"]["disputed"], report["waiting"]) == (disputed, waiting)


def test_a_grade_is_as_of_the_newest_record_that_it_counts(trade: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    lines, member = trade.ledger.debtor_lines, trade.debtor.member
    old_ms = lines.newest_ms(member)
    pay_before(trade, monkeypatch, lines, "debtor_lines")
    before, after = (card_grade(lines, member, today=TODAY, synced_days=0, lines_max=9) for _ in range(2))
    assert (before.disputed, before.as_of_ms) == (0, old_ms)
    assert after.disputed == 1 and after.as_of_ms > old_ms

"""The report about a member: marks out of the ledger's states, and the process that makes the long ones."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import trio
from tests.unit.ledger.feeds import KEY, Feed, applied

from cohong.api.framing import decode_result
from cohong.book.objects import ObligationState
from cohong.book.question import day_of
from cohong.insight.payment_report import differences, exact, line_of, plain_line
from cohong.insight.trade_lines import Event, EventKind, Mark, Payment
from cohong.ledger.debtor_lines import DebtorLine
from cohong.ledger.ledger import Ledger
from cohong.node.child import found_by_child
from cohong.node.handlers.reports import REPORTER
from cohong.node.payment_report import payment_report, trade_line
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import Commit, Level

LINE = DebtorLine(
    7, ObjectId(b"o" * 32), MemberId(b"c" * 32), "HKD", 100, 60, 740_040, 0, 740_000, 740_030, 3,
    ObligationState.ACTIVE, Level.CONFIRMED, False, False, False, False,
)  # fmt: skip


def test_a_line_of_the_ledger_becomes_one_of_reputation() -> None:
    found = trade_line(LINE)
    assert (found.amount_minor, found.payments, found.grace_days) == (100, (Payment(740_040, 60),), 3)
    assert (found.marks, found.is_final, found.creditor, found.key) == (frozenset(), False, "63" * 32, "6f" * 32)
    assert trade_line(replace(LINE, paid_minor=0, paid_on=None)).payments == ()
    assert trade_line(replace(LINE, level=Level.ANCHORED)).is_final


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (replace(LINE, state=ObligationState.DEFAULTED), Mark.DEFAULTED),
        (replace(LINE, state=ObligationState.CURED), Mark.CURED),
        (replace(LINE, state=ObligationState.WRITTEN_OFF), Mark.WRITTEN_OFF),
        (replace(LINE, state=ObligationState.RECOVERED), Mark.RECOVERED),
        (replace(LINE, is_disputed=True), Mark.DISPUTED),
        (replace(LINE, was_disputed=True), Mark.DISPUTE_OPENED),
        (replace(LINE, dispute_lost=True), Mark.DISPUTE_LOST),
        (replace(LINE, is_restructured=True), Mark.RESTRUCTURED),
    ],
)
def test_states_and_disputes_are_marks(line: DebtorLine, mark: Mark) -> None:
    assert trade_line(line).marks == {mark}


def test_events_come_with_the_report_and_its_lines_have_them(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", KEY)
    creditor, debtor = Feed("a"), Feed("b")
    proposal = creditor.propose(debtor, 100, "INV-1", due="2026-01-31")
    accepted = debtor.accept(proposal)
    ledger.commit(applied(proposal, accepted))
    dispute = debtor.write("dispute.open", {"says": "broken", "evidence": []}, names=[accepted])
    ledger.commit(Commit(append=[dispute]))
    found = payment_report(ledger.debtor_lines, debtor.member, today="2026-12-01", synced_days=0, lines_max=9)
    ledger.close()
    opened = day_of(dispute.fact.time_ms)
    assert [line["events"] for line in found["lines"]] == [[[opened, "dispute-opened"]]]
    assert sum(point.get("events", {}).get("dispute-opened", 0) for point in found["over_time"]) == 1
    assert differences(exact(found)) == []


def test_a_line_is_read_back_with_its_events_and_without_any() -> None:
    line = trade_line(LINE)
    dated = replace(line, events=(Event(740_000, EventKind.CORRECTION), Event(740_041, EventKind.DEFAULTED)))
    assert [line_of(plain_line(each)) for each in (line, dated)] == [line, dated]
    assert "events" not in plain_line(line)


def test_a_process_of_its_own_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    ledger = Ledger.create(path, KEY)
    creditor, debtor = Feed("a"), Feed("b")
    proposals = [creditor.propose(debtor, 100, f"{number}", due="2026-01-31") for number in range(1_100)]
    ledger.commit(applied(*proposals, *[debtor.accept(proposal) for proposal in proposals]))
    here = payment_report(ledger.debtor_lines, debtor.member, today="2026-03-01", synced_days=0.5, lines_max=1_000)
    ledger.close()
    asked = {
        "ledger": str(path), "key": KEY.hex(), "member": debtor.member.hex(), "today": "2026-03-01",
        "synced_days": 0.5, "lines_max": 1_000,
    }  # fmt: skip
    said = trio.run(found_by_child, REPORTER, asked, lambda _: None)
    assert (here["facts"]["invoices"], len(here["lines"]), here.pop("lines_left_out")) == (1_100, 1_000, 100)
    assert [said["found"].pop(name) for name in ("lines", "lines_left_out")] == [here.pop("lines"), 100]
    text = json.dumps(said["found"]).encode()
    assert decode_result("check.report", text) == decode_result("check.report", json.dumps(here).encode())

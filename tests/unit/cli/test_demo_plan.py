"""What the demonstration expects to come of a file or of sample trade."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cohong.cli.demo.firms import FIRMS
from cohong.cli.demo.network import Firm, LimitNeeded
from cohong.cli.demo.plan import (
    Payment,
    limits_of_file,
    limits_of_sample,
    plan_of_file,
    plan_of_sample,
)
from cohong.cli.demo.processes import NodeProcess, free_ports
from cohong.cli.demo.report import is_good
from cohong.cli.demo.sample_trade import sample_trade

TODAY = date(2026, 3, 31)


def _firms(count: int) -> list[Firm]:
    """Firms whose nodes are not started."""
    nodes = [NodeProcess(Path(f"firm-{place}"), 1, state_dir=None) for place in range(count)]
    return [Firm(place, FIRMS[place], node, member=f"{place:064x}") for place, node in enumerate(nodes)]


def test_file_gives_four_records_a_paid_invoice_and_two_an_unpaid_one(tmp_path: Path) -> None:
    path = tmp_path / "invoices.csv"
    path.write_text(
        "customer,invoice number,issue date,due date,amount,paid date\n"
        "A,0001,2026-01-02,2026-02-01,10.00,2026-02-20\n"
        "B,0002,2026-01-03,2026-02-02,12.00,\n"
        "B,0003,2026-01-03,2026-02-02,not a number,\n"
    )
    plan = plan_of_file(path, firms=3, currency="HKD")
    assert (plan.invoices, plan.paid, plan.records) == (2, 1, 6)
    assert [firm.payments for firm in plan.firms] == [{}, *[{"0001": Payment(0.0, "2026-02-20")}] * 2]
    assert limits_of_file(3, "HKD") == [LimitNeeded(1, 0, "HKD"), LimitNeeded(2, 0, "HKD")]


def test_real_file_gives_the_records_that_are_expected(shared_data: Path) -> None:
    plan = plan_of_file(shared_data / "ibm_accounts_receivable.csv", firms=5, currency="HKD")
    assert (plan.invoices, plan.records) == (2466, 9864)


def test_sample_trade_is_spread_over_the_pace_and_paid_by_its_debtors() -> None:
    firms = _firms(5)
    trade = sample_trade([firm.sample for firm in firms], invoices=300, today=TODAY, seed=1)
    plan = plan_of_sample(trade, firms, today=TODAY, pace_s=100.0)
    times = [at_s for firm in plan.firms for at_s, _record in firm.proposals]
    assert (min(times), len(times)) == (0.0, 300)
    assert 90 < max(times) <= 100
    assert plan.records == 4 * plan.paid + 2 * (300 - plan.paid)
    for invoice in trade:
        is_paid = invoice.paid is not None
        assert (invoice.reference in plan.firms[invoice.buyer].payments) == is_paid
        assert (invoice.reference in plan.firms[invoice.seller].receipts) == is_paid


def test_every_debtor_grants_what_its_creditors_need() -> None:
    firms = _firms(5)
    trade = sample_trade([firm.sample for firm in firms], invoices=300, today=TODAY, seed=1)
    limits = set(limits_of_sample(trade))
    assert {LimitNeeded(invoice.buyer, invoice.seller, invoice.currency) for invoice in trade} == limits


GOOD: dict[str, Any] = {
    "peers": 2,
    "invoices": 1,
    "invoices_expected": 1,
    "records": 4,
    "records_expected": 4,
    "final": 4,
    "rejected": 0,
    "contested": 0,
    "forks": 0,
    "digests": ["a", "a"],
    "killed": None,
}


@pytest.mark.parametrize(
    "change",
    [
        {"final": 3},
        {"records": 3},
        {"invoices": 0},
        {"rejected": 1},
        {"contested": 1},
        {"forks": 1},
        {"digests": ["a", "b"]},
        {"digests": ["a"]},
    ],
)
def test_anything_missing_or_different_is_not_good(change: dict[str, Any]) -> None:
    assert is_good(GOOD, kill_asked=False)
    assert not is_good({**GOOD, **change}, kill_asked=False)


def test_kill_that_was_asked_for_must_have_happened() -> None:
    assert not is_good(GOOD, kill_asked=True)
    assert is_good({**GOOD, "killed": {"firm": "LFC"}}, kill_asked=True)


def test_free_ports_are_all_different() -> None:
    assert len(set(free_ports(8))) == 8

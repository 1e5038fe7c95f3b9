"""The generator's trade: the same for the same seed, and like trade as one meets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from cohong.book.identifiers import IDENTIFIER_CHECKS
from cohong.cli.demo.firms import FIRMS
from cohong.cli.demo.sample_trade import SampleInvoice, sample_trade
from cohong.insight.payment_report import report_on
from cohong.insight.trade_lines import Payment, TradeLine
from cohong.primitives.days import days_between, is_day

TODAY = date(2026, 3, 31)
FIVE = FIRMS[:5]


def _trade(seed: int = 1) -> list[SampleInvoice]:
    return sample_trade(FIVE, invoices=300, today=TODAY, seed=seed)


def test_same_seed_gives_the_same_trade_and_another_seed_another() -> None:
    assert _trade() == _trade()
    assert _trade(1) != _trade(2)


def test_every_firm_sells_and_buys_and_never_to_itself() -> None:
    trade = _trade()
    assert {invoice.seller for invoice in trade} == {invoice.buyer for invoice in trade} == set(range(5))
    assert all(invoice.seller != invoice.buyer for invoice in trade)


def test_references_are_unique() -> None:
    references = Counter(invoice.reference for invoice in _trade())
    assert len(references) == 300


@pytest.mark.parametrize("seed", range(20))
def test_days_are_in_order_and_payments_lie_in_the_past(seed: int) -> None:
    trade = _trade(seed)
    for invoice in trade:
        assert is_day(invoice.issued)
        assert is_day(invoice.due)
        assert invoice.issued < invoice.due
        assert invoice.issued <= TODAY.isoformat()
        assert invoice.paid is None or invoice.issued < invoice.paid < TODAY.isoformat()
        assert invoice.amount_minor > 0
    assert [invoice.issued for invoice in trade] == sorted(invoice.issued for invoice in trade)


def test_trade_spans_eighteen_months_and_five_currencies() -> None:
    trade = _trade()
    assert 500 <= days_between(trade[0].issued, trade[-1].issued) <= 548
    assert {invoice.currency for invoice in trade} == {"HKD", "CNY", "USD", "SGD", "EUR"}


def test_debtors_have_their_habits() -> None:
    mean_late = {}
    for buyer in range(5):
        days = [
            max(0, days_between(invoice.due, invoice.paid))
            for seed in range(10)
            for invoice in _trade(seed)
            if invoice.buyer == buyer and invoice.paid is not None
        ]
        mean_late[buyer] = sum(days) / len(days)
    # Harbour pays early, Maas last of all.
    assert mean_late[0] < 3
    assert mean_late[0] < mean_late[3] < mean_late[1] < mean_late[2] < mean_late[4]
    assert mean_late[4] > 20


def test_habits_lead_to_grades_of_all_kinds() -> None:
    trade = _trade()
    grades = [_grade([invoice for invoice in trade if invoice.buyer == buyer]) for buyer in range(5)]
    assert grades[0] == "A" and grades[4] == "E", "Harbour is the best, Maas the worst"
    assert len(set(grades)) >= 4


def _grade(owed: Sequence[SampleInvoice]) -> str:
    lines = [
        TradeLine(
            creditor=f"{invoice.seller:02x}" * 32,
            currency=invoice.currency,
            amount_minor=invoice.amount_minor,
            issued=_ordinal(invoice.issued),
            due=_ordinal(invoice.due),
            payments=(Payment(_ordinal(invoice.paid), invoice.amount_minor),) if invoice.paid else (),
        )
        for invoice in owed
    ]
    return str(report_on(lines, TODAY.isoformat(), 0, 0.0)["score"]["grade"])


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def test_some_old_invoices_are_never_paid() -> None:
    overdue = [
        invoice for invoice in _trade() if invoice.paid is None and days_between(invoice.due, TODAY.isoformat()) > 90
    ]
    assert 2 <= len(overdue) <= 40


def test_identifiers_of_the_firms_pass_their_checks() -> None:
    numbers = [pair for firm in FIRMS for pair in firm.identifiers]
    assert all(IDENTIFIER_CHECKS[scheme](number) for scheme, number in numbers)
    assert len(set(numbers)) == len(numbers)

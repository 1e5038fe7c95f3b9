"""What each firm of the demonstration is going to do, and how many records come of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from cohong.api.requests import WriteRecord
from cohong.cli.demo.network import Firm, LimitNeeded
from cohong.cli.demo.sample_trade import SampleInvoice
from cohong.importing.invoices import read_invoices
from cohong.importing.options import ImportOptions
from cohong.importing.rows_found import InvoiceRow

PROPOSAL_DAYS: Final = 60
PAID_RECORDS: Final = 4
"""Proposal, acceptance, claim and receipt."""

UNPAID_RECORDS: Final = 2


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment that a debtor will claim.

    Attributes:
        at_s: not before so many seconds after the trade has begun.
    """

    at_s: float
    value_date: str


@dataclass(slots=True)
class FirmPlan:
    """The part of one firm.

    Attributes:
        proposals: what it invoices, with the second after the beginning when it does, in that order.
        payments: what it will pay, by the invoice's number.
        receipts: value dates of what it will be paid, by the invoice's number; empty where its node writes
            receipts by itself.
    """

    proposals: list[tuple[float, WriteRecord]] = field(default_factory=list)
    payments: dict[str, Payment] = field(default_factory=dict)
    receipts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TradePlan:
    """All of the trade: a plan a firm, and what must come of it."""

    firms: list[FirmPlan]
    invoices: int
    paid: int

    @property
    def records(self) -> int:
        """How many records the trade consists of."""
        return self.paid * PAID_RECORDS + (self.invoices - self.paid) * UNPAID_RECORDS


def plan_of_file(path: Path, *, firms: int, currency: str) -> TradePlan:
    """Return the plan for an invoice file that the first firm imports: each customer pays when the file says.

    Which firm a customer falls to is the import's affair, so every debtor knows all payments and meets its own.

    Raises:
        ImportRefused: the file can't be read.
    """
    invoices = [
        row for row in read_invoices(path, ImportOptions(currency=currency or None)) if isinstance(row, InvoiceRow)
    ]
    payments = {row.number: Payment(0.0, row.settled) for row in invoices if row.settled is not None}
    plans = [FirmPlan()] + [FirmPlan(payments=payments) for _ in range(firms - 1)]
    return TradePlan(plans, len(invoices), sum(row.settled is not None for row in invoices))


def plan_of_sample(trade: Sequence[SampleInvoice], firms: Sequence[Firm], *, today: date, pace_s: float) -> TradePlan:
    """Return the plan for sample trade, its 18 months spread over `pace_s` seconds."""
    plans = [FirmPlan() for _ in firms]
    first_day = date.fromisoformat(trade[0].issued)
    seconds_a_day = pace_s / max(1, (today - first_day).days)

    def at_s(day: str) -> float:
        return (date.fromisoformat(day) - first_day).days * seconds_a_day

    valid_until = (today + timedelta(days=PROPOSAL_DAYS)).isoformat()
    for invoice in trade:
        record = WriteRecord(kind="credit.propose", fields=_proposal(invoice, firms, valid_until))
        plans[invoice.seller].proposals.append((at_s(invoice.issued), record))
        if invoice.paid is not None:
            plans[invoice.buyer].payments[invoice.reference] = Payment(at_s(invoice.paid), invoice.paid)
            plans[invoice.seller].receipts[invoice.reference] = invoice.paid
    return TradePlan(plans, len(trade), sum(invoice.paid is not None for invoice in trade))


def limits_of_file(firms: int, currency: str) -> list[LimitNeeded]:
    """Return what the customers of the first firm must grant it."""
    return [LimitNeeded(debtor, 0, currency) for debtor in range(1, firms)]


def limits_of_sample(trade: Sequence[SampleInvoice]) -> list[LimitNeeded]:
    """Return a limit for every debtor, creditor and currency that meet in the trade."""
    needed = {(invoice.buyer, invoice.seller, invoice.currency) for invoice in trade}
    return [LimitNeeded(*each) for each in sorted(needed)]


def _proposal(invoice: SampleInvoice, firms: Sequence[Firm], valid_until: str) -> dict[str, Any]:
    return {
        "debtor": firms[invoice.buyer].member,
        "creditor": firms[invoice.seller].member,
        "amount": invoice.amount_minor,
        "currency": invoice.currency,
        "issued": invoice.issued,
        "due": invoice.due,
        "grace_days": 0,
        "reference": invoice.reference,
        "description": invoice.description,
        "evidence": [],
        "assignable": True,
        "nettable": True,
        "valid_until": valid_until,
    }

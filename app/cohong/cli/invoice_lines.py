"""An invoice file as reputation reads it: what each customer owed, and when it paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from cohong.cli.file_check import refusal_error
from cohong.importing.invoices import ImportOptions, ImportRefused, InvoiceRow, ProblemRow, read_invoices
from cohong.insight.trade_lines import Payment, TradeLine

NO_CURRENCY: Final = "XXX"
"""ISO 4217 for none, where neither the file nor the options name one."""


@dataclass(frozen=True, slots=True)
class InvoiceFile:
    """What a file holds.

    Attributes:
        lines: by customer, each in the file's order.
        problems: rows that can't be taken; `cohong import FILE --dry-run` lists them.
    """

    lines: dict[str, list[TradeLine]]
    problems: int


def read_invoice_lines(file: Path, currency: str) -> InvoiceFile:
    """Return the invoices of a file as the importer takes them, with the customer as debtor.

    Raises:
        ApiError: `file-refused`, as the import would say it.
        OSError: the file can't be read.
    """
    lines: dict[str, list[TradeLine]] = {}
    problems = 0
    try:
        for row in read_invoices(file, ImportOptions(currency=currency or None)):
            if isinstance(row, InvoiceRow):
                lines.setdefault(row.customer, []).append(_line(row))
            problems += isinstance(row, ProblemRow)
    except ImportRefused as refused:
        raise refusal_error(refused) from refused
    return InvoiceFile(lines, problems)


def _line(row: InvoiceRow) -> TradeLine:
    return TradeLine(
        creditor=row.seller,
        currency=row.currency or NO_CURRENCY,
        amount_minor=row.amount_minor,
        issued=_ordinal(row.issued),
        due=_ordinal(row.due),
        payments=() if row.settled is None else (Payment(_ordinal(row.settled), row.amount_minor),),
        key=row.number,
    )


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()

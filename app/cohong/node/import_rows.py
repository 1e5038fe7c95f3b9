"""What becomes of the rows of an invoice file: drafts, and problems for a person. Runs on the engine's thread."""

import json
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from cohong.book.objects import Terms
from cohong.importing.invoices import InvoiceRow, ProblemRow, Row, RowReason, SkipReason
from cohong.ledger.drafts import Draft, KnownReference
from cohong.ledger.imports import Problem
from cohong.node.desk import Desk
from cohong.node.engine import now_ms
from cohong.node.import_job import ImportJob
from cohong.primitives.ids import MemberId
from cohong.primitives.invoice_number import without_leading_zeros

VALID_DAYS: Final = 90
"""How long a proposal made from an imported invoice may be accepted."""

UNKNOWN_COUNTERPARTY: Final = "unknown_counterparty"
OTHER_SELLER: Final = "other_seller"
OWN_PURCHASE: Final = "own_purchase"
CONFLICTS_WITH_RECORD: Final = "conflicts_with_record"
CURRENCY_NOT_ALLOWED: Final = "currency_not_allowed"
REFUSED_BY_RULES: Final = "refused_by_rules"


def keep_rows(desk: Desk, job: ImportJob, chunk: Sequence[Row], names: Mapping[str, MemberId]) -> None:
    """Turn rows into drafts and problems."""
    problems: list[Problem] = []
    invoices: list[tuple[InvoiceRow, MemberId]] = []
    for row in chunk:
        if isinstance(row, InvoiceRow):
            debtor = names.get(row.customer) or names.get(row.customer_name)
            if names.get(row.seller, desk.me) != desk.me:
                problems.append(_problem(row, "seller", row.seller, OTHER_SELLER))
            elif debtor == desk.me:
                problems.append(_problem(row, "customer", row.customer, OWN_PURCHASE))
            elif debtor is None or debtor not in desk.members:
                problems.append(_problem(row, "customer", row.customer, UNKNOWN_COUNTERPARTY))
            else:
                invoices.append((row, debtor))
        elif isinstance(row, ProblemRow):
            problems.append(
                Problem(row.line, row.where, row.value, str(row.reason), json.dumps(row.raw), row.of_number)
            )
        elif row.reason is SkipReason.DUPLICATE:
            job.counts["duplicates"] += 1
        elif row.reason is SkipReason.VOID:
            job.counts["void"] += 1
    drafts = _drafts(desk, job, invoices, problems)
    desk.ledger.add_drafts(drafts)
    desk.ledger.add_problems(job.record.id, problems)
    job.counts["added"] += len(drafts)
    job.counts["bad"] += len(problems)
    job.counts["rows"] = sum(count for name, count in job.counts.items() if name != "rows")
    for draft in drafts:
        code = draft.terms.currency
        job.totals[code] = job.totals.get(code, 0) + draft.terms.amount_minor


def _drafts(
    desk: Desk, job: ImportJob, invoices: Sequence[tuple[InvoiceRow, MemberId]], problems: list[Problem]
) -> list[Draft]:
    known = desk.ledger.known_references(desk.me, ((debtor, row.number) for row, debtor in invoices))
    allowed = desk.replica.lineage.rules.currencies
    drafts = []
    for row, debtor in invoices:
        currency = row.currency or job.request.currency
        alike = known[debtor, without_leading_zeros(row.number)]
        terms = (row.amount_minor, currency, row.issued, row.due)
        if (row.number, terms) in alike:
            job.counts["already"] += 1
        elif alike:
            problems.append(_unlike(row, terms, alike))
        elif allowed and currency not in allowed:
            problems.append(_problem(row, "currency", currency, CURRENCY_NOT_ALLOWED))
        else:
            alike.append((row.number, terms))
            drafts.append(_draft(desk, job, row, debtor, currency))
    return drafts


def _draft(desk: Desk, job: ImportJob, row: InvoiceRow, debtor: MemberId, currency: str) -> Draft:
    terms = Terms(
        debtor=debtor,
        creditor=desk.me,
        amount_minor=row.amount_minor,
        currency=currency,
        issued=row.issued,
        due=row.due,
        grace_days=0,
        reference=row.number,
        description=row.description,
        evidence=(),
        assignable=True,
        nettable=True,
        valid_until=(datetime.now(UTC) + timedelta(days=VALID_DAYS)).date().isoformat(),
    )
    return Draft(os.urandom(16), job.record.id, row.line, terms, row.settled, job.request.receipts, now_ms())


def _unlike(row: InvoiceRow, terms: tuple[int, str, str, str], alike: Sequence[KnownReference]) -> Problem:
    """Return what is wrong with a row that is not quite what is known under its number."""
    if any(number == row.number for number, _ in alike):
        return _problem(row, "number", row.number, CONFLICTS_WITH_RECORD)
    number, known = next((found for found in alike if found[1] == terms), alike[0])
    reason = RowReason.NUMBER_LACKS_ZEROS if known == terms else RowReason.ZEROS_AND_TERMS_DIFFER
    return _problem(row, "number", row.number, reason, number)


def _problem(row: InvoiceRow, column: str, value: str, reason: str, other: str = "") -> Problem:
    raw = [row.customer, row.customer_name, row.number, row.issued, row.due, str(row.amount_minor), row.settled or ""]
    where = f"{row.file}: {column}" if row.file else column
    return Problem(row.line, where, value, reason, json.dumps(raw), other)

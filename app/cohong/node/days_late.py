"""How late an obligation of the book will be paid: from what its debtor has paid, and what everybody has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from cohong.api.views import ForetoldDays, PaymentForetold
from cohong.insight.days_late import Invoice, foretold, weights_of
from cohong.ledger.ledger import Ledger
from cohong.ledger.paid_days import PaidDay
from cohong.primitives.ids import MemberId, ObjectId

KNOWN_MIN: Final = 10
"""Fewer payments than that, of everybody, say nothing."""
_TO_BE_PAID: Final = ("draft", "proposed", "active", "overdue", "defaulted")


def days_late_of(subject: ObjectId, ledger: Ledger, *, me: MemberId, today: str) -> PaymentForetold | None:
    """Return what is foretold of an obligation on an ISO day, or why nothing is; None if it is not here."""
    with ledger.one_state():
        view = ledger.obligation_view(subject, me=me, today=today)
        if view is None:
            return None
        row = view.row
        is_to_be_paid = row.state in _TO_BE_PAID
        everybody = ledger.paid_days.paid_by_all() if is_to_be_paid else []
        known = len(everybody) >= KNOWN_MIN
        own = ledger.paid_days.paid_by(row.debtor) if known else []
    return PaymentForetold(
        object=row.id.hex(),
        debtor=row.debtor.hex(),
        debtor_name=row.debtor_name,
        side=row.side,
        due=row.due,
        as_of=today,
        foretold=_foretold(row.due, own, everybody, today) if known else None,
        why="" if known else "too-few" if is_to_be_paid else "nothing-owed",
    )


def _foretold(due: str, own: Sequence[PaidDay], everybody: Sequence[PaidDay], today: str) -> ForetoldDays:
    due_on, day = date.fromisoformat(due), date.fromisoformat(today)
    on_day = day.toordinal()
    # Not paid yet, it is paid today at the earliest.
    found = foretold(
        _invoices(own), weights_of(_invoices(everybody), on_day), on_day, at_least=max(0, (day - due_on).days)
    )
    return ForetoldDays(
        days=round(found.days, 2),
        error_days=round(found.error_days, 2),
        low=found.low,
        high=found.high,
        paid_on=(due_on + timedelta(days=round(found.days))).isoformat(),
        own=found.own,
        own_mean=None if found.own_mean is None else round(found.own_mean, 2),
        everybody=len(everybody),
        everybody_mean=round(found.others_mean, 2),
    )


def _invoices(paid: Sequence[PaidDay]) -> list[Invoice]:
    return [Invoice("", each.due, each.due, each.paid_on) for each in paid]

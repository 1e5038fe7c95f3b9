"""What a card says of how a member pays: the grade without all that it rests on."""

from __future__ import annotations

from cohong.api.views.base import View


class CardGrade(View, frozen=True):
    """A member's grade in brief, as of today; `check.report` has the whole.

    Attributes:
        too_many: more obligations than are counted for a card: only the report tells, all the figures here are empty.
        grade: none for a thin file, or where nothing has turned out yet.
        trend: `better`, `steady` or `worse` than three to six months ago; none without a grade today or then.
        sureness: low, medium or high.
        invoices: obligations that count, as debtor; of these paid within terms, late (overdue ones too) or lost.
        disputed: obligations with an open dispute: they count for nothing else.
        defaults: in default or paid after one.
        forked: it is proven to have signed two different entries in one place.
        as_of_ms: time of the newest record about one of its debts, 0 if there is none.
    """

    member: str
    too_many: bool = False
    grade: str | None = None
    trend: str | None = None
    sureness: str = "low"
    invoices: int = 0
    paid_within_terms: int = 0
    late: int = 0
    lost: int = 0
    mean_days_late: float | None = None
    counterparties: int = 0
    thin: bool = True
    disputed: int = 0
    defaults: int = 0
    forked: bool = False
    as_of_ms: int = 0

"""How a member pays, what grade that gives, and how sure it is: `docs/reputation.md` says how each is computed."""

from __future__ import annotations

from cohong.api.views.base import View


class OnTimeBand(View, frozen=True):
    """The probability of paying within terms lies from low to high with 90 %; no mean for a thin file."""

    mean: float | None
    low: float
    high: float


class LargestCounterparty(View, frozen=True):
    """One of the creditors that weigh most: its share of the weight of all outcomes."""

    creditor: str
    invoices: int
    share: float
    name: str = ""


class CurrencyPayments(View, frozen=True):
    """A member's debts in one currency; `ageing_minor` is current, 1-30, 31-60, 61-90, 91 and more days past due."""

    currency: str
    open_minor: int
    overdue_minor: int
    settled_minor: int
    highest_minor: int
    ageing_minor: list[int]
    paid_minor: int
    paid_minor_days: int
    past_due_minor: int
    past_due_minor_days: int
    days_beyond_terms: float | None
    paid_days_beyond_terms: float | None


class QuarterOfPayments(View, frozen=True):
    """Obligations due in one quarter ("2026-Q1") that have turned out."""

    quarter: str
    on_time: int
    late: int
    lost: int
    settled: int
    days_late_sum: int


class PaymentFacts(View, frozen=True):
    """Counts over obligations as debtor that count, as `cohong.insight.payment_facts` has them."""

    invoices: int
    disputed: int
    settled: int
    paid_within_terms: int
    late: int
    lost: int
    days_late_sum: int
    worst_days_late: int
    counterparties: int
    disputes_opened: int
    disputes_lost: int
    defaults: int
    cures: int
    guarantees_honoured: int
    months_on_file: int
    months_on_time: int
    mean_days_late: float | None
    effective_counterparties: float
    thin: bool
    on_time: OnTimeBand
    largest: list[LargestCounterparty]
    currencies: list[CurrencyPayments]
    quarters: list[QuarterOfPayments]


class ScoreTerm(View, frozen=True):
    """Points of one term of the scorecard, and the figures that they are for."""

    term: str
    points: int
    of: int
    figures: dict[str, int | float | str]


class ScoreChange(View, frozen=True):
    """What would change the grade: how many of what, and what it would become."""

    kind: str
    count: int
    grade: str | None
    points: int


class PaymentScore(View, frozen=True):
    """Grade A to E, none for a thin file; terms with what cost the most points first."""

    grade: str | None
    points: int
    terms: list[ScoreTerm]
    changes: list[ScoreChange]


class ConfidenceGround(View, frozen=True):
    """One of the four that confidence rests on; no number where it is without end."""

    ground: str
    sureness: str
    number: float | None


class ReportConfidence(View, frozen=True):
    """How sure it is, low, medium or high, by the weakest ground."""

    sureness: str
    because: str
    grounds: list[ConfidenceGround]


class PaymentReport(View, frozen=True):
    """The report about how one member pays, as of a day."""

    member: str
    as_of: str
    facts: PaymentFacts
    score: PaymentScore
    confidence: ReportConfidence

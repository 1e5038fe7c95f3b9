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


class MonthOfPayments(View, frozen=True):
    """What was due in one month ("2026-02") and is settled or overdue: on time, 1-30 days late, 31-60, 61-90, 91+."""

    month: str
    counts: list[int]


class DaysLate(View, frozen=True):
    """How late what is settled or overdue is.

    Attributes:
        counts: not late at all, 1-7 days late, 8-14, 15-30, 31-60, 61-90, 91 and more.
        median, ninth: days late that half of them, and nine in ten, do not exceed; None without any.
    """

    counts: list[int]
    median: int | None
    ninth: int | None


class ScoreAt(View, frozen=True):
    """The score as it was at the end of a day, over the obligations that count today.

    Attributes:
        turned_late, lost: obligations that went past due and grace days unpaid since the one before it in the list;
            those that were given up by now are in `lost` alone.
        events: how many disputes were opened, settled (closed, or ruled on for the member) and lost, corrections asked
            for and defaults declared since then, where there were any.
    """

    day: str
    grade: str | None
    points: int
    on_time: OnTimeBand
    turned_late: int
    lost: int
    events: dict[str, int] = {}


class ComesBack(View, frozen=True):
    """Of what a member has repaid in one currency, what came back to it within two hops; newer payments weigh more."""

    currency: str
    paid_minor: int
    back_minor: int


class RingCheck(View, frozen=True):
    """How much of what a member pays comes back to it; as of a day, from what was in the book at `read_ms`."""

    member: str
    as_of: str
    read_ms: int
    currencies: list[ComesBack]


class PaymentReport(View, frozen=True):
    """The report about how one member pays, as of a day.

    Attributes:
        months: the last 24 up to the last in which something was due, oldest first, none left out between.
        over_time: the score at the ends of the last eight quarters and on the day, oldest first.
        gaps: first and last month of each span, among the last 24 months, in which nothing was issued, due or paid.
        waiting, contested: obligations of the member whose newest record waits for votes; is contested or refused.
        voters, voters_in_touch: how many there are; those connected now, this machine's member among them.
    """

    member: str
    as_of: str
    facts: PaymentFacts
    score: PaymentScore
    confidence: ReportConfidence
    months: list[MonthOfPayments]
    days_late: DaysLate
    over_time: list[ScoreAt]
    gaps: list[tuple[str, str]]
    waiting: int = 0
    contested: int = 0
    voters: int = 0
    voters_in_touch: int = 0


class ReportMade(View, frozen=True):
    """A signed credit report: a W3C Verifiable Credential that anybody can check without a node (`cohong verify`).

    Attributes:
        report: its canonical JSON; a file is to have just these bytes.
        sha256: of these bytes, in hex.
        lines, left_out: obligations in it, and how many more it rests on.
        records: how many records in it prove these lines.
    """

    member: str
    network: str
    report: str
    sha256: str
    lines: int
    left_out: int
    records: int

"""How a member has paid: facts that are the same for every viewer, each a count, a sum, or made of these alone.

They are over obligations as debtor, confirmed and without an open dispute, that were open in the last five years
(`trade_lines`). Money is in minor units of its own currency; no figure adds up two currencies.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cohong.insight.evidence import OnTime, on_time_of
from cohong.insight.trade_lines import Mark, Outcome, Standing, TradeLine, standings_at

BAND_EDGES: Final = (0, 30, 60, 90)
"""Days past due up to which an amount is current, 1-30, 31-60, 61-90; beyond the last, 91 and more."""


@dataclass(frozen=True, slots=True)
class CurrencyFacts:
    """A member's debts in one currency, in minor units.

    Attributes:
        open_minor: outstanding, by age in `ageing_minor`.
        overdue_minor: of this, past due and grace days.
        settled_minor: amounts of what is paid in full.
        highest_minor: the most that was open at the end of any day.
        ageing_minor: outstanding by days past due: current, 1-30, 31-60, 61-90, 91 and more.
        paid_minor, paid_minor_days: what was paid, and the sum over the payments of amount × days beyond the due day;
            early is 0.
        past_due_minor, past_due_minor_days: what is owed past its due day, and the sum of amount × days up to now.
    """

    currency: str
    open_minor: int
    overdue_minor: int
    settled_minor: int
    highest_minor: int
    ageing_minor: tuple[int, ...]
    paid_minor: int
    paid_minor_days: int
    past_due_minor: int
    past_due_minor_days: int

    @property
    def days_beyond_terms(self) -> float | None:
        """DBT, amount-weighted, of what was paid and what is past due; None before there is either."""
        weighed_minor = self.paid_minor + self.past_due_minor
        return (self.paid_minor_days + self.past_due_minor_days) / weighed_minor if weighed_minor else None

    @property
    def paid_days_beyond_terms(self) -> float | None:
        """The same of what was paid alone."""
        return self.paid_minor_days / self.paid_minor if self.paid_minor else None


@dataclass(frozen=True, slots=True)
class Quarter:
    """Obligations due in one quarter ("2026-Q1") that have turned out; `days_late_sum` is of those that are settled."""

    quarter: str
    on_time: int
    late: int
    lost: int
    settled: int
    days_late_sum: int


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """How a member pays, on a day.

    Attributes:
        invoices: obligations that count; `disputed` ones do not.
        settled: of these, paid in full, nothing given up.
        paid_within_terms: settled with the last payment no later than due + grace days, and never in default.
        late: settled later than that, or open and overdue.
        lost: given up by their holder, in part or as a whole, come back later or not.
        days_late_sum: days beyond the due day of the settled ones, early counted as 0.
        worst_days_late: the most of one obligation, open ones up to the day.
        counterparties: different creditors.
        quarters: by the due day, oldest first.
        disputes_opened, disputes_lost: obligations about which a dispute was ever opened, or lost by the debtor; those
            with an open dispute among them.
        defaults, cures: obligations that were ever in default; of these, paid in full later.
        months_on_file: whole months since the first of them was issued; 0 without any.
        months_on_time: whole months since the first that was paid within terms was issued.
        newest_day: of the newest thing known of them; None without any.
        final: how many of them rest on records that are final.
    """

    as_of: int
    invoices: int
    disputed: int
    settled: int
    paid_within_terms: int
    late: int
    lost: int
    days_late_sum: int
    worst_days_late: int
    counterparties: int
    on_time: OnTime
    currencies: tuple[CurrencyFacts, ...]
    quarters: tuple[Quarter, ...]
    disputes_opened: int
    disputes_lost: int
    defaults: int
    cures: int
    guarantees_honoured: int
    months_on_file: int
    months_on_time: int
    newest_day: int | None
    final: int


def payment_facts(lines: Iterable[TradeLine], as_of: int, *, guarantees_honoured: int = 0) -> PaymentFacts:
    """Return the facts at the end of a day, over a member's lines in any order."""
    return facts_of(standings_at(lines, as_of), as_of, guarantees_honoured=guarantees_honoured)


def facts_of(every: Sequence[Standing], as_of: int, *, guarantees_honoured: int = 0) -> PaymentFacts:
    """Return the facts over lines as they stand on a day, each issued by then and not ended five years before."""
    counted = [each for each in every if Mark.DISPUTED not in each.line.marks]
    settled = [each for each in counted if each.is_settled]
    return PaymentFacts(
        as_of=as_of,
        invoices=len(counted),
        disputed=len(every) - len(counted),
        settled=len(settled),
        paid_within_terms=_count(counted, Outcome.ON_TIME),
        late=_count(counted, Outcome.LATE),
        lost=_count(counted, Outcome.LOST),
        days_late_sum=sum(each.days_late for each in settled),
        worst_days_late=max((each.days_late for each in counted), default=0),
        counterparties=len({each.line.creditor for each in counted}),
        on_time=on_time_of(counted, as_of),
        currencies=tuple(
            _in_currency(currency, [each for each in counted if each.line.currency == currency], as_of)
            for currency in sorted({each.line.currency for each in counted})
        ),
        quarters=_quarters(counted),
        disputes_opened=_marked(every, Mark.DISPUTE_OPENED, Mark.DISPUTED, Mark.DISPUTE_LOST),
        disputes_lost=_marked(every, Mark.DISPUTE_LOST),
        defaults=_marked(counted, Mark.DEFAULTED, Mark.CURED),
        cures=_marked(counted, Mark.CURED),
        guarantees_honoured=guarantees_honoured,
        months_on_file=_months_since_first(counted, as_of),
        months_on_time=_months_since_first([each for each in counted if each.outcome is Outcome.ON_TIME], as_of),
        newest_day=max((min(each.line.last_day, as_of) for each in counted), default=None),
        final=sum(each.line.is_final for each in counted),
    )


def _count(standings: Sequence[Standing], outcome: Outcome) -> int:
    return sum(each.outcome is outcome for each in standings)


def _marked(standings: Sequence[Standing], *marks: Mark) -> int:
    return sum(not each.line.marks.isdisjoint(marks) for each in standings)


def _in_currency(currency: str, standings: Sequence[Standing], as_of: int) -> CurrencyFacts:
    ageing = [0] * (len(BAND_EDGES) + 1)
    for each in standings:
        ageing[bisect_left(BAND_EDGES, each.days_late)] += each.outstanding_minor
    paid = [(payment.minor, payment.day - each.line.due) for each in standings for payment in each.paid]
    past_due = [(each.outstanding_minor, as_of - each.line.due) for each in standings if as_of > each.line.due]
    return CurrencyFacts(
        currency,
        sum(ageing),
        sum(each.outstanding_minor for each in standings if each.is_overdue),
        sum(each.line.amount_minor for each in standings if each.is_settled),
        highest_open(standings),
        tuple(ageing),
        sum(minor for minor, _ in paid),
        sum(minor * max(0, days) for minor, days in paid),
        sum(minor for minor, _ in past_due),
        sum(minor * days for minor, days in past_due),
    )


def highest_open(standings: Iterable[Standing]) -> int:
    """Return the most that was owed of these at the end of any day, in minor units of their currency."""
    changes: dict[int, int] = {}
    for each in standings:
        line = each.line
        changes[line.issued] = changes.get(line.issued, 0) + line.amount_minor
        for payment in each.paid:
            day = max(payment.day, line.issued)
            changes[day] = changes.get(day, 0) - payment.minor
    highest = running = 0
    for day in sorted(changes):
        running += changes[day]
        highest = max(highest, running)
    return highest


def _quarters(standings: Iterable[Standing]) -> tuple[Quarter, ...]:
    by_quarter: dict[str, list[Standing]] = {}
    for each in standings:
        if each.outcome is not Outcome.PENDING:
            due = date.fromordinal(each.line.due)
            by_quarter.setdefault(f"{due.year:04}-Q{(due.month + 2) // 3}", []).append(each)
    return tuple(
        Quarter(
            quarter,
            _count(due, Outcome.ON_TIME),
            _count(due, Outcome.LATE),
            _count(due, Outcome.LOST),
            sum(each.is_settled for each in due),
            sum(each.days_late for each in due if each.is_settled),
        )
        for quarter, due in sorted(by_quarter.items())
    )


def _months_since_first(standings: Sequence[Standing], as_of: int) -> int:
    first = date.fromordinal(min((each.line.issued for each in standings), default=as_of))
    last = date.fromordinal(as_of)
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)

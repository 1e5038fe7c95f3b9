"""How a member has paid and what grade that gives, as plain values and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from cohong.cli.output import money
from cohong.insight.evidence import THIN_BELOW
from cohong.insight.payment_facts import CurrencyFacts, PaymentFacts
from cohong.insight.score_changes import Change, ChangeKind
from cohong.insight.scorecard import Figures, Score, Term
from cohong.primitives.money import UnknownCurrency

_COUNTS: Final = (
    "invoices", "disputed", "settled", "paid_within_terms", "late", "lost", "days_late_sum", "worst_days_late",
    "counterparties", "disputes_opened", "disputes_lost", "defaults", "cures", "guarantees_honoured", "months_on_file",
    "months_on_time",
)  # fmt: skip
_OF_CURRENCY: Final = (
    "currency", "open_minor", "overdue_minor", "settled_minor", "highest_minor", "ageing_minor", "paid_minor",
    "paid_minor_days", "past_due_minor", "past_due_minor_days", "days_beyond_terms", "paid_days_beyond_terms",
)  # fmt: skip
_OF_QUARTER: Final = ("quarter", "on_time", "late", "lost", "settled", "days_late_sum")


def facts_plain(facts: PaymentFacts) -> dict[str, Any]:
    """Return the facts as JSON holds them; the mean is null for a thin file."""
    on_time = facts.on_time
    return {
        **_values(facts, _COUNTS),
        "mean_days_late": facts.days_late_sum / facts.settled if facts.settled else None,
        "effective_counterparties": round(on_time.effective_counterparties, 4),
        "thin": on_time.is_thin,
        "on_time": {
            "mean": None if on_time.is_thin else round(on_time.mean, 4),
            "low": round(on_time.low, 4),
            "high": round(on_time.high, 4),
        },
        "currencies": [_values(currency, _OF_CURRENCY) for currency in facts.currencies],
        "quarters": [_values(quarter, _OF_QUARTER) for quarter in facts.quarters],
    }


def facts_told(facts: PaymentFacts) -> Iterable[tuple[str, str]]:
    """Yield the facts in words, each with its denominator."""
    yield "Invoices", f"{facts.invoices:,}, {facts.disputed:,} more in dispute"
    yield "Paid within terms", f"{facts.paid_within_terms:,} of {facts.settled:,} paid"
    yield "Late", f"{facts.late:,}, at worst by {facts.worst_days_late:,} days; {facts.lost:,} given up by the creditor"
    if facts.settled:
        yield "Days late", f"{facts.days_late_sum / facts.settled:.2f} on average of what is paid"
    on_time = facts.on_time
    band = f"{100 * on_time.low:.0f} to {100 * on_time.high:.0f} %"
    if on_time.is_thin:
        found = f"{on_time.effective_counterparties:.1f} of {THIN_BELOW:.0f} effective counterparties"
        yield "Will pay within terms", f"{band}; thin file: {found} needed for a number"
    else:
        yield "Will pay within terms", f"{100 * on_time.mean:.0f} % ({band}, with nine tenths certainty)"
    yield (
        "Counterparties",
        f"{facts.counterparties:,}, effective {on_time.effective_counterparties:.1f}; {facts.months_on_file} months",
    )
    for currency in facts.currencies:
        yield currency.currency, _money_told(currency)


def score_plain(score: Score, changes: Sequence[Change]) -> dict[str, Any]:
    """Return a score as JSON holds it; the grade is null for a thin file."""
    return {
        "grade": score.grade,
        "points": score.points,
        "terms": [
            {"term": each.term, "points": each.points, "of": each.points_max, "figures": dict(each.figures)}
            for each in score.terms
        ],
        "changes": [
            {"kind": each.kind, "count": each.count, "grade": each.grade, "points": each.points} for each in changes
        ],
    }


def score_told(score: Score, changes: Sequence[Change]) -> Iterable[tuple[str, str]]:
    """Yield the grade, what each term gave, the dearest first, and what would change it."""
    yield "Grade", f"{score.grade or 'none: thin file'}; {score.points} of 100 points"
    for each in score.terms:
        yield f"{each.points} of {each.points_max}", _REASONS[each.term](each.figures)
    for change in changes:
        became = f"grade {change.grade}" if change.grade else "thin file"
        yield "What would change it", f"{_CHANGES[change.kind].format(change.count)}: {became}, {change.points} points"


_REASONS: Final[dict[Term, Callable[[Figures], str]]] = {
    Term.ON_TIME: lambda of: f"{of['paid_within_terms']} of {of['turned_out']} within terms",
    Term.BEYOND_TERMS: lambda of: f"{of['days']:.1f} days beyond terms by amount {of['currency']}".rstrip(),
    Term.OVERDUE: lambda of: (
        f"{amount_words(int(of['overdue_minor']), str(of['currency']))} overdue of "
        f"{amount_words(int(of['open_minor']), str(of['currency']))} that is open"
        if of["open_minor"]
        else "nothing is open"
    ),
    Term.LOSSES: lambda of: f"{of['lost']} given up, {of['defaults']} in default, {of['cures']} of these paid later",
    Term.DISPUTES: lambda of: f"{of['lost']} of {of['opened']} disputes lost",
    Term.HISTORY: lambda of: f"{of['months']} months since the first paid within terms",
    Term.BREADTH: lambda of: f"{of['paid_on_time']} of {of['counterparties']} counterparties paid within terms",
}
_CHANGES: Final[dict[ChangeKind, str]] = {
    ChangeKind.ON_TIME: "{} more paid within terms",
    ChangeKind.PAY_OVERDUE: "paying the {} overdue today",
    ChangeKind.LATE: "{} more paid 31 days late",
}


def _money_told(facts: CurrencyFacts) -> str:
    told = [
        f"open {amount_words(facts.open_minor, facts.currency)}, overdue "
        f"{amount_words(facts.overdue_minor, facts.currency)}",
        f"highest {amount_words(facts.highest_minor, facts.currency)}",
    ]
    if facts.days_beyond_terms is not None:
        told.append(f"{facts.days_beyond_terms:.2f} days beyond terms by amount")
    return "; ".join(told)


def amount_words(minor: int, currency: str) -> str:
    """Return an amount for a person, also where the currency is not known."""
    try:
        return money(minor, currency)
    except UnknownCurrency:
        return f"{minor / 100:,.2f}"


def _values(of: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(of, name) for name in names}

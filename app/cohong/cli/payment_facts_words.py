"""How a member has paid and what grade that gives, in words; out of the plain values of `cohong.insight.plain`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from cohong.cli.output import money
from cohong.insight.confidence import Ground
from cohong.insight.evidence import THIN_BELOW
from cohong.insight.score_changes import ChangeKind
from cohong.insight.scorecard import Term
from cohong.primitives.money import UnknownCurrency

Plain = Mapping[str, Any]


def facts_told(facts: Plain) -> Iterable[tuple[str, str]]:
    """Yield the facts, each with its denominator."""
    yield "Invoices", f"{facts['invoices']:,}, {facts['disputed']:,} more in dispute"
    yield "Paid within terms", f"{facts['paid_within_terms']:,} of {facts['settled']:,} paid"
    yield (
        "Late",
        f"{facts['late']:,}, at worst by {facts['worst_days_late']:,} days; {facts['lost']:,} given up by the creditor",
    )
    if facts["settled"]:
        yield "Days late", f"{facts['mean_days_late']:.2f} on average of what is paid"
    yield "Will pay within terms", _on_time_told(facts)
    effective, months = facts["effective_counterparties"], facts["months_on_file"]
    yield "Counterparties", f"{facts['counterparties']:,}, effective {effective:.1f}; {months} months on file"
    for currency in facts["currencies"]:
        yield currency["currency"], _money_told(currency)


def score_told(score: Plain) -> Iterable[tuple[str, str]]:
    """Yield the grade, what each term gave, the dearest first, and what would change it."""
    yield "Grade", f"{score['grade'] or 'none: thin file'}; {score['points']} of 100 points"
    for each in score["terms"]:
        yield f"{each['points']} of {each['of']}", _REASONS[Term(each["term"])](each["figures"])
    for change in score["changes"]:
        became = f"grade {change['grade']}" if change["grade"] else "thin file"
        what = _CHANGES[ChangeKind(change["kind"])].format(change["count"])
        yield "What would change it", f"{what}: {became}, {change['points']} points"


def confidence_told(confidence: Plain) -> str:
    """Return how sure it is, and why not more."""
    because = Ground(confidence["because"])
    number = next(each["number"] for each in confidence["grounds"] if each["ground"] == because)
    reason = "nothing is known" if number is None else _GROUNDS[because](number)
    return f"{confidence['sureness']}: {reason}"


def amount_words(minor: int, currency: str) -> str:
    """Return an amount for a person, also where the currency is not known."""
    try:
        return money(minor, currency)
    except UnknownCurrency:
        return f"{minor / 100:,.2f}"


def _on_time_told(facts: Plain) -> str:
    on_time = facts["on_time"]
    band = f"{100 * on_time['low']:.0f} to {100 * on_time['high']:.0f} %"
    if on_time["mean"] is None:
        found = f"{facts['effective_counterparties']:.1f} of {THIN_BELOW:.0f} effective counterparties"
        return f"{band}; thin file: {found} needed for a number"
    return f"{100 * on_time['mean']:.0f} % ({band}, with nine tenths certainty)"


def _money_told(currency: Plain) -> str:
    code = currency["currency"]
    told = [
        f"open {amount_words(currency['open_minor'], code)}, overdue {amount_words(currency['overdue_minor'], code)}",
        f"highest {amount_words(currency['highest_minor'], code)}",
    ]
    if currency["days_beyond_terms"] is not None:
        told.append(f"{currency['days_beyond_terms']:.2f} days beyond terms by amount")
    return "; ".join(told)


def _in(currency: str) -> str:
    return f", in {currency}" if currency else ""


def _overdue_told(of: Plain) -> str:
    if not of["open_minor"]:
        return "nothing is open"
    overdue, open_now = (amount_words(of[name], of["currency"]) for name in ("overdue_minor", "open_minor"))
    return f"{overdue} overdue of {open_now} that is open"


_REASONS: Final[dict[Term, Callable[[Plain], str]]] = {
    Term.ON_TIME: lambda of: f"{of['paid_within_terms']} of {of['turned_out']} within terms",
    Term.BEYOND_TERMS: lambda of: f"{of['days']:.1f} days beyond terms by amount{_in(of['currency'])}",
    Term.OVERDUE: _overdue_told,
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
_GROUNDS: Final[dict[Ground, Callable[[float], str]]] = {
    Ground.COUNTERPARTIES: lambda number: f"{number:.1f} effective counterparties",
    Ground.AGE: lambda number: f"the newest record is {number:.0f} days old",
    Ground.FINAL: lambda number: f"{100 * number:.0f} % of the records are final",
    Ground.SYNC: lambda number: f"{number:.0f} days since this machine heard from others",
}

"""What would change a grade: found by scoring the file again with what might come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median_low
from typing import Final

from cohong.insight.payment_facts import PaymentFacts, payment_facts
from cohong.insight.scorecard import Grade, Score, score_of
from cohong.insight.trade_lines import Mark, Payment, TradeLine, standings_at

COUNTS: Final = (1, 2, 5, 10, 20)
"""Of payments that are tried."""
LATE_DAYS: Final = 31
_TERMS_DAYS: Final = 30


class ChangeKind(StrEnum):
    """What might come: payments within terms, each counterparty in turn; all that is overdue is paid today; payments
    31 days late."""

    ON_TIME = "on-time"
    PAY_OVERDUE = "pay-overdue"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Change:
    """What a grade would become, and by how much of what.

    Attributes:
        count: the fewest of `COUNTS` payments that change the grade; of what is overdue, how many obligations.
    """

    kind: ChangeKind
    count: int
    grade: Grade | None
    points: int


def changes_of(lines: Sequence[TradeLine], as_of: int, *, guarantees_honoured: int = 0) -> list[Change]:
    """Return what would change the grade on a day; without any obligation there is nothing to try."""
    lines = [standing.line for standing in standings_at(lines, as_of)]
    counted = [line for line in lines if Mark.DISPUTED not in line.marks]
    if not counted:
        return []

    def score(of: Sequence[TradeLine]) -> Score:
        return score_of(payment_facts(of, as_of, guarantees_honoured=guarantees_honoured))

    facts = payment_facts(lines, as_of, guarantees_honoured=guarantees_honoured)
    before = score_of(facts)
    changes = []
    for kind, days_late in ((ChangeKind.ON_TIME, 0), (ChangeKind.LATE, LATE_DAYS)):
        for count in COUNTS:
            after = score([*lines, *_more(counted, facts, count, days_late)])
            if after.grade != before.grade:
                changes.append(Change(kind, count, after.grade, after.points))
                break
    overdue = {id(each.line) for each in standings_at(counted, as_of) if each.is_overdue}
    if overdue:
        after = score([_paid(line, as_of) if id(line) in overdue else line for line in lines])
        if after.points != before.points:
            changes.append(Change(ChangeKind.PAY_OVERDUE, len(overdue), after.grade, after.points))
    return changes


def _more(counted: Sequence[TradeLine], facts: PaymentFacts, count: int, days_late: int) -> list[TradeLine]:
    """Return so many more payments of today, of a usual amount, to the counterparty that weighs least first."""
    creditors = [each.creditor for each in reversed(facts.on_time.counterparties)]
    currencies = [line.currency for line in counted]
    currency = max(sorted(set(currencies)), key=currencies.count)
    amount_minor = median_low(line.amount_minor for line in counted if line.currency == currency)
    due = facts.as_of - days_late
    return [
        TradeLine(
            creditors[number % len(creditors)],
            currency,
            amount_minor,
            due - _TERMS_DAYS,
            due,
            payments=(Payment(facts.as_of, amount_minor),),
        )
        for number in range(count)
    ]


def _paid(line: TradeLine, as_of: int) -> TradeLine:
    paid_minor = sum(payment.minor for payment in line.payments if payment.day <= as_of)
    rest = Payment(as_of, line.amount_minor - line.given_up_minor - paid_minor)
    kept = tuple(payment for payment in line.payments if payment.day <= as_of)
    return replace(line, payments=(*kept, rest))

"""What would change a grade: found by scoring the file again with what might come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median_low
from typing import Final

from cohong.insight.payment_facts import PaymentFacts, facts_of
from cohong.insight.scorecard import Grade, Score, score_of
from cohong.insight.trade_lines import Mark, Payment, Standing, TradeLine, standing_of, standings_at

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


def changes_of(lines: Iterable[TradeLine], as_of: int) -> list[Change]:
    """Return what would change the grade on a day; without any obligation there is nothing to try."""
    every = standings_at(lines, as_of)
    counted = [each for each in every if Mark.DISPUTED not in each.line.marks]
    if not counted:
        return []

    def score(of: Sequence[Standing]) -> Score:
        return score_of(facts_of(of, as_of))

    facts = facts_of(every, as_of)
    before = score_of(facts)
    usual = _usual(counted, facts)
    changes = []
    for kind, days_late in ((ChangeKind.ON_TIME, 0), (ChangeKind.LATE, LATE_DAYS)):
        for count in COUNTS:
            after = score([*every, *standings_at(usual.more(count, days_late, as_of), as_of)])
            if after.grade != before.grade:
                changes.append(Change(kind, count, after.grade, after.points))
                break
    overdue = sum(each.is_overdue for each in counted)
    if overdue:
        after = score([_paid(each, as_of) if each.is_overdue else each for each in every])
        if after.points != before.points:
            changes.append(Change(ChangeKind.PAY_OVERDUE, overdue, after.grade, after.points))
    return changes


@dataclass(frozen=True, slots=True)
class _Usual:
    """What a payment of this member is like; the counterparty that weighs least is first."""

    creditors: tuple[str, ...]
    currency: str
    amount_minor: int

    def more(self, count: int, days_late: int, as_of: int) -> list[TradeLine]:
        """Return so many more payments of today."""
        due = as_of - days_late
        paid = (Payment(as_of, self.amount_minor),)
        turns = (self.creditors[number % len(self.creditors)] for number in range(count))
        return [
            TradeLine(creditor, self.currency, self.amount_minor, due - _TERMS_DAYS, due, payments=paid)
            for creditor in turns
        ]


def _usual(counted: Sequence[Standing], facts: PaymentFacts) -> _Usual:
    currencies = Counter(each.line.currency for each in counted)
    currency = max(sorted(currencies), key=currencies.__getitem__)
    amount_minor = median_low(each.line.amount_minor for each in counted if each.line.currency == currency)
    return _Usual(tuple(each.creditor for each in reversed(facts.on_time.counterparties)), currency, amount_minor)


def _paid(standing: Standing, as_of: int) -> Standing:
    payments = (*standing.paid, Payment(as_of, standing.outstanding_minor))
    return standing_of(replace(standing.line, payments=payments), as_of)

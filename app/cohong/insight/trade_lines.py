"""One member's obligations as debtor, as reputation sees them, and how each stands on a day.

A *trade line* is what credit reports call it: one debt with its terms and what was paid of it and when. It is made from
the book or from a file of invoices alike; whatever is computed from it need not know which.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

KEPT_DAYS: Final = 1_826
"""Five years: for so long an obligation counts after it has ended (an open one always does)."""


class Mark(StrEnum):
    """What lies over an obligation today. Since when is told by its events, where they are known.

    `DISPUTED` is an open dispute and takes the obligation out of everything that counts; `DISPUTE_OPENED` is one that
    there has ever been, `DISPUTE_LOST` one that was ruled on against the debtor.
    """

    DISPUTED = "disputed"
    DISPUTE_OPENED = "dispute-opened"
    DISPUTE_LOST = "dispute-lost"
    DEFAULTED = "defaulted"
    CURED = "cured"
    WRITTEN_OFF = "written-off"
    RECOVERED = "recovered"
    RESTRUCTURED = "restructured"


class EventKind(StrEnum):
    """What can come over an obligation on a day, beside payments.

    `DISPUTE_SETTLED` was closed by whoever opened it, or ruled on for the debtor; `CORRECTION` was asked for.
    """

    DEFAULTED = "defaulted"
    DISPUTE_OPENED = "dispute-opened"
    DISPUTE_SETTLED = "dispute-settled"
    DISPUTE_LOST = "dispute-lost"
    CORRECTION = "correction"


class Outcome(Enum):
    """How an obligation has turned out for its creditor."""

    PENDING = 0
    ON_TIME = 1
    LATE = 2
    LOST = 3


@dataclass(frozen=True, slots=True)
class Payment:
    """An amount that came in, or was set off, on a day."""

    day: int
    minor: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that came over an obligation on a day."""

    day: int
    kind: EventKind


@dataclass(frozen=True, slots=True)
class TradeLine:
    """One obligation. Days are proleptic ordinals, as `date.toordinal` gives them.

    Attributes:
        key: by which its record is found again.
        amount_minor: as last agreed, less what was sold on in parts: each part is a line of its own.
        due: as last agreed.
        grace_days: days after `due` on which a payment is still within terms.
        payments: in any order; never more than the amount in all.
        given_up_minor: what the holder has written off and not recovered.
        is_final: more than two thirds of the voters have signed for its newest record.
        events: in any order; none where nobody keeps their days.
    """

    creditor: str
    currency: str
    amount_minor: int
    issued: int
    due: int
    grace_days: int = 0
    payments: tuple[Payment, ...] = ()
    given_up_minor: int = 0
    marks: frozenset[Mark] = frozenset()
    is_final: bool = True
    key: str = ""
    events: tuple[Event, ...] = ()

    @property
    def last_day(self) -> int:
        """The day of the newest thing that is known of it."""
        return max((payment.day for payment in self.payments), default=self.issued)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a line stands at the end of a day.

    Attributes:
        paid: payments up to that day.
        outstanding_minor: still owed; nothing of what was given up.
        days_late: from the due day to the last payment, or while something is owed to the day asked about; early is 0,
            and so is what was given up as a whole.
        outcome_day: since when the outcome is known; while it is overdue, the day asked about, for it goes on.
    """

    line: TradeLine
    paid: tuple[Payment, ...]
    outstanding_minor: int
    days_late: int
    outcome: Outcome
    outcome_day: int

    @property
    def is_settled(self) -> bool:
        return self.outcome in (Outcome.ON_TIME, Outcome.LATE) and not self.outstanding_minor

    @property
    def is_overdue(self) -> bool:
        return self.outcome is Outcome.LATE and self.outstanding_minor > 0


def standing_of(line: TradeLine, as_of: int) -> Standing:
    """Return how a line that was issued by then stands at the end of a day."""
    paid = tuple(payment for payment in line.payments if payment.day <= as_of)
    outstanding_minor = max(0, line.amount_minor - line.given_up_minor - sum(payment.minor for payment in paid))
    last_paid = max((payment.day for payment in paid), default=line.issued)
    outcome, outcome_day = _outcome(line, outstanding_minor, last_paid, as_of)
    end = as_of if outstanding_minor else last_paid
    days_late = 0 if outcome is Outcome.LOST and not outstanding_minor else max(0, end - line.due)
    return Standing(line, paid, outstanding_minor, days_late, outcome, outcome_day)


def standings_at(lines: Iterable[TradeLine], as_of: int) -> list[Standing]:
    """Return how those lines stand that there were on a day and that had not ended five years before it."""
    standings = (standing_of(line, as_of) for line in lines if line.issued <= as_of)
    return [each for each in standings if each.outstanding_minor or each.outcome_day >= as_of - KEPT_DAYS]


def _outcome(line: TradeLine, outstanding_minor: int, last_paid: int, as_of: int) -> tuple[Outcome, int]:
    last_day_within_terms = line.due + line.grace_days
    if line.given_up_minor or line.marks & {Mark.WRITTEN_OFF, Mark.RECOVERED}:
        return Outcome.LOST, min(as_of, max(last_day_within_terms, last_paid))
    if not outstanding_minor:
        within_terms = last_paid <= last_day_within_terms and not line.marks & {Mark.DEFAULTED, Mark.CURED}
        return Outcome.ON_TIME if within_terms else Outcome.LATE, last_paid
    return Outcome.LATE if as_of > last_day_within_terms else Outcome.PENDING, as_of

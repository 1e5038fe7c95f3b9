"""The published scorecard: points for each term of the payment facts, their sum, and the grade that it gives.

Nothing but payment facts goes in, and every term is one number with a table of steps. One more payment within terms
never costs a point. One more late payment never earns one if it is at least as late as every one before: a payment
that is less late than the member's average lowers the days beyond terms, as it must. Breadth and history count those
who were paid within terms alone, so that nobody gains by being late with somebody new.

A thin file has points and no grade: the effective number of counterparties decides, and that can fall by one more
payment to the same one, or rise by one that is late to another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from cohong.insight.payment_facts import PaymentFacts

Figures: TypeAlias = Mapping[str, int | float | str]


class Term(StrEnum):
    """What points are given for."""

    ON_TIME = "on-time"
    BEYOND_TERMS = "beyond-terms"
    OVERDUE = "overdue"
    LOSSES = "losses"
    DISPUTES = "disputes"
    HISTORY = "history"
    BREADTH = "breadth"


class Grade(StrEnum):
    """From the best to the worst."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


@dataclass(frozen=True, slots=True)
class Steps:
    """Points for a number.

    Attributes:
        steps: (limit, points), the most points first; the first limit that is kept gives its points, none gives 0.
        more_is_better: the limit is the least that keeps it; otherwise the most.
    """

    steps: tuple[tuple[float, int], ...]
    more_is_better: bool

    def points(self, number: float) -> int:
        """Return the points for a number."""
        for limit, points in self.steps:
            if number >= limit if self.more_is_better else number <= limit:
                return points
        return 0

    @property
    def points_max(self) -> int:
        return self.steps[0][1]


SCORECARD: Final[dict[Term, Steps]] = {
    Term.ON_TIME: Steps(((0.95, 45), (0.9, 40), (0.85, 34), (0.8, 28), (0.7, 20), (0.6, 12), (0.5, 6)), True),
    Term.BEYOND_TERMS: Steps(((1, 20), (5, 16), (10, 12), (20, 8), (30, 4), (60, 1)), False),
    Term.OVERDUE: Steps(((0, 10), (0.05, 7), (0.2, 4), (0.5, 1)), False),
    Term.LOSSES: Steps(((0, 10), (0.5, 5), (1, 2)), False),
    Term.DISPUTES: Steps(((0, 5), (1, 2)), False),
    Term.HISTORY: Steps(((36, 5), (24, 4), (12, 3), (6, 2), (3, 1)), True),
    Term.BREADTH: Steps(((10, 5), (6, 4), (4, 3), (3, 2), (2, 1)), True),
}
"""`ON_TIME`: the mean probability of paying within terms. `BEYOND_TERMS`: DBT of the currency in which it is highest.
`OVERDUE`: overdue over open, likewise. `LOSSES`: obligations given up or in default, one that was cured as a half.
`DISPUTES`: lost. `HISTORY`: months since the first paid within terms was issued. `BREADTH`: counterparties that were
paid within terms."""

GRADES: Final = ((85, Grade.A), (70, Grade.B), (55, Grade.C), (35, Grade.D), (0, Grade.E))
"""From so many points on, of 100."""

assert sum(steps.points_max for steps in SCORECARD.values()) == 100


@dataclass(frozen=True, slots=True)
class TermPoints:
    """What one term gave.

    Attributes:
        number: what the steps were asked about.
        figures: what it is made of, by name, to be worded.
    """

    term: Term
    points: int
    points_max: int
    number: float
    figures: Figures

    @property
    def missing(self) -> int:
        """How many points the term has cost."""
        return self.points_max - self.points


@dataclass(frozen=True, slots=True)
class Score:
    """A member's points and grade.

    Attributes:
        grade: None for a thin file.
        terms: what has cost the most points first.
    """

    grade: Grade | None
    points: int
    terms: tuple[TermPoints, ...]


def score_of(facts: PaymentFacts) -> Score:
    """Return points and grade for these facts."""
    numbers = {
        Term.ON_TIME: _on_time(facts),
        Term.BEYOND_TERMS: _beyond_terms(facts),
        Term.OVERDUE: _overdue(facts),
        Term.LOSSES: _losses(facts),
        Term.DISPUTES: (facts.disputes_lost, {"lost": facts.disputes_lost, "opened": facts.disputes_opened}),
        Term.HISTORY: (facts.months_on_time, {"months": facts.months_on_time}),
        Term.BREADTH: _breadth(facts),
    }
    terms = [
        TermPoints(term, steps.points(numbers[term][0]), steps.points_max, *numbers[term])
        for term, steps in SCORECARD.items()
    ]
    points = sum(term.points for term in terms)
    grade = None if facts.on_time.is_thin else grade_of(points)
    return Score(grade, points, tuple(sorted(terms, key=lambda term: -term.missing)))


def grade_of(points: int) -> Grade:
    """Return the grade for a sum of points."""
    return next(grade for least, grade in GRADES if points >= least)


def _on_time(facts: PaymentFacts) -> tuple[float, Figures]:
    turned_out = facts.paid_within_terms + facts.late + facts.lost
    return facts.on_time.mean, {"paid_within_terms": facts.paid_within_terms, "turned_out": turned_out}


def _beyond_terms(facts: PaymentFacts) -> tuple[float, Figures]:
    by_currency = [(each.days_beyond_terms or 0.0, each.currency) for each in facts.currencies]
    days, currency = max(by_currency, default=(0.0, ""))
    return days, {"currency": currency, "days": days}


def _overdue(facts: PaymentFacts) -> tuple[float, Figures]:
    open_now = [each for each in facts.currencies if each.open_minor]
    if not open_now:
        return 0.0, {"currency": "", "overdue_minor": 0, "open_minor": 0}
    worst = max(open_now, key=lambda each: each.overdue_minor / each.open_minor)
    return worst.overdue_minor / worst.open_minor, {
        "currency": worst.currency,
        "overdue_minor": worst.overdue_minor,
        "open_minor": worst.open_minor,
    }


def _losses(facts: PaymentFacts) -> tuple[float, Figures]:
    number = facts.lost + facts.defaults - facts.cures / 2
    return number, {"lost": facts.lost, "defaults": facts.defaults, "cures": facts.cures}


def _breadth(facts: PaymentFacts) -> tuple[float, Figures]:
    paid_on_time = sum(each.on_time_weight > 0 for each in facts.on_time.counterparties)
    return paid_on_time, {"paid_on_time": paid_on_time, "counterparties": facts.counterparties}

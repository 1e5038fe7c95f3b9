"""What has changed about a member since it was last looked at: a few figures of its report, before and after.

Only what deserves a look is told. Probabilities and points fall a little every day, since what was paid long ago
weighs less: they are told once they have moved by a step. Confidence leaves out how long ago this machine heard from
others, which says nothing of the member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cohong.insight.confidence import Sureness, confidence_of
from cohong.insight.payment_facts import PaymentFacts
from cohong.insight.scorecard import Grade, score_of

POINTS_STEP: Final = 5
ON_TIME_STEP: Final = 0.02


class Figure(StrEnum):
    """What is watched, the most important first."""

    GRADE = "grade"
    DEFAULTS = "defaults"
    LOST = "lost"
    DISPUTED = "disputed"
    OVERDUE = "overdue"
    ON_TIME = "on-time"
    POINTS = "points"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Look:
    """The watched figures on a day.

    Attributes:
        grade: None for a thin file.
        on_time: probability of paying within terms; likewise.
        confidence: low, medium or high.
        overdue_minor: by currency, what is past due and grace days; none where it is 0.
        disputed: obligations with an open dispute.
        defaults, lost: obligations ever in default; given up by their holders.
    """

    grade: str | None
    points: int
    on_time: float | None
    confidence: str
    overdue_minor: Mapping[str, int]
    disputed: int
    defaults: int
    lost: int


Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after.

    Attributes:
        is_worse: for who is owed something; None where it is neither better nor worse.
        currency: of an amount in minor units.
    """

    figure: Figure
    before: Value
    after: Value
    is_worse: bool | None
    currency: str = ""


def look_at(facts: PaymentFacts) -> Look:
    """Return the watched figures of a member's payment facts."""
    score, on_time = score_of(facts), facts.on_time
    return Look(
        grade=None if score.grade is None else score.grade.value,
        points=score.points,
        on_time=None if on_time.is_thin else round(on_time.mean, 4),
        confidence=confidence_of(facts, synced_days=0).sureness.name.lower(),
        overdue_minor={each.currency: each.overdue_minor for each in facts.currencies if each.overdue_minor},
        disputed=facts.disputed,
        defaults=facts.defaults,
        lost=facts.lost,
    )


def changes_between(before: Look, after: Look) -> list[Change]:
    """Return what deserves a look, in the order of `Figure`."""
    return list(_changes(before, after))


def _changes(before: Look, after: Look) -> Iterator[Change]:
    if before.grade != after.grade:
        yield Change(Figure.GRADE, before.grade, after.grade, _is_worse_grade(before.grade, after.grade))
    for figure, old, new in (
        (Figure.DEFAULTS, before.defaults, after.defaults),
        (Figure.LOST, before.lost, after.lost),
        (Figure.DISPUTED, before.disputed, after.disputed),
    ):
        if old != new:
            yield Change(figure, old, new, new > old)
    for currency in _either(before.overdue_minor, after.overdue_minor):
        old, new = before.overdue_minor.get(currency, 0), after.overdue_minor.get(currency, 0)
        if old != new:
            yield Change(Figure.OVERDUE, old, new, new > old, currency)
    if _has_moved(before.on_time, after.on_time, ON_TIME_STEP):
        worse = None if before.on_time is None or after.on_time is None else after.on_time < before.on_time
        yield Change(Figure.ON_TIME, before.on_time, after.on_time, worse)
    # A grade is made of points: where it is told, they are told with it.
    if before.grade == after.grade and _has_moved(before.points, after.points, POINTS_STEP):
        yield Change(Figure.POINTS, before.points, after.points, after.points < before.points)
    if before.confidence != after.confidence:
        is_worse = Sureness[after.confidence.upper()] < Sureness[before.confidence.upper()]
        yield Change(Figure.CONFIDENCE, before.confidence, after.confidence, is_worse)


def _is_worse_grade(before: str | None, after: str | None) -> bool | None:
    if before is None or after is None:
        return None
    grades = list(Grade)
    return grades.index(Grade(after)) > grades.index(Grade(before))


def _has_moved(before: float | None, after: float | None, step: float) -> bool:
    if before is None or after is None:
        return before is not after
    # Rounded, so that a step is one whatever binary fractions make of it.
    return round(abs(after - before), 6) >= step


def _either(before: Iterable[str], after: Iterable[str]) -> list[str]:
    return sorted({*before, *after})

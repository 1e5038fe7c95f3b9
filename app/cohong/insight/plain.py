"""Facts, grade and confidence as plain values, as JSON holds them: what a file and a node answer alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from cohong.insight.confidence import Confidence
from cohong.insight.evidence import OnTime
from cohong.insight.payment_calendar import PaymentCalendar
from cohong.insight.payment_facts import PaymentFacts
from cohong.insight.score_changes import Change
from cohong.insight.score_history import ScoreAt
from cohong.insight.scorecard import Score

LARGEST_SHOWN: Final = 5
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


def plain_facts(facts: PaymentFacts) -> dict[str, Any]:
    """Return the facts; the mean is None for a thin file, and `largest` has the counterparties that weigh most."""
    on_time = facts.on_time
    weight = math.fsum(each.weight for each in on_time.counterparties)
    return {
        **_values(facts, _COUNTS),
        "mean_days_late": facts.days_late_sum / facts.settled if facts.settled else None,
        "effective_counterparties": round(on_time.effective_counterparties, 4),
        "thin": on_time.is_thin,
        "on_time": _band(on_time),
        "largest": [
            {"creditor": each.creditor, "invoices": each.lines, "share": round(each.weight / weight, 4)}
            for each in on_time.counterparties[:LARGEST_SHOWN]
            if weight
        ],
        "currencies": [_values(currency, _OF_CURRENCY) for currency in facts.currencies],
        "quarters": [_values(quarter, _OF_QUARTER) for quarter in facts.quarters],
    }


def plain_score(score: Score, changes: Sequence[Change]) -> dict[str, Any]:
    """Return the grade, None for a thin file, with its terms and what would change it."""
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


def plain_confidence(confidence: Confidence) -> dict[str, Any]:
    """Return how sure it is, and why; a number without end is None."""
    return {
        "sureness": confidence.sureness.name.lower(),
        "because": confidence.because,
        "grounds": [
            {
                "ground": ground,
                "sureness": sureness.name.lower(),
                "number": round(number, 4) if math.isfinite(number) else None,
            }
            for ground, sureness, number in confidence.grounds
        ],
    }


def plain_calendar(calendar: PaymentCalendar) -> dict[str, Any]:
    """Return payments by month and by days late, and the months about which nothing is known."""
    late = calendar.days_late
    return {
        "months": [{"month": each.month, "counts": list(each.counts)} for each in calendar.months],
        "days_late": {"counts": list(late.counts), "median": late.median, "ninth": late.ninth},
        "gaps": [list(gap) for gap in calendar.gaps],
    }


def plain_history(history: Iterable[ScoreAt]) -> list[dict[str, Any]]:
    """Return the scores over time; `events` only where something came over an obligation."""
    return [
        {
            "day": date.fromordinal(each.day).isoformat(),
            "grade": each.grade,
            "points": each.points,
            "on_time": _band(each.on_time),
            "turned_late": each.turned_late,
            "lost": each.lost,
            **({"events": dict(each.events)} if each.events else {}),
        }
        for each in history
    ]


def _band(on_time: OnTime) -> dict[str, float | None]:
    mean = None if on_time.is_thin else round(on_time.mean, 4)
    return {"mean": mean, "low": round(on_time.low, 4), "high": round(on_time.high, 4)}


def _values(of: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(of, name) for name in names}

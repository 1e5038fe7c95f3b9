"""How a score came to be what it is: the same scorecard at the end of each quarter.

A point is computed from the obligations that count today, as they stood on its day. Marks have no day of their own, so
that a default, a write-off or a lost dispute counts from the day after due and grace days on, and before it as if
nothing had been known; terms are those last agreed. What ended five years ago is in none of the points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from cohong.insight.evidence import OnTime
from cohong.insight.payment_facts import payment_facts
from cohong.insight.scorecard import Grade, score_of
from cohong.insight.trade_lines import Mark, Outcome, TradeLine, standing_of

QUARTERS: Final = 8
"""Ends of quarters that are looked back at, beside the day itself: as far as the months of the calendar go."""
_OF_DEFAULT: Final = frozenset(
    {Mark.DEFAULTED, Mark.CURED, Mark.WRITTEN_OFF, Mark.RECOVERED, Mark.DISPUTE_LOST, Mark.DISPUTE_OPENED}
)


@dataclass(frozen=True, slots=True)
class ScoreAt:
    """The score at the end of a day.

    Attributes:
        turned_late, lost: obligations that went past due and grace days unpaid since the point before; those that were
            given up by now are in `lost` alone.
    """

    day: int
    grade: Grade | None
    points: int
    on_time: OnTime
    turned_late: int
    lost: int


def score_history(lines: Iterable[TradeLine], as_of: int) -> list[ScoreAt]:
    """Return the scores at the ends of the last quarters and on a day, oldest first; none before the first line.

    The last is the score of the day, with all that is known.
    """
    issued = [line for line in lines if line.issued <= as_of]
    if not issued:
        return []
    first = min(line.issued for line in issued)
    days = [day for day in quarter_ends(as_of) if day >= first]
    spans = zip([first, *days], days, strict=False)
    past = [_score_at([as_known_on(line, day) for line in issued], since, day) for since, day in spans]
    return [*past, _score_at(issued, days[-1] if days else first, as_of)]


def quarter_ends(as_of: int) -> list[int]:
    """Return the last days of the `QUARTERS` quarters before a day, oldest first."""
    on = date.fromordinal(as_of)
    ends = []
    for _ in range(QUARTERS):
        on = date(on.year, (on.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)
        ends.append(on.toordinal())
    return ends[::-1]


def as_known_on(line: TradeLine, day: int) -> TradeLine:
    """Return a line without what cannot have been known of it at the end of a day."""
    if day > line.due + line.grace_days:
        return line
    return replace(line, marks=line.marks - _OF_DEFAULT, given_up_minor=0)


def _score_at(lines: Sequence[TradeLine], since: int, day: int) -> ScoreAt:
    facts = payment_facts(lines, day)
    score = score_of(facts)
    ended = [(line, line.due + line.grace_days + 1) for line in lines if Mark.DISPUTED not in line.marks]
    outcomes = [standing_of(line, after).outcome for line, after in ended if since < after <= day]
    late, lost = outcomes.count(Outcome.LATE), outcomes.count(Outcome.LOST)
    return ScoreAt(day, score.grade, score.points, facts.on_time, late, lost)

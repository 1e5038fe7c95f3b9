"""How a score came to be what it is: the same scorecard at the end of each quarter.

A point is computed from the obligations that count today, as they stood on its day. A default or a lost dispute counts
from its day on, and where that is not known, as of a write-off, from the day after due and grace days; before it as if
nothing had been known. Terms are those last agreed. What ended five years ago is in none of the points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from cohong.insight.evidence import OnTime
from cohong.insight.payment_facts import payment_facts
from cohong.insight.scorecard import Grade, score_of
from cohong.insight.trade_lines import EventKind, Mark, Outcome, TradeLine, standing_of

QUARTERS: Final = 8
"""Ends of quarters that are looked back at, beside the day itself: as far as the months of the calendar go."""
_OF_DEFAULT: Final = frozenset(
    {Mark.DEFAULTED, Mark.CURED, Mark.WRITTEN_OFF, Mark.RECOVERED, Mark.DISPUTE_LOST, Mark.DISPUTE_OPENED}
)
_BROUGHT_BY: Final = {
    Mark.DEFAULTED: EventKind.DEFAULTED,
    Mark.CURED: EventKind.DEFAULTED,
    Mark.DISPUTE_OPENED: EventKind.DISPUTE_OPENED,
    Mark.DISPUTE_LOST: EventKind.DISPUTE_LOST,
}


@dataclass(frozen=True, slots=True)
class ScoreAt:
    """The score at the end of a day.

    Attributes:
        turned_late, lost: obligations that went past due and grace days unpaid since the point before; those that were
            given up by now are in `lost` alone.
        events: how many of each kind there were since the point before, of the first up to it; in the kinds' order.
            Those of obligations with an open dispute are among them.
    """

    day: int
    grade: Grade | None
    points: int
    on_time: OnTime
    turned_late: int
    lost: int
    events: tuple[tuple[EventKind, int], ...] = ()


def score_history(lines: Iterable[TradeLine], as_of: int) -> list[ScoreAt]:
    """Return the scores at the ends of the last quarters and on a day, oldest first; none before the first line.

    The last is the score of the day, with all that is known.
    """
    issued = [line for line in lines if line.issued <= as_of]
    if not issued:
        return []
    first = min(line.issued for line in issued)
    days = [day for day in quarter_ends(as_of) if day >= first]
    spans = zip([0, *days], days, strict=False)
    past = [_score_at([as_known_on(line, day) for line in issued], since, day) for since, day in spans]
    return [*past, _score_at(issued, days[-1] if days else 0, as_of)]


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
    unknown = {mark for mark in line.marks & _OF_DEFAULT if _known_from(line, mark) > day}
    given_up_minor = line.given_up_minor if day > line.due + line.grace_days else 0
    if not unknown and given_up_minor == line.given_up_minor:
        return line
    return replace(line, marks=line.marks - unknown, given_up_minor=given_up_minor)


def _known_from(line: TradeLine, mark: Mark) -> int:
    brought_by = _BROUGHT_BY.get(mark)
    return min((each.day for each in line.events if each.kind is brought_by), default=line.due + line.grace_days + 1)


def _score_at(lines: Sequence[TradeLine], since: int, day: int) -> ScoreAt:
    facts = payment_facts(lines, day)
    score = score_of(facts)
    ended = [(line, line.due + line.grace_days + 1) for line in lines if Mark.DISPUTED not in line.marks]
    outcomes = [standing_of(line, after).outcome for line, after in ended if since < after <= day]
    late, lost = outcomes.count(Outcome.LATE), outcomes.count(Outcome.LOST)
    came = Counter(event.kind for line in lines for event in line.events if since < event.day <= day)
    events = tuple((kind, came[kind]) for kind in EventKind if came[kind])
    return ScoreAt(day, score.grade, score.points, facts.on_time, late, lost, events)

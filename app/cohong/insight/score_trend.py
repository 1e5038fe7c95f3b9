"""Which way a member's score goes: today's against that of three to six months ago.

The day to compare with is the end of the last quarter but one: with the end of the last quarter itself nothing would
seem to move in the first weeks of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from cohong.insight.payment_facts import payment_facts
from cohong.insight.score_history import as_known_on, quarter_ends
from cohong.insight.scorecard import Score, score_of
from cohong.insight.trade_lines import TradeLine
from cohong.insight.watching import POINTS_STEP


class Trend(StrEnum):
    """Which way it goes, for whoever is owed something."""

    BETTER = "better"
    STEADY = "steady"
    WORSE = "worse"


def trend_of(lines: Sequence[TradeLine], score: Score, as_of: int) -> Trend | None:
    """Return which way the score of a day came to be; None where the file is thin, or was.

    It has moved once it differs by the step from which on the watch list tells of points.

    Args:
        score: of the same lines on that day.
    """
    since = quarter_ends(as_of)[-2]
    known = [as_known_on(line, since) for line in lines if line.issued <= since]
    before = score_of(payment_facts(known, since))
    if before.grade is None or score.grade is None:
        return None
    moved = score.points - before.points
    if abs(moved) < POINTS_STEP:
        return Trend.STEADY
    return Trend.BETTER if moved > 0 else Trend.WORSE

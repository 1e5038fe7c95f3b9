"""The score at the ends of quarters is the scorecard's own, without what was not known then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.insight.lines import AS_OF, any_lines, line

from cohong.insight.payment_facts import payment_facts
from cohong.insight.score_history import QUARTERS, as_known_on, quarter_ends, score_history
from cohong.insight.scorecard import score_of
from cohong.insight.trade_lines import Event, EventKind, Mark, TradeLine


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_the_quarters_before_a_day_end_before_it() -> None:
    ends = [date.fromordinal(end).isoformat() for end in quarter_ends(AS_OF)]
    assert (ends[0], ends[-2:], len(ends)) == ("2024-06-30", ["2025-12-31", "2026-03-31"], QUARTERS)
    assert quarter_ends(day("2026-07-01"))[-1] == AS_OF


def test_points_begin_with_the_first_invoice_and_tell_what_has_turned_late() -> None:
    lines = [
        line(creditor="c1", due_ago=130, late=0),  # issued 21 January
        line(creditor="c2", due_ago=100, late=40),  # due 22 March
        line(creditor="c3", due_ago=91, late=0),  # due 31 March
        replace(line(due_ago=50, late=None), given_up_minor=10_000, marks=frozenset({Mark.WRITTEN_OFF})),
    ]
    first, last = score_history(lines, AS_OF)
    assert (first.day, first.turned_late, first.lost) == (day("2026-03-31"), 1, 0)
    assert (last.day, last.turned_late, last.lost) == (AS_OF, 0, 1)
    assert first.points > last.points


def test_a_write_off_is_not_known_before_terms_are_over() -> None:
    lost = replace(
        line(due_ago=50, grace_days=3, late=None), given_up_minor=10_000, marks=frozenset({Mark.WRITTEN_OFF})
    )
    assert as_known_on(lost, lost.due + 3) == replace(lost, given_up_minor=0, marks=frozenset())
    assert as_known_on(lost, lost.due + 4) is lost


def test_events_count_up_to_the_point_after_them_of_what_is_in_dispute_too() -> None:
    opened, corrected = (Event(day(when), kind) for when, kind in (
        ("2026-03-31", EventKind.DISPUTE_OPENED), ("2026-04-01", EventKind.CORRECTION)))  # fmt: skip
    lines = [
        replace(line(due_ago=130), events=(corrected, opened)),
        replace(line(due_ago=110), events=(opened,), marks=frozenset({Mark.DISPUTED, Mark.DISPUTE_OPENED})),
        replace(line(due_ago=100), events=(Event(AS_OF + 1, EventKind.DEFAULTED),)),
    ]
    first, last = score_history(lines, AS_OF)
    assert (first.events, last.events) == (((EventKind.DISPUTE_OPENED, 2),), ((EventKind.CORRECTION, 1),))
    early = replace(lines[0], events=(Event(day("2024-01-01"), EventKind.CORRECTION),))
    assert score_history([early], AS_OF)[0].events == ((EventKind.CORRECTION, 1),), "signed before it was issued"


def test_a_mark_counts_from_the_day_that_brought_it() -> None:
    lost = frozenset({Mark.DISPUTE_OPENED, Mark.DISPUTE_LOST, Mark.CURED})
    known = replace(
        line(due_ago=100, late=90), marks=lost,
        events=(Event(AS_OF - 40, EventKind.DEFAULTED), Event(AS_OF - 60, EventKind.DISPUTE_OPENED),
                Event(AS_OF - 20, EventKind.DISPUTE_LOST)),
    )  # fmt: skip
    marks = [as_known_on(known, AS_OF - ago).marks for ago in (61, 60, 41, 40, 21)]
    opened = frozenset({Mark.DISPUTE_OPENED})
    assert marks == [frozenset(), opened, opened, opened | {Mark.CURED}, opened | {Mark.CURED}]
    assert as_known_on(known, AS_OF - 20) is known


@given(st.lists(any_lines(), max_size=12))
def test_the_last_point_is_the_score_of_the_day(lines: list[TradeLine]) -> None:
    history = score_history(lines, AS_OF)
    if any(each.issued <= AS_OF for each in lines):
        score = score_of(payment_facts(lines, AS_OF))
        assert (history[-1].grade, history[-1].points) == (score.grade, score.points)
    else:
        assert history == []
    assert [each.day for each in history] == sorted({each.day for each in history})

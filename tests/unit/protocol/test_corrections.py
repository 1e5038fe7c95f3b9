"""A correction that nobody answers takes effect by a block, and by nothing else."""

from dataclasses import replace

import pytest
from tests.simulation.feeds import START_MS, member
from tests.unit.protocol.chain.growing import DAY_MS, grow, id_at, lineage_of

from cohong.primitives.ids import MemberId
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.corrections import deadline_ms, decided_ms, unanswered_since

A, B, C = (member(number) for number in range(3))


def entry(author: MemberId, seq: int, kind: str = "correct.propose") -> EntryFact:
    return EntryFact(id_at(author, seq), author, seq, id_at(author, seq - 1), START_MS, 0, kind)


ASKED = entry(A, 5)
ANSWER = entry(B, 3, "correct.accept")


def included(after_days: int = 0) -> Lineage:
    """Return a lineage whose first block includes the correction."""
    lineage = lineage_of(3, grace_days=7)
    grow(lineage, cut=((A, 5), (B, 2)), days=after_days)
    return lineage


def test_there_is_no_deadline_before_a_block_includes_it() -> None:
    lineage = lineage_of(3)
    grow(lineage, cut=((A, 4),), days=100)
    assert [deadline_ms(ASKED, lineage), decided_ms(ASKED, lineage)] == [None, None]
    assert unanswered_since(ASKED, [], lineage) is None


def test_the_time_begins_with_the_block_so_that_one_dated_back_leaves_as_much() -> None:
    lineage = included(after_days=90)
    assert deadline_ms(ASKED, lineage) == lineage.time_ms + 40 * DAY_MS
    later = replace(ASKED, time_ms=lineage.time_ms + 1_000)
    assert deadline_ms(later, lineage) == lineage.time_ms + 1_000 + 40 * DAY_MS


@pytest.mark.parametrize(("days", "more_ms", "takes_effect"), [(47, 0, False), (47, 1, True), (60, 0, True)])
def test_it_takes_effect_by_the_first_block_after_deadline_and_grace(
    days: int, more_ms: int, takes_effect: bool
) -> None:
    lineage = included()
    lineage.time_ms += more_ms
    height = grow(lineage, days=days)
    assert unanswered_since(ASKED, [], lineage) == (height if takes_effect else None)


def test_an_answer_under_the_cut_of_that_block_counts_and_a_later_one_does_not() -> None:
    lineage = included()
    in_time = included()
    grow(in_time, cut=((B, 3),), days=48)
    assert unanswered_since(ASKED, [ANSWER], in_time) is None
    height = grow(lineage, days=48)
    grow(lineage, cut=((B, 3),), days=1)
    assert unanswered_since(ASKED, [ANSWER], lineage) == height


def test_the_grace_is_that_of_the_charter_of_its_height() -> None:
    lineage = lineage_of(3, grace_days=0)
    grow(lineage, cut=((A, 5),))
    assert decided_ms(ASKED, lineage) == lineage.time_ms + 40 * DAY_MS

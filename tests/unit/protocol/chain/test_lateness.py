"""What comes too late: beyond the cut of a block that closes the book to it."""

from datetime import UTC, datetime

import pytest
from tests.simulation.feeds import START_MS, member
from tests.unit.protocol.chain.growing import DAY_MS, grow, id_at, lineage_of

from cohong.book.question import end_of_day_ms
from cohong.primitives.block import BlockHead, Change
from cohong.primitives.decisions import Decisions
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.chain.lateness import is_late, would_be_late
from cohong.protocol.chain.lineage import Lineage

A, B, C, D = (member(number) for number in range(4))
START_DAY = datetime.fromtimestamp(START_MS / 1000, UTC).date().isoformat()


def fact(author: MemberId, seq: int, height: int = 0) -> EntryFact:
    return EntryFact(id_at(author, seq), author, seq, id_at(author, seq - 1), START_MS, height, "credit.accept")


def test_what_a_removed_member_wrote_beyond_the_cut_is_late() -> None:
    lineage = lineage_of(3)
    grow(lineage, Change("remove", A), Decisions(expelled=(A,)), cut=((A, 4), (B, 4)))
    assert [is_late(fact(author, seq), None, lineage) for author, seq in ((A, 4), (A, 5), (B, 5))] == [
        False, True, False,
    ]  # fmt: skip


def test_whoever_only_loses_its_vote_writes_on() -> None:
    lineage = lineage_of(3)
    grow(lineage, Change("remove", A), cut=((A, 4),))
    assert not is_late(fact(A, 5), None, lineage)


@pytest.mark.parametrize(("seq", "late"), [(5, True), (6, False), (7, False)])
def test_nothing_is_late_from_a_listed_open_fork_on(seq: int, late: bool) -> None:
    lineage = lineage_of(3)
    grow(lineage, Change("remove", A), Decisions(expelled=(A,)), cut=((A, 4),), forks=((A, 6),))
    assert is_late(fact(A, seq), None, lineage) == late


@pytest.mark.parametrize(("after_ms", "late"), [(0, False), (1, True)])
def test_an_answer_is_late_by_a_block_dated_after_the_end_and_the_grace(after_ms: int, late: bool) -> None:
    lineage = lineage_of(3, grace_days=2)
    lineage.time_ms = end_of_day_ms(START_DAY) + 2 * DAY_MS + after_ms
    grow(lineage, cut=((A, 4),))
    assert [is_late(fact(A, seq), START_DAY, lineage) for seq in (4, 5)] == [False, late]
    assert not is_late(fact(A, 5), None, lineage)


def test_an_answer_that_a_later_cut_has_left_out_is_late_by_that_block() -> None:
    lineage = lineage_of(3, grace_days=0)
    grow(lineage, forks=((A, 3),), cut=((A, 2),), days=9)
    assert not is_late(fact(A, 5), START_DAY, lineage)
    grow(lineage, cut=((A, 4),))
    assert is_late(fact(A, 5), START_DAY, lineage)


def test_what_ended_before_the_genesis_is_closed_by_the_first_block() -> None:
    lineage = lineage_of(3)
    assert not is_late(fact(A, 1), "2020-01-01", lineage)
    grow(lineage, cut=((A, 0),))
    assert is_late(fact(A, 1), "2020-01-01", lineage)


@pytest.mark.parametrize(("days", "late"), [(9, False), (10, True)])
def test_an_entry_is_late_so_long_after_its_charter_ended(days: int, late: bool) -> None:
    lineage = lineage_of(3, stale_days=10)
    grow(lineage)
    grow(lineage, Change("add", D))
    grow(lineage, cut=((A, 4),), days=days)
    assert [is_late(fact(A, 5, height), None, lineage) for height in (0, 1, 2)] == [late, late, False]


def test_the_grace_is_that_of_the_charter_under_which_the_entry_was_written() -> None:
    lineage = lineage_of(3, grace_days=0)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    grow(lineage, days=3)
    assert is_late(fact(A, 5, 1), START_DAY, lineage)


def head(lineage: Lineage, days: int) -> BlockHead:
    return BlockHead(
        lineage.height + 1, lineage.id, lineage.epoch, lineage.time_ms + days * DAY_MS, None, *(bytes(32),) * 3, 0
    )


def test_a_voter_sees_beforehand_what_a_block_would_make_late() -> None:
    lineage = lineage_of(3, grace_days=1, stale_days=10)
    grow(lineage, Change("add", D))
    record = Record(fact(A, 5), None)

    def late(days: int, end: str | None = None, decisions: Decisions | None = None) -> bool:
        return would_be_late(record, end, head(lineage, days), decisions or Decisions(), lineage)

    assert [late(0), late(9), late(10)] == [False, False, True]
    assert [late(1, START_DAY), late(3, START_DAY)] == [False, True]
    assert [late(0, decisions=Decisions(expelled=(one,))) for one in (A, B)] == [True, False]

"""What follows from final blocks: epochs, stretches as a voter, cuts, forks, and which epochs' votes count."""

import pytest
from tests.simulation.feeds import member
from tests.unit.protocol.chain.growing import grow, id_at, lineage_of

from cohong.primitives.block import Change, Cut
from cohong.primitives.charter import FINAL_MAJORITY
from cohong.primitives.decisions import Amendment, Decisions, Ruling
from cohong.protocol.chain.lineage import Stint

A, B, C, D, E = (member(number) for number in range(5))


def test_only_changes_of_the_roster_or_of_what_is_final_open_epochs() -> None:
    lineage = lineage_of(3)
    grow(lineage)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    grow(lineage, Change("final", FINAL_MAJORITY))
    grow(lineage, Change("add", D))
    grow(lineage)
    assert [lineage.epoch_at(height) for height in range(6)] == [0, 0, 0, 1, 2, 2]
    assert [lineage.opened(epoch) for epoch in range(3)] == [0, 3, 4]
    assert [len(lineage.electorate(epoch).roster) for epoch in range(3)] == [3, 3, 4]
    assert [lineage.electorate(epoch).final for epoch in range(3)] == ["two-thirds", "majority", "majority"]


def test_members_and_rules_are_those_of_a_height() -> None:
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,), amendment=Amendment(("HKD",), 5, 1, 2)))
    grow(lineage, Change("remove", A), Decisions(expelled=(A,)))
    assert [lineage.is_member(D, height) for height in (0, 1, 2)] == [False, True, True]
    assert [lineage.is_voter(A, height) for height in (0, 1, 2)] == [True, True, False]
    assert (lineage.is_member(A, 1), lineage.is_member(A, 2), lineage.was_member(A), lineage.removed_at(A)) == (
        True, False, True, 2,
    )  # fmt: skip
    assert [lineage.rules_at(height).currencies for height in (0, 1, 2)] == [(), ("HKD",), ("HKD",)]
    assert (lineage.charter.entries_per_day, lineage.charter.grace_days, lineage.charter.stale_days) == (5, 1, 2)


def test_a_voter_that_comes_back_has_a_second_stretch() -> None:
    lineage = lineage_of(3)
    grow(lineage, Change("remove", A))
    grow(lineage, Change("add", A), cut=((B, 7),))
    assert lineage.stints(A, 0) == [Stint(0, 0, 0)]
    assert lineage.stints(A, 2) == [Stint(0, 0, 0), Stint(2, 2, None)]
    assert (lineage.last_added, lineage.cut_seq(B, lineage.last_added), lineage.cut_seq(B, 1)) == (2, 7, -1)


def test_a_key_replaced_twice_acts_for_the_first_one() -> None:
    lineage = lineage_of(3)
    grow(lineage, Change("remove", A), Decisions(admitted=(D,), expelled=(A,), replaced=((A, D),)))
    assert lineage.owed_votes == (D,)
    grow(lineage, Change("add", D))
    grow(lineage, Change("remove", D), Decisions(admitted=(E,), expelled=(D,), replaced=((D, E),)))
    assert (lineage.owed_votes, lineage.rules.holder_of(A), lineage.rules.holder_of(D)) == ((E,), E, E)
    assert lineage.rules_at(2).holder_of(A) == D


def test_a_vote_that_is_owed_goes_with_whoever_is_expelled() -> None:
    lineage = lineage_of(3)
    grow(lineage, Change("remove", A), Decisions(admitted=(D,), expelled=(A,), replaced=((A, D),)))
    grow(lineage, decisions=Decisions(expelled=(D,)))
    assert lineage.owed_votes == ()


def test_cuts_are_remembered_by_height() -> None:
    lineage = lineage_of(3)
    grow(lineage, cut=((A, 4),))
    grow(lineage)
    grow(lineage, cut=((A, 9), (B, 0)))
    assert [lineage.cut_seq(A, height) for height in range(4)] == [-1, 4, 4, 9]
    assert lineage.cut(B) == Cut(B, 0, id_at(B, 0))
    assert (lineage.cut(B, 2), lineage.cut(C)) == (None, None)
    assert [lineage.cut_height(A, seq) for seq in (0, 4, 5, 10)] == [1, 1, 3, None]


def test_a_listed_fork_is_open_until_a_cut_reaches_it() -> None:
    lineage = lineage_of(3)
    grow(lineage, cut=((A, 4),), forks=((A, 5),))
    assert (lineage.is_listed(A, 5), lineage.is_listed(A, 4), lineage.open_listed(A)) == (True, False, 5)
    assert [lineage.has_open_listed(A, seq, 1) for seq in (4, 5, 6)] == [False, True, True]
    grow(lineage, cut=((A, 5),))
    assert (lineage.open_listed(A), lineage.has_open_listed(A, 6, 1), lineage.has_open_listed(A, 6, 2)) == (
        None, True, False,
    )  # fmt: skip


def test_no_branch_stands_from_the_lowest_ruling_for_none() -> None:
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(ruled=(Ruling(A, 5, None), Ruling(B, 2, id_at(B, 2)))))
    assert (lineage.dead_from(A), lineage.dead_from(B)) == (5, None)
    assert (lineage.is_ruled(B, 2), lineage.is_ruled(B, 3), lineage.ruling(B, 2)) == (True, False, id_at(B, 2))


@pytest.mark.parametrize(("seq", "counts"), [(3, True), (4, False)])
def test_an_epoch_counts_only_for_what_the_cut_reaches_that_opens_the_one_after_the_next(
    seq: int, counts: bool
) -> None:
    lineage = lineage_of(4)
    grow(lineage, Change("remove", D), cut=((A, 1),))
    assert lineage.counts(0, A, seq)
    grow(lineage, Change("remove", C), cut=((A, 3),))
    assert [lineage.counts(epoch, A, seq) for epoch in range(3)] == [counts, True, True]
    grow(lineage, cut=((A, 9),))
    assert lineage.counts(0, A, seq) == counts


def test_what_lies_above_a_listed_fork_is_decided_by_the_epochs_up_to_its_listing() -> None:
    lineage = lineage_of(4)
    grow(lineage, Change("remove", D), forks=((A, 2),))
    grow(lineage, Change("remove", C))
    assert [lineage.counts(epoch, A, 2) for epoch in range(3)] == [True, False, False]
    assert [lineage.counts(epoch, A, 1) for epoch in range(3)] == [False, True, True]
    grow(lineage, cut=((A, 2),))
    assert [lineage.counts(epoch, A, 2) for epoch in range(3)] == [True, True, True]
    assert [lineage.counts(epoch, A, 3) for epoch in range(3)] == [True, True, True]


def test_the_first_block_after_a_moment_and_the_end_of_a_charter() -> None:
    lineage = lineage_of(3)
    start = lineage.time_ms
    grow(lineage, days=1)
    grow(lineage, decisions=Decisions(admitted=(D,)), days=1)
    grow(lineage, days=1)
    assert [lineage.first_after(start + days * 86_400_000) for days in (-1, 0, 1, 2, 3)] == [0, 1, 2, 3, None]
    assert [lineage.charter_ended(height) for height in range(4)] == [lineage.time_at(2)] * 2 + [None] * 2

"""A node that may have forgotten what it wrote is silent until enough voters have told."""

import pytest
from tests.simulation.feeds import genesis_of, member

from cohong.protocol.catch_up import QUIET_MS, UNPROVEN_MS, CatchUp, Halt
from cohong.protocol.chain.lineage import Lineage

ME = member(0)


def catch_up(voters: int, *, active: bool = True) -> CatchUp:
    made = CatchUp(ME, Lineage(genesis_of(voters)))
    if active:
        made.begin()
    return made


@pytest.mark.parametrize(("voters", "needed"), [(1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (10, 5)])
def test_so_many_others_must_be_heard_that_whatever_was_confirmed_is_found(voters: int, needed: int) -> None:
    waits = catch_up(voters)
    assert waits.needed() == needed
    for number in range(1, needed + 1):
        waits.settle(5)
        assert waits.active
        waits.hear(member(number), 5, 5)
    waits.settle(5)
    assert not waits.active


def test_all_that_was_told_of_must_be_held() -> None:
    waits = catch_up(3)
    waits.hear(member(1), 9, 5)
    waits.hear(member(2), 4, 5)
    waits.settle(8)
    assert waits.active
    waits.settle(9)
    assert not waits.active


def test_whoever_shows_more_of_the_own_feed_stops_the_pen() -> None:
    waits = catch_up(3, active=False)
    waits.hear(member(1), 5, 5)
    waits.hear(member(2), 5, 5)
    assert not waits.active
    waits.hear(member(1), 6, 5)
    assert waits.active


def test_who_is_no_voter_is_not_counted() -> None:
    waits = catch_up(3)
    for number in (8, 9):
        waits.hear(member(number), 5, 5)
    waits.settle(5)
    assert waits.active


def test_a_claim_that_nobody_backs_is_set_aside_and_not_believed_again() -> None:
    waits = catch_up(5, active=False)
    for number in (2, 3, 4):
        waits.hear(member(number), 5, 5)
    waits.hear(member(1), 2**60, 5)
    waits.settle(5, 1_000)
    waits.settle(5, 1_000 + UNPROVEN_MS - 1)
    assert waits.active
    waits.settle(5, 1_000 + UNPROVEN_MS)
    assert not waits.active
    waits.hear(member(1), 2**60, 5)
    assert not waits.active
    waits.hear(member(2), 6, 5)
    assert waits.active


def test_while_the_own_feed_grows_claims_are_believed() -> None:
    waits = catch_up(2)
    waits.hear(member(1), 9, 5)
    waits.settle(5, 0)
    waits.settle(6, UNPROVEN_MS - 1)
    waits.settle(6, UNPROVEN_MS + 1)
    assert waits.active
    waits.settle(9, UNPROVEN_MS + 2)
    assert not waits.active


def test_without_a_clock_a_claim_is_never_set_aside() -> None:
    waits = catch_up(2)
    waits.hear(member(1), 9, 5)
    waits.settle(5)
    assert waits.active


def test_a_lone_liar_silences_nobody_while_the_others_are_away() -> None:
    waits = catch_up(7, active=False)
    waits.hear(member(1), 9, 5)
    waits.settle(5, 0)
    waits.settle(5, UNPROVEN_MS)
    assert not waits.active


def test_a_claim_that_turns_out_true_makes_it_an_old_profile() -> None:
    waits = catch_up(5, active=False)
    waits.hear(member(1), 9, 5)
    waits.settle(9, 0)
    assert waits.active
    for number in (2, 3):
        waits.hear(member(number), 9, 9)
    waits.settle(9, 0)
    assert not waits.active


@pytest.mark.parametrize("is_old", [False, True])
def test_a_claim_goes_with_its_peer_unless_the_profile_is_old(is_old: bool) -> None:
    waits = catch_up(3, active=is_old)
    waits.hear(member(1), 9, 5)
    waits.lose(member(1), 5)
    waits.hear(member(2), 5, 5)
    waits.settle(5, 0)
    assert waits.active is is_old
    waits.hear(member(1), 9, 5)
    assert waits.active


# Another run of the same member.


@pytest.mark.parametrize(("is_run", "halt"), [(True, Halt.COPY), (False, Halt.ELSEWHERE)])
def test_sign_of_another_run_stops_the_pen_until_it_is_quiet_and_voters_are_there(is_run: bool, halt: Halt) -> None:
    waits = catch_up(5, active=False)
    for number in (1, 2, 3):
        waits.hear(member(number), 5, 5)
    waits.note_other(member(1), is_run=is_run)
    assert (waits.halt, waits.through) == (halt, member(1))
    waits.settle(5)
    waits.settle(5, 0)
    waits.settle(5, QUIET_MS - 1)
    assert waits.active
    waits.lose(member(3), 5)
    waits.settle(5, QUIET_MS)
    assert waits.active
    waits.hear(member(4), 5, 5)
    waits.settle(5, QUIET_MS)
    assert (waits.halt, waits.through) == (Halt.NONE, None)


def test_each_further_sign_begins_the_quiet_anew_and_a_proof_weighs_more_than_an_entry() -> None:
    waits = catch_up(3, active=False)
    for number in (1, 2):
        waits.hear(member(number), 5, 5)
    waits.note_other(member(1), is_run=True)
    waits.settle(5, 0)
    waits.note_other(member(2), is_run=False)
    assert (waits.halt, waits.through) == (Halt.COPY, member(2))
    waits.settle(5, 10_000)
    waits.settle(5, QUIET_MS + 9_999)
    assert waits.active
    waits.settle(5, QUIET_MS + 10_000)
    assert not waits.active


def test_who_is_no_longer_there_does_not_count_beside_another_run() -> None:
    waits = catch_up(3, active=False)
    for number in (1, 2):
        waits.hear(member(number), 5, 5)
    waits.lose(member(2), 5)
    waits.note_other(member(1), is_run=True)
    assert waits.heard(5) == [member(1)]


def test_the_users_decision_holds_whatever_comes_and_over_a_new_beginning() -> None:
    waits = catch_up(3)
    waits.override()
    waits.begin()
    waits.hear(member(1), 9, 5)
    waits.note_other(member(2), is_run=True)
    assert (waits.active, waits.halt, waits.through) == (False, Halt.NONE, None)
    anew = catch_up(3)
    anew.go_on_from(waits)
    assert (anew.active, anew.is_overridden) == (False, True)


def test_sign_of_another_run_is_kept_over_a_new_beginning() -> None:
    waits, anew = catch_up(3, active=False), catch_up(3, active=False)
    anew.go_on_from(waits)
    assert anew.halt is Halt.NONE
    waits.note_other(member(1), is_run=True)
    anew.go_on_from(waits)
    assert (anew.halt, anew.through) == (Halt.COPY, member(1))


def test_who_claims_what_and_why_nothing_is_written_is_told() -> None:
    waits = catch_up(3, active=False)
    waits.hear(member(1), 9, 5)
    assert (waits.halt, waits.claims(5), waits.heard(9)) == (Halt.CLAIM, {member(1): 9}, [member(1)])
    assert catch_up(3).halt is Halt.RESTORED

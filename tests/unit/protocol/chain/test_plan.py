"""What passed motions come to in the next block."""

from tests.simulation.feeds import START_MS, member
from tests.unit.protocol.chain.growing import asked, grow, id_at, lineage_of, motion_id

from cohong.primitives.block import Change
from cohong.primitives.decisions import Amendment, Decisions, KeeperNamed, Ruling
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.membership import Join
from cohong.primitives.motion import Admit, Amend, Expel, NameKeeper, Replace, RuleBranch, SetFinal, SetVoter
from cohong.protocol.chain.people import People, Written
from cohong.protocol.chain.plan import plan_block, plan_of, plan_of_question

A, B, C, D, E = (member(number) for number in range(5))
JOIN, OTHER_JOIN, SEAT = motion_id(1_000), motion_id(1_001), motion_id(999)


def joined(people: People, newcomer: bytes = D) -> People:
    return also_joined(people, JOIN, newcomer, SEAT)


def also_joined(people: People, join: EntryId, newcomer: bytes, seat: EntryId) -> People:
    people.joins[join] = Written(join, member(newcomer[0]), 0, START_MS), Join(seat, "D", bytes(64))
    return people


def test_a_removal_goes_first_and_alone() -> None:
    people, ids = asked(Amend((), 9, 1, 2), SetVoter(B, False), Expel(C))
    plan = plan_block(ids, people, lineage_of(3))
    assert (plan.motions, plan.change, plan.decisions) == ((ids[1],), Change("remove", B), Decisions())


def test_of_two_changes_the_second_waits_and_other_motions_go_along() -> None:
    people, ids = asked(SetVoter(D, True), SetFinal("majority"), Amend((), 9, 1, 2))
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    plan = plan_block(ids, people, lineage)
    assert (plan.motions, plan.change) == ((ids[0], ids[2]), Change("add", D))
    assert (plan.charter.roster, plan.charter.entries_per_day, plan.charter.final) == ((A, B, C, D), 9, "two-thirds")


def test_what_no_longer_applies_is_listed_without_effect() -> None:
    people, ids = asked(SetVoter(A, True), SetVoter(D, False), SetVoter(D, True), SetFinal("two-thirds"), Admit(JOIN))
    plan = plan_block(ids, joined(people, A), lineage_of(3))
    assert (plan.motions, plan.is_idle) == (tuple(ids), True)


def test_the_last_voter_stays() -> None:
    people, ids = asked(SetVoter(A, False), Expel(A), Replace(A, JOIN))
    assert plan_block(ids, joined(people), lineage_of(1)).is_idle


def test_a_voters_key_is_replaced_in_two_blocks() -> None:
    people, ids = asked(Replace(A, JOIN), SetFinal("majority"))
    joined(people)
    lineage = lineage_of(3)
    first = plan_block(ids, people, lineage)
    assert (first.motions, first.change) == ((ids[0],), Change("remove", A))
    assert first.decisions == Decisions(admitted=(D,), expelled=(A,), replaced=((A, D),), seats=(SEAT,))
    grow(lineage, first.change, first.decisions)
    second = plan_block(ids[1:], people, lineage)
    assert (second.motions, second.change) == ((), Change("add", D))
    grow(lineage, second.change, second.decisions)
    assert plan_block(ids[1:], people, lineage).change == Change("final", "majority")


def test_the_key_of_a_member_without_a_vote_is_replaced_in_one_block() -> None:
    people, ids = asked(Replace(D, JOIN))
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    plan = plan_block(ids, joined(people, E), lineage)
    assert (plan.change, plan.decisions) == (None, Decisions((E,), (D,), ((D, E),), seats=(SEAT,)))
    grow(lineage, plan.change, plan.decisions)
    assert lineage.owed_votes == ()


def test_an_invitation_lets_in_whom_a_block_admits_first_and_nobody_else() -> None:
    people, ids = asked(Admit(JOIN), Admit(OTHER_JOIN))
    also_joined(joined(people), OTHER_JOIN, E, SEAT)
    both = plan_block(ids, people, lineage_of(3))
    assert (both.motions, both.decisions) == (tuple(ids), Decisions(admitted=(D,), seats=(SEAT,)))
    lineage = lineage_of(3)
    grow(lineage, decisions=both.decisions)
    for question in (Admit(OTHER_JOIN), Replace(B, OTHER_JOIN)):
        assert plan_of_question(question, people, lineage).is_idle


def test_a_newcomer_by_an_invitation_of_its_own_is_admitted_beside_another() -> None:
    people, ids = asked(Admit(JOIN), Admit(OTHER_JOIN))
    also_joined(joined(people), OTHER_JOIN, E, motion_id(998))
    assert plan_block(ids, people, lineage_of(3)).decisions.admitted == (D, E)


def test_an_invitation_that_replaced_a_key_lets_in_nobody_else() -> None:
    people, ids = asked(Replace(A, JOIN), Admit(OTHER_JOIN))
    also_joined(joined(people), OTHER_JOIN, E, SEAT)
    lineage = lineage_of(3)
    first = plan_block(ids, people, lineage)
    grow(lineage, first.change, first.decisions)
    assert plan_block(ids[1:], people, lineage).decisions == Decisions()


def test_whom_a_block_expels_it_gives_no_vote() -> None:
    people, ids = asked(SetVoter(D, True), Expel(D))
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    plan = plan_block(ids, people, lineage)
    assert (plan.change, plan.decisions.expelled, plan.charter.roster) == (None, (D,), (A, B, C))


def test_an_expelled_key_is_not_admitted_again_nor_put_in_anothers_place() -> None:
    people, ids = asked(Admit(JOIN), Replace(B, JOIN))
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    grow(lineage, decisions=Decisions(expelled=(D,)))
    assert plan_block(ids, joined(people), lineage).is_idle


def test_the_first_ruling_on_a_fork_stands() -> None:
    people, ids = asked(RuleBranch(A, 3, id_at(A, 3)), RuleBranch(A, 3, None), RuleBranch(B, 0, None))
    lineage = lineage_of(3)
    plan = plan_block(ids, people, lineage)
    assert plan.decisions.ruled == (Ruling(A, 3, id_at(A, 3)), Ruling(B, 0, None))
    grow(lineage, decisions=plan.decisions)
    assert plan_block(ids, people, lineage).is_idle


def test_a_ruling_at_or_below_the_cut_comes_too_late() -> None:
    people, ids = asked(RuleBranch(A, 3, None), RuleBranch(A, 4, None))
    lineage = lineage_of(3)
    grow(lineage, cut=((A, 3),))
    assert plan_block(ids, people, lineage).decisions.ruled == (Ruling(A, 4, None),)


def test_a_pool_goes_to_a_member_once_its_keeper_is_gone_and_once() -> None:
    pool = motion_id(7)
    of_keeper, again = NameKeeper(pool, D, B), NameKeeper(pool, D, C)
    people, ids = asked(
        of_keeper, again, NameKeeper(pool, E, B), NameKeeper(pool, A, B), NameKeeper(motion_id(8), D, E)
    )
    lineage = lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    assert plan_block(ids, people, lineage).is_idle, "as long as a keeper is a member nobody else is named"
    grow(lineage, decisions=Decisions(expelled=(D,)))
    plan = plan_block(ids, people, lineage)
    assert plan.decisions == Decisions(keepers=(KeeperNamed(ObjectId(pool), D, B),)), "E has never been a member"
    grow(lineage, decisions=plan.decisions)
    assert lineage.rules.keeper_of(ObjectId(pool), D) == B
    assert lineage.rules_at(2).keeper_of(ObjectId(pool), D) == lineage.rules.keeper_of(ObjectId(motion_id(8)), D) == D
    assert plan_block(ids, people, lineage).is_idle


def test_a_keeper_that_was_named_is_followed_by_another_one_and_by_its_own_new_key() -> None:
    pool, lineage = motion_id(7), lineage_of(3)
    grow(lineage, decisions=Decisions(admitted=(D,)))
    grow(lineage, decisions=Decisions(expelled=(D,)))
    grow(lineage, decisions=Decisions(keepers=(KeeperNamed(ObjectId(pool), D, B),)))
    grow(lineage, decisions=Decisions(admitted=(E,), expelled=(B,), replaced=((B, E),)))
    assert lineage.rules.keeper_of(ObjectId(pool), D) == E
    people, ids = asked(NameKeeper(pool, B, C))
    grow(lineage, decisions=plan_block(ids, people, lineage).decisions)
    assert lineage.rules.keeper_of(ObjectId(pool), D) == E, "a key that was replaced is no keeper"
    grow(lineage, decisions=Decisions(expelled=(E,)))
    people, ids = asked(NameKeeper(pool, E, C))
    grow(lineage, decisions=plan_block(ids, people, lineage).decisions)
    assert lineage.rules.keeper_of(ObjectId(pool), D) == C


def test_of_two_amendments_the_later_one_holds() -> None:
    people, ids = asked(Amend(("HKD",), 9, 1, 2), Amend(("USD",), 8, 3, 4))
    plan = plan_of(reversed(ids), people, lineage_of(3))
    assert (plan.motions, plan.decisions.amendment) == (tuple(ids), Amendment(("USD",), 8, 3, 4))


def test_one_question_by_itself_shows_what_it_would_do() -> None:
    plan = plan_of_question(SetVoter(B, False), asked()[0], lineage_of(3))
    assert (plan.motions, plan.change, plan.charter.roster) == ((), Change("remove", B), (A, C))


def test_an_expulsion_shuts_out_who_has_never_been_a_member_and_so_an_observer_for_good() -> None:
    people, ids = asked(Expel(D))
    lineage = lineage_of(3)
    plan = plan_block(ids, people, lineage)
    assert (plan.change, plan.decisions) == (None, Decisions(expelled=(D,)))
    grow(lineage, None, plan.decisions)
    assert (lineage.was_member(D), len(lineage.members), lineage.charter_ended(0)) == (True, 3, None)
    assert plan_block(ids, people, lineage).is_idle

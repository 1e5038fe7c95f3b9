"""What a leader puts into a block, when there is work for one, and who has to be there."""

import pytest
from tests.simulation.feeds import START_MS, Scribe, genesis_of, member
from tests.unit.protocol.chain.growing import grow
from tests.unit.protocol.chain.test_examiner import NOW_MS, A, B, C, D, Table
from tests.unit.protocol.readers import Reader
from tests.unit.protocol.test_heads import cut_along

from cohong.primitives.block import BlockHead, BlockLists, Change, Cut, ForkPlace, new_block
from cohong.primitives.chain_messages import Certificate
from cohong.primitives.decisions import Decisions, Ruling
from cohong.primitives.motion import Amend, Expel, RuleBranch
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.chain import ANCHOR_EVERY_MS

E = member(4)
AMENDMENT = Amend((), 9, 1, 2)


def test_a_feed_is_cut_as_far_as_it_is_held_and_listed_only_if_it_has_grown() -> None:
    table = Table()
    ends = {author: table.replica.heads.head(author) for author in (A, B, C)}
    assert table.block().lists.cut == tuple(Cut(author, end.seq, end.id) for author, end in ends.items() if end)
    replica = table.replica
    cut_along(replica.lineage, Cut(A, 0, table.good.id))
    assert [cut.author for cut in table.block().lists.cut] == [A, B, C]
    # Of what a block has cut, the feed has yet to come.
    grow(replica.lineage, cut=((A, 1),))
    assert [cut.author for cut in table.block().lists.cut] == [B, C]


def test_a_forked_feed_is_cut_below_the_fork_which_is_listed() -> None:
    table = Table()
    table.scribe.propose(A, B, after=table.good)
    lists = table.read().block().lists
    assert (lists.cut[0], lists.forks) == (Cut(A, 0, table.good.id), (ForkPlace(A, 1),))


@pytest.mark.parametrize(
    "decisions", [Decisions(expelled=(A,)), Decisions(ruled=(Ruling(A, 1, None),))], ids=["removed", "no branch"]
)
def test_the_feed_of_a_removed_member_or_without_a_branch_that_stands_is_cut_no_further(decisions: Decisions) -> None:
    table = Table()
    change = Change("remove", A) if decisions.expelled else None
    grow(table.replica.lineage, change, decisions)
    assert [cut.author for cut in table.block().lists.cut] == [B, C]


def test_a_ruling_waits_until_the_fork_is_there_and_never_holds_up_other_motions() -> None:
    table = Table()
    table.replica.chain.view.people.asked.clear()
    ruling = table.pass_motion(RuleBranch(A, 0, None))
    assert not table.replica.chain.has_work(NOW_MS)
    amendment = table.pass_motion(AMENDMENT)
    assert table.block().lists.motions == (amendment,)
    assert ruling not in table.block().lists.motions


def test_a_ruling_for_a_branch_of_a_removed_member_waits_and_one_for_none_does_not() -> None:
    table = Table()
    other = table.scribe.propose(A, B, after=table.good)
    table.read()
    view = table.replica.chain.view
    branch = table.pass_motion(RuleBranch(A, 1, other.id))
    none = table.pass_motion(RuleBranch(A, 1, None))
    assert sorted(view.ripe([branch, none])) == sorted([branch, none])
    grow(view.lineage, Change("remove", A), Decisions(expelled=(A,)))
    assert view.ripe([branch, none]) == [none]


def test_a_passed_motion_is_work_until_its_time_is_over() -> None:
    table = Table()
    chain = table.replica.chain
    asked_ms = START_MS + 1
    assert [chain.has_work(now) for now in (START_MS, asked_ms)] == [False, True]
    chain.view.people.asked.clear()
    assert not chain.has_work(asked_ms)
    table.pass_motion(AMENDMENT)
    assert [chain.has_work(NOW_MS + after) for after in (0, 120_000, 120_001)] == [True, True, False]


def test_a_vote_that_is_owed_is_work() -> None:
    table = Table()
    chain = table.replica.chain
    chain.view.people.asked.clear()
    chain.view.lineage.owed_votes = (E,)
    assert chain.has_work(START_MS)


def test_records_to_anchor_are_work_ten_minutes_after_the_last_block(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table()
    chain, workspace = table.replica.chain, table.replica.workspace
    chain.view.people.asked.clear()
    workspace._to_anchor = 1
    assert [chain.has_work(START_MS + ANCHOR_EVERY_MS + late) for late in (-1, 0)] == [False, True]
    assert chain.next_block_ms() == START_MS + ANCHOR_EVERY_MS
    workspace._to_anchor = 1_000
    assert not chain.has_work(START_MS)
    monkeypatch.setattr("cohong.protocol.chain.chain.ANCHOR_AT", 1)
    assert chain.has_work(START_MS)


def test_whoever_has_been_heard_from_in_time_is_there() -> None:
    chain = Table().replica.chain
    chain._heard_ms.clear()
    chain.hear([A, E], NOW_MS)
    chain.hear([A], NOW_MS - 5_000)
    assert [chain.heard(NOW_MS + after, 60_000) for after in (60_000, 60_001)] == [2, 1]


def test_a_removal_needs_fewer_to_be_there() -> None:
    table = Table()
    grow(table.replica.lineage, Change("add", E))
    chain = table.replica.chain
    assert chain._needed(NOW_MS) == 4
    table.pass_motion(AMENDMENT)
    assert chain._needed(NOW_MS) == 4
    table.pass_motion(Expel(D))
    assert chain._needed(NOW_MS) == 3


def test_who_says_a_second_thing_about_a_height_after_it_is_decided_is_caught_also_after_a_restart() -> None:
    scribe = Scribe(genesis_of(4))
    reader = Reader(scribe)
    first, second = (
        scribe.write(B, "chain.vote", {"height": 1, "iteration": 0, "block": bytes([block]) * 32}) for block in (1, 2)
    )
    reader.take(first)
    replica = reader.replica
    head = BlockHead(1, replica.lineage.id, 0, replica.lineage.time_ms, None, *(bytes(32),) * 3, 0)
    block = new_block(head, BlockLists())
    final = FinalBlock(block, Certificate(1, 0, block.id, ()), Decisions(), b"")
    replica.lineage.extend(block, Decisions())
    replica.chain.follow(final)
    assert replica.chain.cheats == []
    reader.take(second)
    assert [(cheat.voter, cheat.first.entry, cheat.second.entry) for cheat in replica.chain.cheats] == [
        (B, first.id, second.id)
    ]
    reader.ledger.final.append(final)
    reader.restart()
    assert [(cheat.voter, cheat.first.entry) for cheat in reader.replica.chain.cheats] == [(B, first.id)]

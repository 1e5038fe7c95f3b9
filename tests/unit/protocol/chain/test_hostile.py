"""What one hostile member, or mere bad luck, must not do to the charter chain."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.simulation.feeds import craft, terms
from tests.simulation.world import Node, World, key_of, propose

from cohong.primitives.block import Block, BlockHead, BlockLists, Cut, new_block
from cohong.primitives.chain_messages import Certificate
from cohong.primitives.charter import charter_hash
from cohong.primitives.decisions import Decisions
from cohong.primitives.entry import TIME_MS_MAX, Entry
from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import (
    CHAIN_ASK,
    CHAIN_SKIP,
    CREDIT_ACCEPT,
    CREDIT_PROPOSE,
    MEMBER_INVITE,
    MEMBER_JOIN,
    MOTION_PUT,
    MOTION_VOTE,
)
from cohong.primitives.membership import Invite, Join, invite_body, join_body, join_signed_bytes
from cohong.primitives.merkle import Frontier
from cohong.primitives.motion import (
    Admit,
    Amend,
    Expel,
    Motion,
    MotionVote,
    Question,
    SetVoter,
    motion_body,
    motion_vote_body,
)
from cohong.primitives.standing import EntryFact, FinalBlock, Level
from cohong.protocol.chain.agreement import Verdict
from cohong.protocol.chain.chain import ANCHOR_EVERY_MS, CHAIN_KINDS
from cohong.protocol.chain.composer import Composer
from cohong.protocol.chain.examiner import Examiner
from cohong.protocol.chain.lineage import Lineage

WEEK_MS = 7 * 86_400_000
AMENDMENT = Amend(("HKD",), 1_000, 7, 90)


def put(world: World, question: Question, mover: Node, voters: Sequence[Node]) -> EntryId:
    """Put a question, and let these voters say yes once they have it."""
    body = motion_body(Motion(question, "", world.now_ms + WEEK_MS), bytes(16))
    del body["salt"]
    motion = mover.write(MOTION_PUT, world.now_ms, **body)
    for voter in voters:
        share(world, voters)
        say_yes(world, voter, motion)
    return motion


def say_yes(world: World, voter: Node, motion: EntryId) -> None:
    vote = motion_vote_body(MotionVote(motion, yes=True), bytes(16))
    del vote["salt"]
    voter.write(MOTION_VOTE, world.now_ms, **vote)


def share(world: World, nodes: Sequence[Node]) -> None:
    """Give each of these nodes what the others among them hold."""
    held = {entry.id: entry for node in nodes for entry in node.ledger.entries.values()}
    for node in nodes:
        while missing := [entry for entry in held.values() if entry.id not in node.ledger.entries]:
            world.deliver(node, missing)
            if len([entry for entry in held.values() if entry.id not in node.ledger.entries]) == len(missing):
                break


def run(world: World, nodes: Sequence[Node], rounds: int = 12) -> None:
    """Let these nodes, and no others, talk and vote for a while."""
    for _ in range(rounds):
        world.now_ms += 6_000
        for node in nodes:
            node.replica.hear([other.id for other in nodes], world.now_ms + node.clock_ms)
        share(world, nodes)
        for node in nodes:
            node.vote(world.now_ms)


def heights(nodes: Sequence[Node]) -> list[int]:
    return [node.replica.lineage.height for node in nodes]


def test_voters_who_acked_what_a_removal_cut_off_vote_on_the_next_block() -> None:
    world = World(7)
    gone, away, there = world.nodes[6], world.nodes[4:6], world.nodes[:4]
    propose(gone, world.nodes[0].id, world.now_ms)
    run(world, [*away, gone], rounds=2)
    assert any(node.replica.tally.reach(gone.id, node.id) >= 0 for node in away)
    put(world, Expel(gone.id), there[0], there)
    run(world, there)
    assert heights(there) == [1] * 4
    left = [*there, *away]
    run(world, left)
    put(world, AMENDMENT, there[0], left)
    run(world, left, rounds=30)
    assert heights(left) == [2] * 6


def test_a_motion_that_no_cut_can_reach_is_no_work() -> None:
    world = World(4, hostile=1)
    cheat = world.hostile[0]
    first = craft(world.genesis, cheat, None, "note", {})
    body = motion_body(Motion(AMENDMENT, "", world.now_ms + WEEK_MS), bytes(16))
    motion = craft(world.genesis, cheat, first, MOTION_PUT, body)
    world.outside += [first, motion, craft(world.genesis, cheat, first, "note", {})]
    world.deliver_all()
    for node in world.nodes:
        say_yes(world, node, motion.id)
    run(world, world.nodes, rounds=40)
    assert max(heights(world.nodes)) <= 1


def test_a_wish_for_a_block_in_the_far_future_hides_no_other() -> None:
    world = World(3)
    world.nodes[0].write(CHAIN_ASK, world.now_ms, after=TIME_MS_MAX)
    run(world, world.nodes)
    assert heights(world.nodes) == [0] * 3
    world.nodes[1].write(CHAIN_ASK, world.now_ms, after=world.now_ms)
    run(world, world.nodes)
    assert heights(world.nodes) == [1] * 3


def test_what_a_member_without_a_vote_says_begins_no_height() -> None:
    world = World(4)
    put(world, SetVoter(world.nodes[3].id, vote=False), world.nodes[0], world.nodes)
    run(world, world.nodes)
    assert heights(world.nodes) == [1] * 4
    world.nodes[3].write(CHAIN_SKIP, world.now_ms, height=2, iteration=0)
    run(world, world.nodes, rounds=30)
    assert heights(world.nodes) == [1] * 4


def test_joins_of_strangers_take_no_room_in_a_block() -> None:
    world = World(3)
    host, key = world.nodes[0], key_of("seat")
    body = invite_body(Invite(key.member, "join", world.now_ms + WEEK_MS), bytes(16))
    del body["salt"]
    invite = host.write(MEMBER_INVITE, world.now_ms, **body)
    for name in ("one", "two"):
        stranger = MemberId(key_of(name).member)
        join = Join(invite, name, key.sign(join_signed_bytes(stranger, invite)))
        fields = join_body(join, bytes(16))
        world.outside.append(craft(world.genesis, stranger, None, MEMBER_JOIN, fields, time_ms=world.now_ms))
    world.deliver_all()
    put(world, Admit(world.outside[0].id), host, world.nodes)
    run(world, world.nodes)
    put(world, AMENDMENT, host, world.nodes)
    run(world, world.nodes)
    assert heights(world.nodes) == [2] * 3
    cuts = [{cut.author for cut in final.block.lists.cut} for final in host.ledger.final]
    strangers = [entry.header.author for entry in world.outside]
    assert [[stranger in cut for stranger in strangers] for cut in cuts] == [[False, False], [True, False]]


def test_a_block_on_a_branch_beside_a_cut_that_is_not_held_yet_waits() -> None:
    world = World(4, hostile=1)
    cheat, node = world.hostile[0], world.nodes[0]
    first = craft(world.genesis, cheat, None, "note", {})
    # Of the branch that is cut, this node has only heard by the block.
    cut = [first, *(craft(world.genesis, cheat, first, "note", {"n": number}) for number in (0, 1, 2))]
    cut.append(craft(world.genesis, cheat, cut[1], "note", {}))
    branch = [first, cut[2], craft(world.genesis, cheat, cut[2], "note", {"n": 5})]
    branch.append(craft(world.genesis, cheat, branch[-1], "note", {}))
    world.deliver(node, [*branch, cut[3]])
    lineage, chain = node.replica.lineage, node.replica.chain
    lineage.extend(_block(lineage, Cut(cheat, 2, cut[4].id)), Decisions())
    proposed = _block(lineage, Cut(cheat, 3, branch[3].id))
    examiner = Examiner(chain.view)
    assert examiner.verdict(proposed, world.now_ms, chain.frontier, is_notarized=False) is Verdict.WAIT
    assert not chain.view.is_below(node.replica.workspace.known(cut[2].id), 2, cut[4].id)


def test_a_feed_that_was_forked_below_its_cut_is_not_read_again_for_each_entry_that_it_adds() -> None:
    world = World(4, hostile=1)
    cheat, node = world.hostile[0], world.nodes[0]
    standing, dead = (note(world, None, number) for number in (0, 1))
    world.deliver(node, [standing, dead])
    block = _block(node.replica.lineage, Cut(cheat, 0, standing.id))
    node.ledger.final.append(FinalBlock(block, Certificate(1, 0, block.id, ()), Decisions(), Frontier().encode()))
    node.restart()
    feed, asked = [standing], list[int]()
    for number in range(50):
        feed.append(note(world, feed[-1], number))
    tree = node.ledger.tree

    def counted(author: MemberId, from_seq: int) -> list[EntryFact]:
        asked.append(from_seq)
        return tree(author, from_seq)

    node.ledger.tree = counted  # type: ignore[method-assign]  # to count what is read
    world.deliver(node, feed[1:])
    assert len(asked) < 10
    # On the branch that was left out everything is void, whichever entry it follows upon.
    beyond = [note(world, dead, number) for number in (2, 3)]
    world.deliver(node, beyond)
    levels = node.ledger.standing()
    assert [levels[entry.id][0] for entry in (feed[-1], *beyond)] == [Level.WAITING, Level.VOID, Level.VOID]


def test_a_feed_is_neither_acked_nor_cut_before_what_a_block_has_cut_of_it_is_held() -> None:
    world = World(4, hostile=1)
    cheat, node = world.hostile[0], world.nodes[0]
    first = note(world, None, 0)
    standing, dead = note(world, first, 1), note(world, first, 2)
    late = note(world, standing, 3)
    block = _block(node.replica.lineage, Cut(cheat, 1, standing.id))
    node.ledger.final.append(FinalBlock(block, Certificate(1, 0, block.id, ()), Decisions(), Frontier().encode()))
    node.restart()
    world.now_ms += 60_000
    for entries, reach, cut in (([first, dead], -1, ()), ([standing, late], 2, (Cut(cheat, 2, late.id),))):
        world.deliver(node, entries)
        assert Composer(node.replica.chain.view).compose(world.now_ms, Frontier()).lists.cut == cut
        for _ in range(3):
            world.now_ms += 10_000
            node.vote(world.now_ms)
        assert node.replica.tally.reach(cheat, node.id) == reach


def test_a_record_of_a_removed_member_above_an_open_fork_is_no_work() -> None:
    world = World(5, hostile=1)
    cheat, (late, near, *others) = world.hostile[0], world.nodes
    first = note(world, None, 0)
    one, other = (proposal(world, first, near.id, amount) for amount in (1, 2))
    for node in (near, late):
        world.deliver(node, [first, one])
        run(world, [node], rounds=2)
    for node in others:
        world.deliver(node, [first, other, one])
    put(world, Expel(cheat), near, [near, *others])
    run(world, [near, *others])
    assert heights([near, *others]) == [1] * 3
    # The last approval comes after the block that has cut the feed for good.
    run(world, world.nodes)
    accept = near.write(CREDIT_ACCEPT, world.now_ms, names=[one.id])
    run(world, world.nodes, rounds=140)
    levels = near.ledger.standing()
    assert [levels[entry] for entry in (one.id, accept)] == [(Level.CONFIRMED, True), (Level.FINAL, True)]
    written = len(world.written())
    run(world, world.nodes, rounds=200)
    assert (len(world.written()), near.replica.chain.next_block_ms()) == (written, None)
    # Whatever else there is goes on being anchored.
    more = propose(near, others[0].id, world.now_ms)
    run(world, world.nodes, rounds=140)
    assert near.ledger.standing()[more] == (Level.ANCHORED, True)


@pytest.mark.parametrize("held", [1, 2], ids=["a gap below", "right below"])
def test_a_feed_of_whose_fork_there_is_only_the_proof_is_cut_as_far_as_it_is_held(held: int) -> None:
    world = World(5, hostile=1)
    debtor = world.nodes[0].id
    feed = [proposal(world, None, debtor, 1)]
    feed.append(proposal(world, feed[0], debtor, 2))
    world.outside += feed[:held]
    world.settle()
    for node in world.nodes:
        node.replica.receive_proof(prove_fork(note(world, feed[1], 2), note(world, feed[1], 3)), world.now_ms)
        node.flush()
    # What was acked of it in an epoch before binds the voters: no block would be good that left it behind.
    put(world, SetVoter(world.nodes[3].id, vote=False), world.nodes[0], world.nodes)
    run(world, world.nodes)
    put(world, AMENDMENT, world.nodes[0], world.nodes)
    run(world, world.nodes, rounds=30)
    assert heights(world.nodes) == [2] * 4
    assert all(world.nodes[0].ledger.standing()[entry.id] == (Level.ANCHORED, True) for entry in feed[:held])


def test_a_voter_that_is_there_and_never_votes_is_not_waited_for_on_end() -> None:
    world = World(3)
    silent, *others = world.nodes
    record = propose(others[0], others[1].id, world.now_ms)
    run(world, world.nodes, rounds=2)
    for _ in range(2_000):
        world.now_ms += 6_000
        for node in others:
            node.replica.hear([other.id for other in world.nodes], world.now_ms)
        share(world, world.nodes)
        for node in others:
            node.vote(world.now_ms)
    said = [entry.header for entry in world.written() if entry.header.kind in CHAIN_KINDS]
    assert 0 < len(said) < 30
    assert max(header.time_ms for header in said) < world.now_ms - 10_000_000
    # Once it can vote again it needs nobody else to begin.
    run(world, world.nodes)
    assert silent.ledger.standing()[record] == (Level.ANCHORED, True)


def test_two_voters_that_come_back_at_once_are_waited_for_anew() -> None:
    world = World(13)
    others, back = world.nodes[:7], world.nodes[7:9]
    propose(others[0], others[1].id, world.now_ms)
    run(world, [*others, *back], rounds=4)
    world.now_ms += ANCHOR_EVERY_MS
    for _ in range(80):
        world.now_ms += 6_000
        for node in others:
            node.replica.hear([other.id for other in (*others, *back)], world.now_ms)
        share(world, others)
        for node in others:
            node.vote(world.now_ms)
    assert all(node.replica.chain._present(world.now_ms) == 7 for node in others)
    world.now_ms += 400_000
    run(world, [*others, *back], rounds=130)
    assert heights([*others, *back]) == [1] * 9


def proposal(world: World, prev: Entry | None, debtor: MemberId, amount: int) -> Entry:
    """Return a proposal of the hostile member's."""
    fields = terms(debtor, world.hostile[0], amount)
    return craft(world.genesis, world.hostile[0], prev, CREDIT_PROPOSE, fields, time_ms=world.now_ms)


def note(world: World, prev: Entry | None, number: int) -> Entry:
    """Return a record of the hostile member's."""
    return craft(world.genesis, world.hostile[0], prev, "note", {"n": number}, time_ms=world.now_ms)


def _block(lineage: Lineage, *cuts: Cut) -> Block:
    head = BlockHead(
        lineage.height + 1, lineage.id, lineage.epoch, lineage.time_ms + 1, None, charter_hash(lineage.charter), b"",
        Frontier().root(), 0,
    )  # fmt: skip
    return new_block(head, BlockLists(cut=cuts))


def test_of_a_certificate_that_a_peer_hands_over_only_what_counts_is_kept() -> None:
    world = World(3)
    put(world, AMENDMENT, world.nodes[0], world.nodes)
    run(world, world.nodes)
    host, late = world.nodes[0], Node(key_of("late"), world.genesis)
    final = host.ledger.final[0]
    handed = host.replica.to_hand_over([final])
    assert handed is not None
    junk = (MemberId(bytes(32)), bytes(64))
    stuffed = replace(final.certificate, height=9, signatures=(junk, *final.certificate.signatures))
    assert late.replica.receive_blocks(replace(handed, blocks=((final.block, stuffed),)), world.now_ms)
    assert late.flush().blocks[0].certificate == final.certificate


def test_blocks_are_handed_over_only_as_far_as_their_motions_are_held() -> None:
    world = World(3)
    put(world, AMENDMENT, world.nodes[0], world.nodes)
    run(world, world.nodes)
    host, late, later = world.nodes[0], Node(key_of("late"), world.genesis), Node(key_of("later"), world.genesis)
    handed = host.replica.to_hand_over(host.ledger.final)
    assert handed is not None
    late.replica.receive_blocks(handed, world.now_ms)
    late.flush()
    # It has the block, and the feed with the motion is still on its way.
    assert late.replica.to_hand_over(late.ledger.final) is None
    late.receive(world.written(), host.id, world.now_ms)
    handed = late.replica.to_hand_over(late.ledger.final)
    assert handed is not None
    assert later.replica.receive_blocks(handed, world.now_ms)

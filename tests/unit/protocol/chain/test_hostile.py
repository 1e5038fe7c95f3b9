"""What one hostile member, or mere bad luck, must not do to the charter chain."""

from collections.abc import Sequence

from tests.simulation.world import Node, World, propose

from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import MOTION_PUT, MOTION_VOTE
from cohong.primitives.motion import Amend, Expel, Motion, MotionVote, Question, motion_body, motion_vote_body

WEEK_MS = 7 * 86_400_000
AMENDMENT = Amend(("HKD",), 1_000, 7, 90)


def put(world: World, question: Question, mover: Node, voters: Sequence[Node]) -> EntryId:
    """Put a question, and let these voters say yes once they have it."""
    body = motion_body(Motion(question, "", world.now_ms + WEEK_MS), bytes(16))
    del body["salt"]
    motion = mover.write(MOTION_PUT, world.now_ms, **body)
    for voter in voters:
        share(world, voters)
        vote = motion_vote_body(MotionVote(motion, yes=True), bytes(16))
        del vote["salt"]
        voter.write(MOTION_VOTE, world.now_ms, **vote)
    return motion


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

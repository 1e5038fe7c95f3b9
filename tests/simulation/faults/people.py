"""What hostile voters do to the charter chain: votes both ways, on motions and on blocks, and finals after skips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.adversary import Adversary, part_of

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import (
    ChainMessage,
    Final,
    Propose,
    Skip,
    Vote,
    chain_message_body,
    final_signed_bytes,
)
from cohong.primitives.ids import MemberId
from cohong.primitives.motion import MotionVote, motion_vote_body

if TYPE_CHECKING:
    from tests.simulation.run import Run

NOBODY: frozenset[MemberId] = frozenset()


def vote_on_motion_both_ways(run: Run) -> bool:
    """Say yes to a motion to some and no to the others."""
    adversary = run.draw_adversary()
    written = run.writings.seen(run.writings.values())
    motions = [entry for entry in written if entry.header.kind == "motion.put"]
    if adversary is None or not motions:
        return False
    motion, after = run.chance.choice(motions), run.draw_end(adversary)
    some = part_of(run.machines, run.chance)
    time_ms = max(run.timeline.now_ms, motion.header.time_ms, after.header.time_ms if after is not None else 0)
    for yes, hidden in ((True, some), (False, frozenset(run.honest) - some))[: run.chance.randint(1, 2)]:
        body = motion_vote_body(MotionVote(motion.id, yes), run.draw_id("salt")[:16])
        height = max(run.height(adversary), motion.header.height)
        adversary.write("motion.vote", body, after=after, hidden=hidden, time_ms=time_ms, height=height)
    return True


def cheat_in_chain(run: Run) -> bool:
    """Vote, skip and finalize in one iteration, for any block that was proposed, to some or to all."""
    adversary, found = run.draw_adversary(), _running(run)
    if adversary is None or found is None:
        return False
    height, iteration, blocks = found
    block = run.chance.choice(blocks)
    signature = adversary.key.sign(final_signed_bytes(height, iteration, block.id))
    messages: list[ChainMessage] = [
        Vote(height, iteration, block.id),
        Vote(height, iteration, run.chance.choice(blocks).id),
        Skip(height, iteration),
        Final(height, iteration, block.id, signature),
        Propose(height, iteration, None, block),
    ]
    for message in run.chance.sample(messages, run.chance.randint(1, 3)):
        hidden = part_of(run.machines, run.chance) if run.chance.random() < 0.5 else NOBODY
        _say(run, adversary, message, hidden)
    return True


def _running(run: Run) -> tuple[int, int, list[Block]] | None:
    """Return the height that some machine is at, an iteration of it, and the blocks proposed there."""
    machine = run.draw_up()
    if machine is None or machine.desk is None:
        return None
    height = machine.desk.replica.chain.agreement.height
    proposals = [height.said_in(number).proposal for number in range(height.iteration + 1)]
    blocks = [proposal.block for proposal in proposals if proposal is not None]
    return (height.number, run.chance.randint(0, height.iteration), blocks) if blocks else None


def _say(run: Run, adversary: Adversary, message: ChainMessage, hidden: frozenset[MemberId]) -> None:
    after = run.draw_end(adversary)
    kind, body = chain_message_body(message, run.draw_id("salt")[:16])
    time_ms = max(run.timeline.now_ms, after.header.time_ms if after is not None else 0)
    adversary.write(kind, body, after=after, hidden=hidden, time_ms=time_ms, height=message.height - 1)

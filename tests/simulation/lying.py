"""What a cheat says at random in an agreement: anything that can be said, to whom it likes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.simulation.feeds import signature
from tests.unit.protocol.chain.chains import block
from tests.unit.protocol.chain.chains import final as final_of

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import ChainMessage, Propose, Skip, Vote
from cohong.primitives.ids import MemberId

if TYPE_CHECKING:
    from tests.simulation.agreeing import World
    from tests.simulation.minds import Sent


def lie(world: "World", author: MemberId, *, proposal: bool = False) -> "Sent":
    """Write something about an iteration that some honest voter is in or near, and show it to some, or a proposal."""
    height = world.random.choice(world.honest).agreement.height
    iteration = max(0, height.iteration + world.random.choice((-1, 0, 0, 0, 1)))
    if proposal:
        iteration = next(mind.agreement.height.iteration for mind in world.minds if mind.me == author)
    one = _some_block(world, known=0.5 if proposal else 0.8)
    propose = Propose(1, iteration, world.random.choice((None, *range(iteration))), one)
    vote, final = Vote(1, iteration, one.id), final_of(author, iteration, one.id)
    if world.random.random() < 0.1:
        final = replace(final, sig=signature(author, b"something else"))
    message: ChainMessage = world.random.choice((propose, vote, vote, Skip(1, iteration), final, final))
    if proposal:
        message = propose
    sent = world.write(author, message)
    for reader in world.roster:
        if reader != author and (proposal or world.random.random() < 0.5):
            world.post(world.half[reader], reader, sent)
    return sent


def _some_block(world: "World", *, known: float) -> Block:
    """Return a block to lie about: mostly one that is known, rarely one that no honest voter accepts."""
    proposed = [sent[2].block for sent in world.written if isinstance(sent[2], Propose)]
    if proposed and world.random.random() < known:
        return world.random.choice(proposed)
    made = block(next(world.numbers), removes=world.mode == "removals")
    if world.random.random() < 0.3:
        world.bad.add(made.id)
    return made

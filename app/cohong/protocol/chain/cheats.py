"""Proofs that a voter cheats in the agreement: two messages of one iteration that no honest voter writes both."""

from dataclasses import dataclass

from cohong.primitives.chain_messages import ChainMessage, Final, Propose, Skip, Vote
from cohong.primitives.ids import BlockId, EntryId, MemberId


@dataclass(frozen=True, slots=True)
class Said:
    """A message and the entry that carries it: the entry's signature is what makes it proof."""

    message: ChainMessage
    entry: EntryId


@dataclass(frozen=True, slots=True)
class Cheat:
    """Two messages of one voter, height and iteration that contradict each other, in the order in which they came."""

    voter: MemberId
    first: Said
    second: Said


def contradicts(one: ChainMessage, other: ChainMessage) -> bool:
    """Return whether two messages of one voter and iteration prove that it cheats.

    Saying the same twice is no cheat. Nor is a vote for one block and a final for another: who voted for the block that
    most did not vote for may still see the other notarized.
    """
    match one:
        case Skip():
            return isinstance(other, Final)
        case Final():
            return isinstance(other, Skip) or (isinstance(other, Final) and one.block != other.block)
        case Vote():
            return isinstance(other, Vote) and one.block != other.block
        case Propose():
            return isinstance(other, Propose) and _proposed(one) != _proposed(other)


def _proposed(message: Propose) -> tuple[int | None, BlockId]:
    return message.from_iteration, message.block.id

"""What has been said at one height: blocks, votes, skips and finals, and what follows from the set of them.

Nothing here depends on the order in which messages came, but which of two proposals of a cheating leader is the first,
and which of two final blocks: counts only grow, and one is in the first iteration that is not over.
"""

import hashlib
from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, field

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import Certificate, ChainMessage, Final, Propose, Skip, Vote, final_signed_bytes
from cohong.primitives.ids import BlockId, EntryId, MemberId, NetworkId
from cohong.protocol.chain.cheats import Cheat, Said
from cohong.protocol.chain.iteration import Iteration


@dataclass(slots=True)
class Height:
    """The messages of one height, counted.

    Attributes:
        roster: the voters of the epoch that agrees the block, sorted.
        block_size: how many votes, and then finals, a block takes: `quorum.block_size` by the charter in force.
        skip_size: c(n), how many skips it takes to leave an iteration.
        verify: whether a member's signature of some bytes is good.
        iteration: the one that we are in.
        decided: the final block and its certificate.
        rival: another final block of this height. It takes many cheats, and people to go on from.
    """

    number: int
    network: NetworkId
    roster: tuple[MemberId, ...]
    block_size: Callable[[Block], int]
    skip_size: int
    verify: Callable[[MemberId, bytes, bytes], bool]
    iteration: int = field(default=0, init=False)
    decided: tuple[Block, Certificate] | None = field(default=None, init=False)
    rival: tuple[Block, Certificate] | None = field(default=None, init=False)
    _iterations: dict[int, Iteration] = field(default_factory=dict, init=False)
    _blocks: dict[BlockId, Block] = field(default_factory=dict, init=False)

    def leader(self, iteration: int) -> MemberId:
        """Return who proposes in an iteration."""
        seed = hashlib.sha256(self.network + self.number.to_bytes(8, "big")).digest()
        return self.roster[(int.from_bytes(seed, "big") + iteration) % len(self.roster)]

    def said_in(self, iteration: int) -> Iteration:
        """Return what has been said in an iteration."""
        return self._iterations.get(iteration) or Iteration()

    def take(self, voter: MemberId, message: ChainMessage, entry: EntryId) -> Cheat | None:
        """Count a message, as often as it comes; returns the proof if this is the first that the voter cheats here.

        What is no voter's, not the leader's to propose, or a final with a bad signature, counts for nothing.
        """
        assert message.height == self.number
        if voter not in self.roster or not self._counts(voter, message):
            return None
        cheat = self._iterations.setdefault(message.iteration, Iteration()).take(voter, Said(message, entry))
        match message:
            case Propose(block=block):
                self._learn(block)
            case Vote(block=identity) | Final(block=identity):
                self._recount(message.iteration, identity)
            case Skip():
                pass
        while self.said_in(self.iteration).notarized or self.is_skipped(self.iteration):
            self.iteration += 1
        return cheat

    def is_skipped(self, iteration: int) -> bool:
        """Whether an iteration has c(n) skips."""
        return len(self.said_in(iteration).skips) >= self.skip_size

    def notarized(self) -> list[tuple[int, Block]]:
        """Return each iteration that has a notarized block, ascending, with that block.

        Of two in one iteration, which takes cheats, everybody takes the one with the lower id.
        """
        found = sorted((number, said.notarized[0]) for number, said in self._iterations.items() if said.notarized)
        return [(number, self._blocks[identity]) for number, identity in found]

    def blocks(self) -> list[Block]:
        """Return the blocks that have been proposed."""
        return list(self._blocks.values())

    def block(self, identity: BlockId) -> Block | None:
        """Return a block that has been proposed here; None if no proposal of it is held, which votes do not need."""
        return self._blocks.get(identity)

    def is_justified(self, from_iteration: int | None, block: Block) -> bool:
        """Whether a proposal in the present iteration rests on what rule 1 asks for, as far as that is held."""
        if from_iteration is None:
            return all(map(self.is_skipped, range(self.iteration)))
        if from_iteration >= self.iteration or block.id not in self.said_in(from_iteration).notarized:
            return False
        return all(map(self.is_skipped, range(from_iteration + 1, self.iteration)))

    def voted(self, voter: MemberId) -> frozenset[BlockId]:
        """Return all blocks that a voter has voted for at this height."""
        votes = (item for said in self._iterations.values() for item in said.votes.items())
        return frozenset(block for block, voters in votes if voter in voters)

    def _counts(self, voter: MemberId, message: ChainMessage) -> bool:
        match message:
            case Propose(iteration=iteration, block=block):
                return voter == self.leader(iteration) and block.head.height == self.number
            case Final(iteration=iteration, block=identity, sig=signature):
                return self.verify(voter, final_signed_bytes(self.number, iteration, identity), signature)
            case Vote() | Skip():
                return True

    def _learn(self, block: Block) -> None:
        """Keep a block's content, and count what was said of it before: only the content tells how many it takes."""
        if block.id not in self._blocks:
            self._blocks[block.id] = block
            for iteration in self._iterations:
                self._recount(iteration, block.id)

    def _recount(self, iteration: int, identity: BlockId) -> None:
        block, said = self._blocks.get(identity), self._iterations[iteration]
        if block is None:
            return
        size, finals = self.block_size(block), said.finals.get(identity, {})
        if identity not in said.notarized and len(said.votes.get(identity, ())) >= size:
            insort(said.notarized, identity)
        if len(finals) >= size:
            self._decide(block, Certificate(self.number, iteration, identity, tuple(sorted(finals.items())[:size])))

    def _decide(self, block: Block, certificate: Certificate) -> None:
        if self.decided is None:
            self.decided = (block, certificate)
        elif self.rival is None and self.decided[0].id != block.id:
            self.rival = (block, certificate)

"""What has been said in one iteration of a height, whatever order it came in."""

from dataclasses import dataclass, field

from cohong.primitives.chain_messages import Final, Propose, Skip, Vote
from cohong.primitives.ids import BlockId, MemberId
from cohong.protocol.chain.cheats import Cheat, Said, contradicts


@dataclass(slots=True)
class Iteration:
    """The messages of one iteration, counted.

    A voter that cheats counts on both sides: leaving it out would make the count depend on what came first, and it is
    for the proof, not for the count, to deal with it.

    Attributes:
        proposal: the first that came of the leader's; others only prove that it cheats.
        votes: block -> who voted for it.
        finals: block -> voter -> its signature for the certificate.
        notarized: blocks that have their quorum of votes, sorted; more than one only if voters cheat.
    """

    proposal: Propose | None = None
    votes: dict[BlockId, set[MemberId]] = field(default_factory=dict)
    skips: set[MemberId] = field(default_factory=set)
    finals: dict[BlockId, dict[MemberId, bytes]] = field(default_factory=dict)
    notarized: list[BlockId] = field(default_factory=list)
    _said: dict[MemberId, list[Said]] = field(default_factory=dict)
    _caught: set[MemberId] = field(default_factory=set)

    def take(self, voter: MemberId, said: Said) -> Cheat | None:
        """Count a message; returns the first proof in this iteration that the voter cheats, once."""
        match said.message:
            case Propose():
                self.proposal = self.proposal or said.message
            case Vote(block=block):
                self.votes.setdefault(block, set()).add(voter)
            case Skip():
                self.skips.add(voter)
            case Final(block=block, sig=signature):
                self.finals.setdefault(block, {}).setdefault(voter, signature)
        return self._cheat(voter, said)

    def has_heard(self, voter: MemberId) -> bool:
        """Whether a voter has said anything."""
        return voter in self._said

    def has_voted(self, voter: MemberId) -> bool:
        """Whether a voter has voted for any block."""
        return any(voter in voters for voters in self.votes.values())

    def has_finalized(self, voter: MemberId) -> bool:
        """Whether a voter has written a final for any block."""
        return any(voter in signatures for signatures in self.finals.values())

    def _cheat(self, voter: MemberId, said: Said) -> Cheat | None:
        if voter in self._caught:
            return None
        earlier = self._said.setdefault(voter, [])
        for other in earlier:
            if contradicts(other.message, said.message):
                self._caught.add(voter)
                return Cheat(voter, other, said)
        if not any(type(other.message) is type(said.message) for other in earlier):
            earlier.append(said)
        return None

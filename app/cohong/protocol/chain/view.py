"""What this node holds and thinks, as far as blocks are made of it and judged by it."""

from dataclasses import dataclass

from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.chain.people import People
from cohong.protocol.heads import Heads
from cohong.protocol.standings import Standings
from cohong.protocol.tally import Tally
from cohong.protocol.votes import is_acked
from cohong.protocol.workspace import Workspace


@dataclass(frozen=True, slots=True)
class View:
    """The parts of a replica that the chain asks."""

    me: MemberId
    lineage: Lineage
    people: People
    heads: Heads
    tally: Tally
    standings: Standings
    workspace: Workspace

    def is_below(self, fact: EntryFact, seq: int, entry: EntryId) -> bool:
        """Return whether an entry is `entry`, at `seq` of its feed, or lies below it on its branch."""
        return is_acked(fact, [(seq, entry)], self.workspace)

    def standing_on(self, author: MemberId, fork_seq: int, seq: int, entry: EntryId) -> EntryFact | None:
        """Return the highest record that stands, uncontested, between a fork and an entry of one branch."""
        while seq >= fork_seq:
            fact = self.workspace.known(entry)
            if fact.level.stands and fact.applied:
                return fact
            entry, seq = fact.prev, seq - 1
        return None

"""What this node holds and thinks, as far as blocks are made of it and judged by it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cohong.book.references import head_named
from cohong.book.transitions import HEADED
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.motion import Question, RuleBranch
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

    def read_upto(self, fact: EntryFact) -> EntryFact | None:
        """Return the end of the feed that a record says it has read, None for kinds that read none."""
        body = self.workspace.record(fact.id).body if fact.kind in HEADED and fact.object is not None else None
        return self.workspace.known(head_named(body)[2]) if body is not None else None

    def ripe(self, motions: Iterable[EntryId]) -> list[EntryId]:
        """Return those of passed motions that a block can carry out: not a ruling where no fork is open.

        Such a ruling stays where it is until its time is over, or the fork is found. In a block it would ask for a cut
        that nobody can make, and hold up all others.
        """
        questions = ((motion, self.people.motions[motion][1].question) for motion in motions)
        return [motion for motion, question in questions if self._is_ripe(question)]

    def _is_ripe(self, question: Question) -> bool:
        if not isinstance(question, RuleBranch):
            return True
        if self.heads.fork_seq(question.author) != question.seq:
            return False
        if question.branch is not None and self.lineage.removed_at(question.author) is not None:
            # The cut of a feed ends with its author's membership: no branch beyond it can be made to stand.
            return False
        fact = self.workspace.fact(question.branch) if question.branch is not None else None
        is_there = fact is not None and (fact.author, fact.seq) == (question.author, question.seq)
        return question.branch is None or (is_there and not self.heads.is_dead(question.branch))

    def standing_on(self, author: MemberId, fork_seq: int, seq: int, entry: EntryId) -> EntryFact | None:
        """Return the highest record that stands, uncontested, between a fork and an entry of one branch."""
        while seq >= fork_seq:
            fact = self.workspace.known(entry)
            if fact.level.stands and fact.applied:
                return fact
            entry, seq = fact.prev, seq - 1
        return None

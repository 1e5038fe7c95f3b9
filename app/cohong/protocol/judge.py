"""How a voter decides on one record (protocol.md 3): by the record's own past, and by nothing else."""

from dataclasses import dataclass
from enum import Enum

from cohong.book.question import Lock
from cohong.book.reasons import NoReason
from cohong.book.rules import is_known, reason_against
from cohong.book.transitions import level_needed
from cohong.primitives.entry import names_of
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import EntryFact, Level, Record
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.standings import Standings
from cohong.protocol.workspace import Workspace


class Verdict(Enum):
    """What a voter says when no rule is broken."""

    APPROVE = "approve"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Judge:
    """One voter's judgement, from what this node holds."""

    workspace: Workspace
    standings: Standings
    lineage: Lineage

    def verdict(self, record: Record) -> Verdict | NoReason:
        """Return what this voter has to say on a record, in the order of the rules of protocol.md 3."""
        names = names_of(record.body) if record.body is not None else ()
        verdicts = [self._of_name(self.workspace.known(name)) for name in names]
        refusal = next((verdict for verdict in verdicts if isinstance(verdict, NoReason)), None)
        if refusal is not None:
            return refusal
        if Verdict.HOLD in verdicts:
            return Verdict.HOLD
        moved = self._of_rivals(record.fact)
        if moved is not Verdict.APPROVE:
            return moved
        if not is_known(record.fact.kind):
            return Verdict.HOLD
        question = self.standings.question(record)
        if question.circumstances is not None and question.circumstances.lock is Lock.IN_DOUBT:
            return Verdict.HOLD
        return reason_against(question, self.lineage.rules_at(record.fact.height)) or Verdict.APPROVE

    def _of_name(self, named: EntryFact) -> Verdict | NoReason:
        if not is_record(named.kind):
            return NoReason.WRONG_NAMES
        if named.level is Level.REJECTED:
            return NoReason.NAMES_REFUSED
        return Verdict.APPROVE if named.level.stands and named.applied else Verdict.HOLD

    def _of_rivals(self, fact: EntryFact) -> Verdict | NoReason:
        """Whether an earlier entry of the same feed has moved, or may yet move, the version that this one moves."""
        if fact.moves is None:
            return Verdict.APPROVE
        movers = self.workspace.movers(fact.moves)
        earlier = [item for item in movers if item.author == fact.author and item.seq < fact.seq]
        standing = [item for item in earlier if item.level.stands]
        if any(item.level >= level_needed(item.kind) for item in standing):
            return NoReason.ALREADY_MOVED
        # One below the level of its kind may yet be rejected.
        undecided = standing or any(item.level in (Level.WAITING, Level.CONTESTED) for item in earlier)
        return Verdict.HOLD if undecided else Verdict.APPROVE

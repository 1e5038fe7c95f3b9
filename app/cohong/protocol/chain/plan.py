"""What passed motions come to in the next block: at most one change of who votes, and a removal by itself.

Majorities of neighbouring rosters always share a voter; with a voter swapped in one block they need not. So a lost key
is replaced in two blocks: the old key goes in the first, the new one gets its vote in the second.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from cohong.primitives.block import Change
from cohong.primitives.charter import Charter
from cohong.primitives.decisions import Amendment, Decisions, DisputeRuling, KeeperNamed, Ruling, amended
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.motion import (
    Admit,
    Amend,
    Expel,
    NameKeeper,
    Question,
    Replace,
    RuleBranch,
    RuleDispute,
    SetFinal,
    SetVoter,
)
from cohong.protocol.chain.lineage import Lineage, charter_after
from cohong.protocol.chain.people import People


@dataclass(frozen=True, slots=True)
class Plan:
    """What a block with these motions does.

    Attributes:
        charter: the charter after the block, the roster included.
    """

    motions: tuple[EntryId, ...]
    change: Change | None
    decisions: Decisions
    charter: Charter

    @property
    def is_idle(self) -> bool:
        """Whether nothing comes of it."""
        return self.change is None and self.decisions == Decisions()


def change_of(question: Question, people: People, lineage: Lineage) -> Change | None:
    """Return how a motion changes who votes or what is final, None if it does not (any more)."""
    roster, members = lineage.charter.roster, lineage.members
    match question:
        case SetVoter(member, True) if member in members and member not in roster:
            return Change("add", member)
        case SetVoter(member, False) | Expel(member) if member in roster and len(roster) > 1:
            return Change("remove", member)
        case Replace(old, join) if old in roster and len(roster) > 1 and _newcomer(join, people, lineage) is not None:
            return Change("remove", old)
        case SetFinal(rule) if rule != lineage.charter.final:
            return Change("final", rule)
        case _:
            return None


def plan_block(passed: Iterable[EntryId], people: People, lineage: Lineage) -> Plan:
    """Return what the next block does with the motions that have passed: a removal first and alone, then one change."""
    questions = [(motion, people.motions[motion][1].question) for motion in sorted(passed)]
    changes = [(motion, change_of(question, people, lineage)) for motion, question in questions]
    removal = next((motion for motion, change in changes if change is not None and change.verb == "remove"), None)
    if removal is not None:
        return plan_of([removal], people, lineage)
    if lineage.owed_votes:
        changing = [motion for motion, change in changes if change is not None]
    else:
        changing = [motion for motion, change in changes if change is not None][1:]
    return plan_of([motion for motion, _ in questions if motion not in changing], people, lineage)


def plan_of(motions: Iterable[EntryId], people: People, lineage: Lineage) -> Plan:
    """Return what a block that lists just these motions does. Of two changes only the first would have an effect."""
    chosen = tuple(sorted(motions))
    questions = [people.motions[motion][1].question for motion in chosen]
    changes = [change for question in questions if (change := change_of(question, people, lineage)) is not None]
    if not changes and lineage.owed_votes:
        changes = [Change("add", lineage.owed_votes[0])]
    decisions = Decisions()
    for question in questions:
        decisions = _decide(question, decisions, people, lineage)
    # Whom the same block expels gets no vote by it.
    changes = [change for change in changes if change.verb != "add" or change.subject not in decisions.expelled]
    change = changes[0] if changes else None
    charter = charter_after(amended(lineage.charter, decisions.amendment), change)
    return Plan(chosen, change, decisions, charter)


def plan_of_question(question: Question, people: People, lineage: Lineage) -> Plan:
    """Return what one question comes to if it passes now, whoever puts it."""
    change = change_of(question, people, lineage)
    decisions = _decide(question, Decisions(), people, lineage)
    return Plan((), change, decisions, charter_after(amended(lineage.charter, decisions.amendment), change))


def _decide(question: Question, decisions: Decisions, people: People, lineage: Lineage) -> Decisions:
    """Return the decisions with one motion's added; one that no longer applies adds nothing."""
    match question:
        case Admit(join) if (newcomer := _newcomer(join, people, lineage, decisions.seats)) is not None:
            seats = (*decisions.seats, people.seat(join))
            return replace(decisions, admitted=(*decisions.admitted, newcomer), seats=seats)
        case Expel(member) if _can_be_expelled(member, lineage):
            return replace(decisions, expelled=(*decisions.expelled, member))
        case Replace(old, join) if old in lineage.members and lineage.charter.roster != (old,):
            newcomer = _newcomer(join, people, lineage, decisions.seats)
            if newcomer is None:
                return decisions
            return replace(
                decisions,
                admitted=(*decisions.admitted, newcomer),
                expelled=(*decisions.expelled, old),
                replaced=(*decisions.replaced, (old, newcomer)),
                seats=(*decisions.seats, people.seat(join)),
            )
        case Amend(currencies, entries_per_day, grace_days, stale_days):
            return replace(decisions, amendment=Amendment(currencies, entries_per_day, grace_days, stale_days))
        case RuleBranch(author, seq, branch) if _is_undecided(author, seq, decisions, lineage):
            return replace(decisions, ruled=(*decisions.ruled, Ruling(author, seq, branch)))
        case RuleDispute(dispute, upheld) if not _is_dispute_ruled(dispute, decisions, lineage):
            return replace(decisions, disputes=(*decisions.disputes, DisputeRuling(dispute, upheld)))
        case NameKeeper(pool, old, member) if _can_be_named(question, decisions, lineage):
            named = KeeperNamed(ObjectId(pool), old, member)
            return replace(decisions, keepers=(*decisions.keepers, named))
        case _:
            return decisions


def _can_be_expelled(member: MemberId, lineage: Lineage) -> bool:
    """Whether somebody can be shut out: a member that is not the only voter, or whoever has never been a member.

    Of the latter observers are meant. Who is one the blocks do not tell, and what they decide is the same everywhere.
    """
    if member in lineage.members:
        return lineage.charter.roster != (member,)
    return not lineage.was_member(member)


def _is_undecided(author: MemberId, seq: int, decisions: Decisions, lineage: Lineage) -> bool:
    """Whether neither a cut nor an earlier ruling, in this block or before, has decided on a fork."""
    is_ruled = lineage.is_ruled(author, seq) or any(
        (item.author, item.seq) == (author, seq) for item in decisions.ruled
    )
    return seq > lineage.cut_seq(author) and not is_ruled


def _is_dispute_ruled(dispute: EntryId, decisions: Decisions, lineage: Lineage) -> bool:
    is_here = any(item.dispute == dispute for item in decisions.disputes)
    return is_here or lineage.is_dispute_ruled(dispute)


def _can_be_named(question: NameKeeper, decisions: Decisions, lineage: Lineage) -> bool:
    """Whether a pool can be given to a member: the key that kept it is gone for good, and nobody was named for it yet.

    That the key did keep it, the book sees. As long as a keeper is a member another one would make two of them: what it
    has written before would count beside what the new one writes. What the gone one has written beyond a cut is late.
    """
    key = (ObjectId(question.pool), question.old)
    is_gone = lineage.was_member(question.old) and question.old not in lineage.members
    is_named = key in lineage.rules.keepers or any((item.pool, item.old) == key for item in decisions.keepers)
    return is_gone and question.member in lineage.members and not is_named


def _newcomer(join: EntryId, people: People, lineage: Lineage, seats: Container[EntryId] = ()) -> MemberId | None:
    """Return whom a join lets in; nobody who has been a member, and nobody by an invitation that has let another in.

    Args:
        seats: invitations that have let somebody in by earlier motions of this block.
    """
    newcomer = people.newcomer(join)
    if newcomer is None or lineage.was_member(newcomer):
        return None
    seat = people.seat(join)
    return None if seat in lineage.seats or seat in seats else newcomer

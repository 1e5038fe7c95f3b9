"""Netting rounds from a member's side: what it joins with by itself, what can be settled, and what a round came to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from cohong.api.requests import WriteRecord
from cohong.book.circulation import Debt
from cohong.book.objects import Obligation
from cohong.book.question import day_of
from cohong.book.references import object_referred_to, references
from cohong.book.rounds import Round, RoundState
from cohong.book.transitions import ENDS
from cohong.primitives.entry import NAMES_MAX, names_of
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import NETTING_AGREE, NETTING_APPLY, NETTING_JOIN
from cohong.primitives.standing import EntryFact, Level, Record
from cohong.protocol.replica import Replica
from cohong.protocol.workspace import Workspace

JOINED_MAX: Final = NAMES_MAX - 1
"""Obligations that one result may name beside the announcement."""


@dataclass(frozen=True, slots=True)
class Joined:
    """An obligation in a round, as it was when it joined, with the entry by which it did."""

    join: EntryId
    obligation: Obligation

    @property
    def debt(self) -> Debt:
        """The arc that it is in the graph of debts."""
        item = self.obligation
        return Debt(item.terms.debtor, item.holder, item.outstanding_minor)


@dataclass(frozen=True, slots=True)
class Result:
    """How a round ended.

    Attributes:
        set_offs: of each of `joined`, in minor units; all 0 for a round that was aborted.
        named: the joins that the result is about: what joins while it is written comes too late for it.
    """

    end: EntryFact
    joined: tuple[Joined, ...]
    set_offs: tuple[int, ...]
    named: frozenset[EntryId] = frozenset()


def joins_to_write(round_: Round, workspace: Workspace, me: MemberId, now_ms: int) -> list[WriteRecord]:
    """Return the joins of a member that takes part in a round: what it holds of what debtors have brought."""
    agreed = _agreements(round_, workspace)
    if round_.state is not RoundState.OPEN or day_of(now_ms) > round_.ends:
        return []
    if not any(record.fact.author == me for record in agreed):
        return []
    found: dict[ObjectId, WriteRecord] = {}
    for record, obligation in _brought(agreed, workspace):
        if obligation.holder == me and obligation.locked_in is None and not _is_moving(obligation, workspace, me):
            fields = {"round": round_.id.hex(), "consent": record.fact.id.hex()}
            found[obligation.id] = WriteRecord(kind=NETTING_JOIN, object=obligation.id.hex(), fields=fields)
    return list(found.values())


def _agreements(round_: Round, workspace: Workspace) -> list[Record]:
    return [item for item in workspace.about(round_.id) if item.fact.kind == NETTING_AGREE and item.fact.applied]


def has_agreed(round_: Round, workspace: Workspace, member: MemberId) -> bool:
    """Return whether a member takes part in a round, voted on yet or not."""
    about = workspace.about(round_.id)
    return any(
        (item.fact.kind, item.fact.author) == (NETTING_AGREE, member) and not item.fact.level.has_failed
        for item in about
    )


def _brought(agreed: Sequence[Record], workspace: Workspace) -> Iterator[tuple[Record, Obligation]]:
    """Yield the obligations brought by debtors, as they stand, unless they have been moved since."""
    for record in agreed:
        facts = [workspace.known(name) for name in names_of(record.body or {})[1:]]
        for reference in references(facts):
            subject = object_referred_to(reference)
            found = workspace.object(subject) if subject is not None else None
            names = tuple(fact.id for fact in reference)
            if isinstance(found, Obligation) and (found.named_by or (found.version,)) == names:
                yield record, found


def _is_moving(obligation: Obligation, workspace: Workspace, me: MemberId) -> bool:
    movers = workspace.movers(obligation.version)
    return any(fact.author == me and not fact.level.has_failed for fact in movers)


def joined_in(round_: Round, replica: Replica) -> list[Joined]:
    """Return what takes part in a round, or did, by the id of the entry by which it joined."""
    naming = map(replica.workspace.known, replica.workspace.dependents(EntryId(round_.id)))
    found = []
    for fact in naming:
        version = replica.standings.left_by(fact.id) if fact.kind == NETTING_JOIN and fact.applied else None
        if isinstance(version, Obligation):
            found.append(Joined(fact.id, version))
    return sorted(found, key=lambda item: item.join)


def to_settle(round_: Round, replica: Replica) -> list[Joined]:
    """Return what a result may name now: what is bound to the round still, the largest sums if there are too many."""
    bound = [
        item for item in joined_in(round_, replica)
        if replica.workspace.object(item.obligation.id) == item.obligation
    ]  # fmt: skip
    largest = sorted(bound, key=lambda item: (-item.obligation.outstanding_minor, item.join))[:JOINED_MAX]
    return sorted(largest, key=lambda item: item.join)


def result_of(round_: Round, replica: Replica) -> Result | None:
    """Return how a round ended, None if it has not."""
    ends = [fact for fact in replica.workspace.movers(EntryId(round_.id)) if fact.kind in ENDS and fact.applied]
    if not ends:
        return None
    joined = tuple(joined_in(round_, replica))
    body = replica.workspace.record(ends[0].id).body or {}
    cleared: dict[EntryId, int] = {}
    if ends[0].kind == NETTING_APPLY:
        cleared = dict(zip(names_of(body)[1:], cast("list[int]", body["set_offs"]), strict=True))
    set_offs = tuple(cleared.get(item.join, 0) for item in joined)
    return Result(ends[0], joined, set_offs, frozenset(cleared))


def end_under_way(round_: Round, replica: Replica) -> bool:
    """Return whether the round's coordinator has written its end, which is not decided yet."""
    movers = replica.workspace.movers(EntryId(round_.id))
    return any(not fact.applied and fact.level in (Level.WAITING, Level.CONFIRMED) for fact in movers)

"""An object of the book folded from its records: as it stood at one version, or again as a whole."""

from dataclasses import dataclass

from cohong.book.fold import apply, claim, move, propose
from cohong.book.objects import BookObject, Claim, Obligation
from cohong.book.rules import Question, is_known, reason_against
from cohong.book.transitions import MOVERS, level_needed
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import CREDIT_CLAIM, CREDIT_PROPOSE
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.workspace import Workspace


def version_of(named: EntryFact, workspace: Workspace, lineage: Lineage) -> Obligation | None:
    """Return the obligation as the entry `named` left it, None if that entry made no version of one that is applied."""
    if named.object is None or not named.applied or named.kind not in (CREDIT_PROPOSE, *MOVERS):
        return None
    current = workspace.object(named.object)
    if isinstance(current, Obligation) and current.version == named.id:
        return current
    records = [record for record in workspace.about(named.object) if record.fact.applied]
    history = _history(records, workspace, lineage)
    return next((item for item in history.versions if item.version == named.id), None)


@dataclass(slots=True)
class _History:
    """The versions of an obligation, oldest first, the claims on them, and the records that made all that."""

    versions: list[Obligation]
    claims: list[Claim]
    applied: set[EntryId]


def _history(records: list[Record], workspace: Workspace, lineage: Lineage) -> _History:
    """Fold an obligation from those of `records` that fit one another."""
    history = _History([], [], set())
    proposal = next((record for record in records if record.fact.kind == CREDIT_PROPOSE), None)
    if (
        proposal is None
        or reason_against(Question(proposal, (), None), lineage.rules_at(proposal.fact.height)) is not None
    ):
        return history
    movers = {record.fact.moves: record for record in records if record.fact.moves is not None}
    version: Obligation | None = propose(proposal)
    while version is not None:
        history.versions.append(version)
        history.applied.add(version.version)
        for record in records:
            if record.fact.kind == CREDIT_CLAIM and _fits(record, version, history, workspace, lineage):
                history.claims.append(claim(record))
                history.applied.add(record.fact.id)
        mover = movers.get(version.version)
        fits = mover is not None and _fits(mover, version, history, workspace, lineage)
        version = move(version, mover) if mover is not None and fits else None
    return history


def _fits(record: Record, version: Obligation, history: _History, workspace: Workspace, lineage: Lineage) -> bool:
    names = names_of(record.body) if record.body is not None else ()
    if not names or names[0] != version.version or not history.applied.issuperset(names):
        return False
    named = [workspace.known(name) for name in names]
    return reason_against(Question(record, named, version), lineage.rules_at(record.fact.height)) is None


def fold_again(subject: ObjectId, workspace: Workspace, lineage: Lineage) -> list[EntryFact]:
    """Rebuild an object from those of its records that stand; returns the records whose applied mark changed."""
    records = workspace.about(subject)
    standing = [record for record in records if _may_stand(record.fact)]
    if any(record.fact.kind == CREDIT_PROPOSE for record in records):
        objects, applied = _fold_obligation(standing, workspace, lineage)
    else:
        objects, applied = _fold_latest(standing, lineage)
    _replace(subject, records, objects, workspace)
    return _mark(records, applied, workspace)


def _may_stand(fact: EntryFact) -> bool:
    return is_known(fact.kind) and fact.level.stands and fact.level >= level_needed(fact.kind)


def _fold_obligation(
    standing: list[Record], workspace: Workspace, lineage: Lineage
) -> tuple[list[BookObject], set[EntryId]]:
    history = _history(standing, workspace, lineage)
    return [*history.versions[-1:], *history.claims], history.applied


def _fold_latest(standing: list[Record], lineage: Lineage) -> tuple[list[BookObject], set[EntryId]]:
    current: BookObject | None = None
    applied = set()
    for record in standing:
        if reason_against(Question(record, (), None), lineage.rules_at(record.fact.height)) is None:
            current = apply(record, current) or current
            applied.add(record.fact.id)
    return ([current] if current is not None else []), applied


def _replace(subject: ObjectId, records: list[Record], objects: list[BookObject], workspace: Workspace) -> None:
    kept = {item.id for item in objects}
    possible = {subject, *(ObjectId(record.fact.id) for record in records if record.fact.kind == CREDIT_CLAIM)}
    for gone in sorted(possible - kept):
        if workspace.object(gone) is not None:
            workspace.remove_object(gone)
    for item in objects:
        if workspace.object(item.id) != item:
            workspace.put_object(item)


def _mark(records: list[Record], applied: set[EntryId], workspace: Workspace) -> list[EntryFact]:
    changed = []
    for record in records:
        fact = record.fact
        if fact.applied != (fact.id in applied):
            changed.append(workspace.stand(fact, fact.level, applied=fact.id in applied))
    return changed

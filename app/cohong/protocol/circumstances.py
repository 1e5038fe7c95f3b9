"""What the charter chain and the debtor's feed say of a record that an open dispute stops (protocol.md 9).

All of it is part of the record's past: the block of its height and those below, and the feed up to the head that the
record names. What else this node happens to hold of that feed does not enter.
"""

from collections.abc import Iterable

from cohong.book.bodies import malformed_field
from cohong.book.objects import Obligation
from cohong.book.question import DAY_MS, Circumstances, Lock, end_of_day_ms
from cohong.book.references import head_named, object_referred_to
from cohong.book.rounds import Round
from cohong.book.transitions import HEADED
from cohong.primitives.block import Cut
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import DISPUTE_CLOSE, DISPUTE_OPEN
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.chain.lineage import Lineage
from cohong.protocol.votes import is_acked
from cohong.protocol.workspace import Workspace


def circumstances_of(record: Record, obligation: Obligation, workspace: Workspace, lineage: Lineage) -> Circumstances:
    """Return what a record about an obligation is judged by beside the version that it names."""
    height = record.fact.height
    head = _head_of(record, workspace) if record.fact.kind in HEADED else None
    rules = lineage.rules_at(height)
    debtor = rules.holder_of(obligation.terms.debtor)
    is_read = (
        head is not None
        and head.author == debtor
        and _reaches(head, lineage.cut(debtor, height), workspace)
        # No cut ever reaches beyond where a membership ended, so no block could anchor what has read further.
        and (debtor in rules.members or head.seq <= lineage.cut_seq(debtor, height))
    )
    return Circumstances(
        block_ms=lineage.time_at(height),
        notice_ms=_included_ms(obligation.notice, height, workspace, lineage),
        is_read=is_read,
        is_disputed=head is not None and is_read and _is_disputed(obligation, head, height, workspace, lineage),
        lock=lock_of(obligation, height, workspace, lineage),
    )


def lock_of(obligation: Obligation, height: int, workspace: Workspace, lineage: Lineage) -> Lock:
    """Return whether a netting round binds an obligation as of a height.

    The round lapses by a block dated after its last day and the days of grace, if that block's cut shows no end of it,
    or only such as were refused.
    """
    round_ = workspace.object(obligation.locked_in) if obligation.locked_in is not None else None
    if not isinstance(round_, Round):
        return Lock.FREE
    if not has_lapsed(round_, height, workspace, lineage):
        return Lock.BOUND
    return Lock.IN_DOUBT if _ends_in_time(round_, height, workspace, lineage) else Lock.FREE


def has_lapsed(round_: Round, height: int, workspace: Workspace, lineage: Lineage) -> bool:
    """Return whether a block, not above a height, is dated past a round's end and shows none that stands or may."""
    at = _over_at(round_, height, lineage)
    return at is not None and at <= height and not any(
        fact.applied for fact in _ends_in_time(round_, height, workspace, lineage)
    )  # fmt: skip


def _over_at(round_: Round, height: int, lineage: Lineage) -> int | None:
    """Return the height of the first block that is dated past a round's last day and the days of grace."""
    grace_ms = lineage.era(height).charter.grace_days * DAY_MS
    return lineage.first_after(end_of_day_ms(round_.ends) + grace_ms)


def _ends_in_time(round_: Round, height: int, workspace: Workspace, lineage: Lineage) -> list[EntryFact]:
    """Return what that block's cut shows to have ended the round, unless it was refused."""
    at = _over_at(round_, height, lineage)
    cut = lineage.cut_seq(round_.coordinator, at) if at is not None else -1
    return [
        fact for fact in workspace.movers(EntryId(round_.id))
        if fact.author == round_.coordinator and fact.seq <= cut and not fact.level.has_failed
    ]  # fmt: skip


def _head_of(record: Record, workspace: Workspace) -> EntryFact | None:
    """Return the entry that a record names as a head, None if its body is malformed or says of it what is not so.

    What is malformed is asked about like any other: which rule it breaks is for the book to say.
    """
    if record.body is None or malformed_field(record.fact.kind, record.body) is not None:
        return None
    author, seq, entry = head_named(record.body)
    fact = workspace.fact(entry)
    return fact if fact is not None and (fact.author, fact.seq) == (author, seq) else None


def _reaches(head: EntryFact, cut: Cut | None, workspace: Workspace) -> bool:
    """Whether a head lies at or beyond a cut of its feed, on its branch."""
    if cut is None:
        return True
    included = workspace.fact(cut.id)
    return included is not None and is_acked(included, [(head.seq, head.id)], workspace)


def _included_ms(entry: EntryId | None, height: int, workspace: Workspace, lineage: Lineage) -> int | None:
    """Return the time of the first block, not above a height, that includes an entry."""
    fact = workspace.fact(entry) if entry is not None else None
    included = lineage.cut_height(fact.author, fact.seq) if fact is not None else None
    return lineage.time_at(included) if included is not None and included <= height else None


def _is_disputed(obligation: Obligation, head: EntryFact, height: int, workspace: Workspace, lineage: Lineage) -> bool:
    """Whether the head's author has opened a dispute of the obligation, up to there, that is open.

    A dispute counts from its form alone, voted on or not. One of a key that has been replaced has to be opened anew.
    """
    versions = {EntryId(obligation.id), *_ids_about(obligation.id, workspace)}
    naming = sorted({entry for version in versions for entry in workspace.dependents(version)})
    return any(
        _object_named(dispute, workspace) == obligation.id
        and not lineage.is_dispute_ruled(dispute.id, height)
        and not _written_by(head, DISPUTE_CLOSE, _ids_about(ObjectId(dispute.id), workspace), workspace)
        for dispute in _written_by(head, DISPUTE_OPEN, naming, workspace)
    )


def _object_named(record: EntryFact, workspace: Workspace) -> ObjectId | None:
    """Return what a record refers to: of a part that was sold, not what it is a part of."""
    return object_referred_to([workspace.known(name) for name in names_of(workspace.record(record.id).body or {})])


def _ids_about(subject: ObjectId, workspace: Workspace) -> list[EntryId]:
    return [record.fact.id for record in workspace.about(subject)]


def _written_by(head: EntryFact, kind: str, entries: Iterable[EntryId], workspace: Workspace) -> list[EntryFact]:
    """Return those of some entries that are well-formed, of a kind, and of the head's feed up to there."""
    facts = map(workspace.known, entries)
    return [
        fact for fact in facts
        if (fact.kind, fact.author) == (kind, head.author) and fact.object is not None
        and is_acked(fact, [(head.seq, head.id)], workspace)
    ]  # fmt: skip

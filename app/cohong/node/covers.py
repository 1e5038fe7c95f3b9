"""Guarantees and pools from a member's side: what a record about them names, which demands are open, who has paid.

All of it is read from the workspace, on the engine's thread.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, cast

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.book.guarantees import Guarantee, Pledge, Pool, draw_of
from cohong.book.objects import Obligation, ObligationState
from cohong.book.question import Rules
from cohong.book.reasons import NoReason
from cohong.book.references import object_referred_to, version_referred_to
from cohong.book.transitions import DEMANDS
from cohong.ledger.covers import AllCovers
from cohong.node.words import NO_EFFECT
from cohong.primitives.encoding import Value
from cohong.primitives.entry import NAMES_MAX, names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import (
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_PAY,
    POOL_CLAIM,
    POOL_DRAW,
    POOL_PLEDGE,
)
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.workspace import Workspace

ANSWERS: Final[Mapping[str, str]] = {GUARANTEE_PAY: GUARANTEE_CALL, POOL_DRAW: POOL_CLAIM}
"""What pays -> the demand that it answers, which it names after the version."""

PLEDGES_MAX: Final = NAMES_MAX - 4
"""Pledges that one draw may name, beside the pool, the claim and an obligation of two names."""


def named_and_said(
    kind: str, cover: object, names: Sequence[Value], workspace: Workspace, day: str
) -> tuple[list[Value], dict[str, Value]]:
    """Return what the node adds to the names and the fields of a record about a guarantee or pool.

    Args:
        names: what the record names beside the version: the obligation of a demand, or the demand that it answers.
        day: today, in UTC.

    Raises:
        ApiError: it answers what is no demand of that kind, or the pool's rule gives nothing.
    """
    if kind in DEMANDS:
        version = version_referred_to([workspace.known(EntryId(cast(bytes, name))) for name in names])
        if version is None:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "obligation")
        return [], {"version": version}
    if kind not in ANSWERS:
        return [], {}
    demand = _demand(ANSWERS[kind], names, workspace)
    said: dict[str, Value] = {"version": _body(demand)["version"]}
    if kind == GUARANTEE_PAY or not isinstance(cover, Pool):
        return [], said
    pledges = pledges_in(cover, workspace, day)[:PLEDGES_MAX]
    amount, shares = due_for(demand, cover, pledges, workspace)
    if amount == 0:
        raise ApiError(ApiErrorCode.RULE, NO_EFFECT)
    more: list[Value] = [*names_of(_body(demand))[1:], *(pledge.version for pledge in pledges)]
    return more, {**said, "amount": amount, "shares": list[Value](shares)}


def _demand(kind: str, names: Sequence[Value], workspace: Workspace) -> Record:
    fact = workspace.fact(EntryId(names[0])) if names and isinstance(names[0], bytes) else None
    if fact is None:
        raise ApiError(ApiErrorCode.UNKNOWN_ENTRY, names[0].hex() if names and isinstance(names[0], bytes) else "")
    if fact.kind != kind or not fact.applied:
        raise ApiError(ApiErrorCode.RULE, NoReason.WRONG_NAMES.value)
    return workspace.record(fact.id)


def pledges_in(pool: Pool, workspace: Workspace, day: str) -> list[Pledge]:
    """Return the pledges of a pool that are not over: what a draw names, the largest first."""
    draws = [record.fact.id for record in workspace.about(pool.id) if record.fact.kind == POOL_DRAW]
    naming = [
        workspace.known(entry) for version in (EntryId(pool.id), *draws) for entry in workspace.dependents(version)
    ]
    made = [fact.object for fact in naming if fact.kind == POOL_PLEDGE and fact.applied and fact.object is not None]
    found = [item for item in map(workspace.object, dict.fromkeys(made)) if isinstance(item, Pledge)]
    return drawable_of(pool, found, day)


def drawable_of(pool: Pool, pledges: Iterable[Pledge], day: str) -> list[Pledge]:
    """Return those of some pledges that are in a pool and not over, the largest first."""
    found = (item for item in pledges if item.pool == pool.id and item.until >= day)
    return sorted(found, key=lambda item: (-pool.left_of(item), item.id))


def due_for(demand: Record, pool: Pool, pledges: Sequence[Pledge], workspace: Workspace) -> tuple[int, list[int]]:
    """Return what a pool pays for a claim by its rule, and of that each pledge."""
    obligation = obligation_of_demand(demand, workspace)
    if obligation is None or not pledges:
        return 0, [0] * len(pledges)
    return draw_of(pool, pledges, cast(int, _body(demand)["amount"]), obligation.terms.debtor)


def obligation_of_demand(demand: Record, workspace: Workspace) -> Obligation | None:
    """Return the obligation that a call or claim is for, as it stands."""
    subject = object_referred_to([workspace.known(name) for name in names_of(_body(demand))[1:]])
    found = workspace.object(subject) if subject is not None else None
    return found if isinstance(found, Obligation) else None


def is_usable(demand: Record, workspace: Workspace) -> bool:
    """Return whether the obligation of a demand stands as it did: only then can who pays take the holder's place."""
    obligation = obligation_of_demand(demand, workspace)
    return obligation is not None and obligation.version == _body(demand)["version"]


def open_demands(cover: Guarantee | Pool, workspace: Workspace) -> list[Record]:
    """Return the calls or claims that nobody has answered, the oldest first."""
    found = [item for item in workspace.about(cover.id) if item.fact.kind in DEMANDS and item.fact.applied]
    waiting = [item for item in found if item.fact.id not in cover.answered]
    return sorted(waiting, key=lambda item: (item.fact.time_ms, item.fact.id))


def payments_for(obligation: Obligation, workspace: Workspace) -> list[Record]:
    """Return what others have paid for an obligation as it stands, the oldest first."""
    reference = obligation.named_by or (obligation.version,)
    demands = [fact for fact in _naming(reference[-1], workspace) if fact.kind in DEMANDS]
    paid = [fact for demand in demands for fact in _naming(demand.id, workspace) if fact.kind in ANSWERS]
    records = [workspace.record(entry) for entry in dict.fromkeys(fact.id for fact in paid)]
    used = [item for item in records if _body(item)["version"] == obligation.version]
    return sorted(used, key=lambda item: (item.fact.time_ms, item.fact.id))


def _naming(entry: EntryId, workspace: Workspace) -> Iterator[EntryFact]:
    return (fact for fact in map(workspace.known, workspace.dependents(entry)) if fact.applied)


def steps_by_covers(
    obligation: Obligation, covers: AllCovers, workspace: Workspace, rules: Rules, me: MemberId, day: str
) -> list[str]:
    """Return what the holder of an obligation may write because others stand for it, or have paid."""
    if me != rules.holder_of(obligation.holder) or obligation.state is not ObligationState.DEFAULTED:
        return []
    kinds = [CREDIT_SUBROGATE] if payments_for(obligation, workspace) else []
    kinds += [GUARANTEE_CALL] if guarantees_behind(obligation, covers, rules, me, day) else []
    kinds += [POOL_CLAIM] if pools_behind(obligation, covers, rules, day) else []
    return kinds


def guarantees_behind(
    obligation: Obligation, covers: AllCovers, rules: Rules, me: MemberId, day: str
) -> list[Guarantee]:
    """Return the guarantees that can be called for an obligation and are this member's affair, the largest first."""
    terms, holder = obligation.terms, rules.holder_of(obligation.holder)
    found = [
        item
        for item in covers.guarantees
        if (item.debtor, item.currency) == (terms.debtor, terms.currency)
        and rules.holder_of(item.beneficiary) == holder
        and item.until >= day
        and item.left_minor > 0
    ]
    mine = [item for item in found if me in map(rules.holder_of, (item.guarantor, item.debtor, item.beneficiary))]
    return sorted(mine, key=lambda item: (-item.left_minor, item.id))


def pools_behind(obligation: Obligation, covers: AllCovers, rules: Rules, day: str) -> list[Pool]:
    """Return the pools from which an obligation's holder may claim for it once it is in default."""
    pledged = {item.pool for item in covers.pledges if item.until >= day}
    debtor, currency = rules.holder_of(obligation.terms.debtor), obligation.terms.currency
    pools = [item for item in covers.pools if item.id in pledged and item.currency == currency]
    return [item for item in pools if rules.keeper_of(item.id, item.keeper) != debtor]


def _body(record: Record) -> dict[str, Value]:
    assert record.body is not None, "a record that stands has a body"
    return record.body

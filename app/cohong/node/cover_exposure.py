"""What a member stands for, by currency: what has been called of it and not been paid, and at worst."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.question import Rules
from cohong.ledger.covers import AllCovers
from cohong.node.covers import due_for, is_usable, obligation_of_demand, open_demands
from cohong.primitives.ids import EntryId, MemberId
from cohong.protocol.workspace import Workspace


def exposure_of(
    me: MemberId, covers: AllCovers, workspace: Workspace, rules: Rules, day: str
) -> tuple[Counter[str], Counter[str]]:
    """Return what has been called of a member and not been paid, and what it may come to at worst, by currency.

    What may be called no more counts with what was called in time.
    """
    now, worst = Counter[str](), Counter[str]()
    for item in covers.guarantees:
        if rules.holder_of(item.guarantor) == me:
            called = called_minor(item, workspace)
            now[item.currency] += called
            worst[item.currency] += item.left_minor if item.until >= day else called
    for pool in covers.pools:
        pledges = [item for item in covers.pledges if item.pool == pool.id and item.until >= day]
        mine = [item for item in pledges if rules.holder_of(item.member) == me]
        if mine:
            now[pool.currency] += claimed_minor(pool, pledges, mine, workspace)
            worst[pool.currency] += sum(map(pool.left_of, mine))
    return now, worst


def after_answer(demand: EntryId, paid_minor: int, covers: AllCovers, workspace: Workspace, day: str) -> AllCovers:
    """Return the covers as they would be once a call was paid so much for, or a claim drawn for by the rule."""
    guarantees = [_paid_on(item, demand, paid_minor, workspace) for item in covers.guarantees]
    pools = [_drawn_for(pool, demand, covers, workspace, day) for pool in covers.pools]
    return AllCovers(guarantees, pools, covers.pledges)


def _paid_on(guarantee: Guarantee, demand: EntryId, paid_minor: int, workspace: Workspace) -> Guarantee:
    if all(call.fact.id != demand for call in open_demands(guarantee, workspace)):
        return guarantee
    paid_minor = min(paid_minor, guarantee.left_minor)
    return replace(
        guarantee, paid_minor=guarantee.paid_minor + paid_minor, answered=(*guarantee.answered, demand)
    )  # fmt: skip


def _drawn_for(pool: Pool, demand: EntryId, covers: AllCovers, workspace: Workspace, day: str) -> Pool:
    claim = next((item for item in open_demands(pool, workspace) if item.fact.id == demand), None)
    obligation = obligation_of_demand(claim, workspace) if claim is not None else None
    if claim is None or obligation is None:
        return pool
    pledges = [item for item in covers.pledges if item.pool == pool.id and item.until >= day]
    _, shares = due_for(claim, pool, pledges, workspace)
    drawn = pool.drawn_on(pledges, shares, obligation.terms.debtor)
    return replace(drawn, answered=(*pool.answered, demand))


def called_minor(guarantee: Guarantee, workspace: Workspace) -> int:
    """Return what has been called of a guarantee and not been paid: never more than is left."""
    calls = [call for call in open_demands(guarantee, workspace) if is_usable(call, workspace)]
    return min(guarantee.left_minor, sum(cast(int, (call.body or {})["amount"]) for call in calls))


def claimed_minor(pool: Pool, pledges: Sequence[Pledge], mine: Sequence[Pledge], workspace: Workspace) -> int:
    """Return what would be drawn on some of the pledges for the claims that are open, one after another."""
    before = sum(map(pool.left_of, mine))
    for claim in open_demands(pool, workspace):
        obligation = obligation_of_demand(claim, workspace)
        if obligation is not None and is_usable(claim, workspace):
            _, shares = due_for(claim, pool, pledges, workspace)
            pool = pool.drawn_on(pledges, shares, obligation.terms.debtor)
    return before - sum(map(pool.left_of, mine))

"""Guarantees, pools and demands on them as clients see them. On the engine's thread."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from cohong.api.views import (
    CoverLine,
    CoverList,
    DemandView,
    DrawnView,
    GuaranteeView,
    PaidView,
    PledgeView,
    PoolDue,
    PoolView,
    ShareView,
)
from cohong.book.guarantees import Guarantee, Pledge, Pool, after_first_loss, debtor_most, draw_of
from cohong.book.objects import Obligation
from cohong.book.question import day_of
from cohong.ledger.covers import AllCovers
from cohong.node.covers import (
    PLEDGES_MAX,
    drawable_of,
    due_for,
    guarantees_behind,
    is_usable,
    obligation_of_demand,
    open_demands,
    payments_for,
    pools_behind,
)
from cohong.node.desk import Desk
from cohong.node.levels import LEVELS
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.kinds import POOL_CLAIM
from cohong.primitives.standing import Record


@dataclass(frozen=True, slots=True)
class CoverTeller:
    """Makes views of covers."""

    desk: Desk

    def all(self, covers: AllCovers) -> CoverList:
        """Return the guarantees that concern this member, and all pools."""
        given = [item for item in covers.guarantees if self._is_me(item.guarantor)]
        got = [item for item in covers.guarantees if self._is_me(item.beneficiary)]
        of_my_debts = [item for item in covers.guarantees if self._is_me(item.debtor)]
        pledges = defaultdict[ObjectId, list[Pledge]](list)
        for item in covers.pledges:
            pledges[item.pool].append(item)
        return CoverList(
            given=list(map(self._guarantee, given)),
            got=list(map(self._guarantee, got)),
            of_my_debts=list(map(self._guarantee, of_my_debts)),
            pools=[self._pool(pool, pledges[pool.id]) for pool in covers.pools],
        )

    def _is_me(self, key: MemberId) -> bool:
        return self.desk.replica.lineage.rules.holder_of(key) == self.desk.me

    def _name(self, member: MemberId) -> str:
        return self.desk.ledger.name_of(member)

    @property
    def _day(self) -> str:
        return day_of(self.desk.now_ms)

    def _guarantee(self, item: Guarantee) -> GuaranteeView:
        calls = open_demands(item, self.desk.replica.workspace)
        return GuaranteeView(
            id=item.id.hex(),
            guarantor=item.guarantor.hex(),
            guarantor_name=self._name(item.guarantor),
            debtor=item.debtor.hex(),
            debtor_name=self._name(item.debtor),
            beneficiary=item.beneficiary.hex(),
            beneficiary_name=self._name(item.beneficiary),
            currency=item.currency,
            cap_minor=item.cap_minor,
            left_minor=item.left_minor,
            until=item.until,
            is_over=item.until < self._day,
            says=item.says,
            calls=[self._demand(call, min(item.left_minor, _amount(call))) for call in calls],
            side=(
                "guarantor"
                if self._is_me(item.guarantor)
                else "creditor"
                if self._is_me(item.beneficiary)
                else "debtor"
            ),
        )

    def _pool(self, pool: Pool, pledges: list[Pledge]) -> PoolView:
        workspace = self.desk.replica.workspace
        drawable = drawable_of(pool, pledges, self._day)
        claims = open_demands(pool, workspace)
        pledged = sum(item.cap_minor for item in drawable)
        keeper = self._keeper(pool)
        return PoolView(
            id=pool.id.hex(),
            keeper=keeper.hex(),
            keeper_name=self._name(keeper),
            name=pool.name,
            currency=pool.currency,
            is_mine=keeper == self.desk.me,
            is_kept=keeper in self.desk.members,
            pledged_minor=pledged,
            left_minor=sum(map(pool.left_of, drawable)),
            debtor_most_minor=debtor_most(pledged),
            pledges=[self._pledge(item, pool) for item in pledges],
            claims=[self._demand(item, due_for(item, pool, drawable, workspace)[0]) for item in claims],
            drawn=[
                DrawnView(debtor=debtor.hex(), debtor_name=self._name(debtor), minor=minor)
                for debtor, minor in sorted(pool.by_debtor, key=lambda pair: (-pair[1], pair[0]))
                if minor
            ],
        )

    def _keeper(self, pool: Pool) -> MemberId:
        return self.desk.replica.lineage.rules.keeper_of(pool.id, pool.keeper)

    def due(self, pool: Pool, covers: AllCovers, loss_minor: int, debtor: MemberId) -> PoolDue:
        """Return what a pool would pay for a loss by a debtor, from the pledges that a draw would name."""
        pledges = drawable_of(pool, covers.pledges, self._day)[:PLEDGES_MAX]
        amount, shares = draw_of(pool, pledges, loss_minor, debtor)
        drawn_before = dict(pool.by_debtor).get(debtor, 0)
        return PoolDue(
            currency=pool.currency,
            amount_minor=amount,
            after_first_loss_minor=after_first_loss(loss_minor),
            left_for_debtor_minor=max(0, debtor_most(sum(item.cap_minor for item in pledges)) - drawn_before),
            left_minor=sum(map(pool.left_of, pledges)),
            shares=[
                ShareView(
                    pledge=pledge.id.hex(),
                    member=pledge.member.hex(),
                    member_name=self._name(pledge.member),
                    minor=share,
                    is_mine=self._is_me(pledge.member),
                )
                for pledge, share in zip(pledges, shares, strict=True)
            ],
        )

    def _pledge(self, item: Pledge, pool: Pool) -> PledgeView:
        return PledgeView(
            id=item.id.hex(),
            member=item.member.hex(),
            member_name=self._name(item.member),
            cap_minor=item.cap_minor,
            left_minor=pool.left_of(item),
            until=item.until,
            is_over=item.until < self._day,
            is_mine=self._is_me(item.member),
        )

    def _demand(self, item: Record, due_minor: int) -> DemandView:
        workspace = self.desk.replica.workspace
        obligation = obligation_of_demand(item, workspace)
        return DemandView(
            entry=item.fact.id.hex(),
            author=item.fact.author.hex(),
            author_name=self._name(item.fact.author),
            object=obligation.id.hex() if obligation is not None else "",
            reference=obligation.terms.reference if obligation is not None else "",
            amount_minor=_amount(item),
            due_minor=due_minor,
            says=cast(str, (item.body or {})["says"]),
            time_ms=item.fact.time_ms,
            level=LEVELS[item.fact.level],
            usable=is_usable(item, workspace),
        )

    def behind(self, obligation: Obligation, covers: AllCovers, actions: Sequence[str]) -> list[CoverLine]:
        """Return what stands behind an obligation: guarantees, and where it may be claimed from them, pools."""
        rules = self.desk.replica.lineage.rules
        guarantees = guarantees_behind(obligation, covers, rules, self.desk.me, self._day)
        pools = pools_behind(obligation, covers, rules, self._day) if POOL_CLAIM in actions else []
        return [*map(self._guarantee_line, guarantees), *(self._pool_line(pool, covers) for pool in pools)]

    def _guarantee_line(self, item: Guarantee) -> CoverLine:
        return CoverLine(
            id=item.id.hex(),
            kind="guarantee",
            member=item.guarantor.hex(),
            name=self._name(item.guarantor),
            left_minor=item.left_minor,
            until=item.until,
        )

    def _pool_line(self, pool: Pool, covers: AllCovers) -> CoverLine:
        return CoverLine(
            id=pool.id.hex(),
            kind="pool",
            member=self._keeper(pool).hex(),
            name=pool.name,
            left_minor=sum(map(pool.left_of, drawable_of(pool, covers.pledges, self._day))),
            until="",
        )

    def paid(self, obligation: Obligation) -> list[PaidView]:
        """Return what others have paid for an obligation as it stands."""
        return [
            PaidView(
                entry=item.fact.id.hex(),
                payer=item.fact.author.hex(),
                payer_name=self._name(item.fact.author),
                amount_minor=_amount(item),
                level=LEVELS[item.fact.level],
            )
            for item in payments_for(obligation, self.desk.replica.workspace)
        ]


def _amount(demand: Record) -> int:
    return cast(int, (demand.body or {})["amount"])

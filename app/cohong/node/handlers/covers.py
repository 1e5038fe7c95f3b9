"""Guarantees and pools: what members stand for, what is demanded of it, and what one stands for in all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import CoverExposure, NoParams
from cohong.api.views import CoverList, DemandView, ExposureLine, GuaranteeView, PledgeView, PoolView
from cohong.book.guarantees import Guarantee, Pledge, Pool
from cohong.book.question import day_of
from cohong.ledger.covers import AllCovers
from cohong.node.api_server import Handler
from cohong.node.cover_exposure import exposure_of
from cohong.node.covers import due_for, is_usable, obligation_of_demand, open_demands, pledges_in
from cohong.node.desk import Desk
from cohong.node.handlers.book import subject_of
from cohong.node.levels import LEVELS
from cohong.node.service import NodeService
from cohong.primitives.ids import MemberId
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS
from cohong.primitives.standing import Record


def cover_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `cover.*`."""

    async def covers(_: NoParams) -> CoverList:
        session = service.in_network()
        found = await trio.to_thread.run_sync(session.profile.ledger.covers)
        names = await trio.to_thread.run_sync(session.profile.ledger.member_names)
        return await session.engine.call(lambda desk: _Teller(desk, names).all(found))

    async def exposure(params: CoverExposure) -> list[ExposureLine]:
        session = service.in_network()
        found = await trio.to_thread.run_sync(session.profile.ledger.covers)
        currency = _currency_of(params, found)
        return await session.engine.call(lambda desk: _exposure(found, desk, currency, params.cap))

    return {"cover.list": covers, "cover.exposure": exposure}


def _currency_of(params: CoverExposure, covers: AllCovers) -> str:
    """Return the currency of what is about to be signed, empty for nothing.

    Raises:
        ApiError: no such pool, currency or amount.
    """
    if not 0 <= params.cap <= AMOUNT_MINOR_MAX:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "cap")
    if params.cap == 0:
        return ""
    if params.pool:
        pool = next((item for item in covers.pools if item.id == subject_of(params.pool)), None)
        if pool is None:
            raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.pool)
        return pool.currency
    if params.currency not in MINOR_DIGITS:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "currency")
    return params.currency


def _exposure(covers: AllCovers, desk: Desk, currency: str, cap_minor: int) -> list[ExposureLine]:
    replica = desk.replica
    now, worst = exposure_of(desk.me, covers, replica.workspace, replica.lineage.rules, day_of(desk.now_ms))
    more = {currency: cap_minor} if currency else {}
    return [
        ExposureLine(
            currency=code,
            now_minor=now[code],
            worst_minor=worst[code],
            # What has just been promised has not been called.
            now_after_minor=now[code],
            worst_after_minor=worst[code] + more.get(code, 0),
        )
        for code in sorted({*now, *worst, *more})
    ]


@dataclass(frozen=True, slots=True)
class _Teller:
    """Makes views of covers, on the engine's thread."""

    desk: Desk
    names: Mapping[MemberId, str]

    def all(self, covers: AllCovers) -> CoverList:
        given = [item for item in covers.guarantees if self._is_me(item.guarantor)]
        got = [item for item in covers.guarantees if self._is_me(item.beneficiary)]
        pledges = covers.pledges
        return CoverList(
            given=list(map(self._guarantee, given)),
            got=list(map(self._guarantee, got)),
            pools=[self._pool(pool, [item for item in pledges if item.pool == pool.id]) for pool in covers.pools],
        )

    def _is_me(self, key: MemberId) -> bool:
        return self.desk.replica.lineage.rules.holder_of(key) == self.desk.me

    @property
    def _day(self) -> str:
        return day_of(self.desk.now_ms)

    def _guarantee(self, item: Guarantee) -> GuaranteeView:
        calls = open_demands(item, self.desk.replica.workspace)
        return GuaranteeView(
            id=item.id.hex(),
            guarantor=item.guarantor.hex(),
            guarantor_name=self.names.get(item.guarantor, ""),
            debtor=item.debtor.hex(),
            debtor_name=self.names.get(item.debtor, ""),
            beneficiary=item.beneficiary.hex(),
            beneficiary_name=self.names.get(item.beneficiary, ""),
            currency=item.currency,
            cap_minor=item.cap_minor,
            left_minor=item.left_minor,
            until=item.until,
            is_over=item.until < self._day,
            says=item.says,
            calls=[self._demand(call, min(item.left_minor, _amount(call))) for call in calls],
        )

    def _pool(self, pool: Pool, pledges: list[Pledge]) -> PoolView:
        workspace = self.desk.replica.workspace
        drawable = pledges_in(pool, workspace, self._day)
        claims = open_demands(pool, workspace)
        return PoolView(
            id=pool.id.hex(),
            keeper=pool.keeper.hex(),
            keeper_name=self.names.get(pool.keeper, ""),
            name=pool.name,
            currency=pool.currency,
            is_mine=self._is_me(pool.keeper),
            pledged_minor=sum(item.cap_minor for item in drawable),
            left_minor=sum(map(pool.left_of, drawable)),
            pledges=[self._pledge(item, pool) for item in pledges],
            claims=[self._demand(item, due_for(item, pool, drawable, workspace)[0]) for item in claims],
        )

    def _pledge(self, item: Pledge, pool: Pool) -> PledgeView:
        return PledgeView(
            id=item.id.hex(),
            member=item.member.hex(),
            member_name=self.names.get(item.member, ""),
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
            author_name=self.names.get(item.fact.author, ""),
            object=obligation.id.hex() if obligation is not None else "",
            reference=obligation.terms.reference if obligation is not None else "",
            amount_minor=_amount(item),
            due_minor=due_minor,
            says=cast(str, (item.body or {})["says"]),
            time_ms=item.fact.time_ms,
            level=LEVELS[item.fact.level],
            usable=is_usable(item, workspace),
        )


def _amount(demand: Record) -> int:
    return cast(int, (demand.body or {})["amount"])

"""Guarantees and pools: what members stand for, what is demanded of it, and what one stands for in all."""

from collections.abc import Mapping

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import CoverDue, CoverExposure, NoParams, OfObject
from cohong.api.views import CoverList, ExposureLine, HistoryItem, PoolDue
from cohong.book.guarantees import Pool
from cohong.book.objects import Obligation
from cohong.book.question import day_of
from cohong.ledger.covers import AllCovers
from cohong.node.api_server import Handler
from cohong.node.cover_exposure import after_answer, exposure_of
from cohong.node.desk import Desk
from cohong.node.handlers.book import subject_of
from cohong.node.handlers.cover_teller import CoverTeller
from cohong.node.handlers.rows import history_item
from cohong.node.service import NodeService
from cohong.primitives.ids import EntryId
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS


def cover_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `cover.*`."""

    async def covers(_: NoParams) -> CoverList:
        session = service.in_network()
        found = await trio.to_thread.run_sync(session.profile.ledger.covers)
        return await session.engine.call(lambda desk: CoverTeller(desk).all(found))

    async def exposure(params: CoverExposure) -> list[ExposureLine]:
        session = service.in_network()
        found = await trio.to_thread.run_sync(session.profile.ledger.covers)
        currency, demand = _currency_of(params, found), _demand_of(params)
        return await session.engine.call(
            lambda desk: _exposure(found, desk, {currency: params.cap} if currency else {}, demand, params.paid)
        )

    async def due(params: CoverDue) -> PoolDue:
        session, obligation = service.in_network(), subject_of(params.obligation)
        if not 0 < params.amount <= AMOUNT_MINOR_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "amount")
        found = await trio.to_thread.run_sync(session.profile.ledger.covers)
        pool = _pool_of(params.pool, found)

        def told(desk: Desk) -> PoolDue:
            owed = desk.replica.workspace.object(obligation)
            if not isinstance(owed, Obligation):
                raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.obligation)
            return CoverTeller(desk).due(pool, found, params.amount, owed.terms.debtor)

        return await session.engine.call(told)

    async def history(params: OfObject) -> list[HistoryItem]:
        session, subject = service.in_network(), subject_of(params.object)
        found = await trio.to_thread.run_sync(session.profile.ledger.history, subject)
        return await session.engine.call(lambda desk: [history_item(item, desk) for item in found])

    return {"cover.list": covers, "cover.exposure": exposure, "cover.due": due, "cover.history": history}


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
        return _pool_of(params.pool, covers).currency
    if params.currency not in MINOR_DIGITS:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "currency")
    return params.currency


def _pool_of(text: str, covers: AllCovers) -> Pool:
    wanted = subject_of(text)
    for pool in covers.pools:
        if pool.id == wanted:
            return pool
    raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, text)


def _demand_of(params: CoverExposure) -> EntryId | None:
    """Return the call or claim that is about to be answered, None for none."""
    if not 0 <= params.paid <= AMOUNT_MINOR_MAX:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "paid")
    return EntryId(subject_of(params.demand)) if params.demand else None


def _exposure(
    covers: AllCovers, desk: Desk, more: Mapping[str, int], demand: EntryId | None, paid_minor: int
) -> list[ExposureLine]:
    """Return what this member stands for, before and after more promises by currency, or the answer to a demand."""
    workspace, rules, day = desk.replica.workspace, desk.replica.lineage.rules, day_of(desk.now_ms)
    now, worst = exposure_of(desk.me, covers, workspace, rules, day)
    now_after, worst_after = now, worst
    if demand is not None:
        answered = after_answer(demand, paid_minor, covers, workspace, day)
        now_after, worst_after = exposure_of(desk.me, answered, workspace, rules, day)
    return [
        ExposureLine(
            currency=code,
            now_minor=now[code],
            worst_minor=worst[code],
            # What has just been promised has not been called.
            now_after_minor=now_after[code],
            worst_after_minor=worst_after[code] + more.get(code, 0),
        )
        for code in sorted({*now, *worst, *more})
    ]

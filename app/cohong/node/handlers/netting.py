"""Netting rounds: what one can join, what it would clear, with liquidity too, joining, settling, what came of it."""

from collections.abc import Mapping, Sequence
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import NettingWhatIf, NoParams, OfRound, WriteRecord
from cohong.api.views import NettingPreview, RoundView, SetOff, SetOffStatement, WhatIfCleared, Written
from cohong.book.circulation import Debt, fault_of
from cohong.book.rounds import Round, RoundState
from cohong.insight.netting import largest_set_offs, what_if
from cohong.ledger.rounds import OpenDebt
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.handlers.book import subject_of
from cohong.node.netting import (
    Joined,
    Result,
    end_under_way,
    has_agreed,
    joined_in,
    result_of,
    to_settle,
)
from cohong.node.service import NodeService
from cohong.primitives.entry import NAMES_MAX
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import NETTING_AGREE, NETTING_APPLY
from cohong.primitives.money import AMOUNT_MINOR_MAX
from cohong.protocol.circumstances import has_lapsed

NOT_ENDED: Final = "round-not-ended"
NOTHING_JOINED: Final = "nothing-joined"
BROUGHT_AT_ONCE: Final = (NAMES_MAX - 1) // 2
"""Obligations that one agreement may bring: each takes at most two names."""


def netting_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `netting.*`."""

    async def rounds(_: NoParams) -> list[RoundView]:
        session = service.in_network()
        found = await trio.to_thread.run_sync(session.profile.ledger.rounds_in_scope)
        return await session.engine.call(lambda desk: [_view(item, debts, desk) for item, debts in found])

    async def preview(params: OfRound) -> NettingPreview:
        round_, debts = await _scope(service, params.round)
        cleared = await trio.to_thread.run_sync(largest_set_offs, _arcs(debts))
        return _preview(round_, debts, cleared, service.in_network().me)

    async def with_liquidity(params: NettingWhatIf) -> WhatIfCleared:
        if not 0 < params.liquidity <= AMOUNT_MINOR_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, "liquidity")
        round_, debts = await _scope(service, params.round)
        arcs = _arcs(debts)
        if round_.state is not RoundState.OPEN:
            joined = await service.in_network().engine.call(lambda desk: joined_in(round_, desk.replica))
            arcs = [item.debt for item in joined]
        found = await trio.to_thread.run_sync(what_if, arcs, params.liquidity)
        return WhatIfCleared(
            round=round_.id.hex(),
            currency=round_.currency,
            liquidity_minor=params.liquidity,
            obligations=len(arcs),
            gross_minor=sum(debt.outstanding_minor for debt in arcs),
            cleared_minor=found.cleared_minor,
            lent_minor=found.lent_minor,
            pooled_minor=found.pooled_minor,
        )

    async def join(params: OfRound) -> list[Written]:
        session = service.in_network()
        _, debts = await _scope(service, params.round)
        mine = [item.obligation.hex() for item in debts if item.debtor == session.me]
        parts = [mine[start : start + BROUGHT_AT_ONCE] for start in range(0, len(mine), BROUGHT_AT_ONCE)] or [[]]
        records = [WriteRecord(NETTING_AGREE, params.round, {"obligations": part}) for part in parts]
        return await session.engine.write(records, key=params.key)

    async def settle(params: OfRound) -> Written:
        session = service.in_network()
        round_, _ = await _scope(service, params.round)
        joined = await session.engine.call(lambda desk: to_settle(round_, desk.replica))
        if not joined:
            raise ApiError(ApiErrorCode.RULE, NOTHING_JOINED)
        cleared = await trio.to_thread.run_sync(largest_set_offs, [item.debt for item in joined])
        fields = {"joins": [item.join.hex() for item in joined], "set_offs": list(cleared)}
        written = await session.engine.write([WriteRecord(NETTING_APPLY, params.round, fields)], key=params.key)
        return written[0]

    async def statement(params: OfRound) -> SetOffStatement:
        session = service.in_network()
        round_, result = await session.engine.call(lambda desk: _ended(params.round, desk))
        verified = await trio.to_thread.run_sync(_is_verified, result)
        return await session.engine.call(lambda desk: _statement(round_, result, desk, verified=verified))

    async def debts(params: OfRound) -> list[SetOff]:
        return await service.in_network().engine.call(lambda desk: _set_offs(_round(params.round, desk), desk))

    return {
        "netting.rounds": rounds,
        "netting.preview": preview,
        "netting.what_if": with_liquidity,
        "netting.join": join,
        "netting.settle": settle,
        "netting.statement": statement,
        "netting.debts": debts,
    }


def _round(text: str, desk: Desk) -> Round:
    found = desk.replica.workspace.object(subject_of(text))
    if not isinstance(found, Round):
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, text)
    return found


def _ended(text: str, desk: Desk) -> tuple[Round, Result]:
    round_ = _round(text, desk)
    result = result_of(round_, desk.replica)
    if result is None:
        raise ApiError(ApiErrorCode.RULE, NOT_ENDED)
    return round_, result


async def _scope(service: NodeService, text: str) -> tuple[Round, list[OpenDebt]]:
    """Return a round with what may take part in it while it is open, both of one state."""
    ledger = service.in_network().profile.ledger
    found = await trio.to_thread.run_sync(ledger.round_in_scope, subject_of(text))
    if found is None:
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, text)
    return found


def _arcs(debts: Sequence[OpenDebt]) -> list[Debt]:
    return [Debt(item.debtor, item.holder, item.outstanding_minor) for item in debts]


def _set_offs(round_: Round, desk: Desk) -> list[SetOff]:
    result = result_of(round_, desk.replica)
    if result is None:
        return [_line(item, 0, desk) for item in joined_in(round_, desk.replica)]
    return [_line(item, cleared, desk) for item, cleared in zip(result.joined, result.set_offs, strict=True)]


def _view(round_: Round, debts: Sequence[OpenDebt], desk: Desk) -> RoundView:
    replica, me = desk.replica, desk.me
    # What has ended since it was read is still open here, with what may take part in it.
    result = result_of(round_, replica) if round_.state is not RoundState.OPEN else None
    joined = joined_in(round_, replica)
    parties = [(item.obligation.terms.debtor, item.obligation.holder) for item in joined]
    mine_joined = sum(me in pair for pair in parties)
    is_lapsed = round_.state is RoundState.OPEN and has_lapsed(
        round_, replica.lineage.height, replica.workspace, replica.lineage
    )
    return RoundView(
        id=round_.id.hex(),
        coordinator=round_.coordinator.hex(),
        coordinator_name=desk.ledger.name_of(round_.coordinator),
        currency=round_.currency,
        due_until=round_.due_until,
        ends=round_.ends,
        says=round_.says,
        state="lapsed" if is_lapsed else round_.state.value,
        is_mine=round_.coordinator == me,
        has_joined=has_agreed(round_, replica.workspace, me),
        is_ending=end_under_way(round_, replica),
        participants=len({key for pair in parties for key in pair}),
        obligations=len(joined),
        joined_minor=sum(item.obligation.outstanding_minor for item in joined),
        owe_minor=sum(item.outstanding_minor for item in debts if item.debtor == me),
        owed_minor=sum(item.outstanding_minor for item in debts if item.holder == me),
        mine=sum(me in (item.debtor, item.holder) for item in debts) or mine_joined,
        mine_joined=mine_joined,
        cleared_minor=sum(result.set_offs) if result is not None else 0,
    )


def _preview(round_: Round, debts: Sequence[OpenDebt], cleared: Sequence[int], me: MemberId) -> NettingPreview:
    mine = [item for item in debts if me in (item.debtor, item.holder)]
    return NettingPreview(
        round=round_.id.hex(),
        currency=round_.currency,
        owe_minor=sum(item.outstanding_minor for item in mine if item.debtor == me),
        owed_minor=sum(item.outstanding_minor for item in mine if item.holder == me),
        obligations=len(mine),
        mine_minor=sum(amount for item, amount in zip(debts, cleared, strict=True) if item.debtor == me),
        all_minor=sum(cleared),
        gross_minor=sum(item.outstanding_minor for item in debts),
    )


def _is_verified(result: Result) -> bool:
    """Return whether a result is right for what it names, which is what every voter has checked."""
    named = [
        (item.debt, cleared)
        for item, cleared in zip(result.joined, result.set_offs, strict=True)
        if item.join in result.named
    ]
    return fault_of([debt for debt, _ in named], [cleared for _, cleared in named]) is None


def _statement(round_: Round, result: Result, desk: Desk, *, verified: bool) -> SetOffStatement:
    me = desk.me
    lines = [
        _line(item, cleared, desk)
        for item, cleared in zip(result.joined, result.set_offs, strict=True)
        if me in (item.obligation.terms.debtor, item.obligation.holder)
    ]
    return SetOffStatement(
        round=round_.id.hex(),
        entry=EntryId(result.end.id).hex(),
        time_ms=result.end.time_ms,
        coordinator=round_.coordinator.hex(),
        coordinator_name=desk.ledger.name_of(round_.coordinator),
        currency=round_.currency,
        lines=lines,
        as_debtor_minor=sum(line.set_off_minor for line in lines if line.debtor == me.hex()),
        as_holder_minor=sum(line.set_off_minor for line in lines if line.holder == me.hex()),
        cleared_minor=sum(result.set_offs),
        verified=verified,
    )


def _line(item: Joined, cleared: int, desk: Desk) -> SetOff:
    terms, holder = item.obligation.terms, item.obligation.holder
    before = item.obligation.outstanding_minor
    return SetOff(
        object=item.obligation.id.hex(),
        reference=terms.reference,
        debtor=terms.debtor.hex(),
        debtor_name=desk.ledger.name_of(terms.debtor),
        holder=holder.hex(),
        holder_name=desk.ledger.name_of(holder),
        currency=terms.currency,
        before_minor=before,
        set_off_minor=cleared,
        left_minor=before - cleared,
    )

"""Credit limits for members as one's debtors: suggested ones with their reasons, and those of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import OfLimits, OfMember, SetLimit
from cohong.api.views import Done, LimitInCurrency, LimitReason, LimitReport, OwnLimit
from cohong.ledger.ledger import Ledger
from cohong.ledger.owed import OwedIn
from cohong.node.api_server import Handler
from cohong.node.handlers.book import today
from cohong.node.handlers.check import member_of
from cohong.node.handlers.reports import by_reporter
from cohong.node.handlers.standing import between
from cohong.node.limits import SETTING, limits_in, setting_of, suggestions
from cohong.node.payment_report import since_of
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS

LINES_HERE: Final = 2_000
"""Obligations up to which a suggestion is made in this process."""


def limit_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `limit.*`."""

    async def suggest(params: OfMember) -> LimitReport:
        session, member, day = service.in_network(), member_of(params.member), today()
        found = await _suggestions(session, member, day)
        own = {currency: minor for (of, currency), minor in (await _own(session)).items() if of == member}
        owed = _by_currency(await _owed(session, member, day))
        names = await trio.to_thread.run_sync(session.profile.ledger.names_of, [member])
        nothing: dict[str, Any] = {"limit_minor": None, "reasons": []}
        return LimitReport(
            member=params.member,
            name=names.get(member, ""),
            as_of=day,
            grade=found["grade"],
            currencies=[
                _in_currency(currency, found["currencies"].get(currency, nothing), own.get(currency), owed)
                for currency in sorted({*found["currencies"], *own, *owed})
            ],
        )

    async def put(params: SetLimit) -> Done:
        session, member = service.in_network(), member_of(params.member)
        if not session.lineage.was_member(member):
            raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, params.member)
        if params.currency not in MINOR_DIGITS:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"currency: {params.currency}")
        name, minor = setting_of(member, params.currency), params.amount_minor
        if minor is None:
            await session.engine.call(lambda desk: desk.ledger.remove_setting(name))
        elif 0 <= minor <= AMOUNT_MINOR_MAX:
            await session.engine.call(lambda desk: desk.ledger.set_setting(name, str(minor).encode()))
        else:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"amount_minor: 0 to {AMOUNT_MINOR_MAX}")
        service.notifier.publish("watch")
        return Done()

    async def listed(params: OfLimits) -> list[OwnLimit]:
        session, day = service.in_network(), today()
        only = member_of(params.member) if params.member else None
        own = {place: minor for place, minor in (await _own(session)).items() if only in (None, place[0])}
        ledger = session.profile.ledger
        return await trio.to_thread.run_sync(lambda: _own_limits(own, ledger, session.me, day))

    return {"limit.suggest": suggest, "limit.set": put, "limit.list": listed}


async def _suggestions(session: Session, member: MemberId, day: str) -> dict[str, Any]:
    question = {"ask": "trust", **between(session, member.hex()), "currency": ""}
    trusted = await session.analysis.found(question)
    trust = {each["currency"]: each["minor"] for each in trusted["currencies"]}
    replaced, me = question["replaced"], session.me.hex()
    mine = [me, *(old for old, new in replaced.items() if new == me)]
    lines = session.profile.ledger.debtor_lines
    count = await trio.to_thread.run_sync(lambda: lines.count_debtor_lines(member, since=since_of(day)))
    if count > LINES_HERE:
        return await by_reporter(session, member, day, {"limit": {"mine": mine, "trust": trust}})
    return await trio.to_thread.run_sync(lambda: suggestions(lines, member, mine=mine, today=day, trust=trust))


async def _own(session: Session) -> dict[tuple[MemberId, str], int]:
    return limits_in(await session.engine.call(lambda desk: desk.ledger.settings_under(SETTING)))


def _own_limits(own: Mapping[tuple[MemberId, str], int], ledger: Ledger, me: MemberId, day: str) -> list[OwnLimit]:
    members = {member for member, _ in own}
    with ledger.one_state():
        names = ledger.names_of(members)
        owed = {member: _by_currency(ledger.owed.between(member, me, today=day)) for member in members}
    return [_own_limit(place, own[place], names, *_minor(owed[place[0]], place[1])) for place in sorted(own)]


def _own_limit(
    place: tuple[MemberId, str], minor: int, names: Mapping[MemberId, str], open_minor: int, asked_minor: int
) -> OwnLimit:
    member, currency = place
    return OwnLimit(
        member=member.hex(),
        name=names.get(member, ""),
        currency=currency,
        amount_minor=minor,
        open_minor=open_minor,
        asked_minor=asked_minor,
    )


def _by_currency(owed: Iterable[OwedIn]) -> dict[str, OwedIn]:
    return {each.currency: each for each in owed}


async def _owed(session: Session, member: MemberId, day: str) -> list[OwedIn]:
    owed = session.profile.ledger.owed
    return await trio.to_thread.run_sync(lambda: owed.between(member, session.me, today=day))


def _in_currency(
    currency: str, found: Mapping[str, Any], own_minor: int | None, owed: Mapping[str, OwedIn]
) -> LimitInCurrency:
    open_minor, asked_minor = _minor(owed, currency)
    return LimitInCurrency(
        currency=currency,
        suggested_minor=found["limit_minor"],
        reasons=[LimitReason(step=step, figure=figure, after_minor=after) for step, figure, after in found["reasons"]],
        own_minor=own_minor,
        open_minor=open_minor,
        asked_minor=asked_minor,
    )


def _minor(owed: Mapping[str, OwedIn], currency: str) -> tuple[int, int]:
    each = owed.get(currency)
    return (each.open_minor, each.asked_minor) if each is not None else (0, 0)

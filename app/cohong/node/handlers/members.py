"""The list of members: an order that is kept until something changes, and pages of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import MemberRows
from cohong.api.views import MemberExposure, MemberPage, MemberRow
from cohong.crypto.id_words import id_words
from cohong.ledger.member_list import Listed, Marks, MemberLine, MemberOrder
from cohong.node import limits, watch_list
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.handlers.book import today
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId

ROWS_MAX: Final = 1_000
ORDERS_KEPT: Final = 4
MARKS: Final = Marks(watches=watch_list.SETTING, limits=limits.SETTING)


def member_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `members.rows`."""
    orders = _Orders()

    async def rows(params: MemberRows) -> MemberPage:
        session, newest = service.in_network(), service.notifier.newest
        if params.first < 0 or not 0 < params.count <= ROWS_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"count: 1 to {ROWS_MAX}")
        listed = Listed(params.filter, params.sort, params.descending, params.text, params.currency)
        order, revision = await orders.order(session, listed, newest)
        members = order.members[params.first : params.first + params.count]
        return MemberPage(
            total=len(order.members),
            first=params.first,
            revision=revision,
            rows=await _rows(session, members),
            currencies=list(order.currencies),
            currency=order.currency,
        )

    return {"members.rows": rows}


class _Orders:
    """The orders asked for last. Each has a number, which stays the same while nobody has moved in it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Listed, str], tuple[int, MemberOrder, int]] = {}
        self._number = 0

    async def order(self, session: Session, listed: Listed, newest: int) -> tuple[MemberOrder, int]:
        """Return the members under a filter in order, and the number of that order."""
        key = (listed, today())
        kept = self._kept.get(key)
        if kept is not None and kept[0] == newest:
            return kept[1:]
        observers = await session.engine.call(lambda desk: desk.replica.people.observers(desk.members))
        people, ledger, me = {*session.lineage.members, *observers}, session.profile.ledger, session.me
        order = await trio.to_thread.run_sync(
            lambda: ledger.member_list.order(listed, people, me=me, today=key[1], marks=MARKS)
        )
        if kept is not None and kept[1] == order:
            _, order, number = kept
        else:
            self._number += 1
            number = self._number
        if key not in self._kept and len(self._kept) >= ORDERS_KEPT:
            self._kept.clear()
        self._kept[key] = (newest, order, number)
        return order, number


async def _rows(session: Session, members: Sequence[MemberId]) -> list[MemberRow]:
    ledger, day = session.profile.ledger, today()
    lines = await trio.to_thread.run_sync(
        lambda: ledger.member_list.lines(members, me=session.me, today=day, marks=MARKS)
    )
    nameless = {line.member for line in lines if not line.name}
    joined = await session.engine.call(lambda desk: _names_in_joins(desk, nameless)) if nameless else {}
    peers = {MemberId(peer.member): peer for peer in session.network.peers()}
    rows = []
    for line in lines:
        peer = peers.get(line.member)
        connected = peer is not None and peer.connected
        rows.append(
            MemberRow(
                member=line.member.hex(),
                name=line.name or joined.get(line.member, ""),
                id_words=id_words(line.member),
                part=_part(session, line.member),
                me=line.member == session.me,
                connected=connected,
                last_seen_ms=0 if peer is None or connected else peer.since_ms,
                exposures=_exposures(line),
                watched=line.is_watched,
            )
        )
    return rows


def _names_in_joins(desk: Desk, members: Collection[MemberId]) -> dict[MemberId, str]:
    joins = desk.replica.people.joins.values()
    return {written.author: join.name for written, join in joins if written.author in members}


def _part(session: Session, member: MemberId) -> Literal["voter", "member", "observer", "gone"]:
    if member in session.lineage.charter.roster:
        return "voter"
    if member in session.lineage.members:
        return "member"
    return "gone" if session.lineage.was_member(member) else "observer"


def _exposures(line: MemberLine) -> list[MemberExposure]:
    return [
        MemberExposure(
            currency=each.currency,
            open_minor=each.open_minor,
            asked_minor=each.asked_minor,
            limit_minor=each.limit_minor,
        )
        for each in line.exposures
    ]

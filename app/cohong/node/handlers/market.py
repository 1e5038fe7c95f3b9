"""The board of what is for sale."""

from collections.abc import Mapping
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import Board, NoParams
from cohong.api.views import BidRow, BoardPage, BoardRow
from cohong.book.question import day_of
from cohong.ledger import market_views
from cohong.node.api_server import Handler
from cohong.node.engine import now_ms
from cohong.node.service import NodeService
from cohong.primitives.days import days_between
from cohong.primitives.discount import discount_bp
from cohong.primitives.ids import MemberId

ROWS_MAX: Final = 1_000


def market_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `market.*`."""

    async def board(params: Board) -> BoardPage:
        session, revision, today = service.in_network(), service.notifier.newest, day_of(now_ms())
        if params.first < 0 or not 0 < params.count <= ROWS_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"count: 1 to {ROWS_MAX}")
        ledger, me = session.profile.ledger, session.me
        total, found = await trio.to_thread.run_sync(
            lambda: ledger.board(
                params.filter, params.sort, currency=params.currency, me=me, today=today, first=params.first,
                count=params.count,
            )
        )  # fmt: skip
        shown = {member for item in found for member in (item.holder, item.debtor)}
        names = await trio.to_thread.run_sync(ledger.names_of, shown)
        rows = [_row(item, names, me, today) for item in found]
        return BoardPage(total=total, first=params.first, revision=revision, rows=rows)

    async def bids(_: NoParams) -> list[BidRow]:
        session, today = service.in_network(), day_of(now_ms())
        ledger, me = session.profile.ledger, session.me
        found = await trio.to_thread.run_sync(lambda: ledger.bids(me=me, today=today, limit=ROWS_MAX))
        shown = {member for item in found for member in (item.buyer, item.holder, item.debtor)}
        names = await trio.to_thread.run_sync(ledger.names_of, shown)
        return [_bid(item, names, me, today) for item in found]

    return {"market.board": board, "market.bids": bids}


def _row(item: market_views.BoardRow, names: Mapping[MemberId, str], me: MemberId, today: str) -> BoardRow:
    days = days_between(today, item.due)
    return BoardRow(
        offer=item.offer.hex(),
        object=item.obligation.hex(),
        reference=item.reference,
        holder=item.holder.hex(),
        holder_name=names.get(item.holder, ""),
        debtor=item.debtor.hex(),
        debtor_name=names.get(item.debtor, ""),
        currency=item.currency,
        amount_minor=item.amount_minor,
        price_minor=item.price_minor,
        recourse=item.recourse,
        valid_until=item.valid_until,
        due=item.due,
        days_to_due=days,
        discount_bp=discount_bp(amount_minor=item.amount_minor, price_minor=item.price_minor, days=days),
        disputed=item.is_disputed,
        bids=item.bids,
        own=item.holder == me,
    )


def _bid(item: market_views.Bid, names: Mapping[MemberId, str], me: MemberId, today: str) -> BidRow:
    days = days_between(today, item.due)
    return BidRow(
        offer=item.offer.hex(),
        object=item.obligation.hex(),
        reference=item.reference,
        buyer=item.buyer.hex(),
        buyer_name=names.get(item.buyer, ""),
        holder=item.holder.hex(),
        holder_name=names.get(item.holder, ""),
        debtor=item.debtor.hex(),
        debtor_name=names.get(item.debtor, ""),
        currency=item.currency,
        amount_minor=item.amount_minor,
        price_minor=item.price_minor,
        recourse=item.recourse,
        valid_until=item.valid_until,
        due=item.due,
        discount_bp=discount_bp(amount_minor=item.amount_minor, price_minor=item.price_minor, days=days),
        disputed=item.is_disputed,
        own=item.buyer == me,
    )

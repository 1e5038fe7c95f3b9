"""The Book: rows, counts, one obligation, sums, the state digest."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import BookRows, NoParams, OfEntry, OfHeight, OfObject
from cohong.api.views import (
    AnchoredDigest,
    BookCounts,
    BookPage,
    BookSummary,
    CheatView,
    Digest,
    RecordDetails,
    VotesBar,
)
from cohong.book.objects import Obligation
from cohong.book.question import day_of
from cohong.ledger.book_views import BookRow, HistoryEntry, ObligationView, Only
from cohong.ledger.covers import AllCovers
from cohong.ledger.ledger import Ledger
from cohong.ledger.life_views import Life
from cohong.node.actions import actions_on
from cohong.node.api_server import Handler
from cohong.node.covers import steps_by_covers
from cohong.node.desk import Desk
from cohong.node.handlers.cheats import CheatFinder
from cohong.node.handlers.cover_teller import CoverTeller
from cohong.node.handlers.life import Teller
from cohong.node.handlers.rows import amounts, history_item, mean_milli, obligation_rows, votes_bar
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.p2p.network import PeerState
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import EntryFact, Level

ROWS_MAX: Final = 1_000
ORDERS_KEPT: Final = 8
_PLACE: Final = ("first", "count")
"""Fields of a request that say which stretch of an order is meant, not which order."""


def today() -> str:
    """Return the day that it is on this machine."""
    return date.today().isoformat()  # noqa: DTZ011  # a day of business is a local one


class _Orders:
    """The orders of rows asked for last."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], tuple[int, array[int]]] = {}

    async def order(self, session: Session, params: BookRows, revision: int) -> array[int]:
        """Return the row numbers under a filter, in order."""
        day = today()
        key = (*(getattr(params, name) for name in params.__struct_fields__ if name not in _PLACE), day)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == revision:
            return kept[1]
        ledger, me = session.profile.ledger, session.me
        only = Only(params.text, _member(params.debtor), _member(params.counterparty), params.currency)
        order = await trio.to_thread.run_sync(
            lambda: ledger.book_order(
                params.filter, params.sort, descending=params.descending, only=only, me=me, today=day
            )
        )
        if len(self._kept) > ORDERS_KEPT:
            self._kept.clear()
        self._kept[key] = (revision, order)
        return order


def book_handlers(service: NodeService, finder: CheatFinder) -> Mapping[str, Handler]:
    """Return the handlers of `book.*`."""
    orders = _Orders()

    async def rows(params: BookRows) -> BookPage:
        session, revision = service.in_network(), service.notifier.newest
        if params.first < 0 or not 0 < params.count <= ROWS_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"count: 1 to {ROWS_MAX}")
        order = await orders.order(session, params, revision)
        numbers = list(order[params.first : params.first + params.count])
        found = await _rows(session, numbers)
        shown = await session.engine.call(lambda desk: obligation_rows(found, desk))
        return BookPage(total=len(order), first=params.first, revision=revision, rows=shown)

    async def counts(_: NoParams) -> BookCounts:
        session, revision = service.in_network(), service.notifier.newest
        ledger = session.profile.ledger
        found = await trio.to_thread.run_sync(lambda: ledger.book_counts(me=session.me, today=today()))
        return BookCounts(
            by_filter=dict(found.by_filter),  # type: ignore[arg-type]  # a dict of literals is one of str
            owed_to_me=amounts(found.owed_to_me),
            i_owe=amounts(found.i_owe),
            revision=revision,
        )

    async def record(params: OfObject) -> RecordDetails:
        session, subject = service.in_network(), subject_of(params.object)
        ledger = session.profile.ledger
        found = await trio.to_thread.run_sync(lambda: record_of(ledger, subject, me=session.me, today=today()))
        if found is None:
            raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.object)
        peers = session.network.peers()
        contested = [item.fact for item in found.history if item.fact.level is Level.CONTESTED]
        cheats = [cheat for cheat in await finder.all() if _concerns(cheat, contested)] if contested else []
        return await session.engine.call(lambda desk: _details(found, cheats, Teller(desk), peers))

    async def votes(params: OfEntry) -> VotesBar:
        session, entry = service.in_network(), EntryId(_id(params.entry, ApiErrorCode.UNKNOWN_ENTRY))
        peers = session.network.peers()
        return await session.engine.call(lambda desk: _votes(entry, desk, peers))

    async def summary(_: NoParams) -> BookSummary:
        found = await trio.to_thread.run_sync(service.in_network().profile.ledger.summary)
        return BookSummary(
            invoices=found.invoices,
            settled=found.settled,
            late=found.late,
            days_late_sum=found.days_late_sum,
            mean_days_late_milli=mean_milli(found.days_late_sum, found.settled),
            totals=amounts(found.totals),
            outstanding=amounts(found.outstanding),
        )

    async def digest(_: NoParams) -> Digest:
        hex_digest, found = await trio.to_thread.run_sync(service.in_network().profile.ledger.digest)
        levels = found.by_level
        return Digest(
            digest=hex_digest,
            objects=found.objects,
            entries=found.entries,
            records=found.records,
            waiting=levels[Level.WAITING],
            confirmed=sum(count for level, count in levels.items() if level.stands),
            final=levels[Level.FINAL] + levels[Level.ANCHORED],
            rejected=levels[Level.REJECTED],
            contested=levels[Level.CONTESTED],
            forks=found.forks,
        )

    async def anchored_digest(params: OfHeight) -> AnchoredDigest:
        session = service.in_network()
        height = params.height if params.height >= 0 else session.lineage.height
        found = await trio.to_thread.run_sync(session.profile.ledger.anchored_book, height)
        if found is None:
            raise ApiError(ApiErrorCode.UNKNOWN_BLOCK, str(height))
        return AnchoredDigest(
            height=found.height,
            block=found.block.hex(),
            digest=found.digest,
            objects=found.objects,
            records=found.records,
        )

    return {
        "book.rows": rows,
        "book.counts": counts,
        "book.record": record,
        "book.votes": votes,
        "book.summary": summary,
        "book.digest": digest,
        "book.anchored_digest": anchored_digest,
    }


def subject_of(text: str) -> ObjectId:
    """Return the id of an obligation from a request.

    Raises:
        ApiError: it is none.
    """
    return ObjectId(_id(text, ApiErrorCode.UNKNOWN_OBJECT))


async def _rows(session: Session, numbers: list[int]) -> list[BookRow]:
    ledger = session.profile.ledger
    return await trio.to_thread.run_sync(lambda: ledger.book_rows(numbers, me=session.me, today=today()))


def _member(text: str) -> MemberId | None:
    return MemberId(_id(text, ApiErrorCode.UNKNOWN_MEMBER)) if text else None


def _id(text: str, code: ApiErrorCode) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise ApiError(code, text) from error


def _votes(entry: EntryId, desk: Desk, peers: Sequence[PeerState]) -> VotesBar:
    fact = desk.replica.workspace.fact(entry)
    if fact is None or not is_record(fact.kind):
        raise ApiError(ApiErrorCode.UNKNOWN_ENTRY, entry.hex())
    return votes_bar(fact, desk, peers)


@dataclass(frozen=True, slots=True)
class RecordFound:
    """What the ledger says of one obligation, all of one state.

    Attributes:
        obligation: None while its proposal does not stand, and of a draft.
    """

    view: ObligationView
    obligation: Obligation | None
    history: list[HistoryEntry]
    life: Life
    parts: list[BookRow]
    covers: AllCovers


def record_of(ledger: Ledger, subject: ObjectId, *, me: MemberId, today: str) -> RecordFound | None:
    """Return all about one obligation or draft, None if it is not here."""
    with ledger.one_state():
        view = ledger.obligation_view(subject, me=me, today=today)
        if view is None:
            return None
        found, life = ledger.object_view(subject), ledger.life(subject)
        return RecordFound(
            view,
            found if isinstance(found, Obligation) else None,
            ledger.history(subject),
            life,
            ledger.book_rows(life.parts, me=me, today=today),
            ledger.covers(),
        )


def _details(found: RecordFound, cheats: list[CheatView], tell: Teller, peers: Sequence[PeerState]) -> RecordDetails:
    desk, view, obligation, covers = tell.desk, found.view, found.obligation, found.covers
    terms, facts = view.terms, [item.fact for item in found.history]
    newest = next((fact for fact in facts if fact.id == view.row.newest), None)
    is_revised = obligation is not None and obligation.revision is not None
    recourse_to = obligation.recourse_to if obligation is not None else None
    actions, tell_cover = _actions(obligation, covers, desk), CoverTeller(desk)
    return RecordDetails(
        row=obligation_rows([view.row], desk)[0],
        grace_days=terms.grace_days,
        description=terms.description,
        received_minor=view.received_minor,
        assignable=terms.assignable,
        nettable=terms.nettable,
        valid_until=terms.valid_until,
        history=[history_item(item, desk) for item in found.history],
        votes=votes_bar(newest, desk, peers) if newest is not None else None,
        actions=actions,
        next_block_ms=desk.replica.chain.next_block_ms() or 0,
        cheats=cheats,
        forked=_forked(facts, desk),
        holder=view.holder.hex(),
        holder_name=tell.name(view.holder),
        first_amount_minor=terms.amount_minor if is_revised else 0,
        first_due=terms.due if is_revised else "",
        written_off_minor=obligation.written_off_minor if obligation is not None else 0,
        assigned_minor=obligation.assigned_minor if obligation is not None else 0,
        recourse_to=recourse_to.hex() if recourse_to is not None else "",
        recourse_to_name=tell.name(recourse_to) if recourse_to is not None else "",
        part_of=obligation.part_of.hex() if obligation is not None and obligation.part_of is not None else "",
        parts=obligation_rows(found.parts, desk),
        notice=tell.notice(obligation) if obligation is not None else None,
        offers=[tell.offer(item, obligation) for item in found.life.offers],
        disputes=list(map(tell.dispute, found.life.disputes)),
        corrections=list(map(tell.correction, found.life.corrections)),
        covers=tell_cover.behind(obligation, covers, actions) if obligation is not None else [],
        paid=tell_cover.paid(obligation) if obligation is not None else [],
    )


def _concerns(cheat: CheatView, contested: Sequence[EntryFact]) -> bool:
    """Whether somebody has signed both ways for one of these records."""
    if cheat.how == "record":
        return any(cheat.record == fact.id.hex() for fact in contested)
    return cheat.how == "branches" and any(
        cheat.author == fact.author.hex() and cheat.seq <= fact.seq for fact in contested
    )


def _forked(facts: Sequence[EntryFact], desk: Desk) -> list[str]:
    """Return who of the authors of contested records has written two entries at one place, at or below its record."""
    contested = [fact for fact in facts if fact.level is Level.CONTESTED]
    first_forks = {fact.author: desk.replica.heads.first_fork(fact.author) for fact in contested}
    found = (fact.author for fact in contested if (seq := first_forks[fact.author]) is not None and seq <= fact.seq)
    return [desk.ledger.name_of(author) or author.hex()[:8] for author in dict.fromkeys(found)]


def _actions(obligation: Obligation | None, covers: AllCovers, desk: Desk) -> list[str]:
    """Return what this member may write about the obligation now."""
    if obligation is None or desk.catch_up.active or desk.closed:
        return []
    movers = desk.replica.workspace.movers(obligation.version)
    if any(fact.author == desk.me and fact.level is Level.WAITING for fact in movers):
        return []
    rules, day = desk.replica.lineage.rules, day_of(desk.now_ms)
    by_covers = steps_by_covers(obligation, covers, desk.replica.workspace, rules, desk.me, day)
    return actions_on(obligation, desk.me, rules, by_covers)

"""The watch list: whom this profile watches, what has changed since its last look, and by which records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import OfMember, OfWatched, PutWatch, Seen
from cohong.api.views import Done, WatchList
from cohong.insight.watching import Look
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.engine import now_ms
from cohong.node.handlers.book import today
from cohong.node.handlers.check import member_of
from cohong.node.handlers.reports import by_reporter
from cohong.node.handlers.watch_teller import watched_member
from cohong.node.payment_report import since_of
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.node.watch_list import (
    NOTE_CHARS_MAX,
    SETTING,
    WATCHED_MAX,
    Now,
    Watch,
    keep_looks,
    look_now,
    news_now,
    setting_of,
    watches_in,
)
from cohong.primitives.days import is_day
from cohong.primitives.ids import MemberId

LINES_HERE: Final = 2_000
"""Obligations up to which a member is looked at in this process; it takes a tenth of what a report does."""


def watch_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `watch.*`."""
    looks = _Looks(service)

    async def watched(params: OfWatched) -> WatchList:
        session = service.in_network()
        only = member_of(params.member) if params.member else None
        watches = [watch for watch in await _watches(session) if only in (None, watch.member)]
        ledger, day = session.profile.ledger, today()
        found = [(watch, await looks.of(session, watch.member, watch.seen_number)) for watch in watches]
        # On another thread: there may be thousands of records.
        return await trio.to_thread.run_sync(_listed, found, ledger, day)

    async def put(params: PutWatch) -> Done:
        session, member = service.in_network(), member_of(params.member)
        if not session.lineage.was_member(member):
            raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, params.member)
        if params.review_on and not is_day(params.review_on):
            raise ApiError(ApiErrorCode.BAD_REQUEST, "review_on: a day such as 2026-01-31")
        if len(params.note) > NOTE_CHARS_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"note: at most {NOTE_CHARS_MAX} characters")
        watches = {watch.member: watch for watch in await _watches(session)}
        if member not in watches and len(watches) >= WATCHED_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"at most {WATCHED_MAX} members are watched")
        watch = watches.get(member) or Watch.of(member, await looks.new(session, member), now_ms())
        kept = replace(watch, review_on=params.review_on, note=params.note).setting
        await session.engine.call(lambda desk: desk.ledger.set_setting(*kept))
        service.notifier.publish("watch")
        return Done()

    async def remove(params: OfMember) -> Done:
        session, member = service.in_network(), member_of(params.member)
        await session.engine.call(lambda desk: desk.ledger.remove_setting(setting_of(member)))
        service.notifier.publish("watch")
        return Done()

    async def seen(params: Seen) -> Done:
        session = service.in_network()
        chosen = set(map(member_of, params.members))
        watches = [watch for watch in await _watches(session) if watch.member in chosen or not chosen]
        found = {watch.member: await looks.of(session, watch.member, watch.seen_number) for watch in watches}
        done = await session.engine.call(lambda desk: keep_looks(desk.ledger, found, now_ms()))
        service.notifier.publish("watch")
        return Done(done=done)

    return {"watch.list": watched, "watch.set": put, "watch.remove": remove, "watch.seen": seen}


def _listed(found: Sequence[tuple[Watch, Now]], ledger: Ledger, day: str) -> WatchList:
    authors = {line.author for _, now in found for line in now.news[0]}
    names = ledger.names_of(authors.union(watch.member for watch, _ in found))
    members = [watched_member(watch, now, names, day) for watch, now in found]
    members.sort(key=lambda each: (not each.changes, not each.review_due, each.name.casefold(), each.member))
    changed, due = sum(bool(each.changes) for each in members), sum(each.review_due for each in members)
    return WatchList(members=members, changed=changed, due=due, as_of=day)


class _Looks:
    """What was looked up last: it holds until something changes, or the day does."""

    def __init__(self, service: NodeService) -> None:
        self._service = service
        self._known: dict[tuple[MemberId, int], Now] = {}
        self._known_at: tuple[Ledger | None, int, str] = (None, 0, "")

    async def of(self, session: Session, member: MemberId, after: int) -> Now:
        """Return a member as it is now, with what has come after a number."""
        ledger, day = session.profile.ledger, today()
        at = (ledger, self._service.notifier.newest, day)
        if at != self._known_at:
            self._known, self._known_at = {}, at
        known = self._known
        if (member, after) not in known:
            known[member, after] = await _now(session, member, after, day)
        return known[member, after]

    async def new(self, session: Session, member: MemberId) -> Now:
        """Return a member as it is now that nobody has looked at before."""
        return await self.of(session, member, await trio.to_thread.run_sync(session.profile.ledger.news.newest_number))


async def _now(session: Session, member: MemberId, after: int, day: str) -> Now:
    ledger = session.profile.ledger
    lines = ledger.debtor_lines
    count = await trio.to_thread.run_sync(lambda: lines.count_debtor_lines(member, since=since_of(day)))
    if count <= LINES_HERE:
        return await trio.to_thread.run_sync(lambda: look_now(ledger, member, after, today=day))
    # What comes while the process reads is told once too often rather than never.
    news, number = await trio.to_thread.run_sync(lambda: news_now(ledger, member, after))
    return Now(Look(**await by_reporter(session, member, day, {"watched": True})), news, number)


async def _watches(session: Session) -> list[Watch]:
    return watches_in(await session.engine.call(lambda desk: desk.ledger.settings_under(SETTING)))

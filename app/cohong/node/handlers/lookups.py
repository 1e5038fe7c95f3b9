"""Looking a person up: what for is said first, once a day, and noted in a log that stays on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import DAYS_KEPT_MAX, DAYS_KEPT_MIN, KeepLookUps, LookUps, NoParams
from cohong.api.views import Done, LookUpPage, LookUpView, Purpose
from cohong.ledger.ledger import Ledger
from cohong.ledger.lookups import LookUp
from cohong.node.api_server import Handler
from cohong.node.engine import now_ms
from cohong.node.handlers.book import today
from cohong.node.handlers.check import member_of
from cohong.node.lookups import SETTING, days_kept, drop_old
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId, ObjectId

LINES_MAX: Final = 500
THE_REPORT: Final = (
    "check.member", "check.report", "check.trust", "check.experience", "check.rings", "limit.suggest", "report.make",
)  # fmt: skip
"""What is told of a member when its report is opened: of a person not before somebody has said what for."""


def lookup_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `lookup.*`."""

    async def listed(params: LookUps) -> LookUpPage:
        session = service.in_network()
        first, count = max(params.first, 0), min(max(params.count, 1), LINES_MAX)
        lines, total = await trio.to_thread.run_sync(session.profile.ledger.lookups.page, first, count)
        setting = await session.engine.call(lambda desk: desk.ledger.get_setting(SETTING))
        return LookUpPage(rows=list(map(_view, lines)), total=total, days_kept=days_kept(setting))

    async def keep(params: KeepLookUps) -> Done:
        session, days = service.in_network(), params.days
        if not DAYS_KEPT_MIN <= days <= DAYS_KEPT_MAX:
            raise ApiError(ApiErrorCode.BAD_REQUEST, f"days: {DAYS_KEPT_MIN} to {DAYS_KEPT_MAX}")
        await session.engine.call(lambda desk: desk.ledger.set_setting(SETTING, str(days).encode()))
        return Done(done=await session.engine.call(lambda desk: drop_old(desk.ledger, today())))

    async def clear(_: NoParams) -> Done:
        return Done(done=await service.in_network().engine.call(lambda desk: desk.ledger.clear_lookups()))

    return {"lookup.list": listed, "lookup.keep": keep, "lookup.clear": clear}


def with_purpose(service: NodeService, handlers: Mapping[str, Handler]) -> dict[str, Handler]:
    """Return the handlers, of which those that tell a person's report refuse where no purpose was said today."""

    def guarded(answer: Handler) -> Handler:
        async def refuse_or_answer(params: Any) -> object:
            session, member = service.in_network(), member_of(params.member)
            if await is_looked_up(session, member):
                await purpose_said(session, member)
            return await answer(params)

        return refuse_or_answer

    return {**handlers, **{method: guarded(handlers[method]) for method in THE_REPORT}}


async def is_looked_up(session: Session, member: MemberId) -> bool:
    """Return whether to read about a member is to look a person up: it is one, and it is somebody else."""
    rules = session.lineage.rules
    person = rules.holder_of(member)
    if person == rules.holder_of(session.me):
        return False
    return await trio.to_thread.run_sync(session.profile.ledger.lookups.is_person, (member, person))


async def purpose_said(session: Session, member: MemberId) -> Purpose:
    """Return what a person was last looked up for today.

    Raises:
        ApiError: nobody has said today what for.
    """
    person = session.lineage.rules.holder_of(member)
    said = await trio.to_thread.run_sync(session.profile.ledger.lookups.purpose_on, person, today())
    if not said:
        raise ApiError(ApiErrorCode.PURPOSE_NEEDED, member.hex())
    return said  # type: ignore[return-value]  # only such a one is noted


async def note(session: Session, person: MemberId, purpose: str, consent: ObjectId | None) -> None:
    """Note in the log that a person is looked up, and forget what has been there for too long."""
    day, time_ms = today(), now_ms()

    def put(ledger: Ledger) -> None:
        with ledger.together():
            ledger.note_lookup(person, day, purpose, time_ms=time_ms, consent=consent)
            drop_old(ledger, day)

    await session.engine.call(lambda desk: put(desk.ledger))


def _view(line: LookUp) -> LookUpView:
    return LookUpView(
        member=line.member.hex(),
        name=line.name,
        time_ms=line.time_ms,
        purpose=line.purpose,  # type: ignore[arg-type]  # only such a one is noted
        consent=line.consent.hex() if line.consent is not None else "",
        until=line.until or "",
    )

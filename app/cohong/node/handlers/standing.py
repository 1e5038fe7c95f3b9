"""What a member is worth to the one who asks: trust through repaid trade."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import decode_result
from cohong.api.requests import TrustIn
from cohong.api.views import TrustView
from cohong.node.api_server import Handler
from cohong.node.handlers.book import today
from cohong.node.handlers.check import member_of
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId


def standing_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `check.trust`."""

    async def trust(params: TrustIn) -> TrustView:
        session = service.in_network()
        question = {"ask": "trust", **_between(session, params.member), "currency": params.currency}
        found = await session.analysis.found(question)
        view: TrustView = await _named(session, "check.trust", found)
        return view

    return {"check.trust": trust}


def _between(session: Session, text: str) -> dict[str, Any]:
    """Return what every question has: who asks, about whom, when, and by which keys members go today.

    Raises:
        ApiError: the other is no member, or is the one who asks.
    """
    member, rules = member_of(text), session.lineage.rules
    if not session.lineage.was_member(member):
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text)
    viewer, subject = rules.holder_of(session.me), rules.holder_of(member)
    if viewer == subject:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "oneself")
    replaced = {old.hex(): new.hex() for old, new in rules.replaced.items()}
    return {"viewer": viewer.hex(), "subject": subject.hex(), "today": today(), "replaced": replaced}


async def _named(session: Session, method: str, found: dict[str, Any]) -> Any:
    """Return the view of what was found, with the name of everybody who is in it."""
    names = await trio.to_thread.run_sync(session.profile.ledger.member_names)
    members = {member: names.get(MemberId(bytes.fromhex(member)), "") for member in _members(found)}
    return decode_result(method, json.dumps({**found, "names": members}).encode())


def _members(found: dict[str, Any]) -> Iterator[str]:
    for each in found["currencies"]:
        for path in each["paths"]:
            yield from path["members"]

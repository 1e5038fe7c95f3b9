"""What a member is worth to the one who asks: trust through repaid trade, and what it may expect."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import decode_result
from cohong.api.requests import ExperienceFitOf, OfMember, TrustIn
from cohong.api.views import ExperienceFit, ExperienceView, RingCheck, TrustView
from cohong.node.api_server import Handler
from cohong.node.handlers.book import today
from cohong.node.handlers.check import member_of
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import MemberId


def standing_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `check.trust`, `check.experience`, `check.fit` and `check.rings`."""

    async def trust(params: TrustIn) -> TrustView:
        session = service.in_network()
        question = {"ask": "trust", **between(session, params.member), "currency": params.currency}
        found = await session.analysis.found(question)
        members = {member for each in found["currencies"] for path in each["paths"] for member in path["members"]}
        view: TrustView = await _named(session, "check.trust", found, members)
        return view

    async def experience(params: OfMember) -> ExperienceView:
        session = service.in_network()
        found = await session.analysis.found({"ask": "experience", **between(session, params.member)})
        members = {each["member"] for each in found["raters"]}
        view: ExperienceView = await _named(session, "check.experience", found, members)
        return view

    async def fit(params: ExperienceFitOf) -> ExperienceFit:
        session = service.in_network()
        asked = {"ask": "fit", "words_only": params.words_only, "labels": params.labels}
        found = await session.analysis.found({**asked, "today": today(), "replaced": _replaced(session)})
        view: ExperienceFit = decode_result("check.fit", json.dumps(found).encode())
        return view

    async def rings(params: OfMember) -> RingCheck:
        session = service.in_network()
        found = await session.analysis.found({"ask": "rings", **_about(session, params.member)})
        view: RingCheck = decode_result("check.rings", json.dumps(found).encode())
        return view

    return {"check.trust": trust, "check.experience": experience, "check.fit": fit, "check.rings": rings}


def between(session: Session, text: str) -> dict[str, Any]:
    """Return what a question between two members has: who asks, and what `_about` the other.

    Raises:
        ApiError: the other is no member, or is the one who asks.
    """
    about, viewer = _about(session, text), session.lineage.rules.holder_of(session.me).hex()
    if viewer == about["subject"]:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "oneself")
    return {"viewer": viewer, **about}


def _about(session: Session, text: str) -> dict[str, Any]:
    """Return what every question has: about whom, when, and by which keys members go today.

    Raises:
        ApiError: it is no member.
    """
    member = member_of(text)
    if not session.lineage.was_member(member):
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text)
    subject = session.lineage.rules.holder_of(member).hex()
    return {"subject": subject, "today": today(), "replaced": _replaced(session)}


def _replaced(session: Session) -> dict[str, str]:
    return {old.hex(): new.hex() for old, new in session.lineage.rules.replaced.items()}


async def _named(session: Session, method: str, found: dict[str, Any], members: Iterable[str]) -> Any:
    """Return the view of what was found, with the names of members that are in it."""
    asked = {MemberId(bytes.fromhex(member)): member for member in sorted(members)}
    names = await trio.to_thread.run_sync(session.profile.ledger.names_of, list(asked))
    told = {text: names.get(member, "") for member, text in asked.items()}
    return decode_result(method, json.dumps({**found, "names": told}).encode())

"""Whether own records may be signed, why not, and the user's decision to sign all the same."""

import logging
from collections.abc import Mapping
from typing import Literal, cast

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import SignAnyway
from cohong.api.views import Done, PenView
from cohong.node.api_server import Handler
from cohong.node.desk import RIVAL, Desk
from cohong.node.service import NodeService
from cohong.primitives.ids import MemberId, short

logger = logging.getLogger(__name__)

Why = Literal["", "restored", "claim", "copy", "elsewhere", "rival", "damaged"]


def pen_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `profile.sign_anyway`."""

    async def sign_anyway(params: SignAnyway) -> Done:
        session = service.in_network()
        done = await session.engine.call(lambda desk: _override(desk, params.why))
        session.engine.wake()
        service.notifier.publish("network")
        return done

    return {"profile.sign_anyway": sign_anyway}


def _override(desk: Desk, why: str) -> Done:
    if not desk.halt:
        return Done(done=0)
    if desk.halt != why or not desk.catch_up.active:
        raise ApiError(ApiErrorCode.CATCHING_UP, desk.halt)
    logger.warning("the user has decided to sign all the same halt=%s", desk.halt)
    desk.catch_up.override()
    return Done(done=1)


def pen_view(desk: Desk, names: Mapping[MemberId, str]) -> PenView:
    """Return why nothing is signed."""
    catch_up, own_seq = desk.catch_up, desk.replica.heads.seq(desk.me)
    heard = catch_up.heard(own_seq)
    remembered = desk.remembered
    return PenView(
        why=cast(Why, desk.halt),
        through=_name(catch_up.through, names) if catch_up.through is not None else "",
        held=own_seq + 1,
        written=remembered.seq + 1 if remembered is not None else -1,
        shown=max(catch_up.claims(own_seq).values(), default=own_seq) + 1,
        rival=(desk.rival_seq or 0) + 1 if desk.halt == RIVAL else 0,
        heard=len(heard),
        needed=catch_up.needed(),
        missing=[_name(voter, names) for voter in catch_up.others() if voter not in heard],
        can_override=desk.halt != RIVAL and catch_up.active,
        is_overridden=catch_up.is_overridden,
    )


def _name(member: MemberId, names: Mapping[MemberId, str]) -> str:
    return names.get(member) or short(member)

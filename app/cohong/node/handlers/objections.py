"""Disputes and corrections, of one object or of all."""

from collections.abc import Mapping
from typing import Final

import trio

from cohong.api.requests import OfSubject
from cohong.api.views import Objections
from cohong.node.api_server import Handler
from cohong.node.handlers.book import subject_of
from cohong.node.handlers.life import Teller
from cohong.node.service import NodeService

LISTED_MAX: Final = 1_000


def objection_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `dispute.list`."""

    async def disputes(params: OfSubject) -> Objections:
        session = service.in_network()
        ledger = session.profile.ledger
        names = await trio.to_thread.run_sync(ledger.member_names)
        if params.object:
            life = await trio.to_thread.run_sync(ledger.life, subject_of(params.object))
            found, asked = list(life.disputes), list(life.corrections)
        else:
            found = await trio.to_thread.run_sync(ledger.disputes, LISTED_MAX)
            asked = await trio.to_thread.run_sync(ledger.corrections, LISTED_MAX)
        return await session.engine.call(
            lambda desk: Objections(
                disputes=list(map(Teller(desk, names).dispute, found)),
                corrections=list(map(Teller(desk, names).correction, asked)),
            )
        )

    return {"dispute.list": disputes}

"""Disputes and corrections, of one object or of all."""

from collections.abc import Mapping, Sequence
from typing import Final

import trio

from cohong.api.requests import OfSubject
from cohong.api.views import Objections
from cohong.book.disputes import Correction
from cohong.ledger.ledger import Ledger
from cohong.ledger.life_views import DisputeLine
from cohong.node.api_server import Handler
from cohong.node.handlers.book import subject_of
from cohong.node.handlers.life import Teller
from cohong.node.service import NodeService
from cohong.primitives.ids import ObjectId

LISTED_MAX: Final = 1_000


def objection_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `dispute.list`."""

    async def disputes(params: OfSubject) -> Objections:
        session = service.in_network()
        subject = subject_of(params.object) if params.object else None
        found, asked = await trio.to_thread.run_sync(objections_in, session.profile.ledger, subject)
        return await session.engine.call(
            lambda desk: Objections(
                disputes=list(map(Teller(desk).dispute, found)),
                corrections=list(map(Teller(desk).correction, asked)),
            )
        )

    return {"dispute.list": disputes}


def objections_in(ledger: Ledger, subject: ObjectId | None) -> tuple[Sequence[DisputeLine], Sequence[Correction]]:
    """Return the disputes and corrections of one object, or the newest of all."""
    if subject is not None:
        life = ledger.life(subject)
        return life.disputes, life.corrections
    with ledger.one_state():
        return ledger.disputes(LISTED_MAX), ledger.corrections(LISTED_MAX)

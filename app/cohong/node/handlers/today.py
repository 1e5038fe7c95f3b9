"""What today asks of this member, counted by the handlers that answer each part, and what it is to answer."""

from collections.abc import Mapping, Sequence
from typing import Final

import trio

from cohong.api.requests import NoParams, OfWatched
from cohong.api.views import NodeStatus, Today, WatchList
from cohong.book.disputes import Correction
from cohong.ledger.life_views import DisputeLine
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.handlers.book import today
from cohong.node.handlers.life import Teller
from cohong.node.service import NodeService

OBJECTIONS_MAX: Final = 1_000


def today_handlers(service: NodeService, answers: Mapping[str, Handler]) -> Mapping[str, Handler]:
    """Return the handler of `today.show`, which asks those of `node.status` and `watch.list`."""

    async def show(_: NoParams) -> Today:
        session = service.in_network()
        ledger = session.profile.ledger
        found = await trio.to_thread.run_sync(ledger.objections_to_answer, session.me, OBJECTIONS_MAX)
        proposals = await trio.to_thread.run_sync(lambda: ledger.proposals_to_answer(session.me, today=today()))
        disputes, deadlines = await session.engine.call(lambda desk: _to_answer(desk, *found))
        status, watched = await answers["node.status"](NoParams()), await answers["watch.list"](OfWatched())
        assert isinstance(status, NodeStatus) and isinstance(watched, WatchList), "as the methods' types say"
        return Today(
            as_of=watched.as_of,
            changed=watched.changed,
            due=watched.due,
            motions=status.motions,
            drafts=status.drafts,
            to_send=status.to_send,
            proposals=proposals,
            disputes=disputes,
            corrections=len(deadlines),
            corrections_by_ms=min(filter(None, deadlines), default=0),
        )

    return {"today.show": show}


def _to_answer(desk: Desk, disputes: Sequence[DisputeLine], corrections: Sequence[Correction]) -> tuple[int, list[int]]:
    """Return how many disputes this member may answer, and until when each correction is to be; 0 for not yet said."""
    teller = Teller(desk)
    told = map(teller.correction, corrections)
    deadlines = [view.deadline_ms for view in told if view.actions and not view.unanswered_ms]
    return sum(bool(teller.dispute(line).actions) for line in disputes), deadlines

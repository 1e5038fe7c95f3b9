"""What is owed by age."""

from collections.abc import Mapping
from typing import Final

import trio

from cohong.api.requests import OfSide
from cohong.api.views import Ageing, AgeingLine, AgeingSum
from cohong.node.api_server import Handler
from cohong.node.handlers.book import today
from cohong.node.service import NodeService

LINES_MAX: Final = 2_000


def ageing_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `book.ageing`."""

    async def ageing(params: OfSide) -> Ageing:
        session, day = service.in_network(), today()
        ledger = session.profile.ledger
        lines, sums = await trio.to_thread.run_sync(
            lambda: ledger.ageing(params.side, me=session.me, today=day, limit=LINES_MAX)
        )
        return Ageing(
            day=day,
            lines=[
                AgeingLine(
                    counterparty=line.counterparty.hex(),
                    counterparty_name=line.name,
                    currency=line.currency,
                    records=line.records,
                    bands=list(line.bands),
                    total_minor=sum(line.bands),
                )
                for line in lines
            ],
            sums=[
                AgeingSum(
                    currency=item.currency, records=item.records, bands=list(item.bands), total_minor=sum(item.bands)
                )
                for item in sums
            ],
            left_out=sum(item.lines for item in sums) - len(lines),
        )

    return {"book.ageing": ageing}

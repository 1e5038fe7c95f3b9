"""How this node reaches others, as its user chooses."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import NoParams, SetReach
from cohong.api.views import ReachView
from cohong.ledger.errors import LedgerUnavailable
from cohong.node.api_server import Handler
from cohong.node.reach import keep
from cohong.node.service import NodeService

NO_PROXY: Final = "proxy"


def reach_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `reach.*`."""
    reach = service.reach

    async def status(_: NoParams) -> ReachView:
        service.open()
        is_given = reach.given_proxy is not None or reach.given_discovery is not None
        return ReachView(proxy=reach.chosen_proxy, discovery=reach.chosen_discovery, is_given=is_given)

    async def choose(params: SetReach) -> ReachView:
        ledger = service.open().ledger
        try:
            await trio.to_thread.run_sync(partial(keep, ledger, proxy=params.proxy, discovery=params.discovery))
        except ValueError as error:
            # Not what was written: there may be a password in it.
            raise ApiError(ApiErrorCode.BAD_ADDRESS, NO_PROXY) from error
        except LedgerUnavailable as error:
            raise ApiError(ApiErrorCode.DISK_FULL, error.code) from error
        reach.choose(proxy=params.proxy, discovery=params.discovery)
        return await status(NoParams())

    return {"reach.status": status, "reach.set": choose}

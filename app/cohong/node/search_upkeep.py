"""Making the tables of the search anew at leisure, after an update of the program that finds names another way."""

import logging
from typing import Final

import trio

from cohong.api.errors import ApiError
from cohong.ledger.ledger import Ledger
from cohong.node.engine import Engine
from cohong.node.notifier import Notifier

logger = logging.getLogger(__name__)

MEMBERS_AT_ONCE: Final = 100
"""Some 70 ms of the engine's thread."""

REST_S: Final = 0.1
RETRY_AFTER_S: Final = 60.0
"""How long to wait where the disk takes nothing, or the engine has too much to do."""


async def keep_searchable(ledger: Ledger, engine: Engine, notifier: Notifier) -> None:
    """Go on until every member can be found; where the node ends before, at its next start."""
    if await trio.to_thread.run_sync(ledger.findable) is None:
        return
    while await _is_any_left(engine):
        notifier.publish("search")
    notifier.publish("search")


async def _is_any_left(engine: Engine) -> bool:
    """Make some more members findable, rest, and return whether any are left."""
    try:
        is_any_left = await engine.call(lambda desk: desk.ledger.learn_more_names(MEMBERS_AT_ONCE))
    except ApiError as error:
        logger.warning("not every member can be found by name yet why=%s", error)
        await trio.sleep(RETRY_AFTER_S)
        return True
    if is_any_left:
        await trio.sleep(REST_S)
    return is_any_left

"""Going through the whole entry log at leisure, and getting back from peers what has been altered on this machine.

SQLCipher's page check notices a page altered without the key. Whoever has the key (malware in the user's session, a
failing memory chip below the cipher) leaves no such trace; but every entry carries its own hash and signature.
"""

import logging
from collections.abc import Iterable
from typing import Final

import trio

from cohong.api.errors import ApiError
from cohong.crypto.signing import verify
from cohong.ledger.check import CheckedStretch
from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable
from cohong.ledger.ledger import Ledger
from cohong.node.desk import Desk
from cohong.node.engine import Engine, now_ms
from cohong.node.notifier import Notifier
from cohong.primitives.ids import MemberId, short

logger = logging.getLogger(__name__)

START_AFTER_S: Final = 2.0
ENTRIES_AT_ONCE: Final = 500
REST: Final = 4.0
"""Seconds of rest for each second of checking: the check takes a fifth of a core at the most."""

ASK_AGAIN_S: Final = 3.0


class BackgroundCheck:
    """One pass over the log after each start.

    Attributes:
        checked: entries checked so far.
        finished_ms: when the last pass ended, 0 before that.
    """

    def __init__(self, engine: Engine, notifier: Notifier) -> None:
        self._engine = engine
        self._notifier = notifier
        self.checked = 0
        self.finished_ms = 0

    async def run(self) -> None:
        """Check everything once, then keep asking for whatever is damaged."""
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._check_all)
            nursery.start_soon(self._heal)

    async def _check_all(self) -> None:
        await trio.sleep(START_AFTER_S)
        after_n = 0
        while True:
            began = trio.current_time()
            stretch = await self._stretch(after_n)
            if stretch is None:
                return
            for damaged in stretch.damaged:
                logger.error("entry altered on this machine author=%s seq=%d what=%s",
                             short(damaged.author), damaged.seq, damaged.what)  # fmt: skip
                self._engine.note_damage(damaged.author, damaged.seq)
            self.checked += stretch.checked
            if stretch.last_n == after_n:
                break
            after_n = stretch.last_n
            await trio.sleep((trio.current_time() - began) * REST)
        self.finished_ms = now_ms()
        self._notifier.publish("damage")

    async def _stretch(self, after_n: int) -> CheckedStretch | None:
        """Return what the next step of the check found, None if the file cannot be read any further."""
        ledger = self._engine.desk.ledger
        try:
            return await trio.to_thread.run_sync(lambda: ledger.check_entries(after_n, ENTRIES_AT_ONCE, verify))
        except (LedgerDamaged, LedgerUnavailable) as error:
            logger.error("the check ends early: the ledger cannot be read after=%d why=%s", after_n, error)
            return None

    async def _heal(self) -> None:
        while True:
            some_left = await self._ask_again()
            if some_left:
                await trio.sleep(ASK_AGAIN_S)
            else:
                await self._engine.damage_found()

    async def _ask_again(self) -> bool:
        """Ask the neighbours for what is damaged; returns whether anything is."""
        try:
            return await self._engine.call(_ask_again)
        except ApiError as error:
            logger.warning("damaged entries could not be asked for why=%s", error)
            return True


def _ask_again(desk: Desk) -> bool:
    desk.ask_for_damaged()
    return bool(desk.damaged)


def names_of_places(places: Iterable[tuple[MemberId, int]], ledger: Ledger) -> list[str]:
    """Return damaged entries as people may read them: author and place in its feed."""
    return [f"{ledger.name_of(author) or short(author)} {seq}" for author, seq in sorted(places)]

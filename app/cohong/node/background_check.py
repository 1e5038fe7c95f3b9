"""Going through the whole entry log at leisure, and getting back from peers what has been altered on this machine.

SQLCipher's page check notices a page altered without the key. Whoever has the key (malware in the user's session, a
failing memory chip below the cipher) leaves no such trace; but every entry carries its own hash and signature.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import trio

from cohong.crypto.signing import verify
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
            ledger = self._engine.desk.ledger
            stretch = await trio.to_thread.run_sync(
                lambda: ledger.check_entries(after_n, ENTRIES_AT_ONCE, verify)  # noqa: B023  # awaited before it changes
            )
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

    async def _heal(self) -> None:
        while True:
            damaged = sorted(self._engine.desk.damaged)
            if damaged and self._engine.connected():
                await self._engine.call(lambda desk: _ask_again(desk, damaged))  # noqa: B023  # likewise
            await self._wait(bool(damaged))

    async def _wait(self, some_left: bool) -> None:
        if some_left:
            await trio.sleep(ASK_AGAIN_S)
        else:
            await self._engine.damage_found()


def _ask_again(desk: Desk, damaged: Sequence[tuple[MemberId, int]]) -> None:
    for author, seq in damaged:
        desk.exchange.want_again(author, seq)


def names_of_places(places: Iterable[tuple[MemberId, int]], names: Mapping[MemberId, str]) -> list[str]:
    """Return damaged entries as people may read them: author and place in its feed."""
    return [f"{names.get(author, short(author))} {seq}" for author, seq in sorted(places)]

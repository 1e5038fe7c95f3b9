"""Members that cannot be found by name yet are learnt while the node is at work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import trio
from tests.unit.ledger.feeds import KEY, Feed

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.ledger import search_tables
from cohong.ledger.ledger import Ledger
from cohong.node import search_upkeep
from cohong.node.notifier import Notifier
from cohong.node.search_upkeep import keep_searchable
from cohong.primitives.standing import Commit

NAMES = [f"Firm {number}" for number in range(7)]


class OneThread:
    """An engine that does what it is asked at once, but for the first few times, when its disk is full."""

    def __init__(self, ledger: Ledger, refuses: int = 0) -> None:
        self._desk = SimpleNamespace(ledger=ledger)
        self._refuses = refuses
        self.steps = 0

    async def call(self, run: Callable[[Any], Any]) -> Any:
        await trio.lowlevel.checkpoint()
        self.steps += 1
        if self.steps <= self._refuses:
            raise ApiError(ApiErrorCode.DISK_FULL)
        return run(self._desk)


def test_everybody_can_be_found_in_the_end(tmp_path: Path) -> None:
    with _made_by_another_folding(tmp_path / "ledger.db") as ledger:
        assert ledger.findable() == (2, 7)
        engine, notifier = OneThread(ledger), Notifier()
        with patch.multiple(search_upkeep, MEMBERS_AT_ONCE=2, REST_S=0.0):
            trio.run(keep_searchable, ledger, engine, notifier)
        assert (ledger.findable(), engine.steps, notifier.newest) == (None, 3, 3)
        assert [card.name for name in NAMES for card in ledger.search_members(name, 1)] == NAMES


def test_a_disk_that_is_full_for_a_while_delays_it(tmp_path: Path) -> None:
    with _made_by_another_folding(tmp_path / "ledger.db") as ledger:
        engine = OneThread(ledger, refuses=2)
        with patch.multiple(search_upkeep, MEMBERS_AT_ONCE=2, REST_S=0.0, RETRY_AFTER_S=0.0):
            trio.run(keep_searchable, ledger, engine, Notifier())
        assert (ledger.findable(), engine.steps) == (None, 5)


def test_nothing_is_said_where_nothing_is_missing(tmp_path: Path) -> None:
    with _made_by_another_folding(tmp_path / "ledger.db") as ledger:
        ledger.learn_more_names(len(NAMES))
        engine, notifier = OneThread(ledger), Notifier()
        trio.run(keep_searchable, ledger, engine, notifier)
        assert (engine.steps, notifier.newest) == (0, 0)


@contextmanager
def _made_by_another_folding(path: Path) -> Iterator[Ledger]:
    ledger = Ledger.create(path, KEY)
    ledger.commit(Commit(objects=[Feed(name).profile(en=name) for name in NAMES]))
    ledger.set_setting("search.folding", b"older")
    ledger.close()
    with patch.object(search_tables, "LEARNT_AT_OPENING", 2):
        ledger = Ledger.open(path, KEY)
    yield ledger
    ledger.close()

"""Questions about all trade: a process that cannot answer says why, and nobody waits for a session that has ended."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import trio
import trio.testing

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.node.analysis import Analysis

QUESTION = {"ask": "fit", "words_only": True, "today": "2026-03-01", "replaced": {}}


@pytest.fixture
def profile(tmp_path: Path) -> Any:
    """A profile whose ledger is gone."""
    return SimpleNamespace(files=SimpleNamespace(ledger=tmp_path / "none.db"), data_key=bytes(32))


def test_a_ledger_that_cannot_be_read_is_said_and_the_next_question_is_tried_again(profile: Any) -> None:
    async def ask_twice() -> list[str]:
        analysis, told = Analysis(profile), []
        async with trio.open_nursery() as nursery:
            nursery.start_soon(analysis.run)
            for _ in range(2):
                try:
                    await analysis.found(QUESTION)
                except ApiError as error:
                    told.append(str(error))
            nursery.cancel_scope.cancel()
        return told

    assert trio.run(ask_twice) == ["profile-damaged: missing"] * 2


def test_who_waits_is_refused_when_the_session_ends_and_so_is_who_asks_afterwards(profile: Any) -> None:
    async def end_it() -> list[ApiErrorCode]:
        analysis, told = Analysis(profile), list[ApiErrorCode]()

        async def ask() -> None:
            try:
                await analysis.found(QUESTION)
            except ApiError as error:
                told.append(error.code)

        async with trio.open_nursery() as nursery:
            for _ in range(3):
                nursery.start_soon(ask)
            await trio.testing.wait_all_tasks_blocked()
            with trio.CancelScope() as scope:
                scope.cancel()
                await analysis.run()
        await ask()
        return told

    assert trio.run(end_it) == [ApiErrorCode.OVERLOADED] * 4

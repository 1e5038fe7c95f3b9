"""Having questions about all trade of the book answered, by a process of its own (`cohong.node.analyst`) that stays."""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.node.child import LINE_BYTES_MAX
from cohong.node.profile import OpenProfile

logger = logging.getLogger(__name__)

ANALYST: Final = "cohong.node.analyst"
IDLE_S: Final = 300.0
"""For so long the process stays when nobody asks; it may hold hundreds of MB."""
WAITING_MAX: Final = 16


@dataclass(slots=True)
class _Asked:
    """A question, and what becomes of it."""

    question: Mapping[str, Any]
    is_answered: trio.Event = field(default_factory=trio.Event)
    found: dict[str, Any] | None = None
    refusal: ApiError | None = None


class Analysis:
    """Takes questions; the process is started by the first one, and answers them one after another."""

    def __init__(self, profile: OpenProfile) -> None:
        self._profile = profile
        self._ask, self._asked = trio.open_memory_channel[_Asked](WAITING_MAX)

    async def found(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to a question.

        Raises:
            ApiError: `overloaded` where too many wait, or the session ends; as the process says; `internal` where that
                ends without an answer.
        """
        asked = _Asked(question)
        try:
            self._ask.send_nowait(asked)
        except (trio.WouldBlock, trio.BrokenResourceError) as error:
            raise ApiError(ApiErrorCode.OVERLOADED, ANALYST) from error
        await asked.is_answered.wait()
        if asked.found is None:
            raise asked.refusal or ApiError(ApiErrorCode.OVERLOADED, ANALYST)
        return asked.found

    async def run(self) -> None:
        """Answer questions, until cancelled; what waits then is refused, as whatever is asked afterwards."""
        try:
            async for first in self._asked:
                async with _started() as process:
                    await self._serve(process, first)
        finally:
            with contextlib.suppress(trio.WouldBlock):
                while True:
                    self._asked.receive_nowait().is_answered.set()
            self._asked.close()

    async def _serve(self, process: trio.Process, first: _Asked) -> None:
        """Have questions answered until the process fails, or nobody asks any more."""
        lines = _Lines(process)
        asked: _Asked | None = first
        opened = {"ledger": str(self._profile.files.ledger), "key": self._profile.data_key.hex()}
        prelude = json.dumps(opened) + "\n"
        while asked is not None:
            try:
                asked.found = await lines.answer(prelude + json.dumps(asked.question) + "\n")
            except ApiError as error:
                logger.warning("a question about all trade failed why=%s", error.detail)
                asked.refusal = error
                return
            finally:
                asked.is_answered.set()
            asked, prelude = None, ""
            with trio.move_on_after(IDLE_S):
                asked = await self._asked.receive()


class _Lines:
    """What is said to a process, and what it answers, a line each."""

    def __init__(self, process: trio.Process) -> None:
        assert process.stdin is not None and process.stdout is not None, "both are pipes"
        self._input, self._output = process.stdin, process.stdout
        self._unread = bytearray()

    async def answer(self, lines: str) -> dict[str, Any]:
        """Return what is found for the question in these lines.

        Raises:
            ApiError: as the process says, or `internal` where it ends without an answer.
        """
        try:
            await self._input.send_all(lines.encode())
            said: dict[str, Any] = json.loads(await self._line())
        except (trio.BrokenResourceError, EOFError) as error:
            raise ApiError(ApiErrorCode.INTERNAL, ANALYST) from error
        if "error" in said:
            raise ApiError(ApiErrorCode(said["error"]), said["detail"])
        found: dict[str, Any] = said["found"]
        return found

    async def _line(self) -> bytes:
        while (end := self._unread.find(b"\n")) < 0:
            received = await self._output.receive_some()
            if not received or len(self._unread) > LINE_BYTES_MAX:
                raise EOFError
            self._unread += received
        line = bytes(self._unread[:end])
        del self._unread[: end + 1]
        return line


@asynccontextmanager
async def _started() -> AsyncIterator[trio.Process]:
    process = await trio.lowlevel.open_process(
        [sys.executable, "-m", ANALYST], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        with trio.CancelScope(shield=True):
            await process.wait()

"""The node behind the window: found running, or started and then stopped with the window."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Final

from cohong.api import endpoint
from cohong.api.errors import ApiError
from cohong.desktop.node_client import NodeClient, NodeUnreachable

STOP_S: Final = 3.0
"""How long a node may take to stop before it is killed; the ledger survives that."""

_LAST_WORDS_BYTES: Final = 2_000

logger = logging.getLogger(__name__)


class NodeProcess:
    """Starts the node of a profile if none answers, and stops only the one that it started."""

    def __init__(self, profile_dir: Path, listen: str = "") -> None:
        self._profile_dir = profile_dir
        self._listen = listen
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None

    @property
    def is_ours(self) -> bool:
        """Whether this window started the node."""
        return self._process is not None

    async def ensure_running(self) -> None:
        """Start the node unless one answers already."""
        if not await _answers(endpoint.socket_path(self._profile_dir)):
            await asyncio.to_thread(self._start)

    def ended_with(self) -> str | None:
        """Return the last words of a node of ours that has ended by itself, None while it runs or is not ours."""
        if self._process is None or self._process.poll() is None or self._errors is None:
            return None
        self._errors.seek(max(0, self._errors.seek(0, os.SEEK_END) - _LAST_WORDS_BYTES))
        return self._errors.read().decode(errors="replace").strip() or f"exit code {self._process.returncode}"

    async def stop(self, client: NodeClient) -> None:
        """Stop the node if it is ours: asked first, then told, and killed after STOP_S."""
        if self._process is None:
            return
        process, self._process = self._process, None
        if client.is_connected:
            with contextlib.suppress(ApiError, NodeUnreachable, TimeoutError):
                await asyncio.wait_for(client.call("node.stop"), 1.0)
        else:
            process.terminate()
        await self._wait(process)

    async def _wait(self, process: subprocess.Popen[bytes]) -> None:
        try:
            await asyncio.to_thread(process.wait, STOP_S)
        except subprocess.TimeoutExpired:
            logger.warning("node did not stop in time pid=%s", process.pid)
            process.kill()
            await asyncio.to_thread(process.wait)

    def _start(self) -> None:
        # -P: a folder in which the program happens to be started must not provide modules.
        command = [sys.executable, "-P", "-m", "cohong.node", "--profile", str(self._profile_dir)]
        # The pipe closes however this program ends: a node must not outlive the window that started it.
        command.append("--exit-with-stdin")
        if self._listen:
            command += ["--listen", self._listen]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - the node writes to it for as long as it runs
        logger.info("starting the node profile=%s", self._profile_dir)
        # Its own session: Ctrl-C in the terminal is for the window, which then stops the node in order.
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,
        )


async def _answers(socket_path: Path) -> bool:
    try:
        _, writer = await asyncio.open_unix_connection(str(socket_path))
    except OSError:
        return False
    writer.close()
    return True

"""The desktop's end of the API: asks the node over its Unix socket and passes on what it tells.

The client connects by itself and again after a loss, with growing pauses. One that comes back asks for what it missed
by the number of the last notification that it saw. The node merges bursts (ten a second at most); a page that redraws
more than one row for them slows down to four a second itself.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import os
import socket
import struct
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from cohong.api import endpoint, framing, requests
from cohong.api.errors import ApiError
from cohong.api.notification import Notification

CONNECT_WAIT_S: Final = 3.0
"""How long a call waits for a connection that is about to come."""

DEADLINE_S: Final = 15.0
DEADLINES_S: Final[dict[str, float]] = {
    # Argon2id takes a second and more on a slow machine, several times that where all cores are busy.
    "profile.create": 90.0,
    "profile.unlock": 90.0,
    "profile.passphrase": 90.0,
    "drafts.send": 120.0,
    "record.write_many": 120.0,
    "import.invoices": 120.0,
    "import.undo": 60.0,
    "import.problems": 60.0,
    # Seconds for a hundred thousand obligations, on a machine that has nothing else to do.
    "netting.preview": 120.0,
    "netting.settle": 120.0,
    "netting.statement": 60.0,
    # Carrying on a network of many entries takes minutes.
    "network.create": 600.0,
    "network.join": 600.0,
}
# The longest is well below CONNECT_WAIT_S: a node that has come back is found before a call gives up.
_PAUSES_S: Final = (0.05, 0.1, 0.2, 0.4, 0.8)

logger = logging.getLogger(__name__)


class NodeUnreachable(Exception):
    """No node answers, or not in time. Whether it carried the request out is not known."""


class NodeClient(QObject):
    """Signals:
    changed: topic, ids of the objects (empty: many), and the notification's value.
    connected: a node answers (again); what is shown may be old.
    disconnected: the node went away.
    """

    changed = Signal(str, list, dict)
    connected = Signal()
    disconnected = Signal()

    def __init__(self, profile_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket_path = endpoint.socket_path(profile_dir)
        self._ids = itertools.count(1)
        self._waiting: dict[int | str, asyncio.Future[bytes]] = {}
        self._writer: asyncio.StreamWriter | None = None
        self._online = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._last_number = 0

    @property
    def is_connected(self) -> bool:
        return self._online.is_set()

    def start(self) -> None:
        """Begin to connect, and stay connected until `close`."""
        assert self._task is None, "started once"
        self._task = asyncio.ensure_future(self._stay_connected())

    async def close(self) -> None:
        """Hang up for good."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def call(self, method: str, params: requests.Params | None = None) -> Any:
        """Return the node's answer, as the type that `requests.METHODS` names for `method`.

        Raises:
            ApiError: refused; nothing of it was carried out.
            NodeUnreachable: no node, or no answer within the method's deadline.
        """
        deadline_s = DEADLINES_S.get(method, DEADLINE_S)
        try:
            async with asyncio.timeout(CONNECT_WAIT_S):
                await self._online.wait()
            async with asyncio.timeout(deadline_s):
                result_bytes = await self._ask(method, params or requests.NoParams())
            return framing.decode_result(method, result_bytes)
        except (TimeoutError, OSError) as error:
            raise NodeUnreachable(method) from error
        except framing.AnswerLineError as error:
            raise NodeUnreachable(f"{method}: {error}") from error

    async def _ask(self, method: str, params: requests.Params) -> bytes:
        writer = self._writer
        if writer is None:
            raise NodeUnreachable(method)
        request_id = next(self._ids)
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting[request_id] = answer
        try:
            writer.write(framing.encode_request(request_id, method, params))
            await writer.drain()
            return await answer
        finally:
            self._waiting.pop(request_id, None)

    async def _stay_connected(self) -> None:
        tries = 0
        while True:
            try:
                reader, writer = await self._connect()
            except OSError as error:
                logger.debug("node not reachable socket=%s error=%s", self._socket_path, error)
                await asyncio.sleep(_PAUSES_S[min(tries, len(_PAUSES_S) - 1)])
                tries += 1
                continue
            tries = 0
            try:
                await self._serve(reader, writer)
            except (OSError, ValueError, framing.AnswerLineError) as error:
                # ValueError: a line over the limit.
                logger.warning("connection to the node lost error=%s", error)
            finally:
                await self._hang_up(writer)

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_unix_connection(str(self._socket_path), limit=framing.ANSWER_BYTES_MAX + 1)
        if not _is_ours(writer):
            writer.close()
            raise PermissionError("the process behind the node's socket belongs to another user")
        return reader, writer

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        subscription = asyncio.ensure_future(self._subscribe())
        try:
            while line := await reader.readline():
                self._take(line)
        finally:
            subscription.cancel()

    async def _subscribe(self) -> None:
        try:
            await self._ask("node.subscribe", requests.Notifications(after=self._last_number))
        except (ApiError, NodeUnreachable, OSError) as error:
            logger.warning("no notifications error=%s", error)
        self._online.set()
        logger.info("node connected socket=%s", self._socket_path)
        self.connected.emit()

    async def _hang_up(self, writer: asyncio.StreamWriter) -> None:
        self._writer = None
        was_online = self._online.is_set()
        self._online.clear()
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(NodeUnreachable("connection lost"))
        writer.close()
        if was_online:
            self.disconnected.emit()

    def _take(self, line: bytes) -> None:
        match framing.decode_from_node(line):
            case framing.Answer(request_id, result_bytes):
                answer = self._waiting.get(request_id)
                if answer is not None and not answer.done():
                    answer.set_result(result_bytes)
            case framing.Refusal(request_id, error):
                answer = self._waiting.get(request_id) if request_id is not None else None
                if answer is not None and not answer.done():
                    answer.set_exception(error)
            case Notification() as notification:
                self._last_number = notification.number
                self.changed.emit(notification.topic, notification.objects, notification.value)


def _is_ours(writer: asyncio.StreamWriter) -> bool:
    """Return whether the process at the other end runs as this user: passphrases go through the socket."""
    peer = writer.get_extra_info("socket")
    if not hasattr(socket, "SO_PEERCRED"):
        return True  # macOS has no such option; the socket's folder (0700) keeps others out there.
    credentials = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _, uid, _ = struct.unpack("3i", credentials)
    return bool(uid == os.getuid())

"""Ask a node through its socket, one request at a time, waiting for each answer."""

import os
import socket
import struct
import time
from collections import deque
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from cohong.api.endpoint import socket_path
from cohong.api.framing import (
    ANSWER_BYTES_MAX,
    Answer,
    AnswerLineError,
    Refusal,
    decode_from_node,
    decode_result,
    encode_request,
    params_from_plain,
)
from cohong.api.notification import Notification
from cohong.api.requests import Params

ANSWER_TIMEOUT_S: Final = 120.0
"""An import of a large file or a write of many records is answered within this, or the node is stuck."""

NOTIFICATIONS_MAX: Final = 4096
_RECEIVE_BYTES: Final = 1 << 18
_PEER_CREDENTIALS: Final = struct.Struct("3i")


class NodeNotReachableError(Exception):
    """No node answers for the profile, or it stopped answering.

    Attributes:
        reason: `no-node`, `not-ours` (another user's process has the socket), `gone`, `timeout` or
            `not-a-node`.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class NodeClient:
    """A connection to the node of one profile. Not for use by several threads at once."""

    def __init__(self, connected: socket.socket) -> None:
        self._socket = connected
        self._unread = bytearray()
        self._searched = 0
        self._ids = count(1)
        self._notifications: deque[Notification] = deque(maxlen=NOTIFICATIONS_MAX)

    @classmethod
    def connect(cls, profile_dir: Path) -> Self:
        """Connect to the node that serves the profile in `profile_dir`.

        Raises:
            NodeNotReachableError: nobody listens, or a process of another user does.
        """
        connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connected.settimeout(ANSWER_TIMEOUT_S)
            connected.connect(os.fspath(socket_path(profile_dir)))
            _check_peer(connected)
        except OSError as error:
            connected.close()
            raise NodeNotReachableError("no-node", str(profile_dir)) from error
        except NodeNotReachableError:
            connected.close()
            raise
        return cls(connected)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; what was asked for is still carried out."""
        self._socket.close()

    def ask(self, method: str, **values: object) -> Any:
        """Return the view that answers `method` with these parameters.

        Raises:
            ApiError: the node refuses, or the parameters do not fit the method.
            NodeNotReachableError: the node went away or does not answer in time.
        """
        return self.ask_with(method, params_from_plain(method, values))

    def ask_with(self, method: str, params: Params) -> Any:
        """As `ask`, with parameters that are made already (`rpc.discover` takes NoParams)."""
        request_id = next(self._ids)
        self._send(encode_request(request_id, method, params))
        deadline = time.monotonic() + ANSWER_TIMEOUT_S
        while True:
            received = self._next(deadline)
            if isinstance(received, Notification):
                self._notifications.append(received)
            elif isinstance(received, Refusal) and received.request_id in (request_id, None):
                raise received.error
            elif isinstance(received, Answer) and received.request_id == request_id:
                return _decoded(method, received)

    def next_notification(self, timeout_s: float) -> Notification | None:
        """Return the next notification, or None if none comes in time. Needs `node.subscribe` before."""
        if self._notifications:
            return self._notifications.popleft()
        deadline = time.monotonic() + timeout_s
        try:
            while True:
                received = self._next(deadline)
                if isinstance(received, Notification):
                    return received
        except NodeNotReachableError as error:
            if error.reason == "timeout":
                return None
            raise

    def wait_for_change(self, topics: Iterable[str], timeout_s: float) -> bool:
        """Return whether a notification of one of `topics`, or `resync`, came; drop what came before it."""
        wanted = {*topics, "resync"}
        deadline = time.monotonic() + timeout_s
        while (left_s := deadline - time.monotonic()) > 0:
            told = self.next_notification(left_s)
            if told is not None and told.topic in wanted:
                return True
        return False

    def drop_notifications(self) -> None:
        """Forget the notifications that came in with earlier answers."""
        self._notifications.clear()

    def _send(self, line: bytes) -> None:
        try:
            self._socket.settimeout(ANSWER_TIMEOUT_S)
            self._socket.sendall(line)
        except OSError as error:
            raise NodeNotReachableError("gone", str(error)) from error

    def _next(self, deadline: float) -> Answer | Refusal | Notification:
        line = self._line(deadline)
        try:
            return decode_from_node(line)
        except AnswerLineError as error:
            raise NodeNotReachableError("not-a-node", str(error)) from error

    def _line(self, deadline: float) -> bytes:
        while (end := self._unread.find(b"\n", self._searched)) < 0:
            self._searched = len(self._unread)
            if len(self._unread) > ANSWER_BYTES_MAX:
                raise NodeNotReachableError("not-a-node", "endless line")
            self._unread += self._receive(deadline)
        line = bytes(self._unread[:end])
        del self._unread[: end + 1]
        self._searched = 0
        return line

    def _receive(self, deadline: float) -> bytes:
        left_s = deadline - time.monotonic()
        if left_s <= 0:
            raise NodeNotReachableError("timeout")
        self._socket.settimeout(left_s)
        try:
            received = self._socket.recv(_RECEIVE_BYTES)
        except TimeoutError as error:
            raise NodeNotReachableError("timeout") from error
        except OSError as error:
            raise NodeNotReachableError("gone", str(error)) from error
        if not received:
            raise NodeNotReachableError("gone")
        return received


def _decoded(method: str, answer: Answer) -> Any:
    try:
        return decode_result(method, answer.result_bytes)
    except AnswerLineError as error:
        raise NodeNotReachableError("not-a-node", str(error)) from error


def _check_peer(connected: socket.socket) -> None:
    """A passphrase may follow: the process that listens must be ours."""
    credentials = connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER_CREDENTIALS.size)
    _pid, uid, _gid = _PEER_CREDENTIALS.unpack(credentials)
    if uid != os.getuid():
        raise NodeNotReachableError("not-ours", str(uid))

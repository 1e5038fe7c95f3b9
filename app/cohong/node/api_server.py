"""The API on a Unix socket: only this user's own processes get in, and no request can stop the node.

Each connection is a task that reads lines and starts a task a request, at most REQUESTS_AT_ONCE at a
time; beyond that it stops reading, and the client waits. A client that goes away does not cut off what it
asked for: a request runs to its end, and only the answer is dropped.
"""

import logging
import os
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import trio

from cohong import __version__
from cohong.api.discover import openrpc_document
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import (
    DISCOVER_METHOD,
    REQUEST_BYTES_MAX,
    Request,
    RequestId,
    RequestLineError,
    decode_request,
    encode_error,
    encode_notification,
    encode_result,
)
from cohong.api.requests import Notifications
from cohong.api.views import Done
from cohong.ledger.errors import LedgerDamaged, LedgerUnavailable
from cohong.node.api_socket import api_listener, endpoint_lock, make_private_folder, peer_uid, remove_socket
from cohong.node.notifier import BOOK, BOOK_INTERVAL_S, Notifier

if TYPE_CHECKING:
    # libp2p brings trio-stubs, which hide trio's own types and lack this one.
    from trio_typing import TaskStatus

logger = logging.getLogger(__name__)

Handler: TypeAlias = Callable[[Any], Awaitable[object]]
"""Takes the method's decoded parameters and returns its view, or raises ApiError."""

SUBSCRIBE_METHOD: Final = "node.subscribe"
REQUESTS_AT_ONCE: Final = 32
CONNECTIONS_MAX: Final = 64
SEND_TIMEOUT_S: Final = 60.0
"""A client that takes nothing for so long is dropped."""

LAST_ANSWER_S: Final = 1.0
"""How long an answer may still take once the node is stopping: `node.stop` is answered too."""

_READ_BYTES: Final = 65536


async def serve_api(
    path: Path,
    handlers: Mapping[str, Handler],
    notifier: Notifier,
    *,
    task_status: "TaskStatus[None]" = trio.TASK_STATUS_IGNORED,
) -> None:
    """Serve the API at `path` until cancelled; started once the socket takes connections.

    Raises:
        EndpointInUseError: a live node has this socket.
        EndpointUnsafeError: the socket's folder is not ours alone.
        OSError: the socket could not be made.
    """
    make_private_folder(path.parent)
    with endpoint_lock(path):
        listener = await api_listener(path)
        server = _ApiServer(handlers, notifier)
        try:
            await server.run(listener, task_status)
        finally:
            remove_socket(path)


class _ApiServer:
    """All connections of one node."""

    def __init__(self, handlers: Mapping[str, Handler], notifier: Notifier) -> None:
        self.handlers = handlers
        self.notifier = notifier
        self._connections: set[_Connection] = set()

    async def run(self, listener: trio.SocketListener, task_status: "TaskStatus[None]") -> None:
        async with trio.open_nursery() as nursery:
            serve = partial(trio.serve_listeners, self._serve, [listener], handler_nursery=nursery)
            task_status.started()
            try:
                await serve()
            finally:
                for connection in self._connections:
                    connection.hurry()

    async def _serve(self, stream: trio.SocketStream) -> None:
        async with stream:
            if peer_uid(stream.socket) != os.getuid():
                logger.warning("api connection of another user refused uid=%d", peer_uid(stream.socket))
                return
            connection = _Connection(stream, self.handlers, self.notifier)
            if len(self._connections) >= CONNECTIONS_MAX:
                await connection.send(encode_error(None, ApiError(ApiErrorCode.OVERLOADED, "connections")))
                return
            self._connections.add(connection)
            try:
                await connection.run()
            finally:
                self._connections.discard(connection)


class _Connection:
    """One client. Answers and notifications share the stream, one whole line at a time."""

    def __init__(self, stream: trio.SocketStream, handlers: Mapping[str, Handler], notifier: Notifier) -> None:
        self._stream = stream
        self._handlers = handlers
        self._notifier = notifier
        self._writing = trio.Lock()
        self._gone = False
        self._stopping = False
        self._sending: set[trio.CancelScope] = set()
        self._slots = trio.Semaphore(REQUESTS_AT_ONCE)
        self._following: trio.CancelScope | None = None

    async def run(self) -> None:
        """Answer requests until the client has no more of them, then let those under way end."""
        async with trio.open_nursery() as nursery:
            await self._read_requests(nursery)
            if self._following is not None:
                self._following.cancel()

    def hurry(self) -> None:
        """Give answers under way LAST_ANSWER_S: the node is stopping."""
        self._stopping = True
        for scope in self._sending:
            scope.deadline = min(scope.deadline, trio.current_time() + LAST_ANSWER_S)

    async def _read_requests(self, nursery: trio.Nursery) -> None:
        unread = bytearray()
        while not self._gone:
            try:
                received = await self._stream.receive_some(_READ_BYTES)
            except (trio.BrokenResourceError, trio.ClosedResourceError):
                return
            searched = len(unread)
            unread += received
            if unread.find(b"\n", searched) >= 0:
                *lines, rest = bytes(unread).split(b"\n")
                unread = bytearray(rest)
                for line in lines:
                    await self._take(line, nursery)
            if not received:
                # A last line without its line feed is a request too: `printf` and the like forget it.
                await self._take(bytes(unread), nursery)
                return
            if len(unread) > REQUEST_BYTES_MAX:
                await self._take(bytes(unread), nursery)
                return

    async def _take(self, line: bytes, nursery: trio.Nursery) -> None:
        if not line.strip():
            return
        try:
            request = decode_request(line)
        except RequestLineError as error:
            await self.send(error.answer)
            return
        if request.method == SUBSCRIBE_METHOD:
            await self._subscribe(request, nursery)
            return
        await self._slots.acquire()
        nursery.start_soon(self._carry_out, request)

    async def _carry_out(self, request: Request) -> None:
        try:
            answer = await self._answer(request)
            await self.send(answer)
        finally:
            self._slots.release()

    async def _answer(self, request: Request) -> bytes:
        if request.method == DISCOVER_METHOD:
            return encode_result(request.request_id, openrpc_document(__version__))
        handler = self._handlers.get(request.method)
        if handler is None:
            return encode_error(request.request_id, ApiError(ApiErrorCode.UNKNOWN_METHOD, request.method))
        try:
            return encode_result(request.request_id, await handler(request.params))
        except ApiError as error:
            return encode_error(request.request_id, error)
        except LedgerUnavailable as error:
            return encode_error(request.request_id, ApiError(ApiErrorCode.DISK_FULL, error.code))
        except LedgerDamaged as error:
            return encode_error(request.request_id, ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: {error}"))
        except Exception:  # noqa: BLE001 a fault in one request must not stop a node that others rely on
            return _internal_error(request.request_id, request.method)

    async def _subscribe(self, request: Request, nursery: trio.Nursery) -> None:
        assert isinstance(request.params, Notifications)
        if self._following is not None:
            self._following.cancel()
        # The answer goes first, so that a client knows from which line on notices are the ones it asked for.
        await self.send(encode_result(request.request_id, Done()))
        self._following = trio.CancelScope()
        nursery.start_soon(self._follow, max(0, request.params.after), self._following)

    async def _follow(self, number: int, scope: trio.CancelScope) -> None:
        with scope:
            while not self._gone:
                await self._notifier.wait_beyond(number)
                notices = self._notifier.notices_after(number)
                number = self._notifier.newest
                await self.send(b"".join(map(encode_notification, notices)))
                if any(notice.topic == BOOK for notice in notices):
                    await trio.sleep(BOOK_INTERVAL_S)

    async def send(self, line: bytes) -> None:
        """Send whole lines, also while the node is stopping; a client that does not take them is dropped."""
        timeout_s = LAST_ANSWER_S if self._stopping else SEND_TIMEOUT_S
        with trio.CancelScope(shield=True, deadline=trio.current_time() + timeout_s) as scope:
            self._sending.add(scope)
            try:
                await self._send_all(line)
            finally:
                self._sending.discard(scope)
        if scope.cancelled_caught:
            logger.warning("api client dropped: it takes no answers")
            await trio.aclose_forcefully(self._stream)

    async def _send_all(self, line: bytes) -> None:
        async with self._writing:
            if self._gone:
                return
            # Cut off in the middle, a line would run into the next one: then nothing may follow it.
            whole = False
            try:
                await self._stream.send_all(line)
                whole = True
            except (trio.BrokenResourceError, trio.ClosedResourceError):
                pass
            finally:
                self._gone = not whole


def _internal_error(request_id: RequestId, method: str) -> bytes:
    logger.exception("request failed method=%s", method)
    return encode_error(request_id, ApiError(ApiErrorCode.INTERNAL, method))

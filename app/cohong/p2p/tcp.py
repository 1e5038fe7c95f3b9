"""The TCP under libp2p: bound for one process alone, read in large pieces, opened one at a time.

libp2p's own listener sets SO_REUSEPORT, with which a second node on the same port starts without an
error and takes half of the connections; it also lives in trio system tasks, where an exception ends
the whole program. So the sockets are bound and served here and libp2p gets streams only.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Sequence
from typing import Final

import trio
from libp2p.abc import IListener, IRawConnection, ITransport
from libp2p.custom_types import THandler
from libp2p.io.exceptions import ConnectionClosedError
from libp2p.io.trio import TrioTCPStream
from libp2p.transport.exceptions import OpenConnectionError
from multiaddr import Multiaddr  # type: ignore[import-untyped]  # it has no type marker

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.socks import Proxy, open_through

BACKLOG: Final = 128
RECEIVE_BYTES: Final = 256 * 1024
# A read for more than this is served in pieces: nobody honest asks for more at once below Noise.
EXACT_BYTES_MAX: Final = 64 * 1024
# What may arrive before the peer has proved who it is and the muxer is chosen; honest peers need 1 KiB.
UNPROVEN_BYTES_MAX: Final = 64 * 1024


class PortInUse(Exception):
    """Another program listens there already. The message names host and port."""

    def __init__(self, address: PeerAddress) -> None:
        super().__init__(f"port {address.port} on {address.host} is in use by another program")
        self.address = address


def bind(addresses: Sequence[PeerAddress]) -> list[trio.SocketListener]:
    """Return listening sockets, one an address; all or none.

    Raises:
        PortInUse: Another socket listens at one of them.
        OSError: Not an address of this machine, not permitted, or a name instead of an IP address.
    """
    listeners: list[trio.SocketListener] = []
    try:
        for address in addresses:
            listeners.append(_bind_one(address))
    except BaseException:
        for listener in listeners:
            listener.socket.close()
        raise
    return listeners


def _bind_one(address: PeerAddress) -> trio.SocketListener:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    plain = socket.socket(family, socket.SOCK_STREAM)
    try:
        plain.setblocking(False)
        if os.name == "posix":
            # Connections of a node that was killed may linger; on Windows the option would share the port.
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            plain.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        plain.bind((address.host, address.port))
        plain.listen(BACKLOG)
    except OSError as error:
        plain.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(address) from error
        raise
    return trio.SocketListener(trio.socket.from_stdlib_socket(plain))


def address_of(listener: trio.SocketListener) -> PeerAddress:
    """Return where `listener` really listens, with the port that was chosen for 0."""
    host, port = listener.socket.getsockname()[:2]
    return PeerAddress(host, port)


class BufferedTcpStream(TrioTCPStream):
    """A TCP connection that is read in large pieces and serves exact reads from its buffer.

    libp2p reads each Noise message in two reads and gives up after a hundred partial ones, which a
    slow line reaches; here a read returns all that was asked for, up to EXACT_BYTES_MAX.
    """

    def __init__(self, stream: trio.SocketStream) -> None:
        super().__init__(stream)
        self._buffer = bytearray()
        self._unproven_bytes: int | None = 0
        self.via: bytes | None = None
        """The member whose node passes this connection on, None for a direct one."""

    def trust(self) -> None:
        """Lift the limit on what an unproven peer may send."""
        self._unproven_bytes = None

    async def read(self, n: int | None = None) -> bytes:
        """Return `n` bytes, or what there is when `n` is None; fewer only at the end of the connection.

        Raises:
            ConnectionClosedError: The connection broke, or an unproven peer sent too much.
        """
        buffer = self._buffer
        wanted = 1 if n is None else min(n, EXACT_BYTES_MAX)
        while len(buffer) < wanted:
            chunk = await self._receive()
            if not chunk:
                break
            buffer += chunk
        size = len(buffer) if n is None else min(n, len(buffer))
        with memoryview(buffer) as view:
            taken = bytes(view[:size])
        del buffer[:size]
        return taken

    async def peek(self) -> bytes:
        """Return the first byte that is to be read, and leave it there; b"" at the end of the connection.

        Raises:
            ConnectionClosedError: The connection broke.
        """
        if not self._buffer:
            self._buffer += await self._receive()
        return bytes(self._buffer[:1])

    async def write_alone(self, chunk: bytes) -> None:
        """Write `chunk`, where the caller sees to it that nobody else writes meanwhile.

        Raises:
            ConnectionClosedError: The connection broke or was closed.
        """
        try:
            await self.stream.send_all(chunk)
        except (trio.BrokenResourceError, trio.ClosedResourceError) as error:
            raise ConnectionClosedError("connection closed", transport="tcp") from error

    def get_remote_address(self) -> tuple[str, int] | None:
        """Return the peer's host and port, IPv6 included; None when the socket is gone."""
        try:
            host, port = self.stream.socket.getpeername()[:2]
        except OSError:
            return None
        return host, port

    async def _receive(self) -> bytes:
        try:
            chunk = bytes(await self.stream.receive_some(RECEIVE_BYTES))
        except trio.BrokenResourceError as error:
            raise ConnectionClosedError("connection reset by the peer", transport="tcp") from error
        except trio.ClosedResourceError:
            return b""
        if self._unproven_bytes is not None:
            self._unproven_bytes += len(chunk)
            if self._unproven_bytes > UNPROVEN_BYTES_MAX:
                raise ConnectionClosedError("too much before the handshake", transport="tcp")
        return chunk


async def open_tcp(address: PeerAddress, proxy: Proxy | None = None) -> BufferedTcpStream:
    """Return a TCP connection to `address`, through `proxy` if there is one.

    Raises:
        OpenConnectionError: Refused, unreachable, or the name does not resolve; the cause says which.
    """
    try:
        if proxy is not None:
            return BufferedTcpStream(await open_through(proxy, address))
        return BufferedTcpStream(await trio.open_tcp_stream(address.host, address.port))
    except OSError as error:
        raise OpenConnectionError(_plain_reason(error)) from error


class NoTransport(ITransport):
    """Stands where libp2p's swarm wants a transport; connections are opened and accepted without it."""

    async def dial(self, maddr: Multiaddr) -> IRawConnection:
        """Refuse: see `open_tcp`."""
        raise OpenConnectionError("this transport does not dial")

    def create_listener(self, handler_function: THandler) -> IListener:
        """Refuse: see the module's text."""
        raise OpenConnectionError("this transport does not listen")

    def can_dial(self, maddr: Multiaddr) -> bool:
        """Never."""
        return False

    def can_listen(self, maddr: Multiaddr) -> bool:
        """Never: see the module's text."""
        return False

    def protocols(self) -> list[str]:
        """Return what libp2p's router matches on."""
        return ["tcp"]


def _plain_reason(error: OSError) -> str:
    # trio wraps the failures of all of a name's addresses; the first cause says it best.
    cause = error.__cause__
    while isinstance(cause, BaseExceptionGroup):
        cause = cause.exceptions[0]
    number = cause.errno if isinstance(cause, OSError) else error.errno
    return os.strerror(number).lower() if number and number > 0 else str(cause or error)

"""libp2p's yamux with the limits that it lacks; see docs/decisions/0002-p2p-hardening.md.

Measured on 0.8.1 without them: a peer that ignores its window pushed 300 MB into one unread stream,
20,000 opened streams left 5,675 tasks, 100,000 pings took 4.5 s of CPU. All checks sit where a frame
is handled, so that a quiet connection costs no timer.
"""

from __future__ import annotations

import logging
import struct
from typing import Final

import trio
from libp2p.abc import IMuxedStream, ISecureConn
from libp2p.peer.id import ID
from libp2p.stream_muxer.exceptions import MuxedConnUnavailable
from libp2p.stream_muxer.yamux.yamux import (
    FLAG_ACK,
    PROTOCOL_ID,
    TYPE_PING,
    Yamux,
)

logger = logging.getLogger(__name__)

# Twice the window that `yamux_wire` grants, which is itself twice the credit of a link.
BUFFER_BYTES_MAX: Final = 8 * 1024 * 1024
# A neighbour needs one stream; the rest is room for one that is closing while the next opens.
STREAMS_MAX: Final = 8
# libp2p pings each 30 s.
PINGS_ANSWERED_A_MINUTE: Final = 60
_TYPE_AND_FLAGS: Final = struct.Struct("!xBH")


class PeerFlooded(trio.TooSlowError):
    """The peer ignores the limits. libp2p closes the connection on this base class and no other."""


class GuardedYamux(Yamux):
    """A yamux connection that ends when its peer ignores windows, opens many streams or pings without end."""

    def __init__(self, secured_conn: ISecureConn, peer_id: ID) -> None:
        super().__init__(secured_conn, peer_id, is_initiator=secured_conn.is_initiator)
        # Set when a link has taken the connection over, or when it has ended.
        self.settled = trio.Event()
        # The swarm copies these into the connection's metadata, which `HardenedHost.dial` checks.
        self.negotiated_muxer_protocol = PROTOCOL_ID
        self.negotiated_security_protocol = getattr(secured_conn, "negotiated_security_protocol", None)
        self._pings = 0
        self._pings_since = trio.current_time()

    async def start(self) -> None:
        """Serve the connection until it ends, and let no exception but cancellation out."""
        try:
            await super().start()
        except Exception as error:  # noqa: BLE001  # one escaping here would end the whole host (LIBP2P B1)
            logger.warning("yamux failed error=%s", type(error).__name__)
            await self._cleanup_on_error()
        finally:
            self.settled.set()

    async def accept_stream(self) -> IMuxedStream:
        """Return the peer's next stream.

        Raises:
            MuxedConnUnavailable: The connection ended, or has too many streams open.
        """
        stream = await super().accept_stream()
        if len(self.streams) > STREAMS_MAX:
            logger.warning("peer opened too many streams peer=%s", self.peer_id)
            raise MuxedConnUnavailable("too many streams")
        return stream

    async def _read_data_body(self, length: int) -> bytes:
        buffered = sum(map(len, self.stream_buffers.values()))
        if buffered + length > BUFFER_BYTES_MAX:
            logger.warning("peer ignored its window peer=%s", self.peer_id)
            raise PeerFlooded
        # No deadline here: a body that does not come silences the link, which has one.
        return await self.secured_conn.read(length)

    async def _write_frame(self, data: bytes) -> None:
        kind, flags = _TYPE_AND_FLAGS.unpack_from(data)
        if kind == TYPE_PING and flags & FLAG_ACK:
            self._count_ping()
        async with self._write_lock:
            await self.secured_conn.write(data)

    def _count_ping(self) -> None:
        now = trio.current_time()
        if now - self._pings_since > 60:
            self._pings, self._pings_since = 0, now
        self._pings += 1
        if self._pings > PINGS_ANSWERED_A_MINUTE:
            raise PeerFlooded

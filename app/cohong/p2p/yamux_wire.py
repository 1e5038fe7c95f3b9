"""The stream under a link: one yamux stream, and the connection that exists for it alone.

yamux fails a stream whose window stays closed for 5 s, which a slow line or a paused reader reaches
by itself, and libp2p sends a window update for nearly every read. Here the reader grants a window of
WINDOW_BYTES once and renews it by UPDATE_BYTES; a link may have 2 MiB unacknowledged at most, so the
window cannot close: WINDOW_BYTES - UPDATE_BYTES is still more than that.
"""

from __future__ import annotations

import contextlib
import struct
from collections import deque
from collections.abc import Iterable
from typing import Final, SupportsIndex

import trio
from libp2p.network.connection.swarm_connection import SwarmConn
from libp2p.network.stream.net_stream import NetStream
from libp2p.stream_muxer.yamux.yamux import (
    DEFAULT_WINDOW_SIZE,
    TYPE_DATA,
    YAMUX_HEADER_FORMAT,
    YamuxStream,
)

from cohong.p2p.guarded_yamux import GuardedYamux
from cohong.p2p.link import LinkClosed
from cohong.p2p.link_frames import CREDIT_MAX

WINDOW_BYTES: Final = 4 * 1024 * 1024
UPDATE_BYTES: Final = 1024 * 1024
assert WINDOW_BYTES - UPDATE_BYTES > CREDIT_MAX + 64 * 1024
# Only before the peer's first grant arrives, or with a peer that grants less than this side does.
WINDOW_POLL_S: Final = 0.01
CLOSE_S: Final = 1.0


class ChunkQueue(bytearray):
    """Stands where libp2p keeps a stream's byte array: it appends to it and asks for its length.

    The array itself stays empty; a subclass of it only so that libp2p's annotations hold.
    """

    def __init__(self, first: bytes | bytearray) -> None:
        super().__init__()
        self._chunks: deque[bytes] = deque()
        self._size = 0
        if first:
            self.extend(bytes(first))

    def __len__(self) -> int:
        return self._size

    def extend(self, chunk: Iterable[SupportsIndex]) -> None:
        """Append `chunk`, which is a `bytes` object here, without copying it."""
        assert isinstance(chunk, bytes)
        if chunk:
            self._chunks.append(chunk)
            self._size += len(chunk)

    def take(self) -> bytes:
        """Return the oldest chunk and forget it."""
        chunk = self._chunks.popleft()
        self._size -= len(chunk)
        return chunk


class YamuxWire:
    """A yamux stream with exactly one reader and one writer."""

    def __init__(self, connection: SwarmConn, net_stream: NetStream) -> None:
        muxer, stream = connection.muxed_conn, net_stream.muxed_stream
        assert isinstance(muxer, GuardedYamux) and isinstance(stream, YamuxStream)
        self._connection = connection
        self._muxer = muxer
        self._stream = stream
        self._unreleased = 0
        # libp2p appends what arrives to a byte array; from here on it keeps the chunks as they came.
        self._chunks = ChunkQueue(muxer.stream_buffers.get(stream.stream_id, b""))
        if stream.stream_id in muxer.stream_buffers:
            muxer.stream_buffers[stream.stream_id] = self._chunks
        muxer.settled.set()

    async def open_window(self) -> None:
        """Let the peer send WINDOW_BYTES ahead; call before the first read.

        Raises:
            LinkClosed: The connection is gone.
        """
        await self._release(WINDOW_BYTES - DEFAULT_WINDOW_SIZE)

    async def read(self) -> bytes:
        """Return what has arrived; b"" when the stream has ended.

        Raises:
            LinkClosed: The connection is gone.
        """
        stream, muxer = self._stream, self._muxer
        while not self._chunks:
            if stream.recv_closed or stream.closed or stream.reset_received:
                return b""
            # Not `YamuxStream.read`: it takes three locks and sends an update each time.
            arrived = muxer.stream_events.get(stream.stream_id)
            if arrived is None:
                return b""
            if arrived.is_set():
                arrived = muxer.stream_events[stream.stream_id] = trio.Event()
                continue
            await arrived.wait()
        chunk = self._chunks.take()
        self._unreleased += len(chunk)
        if self._unreleased >= UPDATE_BYTES:
            increment, self._unreleased = self._unreleased, 0
            await self._release(increment)
        return chunk

    async def _release(self, increment: int) -> None:
        self._stream.recv_window += increment
        try:
            await self._stream.send_window_update(increment)
        except Exception as error:  # libp2p lets anything out when a connection breaks
            raise LinkClosed("the connection broke") from error

    async def write(self, chunk: bytes) -> None:
        """Write `chunk`, waiting for the window where the peer has closed it.

        Raises:
            LinkClosed: The stream or the connection is gone.
        """
        stream = self._stream
        while chunk:
            while stream.send_window <= 0 and not stream.closed:  # noqa: ASYNC110  # libp2p has no event
                await trio.sleep(WINDOW_POLL_S)
            if stream.closed or stream.send_closed:
                raise LinkClosed("the peer ended the stream")
            part, chunk = chunk[: stream.send_window], chunk[stream.send_window :]
            stream.send_window -= len(part)
            header = struct.pack(YAMUX_HEADER_FORMAT, 0, TYPE_DATA, 0, stream.stream_id, len(part))
            try:
                await self._muxer._write_frame(header + part)
            except Exception as error:  # libp2p lets anything out when a connection breaks
                raise LinkClosed("the connection broke") from error

    async def abort(self) -> None:
        """Close the connection, at once and without an exception."""
        await abort_connection(self._connection)


async def abort_connection(connection: SwarmConn) -> None:
    """Close `connection`'s socket now and have libp2p forget it soon; does not raise."""
    muxer = connection.muxed_conn
    assert isinstance(muxer, GuardedYamux)
    # The socket first: closing the muxer writes, and would wait behind a write that is stuck.
    with contextlib.suppress(Exception):
        await muxer.secured_conn.close()
    # libp2p sleeps 0.2 s while it closes, for which nobody here needs to wait.
    with contextlib.suppress(Exception):
        connection.swarm.manager.run_task(close_quietly, connection)


async def close_quietly(connection: SwarmConn) -> None:
    """Let libp2p close what is left of `connection`; bounded by CLOSE_S, never raises."""
    with trio.move_on_after(CLOSE_S), contextlib.suppress(Exception):
        await connection.close()

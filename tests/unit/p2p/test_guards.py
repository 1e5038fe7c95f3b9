"""The limits that sit between libp2p and a peer, each at its edge."""

from __future__ import annotations

from typing import Any, cast

import pytest
import trio
import trio.testing
from libp2p.io.exceptions import ConnectionClosedError

from cohong.p2p.guarded_yamux import BUFFER_BYTES_MAX, GuardedYamux, PeerFlooded
from cohong.p2p.hardened_host import LIBP2P_VERSION, UnsupportedLibp2p, require_libp2p_version
from cohong.p2p.identity import peer_id_of
from cohong.p2p.link_frames import CREDIT_MAX
from cohong.p2p.tcp import UNPROVEN_BYTES_MAX, BufferedTcpStream
from cohong.p2p.yamux_wire import UPDATE_BYTES, WINDOW_BYTES, ChunkQueue


class SilentConnection:
    """What yamux reads from: as many zero bytes as it asks for."""

    is_initiator = False

    async def read(self, n: int) -> bytes:
        return bytes(n)


def test_another_version_of_libp2p_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    require_libp2p_version()
    monkeypatch.setattr("importlib.metadata.version", lambda _: "0.8.2")
    with pytest.raises(UnsupportedLibp2p, match=f"0.8.2 is installed; {LIBP2P_VERSION} is needed"):
        require_libp2p_version()


def test_a_frame_that_fits_under_the_buffer_limit_is_read_and_one_byte_more_ends_the_connection() -> None:
    async def test() -> None:
        muxer = GuardedYamux(cast(Any, SilentConnection()), peer_id_of(bytes(32)))
        muxer.stream_buffers[1] = bytearray(BUFFER_BYTES_MAX - 20)
        muxer.stream_buffers[3] = bytearray(10)
        assert await muxer._read_data_body(10) == bytes(10)
        with pytest.raises(PeerFlooded):
            await muxer._read_data_body(11)

    trio.run(test)


def test_the_muxers_window_cannot_close_before_the_links_credit_does() -> None:
    assert WINDOW_BYTES - UPDATE_BYTES > CREDIT_MAX
    assert BUFFER_BYTES_MAX > WINDOW_BYTES


def tcp_with(received: bytes) -> BufferedTcpStream:
    there, here = trio.testing.memory_stream_pair()
    trio.lowlevel.spawn_system_task(_send, there, received)
    return BufferedTcpStream(cast(Any, here))


async def _send(stream: trio.abc.Stream, received: bytes) -> None:
    await stream.send_all(received)
    await stream.aclose()


def test_an_unproven_peer_is_read_up_to_the_limit_and_not_one_byte_further() -> None:
    async def test() -> None:
        tcp = tcp_with(bytes(UNPROVEN_BYTES_MAX))
        assert len(await tcp.read(UNPROVEN_BYTES_MAX)) == UNPROVEN_BYTES_MAX
        with pytest.raises(ConnectionClosedError, match="too much"):
            await tcp_with(bytes(UNPROVEN_BYTES_MAX + 1)).read(1)

    trio.run(test)


def test_a_proven_peer_is_read_without_that_limit() -> None:
    async def test() -> None:
        tcp = tcp_with(bytes(3 * UNPROVEN_BYTES_MAX))
        tcp.trust()
        total = 0
        while chunk := await tcp.read(1000):
            total += len(chunk)
        assert total == 3 * UNPROVEN_BYTES_MAX

    trio.run(test)


def test_a_read_returns_all_that_was_asked_for_until_the_end() -> None:
    async def test() -> None:
        tcp = tcp_with(b"abcdef")
        assert [await tcp.read(4), await tcp.read(4), await tcp.read(4)] == [b"abcd", b"ef", b""]

    trio.run(test)


def test_chunks_come_out_of_the_queue_as_they_went_in() -> None:
    queue = ChunkQueue(b"first")
    first_chunk = b"second"
    queue.extend(first_chunk)
    queue.extend(b"")
    assert len(queue) == 11 and bool(queue)
    assert queue.take() == b"first"
    assert queue.take() is first_chunk
    assert not queue and len(queue) == 0

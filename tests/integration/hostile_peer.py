"""A peer that breaks every rule it can reach: raw TCP, half a handshake, and yamux frames by hand.

It speaks Noise through libp2p and writes everything above by itself, so that it can be wrong at will.
"""

from __future__ import annotations

import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import trio
from libp2p.crypto.x25519 import create_new_key_pair as new_x25519_key_pair
from libp2p.custom_types import TProtocol
from libp2p.io.trio import TrioTCPStream
from libp2p.network.connection.raw_connection import RawConnection
from libp2p.peer.id import ID
from libp2p.protocol_muxer.multiselect_client import MultiselectClient
from libp2p.protocol_muxer.multiselect_communicator import MultiselectCommunicator
from libp2p.security.noise.transport import Transport as NoiseTransport
from libp2p.security.secure_session import SecureSession

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.identity import key_pair_of, peer_id_of
from cohong.p2p.link_frames import Hello, encode_hello

DATA, WINDOW_UPDATE, PING, GO_AWAY = range(4)
SYN, ACK, FIN, RST = 1, 2, 4, 8
MULTISTREAM = b"/multistream/1.0.0"
SYNC = b"/cohong/sync/1"


def yamux(kind: int, flags: int, stream: int, length: int, body: bytes = b"", *, version: int = 0) -> bytes:
    """Return a yamux frame whose fields need not agree."""
    return struct.pack("!BBHII", version, kind, flags, stream, length) + body


def data(stream: int, body: bytes) -> bytes:
    """Return an honest DATA frame."""
    return yamux(DATA, 0, stream, len(body), body)


def line(text: bytes) -> bytes:
    """Return a multistream message: a varint length, the text and a newline."""
    length, out = len(text) + 1, bytearray()
    while length >= 0x80:
        out.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes(out) + bytes([length]) + text + b"\n"


@asynccontextmanager
async def tcp_to(victim: PeerAddress) -> AsyncIterator[trio.SocketStream]:
    """Connect without a word."""
    stream = await trio.open_tcp_stream(victim.host, victim.port)
    async with stream:
        yield stream


async def wait_closed(stream: trio.SocketStream, within_s: float = 10.0) -> None:
    """Return when the victim has hung up; raise trio.TooSlowError if it does not."""
    with trio.fail_after(within_s):
        try:
            while await stream.receive_some(65536):
                pass
        except trio.BrokenResourceError:
            return


class HostileConnection:
    """An encrypted connection to a victim, and whatever is written over it."""

    def __init__(self, tcp: trio.SocketStream, session: SecureSession) -> None:
        self.tcp = tcp
        self.session = session

    async def write(self, *frames: bytes) -> bool:
        """Write `frames`; return whether the victim still took them."""
        try:
            await self.session.write(b"".join(frames))
        except Exception:  # noqa: BLE001  # the victim hung up, whichever way libp2p says so
            return False
        return True

    async def choose_yamux(self) -> None:
        """Agree on the muxer, as an honest peer does."""
        await MultiselectClient().select_one_of([TProtocol("/yamux/1.0.0")], MultiselectCommunicator(self.session))

    async def open_sync(self, stream: int = 1, *, instance: bytes = b"attacker") -> None:
        """Open a stream, choose the sync protocol and greet, without waiting for answers."""
        await self.write(
            yamux(WINDOW_UPDATE, SYN, stream, 0),
            data(stream, line(MULTISTREAM) + line(SYNC)),
            data(stream, encode_hello(Hello(instance))),
        )

    async def is_closed(self, within_s: float = 10.0) -> bool:
        """Return whether the victim hangs up in time; what it sends until then is thrown away."""
        try:
            await wait_closed(self.tcp, within_s)
        except trio.TooSlowError:
            return False
        return True


@asynccontextmanager
async def noise_to(victim: PeerAddress, victim_member: bytes, seed: bytes) -> AsyncIterator[HostileConnection]:
    """Connect and prove to be the member of `seed`."""
    key_pair = key_pair_of(seed)
    async with tcp_to(victim) as stream:
        raw = RawConnection(TrioTCPStream(stream), True)
        await MultiselectClient().select_one_of([TProtocol("/noise")], MultiselectCommunicator(raw))
        noise = NoiseTransport(key_pair, new_x25519_key_pair().private_key)
        session = await noise.secure_outbound(raw, ID(peer_id_of(victim_member).to_bytes()))
        assert isinstance(session, SecureSession)
        yield HostileConnection(stream, session)


@asynccontextmanager
async def yamux_to(victim: PeerAddress, victim_member: bytes, seed: bytes) -> AsyncIterator[HostileConnection]:
    """Connect as the member of `seed`, up to the point where yamux frames may be written."""
    async with noise_to(victim, victim_member, seed) as connection:
        await connection.choose_yamux()
        yield connection

"""One py-libp2p host with its known faults closed; docs/decisions/0002-p2p-hardening.md says which.

It is put together from libp2p's parts instead of by `new_host`, which would offer plaintext, TLS and
mplex, register identify and ping, and start a resource manager. What is left is: TCP, Noise with a
membership gate, yamux with limits, multistream negotiation, and one stream protocol.
"""

from __future__ import annotations

import importlib.metadata
import logging
import math
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final, cast

import trio
from libp2p.abc import INetStream
from libp2p.crypto.x25519 import create_new_key_pair as new_x25519_key_pair
from libp2p.custom_types import TProtocol
from libp2p.host.basic_host import BasicHost
from libp2p.io.abc import ReadWriteCloser
from libp2p.io.exceptions import IncompleteReadError
from libp2p.network.auto_connector import AutoConnector
from libp2p.network.config import ConnectionConfig, RetryConfig
from libp2p.network.connection import swarm_connection
from libp2p.network.connection.raw_connection import RawConnection
from libp2p.network.connection.swarm_connection import SwarmConn
from libp2p.network.stream.net_stream import NetStream
from libp2p.network.swarm import Swarm
from libp2p.peer.id import ID
from libp2p.peer.peerstore import PeerStore
from libp2p.protocol_muxer.multiselect_communicator import MultiselectCommunicator
from libp2p.security.exceptions import HandshakeFailure
from libp2p.security.noise.transport import PROTOCOL_ID as NOISE_ID
from libp2p.stream_muxer.yamux.yamux import PROTOCOL_ID as YAMUX_ID
from libp2p.stream_muxer.yamux.yamux import Yamux
from multiaddr import Multiaddr  # type: ignore[import-untyped]  # it has no type marker

from cohong.p2p.guarded_upgrade import GuardedUpgrader, MemberNoise
from cohong.p2p.guarded_yamux import GuardedYamux
from cohong.p2p.identity import key_pair_of
from cohong.p2p.link_frames import TOKEN_BYTES
from cohong.p2p.relay import CALL_MARK
from cohong.p2p.settings import P2pSettings
from cohong.p2p.tcp import BufferedTcpStream, NoTransport
from cohong.p2p.yamux_wire import abort_connection, close_quietly

logger = logging.getLogger(__name__)

LIBP2P_VERSION: Final = "0.8.1"
SYNC_PROTOCOL: Final = TProtocol("/cohong/sync/1")
# A multistream negotiation for one protocol exchanges 36 bytes each way.
NEGOTIATION_BYTES_MAX: Final = 1024
# A member needs one connection, and a second while two dials cross or the first one dies.
CONNECTIONS_A_MEMBER: Final = 3
_NOWHERE: Final = Multiaddr("/ip4/0.0.0.0/tcp/0")

OnStream = Callable[[SwarmConn, NetStream], Awaitable[None]]
OnCall = Callable[[bytes, BufferedTcpStream], Awaitable[None]]


class UnsupportedLibp2p(Exception):
    """Another version is installed than the one that the guards were written and tested for."""


def require_libp2p_version() -> None:
    """Refuse to go on with a libp2p whose private names may differ.

    Raises:
        UnsupportedLibp2p: Not LIBP2P_VERSION.
    """
    installed = importlib.metadata.version("libp2p")
    if installed != LIBP2P_VERSION:
        raise UnsupportedLibp2p(f"libp2p {installed} is installed; {LIBP2P_VERSION} is needed")


class _ShortReads:
    """A stream during its negotiation: what a peer may make us read is bounded."""

    def __init__(self, stream: NetStream) -> None:
        self._stream = stream
        self._left = NEGOTIATION_BYTES_MAX

    async def read(self, n: int | None = None) -> bytes:
        self._left -= n or NEGOTIATION_BYTES_MAX
        if self._left < 0:
            raise IncompleteReadError("negotiation too long")
        return await self._stream.read(n)

    async def write(self, data: bytes) -> None:
        await self._stream.write(data)


class NoAutoConnector(AutoConnector):
    """Dials nobody. libp2p's own aims at half of its upper limit even where the lower limits are 0."""

    async def run_background_task(self, nursery: trio.Nursery) -> None:
        """Start nothing."""

    async def maybe_connect(self) -> None:
        """Do nothing; called at each disconnect."""


class HardenedHost(BasicHost):
    """The host. Inbound streams of the one protocol go to `on_stream`, which owns them until it returns.

    A connection that is to be passed on goes to `on_call`, with the token that it shows (`cohong.p2p.relay`).
    """

    def __init__(self, swarm: Swarm, *, on_stream: OnStream, on_call: OnCall, settings: P2pSettings) -> None:
        super().__init__(swarm, default_protocols=OrderedDict({SYNC_PROTOCOL: _never}))
        # Identify asks every peer on connect, in trio system tasks, and believes what it hears.
        swarm.notifees.clear()
        self.on_stream = on_stream
        self.on_call = on_call
        self.settings = settings
        self._handshakes: OrderedDict[int, trio.CancelScope] = OrderedDict()

    @property
    def swarm(self) -> Swarm:
        """Return the network under the host."""
        return cast(Swarm, self.get_network())

    async def _swarm_stream_handler(self, net_stream: INetStream) -> None:
        # The one guard around every inbound stream: an exception that leaves this method ends the host.
        assert isinstance(net_stream, NetStream) and net_stream.swarm_conn is not None
        try:
            reader = cast(ReadWriteCloser, _ShortReads(net_stream))
            protocol, _handler = await self.multiselect.negotiate(
                MultiselectCommunicator(reader), _whole(self.settings.handshake_s)
            )
            if protocol != SYNC_PROTOCOL:
                raise HandshakeFailure("no protocol chosen")
            await self.on_stream(net_stream.swarm_conn, net_stream)
        except Exception as error:  # noqa: BLE001  # whatever a peer's bytes provoke, in libp2p or in the handler
            logger.warning("inbound stream failed error=%s", type(error).__name__)
            await abort_connection(net_stream.swarm_conn)

    async def serve(self, stream: trio.SocketStream) -> None:
        """Take an accepted TCP connection through its handshakes and wait until it is over."""
        await self.serve_tcp(BufferedTcpStream(stream))

    async def serve_tcp(self, tcp: BufferedTcpStream) -> None:
        """As `serve`; also for a connection that somebody called us on through a relay."""
        try:
            match await self._upgrade(tcp):
                case bytes() as token:
                    await self.on_call(token, tcp)
                case GuardedYamux() as muxer:
                    await self._supervise(muxer)
                case None:
                    pass  # gave way to newer ones
        except Exception as error:  # noqa: BLE001  # whatever a stranger's bytes provoke in libp2p
            logger.debug("inbound connection failed error=%s", type(error).__name__)
        finally:
            with trio.CancelScope(shield=True):
                await trio.aclose_forcefully(tcp.stream)

    async def _upgrade(self, tcp: BufferedTcpStream) -> GuardedYamux | bytes | None:
        # When many are in their handshake, the oldest gives way. An honest one takes some 50 ms, so it
        # gets through between others that stall, instead of being shut out until they time out.
        scope = trio.CancelScope()
        if len(self._handshakes) >= self.settings.handshakes_max:
            self._handshakes.popitem(last=False)[1].cancel()
        self._handshakes[id(scope)] = scope
        try:
            with scope:
                with trio.fail_after(self.settings.handshake_s):
                    token = await _token_of_call(tcp)
                if token is not None:
                    return token
                muxer = await self.swarm.upgrade_inbound_raw_conn(RawConnection(tcp, False), _NOWHERE)
                return cast(GuardedYamux, muxer)
        finally:
            self._handshakes.pop(id(scope), None)
        return None

    async def _supervise(self, muxer: GuardedYamux) -> None:
        live = self.live_connections(muxer.peer_id)
        with trio.move_on_after(self.settings.handshake_s):
            # Counted again here: at the gate, those in the same handshake did not see one another.
            if len(live) <= CONNECTIONS_A_MEMBER:
                await muxer.settled.wait()
        # A connection lives for its link; one that never opens a stream only takes up room.
        if not muxer.settled.is_set():
            for connection in live:
                if connection.muxed_conn is muxer:
                    await abort_connection(connection)
        await muxer.event_closed.wait()

    def live_connections(self, peer_id: ID) -> list[SwarmConn]:
        """Return the connections with `peer_id` that are not being closed."""
        connections = cast(list[SwarmConn], self.swarm.get_connections(peer_id))
        return [connection for connection in connections if not connection.is_closed]

    async def dial_over(self, peer_id: ID, tcp: BufferedTcpStream) -> tuple[SwarmConn, NetStream]:
        """Shake hands with `peer_id` over `tcp` and open the sync stream. The caller sets the deadline.

        Goes below `host.connect`, which waits 250 ms after success, blocks a peer for 60 s after one
        failure and drops loopback addresses where another is known.

        Raises:
            Exception: Anything that libp2p raises; its text is not fit for people.
        """
        try:
            connection = await self.swarm.upgrade_outbound_raw_conn(RawConnection(tcp, True), peer_id)
        except BaseException:
            with trio.CancelScope(shield=True):
                await trio.aclose_forcefully(tcp.stream)
            raise
        try:
            self._check(connection, peer_id)
            net_stream = await connection.new_stream()
            reader = cast(ReadWriteCloser, _ShortReads(net_stream))
            await self.multiselect_client.select_one_of(
                [SYNC_PROTOCOL], MultiselectCommunicator(reader), _whole(self.settings.dial_s)
            )
        except BaseException:
            with trio.CancelScope(shield=True):
                await abort_connection(connection)
            raise
        return connection, net_stream

    def _check(self, connection: SwarmConn, peer_id: ID) -> None:
        security = connection.get_interop_metadata()["security_protocol"]
        if connection.muxed_conn.peer_id != peer_id or security != NOISE_ID:
            raise HandshakeFailure("somebody else answers there")

    async def shut(self) -> None:
        """Close every connection at the same time; bounded by the callers' deadline."""
        async with trio.open_nursery() as nursery:
            for connection in self.swarm.get_connections():
                nursery.start_soon(self._abandon, cast(SwarmConn, connection))
        await self.close()

    async def _abandon(self, connection: SwarmConn) -> None:
        await abort_connection(connection)
        await close_quietly(connection)


async def _token_of_call(tcp: BufferedTcpStream) -> bytes | None:
    """Return the token of a connection that is to be passed on, None for one that begins with a handshake."""
    if await tcp.peek() != CALL_MARK[:1]:
        return None
    mark = await tcp.read(len(CALL_MARK))
    if mark != CALL_MARK:
        raise HandshakeFailure("neither a handshake nor a call")
    return await tcp.read(TOKEN_BYTES)


def build_host(
    *, seed: bytes, admits: Callable[[ID], bool], on_stream: OnStream, on_call: OnCall, settings: P2pSettings
) -> HardenedHost:
    """Return a host that neither listens nor dials by itself; run it with `host.run([])`.

    Raises:
        UnsupportedLibp2p: Another version of libp2p is installed.
        ValueError: The seed is not 32 bytes.
    """
    require_libp2p_version()
    # It logs through the root logger, which would also set up a handler on standard error.
    vars(swarm_connection)["logging"] = logging.getLogger(swarm_connection.__name__)
    key_pair = key_pair_of(seed)
    noise = MemberNoise(key_pair, noise_privkey=new_x25519_key_pair().private_key, admits=admits)
    peer_id = ID.from_pubkey(key_pair.public_key)
    peer_store = PeerStore()
    peer_store.add_key_pair(peer_id, key_pair)
    upgrader = GuardedUpgrader(
        {NOISE_ID: noise}, {TProtocol(YAMUX_ID): Yamux}, negotiate_timeout=_whole(settings.handshake_s)
    )
    swarm = Swarm(
        peer_id,
        peer_store,
        upgrader,
        [NoTransport()],
        retry_config=RetryConfig(max_retries=0),
        connection_config=_connection_config(settings),
    )
    swarm.auto_connector = NoAutoConnector(swarm)
    return HardenedHost(swarm, on_stream=on_stream, on_call=on_call, settings=settings)


def _whole(seconds: float) -> int:
    # libp2p's negotiation wants whole seconds, and 0 would be no time at all.
    return max(1, math.ceil(seconds))


async def _never(_stream: INetStream) -> None:
    raise AssertionError("the host hands streams to on_stream")


def _connection_config(settings: P2pSettings) -> ConnectionConfig:
    return ConnectionConfig(
        # The gate bounds connections by member; this is the last resort, and it also counts dials.
        max_connections=4 * settings.links_max + 64,
        max_connections_per_peer=4 * settings.links_max + 64,
        min_connections=0,
        low_watermark=0,
        high_watermark=4 * settings.links_max + 64,
        inbound_upgrade_timeout=settings.handshake_s,
        outbound_upgrade_timeout=settings.dial_s,
    )

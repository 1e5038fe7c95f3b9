"""The peer network: one libp2p host, and a link to each neighbour that passed the gate.

    dial loop ──► host.dial ──► greeting ──┐
                                           ├─► attach (one link a member) ──► `links` ──► the node
    listener ──► host.serve ─► greeting ───┘

Where no address of a peer answers, a neighbour is asked to pass a connection on (`relay`), and the rest is the same.
Each wanted peer has a task that dials it whenever it has no link. A connection exists for its one
link: when the link ends, so does the connection, on both sides. Nothing a peer does ends the network;
should libp2p's host end all the same, it is started again.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final, cast

import trio
from libp2p.network.connection.swarm_connection import SwarmConn
from libp2p.network.stream.net_stream import NetStream
from libp2p.peer.id import ID

from cohong.crypto.signing import SigningKey
from cohong.p2p.addresses import PeerAddress
from cohong.p2p.dialling import trouble_of
from cohong.p2p.exact_session import ExactSession
from cohong.p2p.guarded_yamux import GuardedYamux
from cohong.p2p.hardened_host import (
    CONNECTIONS_A_MEMBER,
    HardenedHost,
    UnsupportedLibp2p,
    build_host,
    require_libp2p_version,
)
from cohong.p2p.identity import key_pair_of, member_of, peer_id_of
from cohong.p2p.link import Link, LinkClosed
from cohong.p2p.link_frames import FRAME_BYTES_MAX, ByeReason
from cohong.p2p.neighbours import Neighbours
from cohong.p2p.own_run import OwnRun
from cohong.p2p.peers import Peer, PeerState, PeerTrouble, retry_delay
from cohong.p2p.quiet_logging import quieten_libp2p
from cohong.p2p.relaying import Relaying
from cohong.p2p.settings import P2pSettings
from cohong.p2p.socks import Proxy
from cohong.p2p.tcp import BufferedTcpStream, PortInUse, address_of, bind, open_tcp
from cohong.p2p.yamux_wire import YamuxWire

if TYPE_CHECKING:
    from trio_typing import TaskStatus

__all__ = [
    "FRAME_BYTES_MAX",
    "Link",
    "LinkClosed",
    "P2pSettings",
    "PeerAddress",
    "PeerNetwork",
    "PeerState",
    "PeerTrouble",
    "PortInUse",
    "Proxy",
    "UnsupportedLibp2p",
]

logger = logging.getLogger(__name__)

# Links that the node has not taken from `links` yet; it takes them at once or is stuck.
LINKS_WAITING_MAX: Final = 256
RESTART_S: Final = 1.0
# A peer is called through a neighbour only when dialling it has failed so often.
CALL_AFTER_FAILURES: Final = 2


class PeerNetwork:
    """One libp2p host, and the links that come of it.

    Attributes:
        member: Our own member id.
        links: Each new live link, inbound or outbound. At most one a member lives at a time: when a
            better one comes, the old one ends and the new one appears here.
    """

    def __init__(
        self,
        *,
        seed: bytes,
        listen: Sequence[PeerAddress],
        is_member: Callable[[bytes], bool],
        settings: P2pSettings = P2pSettings(),  # noqa: B008  # frozen, so sharing it is safe
        proxy: Proxy | None = None,
        on_copy: Callable[[bytes], None] = lambda member: None,
    ) -> None:
        """Prepare a network; nothing is opened before `run`.

        Args:
            seed: The 32-byte Ed25519 seed of the member key.
            listen: IP addresses and ports to listen on; port 0 is any free one. May be empty.
            is_member: Whether a 32-byte member id may link with us. Asked at each handshake; must not block.
            settings: Times and limits.
            proxy: What all dials go through.
            on_copy: Told the neighbour that has proved to us that another run of our member is alive.

        Raises:
            UnsupportedLibp2p: Another libp2p than the supported version is installed.
            ValueError: The seed is not 32 bytes.
        """
        require_libp2p_version()
        self._seed = seed
        self._listen = list(listen)
        self._settings = settings
        self._proxy = proxy
        self._on_copy = on_copy
        self._own_run = OwnRun(SigningKey(seed), on_copy)
        self._has_other_key = trio.Event()
        self._host: HardenedHost | None = None
        self._nursery: trio.Nursery | None = None
        self.member = key_pair_of(seed).public_key.to_bytes()
        new_links, self.links = trio.open_memory_channel[Link](LINKS_WAITING_MAX)
        self._neighbours = Neighbours(
            own_member=self.member, is_member=is_member, new_links=new_links, settings=settings
        )

        self._relaying = Relaying(
            self._neighbours, open_tcp=self._open, serve=self._serve_call, may_relay=lambda: bool(self._listen)
        )

    def become(self, seed: bytes) -> None:
        """Go on under another key: every link ends, and the host starts again at the same addresses.

        Raises:
            ValueError: The seed is not 32 bytes.
        """
        member = key_pair_of(seed).public_key.to_bytes()
        self.remove_peer(member)
        self._seed, self.member = seed, member
        self._own_run = OwnRun(SigningKey(seed), self._on_copy)
        self._neighbours.own_member = member
        self._has_other_key.set()
        self._has_other_key = trio.Event()

    def _build_host(self) -> HardenedHost:
        return build_host(
            seed=self._seed, admits=self._admits, on_stream=self._accept, on_call=self._relaying.relay.connect,
            settings=self._settings,
        )  # fmt: skip

    def _open(self, address: PeerAddress) -> Awaitable[BufferedTcpStream]:
        return open_tcp(address, self._proxy)

    def set_proxy(self, proxy: Proxy | None) -> None:
        """Dial through `proxy` from now on, or directly; links that were dialled otherwise end."""
        if proxy == self._proxy:
            return
        self._proxy = proxy
        for peer in self._neighbours.peers():
            if peer.link is not None and (peer.link.outbound or peer.link.via is not None):
                peer.link.end("the proxy has changed", bye=ByeReason.CLOSED)

    async def _serve_call(self, tcp: BufferedTcpStream) -> None:
        assert self._host is not None
        await self._host.serve_tcp(tcp)

    async def run(self, *, task_status: TaskStatus[list[PeerAddress]] = trio.TASK_STATUS_IGNORED) -> None:
        """Listen, dial and serve until cancelled; then close everything, within two seconds.

        The started value is where it really listens, port 0 resolved.

        Raises:
            PortInUse: Another program listens at one of the addresses.
            OSError: An address to listen on is not this machine's.
        """
        quieten_libp2p()
        listeners = bind(self._listen)
        self._listen = [address_of(listener) for listener in listeners]
        task_status.started(list(self._listen))
        while True:
            try:
                await self._run_host(listeners)
            except Exception as error:  # libp2p ended by itself: a fault that no guard caught
                logger.exception("peer network failed and starts again error=%s", type(error).__name__)
            await trio.sleep(RESTART_S)
            listeners = bind(self._listen)

    async def _run_host(self, listeners: list[trio.SocketListener]) -> None:
        host, has_other_key = self._build_host(), self._has_other_key
        async with host.run([]):
            self._host = host
            try:
                async with trio.open_nursery() as nursery:
                    self._nursery = self._relaying.nursery = nursery
                    if listeners:
                        nursery.start_soon(trio.serve_listeners, host.serve, listeners)
                    for peer in self._neighbours.peers():
                        self._start_dialling(peer)
                    # The nursery ends only when this task is cancelled, the host fails, or there is another key.
                    await has_other_key.wait()
                    nursery.cancel_scope.cancel()
            finally:
                self._nursery = self._relaying.nursery = None
                with trio.move_on_after(self._settings.close_s) as deadline:
                    deadline.shield = True
                    await host.shut()
                self._host = None

    def add_peer(self, member: bytes, addresses: Sequence[PeerAddress]) -> None:
        """Keep a link with `member`, dialling it at `addresses` whenever there is none.

        Adding it again merges the addresses and dials at once. Our own id is ignored.

        Raises:
            ValueError: A member id has 32 bytes.
        """
        peer_id_of(member)
        if member == self.member:
            return
        peer = self._neighbours.peer(member)
        peer.merge(list(addresses))
        peer.is_wanted = True
        peer.failures = 0
        peer.next_try_at = None
        peer.tell_change()
        if peer.dialling is None:
            self._start_dialling(peer)

    def remove_peer(self, member: bytes) -> None:
        """Stop dialling `member` and end its link. It may still dial us while it is a member."""
        peer = self._neighbours.find(member)
        if peer is None:
            return
        peer.is_wanted = False
        peer.addresses.clear()
        link = peer.link
        if link is not None:
            link.end("removed", bye=ByeReason.CLOSED)
        # A link that we dialled runs in the dial loop's task, which then ends by itself after goodbye.
        if peer.dialling is not None and (link is None or not link.outbound):
            peer.dialling.cancel()
            peer.dialling = None

    def peers(self) -> list[PeerState]:
        """Return every peer that is wanted, linked or penalised, in order of member id."""
        return self._neighbours.states()

    def penalise(self, member: bytes, seconds: float, reason: str) -> None:
        """Disconnect `member` and have nothing to do with it for `seconds`; `reason` goes to the log."""
        self._neighbours.penalise(member, seconds, reason)

    def _admits(self, peer_id: ID) -> bool:
        member = member_of(peer_id)
        if member is None or not self._neighbours.may_link(member):
            return False
        assert self._host is not None
        return len(self._host.live_connections(peer_id)) < CONNECTIONS_A_MEMBER

    async def _accept(self, connection: SwarmConn, net_stream: NetStream) -> None:
        link = self._make_link(connection, net_stream, outbound=False)
        with trio.move_on_after(self._settings.handshake_s), contextlib.suppress(LinkClosed):
            await link.read_hello()
        if link.is_closed or not link.instance:
            await link.abandon()
            return
        await self._neighbours.serve(link)

    def _make_link(self, connection: SwarmConn, net_stream: NetStream, *, outbound: bool) -> Link:
        member = member_of(connection.muxed_conn.peer_id)
        assert member is not None
        muxer = cast(GuardedYamux, connection.muxed_conn)
        remote = muxer.get_remote_address()
        return Link(
            member=member,
            outbound=outbound,
            remote=str(PeerAddress(*remote)) if remote else "",
            wire=YamuxWire(connection, net_stream),
            own_run=self._own_run,
            settings=self._settings,
            via=cast(ExactSession, muxer.secured_conn).via,
            on_call=self._relaying.take,
        )

    def _start_dialling(self, peer: Peer) -> None:
        if self._nursery is not None and peer.is_wanted:
            peer.dialling = trio.CancelScope()
            self._nursery.start_soon(self._keep_linked, peer, peer.dialling)

    async def _keep_linked(self, peer: Peer, scope: trio.CancelScope) -> None:
        try:
            with scope:
                while peer.is_wanted:
                    await self._wait_for_turn(peer)
                    await self._try_addresses(peer)
        finally:
            if peer.dialling is scope:
                peer.dialling = None

    async def _wait_for_turn(self, peer: Peer) -> None:
        """Return when `peer` is to be dialled: it has no link, an address, and its wait is over."""
        while True:
            changed = peer.changed
            if peer.link is not None:
                await changed.wait()
                continue
            if not peer.addresses and not self._relaying.candidates(peer.member):
                peer.trouble = PeerTrouble.NO_ADDRESS
                await changed.wait()
                continue
            if peer.next_try_at is None:
                return
            with trio.move_on_at(max(peer.next_try_at, peer.refused_until)) as wait:
                await changed.wait()
            if wait.cancelled_caught:
                return

    async def _try_addresses(self, peer: Peer) -> None:
        for address in list(peer.addresses):
            if peer.link is not None:
                break
            peer.trouble = self._neighbours.reason_not_to_dial(peer)
            link = None if peer.trouble else await self._dial(peer, address)
            if link is not None:
                await self._neighbours.serve(link)
                break
        else:
            await self._call(peer)
        peer.failures += 1
        is_copy = peer.trouble is PeerTrouble.COPY_RUNNING
        wait_s = self._settings.copy_retry_s if is_copy else retry_delay(peer.failures, self._settings)
        peer.next_try_at = trio.current_time() + wait_s

    async def _call(self, peer: Peer) -> None:
        """Try to reach `peer` through a neighbour, now that no address of its own has answered."""
        if peer.link is not None or (peer.addresses and peer.failures < CALL_AFTER_FAILURES):
            return
        if self._neighbours.reason_not_to_dial(peer):
            return
        link = await self._dial(peer, None)
        if link is not None:
            await self._neighbours.serve(link)

    async def _dial(self, peer: Peer, address: PeerAddress | None) -> Link | None:
        """Return a link with `peer` at an address of its own, or through a neighbour; None if that fails."""
        assert self._host is not None
        try:
            with trio.fail_after(self._settings.dial_s):
                tcp = await (self._relaying.call(peer.member) if address is None else self._open(address))
                if tcp is None:
                    return None
                connection, net_stream = await self._host.dial_over(peer_id_of(peer.member), tcp)
                link = self._make_link(connection, net_stream, outbound=True)
                return await self._greet(link)
        except Exception as error:  # noqa: BLE001  # libp2p lets anything out on a dial
            peer.trouble = trouble_of(error)
            name = peer.member.hex()[:16]
            logger.debug("dial failed peer=%s addr=%s trouble=%s", name, address, peer.trouble)
            return None

    async def _greet(self, link: Link) -> Link:
        try:
            await link.greet()
            await link.read_hello()
        except BaseException:
            await link.abandon()
            raise
        return link

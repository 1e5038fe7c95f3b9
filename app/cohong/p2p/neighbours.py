"""Who is linked with us: one live link a member, how many in all, and whom we have nothing to do with."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

import trio

from cohong.p2p.duplicates import LinkOrigin, replaces
from cohong.p2p.link import Link
from cohong.p2p.link_frames import ByeReason
from cohong.p2p.own_run import RunProof
from cohong.p2p.peers import Peer, PeerState, PeerTrouble
from cohong.p2p.settings import P2pSettings

logger = logging.getLogger(__name__)


class Neighbours:
    """The peers by member id, and the rules for their links. Nothing here waits but `serve`."""

    def __init__(
        self,
        *,
        own_member: bytes,
        is_member: Callable[[bytes], bool],
        new_links: trio.MemorySendChannel[Link],
        settings: P2pSettings,
    ) -> None:
        self.own_member = own_member
        self._is_member = is_member
        self._new_links = new_links
        self._settings = settings
        self._peers: dict[bytes, Peer] = {}

    def peers(self) -> Iterable[Peer]:
        """Return every peer that there is a record of."""
        return self._peers.values()

    def find(self, member: bytes) -> Peer | None:
        """Return the record of `member` if there is one."""
        return self._peers.get(member)

    def peer(self, member: bytes) -> Peer:
        """Return the record of `member`, a new one if there is none. Only for members: it stays."""
        peer = self._peers.get(member)
        if peer is None:
            peer = self._peers[member] = Peer(member, since_ms=self._settings.clock_ms())
        return peer

    def states(self) -> list[PeerState]:
        """Return every peer that is wanted, linked or penalised, in order of member id."""
        now = trio.current_time()
        shown = (p for p in self._peers.values() if p.is_wanted or p.live_link or p.refused_until > now)
        return sorted((peer.state() for peer in shown), key=lambda state: state.member)

    def may_link(self, member: bytes) -> bool:
        """Whether `member` is another member and not penalised at the moment."""
        if member == self.own_member or not self._is_member(member):
            return False
        peer = self._peers.get(member)
        return peer is None or peer.refused_until <= trio.current_time()

    def reason_not_to_dial(self, peer: Peer) -> PeerTrouble | None:
        """Return why dialling `peer` would be in vain, or None."""
        if not self._is_member(peer.member):
            return PeerTrouble.NOT_A_MEMBER
        if peer.refused_until > trio.current_time():
            return PeerTrouble.PENALISED
        return PeerTrouble.WE_ARE_FULL if self._is_full() else None

    def _is_full(self) -> bool:
        return sum(peer.live_link is not None for peer in self._peers.values()) >= self._settings.links_max

    def penalise(self, member: bytes, seconds: float, reason: str) -> None:
        """End the link with `member` and take none for `seconds`."""
        logger.warning("peer penalised peer=%s seconds=%.0f reason=%s", member.hex()[:16], seconds, reason)
        peer = self.peer(member)
        peer.refused_until = max(peer.refused_until, trio.current_time() + seconds)
        peer.trouble = PeerTrouble.PENALISED
        if peer.link is not None:
            peer.link.end(f"penalised: {reason}", bye=ByeReason.BREACH)

    def attach(self, link: Link) -> ByeReason | None:
        """Make `link` the one link of its member and announce it, or return why not.

        A live link that it replaces is ended.
        """
        if not self.may_link(link.member):
            return ByeReason.REFUSED
        peer = self.peer(link.member)
        old = peer.link
        if old is not None and not old.is_closed:
            if not self._replaces(link, old):
                return ByeReason.DUPLICATE
        elif self._is_full():
            return ByeReason.FULL
        try:
            self._new_links.send_nowait(link)
        except trio.WouldBlock:
            return ByeReason.FULL
        if old is not None:
            old.end("replaced by another link", bye=ByeReason.DUPLICATE)
            self._detach(peer, old)
        self._set_link(peer, link)
        peer.trouble = None
        self._wake_others(peer)
        logger.info("peer connected peer=%s addr=%s", link.member.hex()[:16], link.remote)
        return None

    def _wake_others(self, newest: Peer) -> None:
        """Have the others dialled now where that may succeed at last: we are back, or there is somebody to relay."""
        is_only_one = all(peer is newest or peer.live_link is None for peer in self._peers.values())
        for peer in self._peers.values():
            if peer.trouble is PeerTrouble.COPY_RUNNING:
                continue  # whoever has refused this run for another one is not dialled the sooner
            if peer.link is None and (is_only_one or not peer.addresses):
                peer.next_try_at = None if is_only_one else peer.next_try_at
                peer.tell_change()

    def _replaces(self, new: Link, old: Link) -> bool:
        return replaces(
            LinkOrigin(outbound=new.outbound, instance=new.instance),
            LinkOrigin(outbound=old.outbound, instance=old.instance),
            own_member=self.own_member,
            peer_member=new.member,
        )

    def _detach(self, peer: Peer, link: Link) -> None:
        peer.past_bytes_in += link.bytes_in
        peer.past_bytes_out += link.bytes_out
        self._set_link(peer, None)

    def _set_link(self, peer: Peer, link: Link | None) -> None:
        peer.link = link
        peer.since_ms = self._settings.clock_ms()
        peer.tell_change()

    async def serve(self, link: Link) -> None:
        """Run a link that has been greeted until it ends; or refuse it."""
        rival = self._rival(link)
        if rival is None:
            refusal = self.attach(link)
            if refusal is not None:
                await link.refuse(refusal)
                return
            await self._run(link)
            return
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._attach_unless_copy, link, rival)
            await self._run(link)
            nursery.cancel_scope.cancel()

    def _rival(self, link: Link) -> Link | None:
        """Return the live link of another run of the same member."""
        peer = self._peers.get(link.member)
        old = peer.live_link if peer is not None else None
        return old if old is not None and old.instance != link.instance else None

    async def _attach_unless_copy(self, link: Link, rival: Link | None) -> None:
        """Attach a link unless another run of its member is alive: then both are shown that, and the first one stays.

        A member that has restarted may have a link here that has not been noticed to be dead.
        """
        while rival is not None:
            alive = await rival.prove_to(link.instance)
            if alive is not None:
                await self._tell_both(link, rival, alive)
                return
            # It does not answer; but a third one may have come meanwhile.
            found = self._rival(link)
            rival = found if found is not rival else None
        refusal = self.attach(link)
        if refusal is not None:
            link.end(f"refused: {refusal.name.lower()}", bye=refusal)

    async def _tell_both(self, link: Link, rival: Link, alive: RunProof) -> None:
        also_alive = await link.prove_to(rival.instance)
        if also_alive is not None:
            logger.warning("two runs of one member peer=%s", link.member.hex()[:16])
            rival.tell_copy(also_alive)
        link.tell_copy(alive)
        link.end("another run of this member is linked", bye=ByeReason.COPY)

    async def _run(self, link: Link) -> None:
        """Run a link until it ends, and remember how that went."""
        peer = self.peer(link.member)
        began = trio.current_time()
        try:
            await link.run()
        finally:
            if trio.current_time() - began >= self._settings.steady_s:
                peer.failures = 0
            # Another link may have taken its place meanwhile.
            if peer.link is link:
                self._detach(peer, link)
                if peer.trouble is None:
                    peer.trouble = _trouble_of(link)
                logger.info("peer disconnected peer=%s why=%s", link.member.hex()[:16], link.end_reason)


def _trouble_of(link: Link) -> PeerTrouble:
    if link.is_copy and link.outbound:
        return PeerTrouble.COPY_RUNNING
    return PeerTrouble.PROTOCOL_BREACH if link.is_breach else PeerTrouble.LINK_LOST

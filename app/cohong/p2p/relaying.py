"""Both ends of a call through a relay, and the relay's word to them, over the links that there are."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Final

import trio

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.link import Link
from cohong.p2p.link_frames import (
    FrameKind,
    Ticket,
    TicketRole,
    decode_ask,
    decode_ticket,
    encode_ask,
    encode_ticket,
)
from cohong.p2p.neighbours import Neighbours
from cohong.p2p.relay import CALL_MARK, TICKET_S, Relay
from cohong.p2p.tcp import BufferedTcpStream

logger = logging.getLogger(__name__)

ASK_S: Final = 3.0
"""How long a neighbour may take to say whether it passes a call on."""

ASKED_MAX: Final = 4
"""Neighbours that are asked in one round of dialling."""

ANSWERS_MAX: Final = 16
"""Calls that are being answered at a time."""


class Relaying:
    """Asks for calls, answers them, and lets others call through this node."""

    def __init__(
        self,
        neighbours: Neighbours,
        *,
        open_tcp: Callable[[PeerAddress], Awaitable[BufferedTcpStream]],
        serve: Callable[[BufferedTcpStream], Awaitable[None]],
        may_relay: Callable[[], bool],
    ) -> None:
        """Prepare for calls.

        Args:
            neighbours: the peers and their links.
            open_tcp: opens a connection to a relay.
            serve: takes a connection on which somebody has called through its handshakes.
            may_relay: whether others can connect to this node.
        """
        self.relay = Relay()
        self.nursery: trio.Nursery | None = None
        self._neighbours = neighbours
        self._open_tcp = open_tcp
        self._serve = serve
        self._may_relay = may_relay
        self._asked: dict[tuple[bytes, bytes], trio.MemorySendChannel[Ticket]] = {}
        self._answers = 0

    def candidates(self, target: bytes) -> list[Link]:
        """Return the direct links with those who might pass a call to `target` on."""
        links = (peer.live_link for peer in self._neighbours.peers() if peer.member != target)
        return [link for link in links if link is not None and link.via is None]

    async def call(self, target: bytes) -> BufferedTcpStream | None:
        """Return a connection to `target` through some neighbour; None where nobody can pass it on.

        Raises:
            Exception: whatever keeps us from connecting to the relay.
        """
        for link in self.candidates(target)[:ASKED_MAX]:
            ticket = await self._ask(link, target)
            if ticket is not None and ticket.role is TicketRole.CALL:
                return await self._connect(link.member, ticket.token)
        return None

    async def _ask(self, link: Link, target: bytes) -> Ticket | None:
        sender, tickets = trio.open_memory_channel[Ticket](1)
        place = link.member, target
        self._asked[place] = sender
        try:
            link.tell(encode_ask(target))
            with trio.move_on_after(ASK_S):
                return await tickets.receive()
        finally:
            del self._asked[place]
        return None

    async def _connect(self, relay: bytes, token: bytes) -> BufferedTcpStream:
        peer = self._neighbours.peer(relay)
        error: Exception = ConnectionRefusedError("the relay has no address")
        for address in list(peer.addresses):
            try:
                tcp = await self._open_tcp(address)
            except Exception as failed:  # noqa: BLE001  # the next address may do
                error = failed
                continue
            tcp.via = relay
            await tcp.write_alone(CALL_MARK + token)
            return tcp
        raise error

    # What neighbours say of calls.

    def take(self, link: Link, kind: FrameKind, payload: bytes) -> None:
        """Take an ASK or TICKET frame.

        Raises:
            FrameBreach: It is out of form.
        """
        if kind is FrameKind.ASK:
            self._pass_on(link, decode_ask(payload))
            return
        ticket = decode_ticket(payload)
        if ticket.role is TicketRole.ANSWER:
            self._answer(link.member, ticket)
            return
        asked = self._asked.get((link.member, ticket.member))
        if asked is not None:
            try:
                asked.send_nowait(ticket)
            except trio.WouldBlock:
                return  # said twice

    def _pass_on(self, link: Link, target: bytes) -> None:
        peer = self._neighbours.find(target)
        there = peer.live_link if peer is not None and target != link.member else None
        # Whoever reaches us through a relay could not connect to us.
        is_direct = there is not None and there.via is None and link.via is None
        tokens = self.relay.tickets(link.member, target) if is_direct and self._may_relay() else None
        if tokens is None or there is None:
            link.tell(encode_ticket(Ticket(target, TicketRole.REFUSED)))
            return
        logger.info("call passed on from=%s to=%s", link.member.hex()[:16], target.hex()[:16])
        there.tell(encode_ticket(Ticket(link.member, TicketRole.ANSWER, tokens[1])))
        link.tell(encode_ticket(Ticket(target, TicketRole.CALL, tokens[0])))

    def _answer(self, relay: bytes, ticket: Ticket) -> None:
        if self.nursery is None or self._answers >= ANSWERS_MAX or not self._neighbours.may_link(ticket.member):
            return
        self._answers += 1
        self.nursery.start_soon(self._answer_call, relay, ticket.token)

    async def _answer_call(self, relay: bytes, token: bytes) -> None:
        try:
            with trio.fail_after(TICKET_S):
                tcp = await self._connect(relay, token)
        except Exception as error:  # noqa: BLE001  # whatever keeps us from the relay: the caller tries again
            logger.debug("call not answered relay=%s error=%s", relay.hex()[:16], type(error).__name__)
            return
        finally:
            self._answers -= 1
        await self._serve(tcp)

"""What the network knows of one peer: where to dial, the link, and how the last tries went."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import trio

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.link import Link
from cohong.p2p.settings import P2pSettings

# An endless list of addresses for one member would keep the others of it from being tried.
ADDRESSES_MAX = 16


class PeerTrouble(StrEnum):
    """Why there is no link; the value is a stable code that a client words."""

    UNREACHABLE = "unreachable"
    CONNECTION_REFUSED = "connection-refused"
    NO_ANSWER = "no-answer"
    WRONG_PEER = "wrong-peer"
    NOT_ADMITTED = "not-admitted"
    HANDSHAKE_FAILED = "handshake-failed"
    PEER_IS_FULL = "peer-is-full"
    WE_ARE_FULL = "we-are-full"
    LINK_LOST = "link-lost"
    PROTOCOL_BREACH = "protocol-breach"
    PENALISED = "penalised"
    NO_ADDRESS = "no-address"
    NOT_A_MEMBER = "not-a-member"
    PROXY_FAILED = "proxy-failed"
    COPY_RUNNING = "copy-running"


@dataclass(frozen=True, slots=True)
class PeerState:
    """A peer as it is now.

    Attributes:
        member: The 32-byte member id.
        addresses: Where it is dialled; empty for one that only dials us.
        connected: Whether there is a live link.
        since_ms: When `connected` last changed, by the settings' clock; UTC milliseconds.
        bytes_in: Wire bytes over all its links since the network was made.
        bytes_out: The same, written.
        last_error: A PeerTrouble's code; None while connected and before anything failed.
        next_try_in_s: Seconds to the next dial; None when connected or not to be dialled.
        direction: "out" when we dialled, "in" when the peer did, None without a link.
        via: The member whose node passes the link on, None for a direct link or none.
    """

    member: bytes
    addresses: tuple[PeerAddress, ...]
    connected: bool
    since_ms: int
    bytes_in: int
    bytes_out: int
    last_error: str | None
    next_try_in_s: float | None
    direction: str | None
    via: bytes | None = None


@dataclass(slots=True, eq=False)
class Peer:
    """The network's record of one peer."""

    member: bytes
    since_ms: int
    addresses: list[PeerAddress] = field(default_factory=list)
    is_wanted: bool = False
    link: Link | None = None
    trouble: PeerTrouble | None = None
    failures: int = 0
    next_try_at: float | None = None
    refused_until: float = 0.0
    past_bytes_in: int = 0
    past_bytes_out: int = 0
    changed: trio.Event = field(default_factory=trio.Event)
    dialling: trio.CancelScope | None = None

    @property
    def live_link(self) -> Link | None:
        """Return the link unless it is about to end."""
        return None if self.link is None or self.link.is_closed else self.link

    def tell_change(self) -> None:
        """Wake whoever waits for another state of this peer."""
        self.changed.set()
        self.changed = trio.Event()

    def merge(self, addresses: list[PeerAddress]) -> None:
        """Add `addresses`, the newest first, without repeating any."""
        kept = [address for address in self.addresses if address not in addresses]
        self.addresses = (list(dict.fromkeys(addresses)) + kept)[:ADDRESSES_MAX]

    def state(self) -> PeerState:
        """Return what may be shown."""
        link = self.live_link
        waits = self.next_try_at is not None and link is None and self.is_wanted
        return PeerState(
            member=self.member,
            addresses=tuple(self.addresses),
            connected=link is not None,
            since_ms=self.since_ms,
            bytes_in=self.past_bytes_in + (self.link.bytes_in if self.link else 0),
            bytes_out=self.past_bytes_out + (self.link.bytes_out if self.link else 0),
            last_error=None if link or self.trouble is None else self.trouble.value,
            next_try_in_s=max(0.0, (self.next_try_at or 0.0) - trio.current_time()) if waits else None,
            direction=("out" if link.outbound else "in") if link else None,
            via=link.via if link else None,
        )


def retry_delay(failures: int, settings: P2pSettings) -> float:
    """Return the seconds to wait after `failures` failed rounds, at least one; jitter included.

    Doubles from `retry_min_s` to `retry_max_s`; the jitter keeps nodes that lost the same peer at the
    same moment from dialling it in step. It lengthens the wait by up to half, and shortens the longest one so.
    """
    base = settings.retry_min_s * 2.0 ** min(failures - 1, 16)
    jitter = settings.random() / 2
    if base >= settings.retry_max_s:
        return settings.retry_max_s * (1.0 - jitter)
    return min(settings.retry_max_s, base * (1.0 + jitter))

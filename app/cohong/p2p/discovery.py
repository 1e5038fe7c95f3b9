"""Members' nodes in the same local network, found by multicast DNS (RFC 6762, RFC 6763).

Announced are a name made from the network's id, the member's id and the port: no name of anybody. What is found is a
hint like any other address: whoever answers there has to prove the member's key. zeroconf calls back on a thread of
its own, from which every word goes to trio's thread before anything is looked at.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import trio
from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, ServiceBrowser, ServiceInfo, ServiceStateChange, Zeroconf

from cohong.p2p.addresses import PeerAddress

logger = logging.getLogger(__name__)

SERVICE: Final = "_cohong._tcp.local."
LOOK_UP_MS: Final = 2_000
CLOSE_S: Final = 2.0
MEMBER_BYTES: Final = 32

OnFound = Callable[[bytes, PeerAddress], None]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What this node says of itself.

    Attributes:
        network: the network's id.
        member: this member's id.
        address: where others in the local network reach it.
    """

    network: bytes
    member: bytes
    address: PeerAddress

    @property
    def prefix(self) -> str:
        """Return how the names of all nodes of the network begin."""
        return hashlib.sha256(b"cohong/mdns/1\x00" + self.network).hexdigest()[:16]

    @property
    def service(self) -> ServiceInfo:
        """Return the record that is announced."""
        name = f"{self.prefix}-{self.member.hex()[:8]}"
        return ServiceInfo(
            SERVICE,
            f"{name}.{SERVICE}",
            port=self.address.port,
            properties={"member": self.member.hex()},
            server=f"{name}.local.",
            parsed_addresses=[self.address.host],
        )


async def discover(announcement: Announcement, on_found: OnFound, *, interface: str = "") -> None:
    """Announce this node and report others until cancelled; a machine without multicast is left alone.

    Args:
        announcement: of this node.
        on_found: called on trio's thread with each member and address, again and again.
        interface: the address of the one interface to use; empty for all.
    """
    token = trio.lowlevel.current_trio_token()
    interfaces: Sequence[str] | InterfaceChoice = [interface] if interface else InterfaceChoice.All

    def tell(member: bytes, address: PeerAddress) -> None:
        with contextlib.suppress(trio.RunFinishedError):
            token.run_sync_soon(on_found, member, address)

    def start() -> Zeroconf:
        zeroconf = Zeroconf(interfaces=interfaces, ip_version=IPVersion.V4Only)
        zeroconf.register_service(announcement.service, allow_name_change=True)
        ServiceBrowser(zeroconf, SERVICE, handlers=[_Listener(announcement, tell).changed])
        return zeroconf

    try:
        zeroconf = await trio.to_thread.run_sync(start)
    except (OSError, ZeroconfError) as error:
        logger.warning("the local network cannot be searched error=%s", type(error).__name__)
        return
    try:
        await trio.sleep_forever()
    finally:
        with trio.move_on_after(CLOSE_S) as deadline:
            deadline.shield = True
            await trio.to_thread.run_sync(zeroconf.close, abandon_on_cancel=True)  # type: ignore[call-arg]  # libp2p brings stubs of an older trio


class _Listener:
    """Hears of services on zeroconf's thread."""

    def __init__(self, announcement: Announcement, tell: OnFound) -> None:
        self._announcement = announcement
        self._tell = tell

    def changed(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if state_change is ServiceStateChange.Removed or not name.startswith(self._announcement.prefix):
            return
        info = zeroconf.get_service_info(service_type, name, LOOK_UP_MS)
        if info is None or not info.port:
            return
        member = member_in(info.properties)
        if member is None or member == self._announcement.member:
            return
        for host in info.parsed_addresses(IPVersion.V4Only):
            with contextlib.suppress(ValueError):
                self._tell(member, PeerAddress(host, info.port))


def member_in(properties: dict[bytes, bytes | None]) -> bytes | None:
    """Return the member that a stranger's record names, None if it is out of form."""
    try:
        member = bytes.fromhex((properties.get(b"member") or b"").decode("ascii"))
    except (UnicodeDecodeError, ValueError):
        return None
    return member if len(member) == MEMBER_BYTES else None

"""How this node reaches others: directly or through a proxy, and whether it looks for them in its local network.

What the command line says holds for this run; else what the user has chosen, which is kept in the profile. With a
proxy, nothing is dialled directly and nothing is announced: who chose one does not want to be seen here.
"""

import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import trio

from cohong.ledger.ledger import Ledger
from cohong.p2p.network import PeerAddress, Proxy

PROXY_SETTING: Final = "proxy"
DISCOVERY_SETTING: Final = "discovery"
DISCOVERY_VARIABLE: Final = "COHONG_DISCOVERY"
"""`off`, or the address of the one interface to search: for tests, which keep to the loopback."""

_OFF: Final = b"off"


@dataclass(slots=True)
class Reach:
    """One node's ways to others.

    Attributes:
        given_proxy: what the command line says, None for nothing, "" for no proxy.
        given_discovery: likewise, whether to search the local network.
        changed: set when the user chooses anew; another one takes its place.
    """

    given_proxy: str | None = None
    given_discovery: bool | None = None
    chosen_proxy: str = ""
    chosen_discovery: bool = True
    changed: trio.Event = field(default_factory=trio.Event)

    @property
    def proxy(self) -> Proxy | None:
        """Return the proxy to go through, if any."""
        text = self.chosen_proxy if self.given_proxy is None else self.given_proxy
        return Proxy.parse(text) if text else None

    @property
    def discovers(self) -> bool:
        """Whether the local network is to be searched."""
        is_wanted = self.chosen_discovery if self.given_discovery is None else self.given_discovery
        return is_wanted and self.proxy is None and os.environ.get(DISCOVERY_VARIABLE) != "off"

    def announced(self, places: Sequence[PeerAddress], reachable: Sequence[str]) -> PeerAddress | None:
        """Return the address to announce, None where the node listens for this machine alone."""
        if self.interface:
            return next((place for place in places if place.host == self.interface), None)
        found = [PeerAddress.parse(text) for text in reachable]
        return next((address for address in found if _is_of_a_network(address.host)), None)

    @property
    def interface(self) -> str:
        """Return the address of the one interface to search, empty for all."""
        return os.environ.get(DISCOVERY_VARIABLE, "").replace("off", "")

    def recall(self, ledger: Ledger) -> None:
        """Take what the user has chosen."""
        self.chosen_proxy = (ledger.get_setting(PROXY_SETTING) or b"").decode()
        self.chosen_discovery = ledger.get_setting(DISCOVERY_SETTING) != _OFF

    def choose(self, *, proxy: str, discovery: bool) -> None:
        """Take what the user chooses now, which `keep` has kept."""
        self.chosen_proxy, self.chosen_discovery = proxy, discovery
        self.note_change()

    def note_change(self) -> None:
        """Have whoever follows this begin anew: another choice, or another key to be announced."""
        self.changed.set()
        self.changed = trio.Event()


def _is_of_a_network(host: str) -> bool:
    """Return whether others in the local network can use this host: an IPv4 address, and not this machine's own."""
    try:
        return not ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False


def keep(ledger: Ledger, *, proxy: str, discovery: bool) -> None:
    """Keep what the user chooses, over restarts.

    Raises:
        ValueError: not a proxy; nothing is changed.
        LedgerUnavailable: the disk takes nothing.
    """
    if proxy:
        Proxy.parse(proxy)
    ledger.set_setting(PROXY_SETTING, proxy.encode())
    ledger.set_setting(DISCOVERY_SETTING, b"" if discovery else _OFF)

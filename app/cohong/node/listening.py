"""Where this node listens, and where it tells others to look for it.

Told nothing, it listens at the usual port, or at a free one where another program has that. The port is remembered with
the profile, since the other members are told it. Nobody listens before there is a network; the port is held all the
same, so that two profiles made on one machine never give the same address to whoever founds their network.
"""

import logging
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.ledger.errors import LedgerUnavailable
from cohong.ledger.ledger import Ledger
from cohong.p2p.network import PeerAddress

logger = logging.getLogger(__name__)

ANY_HOST: Final = "0.0.0.0"
USUAL_PORT: Final = 4717
NEIGHBOUR_PORTS: Final = 32
"""Ports after the usual one that are tried before the system chooses one."""

PORT_SETTING: Final = "listen-port"
LOOPBACK: Final = {ANY_HOST: "127.0.0.1", "::": "::1"}
_SOMEWHERE: Final = {ANY_HOST: "192.0.2.1", "::": "2001:db8::1"}
"""Addresses for documentation: asked for the way there, the system names its own that leads out. Nothing is sent."""


@dataclass(slots=True)
class Listening:
    """One node's listening addresses.

    Attributes:
        given: where it was told to listen; empty leaves the port to this module.
        advertise: where others reach it, if not where it listens.
    """

    given: Sequence[PeerAddress] = ()
    advertise: Sequence[str] = ()
    _port: int = USUAL_PORT
    _held: socket.socket | None = field(default=None, repr=False)

    @property
    def is_free_to_choose(self) -> bool:
        """Whether another port may be taken where one is in use."""
        return not self.given

    def places(self) -> Sequence[PeerAddress]:
        """Return where to listen."""
        return self.given or [PeerAddress(ANY_HOST, self._port)]

    def reachable(self) -> list[str]:
        """Return where others reach this node, as far as that is known before it listens."""
        return list(self.advertise) or reachable(place for place in self.places() if place.port)

    def recall(self, ledger: Ledger) -> None:
        """Take the port that the profile has had."""
        remembered = ledger.get_setting(PORT_SETTING)
        self._port = int(remembered) if remembered else USUAL_PORT

    def hold(self, ledger: Ledger) -> None:
        """Keep a free port for this profile until it is listened at: the one that it has had, if that is free."""
        if self.given or self._held is not None:
            return
        before = self._port
        neighbours = range(USUAL_PORT, USUAL_PORT + NEIGHBOUR_PORTS)
        for port in dict.fromkeys([before, *neighbours, 0]):
            self._held = _bound(port)
            if self._held is not None:
                self._port = self._held.getsockname()[1]
                break
        if self._port != before:
            logger.info("another program has the port port=%d chosen=%d", before, self._port)
        try:
            ledger.set_setting(PORT_SETTING, str(self._port).encode())
        except LedgerUnavailable as error:
            # It holds for as long as this node runs, and nothing else depends on it.
            logger.warning("the port could not be remembered why=%s", error.code)

    def let_go(self) -> None:
        """Free the port that is held, for this node to listen at."""
        if self._held is not None:
            self._held.close()
            self._held = None


def reachable(places: Iterable[PeerAddress]) -> list[str]:
    """Return where others find a node that listens there: for all interfaces, the one that leads out of this machine.

    A guess where a router stands between: its own address is for the user to say.
    """
    return [str(PeerAddress(_outward(place.host), place.port)) for place in places]


def _outward(host: str) -> str:
    if host not in _SOMEWHERE:
        return host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((_SOMEWHERE[host], 9))
            return str(probe.getsockname()[0])
    except OSError:
        return LOOPBACK[host]


def _bound(port: int) -> socket.socket | None:
    """Return a socket that has the port, None if another program does."""
    held = socket.socket()
    try:
        held.bind((ANY_HOST, port))
    except OSError:
        held.close()
        return None
    return held

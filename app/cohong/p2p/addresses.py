"""Where a peer listens: a host and a TCP port, in the three spellings that users and libp2p write."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final

PORT_MAX: Final = 65_535
HOST_NAME_CHARACTERS_MAX: Final = 253
_MULTIADDR: Final = re.compile(r"/(ip4|ip6|dns|dns4|dns6)/([^/]+)/tcp/([^/]+)(?:/p2p/[^/]+)?")
_HOST_NAME: Final = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\.?")


@dataclass(frozen=True, slots=True)
class PeerAddress:
    """A TCP endpoint.

    Attributes:
        host: An IPv4 or IPv6 literal without brackets, or a DNS name (for dialling only).
        port: 0 to 65535; 0 only to listen, and means any free port.

    Raises:
        ValueError: The host is neither a literal nor a name, or the port is out of range.
    """

    host: str
    port: int

    def __post_init__(self) -> None:
        if not 0 <= self.port <= PORT_MAX:
            raise ValueError(f"port {self.port} is not between 0 and {PORT_MAX}")
        if not _is_ip(self.host):
            _check_name(self.host)

    @classmethod
    def parse(cls, text: str) -> PeerAddress:
        """Return the address that `text` spells: `host:port`, `[ipv6]:port` or a `/ip4/…/tcp/…` multiaddr.

        A `/p2p/<peer id>` at a multiaddr's end is dropped: who listens there is not taken from an address.

        Raises:
            ValueError: It is none of these; the message says what is wrong.
        """
        if text.startswith("/"):
            return cls._from_multiaddr(text)
        host, colon, port = text.rpartition(":")
        if not colon or not host:
            raise ValueError(f"address {text!r} has no port; write it as host:port")
        if host.startswith("[") and host.endswith("]"):
            host = host[1:-1]
            if ":" not in host:
                raise ValueError(f"address {text!r} has no IPv6 address in its brackets")
        elif ":" in host:
            raise ValueError(f"address {text!r} needs brackets around IPv6: [host]:port")
        return cls(host, _port(port))

    @classmethod
    def _from_multiaddr(cls, text: str) -> PeerAddress:
        match = _MULTIADDR.fullmatch(text)
        if match is None:
            raise ValueError(f"address {text!r} is not /ip4/…/tcp/…, /ip6/…/tcp/… or /dns/…/tcp/…")
        kind, host, port = match.groups()
        if kind.startswith("ip") and (not _is_ip(host) or ipaddress.ip_address(host).version != int(kind[2])):
            raise ValueError(f"address {text!r} has no {kind} address in it")
        return cls(host, _port(port))

    @property
    def multiaddr(self) -> str:
        """Return the same endpoint as libp2p spells it."""
        kind = f"ip{ipaddress.ip_address(self.host).version}" if _is_ip(self.host) else "dns"
        return f"/{kind}/{self.host}/tcp/{self.port}"

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def _is_ip(host: str) -> bool:
    # A scope ("%eth0") names an interface of this machine only, and a multiaddr cannot carry it.
    if "%" in host:
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _check_name(host: str) -> None:
    # All digits and dots is a mistyped IPv4 address, never a name worth asking a resolver for.
    looks_numeric = host.replace(".", "").isdigit()
    if looks_numeric or len(host) > HOST_NAME_CHARACTERS_MAX or not _HOST_NAME.fullmatch(host):
        raise ValueError(f"{host!r} is neither an IP address nor a host name")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 5):
        raise ValueError(f"port {text!r} is not a number between 0 and {PORT_MAX}")
    return int(text)

"""Connections through a SOCKS5 proxy (RFC 1928, RFC 1929): names are resolved there, not here."""

from __future__ import annotations

import errno
import ipaddress
import os
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit

import trio

from cohong.p2p.addresses import PeerAddress

VERSION: Final = 5
NO_LOGIN, LOGIN = 0, 2
CONNECT: Final = 1
IPV4, NAME, IPV6 = 1, 3, 4
FIELD_BYTES_MAX: Final = 255
_BOUND_BYTES: Final = {IPV4: 4, IPV6: 16}
_REFUSALS: Final = {
    3: errno.ENETUNREACH, 4: errno.EHOSTUNREACH, 5: errno.ECONNREFUSED, 6: errno.ETIMEDOUT,
}  # fmt: skip


class ProxyFailed(OSError):
    """The proxy itself cannot be used: nobody answers there, it wants another login, or it is none."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A SOCKS5 proxy, with a login where it wants one."""

    address: PeerAddress
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, text: str) -> Proxy:
        """Return the proxy that `text` spells: `socks5://HOST:PORT` or `socks5://USER:PASSWORD@HOST:PORT`.

        Raises:
            ValueError: It is not that.
        """
        url = urlsplit(text)
        if url.scheme not in ("socks5", "socks5h") or url.path not in ("", "/") or not url.hostname or not url.port:
            raise ValueError("a proxy is written as socks5://HOST:PORT")
        user, password = unquote(url.username or ""), unquote(url.password or "")
        if max(len(user.encode()), len(password.encode())) > FIELD_BYTES_MAX:
            raise ValueError("the proxy's login is too long")
        return cls(PeerAddress(url.hostname, url.port), user, password)


async def open_through(proxy: Proxy, address: PeerAddress) -> trio.SocketStream:
    """Return a connection to `address` through `proxy`. The caller sets the deadline.

    Raises:
        ProxyFailed: The proxy cannot be used.
        OSError: The proxy cannot reach `address`; the number says why.
    """
    try:
        stream = await trio.open_tcp_stream(proxy.address.host, proxy.address.port)
    except OSError as error:
        raise ProxyFailed("the proxy does not answer") from error
    try:
        await _log_in(proxy, stream)
        await _connect(stream, address)
    except BaseException as error:
        await trio.aclose_forcefully(stream)
        if isinstance(error, trio.BrokenResourceError):
            raise ProxyFailed("the proxy hung up") from error
        raise
    return stream


async def _log_in(proxy: Proxy, stream: trio.SocketStream) -> None:
    method = LOGIN if proxy.user else NO_LOGIN
    await stream.send_all(bytes([VERSION, 1, method]))
    if await _read(stream, 2) != bytes([VERSION, method]):
        raise ProxyFailed("the proxy wants another login, or is none")
    if method == LOGIN:
        await stream.send_all(b"\x01" + _field(proxy.user) + _field(proxy.password))
        if (await _read(stream, 2))[1] != 0:
            raise ProxyFailed("the proxy refuses the login")


async def _connect(stream: trio.SocketStream, address: PeerAddress) -> None:
    await stream.send_all(bytes([VERSION, CONNECT, 0]) + _place(address.host) + address.port.to_bytes(2, "big"))
    version, code, _, kind = await _read(stream, 4)
    if version != VERSION:
        raise ProxyFailed("this is no SOCKS5 proxy")
    if code:
        number = _REFUSALS.get(code, errno.ENETUNREACH)
        raise (ConnectionRefusedError if number == errno.ECONNREFUSED else OSError)(number, os.strerror(number))
    size = (await _read(stream, 1))[0] if kind == NAME else _BOUND_BYTES.get(kind)
    if size is None:
        raise ProxyFailed("this is no SOCKS5 proxy")
    await _read(stream, size + 2)


def _place(host: str) -> bytes:
    try:
        packed = ipaddress.ip_address(host).packed
    except ValueError:
        return bytes([NAME]) + _field(host)
    return bytes([IPV4 if len(packed) == _BOUND_BYTES[IPV4] else IPV6]) + packed


def _field(text: str) -> bytes:
    return bytes([len(text.encode())]) + text.encode()


async def _read(stream: trio.SocketStream, size: int) -> bytes:
    """Return exactly `size` bytes: what comes after them is the peer's."""
    found = b""
    while len(found) < size:
        chunk = await stream.receive_some(size - len(found))
        if not chunk:
            raise ProxyFailed("the proxy hung up")
        found += bytes(chunk)
    return found

"""What is said to a SOCKS5 proxy, and what its answers come to."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable

import pytest
import trio

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.socks import Proxy, ProxyFailed, open_through

BOUND = b"\x01\x7f\x00\x00\x01\x00\x09"
TARGET = PeerAddress("192.0.2.7", 4717)


def heard_by_proxy(*answers: bytes, target: PeerAddress = TARGET, login: str = "") -> tuple[bytes, bytes | OSError]:
    """Return what a proxy hears that answers so, and what comes of it: the target's first words, or an error."""

    async def main() -> tuple[bytes, bytes | OSError]:
        heard = b""
        [listener] = await trio.open_tcp_listeners(0, host="127.0.0.1")
        proxy = Proxy.parse(f"socks5://{login}127.0.0.1:{listener.socket.getsockname()[1]}")

        async def serve() -> None:
            nonlocal heard
            async with await listener.accept() as stream:
                # Whoever has heard enough hangs up.
                with contextlib.suppress(trio.BrokenResourceError):
                    for answer in answers:
                        heard += bytes(await stream.receive_some())
                        await stream.send_all(answer)
                    await stream.send_all(b"hello")

        with trio.fail_after(5):
            async with listener, trio.open_nursery() as nursery:
                nursery.start_soon(serve)
                try:
                    async with await open_through(proxy, target) as stream:
                        return heard, bytes(await stream.receive_some())
                except OSError as error:
                    return heard, error

    return trio.run(main)


def test_an_address_is_asked_for_without_a_login() -> None:
    heard = heard_by_proxy(b"\x05\x00", b"\x05\x00\x00" + BOUND)
    assert heard == (b"\x05\x01\x00" + b"\x05\x01\x00\x01\xc0\x00\x02\x07\x12\x6d", b"hello")


def test_a_name_is_resolved_by_the_proxy_and_a_login_is_given_where_there_is_one() -> None:
    heard = heard_by_proxy(
        b"\x05\x02", b"\x01\x00", b"\x05\x00\x00\x03\x01a\x00\x09",
        target=PeerAddress("firm.example", 1), login="me:a%20b@",
    )  # fmt: skip
    said = b"\x05\x01\x02" + b"\x01\x02me\x03a b" + b"\x05\x01\x00\x03\x0cfirm.example\x00\x01"
    assert heard == (said, b"hello")


@pytest.mark.parametrize(
    ("answers", "is_expected"),
    [
        ([b"\x05\xff"], lambda error: isinstance(error, ProxyFailed)),
        ([b"HT"], lambda error: isinstance(error, ProxyFailed)),
        ([b"\x05\x00", b"\x05\x05\x00" + BOUND], lambda error: isinstance(error, ConnectionRefusedError)),
        ([b"\x05\x00", b"\x05\x06\x00" + BOUND], lambda error: error.errno == errno.ETIMEDOUT),
        ([b"\x05\x00", b"\x05\x01\x00" + BOUND], lambda error: error.errno == errno.ENETUNREACH),
        ([b"\x05\x00", b"\x05\x00\x00\x09" + BOUND], lambda error: isinstance(error, ProxyFailed)),
    ],
)
def test_a_refusal_says_whether_it_is_the_proxys_or_the_targets(
    answers: list[bytes], is_expected: Callable[[OSError], bool]
) -> None:
    _, error = heard_by_proxy(*answers)
    assert isinstance(error, OSError) and is_expected(error)


@pytest.mark.parametrize(
    "text", ["", "127.0.0.1:9050", "http://127.0.0.1:1", "socks5://127.0.0.1", "socks5://:1", "socks5://a:1/b"]
)
def test_what_is_no_proxy_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="proxy"):
        Proxy.parse(text)


def test_password_is_not_in_what_is_logged() -> None:
    assert "secret" not in repr(Proxy.parse("socks5://me:secret@127.0.0.1:1"))

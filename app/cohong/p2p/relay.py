"""A member's node that passes bytes between two others which cannot reach each other.

    caller ──── ASK target ────► relay ──── TICKET caller, answer, token ────► target     (on the links with it)
    caller ◄─── TICKET target, call, token ─── relay
    caller ════ TCP: CALL_MARK token ════► relay ◄════ TCP: CALL_MARK token ════ target

Both connect to the port that the relay listens at and show their tokens; from there on it copies bytes. The two shake
hands through it as over any TCP connection: the relay sees ciphertext and can pose as neither, and every guard of a
direct connection holds on a relayed one. A token is good for one connection within TICKET_S; whoever steals one gets
as far as the other side's gate.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import trio
from libp2p.io.exceptions import ConnectionClosedError

from cohong.p2p.link_frames import TOKEN_BYTES
from cohong.p2p.tcp import BufferedTcpStream

CALL_MARK: Final = b"\x00cohong relay 1\n"
"""Begins a connection to a relay. A handshake begins with another byte: the length of its first line."""

TICKET_S: Final = 10.0
CALLS_MAX: Final = 64
CALLS_A_MEMBER: Final = 16
CALL_BYTES_MAX: Final = 1024 * 1024 * 1024
"""After so much, both ways together, a call ends, and a direct way is tried again before the next one."""

IDLE_S: Final = 60.0


@dataclass(slots=True, eq=False)
class _Call:
    caller: bytes
    target: bytes
    until: float
    tokens: tuple[bytes, bytes]
    first: BufferedTcpStream | None = None
    first_token: bytes = b""
    met: trio.Event = field(default_factory=trio.Event)
    over: trio.Event = field(default_factory=trio.Event)
    bytes_left: int = CALL_BYTES_MAX


class Relay:
    """The calls that this node passes on."""

    def __init__(self, token: Callable[[], bytes] = lambda: os.urandom(TOKEN_BYTES)) -> None:
        self._token = token
        self._calls: dict[bytes, _Call] = {}

    def tickets(self, caller: bytes, target: bytes) -> tuple[bytes, bytes] | None:
        """Return the tokens of a new call, the caller's first; None where these members have too many."""
        self._forget_missed()
        calls = set(self._calls.values())
        if len(calls) >= CALLS_MAX:
            return None
        if any(sum(who in (call.caller, call.target) for call in calls) >= CALLS_A_MEMBER for who in (caller, target)):
            return None
        tokens = self._token(), self._token()
        call = _Call(caller, target, trio.current_time() + TICKET_S, tokens)
        self._calls.update(dict.fromkeys(tokens, call))
        return tokens

    def _forget_missed(self) -> None:
        now = trio.current_time()
        for call in set(self._calls.values()):
            if not call.met.is_set() and call.until <= now:
                self._forget(call)

    def _forget(self, call: _Call) -> None:
        for token in call.tokens:
            self._calls.pop(token, None)

    async def connect(self, token: bytes, tcp: BufferedTcpStream) -> None:
        """Pass a connection on to the one that shows the other token of its call; returns when that is over.

        Does not raise but when cancelled. The caller closes `tcp`.
        """
        call = self._calls.get(token)
        if call is None or call.met.is_set() or call.first_token == token or call.until <= trio.current_time():
            return
        if call.first is None:
            call.first, call.first_token = tcp, token
            await self._wait_for_other(call)
            return
        call.met.set()
        try:
            await _splice(call, call.first, tcp)
        finally:
            call.over.set()
            self._forget(call)

    async def _wait_for_other(self, call: _Call) -> None:
        with trio.move_on_at(call.until):
            await call.met.wait()
        if call.met.is_set():
            await call.over.wait()
        else:
            self._forget(call)


async def _splice(call: _Call, one: BufferedTcpStream, other: BufferedTcpStream) -> None:
    async with trio.open_nursery() as nursery:

        async def copy(source: BufferedTcpStream, sink: BufferedTcpStream) -> None:
            with contextlib.suppress(ConnectionClosedError, trio.TooSlowError, trio.BusyResourceError):
                while call.bytes_left > 0:
                    with trio.fail_after(IDLE_S):
                        chunk = await source.read()
                        if not chunk:
                            break
                        await sink.write_alone(chunk)
                    call.bytes_left -= len(chunk)
            nursery.cancel_scope.cancel()

        for tcp in (one, other):
            tcp.trust()
        nursery.start_soon(copy, one, other)
        nursery.start_soon(copy, other, one)

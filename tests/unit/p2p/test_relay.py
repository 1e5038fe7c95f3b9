"""Which calls a relay takes on, and what it copies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
import trio
import trio.testing

from cohong.p2p.addresses import PeerAddress
from cohong.p2p.relay import CALLS_A_MEMBER, CALLS_MAX, TICKET_S, Relay
from cohong.p2p.tcp import BufferedTcpStream, bind

A, B, C = (bytes([number]) * 32 for number in range(3))


def relay_with_counted_tokens() -> Relay:
    numbers: Iterator[int] = count(1)
    return Relay(lambda: next(numbers).to_bytes(16, "big"))


def member(number: int) -> bytes:
    return number.to_bytes(32, "big")


async def pair() -> tuple[trio.SocketStream, BufferedTcpStream]:
    """Return a member's end and the relay's end of a connection."""
    [listener] = bind([PeerAddress("127.0.0.1", 0)])
    port = listener.socket.getsockname()[1]
    near = await trio.open_tcp_stream("127.0.0.1", port)
    far = await listener.accept()
    await listener.aclose()
    return near, BufferedTcpStream(far)


def test_two_who_show_the_tokens_of_a_call_are_joined_until_one_leaves() -> None:
    async def main() -> tuple[bytes, bytes, bytes]:
        relay = relay_with_counted_tokens()
        tokens = relay.tickets(A, B)
        assert tokens is not None
        (one, here), (other, there) = await pair(), await pair()
        with trio.fail_after(5):
            async with trio.open_nursery() as nursery:
                nursery.start_soon(relay.connect, tokens[0], here)
                nursery.start_soon(relay.connect, tokens[1], there)
                await one.send_all(b"to the other")
                await other.send_all(b"to the one")
                heard = await one.receive_some(), await other.receive_some()
                await one.aclose()
            await trio.aclose_forcefully(there.stream)
            return *heard, await other.receive_some()

    assert trio.run(main) == (b"to the one", b"to the other", b"")


@pytest.mark.parametrize("second", [0, 7])
def test_one_token_twice_or_an_unknown_one_joins_nobody(second: int) -> None:
    async def main() -> int:
        relay = relay_with_counted_tokens()
        tokens = relay.tickets(A, B)
        assert tokens is not None
        (_, here), (_, there) = await pair(), await pair()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(relay.connect, tokens[0], here)
            await trio.testing.wait_all_tasks_blocked()
            await relay.connect(tokens[0] if second == 0 else bytes(16), there)
            left = len(nursery.child_tasks)
            nursery.cancel_scope.cancel()
        return left

    assert trio.run(main) == 1


def test_tokens_end_after_a_while() -> None:
    async def main() -> None:
        relay = relay_with_counted_tokens()
        tokens = relay.tickets(A, B)
        assert tokens is not None
        (_, here), (_, there) = await pair(), await pair()
        await relay.connect(tokens[0], here)  # nobody answers
        await relay.connect(tokens[1], there)

    clock = trio.testing.MockClock(autojump_threshold=0.05)

    async def timed() -> float:
        await main()
        return trio.current_time()

    assert trio.run(timed, clock=clock) == pytest.approx(TICKET_S, abs=0.5)


def test_calls_of_a_member_and_of_all_are_bounded_and_end_unused() -> None:
    async def main() -> tuple[list[bool], list[bool], bool]:
        relay = relay_with_counted_tokens()
        of_one = [relay.tickets(A, member(number)) is not None for number in range(10, 11 + CALLS_A_MEMBER)]
        of_all = [relay.tickets(member(100 + 2 * n), member(101 + 2 * n)) is not None for n in range(CALLS_MAX)]
        await trio.sleep(TICKET_S)
        return of_one, of_all, relay.tickets(A, B) is not None

    of_one, of_all, afterwards = trio.run(main, clock=trio.testing.MockClock(autojump_threshold=0))
    assert of_one == [True] * CALLS_A_MEMBER + [False]
    assert sum(of_all) == CALLS_MAX - CALLS_A_MEMBER
    assert afterwards

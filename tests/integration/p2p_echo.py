"""Bob in a process of his own: `python -m tests.integration.p2p_echo PORT KEEPALIVE_S` echoes Alice's frames.

He begins when a line comes on standard input, so that a test can have him ready before he is needed, and
ends with that input, so that he does not outlive a test that fails.
"""

from __future__ import annotations

import sys

import trio
from tests.integration.p2p_networks import Person, quick, running

from cohong.p2p.network import Link, LinkClosed, PeerAddress


async def _echo(link: Link) -> None:
    try:
        while True:
            await link.send(await link.receive())
    except LinkClosed:
        return


async def _main(port: int, keepalive_s: float) -> None:
    alice, bob = Person(1), Person(2)
    settings = quick(keepalive_s=keepalive_s)
    listen = PeerAddress("127.0.0.1", port)
    async with (
        running(bob, {alice.member}, listen=listen, settings=settings) as bobs,
        trio.open_nursery() as nursery,
    ):
        nursery.start_soon(_end_with_input, nursery.cancel_scope)
        async for link in bobs.network.links:
            nursery.start_soon(_echo, link)


async def _end_with_input(scope: trio.CancelScope) -> None:
    await trio.to_thread.run_sync(sys.stdin.read)
    scope.cancel()


if __name__ == "__main__" and sys.stdin.readline():
    trio.run(_main, int(sys.argv[1]), float(sys.argv[2]))

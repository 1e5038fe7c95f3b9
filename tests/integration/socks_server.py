"""A SOCKS5 proxy on loopback, run apart from the nodes that dial through it; prints its port, then each target."""

from __future__ import annotations

import sys

import trio


async def copy(source: trio.SocketStream, sink: trio.SocketStream, scope: trio.CancelScope) -> None:
    try:
        async for chunk in source:
            await sink.send_all(chunk)
    except (trio.BrokenResourceError, trio.ClosedResourceError):
        pass
    scope.cancel()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def serve(stream: trio.SocketStream) -> None:
    async with stream:
        await stream.receive_some(3)
        await stream.send_all(b"\x05\x00")
        wish = bytes(await stream.receive_some(10))
        host, port = ".".join(map(str, wish[4:8])), int.from_bytes(wish[8:10], "big")
        say(f"{host}:{port}")
        try:
            target = await trio.open_tcp_stream(host, port)
        except OSError:
            await stream.send_all(b"\x05\x05\x00\x01" + bytes(6))
            return
        await stream.send_all(b"\x05\x00\x00\x01" + bytes(6))
        async with target, trio.open_nursery() as nursery:
            nursery.start_soon(copy, stream, target, nursery.cancel_scope)
            nursery.start_soon(copy, target, stream, nursery.cancel_scope)


async def main() -> None:
    [listener] = await trio.open_tcp_listeners(0, host="127.0.0.1")
    say(str(listener.socket.getsockname()[1]))
    await trio.serve_listeners(serve, [listener])


if __name__ == "__main__":
    trio.run(main)

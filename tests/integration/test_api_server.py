"""The API over a real Unix socket: who gets in, what is answered, and what a client can't break."""

from __future__ import annotations

import json
import os
import socket
import stat
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import trio
import trio.testing

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import REQUEST_BYTES_MAX
from cohong.api.requests import NoParams, OfObject
from cohong.api.views import Done
from cohong.node import api_server
from cohong.node.api_server import REQUESTS_AT_ONCE, Handler, serve_api
from cohong.node.api_socket import EndpointInUseError, EndpointUnsafeError
from cohong.node.notifier import BOOK_INTERVAL_S, RING_MAX, Notifier

LIMIT_S = 20


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A socket's path short enough whatever the temporary folder of pytest is called."""
    previous = Path.cwd()
    os.chdir(tmp_path)
    yield Path("run") / "api.sock"
    os.chdir(previous)


class Client:
    """A client that can also say what no proper client says."""

    def __init__(self, stream: trio.SocketStream) -> None:
        self.stream = stream
        self._unread = b""

    async def say(self, line: bytes) -> None:
        await self.stream.send_all(line + b"\n")

    async def ask(self, request_id: int, method: str, **params: object) -> None:
        await self.say(json.dumps({"jsonrpc": "2.0", "id": request_id, "method": method, "params": params}).encode())

    async def hear(self) -> Any:
        """Return the next line, or None when the node has closed the connection."""
        while b"\n" not in self._unread:
            received = await self.stream.receive_some(65536)
            if not received:
                return None
            self._unread += received
        line, self._unread = self._unread.split(b"\n", 1)
        return json.loads(line)


@asynccontextmanager
async def connected(path: Path) -> AsyncIterator[Client]:
    async with await trio.open_unix_socket(str(path)) as stream:
        yield Client(stream)


def with_node(
    path: Path,
    handlers: Mapping[str, Handler],
    test: Callable[[Client, Notifier], Awaitable[None]],
) -> None:
    async def main() -> None:
        notifier = Notifier()
        with trio.fail_after(LIMIT_S):
            async with trio.open_nursery() as nursery:
                await nursery.start(serve_api, path, handlers, notifier)
                async with connected(path) as client:
                    await test(client, notifier)
                nursery.cancel_scope.cancel()

    trio.run(main)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def done(_params: NoParams) -> Done:
    return Done()


def test_socket_is_private_and_gone_after_the_node(path: Path) -> None:
    async def test(client: Client, _notifier: Notifier) -> None:
        assert (mode(path), mode(path.parent)) == (0o600, 0o700)
        await client.ask(1, "node.status")
        assert await client.hear() == {"jsonrpc": "2.0", "id": 1, "result": {"done": 1}}

    with_node(path, {"node.status": done}, test)
    assert list(path.parent.iterdir()) == []


def test_open_folder_of_ours_is_closed_to_others(path: Path) -> None:
    path.parent.mkdir(mode=0o755)

    async def test(_client: Client, _notifier: Notifier) -> None:
        assert mode(path.parent) == 0o700

    with_node(path, {}, test)


def test_folder_that_is_a_link_is_refused(path: Path) -> None:
    Path("elsewhere").mkdir()
    path.parent.symlink_to("elsewhere")
    with pytest.raises(EndpointUnsafeError):
        trio.run(partial(serve_api, path, {}, Notifier()))


def test_file_in_the_place_of_the_socket_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("somebody's work")
    with pytest.raises(EndpointUnsafeError):
        trio.run(partial(serve_api, path, {}, Notifier()))
    assert path.read_text() == "somebody's work"


def test_other_user_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The kernel's answer can't be forged by a test without a second user: ours is shifted by one instead.
    monkeypatch.setattr(api_server, "peer_uid", lambda connected: os.getuid() + 1)

    async def test(client: Client, _notifier: Notifier) -> None:
        with suppress(trio.BrokenResourceError):
            await client.ask(1, "node.status")
            assert await client.hear() is None

    with_node(path, {"node.status": done}, test)


def test_socket_of_a_dead_node_is_replaced(path: Path) -> None:
    path.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))

    async def test(client: Client, _notifier: Notifier) -> None:
        await client.ask(1, "node.status")
        assert (await client.hear())["result"] == {"done": 1}

    with_node(path, {"node.status": done}, test)


def test_socket_of_a_live_node_is_never_taken(path: Path) -> None:
    async def test(client: Client, _notifier: Notifier) -> None:
        with pytest.raises(EndpointInUseError):
            await serve_api(path, {}, Notifier())
        # Even where somebody has cleared the lock away.
        path.with_suffix(".lock").unlink()
        with pytest.raises(EndpointInUseError):
            await serve_api(path, {}, Notifier())
        await client.ask(1, "node.status")
        assert (await client.hear())["result"] == {"done": 1}

    with_node(path, {"node.status": done}, test)


def test_requests_of_one_connection_overtake_each_other(path: Path) -> None:
    released = trio.Event()

    async def slow(_params: NoParams) -> Done:
        await released.wait()
        return Done()

    async def fast(_params: NoParams) -> Done:
        released.set()
        return Done()

    async def test(client: Client, _notifier: Notifier) -> None:
        await client.ask(1, "book.digest")
        await client.ask(2, "node.status")
        answers = [await client.hear(), await client.hear()]
        assert sorted(answer["id"] for answer in answers) == [1, 2]

    with_node(path, {"book.digest": slow, "node.status": fast}, test)


def test_no_more_requests_run_at_once_than_the_limit(path: Path) -> None:
    running: list[int] = []
    most: list[int] = []
    released = trio.Event()

    async def count(_params: NoParams) -> Done:
        running.append(1)
        most.append(len(running))
        if len(running) == REQUESTS_AT_ONCE:
            # Give a 33rd one every opportunity to be let in.
            await trio.testing.wait_all_tasks_blocked()
            released.set()
        await released.wait()
        running.pop()
        return Done()

    async def test(client: Client, _notifier: Notifier) -> None:
        for number in range(100):
            await client.ask(number, "node.status")
        assert sorted([(await client.hear())["id"] for _ in range(100)]) == list(range(100))

    with_node(path, {"node.status": count}, test)
    assert max(most) == REQUESTS_AT_ONCE


def test_refusal_and_fault_are_answered_and_the_node_lives_on(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def refuse(params: OfObject) -> Done:
        raise ApiError(ApiErrorCode.UNKNOWN_OBJECT, params.object)

    async def break_down(_params: NoParams) -> Done:
        raise ZeroDivisionError

    async def test(client: Client, _notifier: Notifier) -> None:
        await client.ask(1, "book.record", object="abc")
        assert (await client.hear())["error"] == {
            "code": -32000,
            "message": "unknown-object",
            "data": {"code": "unknown-object", "detail": "abc"},
        }
        await client.ask(2, "book.digest")
        assert (await client.hear())["error"]["code"] == -32603
        await client.ask(3, "sync.status")
        assert (await client.hear())["error"]["data"] == {"code": "unknown-method", "detail": "sync.status"}
        await client.ask(4, "node.status")
        assert (await client.hear())["result"] == {"done": 1}

    with_node(path, {"book.record": refuse, "book.digest": break_down, "node.status": done}, test)
    assert "request failed method=book.digest" in caplog.text


def test_malformed_lines_are_answered_and_the_next_request_is_served(path: Path) -> None:
    async def test(client: Client, _notifier: Notifier) -> None:
        for line in (b"nonsense", b"[]", b'{"jsonrpc":"2.0","id":7,"method":"no.such"}', b"", b"  \r"):
            await client.say(line)
        await client.ask(8, "node.status")
        answers = [await client.hear() for _ in range(4)]
        assert [answer.get("error", {}).get("code") for answer in answers] == [-32700, -32600, -32601, None]

    with_node(path, {"node.status": done}, test)


def test_endless_line_is_answered_and_cut_off(path: Path) -> None:
    async def test(client: Client, _notifier: Notifier) -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(flood, client)
            answer = await client.hear()
            assert answer["error"]["data"] == {"code": "bad-line", "detail": "too-long"}
            nursery.cancel_scope.cancel()
        async with connected(path) as other:
            await other.ask(1, "node.status")
            assert (await other.hear())["result"] == {"done": 1}

    async def flood(client: Client) -> None:
        with suppress(trio.BrokenResourceError):
            await client.stream.send_all(b"x" * (3 * REQUEST_BYTES_MAX))

    with_node(path, {"node.status": done}, test)


def test_last_line_without_a_line_feed_is_answered_after_the_client_has_said_all(path: Path) -> None:
    async def test(client: Client, _notifier: Notifier) -> None:
        await client.stream.send_all(b'{"jsonrpc":"2.0","id":1,"method":"node.status"}')
        await client.stream.send_eof()
        assert (await client.hear())["result"] == {"done": 1}
        assert await client.hear() is None

    with_node(path, {"node.status": done}, test)


def test_request_of_a_client_that_went_away_runs_to_its_end(path: Path) -> None:
    begun, go_on, ended = trio.Event(), trio.Event(), trio.Event()

    async def slow(_params: NoParams) -> Done:
        begun.set()
        await go_on.wait()
        await trio.lowlevel.checkpoint()
        ended.set()
        return Done()

    async def test(_client: Client, _notifier: Notifier) -> None:
        async with connected(path) as leaving:
            await leaving.ask(1, "node.status")
            await begun.wait()
        go_on.set()
        await ended.wait()

    with_node(path, {"node.status": slow}, test)


def test_request_that_stops_the_node_is_answered(path: Path) -> None:
    async def main() -> None:
        with trio.fail_after(LIMIT_S):
            async with trio.open_nursery() as nursery:

                async def stop(_params: NoParams) -> Done:
                    nursery.cancel_scope.cancel()
                    return Done()

                await nursery.start(serve_api, path, {"node.stop": stop}, Notifier())
                stream = await trio.open_unix_socket(str(path))
                client = Client(stream)
                await client.ask(1, "node.stop")
                with trio.CancelScope(shield=True):
                    heard.append(await client.hear())
                    heard.append(await client.hear())

    heard: list[Any] = []
    trio.run(main)
    assert heard == [{"jsonrpc": "2.0", "id": 1, "result": {"done": 1}}, None]


def test_api_describes_itself(path: Path) -> None:
    async def test(client: Client, _notifier: Notifier) -> None:
        await client.ask(1, "rpc.discover")
        document = (await client.hear())["result"]
        assert document["openrpc"] == "1.3.2"
        assert "book.rows" in {method["name"] for method in document["methods"]}

    with_node(path, {}, test)


def test_subscriber_hears_what_came_after_its_number_and_others_hear_nothing(path: Path) -> None:
    async def test(client: Client, notifier: Notifier) -> None:
        notifier.publish("peers")
        notifier.publish("members")
        await client.ask(1, "node.subscribe", after=1)
        assert (await client.hear())["result"] == {"done": 1}
        assert await client.hear() == {
            "jsonrpc": "2.0",
            "method": "changed",
            "params": {"number": 2, "topic": "members", "objects": [], "value": {}},
        }
        async with connected(path) as other:
            notifier.publish("network")
            assert (await client.hear())["params"]["topic"] == "network"
            await other.ask(5, "node.status")
            assert (await other.hear())["id"] == 5

    with_node(path, {"node.status": done}, test)


def test_flood_of_book_notices_comes_about_ten_times_a_second(path: Path) -> None:
    async def test(client: Client, notifier: Notifier) -> None:
        await client.ask(1, "node.subscribe")
        await client.hear()
        notifier.publish("book", ["first"])
        assert (await client.hear())["params"]["objects"] == ["first"]
        started = trio.current_time()
        for number in range(50):
            notifier.publish("book", [str(number)])
            await trio.sleep(0.005)
        heard: set[str] = set()
        notices = 0
        while len(heard) < 50:
            heard.update((await client.hear())["params"]["objects"])
            notices += 1
        assert notices <= 2 + (trio.current_time() - started) / BOOK_INTERVAL_S

    with_node(path, {}, test)


def test_subscriber_that_does_not_read_is_told_to_read_anew(path: Path) -> None:
    async def test(client: Client, notifier: Notifier) -> None:
        await client.ask(1, "node.subscribe")
        await client.hear()
        for _ in range(20):
            for number in range(RING_MAX // 4):
                notifier.publish("import", value={"id": "x" * 200, "number": number})
            await trio.testing.wait_all_tasks_blocked()
        topics = set()
        while (notice := (await client.hear())["params"])["number"] < notifier.newest:
            topics.add(notice["topic"])
        assert "resync" in topics | {notice["topic"]}

    with_node(path, {}, test)

"""The client against a real node: refusals, losses, coming back."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.gui.conftest import Desk, Run, RunningNode, until

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop.node_client import NodeClient, NodeUnreachable
from cohong.desktop.node_process import STOP_S, NodeProcess


def test_a_refusal_has_the_nodes_code(desk: Desk, run: Run[Any]) -> None:
    with pytest.raises(ApiError) as refused:
        run(desk.client.call("profile.unlock", requests.Unlock(passphrase="whatever it may be")))
    assert refused.value.code is ApiErrorCode.NO_PROFILE


def test_what_changed_is_told_by_topic(desk: Desk, run: Run[Any]) -> None:
    topics: list[str] = []
    desk.client.changed.connect(lambda topic, objects, value: topics.append(topic))
    run(desk.make_profile())
    run(until(lambda: "profile" in topics))


def test_after_a_kill_the_client_comes_back_by_itself(desk: Desk, run: Run[Any]) -> None:
    run(_kill_and_come_back(desk))


async def _kill_and_come_back(desk: Desk) -> None:
    await desk.make_profile()
    await desk.screen("network")
    desk.node.kill()
    await until(lambda: not desk.client.is_connected)
    desk.node.start()
    await until(lambda: desk.client.is_connected)
    await desk.screen("unlock")


def test_without_a_node_a_call_says_so_soon(run: Run[Any], node: RunningNode) -> None:
    client = NodeClient(node.profile_dir)
    with pytest.raises(NodeUnreachable):
        run(client.call("profile.status"))


def test_a_call_under_way_fails_when_the_node_dies(desk: Desk, run: Run[Any]) -> None:
    async def call_and_kill() -> None:
        request = requests.CreateProfile(passphrase="seven small boats left at dawn", name="X")
        call = asyncio.ensure_future(desk.client.call("profile.create", request))
        await asyncio.sleep(0.05)
        desk.node.kill()
        with pytest.raises(NodeUnreachable):
            await call

    run(call_and_kill())


def test_a_node_of_ours_stops_with_the_window(run: Run[Any], node: RunningNode) -> None:
    run(_start_and_stop(node))


async def _start_and_stop(node: RunningNode) -> None:
    process, client = NodeProcess(node.profile_dir, node.listen), NodeClient(node.profile_dir)
    client.start()
    await process.ensure_running()
    assert process.is_ours
    await until(lambda: client.is_connected)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await process.stop(client)
    assert loop.time() - began < STOP_S, "it was asked, not killed"
    await until(lambda: not client.is_connected)
    await client.close()


def test_a_node_that_was_there_already_is_left_running(desk: Desk, run: Run[Any]) -> None:
    process = NodeProcess(desk.node.profile_dir)
    run(process.ensure_running())
    assert not process.is_ours
    run(process.stop(desk.client))
    assert run(desk.client.call("profile.status")).state == "none"


def test_a_node_that_cannot_start_gives_its_last_words(run: Run[Any], node: RunningNode) -> None:
    process = NodeProcess(node.profile_dir, "no address at all")
    run(process.ensure_running())
    run(until(lambda: process.ended_with() is not None))
    assert "no address at all" in (process.ended_with() or "")

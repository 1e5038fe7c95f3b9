"""The program as it is started: `python -m cohong.desktop`."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.gui.conftest import WAIT_S, free_port

from cohong.api import endpoint

END_S = 5.0


Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the program on a profile of its own; what a failed test leaves running is ended."""
    started: list[subprocess.Popen[bytes]] = []

    def start(**environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "cohong.desktop", "--profile", str(tmp_path / "profile")]
        command += ["--listen", f"127.0.0.1:{free_port()}"]
        started.append(subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, **environment}))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate(timeout=WAIT_S)


def _wait_for_node(profile_dir: Path) -> None:
    deadline = time.monotonic() + WAIT_S
    while not endpoint.socket_path(profile_dir).exists():
        assert time.monotonic() < deadline, "no node"
        time.sleep(0.05)


def _nodes_of(profile_dir: Path) -> list[str]:
    nodes = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            arguments = path.read_bytes().split(b"\0")
            if b"cohong.node" in arguments and os.fsencode(profile_dir) in arguments:
                nodes.append(path.parent.name)
    return nodes


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_window_and_its_node_within_five_seconds(
    tmp_path: Path, start: Start, number: signal.Signals
) -> None:
    process = start()
    _wait_for_node(tmp_path / "profile")
    assert len(_nodes_of(tmp_path / "profile")) == 1
    began = time.monotonic()
    process.send_signal(number)
    _, errors = process.communicate(timeout=WAIT_S)
    assert (process.returncode, errors.decode()) == (0, "")
    assert time.monotonic() - began < END_S
    assert _nodes_of(tmp_path / "profile") == []


def test_a_window_that_is_killed_leaves_no_node_behind(tmp_path: Path, start: Start) -> None:
    process = start()
    _wait_for_node(tmp_path / "profile")
    process.kill()
    process.communicate(timeout=WAIT_S)
    deadline = time.monotonic() + WAIT_S
    while _nodes_of(tmp_path / "profile"):
        assert time.monotonic() < deadline, "the node outlives its window"
        time.sleep(0.05)


def test_without_a_screen_it_says_so(start: Start) -> None:
    process = start(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    _, errors = process.communicate(timeout=WAIT_S)
    assert process.returncode == 1
    assert b"there is no screen here" in errors

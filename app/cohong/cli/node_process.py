"""Node processes: started apart from this program, which only knows their module's name and their flags."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from cohong.api.endpoint import socket_path
from cohong.cli.node_client import NodeClient, NodeNotReachableError

NODE_MODULE: Final = "cohong.node"
DESKTOP_MODULE: Final = "cohong.desktop"
START_TIMEOUT_S: Final = 20.0
_POLL_S: Final = 0.05


class NodeDidNotStartError(Exception):
    """The node that was started ended again, or does not open its socket.

    Attributes:
        exit_code: of the process; None if it still runs.
    """

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"exit code {exit_code}")
        self.exit_code = exit_code


def module_command(module: str, *flags: str) -> list[str]:
    """Return the command that runs a program of ours with this Python."""
    return [sys.executable, "-m", module, *flags]


def become(command: Sequence[str]) -> NoReturn:
    """Replace this process by another one, which keeps the terminal, the signals and the exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], list(command))


def is_running(profile_dir: Path) -> bool:
    """Return whether a node answers for the profile."""
    try:
        NodeClient.connect(profile_dir).close()
    except NodeNotReachableError:
        return False
    return True


def start_detached(profile_dir: Path) -> int:
    """Start a node that goes on after this program, wait until it answers, and return its process id.

    Raises:
        NodeDidNotStartError: see there.
    """
    process = subprocess.Popen(
        module_command(NODE_MODULE, "--profile", os.fspath(profile_dir)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait_until_listening(profile_dir, process)
    return process.pid


def wait_until_listening(profile_dir: Path, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the node's socket takes connections.

    Raises:
        NodeDidNotStartError: the process ended, or START_TIMEOUT_S passed.
    """
    path = socket_path(profile_dir)
    deadline = time.monotonic() + START_TIMEOUT_S
    while not (path.exists() and is_running(profile_dir)):
        if process.poll() is not None or time.monotonic() > deadline:
            raise NodeDidNotStartError(process.returncode)
        time.sleep(_POLL_S)

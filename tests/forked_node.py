"""Node processes for tests, forked from one that has the program imported already.

The tests start some hundred nodes, and importing takes each a second of a core. What is forked is the same program in
a process of its own, from reading its arguments on. That a node also starts from nothing is seen wherever a test runs
the demo, the shell or the desktop.
"""

from __future__ import annotations

import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from tests.node_forge import NUMBER

CHECKOUT = Path(__file__).resolve().parents[1]


class ForkedNode:
    """A node process, with what `subprocess.Popen` has of it; its error output goes where its output goes.

    Attributes:
        stdin: our end of its input.
    """

    def __init__(self, arguments: Sequence[str], *, output: int, environment: Mapping[str, str] = os.environ) -> None:
        given, ours = os.pipe()
        self._end, theirs = socket.socketpair()
        asked = {"arguments": list(arguments), "environment": dict(environment), "folder": os.getcwd()}
        with theirs:
            socket.send_fds(_forge(), [json.dumps(asked).encode()], [given, output, theirs.fileno()])
        os.close(given)
        self.stdin: BinaryIO = open(ours, "wb", buffering=0)  # noqa: SIM115  # closed with the process
        self.pid = self._number()
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return its exit code, negative for a signal; None as long as it runs."""
        if self.returncode is None and select.select([self._end], [], [], 0)[0]:
            self.returncode = self._number()
            self._end.close()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; returns its exit code.

        Raises:
            subprocess.TimeoutExpired: it still runs after `timeout` seconds.
        """
        if self.returncode is None:
            select.select([self._end], [], [], timeout)
        code = self.poll()
        if code is None:
            raise subprocess.TimeoutExpired(["cohong.node"], timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end in good order."""
        self.send_signal(signal.SIGTERM)

    def _number(self) -> int:
        return int(NUMBER.unpack(self._end.recv(NUMBER.size))[0])


@functools.cache
def _forge() -> socket.socket:
    """Start the process that forks; it ends when this one does, since the socket closes."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, "-m", "tests.node_forge"]
        _started.append(subprocess.Popen(command, stdin=theirs.fileno(), cwd=CHECKOUT))
    return ours


_started: list[subprocess.Popen[bytes]] = []

"""A process that has the program imported already, and forks a node for each request: see `forked_node`.

A request is one message on its standard input, a socket: arguments, environment and folder as JSON, with the node's
input and output and the line on which its process id and, once it has ended, its status are told.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import struct
import sys
from typing import Final

from cohong.node.__main__ import main

MESSAGE_BYTES_MAX: Final = 1 << 17
NUMBER: Final = struct.Struct("=i")


class Forge:
    """The nodes that run: where each one's end is told, by process id."""

    def __init__(self, requests: socket.socket) -> None:
        self._requests = requests
        self._ends: dict[int, int] = {}
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)

    def next_node(self) -> list[str]:
        """Serve until there are no more requests; returns in each process that is to be a node, its arguments."""
        while True:
            ready = select.select([self._requests.fileno(), self._woken], [], [])[0]
            if self._woken in ready:
                os.read(self._woken, 4096)
                self._tell_ends()
            if self._requests.fileno() in ready:
                message, files, _, _ = socket.recv_fds(self._requests, MESSAGE_BYTES_MAX, 3)
                if not message:
                    sys.exit()
                if (arguments := self._fork(message, files)) is not None:
                    return arguments

    def _fork(self, message: bytes, files: list[int]) -> list[str] | None:
        given, output, end = files
        pid = os.fork()
        if pid == 0:
            return self._become_node(message, given, output, end)
        os.close(given)
        os.close(output)
        self._ends[pid] = end
        with contextlib.suppress(OSError):
            os.write(end, NUMBER.pack(pid))
        return None

    def _become_node(self, message: bytes, given: int, output: int, end: int) -> list[str]:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._requests.detach()
        os.dup2(given, 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        for number in (given, output, end, self._woken, self._waker, *self._ends.values()):
            os.close(number)
        asked = json.loads(message)
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        return list(asked["arguments"])

    def _tell_ends(self) -> None:
        for pid, end in list(self._ends.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                with contextlib.suppress(OSError):
                    os.write(end, NUMBER.pack(os.waitstatus_to_exitcode(status)))
                os.close(self._ends.pop(pid))


def serve() -> None:
    """Serve requests; in each process that is forked, be its node to the end."""
    forge = Forge(socket.socket(fileno=0))
    # What is there already is never looked at again, so that its pages stay shared.
    gc.collect()
    gc.freeze()
    code = main(forge.next_node())
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()

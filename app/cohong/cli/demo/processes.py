"""The demonstration's node processes, and how none of them is left behind.

A node gets the read end of a pipe as its standard input and ends when the pipe is closed (`--exit-with-stdin`): the
kernel closes it even if this program is killed with -9. The desktop does not read its input, so it asks the kernel
for a signal at our death instead. In the ordinary case all are asked to end first and killed if they do not.
"""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cohong.cli.node_client import NodeClient
from cohong.cli.node_process import DESKTOP_MODULE, NODE_MODULE, module_command, wait_until_listening

ASKED_TO_END_S: Final = 3.0
KILLED_S: Final = 1.0
ENDING_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What ends the demonstration."""

LOG_LINES_SHOWN: Final = 15
_POLL_S: Final = 0.05
_PR_SET_PDEATHSIG: Final = 1


class NodeProcess:
    """One firm's node: a profile folder, a port on loopback, and the process that serves them.

    Args:
        state_dir: what the node takes for the user's state folder, where it notes how far its feed has come; None
            for the real one, so that a profile that is kept can be opened later on its own.
    """

    def __init__(self, profile_dir: Path, port: int, *, state_dir: Path | None) -> None:
        self.profile_dir = profile_dir
        self.port = port
        self._environment = dict(os.environ)
        if state_dir is not None:
            self._environment["XDG_STATE_HOME"] = os.fspath(state_dir)
        self.log_path = profile_dir.with_suffix(".log")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where the other nodes reach it."""
        return f"127.0.0.1:{self.port}"

    def start(self, passphrase: str | None = None) -> None:
        """Start the process; with a passphrase it unlocks its profile by itself."""
        flags = [
            "--profile",
            os.fspath(self.profile_dir),
            "--listen",
            self.address,
            "--exit-with-stdin",
            "--no-discovery",
        ]
        if passphrase is not None:
            flags.append("--passphrase-stdin")
        with self.log_path.open("ab") as log, signals_put_off():
            self.process = subprocess.Popen(
                module_command(NODE_MODULE, *flags),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=self._environment,
                # A Ctrl-C goes to this program alone, which then ends the others in good order.
                start_new_session=True,
            )
        if passphrase is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(passphrase.encode() + b"\n")
            self.process.stdin.flush()

    def connect(self) -> NodeClient:
        """Wait for the node's socket and connect. Raises NodeDidNotStartError or NodeNotReachableError."""
        assert self.process is not None
        wait_until_listening(self.profile_dir, self.process)
        return NodeClient.connect(self.profile_dir)

    def kill(self) -> None:
        """Kill the process as a power cut would, and wait until it is gone."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self._close_pipe()

    def has_ended(self) -> bool:
        """Return whether the process was started and runs no longer."""
        return self.process is not None and self.process.poll() is not None

    def log_end(self) -> list[str]:
        """Return the last lines that the node wrote to its log."""
        with contextlib.suppress(OSError):
            return self.log_path.read_text(errors="replace").splitlines()[-LOG_LINES_SHOWN:]
        return []

    def ask_to_end(self) -> None:
        """Close the node's input and send it SIGTERM."""
        if self.process is not None and self.process.poll() is None:
            self._close_pipe()
            self.process.terminate()

    def _close_pipe(self) -> None:
        if self.process is not None and self.process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()


def start_desktop(profile_dir: Path, log_path: Path) -> "subprocess.Popen[bytes]":
    """Start the desktop on a profile whose node runs already. To be called from the main thread."""
    libc = ctypes.CDLL(None, use_errno=True)

    def end_with_us() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)

    with log_path.open("ab") as log:
        return subprocess.Popen(
            module_command(DESKTOP_MODULE, "--profile", os.fspath(profile_dir), "--place", "book", "--no-recall"),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=end_with_us,  # noqa: PLW1509 one call of libc that was loaded before the fork
        )


@contextmanager
def signals_put_off() -> Iterator[None]:
    """Keep what ends the demonstration from coming between a process and the note that it was started.

    Popen may be interrupted when its process runs already: nobody would know of it. The signals cannot be blocked
    instead, since a process inherits that.
    """
    if threading.current_thread() is not threading.main_thread():
        # Signals are handled in the main thread alone.
        yield
        return
    came: list[int] = []
    before = {number: signal.signal(number, lambda number, _frame: came.append(number)) for number in ENDING_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        raise KeyboardInterrupt


def end_all(nodes: Sequence[NodeProcess], desktop: "subprocess.Popen[bytes] | None") -> None:
    """End every process, together with what it started, within ASKED_TO_END_S + KILLED_S."""
    processes = [node.process for node in nodes if node.process is not None]
    if desktop is not None:
        processes.append(desktop)
        if desktop.poll() is None:
            desktop.terminate()
    for node in nodes:
        node.ask_to_end()
    _wait_for_all(processes, ASKED_TO_END_S)
    for process in processes:
        # Its whole session: whatever a node or the desktop started has the same group.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    _wait_for_all(processes, KILLED_S)


def free_ports(count: int) -> list[int]:
    """Return ports on loopback that are free now. All are held open until the last is found, so none comes twice."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _wait_for_all(processes: Sequence["subprocess.Popen[bytes]"], timeout_s: float) -> None:
    deadline = time.monotonic() + timeout_s
    while any(process.poll() is None for process in processes) and time.monotonic() < deadline:
        time.sleep(_POLL_S)

"""A window on a real node: both with folders of their own, one event loop for Qt and asyncio."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest
import qasync  # type: ignore[import-untyped]  # has no stubs
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.forked_node import ForkedNode

from cohong.api import requests
from cohong.desktop import tasks
from cohong.desktop.garbage import GarbageCollector
from cohong.desktop.languages import Translations
from cohong.desktop.main_window import MainWindow
from cohong.desktop.node_client import NodeClient
from cohong.desktop.node_process import NodeProcess
from cohong.desktop.preferences import Preferences
from cohong.desktop.shell import Shell
from cohong.desktop.theme.theme import Theme

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]

PASSPHRASE: Final = "seven small boats left at dawn"
WAIT_S: Final = 30.0
_STEP_S: Final = 0.02


@pytest.fixture(autouse=True)
def folders_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep preferences, sockets and the record of heads away from those of whoever runs the tests."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def garbage_in_this_thread(qapp: QApplication) -> None:
    """Free widgets in this thread alone, as the program does."""
    if qapp.findChild(GarbageCollector) is None:
        GarbageCollector(qapp)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light and in English; there is one an application."""
    found = qapp.findChild(Theme)
    theme = found if isinstance(found, Theme) else Theme(qapp, "light", "en")
    theme.choose(choice="light", language="en", text_percent=100)
    yield theme
    theme.choose(choice="light", language="en", text_percent=100)


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Run[Any]]:
    """Run a coroutine to its end while the window works; what it leaves behind is ended.

    The loop counts as running throughout, as in the program: pytest-qt has Qt deliver events between the coroutines
    too, and a slot that a timer calls then starts tasks.
    """
    # As in the program: the end of the last window would end a coroutine that is still at work on a slow machine.
    qapp.setQuitOnLastWindowClosed(False)
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(qapp, already_running=True)

    def run_to_its_end(coroutine: Coroutine[Any, Any, T]) -> T:
        task = loop.create_task(coroutine)
        task.add_done_callback(lambda _: qapp.exit())
        qapp.exec()
        return task.result()

    try:
        yield run_to_its_end
        run_to_its_end(tasks.cancel_all())
    finally:
        # It also ends Qt's loop; told so while none runs, Qt would end each later one at once.
        QTimer.singleShot(0, loop.stop)
        qapp.exec()
        loop.close()
        asyncio.events._set_running_loop(None)


async def until(holds: Callable[[], object], *, what: str = "", within_s: float = WAIT_S) -> None:
    """Wait until `holds()` is true."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + within_s
    while not holds():
        assert loop.time() < deadline, f"not within {within_s} s: {what}"
        await asyncio.sleep(_STEP_S)


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(slots=True)
class RunningNode:
    """A real node process, and how to begin again after killing it."""

    profile_dir: Path
    listen: str
    process: ForkedNode | None = None
    options: tuple[str, ...] = ()

    def start(self, *more: str) -> None:
        """Start the process; whoever connects waits for its socket."""
        arguments = ["--profile", str(self.profile_dir), "--listen", self.listen, *self.options, *more]
        self.process = ForkedNode([*arguments, "--exit-with-stdin", "--log-level", "warning"], output=2)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it in order."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.send_signal(number)
            process.stdin.close()
            process.wait(WAIT_S)


@pytest.fixture
def node_options() -> tuple[str, ...]:
    """What else all nodes are started with; a module that needs something has a fixture of its own."""
    return ()


@pytest.fixture
def node(tmp_path: Path, node_options: tuple[str, ...]) -> Iterator[RunningNode]:
    """A node of an empty profile folder, not started yet."""
    node = RunningNode(tmp_path / "profile", f"127.0.0.1:{free_port()}", options=node_options)
    yield node
    node.stop()


@pytest.fixture
def shell(theme: Theme, node: RunningNode, tmp_path: Path) -> Shell:
    """The shell of a window in English."""
    return Shell(
        theme,
        Preferences(language="en", theme="light", recall_s=0),
        Translations(),
        language="en",
        profile_dir=node.profile_dir,
        preferences_path=tmp_path / "desktop.json",
    )


@dataclass(slots=True)
class Desk:
    """A window, its client, and the node behind them."""

    window: MainWindow
    client: NodeClient
    shell: Shell
    node: RunningNode

    async def make_profile(self) -> list[str]:
        """Make a profile through the API; return its words."""
        made = await self.client.call(
            "profile.create", requests.CreateProfile(passphrase=PASSPHRASE, name="Harbour Trading Ltd")
        )
        return list(made.words)

    async def make_network(self) -> None:
        """Found a network of this member alone."""
        await self.client.call(
            "network.create", requests.CreateNetwork(name="Pearl River", founders=[], currencies=["HKD", "USD"])
        )

    async def screen(self, name: str) -> None:
        """Wait for a screen to come up."""
        await until(lambda: self.window.screen_name == name, what=f"screen {name}")


@pytest.fixture
def desk(run: Run[Any], shell: Shell, node: RunningNode) -> Iterator[Desk]:
    """A window on a running node that has no profile yet."""
    node.start()
    client = NodeClient(node.profile_dir)
    window = MainWindow(client, shell, NodeProcess(node.profile_dir), place="settings")
    desk = Desk(window, client, shell, node)
    run(_open(desk))
    yield desk
    run(_close(desk))


async def _open(desk: Desk) -> None:
    desk.window.show()
    desk.client.start()
    await until(lambda: desk.client.is_connected, what="a connection to the node")


async def _close(desk: Desk) -> None:
    await tasks.cancel_all()
    await desk.client.close()
    await tasks.cancel_all()
    desk.window.close()
    desk.window.deleteLater()
    # The status watch hangs below the shell; its timer must not outlive the event loop.
    desk.shell.deleteLater()
    await asyncio.sleep(0)

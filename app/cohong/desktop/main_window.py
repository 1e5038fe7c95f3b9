"""The window: which screen is up follows from the node's answer, never from where the user came from.

no node yet -> starting;  no profile -> first run;  locked -> unlock;  no network -> network;
asked to join and not in yet -> waiting;  else -> the places
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from cohong.api.views import NodeStatus, ProfileStatus
from cohong.desktop.node_client import NodeClient
from cohong.desktop.node_process import NodeProcess
from cohong.desktop.pages.first_run import FirstRunGate
from cohong.desktop.pages.gate import Gate
from cohong.desktop.pages.network import NetworkGate
from cohong.desktop.pages.starting import StartingGate
from cohong.desktop.pages.unlock import UnlockGate
from cohong.desktop.pages.waiting import WaitingGate
from cohong.desktop.resource_files import resource_path
from cohong.desktop.shell import Shell
from cohong.desktop.status_watch import StatusWatch
from cohong.desktop.tasks import run_task
from cohong.desktop.widgets.toast import ToastStack
from cohong.desktop.workspace import Workspace

_SIZE: Final = (1240, 820)
_SIZE_MIN: Final = (680, 520)
_NODE_CHECK_MS: Final = 500


class MainWindow(QMainWindow):
    """Signals:
    closed: the user has closed the window.
    """

    closed = Signal()

    def __init__(
        self, client: NodeClient, shell: Shell, node: NodeProcess, *, place: str = "check", link: str = ""
    ) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._node = node
        self._place = place
        self._link = link
        self._what: dict[str, Any] = {}
        self._watch = StatusWatch(client, shell, self)
        self._stack = QStackedWidget()
        self._screens: dict[str, QWidget] = {}
        self._toasts = ToastStack(self._stack)
        self.setCentralWidget(self._stack)
        self.setWindowIcon(QIcon(str(resource_path("icons", "cohong.svg"))))
        self.setMinimumSize(*_SIZE_MIN)
        self._restore_size()
        self._connect()
        self._starting().wait()
        self._show("starting")

    @property
    def screen_name(self) -> str:
        """Which screen is up: starting, first-run, unlock, network, waiting, places."""
        current = self._stack.currentWidget()
        return next(name for name, screen in self._screens.items() if screen is current)

    @property
    def workspace(self) -> Workspace:
        """The places; only while the profile is open."""
        screen = self._screens["places"]
        assert isinstance(screen, Workspace)
        return screen

    @property
    def toasts(self) -> list[str]:
        """What the messages at the bottom say."""
        return self._toasts.texts

    async def start_node(self) -> None:
        """Make sure that a node runs, and show it if it ends at once."""
        self._starting().wait()
        await self._node.ensure_running()
        self._look_after.start()

    async def follow_profile(self) -> None:
        """Bring up the screen that fits the profile's state."""
        profile: ProfileStatus = await self._client.call("profile.status")
        screen = await self._screen_for(profile)
        current = self._stack.currentWidget()
        if isinstance(current, Gate) and current.holds:
            return
        self._show(screen)

    def closeEvent(self, event: QCloseEvent) -> None:
        place = self.geometry()
        self._shell.remember_window(place.x(), place.y(), place.width(), place.height())
        self.closed.emit()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._toasts.place()

    async def _screen_for(self, profile: ProfileStatus) -> str:
        if profile.state == "none":
            return "first-run"
        if profile.state != "unlocked":
            return "unlock"
        status: NodeStatus = await self._client.call("node.status")
        self._shell.set_status(status)
        if not status.network:
            return "network"
        return "waiting" if status.standing in ("asked", "refused") else "places"

    def _show(self, name: str) -> None:
        if name != "places":
            # Nothing of an open profile may stay in memory behind the lock.
            self._drop("places")
        is_new = name not in self._screens
        if is_new:
            self._screens[name] = self._makers()[name]()
            self._stack.addWidget(self._screens[name])
        screen = self._screens[name]
        # The first screen of a stack is its current one as soon as it is added.
        changed = is_new or self._stack.currentWidget() is not screen
        self._stack.setCurrentWidget(screen)
        self._toasts.raise_()
        self._set_title()
        if isinstance(screen, Gate) and changed:
            run_task(screen, screen.shown())
        if isinstance(screen, Workspace) and not screen.place:
            screen.go(self._place, self._what)
            self._refuse_link()

    def _refuse_link(self) -> None:
        """An invitation is of no use to a profile that is in a network."""
        if self._link:
            self._link = ""
            words = self.tr("This profile is in a network already. Open the invitation with a profile of its own.")
            self._shell.toast(words, level="warning")

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "starting": self._make_starting,
            "first-run": self._make_first_run,
            "unlock": lambda: UnlockGate(self._client, self._shell),
            "network": self._make_network,
            "waiting": lambda: WaitingGate(self._client, self._shell),
            "places": lambda: Workspace(self._client, self._shell),
        }

    def _make_starting(self) -> StartingGate:
        gate = StartingGate(self._client, self._shell)
        gate.retry_wanted.connect(lambda: run_task(self._shell, self.start_node()))
        return gate

    def _make_first_run(self) -> FirstRunGate:
        gate = FirstRunGate(self._client, self._shell)
        gate.done.connect(self._follow)
        return gate

    def _make_network(self) -> NetworkGate:
        gate = NetworkGate(self._client, self._shell, link=self._link)
        self._link = ""
        gate.done.connect(self._follow)
        return gate

    def _starting(self) -> StartingGate:
        if "starting" not in self._screens:
            self._screens["starting"] = self._make_starting()
            self._stack.addWidget(self._screens["starting"])
        gate = self._screens["starting"]
        assert isinstance(gate, StartingGate)
        return gate

    def _connect(self) -> None:
        self._look_after = QTimer(self, interval=_NODE_CHECK_MS)
        self._look_after.timeout.connect(self._check_node)
        self._client.connected.connect(self._node_found)
        self._client.changed.connect(self._node_changed)
        self._shell.toast_wanted.connect(self._toasts.add)
        self._shell.place_wanted.connect(self._go)
        self._shell.language_changed.connect(self._make_anew)
        self._shell.status_changed.connect(self._set_title)
        self._shell.status_changed.connect(self._let_in)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)

    def _node_found(self) -> None:
        self._look_after.stop()
        self._follow()

    def _node_changed(self, topic: str) -> None:
        if topic in ("profile", "network", "resync"):
            self._follow()

    def _let_in(self, status: NodeStatus | None) -> None:
        """Who was waiting for the voters and is in now goes on to the places."""
        if (
            status is not None
            and self.screen_name == "waiting"
            and status.standing
            not in (
                "asked",
                "refused",
            )
        ):
            self._follow()

    def _follow(self) -> None:
        run_task(self._shell, self.follow_profile())

    def _check_node(self) -> None:
        last_words = self._node.ended_with()
        if last_words is not None:
            self._look_after.stop()
            self._show("starting")
            self._starting().fail(last_words)

    def _go(self, place: str, what: dict[str, Any]) -> None:
        self._place, self._what = place, what
        if self.screen_name == "places":
            self.workspace.go(place, what)

    def _make_anew(self) -> None:
        """Build all screens again, in another language, and come back to where the user was."""
        here = self.screen_name
        for name in list(self._screens):
            self._drop(name)
        self._show(here)

    def _drop(self, name: str) -> None:
        screen = self._screens.pop(name, None)
        if screen is not None:
            self._stack.removeWidget(screen)
            screen.deleteLater()

    def _set_title(self) -> None:
        status = self._shell.status
        self.setWindowTitle(f"{status.name} – Cohong" if status and status.name else "Cohong")

    def _restore_size(self) -> None:
        window = self._shell.preferences.window
        if len(window) == 4:
            rect = QRect(*window)
            if any(screen.availableGeometry().intersects(rect) for screen in QGuiApplication.screens()):
                self.setGeometry(rect)
                return
        self.resize(*_SIZE)

"""The unlocked window: rail, the page of the place, status bar."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cohong.desktop.clock_bar import ClockBar
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.places import RAIL, spec_of
from cohong.desktop.pen_bar import PenBar
from cohong.desktop.rail import Rail
from cohong.desktop.recall_bar import RecallBar
from cohong.desktop.shell import Shell
from cohong.desktop.status_bar import StatusBar
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import NARROW_BELOW_PX


class Workspace(QWidget):
    """Makes a page when its place is first entered, and keeps it while the profile is open."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._client = client
        self._shell = shell
        self._pages: dict[str, Page] = {}
        self._place = ""
        self._rail = Rail(shell)
        self._stack = QStackedWidget()
        self._clock_bar = ClockBar(shell, self)
        self._pen_bar = PenBar(client, shell, self)
        self._recall_bar = RecallBar(client, shell, self)
        self._status_bar = StatusBar(shell)
        self._lay_out()
        self._connect()

    @property
    def place(self) -> str:
        """The place that is shown, empty before the first."""
        return self._place

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._place]

    def go(self, place: str, what: dict[str, Any]) -> None:
        """Enter a place."""
        if place not in self._pages:
            page = spec_of(place).make(self._client, self._shell)
            self._pages[place] = page
            self._stack.addWidget(page)
        self._place = place
        page = self._pages[place]
        self._stack.setCurrentWidget(page)
        self._rail.select(place)
        page.setFocus()
        run_task(page, page.shown(**what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.set_narrow(self.width() < NARROW_BELOW_PX)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, stretch=1)
        right.addWidget(self._clock_bar)
        right.addWidget(self._pen_bar)
        right.addWidget(self._recall_bar)
        right.addWidget(self._status_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, stretch=1)

    def _connect(self) -> None:
        self._rail.chosen.connect(self._shell.go)
        self._rail.lock_wanted.connect(self.lock)
        self._shell.status_changed.connect(self._show_firm)
        self._client.connected.connect(self._status_bar.node_found)
        self._client.disconnected.connect(self._status_bar.node_lost)
        self._show_firm()
        for keys, act in (
            ("Ctrl+K", lambda: self._shell.go("check")),
            ("Ctrl+I", lambda: self._shell.go("import" if self._shell.may_write else "book")),
            ("Ctrl+,", lambda: self._shell.go("settings")),
            ("Ctrl+L", self.lock),
            ("Ctrl+PgDown", lambda: self._step(1)),
            ("Ctrl+PgUp", lambda: self._step(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    @slot_task
    async def lock(self) -> None:
        """Lock the profile; the window hears of it by notification."""
        await self._client.call("profile.lock")

    def _step(self, by: int) -> None:
        places = [spec.place for spec in RAIL]
        here = spec_of(self._place).under or self._place
        self._shell.go(places[(places.index(here) + by) % len(places)])

    def _show_firm(self) -> None:
        status = self._shell.status
        if status is not None:
            self._rail.set_firm(status.name, status.network_name)
            self._rail.set_counts({"votes": status.motions, "members": status.joins})

"""The Market: what members do with what they are owed, beside waiting for it."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget

from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.market_board import BoardTab
from cohong.desktop.pages.market_covers import GuaranteesTab
from cohong.desktop.pages.market_netting import NettingTab
from cohong.desktop.pages.market_tab import MarketTab
from cohong.desktop.pages.page import Page
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.segments import Segments

TABS: Final[tuple[type[MarketTab], ...]] = (BoardTab, NettingTab, GuaranteesTab)
"""The parts, in the order of their names; the first one shows."""

REFRESH_MS: Final = 250
_CALM: Final = 5


class MarketPage(Page):
    """Shows one of its tabs, and fills that one anew when the book has changed."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Market"))
        self._tabs = {kind.name: kind(self) for kind in TABS}
        self._names = Segments([(name, tab.title()) for name, tab in self._tabs.items()])
        self._names.setAccessibleName(self.tr("Parts of the Market"))
        self._stack = QStackedWidget()
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
            for button in tab.header_buttons():
                self.add_action(button)
        self.body.addWidget(self._names)
        self.body.addWidget(self._stack, stretch=1)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._load)
        self._names.chosen.connect(self._turn)
        client.changed.connect(self._changed)
        client.connected.connect(self._refresh.start)
        shell.status_changed.connect(self._show_buttons)
        self._show_buttons()

    @property
    def tab(self) -> MarketTab:
        """The tab that shows."""
        return self._tabs[self._names.value]

    async def shown(self, **what: object) -> None:
        """Load the tab; `tab` is which, the rest is for it to choose by."""
        wanted = str(what.pop("tab", "") or self._names.value)
        if wanted in self._tabs:
            self._names.choose(wanted)
            self._show_tab()
        self.tab.choose(**what)
        await self._fetch()

    def _turn(self, _name: str) -> None:
        self._show_tab()
        self._refresh.start()

    def _show_tab(self) -> None:
        if self._stack.currentWidget() is not self.tab:
            self._stack.setCurrentWidget(self.tab)
            self.set_caption("")
        self._show_buttons()

    def _show_buttons(self) -> None:
        for tab in self._tabs.values():
            for button in tab.header_buttons():
                button.setVisible(tab is self.tab and self.shell.may_write and not tab.is_empty)

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("book", "members", "resync") and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _load(self) -> None:
        # Nothing moves under a mouse button that is held.
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._refresh.start()
        elif self.isVisible():
            await self._fetch()

    async def _fetch(self) -> None:
        began = time.monotonic()
        await self.tab.load()
        self.hide_banner()
        self._show_buttons()
        # A large book is searched for longer: the node is not asked more than a fifth of its time.
        self._refresh.setInterval(max(REFRESH_MS, int(_CALM * 1000 * (time.monotonic() - began))))

"""Sync: whether this machine is up to date, what waits and why, who is connected, and how the ledger is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.sync_address import AddressSheet
from cohong.desktop.pages.sync_carry import CarryCard
from cohong.desktop.pages.sync_health import HealthCard
from cohong.desktop.pages.sync_now import NowCard
from cohong.desktop.pages.sync_tables import OutboxCard, PeersCard, ProofsCard
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton

REFRESH_MS: Final = 500
LOOK_AGAIN_MS: Final = 5_000
"""Rates and "4 min ago" grow old without a notification; only while the page is in sight."""


class SyncPage(Page):
    """Now, outbox, peers, health, and forks if there are any."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Sync"))
        self._now = NowCard(shell)
        self._outbox = OutboxCard(shell)
        self._carry = CarryCard(self, client, shell)
        self._peers = PeersCard(shell)
        self._health = HealthCard(shell)
        self._proofs = ProofsCard(shell)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._look_again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._lay_out()
        address = SecondaryButton(self.tr("Add an address"), "peer")
        address.clicked.connect(self.add_address)
        self.add_action(address)
        self._now.address_wanted.connect(self.add_address)
        for timer in (self._refresh, self._look_again):
            timer.timeout.connect(self._load)
        self._carry.ended.connect(self._refresh.start)
        client.changed.connect(self._changed)
        client.connected.connect(self._refresh.start)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, space(2), space(4))
        column.setSpacing(space(4))
        for card in (self._now, self._proofs, self._outbox, self._carry, self._peers, self._health):
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, stretch=1)

    async def shown(self, **what: object) -> None:
        """Load the state of sync, and keep it current while it is in sight."""
        self._look_again.start()
        await self._fetch()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look_again.stop()
        super().hideEvent(event)

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        concerned = topic in ("peers", "book", "drafts", "members", "fork", "damage", "network", "resync")
        if concerned and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _load(self) -> None:
        await self._fetch()

    async def _fetch(self) -> None:
        sync: views.SyncStatus = await self.client.call("sync.status")
        status: views.NodeStatus = await self.client.call("node.status")
        forks: list[views.ForkView] = await self.client.call("forks.list")
        cheats: list[views.CheatView] = await self.client.call("cheats.list")
        self.hide_banner()
        self._now.set_status(status, sync)
        self._outbox.set_rows(sync.outbox, sync.outbox_total)
        self._peers.set_rows(sync.peers)
        self._health.set_health(status, sync)
        self._proofs.set_proofs(forks, cheats)

    @slot_task
    async def add_address(self) -> None:
        """Open the form that tells where a member's node listens."""
        members: list[views.MemberCard] = await self.client.call("members.list", requests.NoParams())
        AddressSheet(self, members).open()

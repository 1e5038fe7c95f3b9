"""The bar above the status bar while drafts are held: how long until they go, and a button that stops it."""

from __future__ import annotations

import time
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.api.views import NodeStatus
from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner

TICK_MS: Final = 1_000


class RecallBar(QWidget):
    """Hidden while nothing is held; its clock runs only while it shows."""

    def __init__(self, client: NodeClient, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._shell = shell
        self._held = 0
        self._until_ms = 0
        self._banner = Banner()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(7), 0, space(7), space(3))
        column.addWidget(self._banner)
        self.hide()
        shell.status_changed.connect(self._follow)
        client.changed.connect(self._changed)
        self._follow(shell.status)

    def _follow(self, status: NodeStatus | None) -> None:
        self._held = status.held if status is not None else 0
        self._until_ms = status.held_until_ms if status is not None else 0
        self.setVisible(self._held > 0)
        if self._held:
            self._say()
            self._tick.start()
        else:
            self._tick.stop()

    def _say(self) -> None:
        left_s = -(-(self._until_ms - time.time_ns() // 1_000_000) // 1000)
        records = self.tr("%n record(s)", "", self._held)
        sentence = (
            self.tr("{records} to be signed and sent in {seconds} s.")
            if left_s > 0
            else self.tr("{records} being signed and sent.")
        )
        self._banner.say(
            sentence.format(records=records, seconds=left_s), "info",
            (self.tr("Recall"), self.recall) if left_s > 0 else None, closable=False,
        )  # fmt: skip

    @slot_task
    async def recall(self) -> None:
        """Leave what is held a draft."""
        done = await self._client.call("drafts.recall")
        if done.done:
            self._shell.toast(self.tr("Recalled. Nothing was signed; they are drafts again."), level="info")

    def _changed(self, topic: str, objects: list[str], value: dict[str, Any]) -> None:
        if topic == "drafts" and "sent" in value:
            self._shell.tell_sent(value["sent"], value["left"])

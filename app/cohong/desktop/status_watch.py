"""Keeps the node's status fresh: asked again after a notification, at most four times a second."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from cohong.api.errors import ApiError
from cohong.desktop.node_client import NodeClient, NodeUnreachable
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task

INTERVAL_MS: Final = 250


class StatusWatch(QObject):
    """Asks `node.status` when something may have changed."""

    def __init__(self, client: NodeClient, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._shell = shell
        self._asking = False
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._pause.timeout.connect(self._ask)
        client.changed.connect(self.refresh)
        client.connected.connect(self.refresh)

    def refresh(self) -> None:
        """Ask soon; many calls within the interval make one question."""
        if self._asking:
            self._again = True
        elif not self._pause.isActive():
            self._pause.start()

    def _ask(self) -> None:
        run_task(self, self._fetch())

    async def _fetch(self) -> None:
        self._asking, self._again = True, False
        try:
            self._shell.set_status(await self._client.call("node.status"))
        except (ApiError, NodeUnreachable):
            # A locked profile has no status, and a node that went away is told by `disconnected`.
            self._shell.set_status(None)
        finally:
            self._asking = False
        if self._again:
            self._pause.start()

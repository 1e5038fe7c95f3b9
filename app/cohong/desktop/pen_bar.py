"""The bar above the status bar while nothing is signed: why, and where to read more."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.api.views import NodeStatus
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.pen_sheet import PenSheet
from cohong.desktop.pen_wording import pen_text
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner


class PenBar(QWidget):
    """Hidden while records may be signed."""

    def __init__(self, client: NodeClient, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._shell = shell
        self._banner = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(space(7), 0, space(7), space(3))
        column.addWidget(self._banner)
        self.hide()
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)

    @property
    def text(self) -> str:
        """What it says."""
        return self._banner.text

    def _follow(self, status: NodeStatus | None) -> None:
        is_halted = status is not None and bool(status.pen.why)
        self.setVisible(is_halted)
        if status is None or not is_halted:
            return
        more = (self.tr("Why, and what to do"), self.explain) if status.pen.can_override else None
        reads = status.pen.why in ("handed-over", "reads-along")
        self._banner.say(pen_text(status.pen), "info" if reads else "warning", more, closable=False)

    def explain(self) -> None:
        """Say what is waited for, and offer to sign all the same."""
        PenSheet(self, self._client, self._shell).open()

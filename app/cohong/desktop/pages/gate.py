"""What comes before the places: one card in the middle of the window, below the mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.mark import Mark

NARROW_PX = 460
WIDE_PX = 720


class Gate(QWidget):
    """A screen before the window proper. `body` is the card's layout, `foot` a muted line below the card."""

    def __init__(self, client: NodeClient, shell: Shell, *, width: int = NARROW_PX) -> None:
        super().__init__()
        self.setObjectName("gate")
        self.client = client
        self.shell = shell
        self.banner = Banner()
        self.foot = MutedLabel()
        self.foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.card = Card(padding=8)
        self.card.body.setSpacing(space(4))
        self.body = self.card.body
        self._column = QWidget()
        self._column.setFixedWidth(shell.theme.scaled(width))
        self._lay_out()

    @property
    def holds(self) -> bool:
        """Whether this screen stays although the profile has moved on, until it is done."""
        return False

    async def shown(self) -> None:
        """Load what the screen shows; called each time that it comes up."""

    def show_error(self, text: str) -> None:
        """Say what went wrong, above what was being filled in."""
        self.banner.say(text, "error")

    def add_heading(self, title: str, sentence: str = "") -> None:
        """Put a title and a sentence on top of the card."""
        self.body.addWidget(Label(title, "title", wrap=True))
        if sentence:
            self.body.addWidget(MutedLabel(sentence))

    def _lay_out(self) -> None:
        brand = QHBoxLayout()
        brand.setSpacing(space(3))
        brand.addStretch(1)
        brand.addWidget(Mark(size=36))
        brand.addWidget(Label("Cohong", "title"))
        brand.addStretch(1)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, space(8), 0, space(8))
        column.setSpacing(space(4))
        column.addStretch(2)
        column.addLayout(brand)
        column.addSpacing(space(2))
        column.addWidget(self.banner)
        column.addWidget(self.card)
        column.addWidget(self.foot)
        column.addStretch(3)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(space(4), 0, space(4), 0)
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

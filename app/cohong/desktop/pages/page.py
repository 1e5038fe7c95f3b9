"""What all pages have: a header with title, caption and actions, a banner for what went wrong, and a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Action, Banner, Level
from cohong.desktop.widgets.labels import MutedLabel, TitleLabel


class Page(QWidget):
    """A place of the window. `body` is the layout below the header; fill it in `__init__`."""

    def __init__(self, client: NodeClient, shell: Shell, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.client = client
        self.shell = shell
        self.banner = Banner()
        self._title = TitleLabel(title)
        self._caption = MutedLabel(wrap=False)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(space(2))
        self.body = QVBoxLayout()
        self.body.setSpacing(space(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(7), space(6), space(7), space(6))
        column.setSpacing(space(4))
        column.addLayout(self._make_header())
        column.addWidget(self.banner)
        column.addLayout(self.body, stretch=1)

    async def shown(self, **what: object) -> None:
        """Load what the page shows; called each time that the place is entered."""

    def set_title(self, title: str) -> None:
        """Change the page's title."""
        self._title.setText(title)

    def set_caption(self, text: str) -> None:
        """Show a muted line beside the title, such as the time up to which there are records."""
        self._caption.setText(text)

    def add_action(self, widget: QWidget) -> None:
        """Put a button to the right of the header; the primary one last."""
        self._actions.addWidget(widget)

    def show_banner(self, text: str, level: Level = "warning", action: Action | None = None) -> None:
        """Say something above the body."""
        self.banner.say(text, level, action)

    def hide_banner(self) -> None:
        """Take the banner away."""
        self.banner.hide()

    def show_error(self, text: str) -> None:
        """Say what went wrong, above the body."""
        self.banner.say(text, "error")

    def _make_header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setSpacing(space(3))
        titles = QHBoxLayout()
        titles.setSpacing(space(3))
        titles.addWidget(self._title)
        # Stands on the title's line: its letters are smaller, and so is the room below them.
        self._caption.setContentsMargins(0, 0, 0, space(0.5))
        titles.addWidget(self._caption, alignment=Qt.AlignmentFlag.AlignBottom)
        holder = QWidget()
        holder.setLayout(titles)
        titles.setContentsMargins(0, 0, 0, 0)
        header.addWidget(holder, alignment=Qt.AlignmentFlag.AlignVCenter)
        header.addStretch(1)
        header.addLayout(self._actions)
        return header

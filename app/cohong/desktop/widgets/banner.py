"""A banner says something about a page without stopping anybody: a sentence, perhaps one action, and a cross."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import IconButton, LinkButton
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label

Level: TypeAlias = Literal["info", "good", "warning", "error"]
Action: TypeAlias = tuple[str, Callable[[], object]]

LEVEL_ICONS: Final[dict[str, tuple[str, str]]] = {
    "info": ("info", "info"),
    "good": ("final", "good"),
    "warning": ("warning", "warning"),
    "error": ("rejected", "danger"),
}


class Banner(QFrame):
    """Hidden until `say` is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._icon = IconLabel("info", "info")
        self._text = Label(wrap=True)
        self._action = LinkButton()
        self._close = IconButton("close", self.tr("Close"), size=14)
        self._close.clicked.connect(self.hide)
        self._callback: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(space(3), space(1), space(1), space(1))
        row.setSpacing(space(2))
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, stretch=1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, level: Level = "info", action: Action | None = None, *, closable: bool = True) -> None:
        """Show `text`; `action` is (label, what it does)."""
        self.setProperty("level", level)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_icon(*LEVEL_ICONS[level])
        self._text.setText(text)
        self._callback = action[1] if action else None
        self._action.setText(action[0] if action else "")
        self._action.setVisible(action is not None)
        self._close.setVisible(closable)
        self._row.setContentsMargins(space(3), space(1), space(1 if closable else 3), space(1))
        self.setAccessibleName(text)
        self.show()

    def _act(self) -> None:
        if self._callback is not None:
            self._callback()

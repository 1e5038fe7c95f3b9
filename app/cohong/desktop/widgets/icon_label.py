"""An icon that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cohong.desktop.theme.theme import current_theme


class IconLabel(QWidget):
    """Paints an icon in the colour of a role, whatever theme is in force."""

    def __init__(self, name: str, role: str = "text_muted", *, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme = current_theme()
        theme.changed.connect(self.updateGeometry)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name = name
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().scaled(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        pixmap = theme.pixmap(self._name, self._role, size=self._size, ratio=self.devicePixelRatioF())
        painter = QPainter(self)
        side = theme.scaled(self._size)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, pixmap)
        painter.end()

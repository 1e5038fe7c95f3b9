"""Cohong's mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from cohong.desktop.resource_files import resource_path


class Mark(QWidget):
    """The mark at `size` px; decoration, without a name for screen readers."""

    def __init__(self, *, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._drawing = QSvgRenderer(str(resource_path("icons", "cohong.svg")))
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawing.render(painter, QRectF(self.rect()))
        painter.end()

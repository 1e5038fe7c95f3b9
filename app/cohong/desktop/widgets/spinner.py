"""A ring that turns while something is awaited, and only after it has taken a moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cohong.desktop.theme.theme import current_theme

DELAY_MS: Final = 300
"""What is done sooner shows no spinner: a flicker makes a fast program look slow."""

_STEP_MS: Final = 60
_STEP_DEGREES: Final = 24


class Spinner(QWidget):
    """Turns between `start()` and `stop()`, from DELAY_MS on; keeps its place in the layout while invisible."""

    def __init__(self, *, size: int = 20, role: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._role = role
        self._angle = 0
        self._turning = False
        self._delay = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._delay.timeout.connect(self._begin)
        self._ticks = QTimer(self, interval=_STEP_MS)
        self._ticks.timeout.connect(self._turn)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def is_turning(self) -> bool:
        """Whether the ring shows."""
        return self._turning

    def start(self) -> None:
        """Begin to wait."""
        if not self._turning:
            self._delay.start()

    def stop(self) -> None:
        """The wait is over."""
        self._delay.stop()
        self._ticks.stop()
        self._turning = False
        self.update()

    def set_role(self, role: str) -> None:
        """Take another colour, as on a filled button."""
        self._role = role

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._turning:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(2.0, self._size / 9)
        pen = QPen(current_theme().color(self._role), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        ring = QRectF(width, width, self._size - 2 * width, self._size - 2 * width)
        painter.drawArc(ring, -self._angle * 16, 270 * 16)
        painter.end()

    def _begin(self) -> None:
        self._turning = True
        self._ticks.start()
        self.update()

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.update()

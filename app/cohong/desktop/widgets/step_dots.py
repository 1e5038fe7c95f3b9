"""Dots that show how far a wizard has got."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space


class StepDots(QWidget):
    """One dot a step; the present one is long, those behind are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = 0
        self._steps = 1

    def set_step(self, step: int, steps: int) -> None:
        """Show that `step` (from 0) of `steps` is up."""
        self._step, self._steps = step, steps
        self.setAccessibleName(self.tr("Step {step} of {steps}").format(step=step + 1, steps=steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(space(5) * self._steps + space(4), space(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        size = float(space(2))
        top = (self.height() - size) / 2
        for step in range(self._steps):
            width = float(space(6)) if step == self._step else size
            painter.setBrush(theme.color("accent" if step <= self._step else "border_strong"))
            painter.drawRoundedRect(QRectF(left, top, width, size), size / 2, size / 2)
            left += width + space(2)
        painter.end()

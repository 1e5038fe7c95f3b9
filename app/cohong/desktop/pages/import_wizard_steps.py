"""The line of steps above the wizard: where one is, what is behind, what comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space

_DISC_PX = 24


class StepLine(QWidget):
    """Numbered discs with names, joined by a line."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._step = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_step(self, step: int) -> None:
        """Show that `step`, from 0, is up."""
        self._step = step
        self.setAccessibleName(
            self.tr("Step {step} of {steps}: {name}").format(
                step=step + 1, steps=len(self._names), name=self._names[step]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _DISC_PX + space(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        metrics = QFontMetrics(theme.font("strong"))
        widths = [_DISC_PX + space(2) + metrics.horizontalAdvance(name) for name in self._names]
        gap = min(72.0, max(float(space(4)), (self.width() - sum(widths)) / max(1, len(widths) - 1)))
        left, middle = 0.0, self.height() / 2
        for number, (name, width) in enumerate(zip(self._names, widths, strict=True)):
            if number:
                painter.setPen(QPen(theme.color("accent" if number <= self._step else "border_strong"), 1.5))
                painter.drawLine(QPointF(left - gap + space(2), middle), QPointF(left - space(2), middle))
            self._disc(painter, QRectF(left, middle - _DISC_PX / 2, _DISC_PX, _DISC_PX), number)
            painter.setFont(theme.font("strong" if number == self._step else "body"))
            painter.setPen(theme.color("text" if number <= self._step else "text_muted"))
            room = QRectF(left + _DISC_PX + space(2), 0, width, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            left += width + gap

    def _disc(self, painter: QPainter, rect: QRectF, number: int) -> None:
        theme = current_theme()
        behind, here = number < self._step, number == self._step
        painter.setPen(QPen(theme.color("accent" if behind or here else "border_strong"), 1.5))
        painter.setBrush(theme.color("accent" if here else "accent_soft" if behind else "surface"))
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("on_accent" if here else "accent_text" if behind else "text_muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "✓" if behind else str(number + 1))

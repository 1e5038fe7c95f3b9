"""Badges: a word on a soft fill; those of levels have a shape too, so that colour never stands alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cohong.desktop.theme.level_shapes import paint_level_shape
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.wording import level_text, state_text

_SHAPE_PX: Final = 12


class Badge(QWidget):
    """A short word in the colours of a meaning: good, info, warning, late, danger, conflict, neutral, accent."""

    def __init__(self, text: str = "", meaning: str = "neutral", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._meaning = meaning
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        current_theme().changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        return self._text

    def set_badge(self, text: str, meaning: str) -> None:
        """Show another word in other colours."""
        self._text = text
        self._meaning = meaning
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(current_theme().font("caption"))
        height = metrics.height() + space(1.5)
        return QSize(metrics.horizontalAdvance(self._text) + self._shape_width() + space(5), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, fill = self._colors()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        self._paint_shape(painter, ink)
        font = current_theme().font("caption")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        room = self.rect().adjusted(space(2.5) + self._shape_width(), 0, -space(1), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.end()

    def _colors(self) -> tuple[QColor, QColor]:
        theme = current_theme()
        ink = "accent_text" if self._meaning == "accent" else self._meaning
        return theme.color(ink), theme.color(f"{self._meaning}_soft")

    def _shape_width(self) -> int:
        return 0

    def _paint_shape(self, painter: QPainter, ink: QColor) -> None:
        pass


class LevelBadge(Badge):
    """A level: shape, word and colour."""

    def __init__(self, level: str = "draft", *, parent: QWidget | None = None) -> None:
        self._level = level
        super().__init__(level_text(level), parent=parent)

    def set_level(self, level: str) -> None:
        """Show another level."""
        self._level = level
        self.set_badge(level_text(level), "neutral")

    def _colors(self) -> tuple[QColor, QColor]:
        return current_theme().level_colors(self._level)

    def _shape_width(self) -> int:
        return _SHAPE_PX + space(1.5)

    def _paint_shape(self, painter: QPainter, ink: QColor) -> None:
        rect = QRectF(space(2), (self.height() - _SHAPE_PX) / 2, _SHAPE_PX, _SHAPE_PX)
        paint_level_shape(painter, rect, self._level, ink)


class StateBadge(Badge):
    """The state of an obligation."""

    def __init__(self, state: str = "draft", *, parent: QWidget | None = None) -> None:
        self._state = state
        super().__init__(state_text(state), parent=parent)

    def set_state(self, state: str) -> None:
        """Show another state."""
        self._state = state
        self.set_badge(state_text(state), "neutral")

    def _colors(self) -> tuple[QColor, QColor]:
        return current_theme().state_colors(self._state)

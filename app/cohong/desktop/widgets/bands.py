"""Patterned fills of charts: each has a pattern as well as a colour, on the chart and in its legend alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import Label

Band = tuple[str, Qt.BrushStyle]
"""The meaning whose colours a fill takes, and its pattern."""

LEAST_PX: Final = 52

LATENESS: Final[tuple[Band, ...]] = (
    ("good", Qt.BrushStyle.SolidPattern),
    ("warning", Qt.BrushStyle.BDiagPattern),
    ("late", Qt.BrushStyle.Dense5Pattern),
    ("danger", Qt.BrushStyle.DiagCrossPattern),
    ("conflict", Qt.BrushStyle.VerPattern),
)
"""On time, 1-30, 31-60, 61-90 and over 90 days late."""
BAND_DAYS: Final = ("0", "1–30", "31–60", "61–90", "91+")
"""The same as heads of a table have it."""


def paint_band(painter: QPainter, rect: QRectF, role: str, pattern: Qt.BrushStyle) -> None:
    """Fill a rectangle with a band's soft ground, its pattern and an edge."""
    theme = current_theme()
    ink = theme.color(role)
    ground = ink if pattern == Qt.BrushStyle.SolidPattern else theme.color(f"{role}_soft")
    painter.fillRect(rect, ground)
    painter.fillRect(rect, QBrush(QColor(ink), pattern))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


class BandKey(QWidget):
    """The small square of one fill, for a legend."""

    def __init__(self, band: Band, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band = band
        self.setFixedSize(14, 14)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_band(QPainter(self), QRectF(1, 1, 12, 12), *self._band)


def legend(keys: Sequence[tuple[QWidget, str]]) -> QHBoxLayout:
    """Return a line of keys with their names."""
    row = QHBoxLayout()
    row.setSpacing(space(2))
    for key, name in keys:
        row.addWidget(key)
        label = Label(name, "caption", wrap=True)
        # No narrower than a short word: Chinese would break after each character.
        label.setMinimumWidth(min(QFontMetrics(current_theme().font("caption")).horizontalAdvance(name) + 2, LEAST_PX))
        row.addWidget(label, stretch=len(name))
        row.addSpacing(space(1))
    row.addStretch(1)
    return row


def legend_grid(keys: Sequence[tuple[QWidget, str]], columns: int) -> QGridLayout:
    """Return keys with their names in so many columns: for more of them than one line has room for."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(2))
    grid.setVerticalSpacing(space(1))
    for place, (key, name) in enumerate(keys):
        row, column = divmod(place, columns)
        grid.addWidget(key, row, 2 * column)
        grid.addWidget(Label(name, "caption", wrap=True), row, 2 * column + 1)
        grid.setColumnStretch(2 * column + 1, 1)
    return grid

"""Who has how much of a whole: a bar each, with its name and share beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bands import Band, paint_band
from cohong.desktop.widgets.labels import ElidedLabel, Label

BAR_PX: Final = 14
ONE: Final[Band] = ("info", Qt.BrushStyle.SolidPattern)
OTHERS: Final[Band] = ("neutral", Qt.BrushStyle.BDiagPattern)
"""The bar of all that have none of their own."""


class ShareBars(QWidget):
    """Bars below each other, all on one scale from nothing to the whole.

    Args:
        shares: name and share, 0 to 1, the largest first.
        others: the name of the last bar and what is left for it; none where nothing is left.
    """

    def __init__(self, formats: Formats, shares: Sequence[tuple[str, float]], others: tuple[str, float]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(2))
        for column, stretch in enumerate((2, 3)):
            grid.setColumnStretch(column, stretch)
        rows = [(name, share, ONE) for name, share in shares]
        if others[1] > 0:
            rows.append((*others, OTHERS))
        for row, (name, share, band) in enumerate(rows):
            percent = Label(formats.percent(round(share * 10_000), 10_000))
            grid.addWidget(ElidedLabel(name), row, 0)
            grid.addWidget(ShareBar(share, band), row, 1)
            grid.addWidget(percent, row, 2, Qt.AlignmentFlag.AlignRight)


class ShareBar(QWidget):
    """One bar."""

    def __init__(self, share: float, band: Band) -> None:
        super().__init__()
        self._share, self._band = share, band
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(80, BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().color("surface_sunken"))
        if self._share > 0:
            paint_band(painter, QRectF(0, 0, max(2.0, self.width() * self._share), self.height()), *self._band)

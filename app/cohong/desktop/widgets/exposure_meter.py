"""What a member stands for, by currency: a bar for now, and one for after what is about to be signed.

What has been called is filled, what may still be called is hatched; the figures beside the bars say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from cohong.api.views import ExposureLine
from cohong.desktop.cover_wording import exposure_text
from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bands import paint_band
from cohong.desktop.widgets.labels import Label, MutedLabel

BAR_PX: Final = 14
_CALLED: Final = ("danger", Qt.BrushStyle.SolidPattern)
_MAY_BE_CALLED: Final = ("warning", Qt.BrushStyle.BDiagPattern)


class ExposureBar(QWidget):
    """One bar; `scale_minor` is what its whole width stands for."""

    def __init__(self, called_minor: int, worst_minor: int, scale_minor: int) -> None:
        super().__init__()
        self._called, self._worst, self._scale = called_minor, worst_minor, max(1, scale_minor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(110, BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().color("surface_sunken"))
        width = self.width() / self._scale
        called, worst = self._called * width, self._worst * width
        if worst > called:
            paint_band(painter, QRectF(called, 0, max(2.0, worst - called), self.height()), *_MAY_BE_CALLED)
        if called > 0:
            paint_band(painter, QRectF(0, 0, max(2.0, called), self.height()), *_CALLED)


class _Key(QWidget):
    """The small square of one part of the bars, for the legend."""

    def __init__(self, band: tuple[str, Qt.BrushStyle]) -> None:
        super().__init__()
        self._band = band
        self.setFixedSize(14, 14)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_band(QPainter(self), QRectF(1, 1, 12, 12), *self._band)


class ExposureMeter(QWidget):
    """Bars and figures, and one sentence with all of it for screen readers.

    Args:
        signing: whether each currency has a second bar, for after what is about to be signed.
    """

    def __init__(self, formats: Formats, *, signing: bool = False) -> None:
        super().__init__()
        self._formats = formats
        self._signing = signing
        self._lines: list[ExposureLine] | None = None
        self._rows = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(3))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(1, 1)
        self._none = MutedLabel(self.tr("You stand for nobody."))
        self._legend = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._none)
        column.addLayout(self._grid)
        column.addWidget(self._legend)
        self._fill_legend()
        self.set_lines([])

    def _fill_legend(self) -> None:
        grid = QGridLayout(self._legend)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(1, 1)
        keys = ((_CALLED, self.tr("called, not paid")), (_MAY_BE_CALLED, self.tr("may still be called")))
        for row, (band, words) in enumerate(keys):
            grid.addWidget(_Key(band), row, 0)
            grid.addWidget(Label(words, "caption"), row, 1)

    def set_lines(self, lines: Sequence[ExposureLine]) -> None:
        """Show these currencies; those for which nothing is stood for are left out."""
        shown = [line for line in lines if line.worst_minor or line.worst_after_minor]
        if shown == self._lines:
            return
        self._lines = shown
        self._clear()
        self._none.setVisible(not shown)
        self._legend.setVisible(bool(shown))
        if shown:
            self._put_row("", None, (self.tr("Called"), self.tr("At worst")), look="caption")
        for line in shown:
            self._put_line(line)
        spoken = (f"{line.currency}: {exposure_text(line, self._formats, signing=self._signing)}" for line in shown)
        self.setAccessibleName(" ".join(spoken) or self._none.text())

    def _clear(self) -> None:
        self._rows = 0
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _put_line(self, line: ExposureLine) -> None:
        scale = max(line.worst_minor, line.worst_after_minor)
        now = (line.now_minor, line.worst_minor)
        after = (line.now_after_minor, line.worst_after_minor)
        bars = [(line.currency, now)]
        if self._signing:
            bars = [
                (self.tr("{currency} now").format(currency=line.currency), now),
                (self.tr("After signing"), after),
            ]
        for place, (name, (called, worst)) in enumerate(bars):
            figures = tuple(self._formats.amount(line.currency, minor) for minor in (called, worst))
            self._put_row(name, ExposureBar(called, worst, scale), figures, look="strong" if place else "")

    def _put_row(self, name: str, bar: QWidget | None, figures: tuple[str, ...], *, look: str) -> None:
        row, self._rows = self._rows, self._rows + 1
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(Label(name, look), row, 0, middle)
        for column, figure in enumerate(figures, start=2):
            self._grid.addWidget(Label(figure, look), row, column, middle | right)
        if bar is not None and self._signing:
            self._grid.addWidget(bar, row, 1, middle)
        elif bar is not None:
            # One bar a currency has the whole width, below its figures.
            self._grid.addWidget(bar, self._rows, 0, 1, 4)
            self._rows += 1

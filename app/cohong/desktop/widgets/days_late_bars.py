"""How many were paid how many days late, with the median and the 90th percentile as lines across the columns."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from cohong.api.views import DaysLate
from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.widgets.bands import LATENESS, paint_band
from cohong.desktop.widgets.chart import Chart, count_scale
from cohong.insight.payment_calendar import LATE_EDGES

_BANDS = tuple(LATENESS[number] for number in (0, 1, 1, 1, 2, 3, 4))
"""The columns up to 30 days are one band of the months."""


class DaysLateBars(Chart):
    """Paints the columns; a line stands in the column of its days, as far across it as they are in its span."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(formats, parent)
        self._late = DaysLate(counts=[], median=None, ninth=None)

    def set_days_late(self, late: DaysLate, words: str) -> None:
        """Show how late; `words` say the same to a screen reader."""
        self._late = late
        self.setAccessibleName(words)
        self.update()

    def column_names(self) -> list[str]:
        """Return the days of each column: `0`, `1–7`, …, `91+`."""
        firsts = [0, *(edge + 1 for edge in LATE_EDGES)]
        spans = [f"{first}–{last}" for first, last in zip(firsts[1:-1], LATE_EDGES[1:], strict=True)]
        return ["0", *spans, f"{firsts[-1]}+"]

    def places(self) -> int:
        return len(self._late.counts)

    def name_of(self, place: int) -> str:
        return self.column_names()[place]

    def words_of(self, place: int) -> str:
        words = self.tr("{days} days late: {count}")
        return words.format(days=self.name_of(place), count=self.formats.count(self._late.counts[place]))

    def scale(self) -> list[tuple[float, str]]:
        return count_scale(self._highest(), self.formats)

    def plot(self) -> QRectF:
        """Leave a line above the columns for the names of the two lines."""
        return super().plot().adjusted(0, QFontMetrics(current_theme().font("caption")).height(), 0, 0)

    def paint(self, painter: QPainter, plot: QRectF) -> None:
        for place, (count, band) in enumerate(zip(self._late.counts, _BANDS, strict=True)):
            slot = self.slot(plot, place)
            height = slot.height() * count / self._highest()
            if count:
                paint_band(painter, QRectF(slot.left(), slot.bottom() - height, slot.width(), height), *band)
        if self._late.median is not None and self._late.ninth is not None:
            self._paint_lines(painter, plot, self._x_of(plot, self._late.median), self._x_of(plot, self._late.ninth))

    def _paint_lines(self, painter: QPainter, plot: QRectF, median: float, ninth: float) -> None:
        ink = current_theme().color("text")
        for x, style in ((median, Qt.PenStyle.DashLine), (ninth, Qt.PenStyle.DotLine)):
            painter.setPen(QPen(ink, 1.6, style))
            painter.drawLine(QPointF(x, plot.top() - 2), QPointF(x, plot.bottom()))
        advance = QFontMetrics(painter.font()).horizontalAdvance
        names = self.tr("median"), self.tr("90 %")
        # The median is never right of the other, so that its name goes to its left where there is room.
        first = median - advance(names[0]) - 4
        if first < plot.left():
            first = median + 4
        second = min(max(ninth + 4, first + advance(names[0]) + 8), self.width() - advance(names[1]))
        painter.setPen(ink)
        for x, name in zip((first, second), names, strict=True):
            painter.drawText(QPointF(x, plot.top() - 4), name)

    def _x_of(self, plot: QRectF, days: int) -> float:
        place = bisect_left(LATE_EDGES, days)
        slot = self.slot(plot, place)
        if place in (0, len(LATE_EDGES)):
            return slot.center().x()
        first, last = LATE_EDGES[place - 1], LATE_EDGES[place]
        return slot.left() + slot.width() * (days - first - 0.5) / (last - first)

    def _highest(self) -> int:
        return max(1, *self._late.counts, 1)

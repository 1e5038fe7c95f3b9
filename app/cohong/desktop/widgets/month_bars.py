"""How a member paid, month by month: one bar a month, stacked by how late, with a table twin.

Each band has a pattern as well as a colour, and the same pattern in the legend.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import current_theme

_BANDS: Final = (
    ("good", Qt.BrushStyle.SolidPattern),
    ("warning", Qt.BrushStyle.BDiagPattern),
    ("late", Qt.BrushStyle.Dense5Pattern),
    ("danger", Qt.BrushStyle.DiagCrossPattern),
    ("conflict", Qt.BrushStyle.VerPattern),
)
_HEIGHT_PX: Final = 168


@dataclass(frozen=True, slots=True)
class Month:
    """One bar.

    Attributes:
        name: the month as 'YYYY-MM'.
        counts: records on time, 1-30, 31-60, 61-90 and over 90 days late.
    """

    name: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


def months_of(rows: Sequence[Sequence[Any]]) -> list[Month]:
    """Return the bars of `MemberFacts.by_month`, with months without a record put in, at most the last 24."""
    given = {str(row[0]): Month(str(row[0]), tuple(int(count) for count in row[1:6])) for row in rows}
    if not given:
        return []
    first, last = min(given), max(given)
    names = [first]
    while names[-1] < last:
        names.append(_next_month(names[-1]))
    return [given.get(name, Month(name, (0,) * len(_BANDS))) for name in names[-24:]]


def _next_month(name: str) -> str:
    year, month = (int(part) for part in name.split("-"))
    return f"{year + month // 12:04d}-{month % 12 + 1:02d}"


class MonthBars(QWidget):
    """Paints the months; the words of a bar show when the pointer rests on it."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._months: list[Month] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        current_theme().changed.connect(self.update)

    def band_names(self) -> tuple[str, ...]:
        """Return what the bands are called, from on time to the latest."""
        return (
            self.tr("on time"), self.tr("1–30 days late"), self.tr("31–60 days late"),
            self.tr("61–90 days late"), self.tr("over 90 days late"),
        )  # fmt: skip

    def set_months(self, months: Sequence[Month]) -> None:
        """Show these months, oldest first."""
        self._months = list(months)
        on_time = sum(month.counts[0] for month in months)
        total = sum(month.total for month in months)
        self.setAccessibleName(
            self.tr("Payments by month: {on_time} of {total} on time in {months} months").format(
                on_time=on_time, total=total, months=len(months)
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, current_theme().scaled(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._months:
            return
        painter = QPainter(self)
        painter.setFont(current_theme().font("caption"))
        plot = self._plot()
        self._scale(painter, plot)
        for number, month in enumerate(self._months):
            self._bar(painter, self._slot(plot, number), month)
        self._names(painter, plot)

    def _highest(self) -> int:
        return max(1, max((month.total for month in self._months), default=1))

    def _plot(self) -> QRectF:
        metrics = QFontMetrics(current_theme().font("caption"))
        left = metrics.horizontalAdvance(str(self._highest())) + 10
        return QRectF(left, 6, self.width() - left - 2, self.height() - metrics.height() - 14)

    def _slot(self, plot: QRectF, number: int) -> QRectF:
        step = plot.width() / len(self._months)
        width = min(34.0, step * 0.72)
        return QRectF(plot.left() + step * number + (step - width) / 2, plot.top(), width, plot.height())

    def _scale(self, painter: QPainter, plot: QRectF) -> None:
        theme = current_theme()
        highest = self._highest()
        metrics = QFontMetrics(painter.font())
        for value in sorted({0, highest // 2, highest}):
            y = plot.bottom() - plot.height() * value / highest
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("text_muted"))
            words = str(value)
            painter.drawText(
                QPointF(plot.left() - 6 - metrics.horizontalAdvance(words), y + metrics.ascent() / 2 - 1), words
            )

    def _bar(self, painter: QPainter, slot: QRectF, month: Month) -> None:
        bottom = slot.bottom()
        for count, (role, pattern) in zip(month.counts, _BANDS, strict=True):
            height = slot.height() * count / self._highest()
            if count:
                paint_band(painter, QRectF(slot.left(), bottom - height, slot.width(), height), role, pattern)
            bottom -= height

    def _names(self, painter: QPainter, plot: QRectF) -> None:
        """Names under as many bars as have room for one, the newest always among them."""
        metrics = QFontMetrics(painter.font())
        painter.setPen(current_theme().color("text_muted"))
        widest = metrics.horizontalAdvance(self._formats.month("2026-12")) + 14
        step = max(1, round(widest / (plot.width() / len(self._months)) + 0.49))
        for number in range(len(self._months) - 1, -1, -step):
            slot = self._slot(plot, number)
            words = self._formats.month(self._months[number].name)
            x = slot.center().x() - metrics.horizontalAdvance(words) / 2
            x = max(0.0, min(x, self.width() - metrics.horizontalAdvance(words)))
            painter.drawText(QPointF(x, self.height() - metrics.descent() - 1), words)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and self._months:
            plot = self._plot()
            number = int((event.pos().x() - plot.left()) / plot.width() * len(self._months))
            if 0 <= number < len(self._months):
                QToolTip.showText(event.globalPos(), self._words(self._months[number]), self)
                return True
        return bool(super().event(event))  # type: ignore[arg-type]  # any event of Qt's

    def _words(self, month: Month) -> str:
        lines = [self._formats.month(month.name)]
        lines += [f"{name}: {count}" for name, count in zip(self.band_names(), month.counts, strict=True) if count]
        return "\n".join(lines)


class BandKey(QWidget):
    """The small square of one band, for a legend."""

    def __init__(self, band: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band = band
        self.setFixedSize(14, 14)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_band(painter, QRectF(1, 1, 12, 12), *_BANDS[self._band])


BANDS: Final = len(_BANDS)


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

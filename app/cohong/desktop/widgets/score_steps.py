"""How a score came to be what it is: a step a quarter in its 90 % band, the grade above, what went wrong below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from cohong.api.views import ScoreAt
from cohong.desktop.formatting import Formats, listed
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.widgets.bands import Band, paint_band
from cohong.desktop.widgets.chart import Chart

BAND: Final[Band] = ("info", Qt.BrushStyle.BDiagPattern)
THIN: Final[Band] = ("neutral", Qt.BrushStyle.Dense7Pattern)
"""The band of a thin file, in which there is no step."""
_MARK_PX: Final = 4.5


class ScoreSteps(Chart):
    """Paints the chance of being paid within terms as a step of each day, from 0 to 100 %."""

    height_px = 190

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(formats, parent)
        self._points: list[ScoreAt] = []

    def set_points(self, points: Sequence[ScoreAt], words: str) -> None:
        """Show these points, oldest first; `words` say the same to a screen reader."""
        self._points = list(points)
        self.setAccessibleName(words)
        self.update()

    def places(self) -> int:
        return len(self._points)

    def name_of(self, place: int) -> str:
        return self.formats.month(self._points[place].day[:7])

    def grade_of(self, place: int) -> str:
        """Return the grade of a point, a dash for a thin file."""
        return self._points[place].grade or "–"

    def words_of(self, place: int) -> str:
        point = self._points[place]
        chance = self.percent(point.on_time.mean) if point.on_time.mean is not None else self.tr("thin file")
        words = self.tr("{day}: grade {grade}, {chance} ({low} to {high})").format(
            day=self.formats.day(point.day), grade=self.grade_of(place), chance=chance,
            low=self.percent(point.on_time.low), high=self.percent(point.on_time.high),
        )  # fmt: skip
        return "\n".join([words, *([self.events_of(place)] if self.events_of(place) else [])])

    def events_of(self, place: int) -> str:
        """Return what went wrong since the point before; empty for nothing."""
        point = self._points[place]
        late = [self.tr("%n went past terms unpaid", "", point.turned_late)] if point.turned_late else []
        lost = [self.tr("%n given up", "", point.lost)] if point.lost else []
        return listed([*late, *lost])

    def scale(self) -> list[tuple[float, str]]:
        return [(height, self.percent(height)) for height in (0.0, 0.5, 1.0)]

    def plot(self) -> QRectF:
        """Leave a line above for grades and one below for what went wrong."""
        line = QFontMetrics(current_theme().font("strong")).height()
        return super().plot().adjusted(0, line, 0, -line)

    def paint(self, painter: QPainter, plot: QRectF) -> None:
        for place, point in enumerate(self._points):
            room = self.room(plot, place)
            top, bottom = (room.bottom() - room.height() * share for share in (point.on_time.high, point.on_time.low))
            band = THIN if point.on_time.mean is None else BAND
            paint_band(painter, QRectF(room.left(), top, room.width(), max(2.0, bottom - top)), *band)
        self._paint_steps(painter, plot)
        for place in range(self.places()):
            self._paint_grade(painter, self.room(plot, place), place)
            self._paint_events(painter, self.room(plot, place), self._points[place])

    def _paint_steps(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(current_theme().color("text"), 2.4))
        before: QPointF | None = None
        for place, point in enumerate(self._points):
            if point.on_time.mean is None:
                before = None
                continue
            room = self.room(plot, place)
            y = room.bottom() - room.height() * point.on_time.mean
            if before is not None:
                painter.drawLine(before, QPointF(room.left(), y))
            before = QPointF(room.right(), y)
            painter.drawLine(QPointF(room.left(), y), before)

    def _paint_grade(self, painter: QPainter, room: QRectF, place: int) -> None:
        painter.save()
        painter.setFont(current_theme().font("strong"))
        painter.setPen(current_theme().color("text"))
        grade = self.grade_of(place)
        width = QFontMetrics(painter.font()).horizontalAdvance(grade)
        painter.drawText(QPointF(room.center().x() - width / 2, room.top() - 6), grade)
        painter.restore()

    def _paint_events(self, painter: QPainter, room: QRectF, point: ScoreAt) -> None:
        """A triangle for what has turned late and a cross for what was given up, each with its number."""
        marks = [(paint_late, "late", point.turned_late), (paint_lost, "danger", point.lost)]
        shown = [mark for mark in marks if mark[2]]
        metrics = QFontMetrics(painter.font())
        widths = [2 * _MARK_PX + 3 + metrics.horizontalAdvance(str(count)) + 5 for _, _, count in shown]
        x = room.center().x() - sum(widths) / 2
        y = room.bottom() + 4 + metrics.height() / 2
        for (paint_mark, role, count), width in zip(shown, widths, strict=True):
            painter.setPen(QPen(current_theme().color(role), 1.6))
            paint_mark(painter, QPointF(x + _MARK_PX, y))
            painter.drawText(QPointF(x + 2 * _MARK_PX + 3, y + metrics.ascent() / 2 - 1), str(count))
            x += width

    def percent(self, share: float) -> str:
        """Return a share as `79 %`."""
        return self.formats.percent(round(share * 10_000), 10_000)


def paint_late(painter: QPainter, middle: QPointF) -> None:
    """Paint the mark of what has turned late: a triangle."""
    corners = [QPointF(0, -_MARK_PX), QPointF(_MARK_PX, _MARK_PX), QPointF(-_MARK_PX, _MARK_PX)]
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def paint_lost(painter: QPainter, middle: QPointF) -> None:
    """Paint the mark of what was given up: a cross."""
    for slope in (1, -1):
        painter.drawLine(middle + QPointF(-_MARK_PX, -slope * _MARK_PX), middle + QPointF(_MARK_PX, slope * _MARK_PX))


class EventKey(QWidget):
    """One of the two marks, for a legend."""

    def __init__(self, *, lost: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lost = lost
        self.setFixedSize(14, 14)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().color("danger" if self._lost else "late"), 1.6))
        (paint_lost if self._lost else paint_late)(painter, QPointF(7, 7))

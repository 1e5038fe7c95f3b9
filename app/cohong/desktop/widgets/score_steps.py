"""How a score came to be what it is: a step a quarter in its 90 % band, the grade above, what has happened below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cohong.api.views import ScoreAt
from cohong.desktop.formatting import Formats
from cohong.desktop.score_events import SIGNS, EventWords, events_of, kinds_in
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.widgets.bands import Band, paint_band
from cohong.desktop.widgets.chart import Chart

BAND: Final[Band] = ("info", Qt.BrushStyle.BDiagPattern)
THIN: Final[Band] = ("neutral", Qt.BrushStyle.Dense7Pattern)
"""The band of a thin file, in which there is no step."""
_SIGN_PX: Final = 5.0


class ScoreSteps(Chart):
    """Paints the chance of being paid within terms as a step of each day, from 0 to 100 %."""

    height_px = 176

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(formats, parent)
        self._words = EventWords(formats)
        self._points: list[ScoreAt] = []
        self._kinds: list[str] = []

    def set_points(self, points: Sequence[ScoreAt], words: str) -> None:
        """Show these points, oldest first; `words` say the same to a screen reader."""
        self._points, self._kinds = list(points), kinds_in(points)
        self.setAccessibleName(words)
        self.updateGeometry()
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
        happened = self._words.sentence([point])
        return f"{words}\n{happened}" if happened else words

    def scale(self) -> list[tuple[float, str]]:
        return [(height, self.percent(height)) for height in (0.0, 0.5, 1.0)]

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, self._events_px())

    def plot(self) -> QRectF:
        """Leave a line above for grades, and one below for each kind of event."""
        line = QFontMetrics(current_theme().font("strong")).height()
        return super().plot().adjusted(0, line, 0, -self._events_px())

    def _events_px(self) -> int:
        return len(self._kinds) * QFontMetrics(current_theme().font("caption")).height()

    def paint(self, painter: QPainter, plot: QRectF) -> None:
        for place, point in enumerate(self._points):
            room = self.room(plot, place)
            top, bottom = (room.bottom() - room.height() * share for share in (point.on_time.high, point.on_time.low))
            band = THIN if point.on_time.mean is None else BAND
            paint_band(painter, QRectF(room.left(), top, room.width(), max(2.0, bottom - top)), *band)
        self._paint_steps(painter, plot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
        """Paint a line for each kind that there is anywhere, in it the sign with how many."""
        metrics = QFontMetrics(painter.font())
        for kind, count in events_of(point).items():
            said = self._words.short_count(count)
            width = 2 * _SIGN_PX + 3 + metrics.horizontalAdvance(said)
            x = room.center().x() - width / 2
            y = room.bottom() + 4 + metrics.height() * (self._kinds.index(kind) + 0.5)
            paint_sign(painter, QPointF(x + _SIGN_PX, y), kind)
            painter.drawText(QPointF(x + 2 * _SIGN_PX + 3, y + metrics.ascent() / 2 - 1), said)

    def percent(self, share: float) -> str:
        """Return a share as `79 %`."""
        return self.formats.percent(round(share * 10_000), 10_000)


def paint_sign(painter: QPainter, middle: QPointF, kind: str) -> None:
    """Paint the sign of a kind of event."""
    sign = SIGNS[kind]
    painter.setPen(QPen(current_theme().color(sign.role), 1.6))
    for x, y, to_x, to_y in sign.lines:
        painter.drawLine(middle + QPointF(x, y) * _SIGN_PX, middle + QPointF(to_x, to_y) * _SIGN_PX)


class EventKey(QWidget):
    """The sign of a kind of event, for a legend."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setFixedSize(14, 14)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, QPointF(7, 7), self._kind)

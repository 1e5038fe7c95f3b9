"""What charts of places along a line have in common: months, columns, quarters.

Pointer and arrow keys choose a place, whose words then show and are what a screen reader says. The table beside a
chart has all of them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import current_theme

SLOT_PX_MAX = 34.0


class Chart(QWidget):
    """Paints places from left to right; a subclass says how many there are, what each is called, and paints them."""

    height_px = 168

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formats = formats
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        current_theme().changed.connect(self.update)

    # What a subclass says

    def places(self) -> int:
        """Return how many there are."""
        raise NotImplementedError

    def name_of(self, place: int) -> str:
        """Return what stands below a place."""
        raise NotImplementedError

    def words_of(self, place: int) -> str:
        """Return all that a place shows, in lines."""
        raise NotImplementedError

    def scale(self) -> list[tuple[float, str]]:
        """Return the lines across: how high from 0 to 1, and their names."""
        raise NotImplementedError

    def paint(self, painter: QPainter, plot: QRectF) -> None:
        """Paint all places into a rectangle."""
        raise NotImplementedError

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(300, current_theme().scaled(self.height_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def room(self, plot: QRectF, place: int) -> QRectF:
        """Return the whole room of a place."""
        step = plot.width() / self.places()
        return QRectF(plot.left() + step * place, plot.top(), step, plot.height())

    def slot(self, plot: QRectF, place: int) -> QRectF:
        """Return where the column of a place goes: its room with gaps at both sides."""
        room = self.room(plot, place)
        width = min(SLOT_PX_MAX, room.width() * 0.72)
        return QRectF(room.center().x() - width / 2, room.top(), width, room.height())

    def plot(self) -> QRectF:
        """Return the part of the chart right of its scale and above its names."""
        metrics = QFontMetrics(current_theme().font("caption"))
        left = max(metrics.horizontalAdvance(name) for _, name in self.scale()) + 10
        return QRectF(left, 8, self.width() - left - 2, self.height() - metrics.height() - 16)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.places():
            return
        painter = QPainter(self)
        painter.setFont(current_theme().font("caption"))
        plot = self.plot()
        self._paint_scale(painter, plot)
        self.paint(painter, plot)
        self._paint_names(painter, plot)
        if self.hasFocus() and 0 <= self._chosen < self.places():
            painter.setPen(QPen(current_theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.room(plot, self._chosen).adjusted(1, -4, -1, 2), 3, 3)

    def _paint_scale(self, painter: QPainter, plot: QRectF) -> None:
        theme = current_theme()
        metrics = QFontMetrics(painter.font())
        for height, name in self.scale():
            y = plot.bottom() - plot.height() * height
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("text_muted"))
            x = plot.left() - 6 - metrics.horizontalAdvance(name)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), name)

    def _paint_names(self, painter: QPainter, plot: QRectF) -> None:
        """Names under as many places as have room for one, the last always among them."""
        metrics = QFontMetrics(painter.font())
        painter.setPen(current_theme().color("text_muted"))
        names = [self.name_of(place) for place in range(self.places())]
        widest, room = max(map(metrics.horizontalAdvance, names)), plot.width() / self.places()
        # The last name may have to move left to stay in sight.
        step = max(1, -int(-(widest + 8 + max(0.0, (widest - room) / 2)) // room))
        for place in range(self.places() - 1, -1, -step):
            width = metrics.horizontalAdvance(names[place])
            x = max(0.0, min(self.room(plot, place).center().x() - width / 2, self.width() - width))
            painter.drawText(QPointF(x, self.height() - metrics.descent() - 1), names[place])

    # Words

    def place_at(self, point: QPoint) -> int:
        """Return the place under a point, or -1."""
        plot = self.plot()
        place = int((point.x() - plot.left()) // (plot.width() / self.places())) if self.places() else -1
        return place if 0 <= place < self.places() else -1

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (place := self.place_at(event.pos())) >= 0:
            QToolTip.showText(event.globalPos(), self.words_of(place), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self.places():
            self._choose(max(0, min(self.places() - 1, self._chosen + step)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chosen < 0 and self.places():
            self._chosen = self.places() - 1
            self.setAccessibleDescription(self.words_of(self._chosen))

    def _choose(self, place: int) -> None:
        self._chosen = place
        self.setAccessibleDescription(self.words_of(place))
        below = self.room(self.plot(), place).bottomLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(below), self.words_of(place), self)
        self.update()


def count_scale(highest: int, formats: Formats) -> list[tuple[float, str]]:
    """Return the lines of a chart of counts: nothing, half and the highest."""
    return [(value / highest, formats.count(value)) for value in sorted({0, highest // 2, highest})]

"""How the Book's cells are painted: from the page cache, with texts cut to width once and badges kept as pictures.

A window of 36 rows and nine columns is 324 calls of `paint` a frame, so a cell costs a few microseconds at most: no
`data()`, no style option, no enum of Qt's in the common path. A text is laid out for keeps
(QStaticText) only when it is painted a second time: a scrolling view copies what it has and paints new rows, where
laying out costs more than it saves.
"""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cohong.api.views import ObligationRow
from cohong.desktop.theme.level_shapes import paint_level_shape
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.page_model import PageModel, ShownRow
from cohong.desktop.widgets.page_table import MARGIN_PX

_TEXTS_MAX: Final = 4000
_MARK_PX: Final = 18
_PAINTED_MARKS: Final = ("disputed", "correction")


class PaintedView(Protocol):
    """What the delegate must know of its view."""

    hover_row: int
    current_row: int

    def devicePixelRatioF(self) -> float: ...
    def hasFocus(self) -> bool: ...


class BookCellPainter(QStyledItemDelegate):
    """Paints the cells of the Book's table."""

    def __init__(self, view: PaintedView, model: PageModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self._theme = theme
        self._names = [column.name for column in model.columns]
        self._figures = [column.figures for column in model.columns]
        self._fitted: dict[tuple[str, int], tuple[str, float]] = {}
        self._laid: dict[tuple[str, int], tuple[QStaticText, float]] = {}
        self._pictures: dict[tuple[str, str, int, int], QPixmap] = {}
        self.renew()

    def renew(self) -> None:
        """Take colours and fonts from the theme again."""
        color = self._theme.color
        self._ink, self._muted, self._late = color("text"), color("text_muted"), color("late")
        self._selected, self._hover, self._line = color("selection"), color("surface_hover"), color("border")
        self._quiet, self._focus = color("surface_sunken"), color("focus")
        self._font, self._strong = self._theme.font("body"), self._theme.font("strong")
        self._small = self._theme.font("small")
        self._metrics, self._strong_metrics = QFontMetrics(self._font), QFontMetrics(self._strong)
        self._half_line = self._metrics.height() / 2
        self._baseline = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._fitted.clear()
        self._laid.clear()
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._theme.scaled(38))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        left, top, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        view = self._view
        if row == view.current_row:
            painter.fillRect(left, top, width, height, self._selected)
        elif row == view.hover_row:
            painter.fillRect(left, top, width, height, self._hover)
        painter.fillRect(left, top + height - 1, width, 1, self._line)
        if column == 0 and row == view.current_row and view.hasFocus():
            painter.fillRect(left, top, 3, height, self._focus)
        shown = self._model.row_at(row)
        if shown is None:
            self._placeholder(painter, left, top, width, height, row, column)
        else:
            self._cell(painter, left, top, width, height, column, shown)

    def _cell(
        self, painter: QPainter, left: int, top: int, width: int, height: int, column: int, shown: ShownRow
    ) -> None:
        name = self._names[column]
        text = shown.texts[column]
        if name == "state":
            self._picture(painter, left, top, height, self._state_picture(text, shown.source, width))
        elif name == "level":
            self._picture(painter, left, top, height, self._level_picture(text, shown.source, width))
        elif name == "counterparty":
            self._picture(painter, left, top, height, self._side_picture(shown.source.side))
            self._text(painter, left + 22, top, width - 22, height, text, False, self._ink)
        elif text:
            strong = name == "amount"
            ink = (
                self._late
                if name == "days_late" and shown.source.state == "overdue"
                else (self._ink if strong or name in ("reference", "outstanding", "days_late") else self._muted)
            )
            self._text(painter, left, top, width, height, text, self._figures[column], ink)

    def _text(
        self, painter: QPainter, left: int, top: int, width: int, height: int, text: str, right: bool, ink: QColor
    ) -> None:
        room = width - 2 * MARGIN_PX
        painter.setPen(ink)
        laid = self._laid.get((text, room))
        if laid is None:
            fitted, advance = self._fit(text, room)
            x = left + width - MARGIN_PX - advance if right else left + MARGIN_PX
            painter.setFont(self._font)
            painter.drawText(QPointF(x, top + height / 2 + self._baseline), fitted)
        else:
            static, advance = laid
            x = left + width - MARGIN_PX - advance if right else left + MARGIN_PX
            painter.drawStaticText(QPointF(x, top + height / 2 - self._half_line), static)

    def _fit(self, text: str, room: int) -> tuple[str, float]:
        """Return the text cut to the room, and its width. The second time it is laid out for good."""
        known = self._fitted.pop((text, room), None)
        if known is not None:
            self._lay(text, room, *known)
            return known
        if len(self._fitted) > _TEXTS_MAX:
            self._fitted.clear()
        shown, width = text, self._metrics.horizontalAdvance(text)
        if width > room:
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            width = self._metrics.horizontalAdvance(shown)
        fitted = self._fitted[text, room] = (shown, float(width))
        return fitted

    def _lay(self, text: str, room: int, shown: str, advance: float) -> None:
        if len(self._laid) > _TEXTS_MAX:
            self._laid.clear()
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=self._font)
        self._laid[text, room] = (static, advance)

    def _placeholder(
        self, painter: QPainter, left: int, top: int, width: int, height: int, row: int, column: int
    ) -> None:
        # A bar where text will be: of uneven length, so that it reads as something to come, not as a pattern.
        length = min(width - 2 * MARGIN_PX, 40 + (row * 37 + column * 53) % 60)
        if length > 8:
            x = left + width - MARGIN_PX - length if self._figures[column] else left + MARGIN_PX
            painter.fillRect(x, top + height // 2 - 4, length, 8, self._quiet)

    # Pictures

    @staticmethod
    def _picture(painter: QPainter, left: int, top: int, height: int, picture: QPixmap) -> None:
        tall = picture.height() / picture.devicePixelRatio()
        painter.drawPixmap(QPointF(left + MARGIN_PX - 2, top + (height - tall) / 2), picture)

    def _state_picture(self, text: str, row: ObligationRow, width: int) -> QPixmap:
        marks = tuple(mark for mark in _PAINTED_MARKS if mark in row.marks)
        key = (" ".join(("state", *marks)), text, 0, width)
        picture = self._pictures.get(key)
        if picture is None:
            room = max(40, width - MARGIN_PX - 4)
            picture = self._pictures[key] = self._state_drawn(text, row.state, room, marks)
        return picture

    def _state_drawn(self, text: str, state: str, room: int, marks: tuple[str, ...]) -> QPixmap:
        """The state in a pill; after it a flag where the record is disputed, a pencil where it is to be corrected."""
        ink, fill = self._theme.state_colors(state)
        metrics, beside = QFontMetrics(self._small), _MARK_PX * len(marks)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 16 - beside)
        width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 4
        picture, painter = self._canvas(width + beside, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
        painter.setPen(ink)
        painter.setFont(self._small)
        painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)
        for place, mark in enumerate(marks):
            painter.save()
            painter.translate(width + 5 + place * _MARK_PX, (height - 14) / 2)
            paint = self._paint_flag if mark == "disputed" else self._paint_pencil
            paint(painter)
            painter.restore()
        painter.end()
        return picture

    def _paint_flag(self, painter: QPainter) -> None:
        self._set_mark_pen(painter, "conflict")
        flag = QPainterPath(QPointF(2.5, 1.5))
        for point in ((11.5, 1.5), (9.5, 4.5), (11.5, 7.5), (2.5, 7.5)):
            flag.lineTo(*point)
        flag.closeSubpath()
        painter.drawPath(flag)
        painter.drawLine(QPointF(2.5, 1.5), QPointF(2.5, 13))

    def _paint_pencil(self, painter: QPainter) -> None:
        self._set_mark_pen(painter, "warning")
        pencil = QPainterPath(QPointF(2, 12.5))
        for point in ((3, 9), (9.5, 2.5), (12, 5), (5.5, 11.5)):
            pencil.lineTo(*point)
        pencil.closeSubpath()
        painter.drawPath(pencil)

    def _set_mark_pen(self, painter: QPainter, role: str) -> None:
        color = self._theme.color(role)
        painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(color)

    def _level_picture(self, text: str, row: ObligationRow, width: int) -> QPixmap:
        key = (row.level, text, row.voters, width)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._level_drawn(text, row, max(40, width - MARGIN_PX - 6))
        return picture

    def _level_drawn(self, text: str, row: ObligationRow, width: int) -> QPixmap:
        """The level's shape and word, and under them a bar with one cell a voter."""
        ink, _fill = self._theme.level_colors(row.level)
        line = QFontMetrics(self._small).height()
        votes = row.voters > 0 and row.level != "draft"
        picture, painter = self._canvas(width, line + (7 if votes else 0))
        paint_level_shape(painter, QRectF(1, (line - 12) / 2, 12, 12), row.level, ink)
        painter.setPen(ink)
        painter.setFont(self._small)
        words = QFontMetrics(self._small).elidedText(text, Qt.TextElideMode.ElideRight, width - 20)
        painter.drawText(QRectF(19, 0, width - 19, line), Qt.AlignmentFlag.AlignVCenter, words)
        if votes:
            self._tiny_bar(painter, QRectF(19, line + 3, min(92, width - 19), 4), row, ink)
        painter.end()
        return picture

    def _tiny_bar(self, painter: QPainter, rect: QRectF, row: ObligationRow, ink: QColor) -> None:
        gap = 1.5 if row.voters <= 20 else 0.0
        cell = (rect.width() + gap) / row.voters
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(row.voters):
            painter.setBrush(ink if number < row.signed else self._line)
            painter.drawRect(QRectF(rect.x() + number * cell, rect.y(), cell - gap, rect.height()))

    def _side_picture(self, side: str) -> QPixmap:
        key = ("side", side, 0, 0)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._arrow(side)
        return picture

    def _arrow(self, side: str) -> QPixmap:
        """Down-left for what comes in, up-right for what goes out, a dash for what is others' business."""
        picture, painter = self._canvas(16, 16)
        role = {"holder": "good", "debtor": "late"}.get(side, "text_muted")
        painter.setPen(
            QPen(
                self._theme.color(role), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        path = QPainterPath()
        if side == "other":
            path.moveTo(4, 8)
            path.lineTo(12, 8)
        else:
            for start, *points in (((12, 4), (4, 12)), ((4, 6), (4, 12), (10, 12))):
                path.moveTo(*start)
                for point in points:
                    path.lineTo(*point)
        if side == "debtor":
            painter.translate(16, 16)
            painter.rotate(180)
        painter.drawPath(path)
        painter.end()
        return picture

    def _canvas(self, width: float, height: float) -> tuple[QPixmap, QPainter]:
        ratio = self._view.devicePixelRatioF()
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        return picture, painter

"""How the Book's cells are painted: states in pills with their marks, levels with a bar of votes, whose the debt is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPixmap

from cohong.api.views import ObligationRow
from cohong.desktop.theme.level_shapes import paint_level_shape
from cohong.desktop.widgets.page_model import ShownRow
from cohong.desktop.widgets.page_table import MARGIN_PX
from cohong.desktop.widgets.page_table_paint import CellPainter

_MARK_PX: Final = 18
_PAINTED_MARKS: Final = ("disputed", "correction")


class BookCellPainter(CellPainter):
    """Paints the cells of the Book's table."""

    def paint_cell(
        self, painter: QPainter, left: int, top: int, width: int, height: int, column: int, shown: ShownRow
    ) -> None:
        name = self.names[column]
        text = shown.texts[column]
        if name == "state":
            self.paint_picture(painter, left, top, height, self._state_picture(text, shown.source, width))
        elif name == "level":
            self.paint_picture(painter, left, top, height, self._level_picture(text, shown.source, width))
        elif name == "counterparty":
            self.paint_picture(painter, left, top, height, self._side_picture(shown.source.side))
            self.paint_text(painter, left + 22, top, width - 22, height, text, False, self.ink)
        elif text:
            strong = name == "amount"
            ink = (
                self.late
                if name == "days_late" and shown.source.state == "overdue"
                else (self.ink if strong or name in ("reference", "outstanding", "days_late") else self.muted)
            )
            self.paint_text(painter, left, top, width, height, text, self.figures[column], ink)

    def _state_picture(self, text: str, row: ObligationRow, width: int) -> QPixmap:
        marks = tuple(mark for mark in _PAINTED_MARKS if mark in row.marks)
        key = (" ".join(("state", *marks)), text, 0, width)
        picture = self.pictures.get(key)
        if picture is None:
            room = max(40, width - MARGIN_PX - 4)
            picture = self.pictures[key] = self._state_drawn(text, row.state, room, marks)
        return picture

    def _state_drawn(self, text: str, state: str, room: int, marks: tuple[str, ...]) -> QPixmap:
        """The state in a pill; after it a flag where the record is disputed, a pencil where it is to be corrected."""
        ink, fill = self.theme.state_colors(state)
        beside = _MARK_PX * len(marks)
        picture, painter = self.pill(text, ink, fill, room, beside=beside)
        height = picture.height() / picture.devicePixelRatio()
        width = picture.width() / picture.devicePixelRatio() - beside
        for place, mark in enumerate(marks):
            painter.save()
            painter.translate(width + 5 + place * _MARK_PX, (height - 14) / 2)
            paint = self._paint_flag if mark == "disputed" else self._paint_pencil
            paint(painter)
            painter.restore()
        painter.end()
        return picture

    def _paint_flag(self, painter: QPainter) -> None:
        painter.setPen(self.stroke("conflict", 1.6))
        painter.setBrush(self.theme.color("conflict"))
        flag = QPainterPath(QPointF(2.5, 1.5))
        for point in ((11.5, 1.5), (9.5, 4.5), (11.5, 7.5), (2.5, 7.5)):
            flag.lineTo(*point)
        flag.closeSubpath()
        painter.drawPath(flag)
        painter.drawLine(QPointF(2.5, 1.5), QPointF(2.5, 13))

    def _paint_pencil(self, painter: QPainter) -> None:
        painter.setPen(self.stroke("warning", 1.6))
        painter.setBrush(self.theme.color("warning"))
        pencil = QPainterPath(QPointF(2, 12.5))
        for point in ((3, 9), (9.5, 2.5), (12, 5), (5.5, 11.5)):
            pencil.lineTo(*point)
        pencil.closeSubpath()
        painter.drawPath(pencil)

    def _level_picture(self, text: str, row: ObligationRow, width: int) -> QPixmap:
        key = (row.level, text, row.voters, width)
        picture = self.pictures.get(key)
        if picture is None:
            picture = self.pictures[key] = self._level_drawn(text, row, max(40, width - MARGIN_PX - 6))
        return picture

    def _level_drawn(self, text: str, row: ObligationRow, width: int) -> QPixmap:
        """The level's shape and word, and under them a bar with one cell a voter."""
        ink, _fill = self.theme.level_colors(row.level)
        line = QFontMetrics(self.small).height()
        votes = row.voters > 0 and row.level != "draft"
        picture, painter = self.canvas(width, line + (7 if votes else 0))
        paint_level_shape(painter, QRectF(1, (line - 12) / 2, 12, 12), row.level, ink)
        painter.setPen(ink)
        painter.setFont(self.small)
        words = QFontMetrics(self.small).elidedText(text, Qt.TextElideMode.ElideRight, width - 20)
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
            painter.setBrush(ink if number < row.signed else self.line)
            painter.drawRect(QRectF(rect.x() + number * cell, rect.y(), cell - gap, rect.height()))

    def _side_picture(self, side: str) -> QPixmap:
        key = ("side", side, 0, 0)
        picture = self.pictures.get(key)
        if picture is None:
            picture = self.pictures[key] = self._arrow(side)
        return picture

    def _arrow(self, side: str) -> QPixmap:
        """Down-left for what comes in, up-right for what goes out, a dash for what is others' business."""
        picture, painter = self.canvas(16, 16)
        role = {"holder": "good", "debtor": "late"}.get(side, "text_muted")
        painter.setPen(self.stroke(role))
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

"""A shape for every level, so that colour never stands alone: badges and table cells paint the same ones."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def paint_level_shape(painter: QPainter, rect: QRectF, level: str, color: QColor) -> None:
    """Paint the shape of `level` into the square `rect`; a level that is not known gets the ring of `waiting`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(1.2, rect.width() / 8)
    pen = QPen(color, stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    _SHAPES.get(level, _ring)(painter, inner, color)
    painter.restore()


def _dashed_ring(painter: QPainter, rect: QRectF, color: QColor) -> None:
    pen = painter.pen()
    pen.setDashPattern([1.6, 1.9])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawEllipse(rect)


def _ring(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.drawEllipse(rect)


def _half_disc(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.drawEllipse(rect)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(rect, 90 * 16, 180 * 16)


def _ticked_disc(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawEllipse(rect)
    paper = QColor(Qt.GlobalColor.white if color.lightnessF() < 0.55 else Qt.GlobalColor.black)
    painter.setPen(QPen(paper, painter.pen().widthF(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF([_at(rect, 0.26, 0.52), _at(rect, 0.43, 0.70), _at(rect, 0.75, 0.33)]))


def _crossed_disc(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.drawEllipse(rect)
    painter.drawLine(_at(rect, 0.32, 0.32), _at(rect, 0.68, 0.68))
    painter.drawLine(_at(rect, 0.68, 0.32), _at(rect, 0.32, 0.68))


def _split_diamond(painter: QPainter, rect: QRectF, color: QColor) -> None:
    top, right, bottom, left = (_at(rect, *xy) for xy in ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)))
    painter.drawPolygon(QPolygonF([top, right, bottom, left]))
    painter.drawLine(top, bottom)


def _struck_ring(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.drawEllipse(rect)
    painter.drawLine(_at(rect, 0.2, 0.8), _at(rect, 0.8, 0.2))


def _barred_ring(painter: QPainter, rect: QRectF, color: QColor) -> None:
    painter.drawEllipse(rect)
    painter.drawLine(_at(rect, 0.27, 0.5), _at(rect, 0.73, 0.5))


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y)


_SHAPES = {
    "draft": _dashed_ring,
    "waiting": _ring,
    "majority": _half_disc,
    "final": _ticked_disc,
    "rejected": _crossed_disc,
    "contested": _split_diamond,
    "beaten": _struck_ring,
    "void": _barred_ring,
}

"""The debts of a netting round as arrows between members on a circle, as wide as they are large.

What was set off is told by the line's pattern as well as by its colour, and in words: those of the arrow under the
pointer, or of the one that the arrow keys have reached, are emitted for the page to show.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cohong.api.views import SetOff
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.desktop.netting_wording import debt_text
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.widgets.debt_graph_layout import (
    Curve,
    among_largest,
    around,
    between_members,
    curve_between,
    places,
    width_px,
)

_HEIGHT_PX: Final = 380
_DOT_PX: Final = 7.0
_NAME_PX: Final = 150
_NEAR_PX: Final = 10.0
_NAMES_MAX: Final = 24
"""With more members only this one's name and those of the debt in focus have room."""

_FIGURES_MAX: Final = 10
"""With more debts than these, figures would lie on top of one another."""

LOOKS: Final[dict[str, tuple[str, Qt.PenStyle]]] = {
    "none": ("neutral", Qt.PenStyle.SolidLine),
    "part": ("accent", Qt.PenStyle.DashLine),
    "whole": ("good", Qt.PenStyle.DotLine),
}
"""What was set off of a debt -> the colour's role and the pattern of its line."""


def look_of(debt: SetOff) -> str:
    """Return which of LOOKS a debt has."""
    if not debt.set_off_minor:
        return "none"
    return "part" if debt.left_minor else "whole"


class DebtGraph(QWidget):
    """Signals:
    pointed: the debt under the pointer or in focus, in words; empty if there is none.
    """

    pointed = Signal(str)

    def __init__(self, formats: Formats, me: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._me = me
        self._debts: list[SetOff] = []
        self._members: list[str] = []
        self._names: dict[str, str] = {}
        self._focus = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        current_theme().changed.connect(self.updateGeometry)

    @property
    def members_shown(self) -> int:
        """How many members there was room for."""
        return len(self._members)

    def set_debts(self, lines: Sequence[SetOff], me: str) -> None:
        """Show the debts of a round."""
        debts = between_members(lines)
        self._me = me
        self._debts = among_largest(debts, me)
        self._members = around(self._debts, me)
        self._names = {debt.debtor: name_text(debt.debtor_name, debt.debtor) for debt in self._debts}
        self._names |= {debt.holder: name_text(debt.holder_name, debt.holder) for debt in self._debts}
        self._point_at(-1)
        self.setAccessibleName(
            self.tr("Debts of this round: {debts} between {members} members").format(
                debts=self._formats.count(len(self._debts)), members=self._formats.count(len(self._members))
            )
        )
        self.setAccessibleDescription(" ".join(debt_text(debt, self._formats) for debt in self._debts[:12]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, current_theme().scaled(_HEIGHT_PX if len(self._members) > 4 else _HEIGHT_PX * 3 // 4))

    def _room(self) -> QRectF:
        """What the circle may take: names stand outside of it."""
        metrics = QFontMetrics(current_theme().font("caption"))
        height = self.height() - 2 * (metrics.height() + 14)
        width = min(self.width() - 2 * (_NAME_PX + 16), height * 1.7)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _curves(self) -> list[Curve]:
        stands = places(self._members, self._room())
        most = self._debts[0].before_minor if self._debts else 0
        return [
            curve_between(
                stands[debt.debtor], stands[debt.holder], dot_px=_DOT_PX + 3,
                head_px=_head_px(width_px(debt.before_minor, most)),
            )
            for debt in self._debts
        ]  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(current_theme().font("caption"))
        curves = self._curves()
        most = self._debts[0].before_minor if self._debts else 0
        for number, (debt, curve) in enumerate(zip(self._debts, curves, strict=True)):
            if number != self._focus:
                self._draw_debt(painter, curve, debt, width_px(debt.before_minor, most))
        if 0 <= self._focus < len(self._debts):
            debt = self._debts[self._focus]
            self._draw_debt(painter, curves[self._focus], debt, width_px(debt.before_minor, most), strong=True)
        for member, point in places(self._members, self._room()).items():
            self._draw_member(painter, member, point)
        if len(self._debts) <= _FIGURES_MAX:
            painter.setFont(current_theme().font("caption"))
            for debt, curve in zip(self._debts, curves, strict=True):
                self._draw_figure(painter, curve.middle, debt)
        if self.hasFocus():
            painter.setPen(QPen(current_theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_debt(self, painter: QPainter, curve: Curve, debt: SetOff, width: float, *, strong: bool = False) -> None:
        theme = current_theme()
        role, pattern = LOOKS[look_of(debt)]
        path = QPainterPath(curve.start)
        path.quadTo(curve.bend, curve.end)
        if strong:
            painter.strokePath(path, QPen(theme.color("selection"), width + 8))
        paint_line(painter, path, width, role, pattern)
        head = _head_px(width)
        side = QPointF(-curve.direction.y(), curve.direction.x()) * (head * 0.5)
        foot = curve.tip - curve.direction * head
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(role))
        painter.drawPolygon(QPolygonF([curve.tip, foot + side, foot - side]))

    def _draw_figure(self, painter: QPainter, point: QPointF, debt: SetOff) -> None:
        """What was set off, or what is owed where nothing was, on the middle of its line."""
        theme = current_theme()
        metrics = QFontMetrics(painter.font())
        minor = debt.set_off_minor or debt.before_minor
        words = self._formats.amount(debt.currency, minor)
        words = f"\u2212{words}" if debt.set_off_minor else words
        room = QRectF(0, 0, metrics.horizontalAdvance(words) + 12, metrics.height() + 2)
        room.moveCenter(point)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(theme.color(LOOKS[look_of(debt)][0]))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_member(self, painter: QPainter, member: str, point: QPointF) -> None:
        theme = current_theme()
        is_me = member == self._me
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(theme.color("accent" if is_me else "surface"))
        painter.drawEllipse(point, _DOT_PX, _DOT_PX)
        if len(self._members) > _NAMES_MAX and not is_me and member not in self._in_focus():
            return
        font = theme.font("caption")
        font.setBold(is_me)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        words = metrics.elidedText(self._names[member], Qt.TextElideMode.ElideRight, _NAME_PX)
        painter.setPen(theme.color("text"))
        painter.drawText(self._name_place(point, metrics.horizontalAdvance(words), metrics), words)

    def _in_focus(self) -> tuple[str, ...]:
        if not 0 <= self._focus < len(self._debts):
            return ()
        return self._debts[self._focus].debtor, self._debts[self._focus].holder

    def _name_place(self, point: QPointF, width: int, metrics: QFontMetrics) -> QPointF:
        """Beside the dot, away from the circle's middle."""
        away = point - self._room().center()
        length = math.hypot(away.x(), away.y()) or 1.0
        across, down = away.x() / length, away.y() / length
        gap = _DOT_PX + 6
        if abs(across) < 0.25:
            y = point.y() - gap if down < 0 else point.y() + gap + metrics.ascent()
            return QPointF(point.x() - width / 2, y)
        x = point.x() + gap if across > 0 else point.x() - gap - width
        return QPointF(x, point.y() + metrics.ascent() / 2 - 1 + down * 4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._nearest(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        if step and self._debts:
            start = self._focus if self._focus >= 0 else (-1 if step > 0 else 0)
            self._point_at((start + step) % len(self._debts))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _nearest(self, point: QPointF) -> int:
        found, best = -1, _NEAR_PX
        for number, curve in enumerate(self._curves()):
            for place in curve.points():
                distance = math.hypot(place.x() - point.x(), place.y() - point.y())
                if distance < best:
                    found, best = number, distance
        return found

    def _point_at(self, number: int) -> None:
        if number == self._focus:
            return
        self._focus = number
        self.pointed.emit(debt_text(self._debts[number], self._formats) if number >= 0 else "")
        self.update()


def _head_px(width: float) -> float:
    return 8 + width * 1.2


def paint_line(painter: QPainter, path: QPainterPath, width: float, role: str, pattern: Qt.PenStyle) -> None:
    """Draw a line in a look: a pattern lies on a soft ground, so that it is one line and not many."""
    theme = current_theme()
    if pattern is not Qt.PenStyle.SolidLine:
        painter.strokePath(path, QPen(theme.color(f"{role}_soft"), width + 2, c=Qt.PenCapStyle.FlatCap))
    pen = QPen(theme.color(role), width, pattern, Qt.PenCapStyle.FlatCap)
    # The same dashes on every line, however wide: Qt counts them in widths.
    if pattern is Qt.PenStyle.DashLine:
        pen.setDashPattern([9 / width, 5 / width])
    elif pattern is Qt.PenStyle.DotLine:
        pen.setDashPattern([3 / width, 3 / width])
    painter.strokePath(path, pen)


class LineKey(QWidget):
    """The sample of one look, for a legend."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(36, 14)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        path = QPainterPath(QPointF(1, 7))
        path.lineTo(QPointF(35, 7))
        paint_line(painter, path, 4, *LOOKS[self._look])

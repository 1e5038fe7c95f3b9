"""How the cells of the list of members are painted: whatever has a colour has a word and a shape too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from cohong.api.views import CardGrade, MemberRow
from cohong.desktop.report_wording import GRADE_MEANINGS
from cohong.desktop.widgets.page_model import ShownRow
from cohong.desktop.widgets.page_table import MARGIN_PX
from cohong.desktop.widgets.page_table_paint import CellPainter

_ICON_PX: Final = 16
_BESIDE_PX: Final = 20
_TREND_ROLES: Final = {"better": "good", "steady": "text_muted", "worse": "late"}
_MUTED: Final = frozenset({"changed", "part", "seen", "id"})


class MemberCellPainter(CellPainter):
    """Paints the cells of the list of members."""

    def paint_cell(
        self, painter: QPainter, left: int, top: int, width: int, height: int, column: int, shown: ShownRow
    ) -> None:
        name, text = self.names[column], shown.texts[column]
        row, grade = shown.source
        assert isinstance(row, MemberRow)
        if name == "grade" and grade is not None:
            self.paint_picture(painter, left, top, height, self._grade(text, grade, width))
            return
        mark = self._mark(name, row, grade) if text else None
        if mark is not None:
            beside = max(0, width - self.text_width(text) - 2 * MARGIN_PX - _BESIDE_PX) if self.figures[column] else 0
            self.paint_picture(painter, left + beside, top, height, mark)
            left, width = left + _BESIDE_PX, width - _BESIDE_PX
        ink = self.late if name == "limit" and _is_over(row) else self.muted if name in _MUTED else self.ink
        self.paint_text(painter, left, top, width, height, text, self.figures[column], ink)

    def _grade(self, text: str, grade: CardGrade, width: int) -> QPixmap:
        key = ("grade", text, 0, width)
        if key not in self.pictures:
            meaning = GRADE_MEANINGS[grade.grade]
            ink, fill = self.theme.color(meaning), self.theme.color(f"{meaning}_soft")
            self.pictures[key], painter = self.pill(text, ink, fill, max(40, width - MARGIN_PX - 4))
            painter.end()
        return self.pictures[key]

    def _mark(self, name: str, row: MemberRow, grade: CardGrade | None) -> QPixmap | None:
        """Return the shape that stands before a text."""
        if name == "trend" and grade is not None and grade.trend is not None:
            return self._arrow(grade.trend)
        if name == "limit" and _is_over(row):
            return self._icon("warning", "late")
        if name == "watch":
            return self._icon("eye", "accent_text")
        if name == "seen":
            return self._icon("network", "good") if row.connected or row.me else self._icon("offline", "text_muted")
        return None

    def _icon(self, name: str, role: str) -> QPixmap:
        key = ("icon", name, 0, 0)
        if key not in self.pictures:
            self.pictures[key] = self.theme.pixmap(name, role, size=_ICON_PX, ratio=self.pixel_ratio)
        return self.pictures[key]

    def _arrow(self, trend: str) -> QPixmap:
        """Up for what has become better, down for worse, level for neither."""
        key = ("trend", trend, 0, 0)
        if key not in self.pictures:
            picture, painter = self.canvas(_ICON_PX, _ICON_PX)
            painter.setPen(self.stroke(_TREND_ROLES[trend]))
            painter.translate(_ICON_PX / 2, _ICON_PX / 2)
            painter.rotate({"better": -45, "steady": 0, "worse": 45}[trend])
            path = QPainterPath(QPointF(-6, 0))
            path.lineTo(6, 0)
            path.moveTo(2, -4)
            path.lineTo(6, 0)
            path.lineTo(2, 4)
            painter.drawPath(path)
            painter.end()
            self.pictures[key] = picture
        return self.pictures[key]


def _is_over(row: MemberRow) -> bool:
    return any(each.is_over for each in row.exposures)

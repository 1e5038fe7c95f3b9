"""The first line of a report: grade, how sure it is and why, as of when, and by whose eyes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api.views import PaymentReport
from cohong.desktop.report_wording import GRADE_MEANINGS, ReportWords
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bands import paint_band
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import Label, MutedLabel

_SURENESS: Final = ("low", "medium", "high")
_GRADE_PX: Final = 72


class GradeLine(Card):
    """The grade in large, with the sentences beside it."""

    def __init__(self, report: PaymentReport, words: ReportWords) -> None:
        super().__init__()
        grade = report.score.grade
        name = self.tr("Grade {grade}").format(grade=grade) if grade else words.grade(None)
        row = QHBoxLayout()
        row.setSpacing(space(5))
        row.addWidget(GradeMark(grade), alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(space(1))
        column.addWidget(Label(name, "heading"))
        column.addWidget(Label(words.grade_sentence(report), wrap=True))
        sure = QHBoxLayout()
        sure.setSpacing(space(2))
        sure.addWidget(SurenessBars(report.confidence.sureness), alignment=Qt.AlignmentFlag.AlignVCenter)
        sure.addWidget(Label(words.confidence(report), "strong"))
        sure.addWidget(MutedLabel(words.confidence_reason(report)), stretch=1)
        column.addLayout(sure)
        column.addWidget(MutedLabel(words.seen(report)))
        row.addLayout(column, stretch=1)
        self.body.addLayout(row)
        self.setAccessibleName(f"{name}. {words.grade_sentence(report)} {words.confidence(report)}.")


class GradeMark(QWidget):
    """The letter on its colour; a thin file is an empty, hatched field."""

    def __init__(self, grade: str | None) -> None:
        super().__init__()
        self._grade = grade
        self.setFixedSize(_GRADE_PX, _GRADE_PX)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        meaning = GRADE_MEANINGS[self._grade]
        if self._grade is None:
            paint_band(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), meaning, Qt.BrushStyle.BDiagPattern)
            return
        painter.setPen(QPen(theme.color(meaning), 1.5))
        painter.setBrush(theme.color(f"{meaning}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        font = theme.font("heading")
        font.setPixelSize(round(_GRADE_PX * 0.6))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._grade)


class SurenessBars(QWidget):
    """Three bars of growing height; as many are filled as it is sure."""

    def __init__(self, sureness: str) -> None:
        super().__init__()
        self._filled = _SURENESS.index(sureness) + 1
        self.setFixedSize(QSize(23, 16))
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = current_theme().color("accent_text")
        painter.setPen(QPen(ink, 1))
        for number in range(len(_SURENESS)):
            painter.setBrush(ink if number < self._filled else Qt.BrushStyle.NoBrush)
            height = 5 + 5 * number
            painter.drawRect(QRectF(8 * number + 0.5, 15.5 - height, 5, height))

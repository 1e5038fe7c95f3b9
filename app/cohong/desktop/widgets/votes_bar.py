"""The votes on one record as a bar: one cell a voter, ticks where majority and final are reached.

Colour never stands alone: signed cells are filled, votes against are crossed, votes held are hatched, and who has not
voted is an empty outline.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cohong.api.views import MotionView
from cohong.api.views import VotesBar as Votes
from cohong.desktop.theme.theme import current_theme

BAR_PX: Final = 18
_CELLS_MAX: Final = 60
"""With more voters than these a cell would be a hairline: the bar becomes continuous."""


class VotesBar(QWidget):
    """Paints yes, held, against and not yet, in this order, over the whole roster."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes: Votes | None = None
        self._fresh = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def set_votes(self, votes: Votes) -> None:
        """Show these votes."""
        if votes != self._votes:
            self._votes = votes
            self.setAccessibleName(self.spoken())
            self.updateGeometry()
            self.update()

    def highlight(self, fresh: int) -> None:
        """Mark the last `fresh` signatures as just come."""
        if fresh != self._fresh:
            self._fresh = fresh
            self.update()

    def spoken(self) -> str:
        """Return the bar in words."""
        votes = self._votes
        if votes is None:
            return ""
        sentence = self.tr(
            "{yes} of {voters} signed, majority at {majority}, final at {final}, against {no}, not yet {rest}"
        )
        return sentence.format(
            yes=votes.yes, voters=votes.voters, majority=votes.majority_at, final=votes.final_at,
            no=votes.no, rest=not_yet(votes),
        )  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(320, BAR_PX + 10 + QFontMetrics(current_theme().font("caption")).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        votes = self._votes
        if votes is None or votes.voters == 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cells(painter, votes)
        self._ticks(painter, votes)

    def _cells(self, painter: QPainter, votes: Votes) -> None:
        theme = current_theme()
        ink, _fill = theme.level_colors(votes.level)
        runs = (
            (votes.yes, ink, Qt.BrushStyle.SolidPattern),
            (votes.hold, theme.color("warning"), Qt.BrushStyle.BDiagPattern),
            (votes.no, theme.color("danger"), Qt.BrushStyle.DiagCrossPattern),
            (not_yet(votes), theme.color("border_strong"), Qt.BrushStyle.NoBrush),
        )
        place = 0
        for count, color, pattern in runs:
            self._run(painter, votes, place, count, color, pattern)
            place += count
        if self._fresh:
            self._halo(painter, votes)

    def _halo(self, painter: QPainter, votes: Votes) -> None:
        painter.setPen(QPen(current_theme().color("focus"), 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        fresh = min(self._fresh, votes.yes)
        painter.drawRoundedRect(self._span(votes, votes.yes - fresh, fresh).adjusted(1.4, 1.2, -1.4, -1.2), 4, 4)

    def _run(
        self, painter: QPainter, votes: Votes, place: int, count: int, color: QColor, pattern: Qt.BrushStyle
    ) -> None:
        if count == 0:
            return
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(QBrush(color, pattern))
        if votes.voters > _CELLS_MAX:
            painter.drawRect(self._span(votes, place, count).adjusted(0.6, 0.6, -0.6, -0.6))
            return
        for number in range(place, place + count):
            painter.drawRoundedRect(self._span(votes, number, 1).adjusted(1.5, 0.6, -1.5, -0.6), 3, 3)

    def _span(self, votes: Votes, place: int, count: int) -> QRectF:
        cell = self.width() / votes.voters
        return QRectF(place * cell, 0, count * cell, BAR_PX)

    def _marks(self, votes: Votes) -> list[tuple[int, str]]:
        """The thresholds: how many votes, and what is reached with them."""
        final = (votes.final_at, self.tr("final at {count}").format(count=votes.final_at))
        majority = (votes.majority_at, self.tr("majority at {count}").format(count=votes.majority_at))
        return [final] if votes.majority_at == votes.final_at else [majority, final]

    def _ticks(self, painter: QPainter, votes: Votes) -> None:
        """The thresholds: a tick at the right edge of the cell that reaches it, and its words below."""
        theme = current_theme()
        painter.setFont(theme.font("caption"))
        metrics = QFontMetrics(painter.font())
        taken = -1.0
        marks = self._marks(votes)
        room_right = float(self.width())
        if len(marks) > 1:
            room_right -= metrics.horizontalAdvance(marks[-1][1] + " ✓") + 12
        for at, words in marks:
            reached = votes.yes >= at
            x = self.width() * at / votes.voters
            text = f"{words} ✓" if reached else words
            painter.setPen(QPen(theme.color("text" if reached else "text_muted"), 1.6))
            painter.drawLine(QPointF(min(x, self.width() - 1), -1), QPointF(min(x, self.width() - 1), BAR_PX + 5))
            left = max(
                taken, min(x - metrics.horizontalAdvance(text) / 2, room_right - metrics.horizontalAdvance(text))
            )
            painter.drawText(QPointF(left, BAR_PX + 7 + metrics.ascent()), text)
            taken = left + metrics.horizontalAdvance(text) + 12
            room_right = float(self.width())


class MotionBar(VotesBar):
    """The votes on a motion: for it, against it and not yet, with the one tick where it passes."""

    def set_motion(self, motion: MotionView) -> None:
        """Show the tally of a motion."""
        has_passed = motion.yes >= motion.needed
        self.set_votes(
            Votes(
                entry=motion.motion, level="final" if has_passed else "majority", yes=motion.yes, no=motion.no, hold=0,
                voters=motion.voters, majority_at=motion.needed, final_at=motion.needed, strength=0,
            )
        )  # fmt: skip

    def spoken(self) -> str:
        votes = self._votes
        if votes is None:
            return ""
        sentence = self.tr("{yes} of {voters} for it, passes at {needed}, against {no}, not yet {rest}")
        return sentence.format(
            yes=votes.yes, voters=votes.voters, needed=votes.majority_at, no=votes.no, rest=not_yet(votes)
        )

    def _marks(self, votes: Votes) -> list[tuple[int, str]]:
        return [(votes.majority_at, self.tr("passes at {count}").format(count=votes.majority_at))]


def not_yet(votes: Votes) -> int:
    """Return how many voters have neither signed, refused nor held."""
    twice = sum(line.vote == "both" for line in votes.lines)
    return max(0, votes.voters - votes.yes - votes.no - votes.hold + twice)

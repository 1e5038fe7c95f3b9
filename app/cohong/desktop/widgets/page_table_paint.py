"""How cells of a page table are painted: from the page cache, with texts cut to width once and badges kept as pictures.

A window of 36 rows and nine columns is 324 calls of `paint` a frame, so a cell costs a few microseconds at most: no
`data()`, no style option, no enum of Qt's in the common path. A text is laid out for keeps
(QStaticText) only when it is painted a second time: a scrolling view copies what it has and paints new rows, where
laying out costs more than it saves.
"""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap, QStaticText, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.page_model import PageModel, ShownRow
from cohong.desktop.widgets.page_table import MARGIN_PX

_TEXTS_MAX: Final = 4000
_LATIN: Final = "x"


class PaintedView(Protocol):
    """What the delegate must know of its view."""

    hover_row: int
    current_row: int

    def devicePixelRatioF(self) -> float: ...
    def hasFocus(self) -> bool: ...


class CellPainter(QStyledItemDelegate):
    """Paints the cells of a table; what is in them is the subclass's `paint_cell`."""

    def __init__(self, view: PaintedView, model: PageModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self.theme = theme
        self.names = [column.name for column in model.columns]
        self.figures = [column.figures for column in model.columns]
        self._fitted: dict[tuple[str, int], tuple[str, float]] = {}
        self._laid: dict[tuple[str, int], tuple[QStaticText, float, float]] = {}
        self.pictures: dict[tuple[str, str, int, int], QPixmap] = {}
        self.renew()

    def renew(self) -> None:
        """Take colours and fonts from the theme again."""
        color = self.theme.color
        self.ink, self.muted, self.late = color("text"), color("text_muted"), color("late")
        self._selected, self._hover, self.line = color("selection"), color("surface_hover"), color("border")
        self._quiet, self._focus = color("surface_sunken"), color("focus")
        self._font, self._strong = self.theme.font("body"), self.theme.font("strong")
        self.small = self.theme.font("small")
        self._metrics, self._strong_metrics = QFontMetrics(self._font), QFontMetrics(self._strong)
        self._latin_ascent = self._ascent(_LATIN)
        self._baseline = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._fitted.clear()
        self._laid.clear()
        self.pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self.theme.scaled(38))

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
        painter.fillRect(left, top + height - 1, width, 1, self.line)
        if column == 0 and row == view.current_row and view.hasFocus():
            painter.fillRect(left, top, 3, height, self._focus)
        shown = self._model.row_at(row)
        if shown is None:
            self._placeholder(painter, left, top, width, height, row, column)
        else:
            self.paint_cell(painter, left, top, width, height, column, shown)

    def paint_cell(
        self, painter: QPainter, left: int, top: int, width: int, height: int, column: int, shown: ShownRow
    ) -> None:
        """Paint what is in a cell of a row that is here."""
        raise NotImplementedError

    def paint_text(
        self, painter: QPainter, left: int, top: int, width: int, height: int, text: str, right: bool, ink: QColor
    ) -> None:
        """Paint a text within the margins of a cell, at its right edge or its left one."""
        room = width - 2 * MARGIN_PX
        painter.setPen(ink)
        laid = self._laid.get((text, room))
        if laid is None:
            fitted, advance = self._fit(text, room)
            x = left + width - MARGIN_PX - advance if right else left + MARGIN_PX
            painter.setFont(self._font)
            painter.drawText(QPointF(x, top + height / 2 + self._baseline), fitted)
        else:
            static, advance, ascent = laid
            x = left + width - MARGIN_PX - advance if right else left + MARGIN_PX
            painter.drawStaticText(QPointF(x, top + height / 2 + self._baseline - ascent), static)

    def text_width(self, text: str) -> int:
        """Return how wide a text is that fits."""
        return self._metrics.horizontalAdvance(text)

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
        self._laid[text, room] = (static, advance, self._ascent(shown))

    def _ascent(self, text: str) -> float:
        """Return how far the baseline of a text is below its top: Chinese characters are of another font."""
        if text.isascii() and text != _LATIN:
            return self._latin_ascent
        layout = QTextLayout(text, self._font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return float(line.ascent())

    def _placeholder(
        self, painter: QPainter, left: int, top: int, width: int, height: int, row: int, column: int
    ) -> None:
        # A bar where text will be: of uneven length, so that it reads as something to come, not as a pattern.
        length = min(width - 2 * MARGIN_PX, 40 + (row * 37 + column * 53) % 60)
        if length > 8:
            x = left + width - MARGIN_PX - length if self.figures[column] else left + MARGIN_PX
            painter.fillRect(x, top + height // 2 - 4, length, 8, self._quiet)

    # Pictures

    @staticmethod
    def paint_picture(painter: QPainter, left: int, top: int, height: int, picture: QPixmap) -> None:
        """Paint a picture at the left margin of a cell, in the middle of its height."""
        tall = picture.height() / picture.devicePixelRatio()
        painter.drawPixmap(QPointF(left + MARGIN_PX - 2, top + (height - tall) / 2), picture)

    def pill(self, words: str, ink: QColor, fill: QColor, room: int, *, beside: int = 0) -> tuple[QPixmap, QPainter]:
        """Return a picture with a word in a pill, cut to the room, and a painter for what goes beside it."""
        metrics = QFontMetrics(self.small)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - 16 - beside)
        width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 4
        picture, painter = self.canvas(width + beside, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
        painter.setPen(ink)
        painter.setFont(self.small)
        painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)
        return picture, painter

    def stroke(self, role: str, width: float = 1.7) -> QPen:
        """Return a pen for a mark in the colour of a role."""
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(self.theme.color(role), width, Qt.PenStyle.SolidLine, round_cap, round_join)

    @property
    def pixel_ratio(self) -> float:
        """Pixels of the screen for one of the layout."""
        return self._view.devicePixelRatioF()

    def canvas(self, width: float, height: float) -> tuple[QPixmap, QPainter]:
        """Return an empty picture for this screen, and a painter on it, to be ended."""
        ratio = self.pixel_ratio
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        return picture, painter

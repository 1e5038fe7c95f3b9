"""Pages of plain text in rows and columns, for printing: each row stays whole, and a table's head stands on each page.

Qt's own document would tear rows apart at the end of a page, and it reads mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPainter, QPen

from cohong.desktop.formatting import written_out
from cohong.desktop.theme.theme import current_theme

# Paper is white, whatever the window's theme.
INK: Final = QColor("#12201F")
PALE: Final = QColor("#4F5F5D")
LINE: Final = QColor("#C3CFCD")
SUNKEN: Final = QColor("#EDF1F1")

_BAND_PT: Final = 26.0
"""Height of header and foot, each."""
_PAD_PT: Final = 3.0
_HIGH: Final = 1e6
_RUN_MAX: Final = 24
_UNSEEN: Final = re.compile("[\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Say how the character before looks, and have no glyph of their own."""


@dataclass(frozen=True, slots=True)
class Row:
    """Texts beside one another. A paragraph is a row of one cell.

    Attributes:
        widths: of the cells, in parts of the page's width.
        right: cells that are right-aligned, in one line.
        lined: in a table, with a line below.
        before_pt: room above, except at the top of a page.
        head: of the table that this row belongs to.
        keeps: stays on the page of the next row, as a heading does.
    """

    cells: tuple[str, ...]
    widths: tuple[float, ...] = (1.0,)
    points: float = 9.0
    bold: bool = False
    pale: bool = False
    sunken: bool = False
    lined: bool = False
    right: frozenset[int] = frozenset()
    before_pt: float = 0.0
    head: Row | None = None
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Bands:
    """What stands on the left and right of each page's header, and on the left of its foot."""

    head_left: str
    head_right: str
    foot_left: str


class Pages:
    """Rows laid out for a device: a PDF, or a picture of a page.

    Args:
        room: of a page on that device, inside the margins, in its dots.
        page_words: `Page {number} of {count}`.
    """

    def __init__(
        self, rows: Sequence[Row], bands: Bands, page_words: str, *, device: QPaintDevice, room: QRectF
    ) -> None:
        self._bands = bands
        self._page_words = page_words
        self._device = device
        self._room = room
        self._point = device.logicalDpiY() / 72
        band = _BAND_PT * self._point
        self._inside = room.adjusted(0, band, 0, -band)
        self._pages: list[list[tuple[Row, float]]] = [[]]
        self._lay_out(rows)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def _lay_out(self, rows: Sequence[Row]) -> None:
        y = 0.0
        for row, following in pairwise((*rows, Row(()))):
            gap = row.before_pt * self._point if y else 0.0
            height = self._height(row)
            wanted = gap + height + (self._height(following) if row.keeps else 0.0)
            if y and y + wanted > self._inside.height():
                self._pages.append([])
                y = gap = 0.0
                if row.head is not None:
                    self._pages[-1].append((row.head, y))
                    y += self._height(row.head)
            self._pages[-1].append((row, y + gap))
            y += gap + height

    def _height(self, row: Row) -> float:
        metrics = QFontMetricsF(paper_font(row.points, bold=row.bold), self._device)
        heights = (
            metrics.boundingRect(QRectF(0, 0, room.width(), _HIGH), _flags(row, place), text).height()
            for place, (text, room) in enumerate(self._cells(row, 0.0, _HIGH))
        )
        return max(heights, default=0.0) + 2 * self._pad(row)

    def _pad(self, row: Row) -> float:
        return (_PAD_PT if row.lined or row.sunken else _PAD_PT / 2) * self._point

    def _cells(self, row: Row, top: float, height: float) -> Iterator[tuple[str, QRectF]]:
        """Yield each cell's text with its room inside the page."""
        across = self._pad(row) if row.lined or row.sunken else 0.0
        left, font = 0.0, paper_font(row.points, bold=row.bold)
        for text, part in zip(row.cells, row.widths, strict=True):
            width = part * self._inside.width()
            yield (
                drawable(text, font),
                QRectF(left + across, top + self._pad(row), width - 2 * across, height - 2 * self._pad(row)),
            )
            left += width

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0."""
        painter.save()
        painter.translate(self._inside.topLeft())
        for row, top in self._pages[number]:
            self._paint_row(painter, row, top)
        painter.restore()
        self._paint_bands(painter, number)

    def _paint_row(self, painter: QPainter, row: Row, top: float) -> None:
        height = self._height(row)
        if row.sunken:
            painter.fillRect(QRectF(0, top, self._inside.width(), height), SUNKEN)
        if row.lined:
            painter.setPen(QPen(LINE, 0.5 * self._point))
            painter.drawLine(QRectF(0, top, self._inside.width(), height).bottomLeft(),
                             QRectF(0, top, self._inside.width(), height).bottomRight())  # fmt: skip
        painter.setFont(paper_font(row.points, bold=row.bold))
        painter.setPen(PALE if row.pale else INK)
        for place, (text, room) in enumerate(self._cells(row, top, height)):
            painter.drawText(room, _flags(row, place), text)

    def _paint_bands(self, painter: QPainter, number: int) -> None:
        words = self._page_words.format(number=number + 1, count=self.count)
        band, gap = _BAND_PT * self._point, 8 * self._point
        head = QRectF(self._room.left(), self._room.top(), self._room.width(), band - gap)
        foot = QRectF(self._room.left(), self._room.bottom() - band + gap, self._room.width(), band - gap)
        painter.setFont(paper_font(8))
        painter.setPen(PALE)
        self._paint_ends(painter, head, Qt.AlignmentFlag.AlignTop, self._bands.head_left, self._bands.head_right)
        self._paint_ends(painter, foot, Qt.AlignmentFlag.AlignBottom, self._bands.foot_left, words)
        painter.setPen(QPen(LINE, 0.5 * self._point))
        painter.drawLine(head.bottomLeft(), head.bottomRight())
        painter.drawLine(foot.topLeft(), foot.topRight())

    def _paint_ends(self, painter: QPainter, room: QRectF, upright: Qt.AlignmentFlag, left: str, right: str) -> None:
        metrics = QFontMetricsF(painter.font(), self._device)
        left = drawable(left, painter.font())
        width = room.width() - metrics.horizontalAdvance(right) - 12 * self._point
        shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | upright, shown)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | upright, right)


def _flags(row: Row, place: int) -> int:
    if place in row.right:
        return Qt.AlignmentFlag.AlignRight.value | Qt.TextFlag.TextSingleLine.value
    # An id has no blanks to break at; a sentence that Qt may break anywhere is broken inside of words.
    has_run = any(len(run) > _RUN_MAX for run in row.cells[place].split())
    wraps = Qt.TextFlag.TextWrapAnywhere if has_run else Qt.TextFlag.TextWordWrap
    return Qt.AlignmentFlag.AlignLeft.value | wraps.value


def paper_font(points: float, *, bold: bool = False) -> QFont:
    """Return the window's families, which have Chinese glyphs, in points: paper knows no pixels of the screen.

    Without features: Qt tells a PDF the characters of those glyphs alone that a font lists for one. Of figures of equal
    width, or of signs that fit what is around them, none could be found in the file or copied from it.
    """
    font = QFont(current_theme().font("body"))
    font.clearFeatures()
    font.setFeature(QFont.Tag("calt"), 0)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def drawable(text: str, font: QFont) -> str:
    """Return `text` with what no font of this machine has a glyph for written out.

    It would be a box that says nothing, whoever reads it and wherever; and PDF/A forbids such boxes.
    """
    if text.isascii():
        return text
    metrics = QFontMetricsF(font)
    return "".join(char if metrics.inFontUcs4(ord(char)) or _UNSEEN.match(char) else written_out(char) for char in text)


def width_part(texts: Sequence[str], points: float, *, device: QPaintDevice, room: QRectF) -> float:
    """Return which part of the page's width the widest of `texts` takes in one line, in bold, in a table."""
    metrics = QFontMetricsF(paper_font(points, bold=True), device)
    pads = 2 * _PAD_PT * device.logicalDpiY() / 72
    return (max(map(metrics.horizontalAdvance, texts), default=0.0) + pads + 1) / room.width()

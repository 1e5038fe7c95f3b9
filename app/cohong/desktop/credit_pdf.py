"""The credit report on two pages A4, as PDF/A-1b: fonts embedded, charts as vectors, texts of others as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import segno
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPdfWriter, QPen

from cohong.desktop.archive_pdf import write_archive_pdf
from cohong.desktop.credit_charts import (
    INK,
    LATENESS,
    LINE,
    PALE,
    Rect,
    Shape,
    Stroke,
    Text,
    month_bars,
    score_steps,
    sign,
)
from cohong.desktop.credit_paper import PaperWords, SignedFile, qr_text
from cohong.desktop.formatting import Formats
from cohong.desktop.paper_pages import drawable, paper_font
from cohong.desktop.reason_wording import ReasonWords
from cohong.desktop.report_wording import ReportWords
from cohong.desktop.score_events import EventWords, kinds_in

DOTS_PER_INCH: Final = 600
WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 42.0
RIGHT: Final = WIDTH - MARGIN
BOTTOM: Final = HEIGHT - 44
FOOT_HEIGHT: Final = 118.0
CHANGES_MAX: Final = 3
KEY_HEIGHT: Final = 12.0
KEYS_IN_ROW: Final = 4
"""Of the signs of events."""
GRADE_FILLS: Final = {"A": "#1E7A68", "B": "#3F8F6B", "C": "#B07A12", "D": "#B4542A", "E": "#8E2330", None: "#5B6B69"}
_WORDS: Final = re.compile("[!-~]+")
"""Of a script that is not broken but at blanks."""
_HIGH: Final = 2e4
"""Room for a text to end in, in dots: it may get into the file, in whose format (PDF 1.4) numbers end at 32,767."""


class Sheet:
    """A page that is written from top to bottom, in points; `y` is where the next thing goes."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._scale = DOTS_PER_INCH / 72
        self.y = MARGIN

    def text(  # noqa: PLR0913 how it looks, by name
        self, words: str, x: float, y: float, width: float, *, points: float = 8.5, bold: bool = False,
        color: str = INK, right: bool = False, elided: bool = False,
    ) -> float:  # fmt: skip
        """Write a text and return its height; `elided` keeps it in one line. Figures get smaller, never cut."""
        painter, scale = self._painter, self._scale
        painter.setFont(paper_font(points, bold=bold))
        painter.setPen(QColor(color))
        words = drawable(words, painter.font())
        metrics = QFontMetricsF(painter.font(), painter.device())
        if elided and right and metrics.horizontalAdvance(words) > width * scale:
            points *= width * scale / metrics.horizontalAdvance(words) * 0.98
            painter.setFont(paper_font(points, bold=bold))
            metrics = QFontMetricsF(painter.font(), painter.device())
        if elided:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width * scale)
            breaks = Qt.TextFlag.TextSingleLine
        elif any(metrics.horizontalAdvance(word) > width * scale for word in _WORDS.findall(words)):
            breaks = Qt.TextFlag.TextWrapAnywhere
        else:
            breaks = Qt.TextFlag.TextWordWrap
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side.value | breaks.value
        room = QRectF(x * scale, y * scale, width * scale, _HIGH)
        painter.drawText(room, flags, words)
        return metrics.boundingRect(room, flags, words).height() / scale

    def paragraph(self, words: str, *, points: float = 8.5, color: str = INK, gap: float = 3) -> None:
        """Write a text over the whole width."""
        self.y += self.text(words, MARGIN, self.y, RIGHT - MARGIN, points=points, color=color) + gap

    def heading(self, words: str, x: float = MARGIN, width: float = RIGHT - MARGIN) -> None:
        """Write a heading with a line below it."""
        high = self.text(words, x, self.y, width, points=10, bold=True, elided=True)
        self.line(x, self.y + high + 1.5, x + width)
        self.y += high + 5

    def line(self, x: float, y: float, to_x: float, color: str = LINE, width: float = 0.6) -> None:
        """Draw a level line."""
        self.shapes([Stroke(x, y, to_x, y, color, width)], 0, 0)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill a rectangle."""
        self.shapes([Rect(x, y, width, height, fill)], 0, 0)

    def row(
        self, cells: Sequence[str], widths: Sequence[float], *, right: Iterable[int] = (), bold: bool = False
    ) -> None:
        """Write a row of a table: each cell in one line, a line below."""
        x, high = MARGIN, 0.0
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            high = max(high, self.text(
                cell, x, self.y, width - 6, points=7.5, bold=bold, right=place in right, elided=True,
                color=PALE if bold else INK,
            ))  # fmt: skip
            x += width
        self.line(MARGIN, self.y + high + 1.5, RIGHT)
        self.y += high + 3.5

    def shapes(self, shapes: Iterable[Shape], x: float, y: float) -> None:
        """Draw shapes, from a corner on."""
        painter, scale = self._painter, self._scale
        for shape in shapes:
            match shape:
                case Rect():
                    corner = QPointF((x + shape.x) * scale, (y + shape.y) * scale)
                    side = QPointF(shape.width * scale, shape.height * scale)
                    painter.fillRect(QRectF(corner, corner + side), QColor(shape.fill))
                case Stroke():
                    painter.setPen(QPen(QColor(shape.color), shape.width * scale))
                    begin = QPointF((x + shape.x) * scale, (y + shape.y) * scale)
                    painter.drawLine(QLineF(begin, QPointF((x + shape.to_x) * scale, (y + shape.to_y) * scale)))
                case Text():
                    painter.setFont(paper_font(shape.points, bold=shape.bold))
                    painter.setPen(QColor(shape.color))
                    advance = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(shape.text)
                    before = {"start": 0.0, "middle": advance / 2, "end": advance}[shape.anchor]
                    painter.drawText(QPointF((x + shape.x) * scale - before, (y + shape.y) * scale), shape.text)


def write_credit_pdf(path: str, file: SignedFile, formats: Formats) -> bool:
    """Write the two pages; returns whether the file is there."""

    def paint(writer: QPdfWriter, painter: QPainter) -> bool:
        paint_first(Sheet(painter), file, formats)
        if not writer.newPage():
            return False
        paint_second(Sheet(painter), file, formats)
        return True

    words = PaperWords(formats)
    return write_archive_pdf(path, f"{words.title()}: {words.subject(file)}", paint, dots_per_inch=DOTS_PER_INCH)


def paint_first(sheet: Sheet, file: SignedFile, formats: Formats) -> None:
    """Paint the first page: grade, facts, reasons and charts."""
    words, told = PaperWords(formats), ReportWords(formats)
    _bands(sheet, file, words, 1)
    sheet.text(words.title(), MARGIN, sheet.y, 300, points=9.5, color=PALE)
    sheet.text(formats.day(file.report.as_of), MARGIN + 300, sheet.y, RIGHT - MARGIN - 300, points=9.5, right=True)
    sheet.y += 14
    sheet.y += sheet.text(words.subject(file), MARGIN, sheet.y, RIGHT - MARGIN, points=18, bold=True) + 1
    sheet.paragraph(file.report.member, points=7, color=PALE, gap=4)
    sheet.paragraph(f"{words.issued(file)} {told.seen(file.report)}", points=8, gap=9)
    _grade(sheet, file, told)
    _facts(sheet, file, told)
    _reasons(sheet, file, words, ReasonWords(formats))
    if file.report.months:
        _charts(sheet, file, words, formats)
    else:
        sheet.paragraph(told.days_late(file.report), color=PALE)


def _bands(sheet: Sheet, file: SignedFile, words: PaperWords, number: int) -> None:
    sheet.line(MARGIN, HEIGHT - 36, RIGHT)
    left = f"{words.title()} · {words.subject(file)} · {words.network(file)}"
    sheet.text(left, MARGIN, HEIGHT - 32, RIGHT - MARGIN - 90, points=7, color=PALE, elided=True)
    sheet.text(words.page(number, 2), RIGHT - 90, HEIGHT - 32, 90, points=7, color=PALE, right=True)


def _grade(sheet: Sheet, file: SignedFile, told: ReportWords) -> None:
    report, top, side = file.report, sheet.y, 62.0
    grade = report.score.grade
    sheet.box(MARGIN, top, side, side, GRADE_FILLS[grade])
    if grade is not None:
        sheet.shapes([Text(MARGIN + side / 2, top + side * 0.74, grade, "middle", 44, "#FFFFFF", True)], 0, 0)
    else:
        sheet.text(told.grade(None), MARGIN + 6, top + side / 2 - 8, side - 12, points=10, bold=True, color="#FFFFFF")
    x, width = MARGIN + side + 12, RIGHT - MARGIN - side - 12
    y = top + sheet.text(told.grade_sentence(report), x, top, width, points=9.5) + 4
    y += sheet.text(told.confidence(report), x, y, width, points=9.5, bold=True) + 1
    y += sheet.text(told.confidence_reason(report), x, y, width, points=8.5, color=PALE)
    sheet.y = max(y, top + side) + 10


def _facts(sheet: Sheet, file: SignedFile, told: ReportWords) -> None:
    facts, gap = told.facts(file.report), 8.0
    width = (RIGHT - MARGIN - gap * (len(facts) - 1)) / len(facts)
    top, lowest = sheet.y, sheet.y
    for place, fact in enumerate(facts):
        x = MARGIN + place * (width + gap)
        sheet.line(x, top, x + width, INK, 1.2)
        y = top + 4
        y += sheet.text(fact.name, x, y, width, points=7.5, color=PALE) + 1
        y += sheet.text(fact.figure, x, y, width, points=15, bold=True, elided=True) + 1
        y += sheet.text(fact.below, x, y, width, points=7, color=PALE)
        lowest = max(lowest, y)
    sheet.y = lowest + 11


def _reasons(sheet: Sheet, file: SignedFile, words: PaperWords, why: ReasonWords) -> None:
    sheet.heading(words.headings()["reasons"])
    bar_x, bar = MARGIN + 392, 44.0
    for reason in why.reasons(file.report):
        high = max(
            sheet.text(reason.name, MARGIN, sheet.y, 100, points=8, bold=True),
            sheet.text(reason.sentence, MARGIN + 104, sheet.y, 284, points=8),
        )
        sheet.box(bar_x, sheet.y + 2.5, bar, 5, "#E4EAE9")
        sheet.box(bar_x, sheet.y + 2.5, bar * reason.share, 5, "#1E7A68")
        sheet.text(reason.points, bar_x + bar + 4, sheet.y, RIGHT - bar_x - bar - 4, points=8, right=True, elided=True)
        sheet.y += high + 3
    changes = why.changes(file.report)[:CHANGES_MAX]
    sheet.y += 4
    if changes:
        sheet.heading(words.headings()["changes"])
        for change in changes:
            sheet.paragraph(change, points=8, gap=2)
    sheet.y += 6


def _charts(sheet: Sheet, file: SignedFile, words: PaperWords, formats: Formats) -> None:
    gap, headings, top = 18.0, words.headings(), sheet.y
    width = (RIGHT - MARGIN - gap) / 2
    kinds = kinds_in(file.report.over_time)
    height = min(280.0, BOTTOM - top - 44 - KEY_HEIGHT * -(-len(kinds) // KEYS_IN_ROW))
    for x, name in ((MARGIN, "months"), (MARGIN + width + gap, "trend")):
        sheet.y = top
        sheet.heading(headings[name], x, width)
    sheet.shapes(month_bars(file.report.months, formats, width, height), MARGIN, sheet.y)
    sheet.shapes(score_steps(file.report.over_time, formats, width, height), MARGIN + width + gap, sheet.y)
    x, y = MARGIN, sheet.y + height + 4
    for name, fill in zip(words.bands(), LATENESS, strict=True):
        sheet.box(x, y + 1.5, 7, 7, fill)
        sheet.text(name, x + 10, y, 90, points=7, elided=True)
        x += 88
    sheet.y = y + KEY_HEIGHT
    _event_keys(sheet, kinds, EventWords(formats))


def _event_keys(sheet: Sheet, kinds: Sequence[str], events: EventWords) -> None:
    width = (RIGHT - MARGIN) / KEYS_IN_ROW
    for place, kind in enumerate(kinds):
        row, column = divmod(place, KEYS_IN_ROW)
        x, y = MARGIN + width * column, sheet.y + KEY_HEIGHT * row
        sheet.shapes(sign(kind, x + 3.5, y + 5), 0, 0)
        sheet.text(events.name(kind), x + 10, y, width - 12, points=7, elided=True)
    sheet.y += KEY_HEIGHT * -(-len(kinds) // KEYS_IN_ROW) + 4


def paint_second(sheet: Sheet, file: SignedFile, formats: Formats) -> None:
    """Paint the second page: sums, invoices with what is said about them, what is missing, and how to check it all."""
    words, told = PaperWords(formats), ReportWords(formats)
    headings = words.headings()
    _bands(sheet, file, words, 2)
    if file.report.facts.currencies:
        sheet.heading(headings["sums"])
        widths = [46.0, *[66.4] * 7]
        sheet.row(words.sum_headers(), widths, right=range(1, 8), bold=True)
        for row in words.sums(file):
            sheet.row(row, widths, right=range(1, 8))
        sheet.y += 7
    _two_columns(sheet, file, words, told)
    sheet.heading(headings["lines"])
    _lines(sheet, file, words)
    _check(sheet, file, words)


def _two_columns(sheet: Sheet, file: SignedFile, words: PaperWords, told: ReportWords) -> None:
    headings, gap, top = words.headings(), 18.0, sheet.y
    width = (RIGHT - MARGIN - gap) / 2
    sheet.heading(headings["largest"], MARGIN, width)
    for name, share, part in words.largest(file):
        sheet.text(name, MARGIN, sheet.y, width - 96, points=8, elided=True)
        sheet.box(MARGIN + width - 92, sheet.y + 2.5, 56, 5, "#E4EAE9")
        sheet.box(MARGIN + width - 92, sheet.y + 2.5, 56 * part, 5, "#1F5F8B")
        sheet.text(share, MARGIN + width - 34, sheet.y, 34, points=8, right=True, elided=True)
        sheet.y += 12
    sheet.y += sheet.text(told.concentration(file.report), MARGIN, sheet.y, width, points=7.5, color=PALE)
    left, sheet.y, x = sheet.y, top, MARGIN + width + gap
    sheet.heading(headings["missing"], x, width)
    for sentence in (*told.missing(file.report)[:6], told.days_late(file.report)):
        sheet.y += sheet.text(sentence, x, sheet.y, width, points=8) + 2
    sheet.y = max(left, sheet.y) + 9


def _lines(sheet: Sheet, file: SignedFile, words: PaperWords) -> None:
    widths, figures = (55.0, 55.0, 104.0, 92.0, 76.0, 129.0), (3, 4)
    sheet.row(words.line_headers(), widths, right=figures, bold=True)
    limit, shown = BOTTOM - FOOT_HEIGHT - 14, 0
    lines = words.lines(file)
    for line in lines:
        if sheet.y + 12 + 20 * len(line.disputes) > limit:
            break
        sheet.row(line.cells, widths, right=figures)
        for dispute in line.disputes:
            sheet.box(MARGIN + 8, sheet.y, 1.5, 8, "#B84A2B")
            sheet.y += sheet.text(dispute, MARGIN + 14, sheet.y - 1, RIGHT - MARGIN - 14, points=7.5) + 2
        shown += 1
    more = words.more_lines(file, shown)
    if more:
        sheet.paragraph(more, points=7.5, color=PALE)


def _check(sheet: Sheet, file: SignedFile, words: PaperWords) -> None:
    sheet.y = BOTTOM - FOOT_HEIGHT
    sheet.heading(words.headings()["check"])
    top, side = sheet.y, 84.0
    _qr(sheet, qr_text(file), RIGHT - side, top, side)
    for sentence in words.check(file):
        sheet.y += sheet.text(sentence, MARGIN, sheet.y, RIGHT - MARGIN - side - 12, points=6.8) + 1.5


def _qr(sheet: Sheet, text: str, x: float, y: float, side: float) -> None:
    matrix = segno.make_qr(text, error="m").matrix
    module = side / len(matrix)
    for row, cells in enumerate(matrix):
        for column, is_dark in enumerate(cells):
            if is_dark:
                # A hair larger: seams between modules would show.
                sheet.box(x + column * module, y + row * module, module * 1.02, module * 1.02, "#000000")

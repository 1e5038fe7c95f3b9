"""Facts and reasons of a report: each figure with what it is of, and the way to the records that it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cohong.api.views import PaymentReport
from cohong.desktop.reason_wording import Reason, ReasonWords
from cohong.desktop.report_wording import Fact
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.bands import Band
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.columns import Columns
from cohong.desktop.widgets.labels import FigureLabel, Label, MutedLabel
from cohong.desktop.widgets.share_bars import ShareBar

OpenRecords = Callable[[str], None]
"""Opens the Book under a filter, with the member as debtor."""

TILE_PX: Final = 150
_EARNED: Final[Band] = ("accent", Qt.BrushStyle.SolidPattern)


def fact_tiles(facts: list[Fact], open_records: OpenRecords) -> Columns:
    """Return the five facts as tiles."""
    tiles = Columns(TILE_PX)
    for fact in facts:
        tile = Card(padding=4)
        tile.body.setSpacing(space(1))
        tile.body.addWidget(Label(fact.name, "caption", wrap=True))
        tile.body.addWidget(FigureLabel(fact.figure))
        tile.body.addWidget(MutedLabel(fact.below))
        tile.body.addStretch(1)
        if fact.book_filter:
            link = records_link(fact.name, fact.book_filter, open_records)
            tile.body.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        tile.setAccessibleName(f"{fact.name}: {fact.figure}, {fact.below}")
        tiles.add(tile)
    return tiles


class ReasonsCard(Card):
    """Why this grade: the terms with their points, what cost most first; and what would change it."""

    def __init__(self, report: PaymentReport, words: ReasonWords, open_records: OpenRecords) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ReasonsCard", "Why this grade")
            if report.score.grade
            else translate("ReasonsCard", "Points so far")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(2))
        grid.setColumnStretch(2, 1)
        for row, reason in enumerate(words.reasons(report)):
            self._put(grid, row, reason, open_records)
        self.body.addLayout(grid)
        changes = words.changes(report)
        if changes:
            self.body.addWidget(Label(self.tr("What would change it"), "strong"))
        for change in changes:
            self.body.addWidget(Label(change, wrap=True))

    def _put(self, grid: QGridLayout, row: int, reason: Reason, open_records: OpenRecords) -> None:
        top = Qt.AlignmentFlag.AlignTop
        points = Label(reason.points, "strong")
        bar = ShareBar(reason.share, _EARNED)
        bar.setFixedWidth(64)
        bar.setAccessibleName(f"{reason.name}: {reason.points}")
        grid.addWidget(points, row, 0, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(_below(bar), row, 1, top)
        grid.addWidget(_named(reason), row, 2)
        if reason.book_filter:
            grid.addWidget(records_link(reason.name, reason.book_filter, open_records), row, 3, top)


def _named(reason: Reason) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(space(0.5))
    grid.addWidget(Label(reason.name, "strong", wrap=True), 0, 0)
    grid.addWidget(Label(reason.sentence, wrap=True), 1, 0)
    return holder


def _below(bar: QWidget) -> QWidget:
    """A bar in the middle of the first line beside it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, space(1), 0, 0)
    grid.addWidget(bar, 0, 0)
    return holder


def records_link(of_what: str, book_filter: str, open_records: OpenRecords) -> LinkButton:
    """Return the way from a figure to the records that it counts; `of_what` tells screen readers which it is."""
    link = LinkButton(QCoreApplication.translate("ReportReasons", "Show records"))
    link.setAccessibleName(f"{link.text()}: {of_what}")
    link.clicked.connect(lambda: open_records(book_filter))
    return link

"""A table of tens of rows, all plain text: voters, peers, problem rows, months.

For what may be long there is the page table. Rows are replaced in place, so that focus, selection and scroll
position stay where they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

ROW_PX: Final = 32


class ShortTable(QTableWidget):
    """Shows rows of strings under headers.

    Args:
        name: what a screen reader calls the table.
        headers: one a column.
        figures: columns that are right-aligned.
        stretch: the column that takes what room is left; all of them share it if None.
        rows_shown: more rows than these scroll; 0 grows without end.
        fills: takes what height there is, and scrolls in it.
    """

    def __init__(
        self,
        name: str,
        headers: Sequence[str],
        *,
        figures: Sequence[int] = (),
        stretch: int | None = 0,
        rows_shown: int = 0,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headers), parent)
        self._figures = frozenset(figures)
        self._rows_shown = rows_shown
        self._fills = fills
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headers))
        self._look(stretch)

    def _look(self, stretch: int | None) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        if stretch is None:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        for column in range(self.columnCount()):
            item = self.horizontalHeaderItem(column)
            assert item is not None
            item.setTextAlignment(self._alignment(column))
        upright = QSizePolicy.Policy.Expanding if self._fills else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        self.horizontalScrollBar().rangeChanged.connect(self._fit)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows; only cells whose text differs are touched."""
        self.setRowCount(len(rows))
        # Told once of all of them: for each change the header would measure its columns again.
        with QSignalBlocker(self.model()):
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    self._put(number, column, text)
        self._tell_changed(len(rows), 0, self.columnCount() - 1)
        self._fit()

    def _tell_changed(self, rows: int, first_column: int, last_column: int) -> None:
        if rows:
            model = self.model()
            model.dataChanged.emit(model.index(0, first_column), model.index(rows - 1, last_column))

    def _put(self, row: int, column: int, text: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(self._alignment(column))
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)

    def set_icons(self, column: int, icons: Sequence[QIcon]) -> None:
        """Put an icon before the text of each cell of a column, from the first row on."""
        with QSignalBlocker(self.model()):
            for row, icon in enumerate(icons):
                item = self.item(row, column)
                if item is not None:
                    item.setIcon(icon)
        self._tell_changed(len(icons), column, column)

    def set_tooltip(self, row: int, text: str) -> None:
        """Say more about a row when the pointer rests on it. Never a peer's text: a tooltip guesses at mark-up."""
        for column in range(self.columnCount()):
            item = self.item(row, column)
            if item is not None:
                item.setToolTip(text)

    def tint(self, row: int, color: QColor | None) -> None:
        """Give a row another background, or its own again."""
        for column in range(self.columnCount()):
            item = self.item(row, column)
            if item is not None:
                item.setBackground(QBrush() if color is None else QBrush(color))

    def strengthen(self, row: int, strong: bool) -> None:
        """Write a row in bold, or as all others."""
        for column in range(self.columnCount()):
            item = self.item(row, column)
            if item is not None and item.font().bold() != strong:
                font = QFont(self.font())
                font.setBold(strong)
                item.setFont(font)

    def _fit(self) -> None:
        """Be as high as the rows, the header, and the scroll bar where the columns need one."""
        if self._fills:
            return
        rows = self.rowCount()
        shown = min(rows, self._rows_shown) if self._rows_shown else rows
        header = self.horizontalHeader().sizeHint().height()
        sideways = self.horizontalScrollBar()
        below = sideways.sizeHint().height() if sideways.maximum() > 0 else 0
        self.setFixedHeight(header + max(1, shown) * self.verticalHeader().defaultSectionSize() + below + 2)

    def as_text(self) -> str:
        """Return headers and rows, tab-separated, for the clipboard."""
        headers = [self.model().headerData(column, Qt.Orientation.Horizontal) for column in range(self.columnCount())]
        lines = ["\t".join(str(header) for header in headers)]
        for row in range(self.rowCount()):
            items = (self.item(row, column) for column in range(self.columnCount()))
            lines.append("\t".join(item.text() if item is not None else "" for item in items))
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)

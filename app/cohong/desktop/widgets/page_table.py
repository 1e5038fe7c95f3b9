"""The view over a page model: sorting by header, one row chosen, and nothing that jumps.

Selection and scroll position belong to objects, not to row numbers. After a refresh the table looks its chosen object
and the topmost visible one up again and puts both where they were; at the very top it follows what is newest.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cohong.desktop.theme.theme import current_theme
from cohong.desktop.widgets.page_model import PageModel

ROW_PX: Final = 38
MARGIN_PX: Final = 8
STRETCH_PX: Final = 110
"""What the stretching column needs at least, before other columns are left out for it."""


class PageTable(QTableView):
    """Shows a page model.

    Signals:
        chosen: the object that the user moved to; empty when none is.
        opened: the object to look at closely: Enter, Space or a double click.
        sort_wanted: a column's sort key, and whether descending.
    """

    chosen = Signal(str)
    opened = Signal(str)
    sort_wanted = Signal(str, bool)

    def __init__(self, model: PageModel, parent: QWidget | None = None, *, stretch_px: int = STRETCH_PX) -> None:
        super().__init__(parent)
        self.rows = model
        self._stretch_px = stretch_px
        self.hover_row = -1
        self.current_row = -1
        self._object = ""
        self._anchor = ("", 0)
        self._settling = False
        self._row_px = ROW_PX
        self._look()
        self.setModel(model)
        self._header()
        self.renew_look()
        self._connect()

    @property
    def chosen_object(self) -> str:
        """The chosen object, which may lie on a page that is not held; empty if none."""
        return self._object

    def choose(self, object_id: str) -> None:
        """Choose an object from outside; its row is marked as soon as it is in sight."""
        if object_id != self._object:
            self._object = object_id
            self._mark_chosen()
            self.chosen.emit(object_id)

    def chosen_row(self) -> object | None:
        """Return the node's row of the chosen object, or None while it is not in sight."""
        shown = self.rows.row_at(self.current_row) if self.current_row >= 0 else None
        return shown.source if shown is not None else None

    def renew_look(self) -> None:
        """Take the text size from the theme again."""
        self._row_px = current_theme().scaled(ROW_PX)
        self.verticalHeader().setMinimumSectionSize(self._row_px)
        self.verticalHeader().setDefaultSectionSize(self._row_px)
        self._size_columns()
        # A style sheet leaves the viewport see-through, and then scrolling by a row paints all of them again.
        self.viewport().setAutoFillBackground(True)
        self.viewport().update()

    def sort_shown(self, key: str, descending: bool) -> None:
        """Show the order without asking for it."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        keys = [column.key for column in self.rows.columns]
        # No column sorts by `changed`, the order that a table starts with.
        self.horizontalHeader().setSortIndicator(keys.index(key) if key in keys else -1, order)

    def height_of(self, rows: int) -> int:
        """Return how high the table must be to show so many rows."""
        return self.horizontalHeader().sizeHint().height() + rows * self._row_px

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        # The card around it has the border; where the keyboard is, the chosen row shows.
        self.setStyleSheet("PageTable, PageTable:focus { border: none; border-radius: 0; background: palette(base); }")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(36)
        for number, column in enumerate(self.rows.columns):
            stretch = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
        header.sectionClicked.connect(self._sort)
        header.sortIndicatorChanged.connect(lambda section, _order: self.rows.mark_sorted(section))

    def _size_columns(self) -> None:
        character = QFontMetrics(current_theme().font("body")).averageCharWidth()
        for number, column in enumerate(self.rows.columns):
            if column.width:
                self.horizontalHeader().resizeSection(number, column.width * character + 2 * MARGIN_PX)
        self._choose_columns()

    def _choose_columns(self) -> None:
        """Leave out the columns of least weight until the stretching one has room for its text."""
        widths = [self._width_of(number) for number in range(len(self.rows.columns))]
        for weight in range(max(column.weight for column in self.rows.columns), -1, -1):
            shown = [column.weight <= weight for column in self.rows.columns]
            needed = sum(width for width, is_shown in zip(widths, shown, strict=True) if is_shown)
            if needed <= self.viewport().width() or weight == 0:
                break
        for number, is_shown in enumerate(shown):
            self.setColumnHidden(number, not is_shown)

    def _width_of(self, number: int) -> int:
        column = self.rows.columns[number]
        if column.width == 0:
            return current_theme().scaled(self._stretch_px)
        character = QFontMetrics(current_theme().font("body")).averageCharWidth()
        return column.width * character + 2 * MARGIN_PX

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().sliderPressed.connect(lambda: self.rows.hold(True))
        self.verticalScrollBar().sliderReleased.connect(lambda: self.rows.hold(False))
        self.rows.refreshed.connect(self._settle)
        self.rows.loaded.connect(self._settle_anew)
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentRowChanged.connect(self._row_chosen)

    # Sorting

    def _sort(self, section: int) -> None:
        key = self.rows.columns[section].key
        header = self.horizontalHeader()
        if key:
            self.sort_wanted.emit(key, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)

    # Staying in place

    def visible_rows(self) -> tuple[int, int]:
        """Return the first and last row in sight."""
        top = self.verticalScrollBar().value()
        return top // self._row_px, (top + max(1, self.viewport().height()) - 1) // self._row_px

    def _scrolled(self) -> None:
        self._ask()
        if not self._settling:
            self._drop_anchor()

    def _ask(self) -> None:
        self.rows.want(*self.visible_rows())

    def _drop_anchor(self) -> None:
        top = self.verticalScrollBar().value()
        shown = self.rows.row_at(top // self._row_px)
        self._anchor = (shown.object, top % self._row_px) if shown is not None and top > 0 else ("", 0)

    def _settle(self) -> None:
        """Put anchor and selection back where their objects are now."""
        self._settling = True
        anchor, offset = self._anchor
        row = self.rows.row_of(anchor) if anchor else None
        if row is not None:
            self.verticalScrollBar().setValue(row * self._row_px + offset)
        self._mark_chosen()
        self._settling = False
        if not anchor:
            self._drop_anchor()

    def _settle_anew(self) -> None:
        self.verticalScrollBar().setValue(0)
        self._anchor = ("", 0)
        self._mark_chosen()
        self._ask()

    def _mark_chosen(self) -> None:
        row = self.rows.row_of(self._object) if self._object else None
        self.current_row = -1 if row is None else row
        settling, self._settling = self._settling, True
        if row is None:
            self.selectionModel().clear()
        elif row != self.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            # The view would scroll to its new current row; the anchor says where it stays.
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(self.rows.index(row, 0), flags)
            self.setAutoScroll(True)
        self._settling = settling
        self.viewport().update()

    def _row_chosen(self, current: QModelIndex) -> None:
        self.current_row = current.row()
        if self._settling:
            return
        shown = self.rows.row_at(current.row()) if current.isValid() else None
        if shown is not None and shown.object != self._object:
            self._object = shown.object
            self.chosen.emit(self._object)
        self.viewport().update()

    def _open(self) -> None:
        if self._object:
            self.opened.emit(self._object)

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.rows.hold(True)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.rows.hold(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hover_row:
            before, self.hover_row = self.hover_row, row
            for changed in (before, row):
                if changed >= 0:
                    top = self.rowViewportPosition(changed)
                    self.viewport().update(0, top, self.viewport().width(), self._row_px)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would move to the first row where none is current; a chosen object out of sight has none."""
        settling, self._settling = self._settling, self._settling or bool(self._object)
        super().focusInEvent(event)
        self._settling = settling
        if self._object:
            self._mark_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()
        self._ask()

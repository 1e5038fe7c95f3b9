"""Widgets side by side in as many equal columns as there is room for, below each other where there is none."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from cohong.desktop.theme.tokens import space


class Columns(QWidget):
    """Rows of equal cells.

    Args:
        least_px: narrower than this no column gets, unless there is one alone.
    """

    def __init__(self, least_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least_px
        self._widgets: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(space(3))
        # The cells follow the width; they must not hold it open.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def add(self, widget: QWidget) -> None:
        """Put a widget after the others."""
        self._widgets.append(widget)
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._least, 200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = columns_of(len(self._widgets), self.width(), self._least, self._grid.spacing())
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // columns, place % columns)
            self._grid.setColumnStretch(place % columns, 1)
        self._columns = columns
        # At once: otherwise they would be painted in their old places first.
        self._grid.activate()


def columns_of(widgets: int, width_px: int, least_px: int, gap_px: int) -> int:
    """Return how many columns go side by side, with rows as even as can be: five in two rows are three and two."""
    fit = max(1, (width_px + gap_px) // (least_px + gap_px))
    rows = -(-widgets // fit)
    return -(-widgets // rows) if rows else 1

"""Pairs of a name and a value, in two aligned columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import Label


class KeyValueGrid(QWidget):
    """Names on the left, values (text or widgets) on the right; text values can be selected."""

    def __init__(self, rows: Sequence[tuple[str, str | QWidget]] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(5))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnStretch(1, 1)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show these pairs in place of the present ones."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, (name, value) in enumerate(rows):
            key = Label(name, "muted")
            top = Qt.AlignmentFlag.AlignTop
            shown = Label(value, wrap=True).make_selectable() if isinstance(value, str) else value
            self._grid.addWidget(key, line, 0, top)
            self._grid.addWidget(shown, line, 1, top)

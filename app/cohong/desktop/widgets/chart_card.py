"""A chart on a card, and the table that says the same: a button turns one into the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QLayout, QWidget

from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.short_table import ShortTable

COLUMNS_SQUEEZED_MAX: Final = 6


class ChartCard(Card):
    """Signals:
    turned: whether the table shows now.

    Args:
        words: the chart in a sentence; stands below it, and is what a screen reader says first.
        key: its legend.
        empty: there is nothing to show but the words.
    """

    turned = Signal(bool)

    def __init__(
        self,
        title: str,
        chart: QWidget,
        table: ShortTable,
        words: str,
        *,
        key: QLayout | None = None,
        empty: bool = False,
    ) -> None:
        super().__init__(title)
        self.chart, self.table, self._empty = chart, table, empty
        self._toggle = LinkButton()
        self._toggle.clicked.connect(self.turn)
        self.header.addWidget(self._toggle)
        self.body.addWidget(chart)
        self.body.addWidget(table)
        if key is not None and not empty:
            self.body.addLayout(key)
        self.words = Label(words, wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.setAccessibleName(f"{title}. {words}")
        self.show_table(False)

    def turn(self) -> None:
        """Show the table in place of the chart, or the chart again."""
        self.show_table(self.table.isHidden())
        self.turned.emit(not self.table.isHidden())

    def show_table(self, shown: bool) -> None:
        """Show the table or the chart."""
        self.table.setVisible(shown and not self._empty)
        self.chart.setVisible(not shown and not self._empty)
        self._toggle.setVisible(not self._empty)
        name = self.tr("Show as chart") if shown else self.tr("Show as table")
        self._toggle.setText(name)
        self._toggle.setAccessibleName(f"{name}: {self.title_label.text()}")


def table_of(name: str, headers: Sequence[str], rows: Sequence[Sequence[str]], *, rows_shown: int = 12) -> ShortTable:
    """Return the table twin of a chart: names in its first column, figures in all others.

    Where there are many of these, the names keep their width, and the table scrolls sideways.
    """
    table = ShortTable(name, headers, figures=range(1, len(headers)), rows_shown=rows_shown)
    if len(headers) > COLUMNS_SQUEEZED_MAX:
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.set_rows(rows)
    return table

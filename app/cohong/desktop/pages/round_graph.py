"""The graph of a netting round with its legend, its words, and the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from cohong.api.views import SetOff
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.debt_graph import DebtGraph, LineKey
from cohong.desktop.widgets.debt_graph_layout import between_members
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

_ROWS_SHOWN: Final = 12


class RoundGraph(Card):
    """Hidden while nothing has joined."""

    def __init__(self, formats: Formats) -> None:
        super().__init__(self.tr("Who owes whom in this round"))
        self._formats = formats
        self.graph = DebtGraph(formats)
        headers = [
            self.tr("Debtor"), self.tr("Creditor"), self.tr("Owed"), self.tr("Set off"), self.tr("Left"),
        ]  # fmt: skip
        name = self.tr("Debts of this round")
        self.table = ShortTable(name, headers, figures=range(2, 5), stretch=0, rows_shown=_ROWS_SHOWN)
        self.table.hide()
        self._turn = LinkButton(self.tr("Show as table"))
        self._turn.clicked.connect(self._turn_over)
        self._hint = self.tr("Point at an arrow, or go through them with the arrow keys, to read it.")
        self._words = MutedLabel(self._hint)
        self._left_out = MutedLabel()
        self.header.addWidget(self._turn)
        self.graph.pointed.connect(self._say)
        for widget in (self.graph, self._words, self.table, self._left_out):
            self.body.addWidget(widget)
        self.body.addLayout(self._legend())
        self.hide()

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space(2))
        for look, words in (
            ("none", self.tr("nothing set off")),
            ("part", self.tr("partly set off")),
            ("whole", self.tr("all of it set off")),
        ):
            row.addWidget(LineKey(look))
            row.addWidget(MutedLabel(words), stretch=1)
            row.addSpacing(space(3))
        row.addStretch(2)
        return row

    def set_debts(self, lines: Sequence[SetOff], me: str) -> None:
        """Show everybody's debts of the round."""
        debts = between_members(lines)
        self.setVisible(bool(debts))
        self.graph.set_debts(lines, me)
        amount = self._formats.amount
        self.table.set_rows([
            (
                name_text(debt.debtor_name, debt.debtor), name_text(debt.holder_name, debt.holder),
                *(amount(debt.currency, minor) for minor in (debt.before_minor, debt.set_off_minor, debt.left_minor)),
            )
            for debt in debts
        ])  # fmt: skip
        members = len({member for debt in debts for member in (debt.debtor, debt.holder)})
        rest = members - self.graph.members_shown
        self._left_out.setText(self.tr("%n more member(s) are in the table alone.", "", rest))
        self._left_out.setVisible(rest > 0)

    def _say(self, words: str) -> None:
        self._words.setText(words or self._hint)

    def _turn_over(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        self.graph.setHidden(to_table)
        self._words.setHidden(to_table)
        self._turn.setText(self.tr("Show as graph") if to_table else self.tr("Show as table"))

"""Netting: the rounds, open ones and past ones, and what there is to know and to do about the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cohong.api import views
from cohong.desktop.motion_wording import name_text
from cohong.desktop.netting_wording import joined_short, my_part, round_state
from cohong.desktop.pages.market_tab import MarketTab
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.round_details import RoundDetails
from cohong.desktop.pages.round_sheets import AnnounceSheet
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable
from cohong.desktop.widgets.spinner import Spinner

ROUNDS_SHOWN: Final = 4
"""More rounds than these scroll, so that the chosen one keeps most of the room."""


class NettingTab(MarketTab):
    """A list of rounds, the newest first, and the chosen one below it."""

    name = "netting"
    is_empty = True

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._rounds: list[views.RoundView] = []
        self._chosen = ""
        self._announce = SecondaryButton(self.tr("Announce a round"), "plus")
        self._announce.clicked.connect(self.announce)
        headers = [
            self.tr("Coordinator"), self.tr("Currency"), self.tr("Due until"), self.tr("Ends"), self.tr("State"),
            self.tr("What has joined"), self.tr("My obligations"),
        ]  # fmt: skip
        self._table = ShortTable(self.tr("Netting rounds"), headers, stretch=5, rows_shown=ROUNDS_SHOWN)
        self._table.currentCellChanged.connect(lambda row, *_: self._pick(row))
        self._details = RoundDetails(page)
        self._empty = EmptyState(
            "scale",
            self.tr("No netting round has been announced."),
            (self.tr("Announce a round"), self.announce),
            hint=self.tr(
                "In a round, circles of debts disappear: if A owes B, B owes C and C owes A, the same amount is taken "
                "off all three. Nobody pays, nobody's net position changes, everybody owes less."
            ),
        )
        self._spinner = Spinner(size=24)
        self._stack = QStackedWidget()
        for part in (self._waiting(), self._empty, self._list()):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _waiting(self) -> QWidget:
        waiting = QWidget()
        row = QHBoxLayout(waiting)
        row.addStretch(1)
        row.addWidget(self._spinner)
        row.addWidget(MutedLabel(self.tr("Asking for the rounds…"), wrap=False))
        row.addStretch(1)
        self._spinner.start()
        return waiting

    def _list(self) -> QWidget:
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._table)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(card)
        column.addWidget(self._details, stretch=1)
        return both

    def title(self) -> str:
        return self.tr("Netting")

    def header_buttons(self) -> Sequence[QWidget]:
        return (self._announce,)

    def choose(self, **what: object) -> None:
        """`round` is the one to show."""
        self._chosen = str(what.get("round") or self._chosen)

    async def load(self) -> None:
        self._rounds = await self.page.client.call("netting.rounds")
        self.is_empty = not self._rounds
        self._spinner.stop()
        self._empty.button.setVisible(self.page.shell.may_write)
        self._stack.setCurrentIndex(2 if self._rounds else 1)
        self._count_rounds()
        if self._rounds:
            self._show_rounds()
            await self._details.set_round(self._rounds[self._place()])

    def _count_rounds(self) -> None:
        could = sum(item.state == "open" and not item.has_joined for item in self._rounds)
        taken = sum(item.state == "open" and item.has_joined for item in self._rounds)
        words = self.tr("Open to join: {count} · taking part in: {taken}").format(count=could, taken=taken)
        self.page.set_caption(words if self._rounds else "")

    def _place(self) -> int:
        """The row of the round that is chosen; at first the newest one."""
        return next((row for row, item in enumerate(self._rounds) if item.id == self._chosen), 0)

    def _show_rounds(self) -> None:
        formats = self.page.shell.formats
        place = self._place()
        # Filling rows would choose the first one on the way.
        self._table.blockSignals(True)
        self._table.set_rows([
            (
                name_text(item.coordinator_name, item.coordinator), item.currency, formats.table_day(item.due_until),
                formats.table_day(item.ends), round_state(item)[0], joined_short(item, formats),
                my_part(item, formats),
            )
            for item in self._rounds
        ])  # fmt: skip
        for row, item in enumerate(self._rounds):
            self._table.strengthen(row, item.state == "open")
        if self._table.currentRow() != place:
            self._table.setCurrentCell(place, 0)
        self._table.blockSignals(False)
        self._chosen = self._rounds[place].id

    @slot_task
    async def _pick(self, row: int) -> None:
        if 0 <= row < len(self._rounds) and self._rounds[row].id != self._chosen:
            self._chosen = self._rounds[row].id
            await self._details.set_round(self._rounds[row])

    def announce(self) -> None:
        """Open the form for a round of this member's own."""
        sheet = AnnounceSheet(self.page)
        sheet.announced.connect(self._show_announced)
        sheet.open()

    def _show_announced(self, round_: str) -> None:
        self._chosen = round_

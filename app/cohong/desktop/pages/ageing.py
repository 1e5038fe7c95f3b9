"""What is owed by age: each counterparty and currency with what is open, by days past due."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import QuietButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.segments import Segments
from cohong.desktop.widgets.short_table import ShortTable

REFRESH_MS: Final = 1_000
_CALM: Final = 5
_FIGURES: Final = range(2, 8)


class AgeingPage(Page):
    """Two sides: what is owed to this member, and what it owes. A line opens what it adds up in the Book."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Ageing"))
        self._ageing: views.Ageing | None = None
        self._sides = Segments([("owed-to-me", self.tr("Owed to me")), ("i-owe", self.tr("I owe"))])
        headers = [
            self.tr("Counterparty"), self.tr("Currency"), self.tr("Not due"), self.tr("1–30 days"),
            self.tr("31–60"), self.tr("61–90"), self.tr("91+"), self.tr("Total"),
        ]  # fmt: skip
        self._table = ShortTable(self.tr("Open by days past due"), headers, figures=_FIGURES, fills=True)
        self._more = MutedLabel()
        self._hint = MutedLabel(self.tr("Enter or double-click opens the records behind a line in the Book."))
        self._empty = EmptyState("calendar", "")
        self._lay_out()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._load)
        self._sides.chosen.connect(lambda _side: run_task(self, self._fetch()))
        self._table.activated.connect(lambda index: self._open(index.row()))
        client.changed.connect(self._changed)
        client.connected.connect(self._refresh.start)

    def _lay_out(self) -> None:
        back = QuietButton(self.tr("Book"), "arrow-left")
        back.clicked.connect(self._go_back)
        self.add_action(back)
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._go_back)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self._table)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(3), 0, space(3), space(2))
        foot.addWidget(self._hint, stretch=1)
        foot.addWidget(self._more)
        card.body.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._sides)
        self.body.addWidget(self._stack, stretch=1)

    async def shown(self, **what: object) -> None:
        """Load the page; `side` is one of the Book's two filters for what is open."""
        if what.get("side") in ("owed-to-me", "i-owe"):
            self._sides.choose(str(what["side"]))
        await self._fetch()
        # Without a table the page itself has the keyboard, so that Escape finds it.
        (self._table if self._table.isVisible() else self).setFocus()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("book", "resync") and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _load(self) -> None:
        if self.isVisible():
            await self._fetch()

    async def _fetch(self) -> None:
        began, side = time.monotonic(), self._sides.value
        ageing: views.Ageing = await self.client.call("book.ageing", requests.OfSide(side=cast("requests.Side", side)))
        if side != self._sides.value:
            return
        self.hide_banner()
        self._ageing = ageing
        self.set_caption(self.tr("As of {day}").format(day=self.shell.formats.day(ageing.day)))
        owing = self.tr("You owe nothing.") if side == "i-owe" else self.tr("Nothing is owed to you.")
        self._empty.set_words(owing, self.tr("What is accepted and not paid yet stands here by its age."))
        self._stack.setCurrentIndex(0 if ageing.sums else 1)
        self._show_rows(ageing)
        # A large book is added up for longer: the node is not asked more than a fifth of its time.
        self._refresh.setInterval(max(REFRESH_MS, int(_CALM * 1000 * (time.monotonic() - began))))
        self._more.setVisible(ageing.left_out > 0)
        self._more.setText(self.tr("%n more line(s) are in the sums alone.", "", ageing.left_out))

    def _show_rows(self, ageing: views.Ageing) -> None:
        """The sums first, in bold."""
        everybody = self.tr("All")
        lines = [(member_text(line.counterparty_name, line.counterparty), line) for line in ageing.lines]
        self._table.set_rows(
            [(name, *self._figures(item)) for name, item in ([(everybody, item) for item in ageing.sums] + lines)]
        )
        for row in range(self._table.rowCount()):
            self._table.strengthen(row, row < len(ageing.sums))

    def _figures(self, item: views.AgeingLine | views.AgeingSum) -> Sequence[str]:
        amount, currency = self.shell.formats.amount, item.currency
        bands = (amount(currency, minor) if minor else "–" for minor in item.bands)
        return (currency, *bands, amount(currency, item.total_minor))

    def _open(self, row: int) -> None:
        """Show the records that a row adds up."""
        if self._ageing is None:
            return
        sums, lines, side = self._ageing.sums, self._ageing.lines, self._sides.value
        if row < len(sums):
            self.shell.go("book", filter=side, currency=sums[row].currency)
        elif row < len(sums) + len(lines):
            line = lines[row - len(sums)]
            name = member_text(line.counterparty_name, line.counterparty)
            self.shell.go("book", filter=side, counterparty=line.counterparty, currency=line.currency, name=name)

    def _go_back(self) -> None:
        self.shell.go("book")

"""The watch list: each member with what has changed since the last look, and the records that have come since."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.watch_sheet import WatchSheet
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.watch_wording import WAYS, WatchWords
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.buttons import LinkButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.flow_layout import FlowLayout
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

REFRESH_MS: Final = 2_000
RECORDS_SHOWN: Final = 6


class WatchPanel(QWidget):
    """Shows the whole list, those that have changed first."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._words = WatchWords(page.shell.formats)
        self._summary = Label("", "section")
        self._all_seen = SecondaryButton(self.tr("Mark all as seen"), "check")
        self._all_seen.clicked.connect(self._see_all)
        self._empty = EmptyState(
            "eye",
            self.tr("You watch nobody yet."),
            (self.tr("Look somebody up"), lambda: page.shell.go("check")),
            hint=self.tr("Open the report about a member and press Watch: what changes from then on is shown here."),
        )
        self._cards: list[WatchCard] = []
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self.load_soon)
        page.client.changed.connect(self._changed)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._summary)
        head.addStretch(1)
        head.addWidget(self._all_seen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(4))
        self._column.addLayout(head)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if not self.isVisible():
            return
        if topic in ("watch", "resync"):
            self.load_soon()
        elif topic == "book" and not self._refresh.isActive():
            self._refresh.start()

    def load_soon(self) -> None:
        """Ask for the list and show it, if anybody sees it."""
        if self.isVisible():
            run_task(self, self.load())

    async def load(self) -> None:
        """Ask for the list and show it."""
        self.set_list(await self._page.client.call("watch.list"))

    def set_list(self, found: views.WatchList) -> None:
        """Show these members; cards of those about whom there is nothing new stay, with the keyboard where it is."""
        kept = {card.member.member: card for card in self._cards if card.member in found.members}
        for card in self._cards:
            if card not in kept.values():
                card.hide()
                self._column.removeWidget(card)
                card.deleteLater()
        self._cards = [kept.get(each.member) or WatchCard(self._page, self._words, each) for each in found.members]
        for place, card in enumerate(self._cards):
            if self._column.indexOf(card) != 1 + place:
                self._column.insertWidget(1 + place, card)
        self._summary.setText(self._words.summary(found))
        self._summary.setVisible(bool(found.members))
        self._all_seen.setVisible(found.changed > 1)
        self._empty.setVisible(not found.members)

    @slot_task
    async def _see_all(self) -> None:
        await self._page.client.call("watch.seen", requests.Seen())


class WatchCard(Card):
    """One member that is watched."""

    def __init__(self, page: Page, words: WatchWords, member: views.WatchedMember) -> None:
        super().__init__(padding=4)
        self._page, self._words, self.member = page, words, member
        self.body.addWidget(self._head())
        self.body.addWidget(MutedLabel(words.seen(member)))
        if member.note:
            self.body.addWidget(Label(peer_text(member.note, 500), "quote", wrap=True))
        for change in member.changes:
            self.body.addLayout(self._change(change))
        if not member.changes:
            self.body.addWidget(Label(words.unchanged(member)))
        if member.records:
            self.body.addWidget(self._records())
            if member.records_in_all > len(member.records):
                self.body.addWidget(MutedLabel(words.more_records(member)))

    def _head(self) -> QWidget:
        member = self.member
        name = LinkButton()
        name.set_peer_text(name_text(member.name, member.member))
        name.clicked.connect(lambda: self._page.shell.go("check", member=member.member))
        edit = QuietButton(self.tr("Review and note…"), "edit")
        edit.clicked.connect(self.open_sheet)
        head = QWidget()
        row = FlowLayout(space(2), space(1), head)
        row.addWidget(name)
        if member.review_due:
            row.addWidget(Badge(self.tr("Review due"), "warning"))
        row.addWidget(edit)
        if member.changes or member.records:
            seen = SecondaryButton(self.tr("Seen"), "check")
            seen.clicked.connect(self._see)
            row.addWidget(seen)
        return head

    def _change(self, change: views.WatchChange) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(Badge(self._words.way(change), WAYS[change.worse]))
        row.addWidget(Label(self._words.change(change), "strong"))
        row.addStretch(1)
        return row

    def _records(self) -> ShortTable:
        headers = [self.tr("When"), self.tr("Record"), self.tr("By"), self.tr("Reference"), self.tr("Amount")]
        table = ShortTable(self.tr("Records since"), headers, figures=(4,), stretch=1, rows_shown=RECORDS_SHOWN)
        records = self.member.records
        table.set_rows(list(map(self._words.record, records)))
        table.activated.connect(
            lambda index: self._page.shell.go("book", filter="all", object=records[index.row()].object)
        )
        return table

    def open_sheet(self) -> None:
        """Ask how the member is to be watched."""
        member = self.member
        WatchSheet(self._page, member.member, member.name, member).open()

    @slot_task
    async def _see(self) -> None:
        await self._page.client.call("watch.seen", requests.Seen(members=[self.member.member]))

"""Check: look a member up by name, id or company number, and see how it pays."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.check_card import MemberCardButton
from cohong.desktop.pages.member_report import MemberReport
from cohong.desktop.pages.page import Page
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.search_field import SearchField

RESULTS_MAX: Final = 20


class CheckPage(Page):
    """Search field, results as one types, and the report of the member that is opened."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Check"))
        self._asked = 0
        self._shown_for = ""
        self._offline = False
        self._cards: list[MemberCardButton] = []
        self._search = SearchField(self.tr("Name, ID or company number"))
        self._search.setMinimumHeight(space(12))
        self._search.installEventFilter(self)
        # Not a slot task: that would disable the field while somebody types into it.
        self._search.searched.connect(lambda text: run_task(self, self._search_for(text)))
        self._report = MemberReport(self)
        self._report.closed.connect(self._close_report)
        self._make_results()
        self._make_empty()
        self._lay_out()
        client.changed.connect(self._changed)
        shell.status_changed.connect(self._say_offline)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close_report)

    def _make_results(self) -> None:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, space(2), 0)
        self._column.setSpacing(space(2))
        self._found = MutedLabel(wrap=False)
        self._column.addWidget(self._found)
        self._column.addStretch(1)
        self._results = QScrollArea()
        self._results.setFrameShape(QFrame.Shape.NoFrame)
        self._results.setWidgetResizable(True)
        self._results.setWidget(inner)

    def _make_empty(self) -> None:
        self._start = EmptyState(
            "check",
            self.tr("Look up anyone you deal with."),
            (self.tr("Show all members"), self._show_all),
            hint=self.tr("Type a name in any script, an ID, or a company number. Enter opens the report."),
        )
        self._none = EmptyState("search", "")

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self._start, self._none, self._results, self._report):
            self._stack.addWidget(widget)
        self.body.addWidget(self._search)
        self.body.addWidget(self._stack, stretch=1)

    async def shown(self, **what: object) -> None:
        """Put the cursor into the search field; `member` opens that member's report, `text` searches for it."""
        self._say_offline()
        if what.get("member"):
            self._open(str(what["member"]))
        elif what.get("text"):
            self._search.setText(str(what["text"]))
            self._search.search_now()
        self._search.setFocus()
        self._search.selectAll()

    # Searching

    async def _search_for(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        if not text:
            self._stack.setCurrentWidget(self._start)
            return
        cards: list[views.MemberCard] = await self.client.call(
            "check.search", requests.Search(text=text, count=RESULTS_MAX)
        )
        # Answers to earlier letters may come after those to later ones.
        if asked == self._asked:
            self._show_cards(cards, text)

    @slot_task
    async def _show_all(self) -> None:
        self._asked += 1
        self._show_cards(await self.client.call("members.list"), "")

    def _show_cards(self, cards: list[views.MemberCard], text: str) -> None:
        self._clear()
        self._shown_for = text
        self.hide_banner()
        for card in cards:
            button = MemberCardButton(card, self.shell.formats)
            button.clicked.connect(lambda _checked=False, member=card.member: self._open(member))
            button.installEventFilter(self)
            self._cards.append(button)
            self._column.insertWidget(self._column.count() - 1, button)
        self._found.setText(self.tr("%n member(s)", "", len(cards)))
        if cards:
            self._stack.setCurrentWidget(self._results)
        else:
            self._none.set_words(
                self.tr("Nobody is called “{text}”.").format(text=text),
                self.tr("Only members of this network have records here. Check the spelling, or search by ID."),
            )
            self._stack.setCurrentWidget(self._none)
        self._say_offline()

    def _clear(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []

    # The report

    def _open(self, member: str) -> None:
        self._stack.setCurrentWidget(self._report)
        run_task(self, self._report.show_member(member))

    def _close_report(self) -> None:
        if self._stack.currentWidget() is self._report:
            self._stack.setCurrentWidget(self._results if self._cards else self._start)
        self._search.setFocus()
        self._search.selectAll()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("book", "members", "resync") and self.isVisible() and self._report.isVisible():
            self._report.refresh_soon()

    def _say_offline(self) -> None:
        status = self.shell.status
        if status is not None and status.network and status.voters > 1 and status.peers_connected == 0:
            words = self.tr("Not connected to any member. This is what your machine holds, records up to {time}.")
            time = self.shell.formats.time(status.as_of_ms)
            self.show_banner(words.format(time=time), "warning", (self.tr("Why"), lambda: self.shell.go("sync")))
            self._offline = True
        elif self._offline:
            self.hide_banner()
            self._offline = False
        if status is not None and status.as_of_ms:
            self.set_caption(self.tr("Records up to {time}").format(time=self.shell.formats.time(status.as_of_ms)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the first result, the arrows go through them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._cards and self._stack.currentWidget() is self._results:
                return self._move(watched, step)
            if watched is self._search and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._enter()
            if watched is not self._search and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(watched.card.member)  # type: ignore[attr-defined]  # only cards are watched beside it
                return True
        return super().eventFilter(watched, event)

    def _move(self, watched: QObject, step: int) -> bool:
        place = next((number for number, card in enumerate(self._cards) if card is watched), -1) + step
        if place < 0:
            self._search.setFocus()
        elif place < len(self._cards):
            self._cards[place].setFocus()
            self._results.ensureWidgetVisible(self._cards[place])
        return True

    def _enter(self) -> bool:
        if (
            self._cards
            and self._stack.currentWidget() is self._results
            and self._shown_for == self._search.text().strip()
        ):
            self._open(self._cards[0].card.member)
            return True
        # What was typed has not been searched for yet: the field does so.
        return False

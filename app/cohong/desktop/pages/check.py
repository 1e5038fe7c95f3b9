"""Check: look a member up by name, id or company number, and see how it pays."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget

from cohong.api import requests, views
from cohong.desktop.member_files import Found
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.check_drop import FoundWords, MemberDrop
from cohong.desktop.pages.check_known import KnownWords, entries_behind
from cohong.desktop.pages.check_results import CheckResults
from cohong.desktop.pages.check_start import CheckStart
from cohong.desktop.pages.check_words import CheckWords
from cohong.desktop.pages.member_report import MemberReport
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.today_strip import TodayStrip
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.search_field import SearchField

RESULTS_MAX: Final = 20
AGAIN_MS: Final = 1_000


class CheckPage(Page):
    """Search field, results as one types, and the report of the member that is opened."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Check"))
        self._asked = 0
        self._shown_for = ""
        # Beside the page's banner, which says what went wrong; below the search field, which stays in its place.
        self._gap = Banner()
        self._opened = ""
        self._called = ""
        self._behind = 0
        self._known = KnownWords(shell.formats)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._search_again)
        self._search = SearchField(self.tr("Name, ID or company number"))
        self._search.setMinimumHeight(space(12))
        self._search.installEventFilter(self)
        # Not a slot task: that would disable the field while somebody types into it.
        self._search.searched.connect(lambda text: run_task(self, self._search_for(text)))
        self._drop = MemberDrop(self, shell)
        self._drop.started.connect(self._reading)
        self._drop.found.connect(self._take)
        self._scan = SecondaryButton(self.tr("QR code or file"), "scan")
        self._scan.setMinimumHeight(space(12))
        self._scan.setToolTip(self.tr("A picture with a QR code, a PDF, a vCard, a receipt or a report"))
        self._scan.setProperty("opens", "menu")
        menu = QMenu(self._scan)
        menu.addAction(self.tr("Choose a file…")).triggered.connect(self._drop.choose)
        menu.addAction(self.tr("Read from the screen")).triggered.connect(self._drop.take_screens)
        self._scan.setMenu(menu)
        # What is dropped on the field goes to the page, which knows files and pictures too.
        self._search.setAcceptDrops(False)
        self.setAcceptDrops(True)
        self._results = CheckResults(client, shell)
        self._results.opened.connect(self._open)
        self._results.left.connect(self._search.setFocus)
        self._report = MemberReport(self)
        self._report.closed.connect(self._close_report)
        self._make_empty()
        self._lay_out()
        client.changed.connect(self._changed)
        shell.status_changed.connect(self._say_status)
        for keys, slot in (("Escape", self._close_report), ("Ctrl+Shift+C", self._copy_summary)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _make_empty(self) -> None:
        self._today = TodayStrip(self)
        self._start = CheckStart(self.client, self.shell)
        self._start.opened.connect(self._open)
        self._none = EmptyState("search", "")

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self._start, self._none, self._results, self._report):
            self._stack.addWidget(widget)
        self._stack.currentChanged.connect(self._turned)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self._search, stretch=1)
        row.addWidget(self._scan)
        self.body.addLayout(row)
        self.body.addWidget(self._gap)
        self.body.addWidget(self._today)
        self.body.addWidget(self._stack, stretch=1)

    def _turned(self) -> None:
        """Something else shows: a report needs the room, and whose it was is offered again."""
        is_report = self._stack.currentWidget() is self._report
        self._today.setVisible(not is_report)
        if not is_report and self._report.card is not None:
            self._start.remember(self._report.card)

    async def shown(self, **what: object) -> None:
        """Put the cursor into the search field; `member` opens that member's report, `text` searches for it."""
        self._say_how_complete()
        if what.get("member"):
            self._open(str(what["member"]))
        elif what.get("text"):
            self._search.setText(str(what["text"]))
            self._search.search_now()
        self._search.setFocus()
        self._search.selectAll()
        self._start.load()

    # Searching

    async def _search_for(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        if not text:
            self._results.show_cards([])
            self._stack.setCurrentWidget(self._start)
            return
        cards: list[views.MemberCard] = await self.client.call(
            "check.search", requests.Search(text=text, count=RESULTS_MAX)
        )
        # Answers to earlier letters may come after those to later ones.
        if asked == self._asked:
            self._show_cards(cards, text)

    def _show_cards(self, cards: list[views.MemberCard], text: str) -> None:
        self._shown_for = text
        self.hide_banner()
        self._results.show_cards(cards)
        if cards:
            self._stack.setCurrentWidget(self._results)
        else:
            self._behind = 0
            self._say_none(*self._why_nobody(text), called=text)
            run_task(self, self._ask_what_is_to_come())
        self._say_how_complete()

    def _say_none(self, *words: str, called: str = "") -> None:
        """Show words instead of cards; `called` is whom they say that nobody knows, which a connection may change."""
        self._called = called
        self._none.set_words(*words)
        self._stack.setCurrentWidget(self._none)

    def _why_nobody(self, text: str) -> tuple[str, str]:
        status = self.shell.status or views.NodeStatus(version="")
        return self._known.nobody(text, status, self._behind)

    async def _ask_what_is_to_come(self) -> None:
        """Nobody called so may be among what neighbours have, and this machine does not yet."""
        self._behind = entries_behind(await self.client.call("sync.status"))
        self._say_status()

    # Files and pictures

    def _reading(self) -> None:
        self._asked += 1
        self._say_none(self.tr("Reading…"))

    def _take(self, found: Found) -> None:
        if found.problem is not None:
            self._asked += 1
            self._say_none(*FoundWords().problem(found))
        else:
            run_task(self, self._look_up(found))

    async def _look_up(self, found: Found) -> None:
        self._asked += 1
        asked = self._asked
        cards: list[views.MemberCard] = []
        for text in found.members or found.names:
            request = requests.Search(text=text, count=1 if found.members else RESULTS_MAX)
            cards += await self.client.call("check.search", request)
            if cards and not found.members:
                break
        if asked != self._asked:
            return
        shown = text if not found.members else ""
        self._search.show_text(shown)
        self._show_cards(cards, shown)
        if found.members and not cards:
            self._say_none(*FoundWords().nobody(found))
        elif cards and FoundWords().source(found.source):
            self.show_banner(FoundWords().source(found.source), "info")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let what may name a member be dropped."""
        if self._drop.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it."""
        if not self._drop.take(event.mimeData()):
            self._drop.take_text(event.mimeData().text())
        event.acceptProposedAction()

    # The report

    def _open(self, member: str) -> None:
        self._opened = member
        self._stack.setCurrentWidget(self._report)
        run_task(self, self._report.show_member(member))

    def _close_report(self) -> None:
        if self._stack.currentWidget() is self._report:
            self._stack.setCurrentWidget(self._results if self._results.cards else self._start)
        self._search.setFocus()
        self._search.selectAll()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if not self.isVisible():
            return
        if topic in ("book", "members", "resync") and self._report.isVisible():
            self._report.refresh_soon()
        elif topic in ("members", "search", "resync") and self._none.isVisible() and not self._again.isActive():
            self._again.start()

    def _search_again(self) -> None:
        """Somebody has come: it may be who was not found."""
        if self._none.isVisible() and self._called and self._called == self._search.text().strip():
            run_task(self, self._search_for(self._called))

    # For the clipboard

    def _copy_summary(self) -> None:
        shown = self._stack.currentWidget()
        chosen = self._results.chosen if shown is self._results else None
        member = self._opened if shown is self._report else chosen.card.member if chosen is not None else ""
        if member:
            run_task(self, self._copy(member))

    async def _copy(self, member: str) -> None:
        cards: list[views.MemberCard] = await self.client.call("check.search", requests.Search(text=member, count=1))
        grades: list[views.CardGrade] = await self.client.call("check.grades", requests.GradesOf(members=[member]))
        network = self.shell.status.network_name if self.shell.status is not None else ""
        QGuiApplication.clipboard().setText(CheckWords(self.shell.formats).summary(cards[0], grades[0], network))
        self.shell.toast(self.tr("Two lines about this member are copied."))

    # Connection

    def _say_status(self) -> None:
        self._say_how_complete()
        if self._called and self._stack.currentWidget() is self._none:
            self._none.set_words(*self._why_nobody(self._called))

    def _say_how_complete(self) -> None:
        status = self.shell.status
        gap = self._known.gap(status) if status is not None else None
        if gap is not None and (self._gap.isHidden() or self._gap.text != gap[0]):
            why = (self.tr("Why"), lambda: self.shell.go("sync")) if gap[1] == "warning" else None
            self._gap.say(*gap, why, closable=False)
        self._gap.setVisible(gap is not None)
        if status is not None and status.as_of_ms:
            self.set_caption(self.tr("Records up to {time}").format(time=self.shell.formats.time(status.as_of_ms)))

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the first result, the arrow down goes to it."""
        if watched is self._search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._stack.currentWidget() is self._results:
                self._results.enter()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._enter()
            if event.matches(QKeySequence.StandardKey.Paste):
                return self._drop.take_clipboard()
        return super().eventFilter(watched, event)

    def _enter(self) -> bool:
        cards = self._results.cards
        if cards and self._stack.currentWidget() is self._results and self._shown_for == self._search.text().strip():
            self._open(cards[0].card.member)
            return True
        # What was typed has not been searched for yet: the field does so.
        return False

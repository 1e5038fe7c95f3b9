"""Everybody in the network as a credit controller reads it: how each pays, what it owes, up to which limit.

Of the node's list only the pages in sight are here, however many members there are (`widgets/page_model.py`). Grades
come after the rows, for those in sight (`members_grades.py`).
"""

from __future__ import annotations

from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop import wording
from cohong.desktop.node_client import NodeUnreachable
from cohong.desktop.pages.limit_sheet import LimitSheet
from cohong.desktop.pages.members_cells import MemberCellPainter
from cohong.desktop.pages.members_columns import MemberPresenter, MemberWords, member_columns
from cohong.desktop.pages.members_filter import MembersFilter
from cohong.desktop.pages.members_grades import MemberGrades
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.watch_sheet import WatchSheet, how_watched
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import QuietButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.flow_layout import FlowLayout
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.page_model import Fetch, PageModel
from cohong.desktop.widgets.page_table import PageTable

ROWS_SHOWN: Final = 14
EMPTY_ROWS: Final = 6
NAME_PX: Final = 150
REFRESH_MS: Final = 2_000
NODE_SHARE: Final = 0.2
"""Of the node's time, at most, goes into keeping the list current while the book changes."""
_OWN: Final = ("watch", "resync")
"""Topics of notices that show at once, since the user waits for them."""
_OTHERS: Final = ("book", "members", "peers", "network")
"""Topics of those that may come ten times a second, and wait."""


class MembersCard(Card):
    """The list with what filters it, and what can be done about the chosen member."""

    def __init__(self, page: Page) -> None:
        super().__init__(padding=0)
        self._page = page
        self.filter = MembersFilter()
        self._words = MemberWords(page.shell.formats)
        self._grades = MemberGrades(page.client, self)
        self._presenter = MemberPresenter(page.shell.formats, self._grades.of)
        self._model = PageModel(member_columns(), self._presenter, self)
        self.table = PageTable(self._model, stretch_px=NAME_PX)
        self.table.setAccessibleName(self.tr("Members"))
        self._painter = MemberCellPainter(self.table, self._model, page.shell.theme, self.table)
        self.table.setItemDelegate(self._painter)
        self._later = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._follow()

    def _make_actions(self) -> None:
        self._said = MutedLabel()
        self._report = QuietButton(self.tr("Report"), "check")
        self._watch = QuietButton(self.tr("Watch…"), "eye")
        self._limit = QuietButton(self.tr("Credit limit…"), "scale")
        self._nobody = EmptyState("members", "", (self.tr("Show everybody"), self.filter.show_everybody))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        # Above the sentence, whose length is another one with each member: buttons stay where they are.
        buttons = QWidget()
        row = FlowLayout(space(1), space(1), buttons)
        for button in (self._report, self._watch, self._limit):
            row.addWidget(button)
        self._said.setContentsMargins(space(3), 0, space(3), space(3))
        buttons.setContentsMargins(space(1), space(1), space(3), 0)
        self.body.setSpacing(0)
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.addWidget(self.filter)
        self.body.addWidget(self._stack)
        self.body.addWidget(buttons)
        self.body.addWidget(self._said)

    def _connect(self) -> None:
        self.filter.changed.connect(self._query)
        self.table.sort_wanted.connect(self.filter.sort_by)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._follow)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.verticalScrollBar().valueChanged.connect(self._want_grades)
        self._report.clicked.connect(self._open)
        self._watch.clicked.connect(self.watch)
        self._limit.clicked.connect(self.limit)
        self._grades.came.connect(self._model.show_anew)
        self._model.loaded.connect(self._settle)
        self._model.refreshed.connect(self._settle)
        self._model.failed.connect(self._fetch_failed)
        self._later.timeout.connect(self._refresh)
        self._page.shell.theme.changed.connect(self._renew_look)

    @property
    def chosen(self) -> str:
        """The id of the member whose row is chosen; empty if none is."""
        return self.table.chosen_object

    # Loading

    def load(self) -> None:
        """Show the list, or what has changed in it."""
        if self._model.is_asked:
            self._model.refresh_soon()
        else:
            self._query()

    def note_change(self, topic: str) -> None:
        """Something has changed at the node: show it, at once or after a while."""
        if not self.isVisible():
            return
        if topic == "book":
            self._grades.doubt()
        if topic in _OWN:
            self._refresh()
        elif topic in _OTHERS and not self._later.isActive():
            self._later.start()

    def _refresh(self) -> None:
        if self._model.is_asked:
            self._model.refresh_soon()

    def _query(self) -> None:
        self.table.sort_shown(self.filter.sort, self.filter.descending)
        self._model.set_query(self._fetch_by(self.filter.asked))

    def _fetch_by(self, asked: dict[str, Any]) -> Fetch:
        async def fetch(first: int, count: int) -> views.MemberPage:
            began = monotonic()
            params = requests.MemberRows(**asked, first=first, count=count)
            page: views.MemberPage = await self._page.client.call("members.rows", params)
            self._later.setInterval(max(REFRESH_MS, round((monotonic() - began) / NODE_SHARE * 1000)))
            self._presenter.currency = page.currency
            self.filter.offer(page)
            return page

        return fetch

    def _fetch_failed(self, error: Exception) -> None:
        if not isinstance(error, (ApiError, NodeUnreachable)):
            raise error
        self._page.show_error(wording.error_text(error))

    # What is seen

    def _settle(self) -> None:
        """Be as high as the rows there are, up to a bound; say why there are none."""
        total = self._model.rowCount()
        if not total:
            self._nobody.set_words(*self.filter.empty_words())
        self._stack.setCurrentWidget(self.table if total else self._nobody)
        self._stack.setFixedHeight(self.table.height_of(min(total, ROWS_SHOWN) or EMPTY_ROWS) + 2)
        self._follow()
        self._want_grades()

    def _want_grades(self) -> None:
        first, last = self.table.visible_rows()
        shown = (self._model.row_at(row) for row in range(first, min(last + 1, self._model.rowCount())))
        self._grades.want([each.object for each in shown if each is not None])

    def _follow(self) -> None:
        """Say what the chosen member owes, and offer what can be done about it."""
        row = self._chosen_row()
        for button in (self._report, self._watch, self._limit):
            button.setEnabled(row is not None and row.part != "observer")
        if row is not None and row.me:
            self._watch.setEnabled(False)
            self._limit.setEnabled(False)
        if row is None:
            self._said.setText(self.tr("Choose a member. Enter or a double-click opens the report."))
        elif row.me or row.part == "observer":
            self._said.setText(self._words.name(row))
        else:
            self._said.setText(self._words.sentence(row))

    def _chosen_row(self) -> views.MemberRow | None:
        shown = self.table.chosen_row()
        return shown[0] if isinstance(shown, tuple) else None

    def _renew_look(self) -> None:
        self._painter.renew()
        self.table.renew_look()
        self._settle()

    # What can be done

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for button in (self._report, self._watch, self._limit):
            action = menu.addAction(button.icon(), button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))
        # The menu gets the release of the button that opened it, and the table would wait for that.
        self._model.hold(False)

    def _open(self) -> None:
        row = self._chosen_row()
        if row is not None and row.part != "observer":
            self._page.shell.go("check", member=row.member)

    @slot_task
    async def watch(self) -> None:
        """Open the sheet that asks how the chosen member is to be watched."""
        row = self._chosen_row()
        if row is not None:
            WatchSheet(self._page, row.member, row.name, await how_watched(self._page, row.member)).open()

    @slot_task
    async def limit(self) -> None:
        """Ask for the limit suggested for the chosen member, and show it beside the one that is kept."""
        row = self._chosen_row()
        if row is not None:
            report = await self._page.client.call("limit.suggest", requests.OfMember(member=row.member))
            LimitSheet(self._page, report).open()

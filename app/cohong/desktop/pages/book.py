"""The Book: all records of credit in a table that stays current, with filters on its left and details on its right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, cast, get_args

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop import wording
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient, NodeUnreachable
from cohong.desktop.pages.book_cells import BookCellPainter
from cohong.desktop.pages.book_columns import RowPresenter, book_columns, member_text
from cohong.desktop.pages.book_drafts import DraftActions
from cohong.desktop.pages.book_filters import BookFilters
from cohong.desktop.pages.book_new_record import NewRecordSheet
from cohong.desktop.pages.book_send import SendSheet
from cohong.desktop.pages.book_sums import BookSums
from cohong.desktop.pages.export_bar import ExportBar
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.record_details import RecordDetailsPane
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.page_model import Fetch, PageModel
from cohong.desktop.widgets.page_table import PageTable
from cohong.desktop.widgets.search_field import SearchField

COUNTS_MS: Final = 500
ROWS_AT_ONCE: Final = 1_000
LOOK_MS: Final = 90
"""How long the arrow keys must rest before details are fetched."""
QWIDGETSIZE_MAX: Final = 16_777_215
DETAILS_PX: Final = 356
FILTERS_PX: Final = 164
FILTERS_FROM_PX: Final = 1240
"""With details open, a page narrower than this leaves the filters out."""
BOTH_FROM_PX: Final = 840
"""A page narrower than this shows the table or the details, not both."""
SUMS_FROM_PX: Final = 640


class BookPage(Page):
    """The table of records and all that is done with it."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Book"))
        self._filter: requests.BookFilter = "mine"
        self._sort: requests.BookSort = "changed"
        self._descending = True
        self._text = ""
        self._narrower: dict[str, str] = {}
        self._narrower_words = ""
        self._as_of = ""
        self._make_actions()
        self._make_table()
        self._make_empty()
        self._drafts = DraftActions(self)
        self._details = RecordDetailsPane(self, self._drafts)
        self._details.hide()
        self._filters = BookFilters(shell.formats)
        self._filters.setFixedWidth(FILTERS_PX)
        self._sums = BookSums(shell.formats)
        self._count_soon = QTimer(self, singleShot=True, interval=COUNTS_MS)
        self._look_soon = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._lay_out()
        self._connect()
        self._make_keys()

    # Parts

    def _make_actions(self) -> None:
        self._send_button = SecondaryButton(self.tr("Sign and send"), "send")
        self._send_button.hide()
        self._ageing_button = SecondaryButton(self.tr("Ageing"), "calendar")
        self._export_button = SecondaryButton(self.tr("Export"), "export")
        self._import_button = SecondaryButton(self.tr("Import"), "import")
        self._new_button = PrimaryButton(self.tr("New record"), "plus")
        for button in (
            self._send_button, self._ageing_button, self._export_button, self._import_button, self._new_button,
        ):  # fmt: skip
            self.add_action(button)
        self._reads_only = MutedLabel()
        self._reads_only.hide()
        self._export_bar = ExportBar(self)
        self._side_actions = [
            (button, button.text()) for button in (self._ageing_button, self._export_button, self._import_button)
        ]
        for button, name in self._side_actions:
            button.setToolTip(name)
            button.setAccessibleName(name)

    def _make_table(self) -> None:
        self._model = PageModel(book_columns(), RowPresenter(self.shell.formats), self)
        self._table = PageTable(self._model)
        self._table.setAccessibleName(self.tr("Records"))
        self._painter = BookCellPainter(self._table, self._model, self.shell.theme, self._table)
        self._table.setItemDelegate(self._painter)
        self._table.sort_shown(self._sort, descending=True)
        self._search = SearchField(self.tr("Filter by number or name"))
        self._search.setMaximumWidth(340)
        self._only = SecondaryButton("", "close")
        self._only.setToolTip(self.tr("Show the records of all again"))
        self._only.hide()

    def _make_empty(self) -> None:
        sentence = self.tr("No records yet.")
        hint = self.tr("Import invoices from your accounting system, or add one.")
        action = (self.tr("Import invoices"), lambda: self.shell.go("import"))
        self._nothing = EmptyState("book", sentence, action, hint=hint)
        self._nothing_to_read = EmptyState("book", sentence)
        self._no_match = EmptyState(
            "filter", self.tr("No record here."), (self.tr("Show all mine"), self._show_all_mine)
        )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self._table, self._nothing, self._nothing_to_read, self._no_match):
            self._stack.addWidget(widget)
        tools = QHBoxLayout()
        tools.setContentsMargins(space(3), space(3), space(3), space(2))
        tools.addWidget(self._search, stretch=1)
        tools.addWidget(self._only)
        tools.addStretch(1)
        self._card = card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.setContentsMargins(1, 0, 1, 1)
        card.body.addLayout(tools)
        card.body.addWidget(self._stack, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self._filters)
        row.addWidget(card, stretch=1)
        row.addWidget(self._details)
        self.body.addWidget(self._export_bar)
        self.body.addWidget(self._reads_only)
        self.body.addWidget(self._sums)
        self.body.addLayout(row, stretch=1)

    def _connect(self) -> None:
        self._send_button.clicked.connect(self.send_drafts)
        self._ageing_button.clicked.connect(lambda: self.shell.go("ageing"))
        self._export_button.clicked.connect(self.export)
        self._import_button.clicked.connect(lambda: self.shell.go("import"))
        self._new_button.clicked.connect(self.new_record)
        self._filters.chosen.connect(self.filter_by)
        self._search.searched.connect(self._filter_text)
        self._only.clicked.connect(self._show_all_mine)
        self._sums.wanted.connect(self._show_only)
        self._table.sort_wanted.connect(self._sort_by)
        self._table.chosen.connect(lambda _object: self._look_soon.start())
        self._table.opened.connect(self._toggle_details)
        self._details.closed.connect(self._close_details)
        self._look_soon.timeout.connect(self._look)
        self._count_soon.timeout.connect(self._count)
        self._model.loaded.connect(self._show_state)
        self._model.refreshed.connect(lambda: self._show_state(self._model.rowCount()))
        self._model.failed.connect(self._fetch_failed)
        self.client.changed.connect(self._changed)
        self.client.connected.connect(self._came_back)
        self.shell.theme.changed.connect(self._renew_look)
        self.shell.status_changed.connect(self._show_rights)
        self._show_rights()

    def _show_rights(self) -> None:
        """Offer to write only to whoever may."""
        may_write, status = self.shell.may_write, self.shell.status
        for button in (self._import_button, self._new_button):
            button.setVisible(may_write)
        self._reads_only.setVisible(not may_write)
        self._reads_only.setText(
            self.tr("You are no member any more: you read what is here, and write nothing.")
            if status is not None and status.standing == "gone"
            else self.tr("You read along as an observer: only members write records.")
        )

    def _make_keys(self) -> None:
        for keys, act in (
            ("Ctrl+N", self.new_record),
            ("Ctrl+F", self._search.setFocus),
            ("Ctrl+Return", self.send_drafts),
            ("Delete", self._remove_draft),
            ("Ctrl+Z", self._drafts.undo),
            ("Ctrl+Shift+Z", self._drafts.redo),
            ("Ctrl+Shift+C", self._copy_chosen),
            ("Escape", self._close_details),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Loading

    async def shown(self, **what: object) -> None:
        """Show the Book.

        Args:
            what: `object` opens that record, `filter` a saved filter; of `debtor` alone, or with `counterparty` in
                `currency`, where there is one, whose name is `name`; `new` opens the form for a new record.
        """
        wanted = str(what.get("filter", ""))
        if wanted:
            narrower = {name: str(what[name]) for name in ("debtor", "counterparty", "currency") if what.get(name)}
            self._narrow(narrower, str(what.get("name", "")))
        if wanted in get_args(requests.BookFilter):
            self.filter_by(wanted)
        elif not self._model.is_asked and not self.shell.may_write:
            self.filter_by("all")  # none are an observer's own
        elif not self._model.is_asked:
            self._query()
        else:
            self._model.refresh_soon()
        if what.get("object"):
            self._table.choose(str(what["object"]))
            self._look()
        self._table.setFocus()
        await self._show_counts()
        if what.get("new"):
            self.new_record()

    def filter_by(self, name: str) -> None:
        """Put a saved filter in force."""
        self._filter = cast(requests.BookFilter, name)
        self._filters.choose(name)
        self._say_only()
        self._query()

    def _say_only(self) -> None:
        """Name what is shown beside or instead of a filter with a button, on the button that ends it."""
        words = self._narrower_words or {
            "disputes-to-answer": self.tr("Disputes to answer"),
            "corrections-to-answer": self.tr("Corrections to answer"),
        }.get(self._filter, "")
        self._only.set_peer_text(words)
        self._only.setVisible(bool(words))

    def _narrow(self, narrower: dict[str, str], name: str = "") -> None:
        """Show one member's debts alone, or what is between it and us in a currency, or all records again."""
        self._narrower = narrower
        words = "{name}, {currency}" if "counterparty" in narrower else "{currency}"
        words = self.tr("Debtor: {name}") if "debtor" in narrower else words
        self._narrower_words = words.format(name=name, currency=narrower.get("currency", ""))
        self._say_only()
        if narrower:
            self._search.clear()
            self._text = ""

    def _show_only(self, name: str) -> None:
        """Put a saved filter in force, and nothing beside it."""
        self._search.clear()
        self._text = ""
        self._narrow({})
        self.filter_by(name)

    def _filter_text(self, text: str) -> None:
        self._text = text
        self._query()

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = cast(requests.BookSort, key), descending
        self._query()

    def _show_all_mine(self) -> None:
        self._show_only("mine")

    def _query(self) -> None:
        self._model.set_query(self._fetch_by(self._asked()))

    def _asked(self) -> dict[str, Any]:
        return {
            "filter": self._filter,
            "sort": self._sort,
            "descending": self._descending,
            "text": self._text,
            **self._narrower,
        }

    def export(self) -> None:
        """Ask for a file, and have the table written to it as it is filtered and sorted."""
        asked = self._asked()
        name = f"cohong-{self._filter}-{date.today().isoformat()}"  # noqa: DTZ011  # a day of this machine
        self._export_bar.choose_place(
            self.tr("Export the Book"),
            name,
            lambda path, replace: ("export.book", requests.ExportBook(**asked, path=path, replace=replace)),
        )

    def _fetch_by(self, asked: Mapping[str, Any]) -> Fetch:
        async def fetch(first: int, count: int) -> Any:
            return await self.client.call("book.rows", requests.BookRows(**asked, first=first, count=count))

        return fetch

    def _fetch_failed(self, error: Exception) -> None:
        if isinstance(error, (ApiError, NodeUnreachable)):
            self.show_error(wording.error_text(error))
        else:
            raise error

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("book", "drafts", "resync", "network") and self.isVisible():
            self._model.refresh_soon()
            if not self._count_soon.isActive():
                self._count_soon.start()

    def _came_back(self) -> None:
        self._changed("resync", [], {})

    @slot_task
    async def _count(self) -> None:
        await self._show_counts()

    async def _show_counts(self) -> None:
        counts: views.BookCounts = await self.client.call("book.counts")
        self.hide_banner()
        self._filters.set_counts(counts.by_filter)
        self._sums.set_counts(counts)
        drafts = counts.by_filter.get("drafts", 0)
        self._send_button.setVisible(drafts > 0 and self.shell.may_write)
        self._send_button.setText(self.tr("Sign and send ({count})").format(count=self.shell.formats.count(drafts)))
        as_of = self.shell.status.as_of_ms if self.shell.status else 0
        if as_of:
            self._as_of = self.tr("Records up to {time}").format(time=self.shell.formats.time(as_of))
            self._make_room()

    def _show_state(self, total: int) -> None:
        """Table, or why there is none."""
        if total:
            self._stack.setCurrentWidget(self._table)
        elif self._filter == "all" and not self._text and not self._narrower and not self.shell.may_write:
            self._stack.setCurrentWidget(self._nothing_to_read)
        elif self._filter == "mine" and not self._text and not self._narrower and self.shell.may_write:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._no_match.set_words(self._empty_words())
            self._stack.setCurrentWidget(self._no_match)

    def _empty_words(self) -> str:
        if self._text:
            return self.tr("No record has “{text}” in its number or name.").format(text=self._text)
        return {
            "to-answer": self.tr("Nothing waits for your answer."),
            "drafts": self.tr("No drafts. Everything you entered is signed."),
            "waiting": self.tr("Nothing waits: all records have a majority."),
            "overdue": self.tr("Nothing is overdue."),
            "disputed": self.tr("Nothing is disputed."),
            "disputes-to-answer": self.tr("No dispute waits for your answer."),
            "corrections-to-answer": self.tr("No correction waits for your answer."),
            "correction": self.tr("No correction waits for an answer."),
            "defaulted": self.tr("Nothing is in default."),
            "written-off": self.tr("Nothing has been written off."),
            "contested": self.tr("Nothing is contested or rejected."),
        }.get(self._filter, self.tr("No record here."))

    # Details

    def _look(self) -> None:
        if self._table.chosen_object:
            self._details.show_object(self._table.chosen_object)
            self._details.show()
            self._make_room()

    def _toggle_details(self) -> None:
        if self._details.isVisible() and self._details.obligation == self._table.chosen_object:
            self._close_details()
        else:
            self._look()

    def _close_details(self) -> None:
        self._look_soon.stop()
        self._details.hide()
        self._make_room()
        self._table.setFocus()

    def _make_room(self) -> None:
        width, alone = self.width(), self._details.isHidden()
        self._filters.setVisible(alone or width >= FILTERS_FROM_PX)
        self._card.setVisible(alone or width >= BOTH_FROM_PX)
        self._details.setMinimumWidth(DETAILS_PX if width >= BOTH_FROM_PX else 0)
        self._details.setMaximumWidth(DETAILS_PX if width >= BOTH_FROM_PX else QWIDGETSIZE_MAX)
        self._sums.setVisible(width >= SUMS_FROM_PX)
        self.set_caption(self._as_of if width >= BOTH_FROM_PX else "")
        for button, name in self._side_actions:
            # Where there is little room, what is done now and then is left as an icon.
            button.setText(name if width >= BOTH_FROM_PX else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _renew_look(self) -> None:
        self._painter.renew()
        self._table.renew_look()

    # Writing

    @slot_task
    async def new_record(self) -> None:
        """Open the form for a new record."""
        if not self.shell.may_write:
            return
        members: list[views.MemberCard] = await self.client.call("members.list")
        NewRecordSheet(self, members).open()

    @slot_task
    async def send_drafts(self) -> None:
        """Open the sheet that signs and sends all drafts."""
        if not self.shell.may_write:
            return
        rows: list[views.ObligationRow] = []
        while True:
            drafts: views.BookPage = await self.client.call(
                "book.rows", requests.BookRows(filter="drafts", first=len(rows), count=ROWS_AT_ONCE)
            )
            rows += drafts.rows
            if not drafts.rows or len(rows) >= min(drafts.total, SendSheet.ROWS_MAX):
                break
        if drafts.total:
            SendSheet(self, drafts.total, rows, self._drafts).open()

    def _remove_draft(self) -> None:
        row = self._table.chosen_row()
        if isinstance(row, views.ObligationRow) and row.state == "draft":
            self._drafts.remove(row)

    def _copy_chosen(self) -> None:
        """Copy the chosen record as one line: its number, who owes whom how much, until when, and how it stands."""
        row = self._table.chosen_row()
        if not isinstance(row, views.ObligationRow):
            return
        formats = self.shell.formats
        amount, due = formats.money(row.currency, row.amount_minor), formats.day(row.due)
        debtor, creditor = member_text(row.debtor_name, row.debtor), member_text(row.creditor_name, row.creditor)
        sentence = self.tr("{reference}: {debtor} owes {creditor} {amount}, due {day} ({state})")
        QGuiApplication.clipboard().setText(
            sentence.format(
                reference=peer_text(row.reference), debtor=debtor, creditor=creditor, amount=amount, day=due,
                state=wording.state_text(row.state),
            )
        )  # fmt: skip
        self.shell.toast(self.tr("Copied."))

"""Everything about one record, beside the table: parties, terms, what may be done, the votes, and its history."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop import wording
from cohong.desktop.cheat_wording import contested_text
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.book_drafts import DraftActions
from cohong.desktop.pages.book_edit_draft import EditDraftSheet
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.record_action_bar import ActionBar
from cohong.desktop.pages.record_days_late import DaysLateNote
from cohong.desktop.pages.record_disputes import ObjectionList
from cohong.desktop.pages.record_history import HistoryList
from cohong.desktop.pages.record_receipt import ReceiptSaver
from cohong.desktop.pages.record_sheets import SHEETS
from cohong.desktop.pages.record_trace import TraceSheet
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge, LevelBadge, StateBadge
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import IconButton, LinkButton
from cohong.desktop.widgets.card import Line
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import ElidedLabel, Label, SectionTitle
from cohong.desktop.widgets.votes_panel import VotesPanel

REFRESH_MS: Final = 250
DRAFT_ACTIONS: Final = ("drafts.send", "drafts.put", "drafts.remove")
PARTS_SHOWN: Final = 12
LOOK_AGAIN_MS: Final = 2_000
"""After records of which some may be about the obligation: a dispute has an id of its own."""

_MARK_MEANINGS: Final = {"disputed": "conflict", "correction": "warning"}


class RecordDetailsPane(QFrame):
    """Shows one obligation and keeps it current.

    Signals:
        closed: the user wants the pane away.
    """

    closed = Signal()

    def __init__(self, page: Page, drafts: DraftActions) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Record details"))
        self._page = page
        self._drafts = drafts
        self._formats = page.shell.formats
        self._object = ""
        # The entry whose votes the user picked from the history; empty follows the newest.
        self._votes_entry = ""
        self._details: views.RecordDetails | None = None
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._refresh_now)
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._refresh_now)
        self._make_parts()
        self._lay_out()
        page.client.changed.connect(self._changed)
        page.client.connected.connect(self._refresh.start)

    @property
    def obligation(self) -> str:
        """The obligation shown; empty if none."""
        return self._object

    def _make_parts(self) -> None:
        self._reference = ElidedLabel("", "title")
        self._close = IconButton("close", self.tr("Close details"))
        self._close.clicked.connect(self.closed)
        self._state, self._level = StateBadge(), LevelBadge()
        self._amount = Label("", "figure")
        self._sentence = Label("", wrap=True)
        self._banner = Banner()
        self._marks = [Badge() for _ in wording.MARKS]
        self._actions = ActionBar()
        self._actions.wanted.connect(self._act)
        self._objections = ObjectionList(self._formats)
        self._objections.wanted.connect(self._act)
        self._votes = VotesPanel(self._formats)
        self._votes_title = SectionTitle(self.tr("Votes"))
        self._of_signed: list[QWidget] = []
        self._terms = KeyValueGrid()
        self._days_late = DaysLateNote(self._page)
        self._history = HistoryList(self._formats)
        self._history.entry_chosen.connect(self._show_votes_of)
        self._receipts = ReceiptSaver(self._page)
        self._history.receipt_wanted.connect(self._receipts.save)
        self._trace = LinkButton(self.tr("What this rests on"))
        self._trace.clicked.connect(self.show_trace)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(space(5), 0, space(5), space(5))
        column.setSpacing(space(3))
        # All in one row would be wider than the pane.
        for badges in ((self._state, self._level), self._marks):
            row = QHBoxLayout()
            row.setSpacing(space(2))
            for badge in badges:
                row.addWidget(badge)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._amount)
        column.addWidget(self._sentence)
        column.addWidget(self._banner)
        column.addWidget(self._actions)
        column.addWidget(self._objections)
        for title, widget in (
            (self._votes_title, self._votes),
            (SectionTitle(self.tr("Terms")), self._terms),
            (SectionTitle(self.tr("History")), self._history),
        ):
            parts = (Line(), title, widget)
            for part in parts:
                column.addWidget(part)
            if widget is self._terms:
                column.addWidget(self._days_late)
            else:
                self._of_signed += parts
        column.addWidget(self._trace, alignment=Qt.AlignmentFlag.AlignLeft)
        self._of_signed.append(self._trace)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self._history.event_reached.connect(scroll.ensureWidgetVisible)
        head = QHBoxLayout()
        head.setContentsMargins(space(5), space(4), space(3), 0)
        head.addWidget(self._reference, stretch=1)
        head.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 1)
        whole.setSpacing(space(2))
        whole.addLayout(head)
        whole.addWidget(scroll, stretch=1)

    # Loading

    def show_object(self, object_id: str) -> None:
        """Show another obligation."""
        if object_id != self._object:
            self._object = object_id
            self._votes_entry = ""
        if object_id:
            run_task(self, self._load())

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if not self._object or not self.isVisible():
            return
        concerned = topic in ("resync", "charter") or (topic == "book" and (not objects or self._object in objects))
        timer = self._refresh if concerned else self._look_again
        if (concerned or topic == "book") and not timer.isActive():
            timer.start()

    @slot_task
    async def _refresh_now(self) -> None:
        if self._object:
            await self._load()

    async def _load(self) -> None:
        asked = self._object
        try:
            details = await self._page.client.call("book.record", requests.OfObject(object=asked))
        except ApiError as error:
            if error.code is not ApiErrorCode.UNKNOWN_OBJECT:
                raise
            # A draft that was removed, or sent and now under its own id.
            self.closed.emit()
            return
        if asked == self._object:
            self._show(details)

    @slot_task
    async def _show_votes_of(self, entry: str) -> None:
        newest = self._details.votes.entry if self._details and self._details.votes else ""
        self._votes_entry = "" if entry == newest else entry
        votes = await self._page.client.call("book.votes", requests.OfEntry(entry=entry))
        self._put_votes(votes)

    @slot_task
    async def show_trace(self) -> None:
        """Open the sheet of what the obligation's figures rest on."""
        trace = await self._page.client.call("book.trace", requests.OfObject(object=self._object))
        TraceSheet(self._page, trace).open()

    # Showing

    def _show(self, details: views.RecordDetails) -> None:
        self._details = details
        row, formats = details.row, self._formats
        self._reference.set_full_text(peer_text(row.reference))
        self._state.set_state(row.state)
        self._level.set_level(row.level)
        self._level.setToolTip(wording.level_meaning(row.level))
        # A draft has the same word as state and as level.
        self._level.setVisible(row.level != "draft")
        self._show_marks(row)
        self._amount.setText(formats.money(row.currency, row.amount_minor))
        self._sentence.setText(self._sentence_words(details))
        self._say_news(details)
        self._actions.set_kinds(DRAFT_ACTIONS if row.state == "draft" else details.actions)
        self._objections.set_details(details)
        self._terms.set_rows(self._term_rows(details))
        self._days_late.show_row(row)
        self._history.set_items(details.history, row, details.next_block_ms)
        if details.votes is not None and not self._votes_entry:
            self._put_votes(details.votes)
        for part in self._of_signed:
            part.setVisible(details.votes is not None)

    def _put_votes(self, votes: views.VotesBar) -> None:
        kind = next(
            (item.kind for item in (self._details.history if self._details else []) if item.entry == votes.entry), ""
        )
        words = self.tr("Votes: {kind}").format(kind=wording.kind_text(kind)) if kind else self.tr("Votes")
        self._votes_title.setText(words)
        self._votes.set_votes(votes)

    def _show_marks(self, row: views.ObligationRow) -> None:
        found = [mark for mark in wording.MARKS if mark in row.marks]
        for place, badge in enumerate(self._marks):
            badge.setVisible(place < len(found))
            if place < len(found):
                meaning = _MARK_MEANINGS.get(found[place], "neutral")
                badge.set_badge(wording.marks_text(found[place : place + 1]), meaning)

    def _sentence_words(self, details: views.RecordDetails) -> str:
        row = details.row
        debtor = member_text(row.debtor_name, row.debtor)
        creditor = member_text(details.holder_name or row.creditor_name, details.holder or row.creditor)
        sentence = {
            "holder": self.tr("{debtor} owes me."),
            "debtor": self.tr("I owe {creditor}."),
            "other": self.tr("{debtor} owes {creditor}."),
        }[row.side].format(debtor=debtor, creditor=creditor)
        if row.state in ("active", "overdue", "defaulted") and row.outstanding_minor != row.amount_minor:
            rest = self._formats.money(row.currency, row.outstanding_minor)
            sentence += " " + self.tr("{amount} is outstanding.").format(amount=rest)
        return sentence

    def _say_news(self, details: views.RecordDetails) -> None:
        """What stands out about the record and what to do about it."""
        row = details.row
        who = member_text(row.debtor_name, row.debtor)
        if "damaged" in row.marks:
            self._banner.say(
                self.tr("A record of this was found altered on this disk. It is being fetched again from the others."),
                "error", closable=False,
            )  # fmt: skip
        elif row.level == "contested" or "contested" in row.marks:
            proof = (self.tr("See the proof"), lambda: self._page.shell.go("votes", part="motions"))
            words = contested_text(details.forked, details.cheats)
            self._banner.say(words, "error", proof if details.forked or details.cheats else None, closable=False)
        elif row.open_claim_minor > 0:
            amount = self._formats.money(row.currency, row.open_claim_minor)
            words = (
                self.tr("{who} says it has paid {amount}. Record the receipt when the money is in.")
                if row.side == "holder"
                else self.tr("{who} says it has paid {amount}. The creditor has not recorded it yet.")
            )
            self._banner.say(words.format(who=who, amount=amount), "info", closable=False)
        elif row.state == "overdue":
            words = self.tr("%n day(s) late.", "", row.days_late)
            self._banner.say(words, "warning", closable=False)
        else:
            self._banner.hide()

    def _term_rows(self, details: views.RecordDetails) -> list[tuple[str, str | QWidget]]:
        row, formats = details.row, self._formats
        due = formats.day(row.due)
        if details.grace_days:
            due = self.tr("{day} (+%n day(s) of grace)", "", details.grace_days).format(day=due)
        rows: list[tuple[str, str | QWidget]] = [
            (self.tr("Debtor"), member_text(row.debtor_name, row.debtor)),
            (self.tr("Creditor"), member_text(row.creditor_name, row.creditor)),
            *self._since_rows(details),
            (self.tr("Issued"), formats.day(row.issued)),
            (self.tr("Due"), due),
        ]
        if row.state != "draft":
            rows.append((self.tr("Received"), formats.money(row.currency, details.received_minor)))
            for name, minor in (
                (self.tr("Written off"), details.written_off_minor), (self.tr("Sold in parts"), details.assigned_minor)
            ):  # fmt: skip
                rows += [(name, formats.money(row.currency, minor))] if minor else []
            rows.append((self.tr("Outstanding"), formats.money(row.currency, row.outstanding_minor)))
        if row.state in ("draft", "proposed") and details.valid_until:
            rows.append((self.tr("Answer by"), formats.day(details.valid_until)))
        if row.state in ("settled", "cured"):
            late = self.tr("%n day(s) late", "", row.days_late) if row.days_late > 0 else self.tr("within terms")
            rows.append((self.tr("Paid"), late))
        if details.description:
            rows.append((self.tr("Description"), Label(peer_text(details.description, 500), "quote", wrap=True)))
        return rows

    def _since_rows(self, details: views.RecordDetails) -> list[tuple[str, str | QWidget]]:
        """What has changed of the terms since they were proposed."""
        row, formats = details.row, self._formats
        rows: list[tuple[str, str | QWidget]] = []
        if details.holder and details.holder != row.creditor:
            rows.append((self.tr("Sold to"), member_text(details.holder_name, details.holder)))
        if details.recourse_to:
            rows.append((self.tr("Recourse to"), member_text(details.recourse_to_name, details.recourse_to)))
        rows += [(self.tr("Guaranteed"), self._way_to_cover(item, row)) for item in details.covers if item.until]
        if details.first_due:
            first = self.tr("{amount}, due {day}").format(
                amount=formats.money(row.currency, details.first_amount_minor), day=formats.day(details.first_due)
            )
            rows.append((self.tr("At first"), first))
        if details.part_of:
            rows.append((self.tr("Sold from"), self._way_to(self.tr("Show the record"), details.part_of)))
        for part in details.parts[:PARTS_SHOWN]:
            amount = formats.money(row.currency, part.amount_minor)
            rows.append((self.tr("Part sold"), self._way_to(amount, part.object)))
        return rows

    def _way_to(self, words: str, obligation: str) -> QWidget:
        """Make a link to another record."""
        return self._link(words, "book", filter="all", object=obligation)

    def _way_to_cover(self, cover: views.CoverLine, row: views.ObligationRow) -> QWidget:
        """Make a link to a guarantee, with how much of it is left."""
        amount = self._formats.money(row.currency, cover.left_minor)
        words = self.tr("{who}, up to {amount}").format(who=member_text(cover.name, cover.member), amount=amount)
        return self._link(words, "market", tab="guarantees", cover=cover.id)

    def _link(self, words: str, place: str, **what: str) -> QWidget:
        link = LinkButton()
        link.set_peer_text(words)
        link.clicked.connect(lambda: self._page.shell.go(place, **what))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(link)
        row.addStretch(1)
        return holder

    # Actions

    def _act(self, kind: str, about: str = "") -> None:
        if self._details is None:
            return
        if kind == "drafts.send":
            self._drafts.send(self._details.row)
        elif kind == "drafts.remove":
            self._drafts.remove(self._details.row)
        elif kind == "drafts.put":
            # Not as a slot: all of the bar would be disabled meanwhile, and lose the keyboard.
            run_task(self, self._edit_draft())
        else:
            SHEETS[kind](self._page, self._details, about).open()

    async def _edit_draft(self) -> None:
        members = await self._page.client.call("members.list")
        details = await self._page.client.call("book.record", requests.OfObject(object=self._object))
        EditDraftSheet(self._page, members, details, self._drafts).open()

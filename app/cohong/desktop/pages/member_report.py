"""How a member pays: facts with their denominators, payments by month, recent records, endorsements."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.consent_wording import reading_text
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.book_columns import member_text, signed_text, state_text
from cohong.desktop.pages.check_card import MemberAvatar, badges_of, look_alike_words, member_names
from cohong.desktop.pages.consent_sheet import ConsentSheet
from cohong.desktop.pages.export_bar import ExportBar
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.statement_sheet import StatementSheet
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import LinkButton, QuietButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import ElidedLabel, FigureLabel, Label, MutedLabel
from cohong.desktop.widgets.month_bars import BANDS, BandKey, MonthBars, months_of
from cohong.desktop.widgets.short_table import ShortTable

REFRESH_MS: Final = 1000
_IDENTIFIERS: Final = {"lei": "LEI", "uscc": "USCC", "hkbr": "HK BR"}


class MemberReport(QWidget):
    """Shows one member.

    Signals:
        closed: the user goes back to the results.
    """

    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._formats = page.shell.formats
        self._member = ""
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._refresh_now)
        back = QuietButton(self.tr("All results"), "arrow-left")
        back.clicked.connect(self.closed)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._facts: views.MemberFacts | None = None
        self._statement = QuietButton(self.tr("Account statement…"), "export")
        self._statement.clicked.connect(self.ask_for_statement)
        self._statement.hide()
        self._consent = QuietButton(self.tr("Let it read about you…"))
        self._consent.clicked.connect(self.ask_for_consent)
        self._consent.hide()
        self._reading = Banner(self)
        self._export_bar = ExportBar(page)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._consent)
        row.addWidget(self._statement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(row)
        column.addWidget(self._export_bar)
        column.addWidget(self._reading)
        column.addWidget(self._scroll, stretch=1)

    async def show_member(self, member: str) -> None:
        """Open a member's report: load its facts, show them, and record the reading if it is under a consent."""
        if member != self._member:
            self._scroll.setWidget(QWidget())
            self._reading.hide()
        self._member = member
        await self._load()
        if self._facts is not None and self._facts.card.member == member and not self._facts.card.me:
            await self._note_reading(self._facts.card)

    async def _load(self) -> None:
        member = self._member
        facts: views.MemberFacts = await self._page.client.call("check.member", requests.OfMember(member=member))
        if member == self._member:
            self._facts = facts
            for button in (self._consent, self._statement):
                button.setVisible(not facts.card.me)
            place = self._scroll.verticalScrollBar().value()
            self._scroll.setWidget(_ReportBody(self._page, facts))
            self._scroll.verticalScrollBar().setValue(place)

    async def _note_reading(self, card: views.MemberCard) -> None:
        noted: views.ReadingNoted = await self._page.client.call("consent.read", requests.OfMember(member=card.member))
        if card.member != self._member:
            return
        words = reading_text(noted, member_names(card)[0], self._formats, is_person=card.kind == "person")
        if words:
            self._reading.say(words, "info" if noted.consent is not None else "warning")
        else:
            self._reading.hide()

    def ask_for_consent(self) -> None:
        """Ask what for and until when the member may read about this one."""
        assert self._facts is not None, "the button is hidden before there are facts"
        ConsentSheet(self, self._page.client, self._page.shell, [self._facts.card]).open()

    def ask_for_statement(self) -> None:
        """Ask for period, currency and file, and have the account with the member written."""
        assert self._facts is not None, "the button is hidden before there are facts"
        card = self._facts.card
        sheet = StatementSheet(self._page, card, [each.currency for each in self._facts.currencies])
        sheet.chosen.connect(lambda first, last, currency: self._choose_place(card, first, last, currency))
        sheet.open()

    def _choose_place(self, card: views.MemberCard, first: str, last: str, currency: str) -> None:
        self._export_bar.choose_place(
            self.tr("Account statement"),
            f"statement-{first}-{last}",
            lambda path, replace: (
                "export.statement",
                requests.ExportStatement(
                    path=path, member=card.member, currency=currency, first_day=first, last_day=last, replace=replace
                ),
            ),
        )

    def refresh_soon(self) -> None:
        """The book changed: load again, at most once a second."""
        if self._member and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _refresh_now(self) -> None:
        if self.isVisible():
            await self._load()


class _ReportBody(QWidget):
    """One state of the report; a newer one is built anew, since anything in it may differ."""

    def __init__(self, page: Page, facts: views.MemberFacts) -> None:
        super().__init__()
        self._page = page
        self._facts = facts
        self._formats = page.shell.formats
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, space(2), space(4))
        self._column.setSpacing(space(4))
        self._add_head()
        self._add_warnings()
        if facts.invoices == 0:
            self._column.addWidget(self._nothing())
        else:
            self._column.addLayout(self._tiles())
            self._column.addWidget(self._sums())
            self._column.addWidget(self._months())
            self._column.addWidget(self._recent())
        if facts.endorsements:
            self._column.addWidget(self._endorsements())
        self._column.addStretch(1)

    # Head

    def _add_head(self) -> None:
        card = self._facts.card
        names = member_names(card)
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(MemberAvatar(card, size=56), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(space(1))
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(Label(names[0], "heading"))
        for badge in badges_of(card):
            line.addWidget(badge)
        line.addStretch(1)
        words.addLayout(line)
        if len(names) > 1:
            words.addWidget(Label("  ·  ".join(names[1:])))
        identifiers = [
            f"{_IDENTIFIERS.get(kind, kind)} {peer_text(text, 40)}" for kind, text in card.identifiers.items()
        ]
        about = [*([peer_text(card.place)] if card.place else []), *identifiers]
        words.addWidget(MutedLabel("  ·  ".join(about)))
        words.addWidget(Label(card.member, "mono", wrap=True).make_selectable())
        if self._facts.linked:
            others = ", ".join(peer_text(name) for name in self._facts.linked)
            words.addWidget(Label(self.tr("In the same hands as {members}: both say so.").format(members=others)))
        head.addLayout(words, stretch=1)
        self._column.addLayout(head)
        as_of = self.tr("As this machine sees it, records up to {time}.").format(
            time=self._formats.time(self._facts.as_of_ms)
        )
        self._column.addWidget(MutedLabel(as_of))

    def _add_warnings(self) -> None:
        if self._facts.card.look_alike:
            self._warn(look_alike_words(), "warning")
        if self._facts.forked:
            self._warn(
                self.tr("This member has signed two different records in one place. The proof is under Sync."), "error"
            )

    def _warn(self, text: str, level: Any) -> None:
        banner = Banner(self)
        banner.say(text, level, closable=False)
        self._column.addWidget(banner)

    def _nothing(self) -> QWidget:
        sentence = self.tr("No invoice with {name} as debtor was ever recorded here.")
        return EmptyState(
            "invoice",
            sentence.format(name=member_names(self._facts.card)[0]),
            hint=self.tr("That says nothing about how it pays, good or bad. Ask for references."),
        )

    # Facts

    def _tiles(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(space(3))
        for place, (name, figure, below, records) in enumerate(self._tile_words()):
            tile = Card(padding=4)
            tile.body.setSpacing(space(1))
            tile.body.addWidget(Label(name, "caption"))
            tile.body.addWidget(FigureLabel(figure))
            tile.body.addWidget(MutedLabel(below))
            tile.body.addStretch(1)
            if records:
                tile.body.addWidget(self._records_link(records), alignment=Qt.AlignmentFlag.AlignLeft)
            tile.setAccessibleName(f"{name}: {figure}, {below}")
            grid.addWidget(tile, place // 4, place % 4)
            grid.setColumnStretch(place % 4, 1)
        return grid

    def _records_link(self, book_filter: str) -> LinkButton:
        """Make the way from a figure to the records that it counts."""
        name, member = member_names(self._facts.card)[0], self._facts.card.member
        link = LinkButton(self.tr("Show records"))
        link.clicked.connect(lambda: self._page.shell.go("book", filter=book_filter, debtor=member, name=name))
        return link

    def _tile_words(self) -> list[tuple[str, str, str, str]]:
        """Return name, figure, denominator, and the Book's filter for the records behind it."""
        facts, formats = self._facts, self._formats
        of_settled = self.tr("of %n settled invoice(s)", "", facts.settled)
        if facts.settled:
            share = formats.percent(facts.paid_within_terms, facts.settled)
            paid = self.tr("{paid} of {settled} settled invoices").format(
                paid=formats.count(facts.paid_within_terms), settled=formats.count(facts.settled)
            )
            mean = formats.decimal(facts.mean_days_late_milli)
        else:
            share, paid, mean = "–", self.tr("none settled yet"), "–"
        worst = self.tr("worst %n day(s); early counts as 0", "", facts.worst_days_late)
        span = f"{formats.month(facts.first_day[:7])} – {formats.month(facts.last_day[:7])}" if facts.first_day else "–"
        invoices = self.tr("{settled} settled, {open} open").format(
            settled=formats.count(facts.settled), open=formats.count(facts.invoices - facts.settled)
        )
        settled = "settled" if facts.settled else ""
        return [
            (self.tr("Paid within terms"), share, paid, settled),
            (self.tr("Average days beyond terms"), mean, worst if facts.settled else of_settled, settled),
            (self.tr("Invoices"), formats.count(facts.invoices), invoices, "accepted"),
            (self.tr("Counterparties"), formats.count(facts.counterparties), span, ""),
        ]

    def _sums(self) -> Card:
        card = Card(self.tr("Open and overdue"))
        headers = [
            self.tr("Currency"),
            self.tr("Open"),
            self.tr("Overdue"),
            self.tr("Settled"),
            self.tr("Highest credit"),
        ]
        table = ShortTable(self.tr("Sums by currency"), headers, figures=(1, 2, 3, 4), stretch=None)
        amount = self._formats.amount
        table.set_rows(
            [
                (
                    sums.currency,
                    *(
                        amount(sums.currency, minor)
                        for minor in (sums.open_minor, sums.overdue_minor, sums.settled_minor, sums.highest_minor)
                    ),
                )
                for sums in self._facts.currencies
            ]
        )
        card.body.addWidget(table)
        if any(sums.overdue_minor for sums in self._facts.currencies):
            link = self._records_link("overdue")
            link.setText(self.tr("Show the overdue ones"))
            card.header.addWidget(link)
        return card

    # Chart

    def _months(self) -> Card:
        card = Card(self.tr("Payments by month of due date"))
        bars = MonthBars(self._formats)
        months = months_of(self._facts.by_month)
        bars.set_months(months)
        names = bars.band_names()
        toggle = LinkButton(self.tr("Show as table"))
        table = ShortTable(
            self.tr("Payments by month"), [self.tr("Month"), *names], figures=range(1, BANDS + 1), rows_shown=12
        )
        table.set_rows(
            [
                (
                    self._formats.month(month.name),
                    *(self._formats.count(count) if count else "" for count in month.counts),
                )
                for month in reversed(months)
            ]
        )
        table.hide()

        def turn() -> None:
            table.setVisible(table.isHidden())
            bars.setVisible(table.isHidden())
            toggle.setText(self.tr("Show as table") if table.isHidden() else self.tr("Show as chart"))

        toggle.clicked.connect(turn)
        card.header.addWidget(toggle)
        for widget in (bars, table):
            card.body.addWidget(widget)
        card.body.addLayout(_legend(names))
        if not months:
            bars.hide()
            card.body.insertWidget(1, MutedLabel(self.tr("Nothing is due or settled yet.")))
            toggle.hide()
        return card

    # Records and endorsements

    def _recent(self) -> Card:
        card = Card(self.tr("Recent records"))
        headers = [
            self.tr("Reference"), self.tr("Creditor"), self.tr("Due"), self.tr("Days late"),
            self.tr("Amount"), self.tr("State"), self.tr("Signed"),
        ]  # fmt: skip
        table = ShortTable(self.tr("Recent records"), headers, figures=(3, 4), stretch=1)
        formats = self._formats
        rows = self._facts.recent
        table.set_rows([
            (
                peer_text(row.reference), member_text(row.creditor_name, row.creditor), formats.table_day(row.due),
                formats.count(row.days_late) if row.days_late > 0 else "",
                formats.money(row.currency, row.amount_minor), state_text(row), signed_text(row),
            )
            for row in rows
        ])  # fmt: skip
        table.activated.connect(
            lambda index: self._page.shell.go("book", filter="all", object=rows[index.row()].object)
        )
        card.body.addWidget(table)
        card.body.addWidget(MutedLabel(self.tr("Enter or double-click opens a record in the Book.")))
        return card

    def _endorsements(self) -> Card:
        card = Card(self.tr("What members say"))
        for name, score, comment, *_ in self._facts.endorsements:
            head = QHBoxLayout()
            head.addWidget(ElidedLabel(peer_text(str(name)), "strong"), stretch=1)
            head.addWidget(Label(_score_words(int(score)), "strong"))
            card.body.addLayout(head)
            if comment:
                card.body.addWidget(Label(peer_text(str(comment), 500), "quote", wrap=True))
        return card


def _score_words(score: int) -> str:
    # A real minus sign: a hyphen reads as a dash before the figure.
    return f"+{score}" if score > 0 else str(score).replace("-", "\u2212")


def _legend(names: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(space(2))
    for band, name in enumerate(names):
        row.addWidget(BandKey(band))
        row.addWidget(Label(name, "caption"))
        row.addSpacing(space(2))
    row.addStretch(1)
    return row

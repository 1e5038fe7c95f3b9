"""What is for sale: a table, and below it what the chosen receivable is and what buying it means."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cohong.api.views import BoardPage, BoardRow, MemberFacts
from cohong.desktop import wording
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.sale_wording import (
    discount_text,
    once_only_text,
    payment_facts_text,
    recourse_meaning,
    recourse_text,
)
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton, PrimaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

BOARD_ROWS: Final = 200


class ForSaleList(QWidget):
    """Signals:
    bid_wanted: the obligation for which the user wants to make an offer.
    bids_wanted: the user wants to see the offers for one that is its own.
    debtor_chosen: another debtor's receivable is chosen, and how that one pays is to be shown with `set_facts`.
    """

    bid_wanted = Signal(str)
    bids_wanted = Signal()
    debtor_chosen = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._rows: list[BoardRow] = []
        self._chosen = ""
        self._may_write = True
        headers = [
            self.tr("Debtor"), self.tr("Seller"), self.tr("Amount"), self.tr("Due"), self.tr("Asking price"),
            self.tr("A year"), self.tr("Recourse"), self.tr("Offers"),
        ]  # fmt: skip
        self._table = ShortTable(self.tr("Receivables for sale"), headers, figures=(2, 4, 5, 7), fills=True)
        self._table.currentCellChanged.connect(lambda row, *_: self._choose(row))
        self._table.activated.connect(lambda index: self._open_offer(index.row()))
        self._more = MutedLabel()
        self._title, self._terms, self._meant = Label("", "strong", wrap=True), Label("", wrap=True), MutedLabel()
        self._pays = Label("", wrap=True)
        self._facts: MemberFacts | None = None
        self._once = MutedLabel(once_only_text())
        self._act = PrimaryButton("")
        self._act.clicked.connect(lambda: self._open_offer(self._table.currentRow()))
        self._check = LinkButton(self.tr("How the debtor pays"))
        self._check.clicked.connect(self._show_debtor)
        self._record = LinkButton(self.tr("Show the record"))
        self._record.clicked.connect(self._show_record)
        self._empty = EmptyState(
            "market", self.tr("Nothing is for sale."),
            hint=self.tr("What members offer of what is owed to them stands here for all to see."),
        )  # fmt: skip
        self._lay_out()

    def _lay_out(self) -> None:
        table = Card(padding=0)
        table.body.setContentsMargins(1, 1, 1, 1)
        table.body.addWidget(self._table)
        table.body.addWidget(self._more)
        self._details = Card(padding=4)
        self._details.body.setSpacing(space(2))
        for label in (self._title, self._terms, self._pays, self._meant, self._once):
            self._details.body.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(3))
        for button in (self._act, self._check, self._record):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._details.body.addLayout(buttons)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(table, stretch=1)
        column.addWidget(self._details)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def set_page(self, page: BoardPage, *, may_write: bool) -> None:
        """Show these offers; the one that is chosen stays so, also when it has moved."""
        self._rows, self._may_write = page.rows, may_write
        self._table.set_rows([self._cells(row) for row in page.rows])
        self._more.setVisible(page.total > len(page.rows))
        self._more.setText(self.tr("and %n more", "", page.total - len(page.rows)))
        self._stack.setCurrentIndex(0 if page.rows else 1)
        place = next((place for place, row in enumerate(page.rows) if row.offer == self._chosen), 0)
        if page.rows and self._table.currentRow() != place:
            self._table.setCurrentCell(place, 0)
        self._show_chosen()

    def _cells(self, row: BoardRow) -> tuple[str, ...]:
        formats = self._shell.formats
        debtor = member_text(row.debtor_name, row.debtor)
        return (
            listed((debtor, wording.marks_text(["disputed"]))) if row.disputed else debtor,
            self.tr("You") if row.own else member_text(row.holder_name, row.holder),
            formats.money(row.currency, row.amount_minor),
            formats.table_day(row.due),
            formats.money(row.currency, row.price_minor),
            "–" if row.discount_bp is None else formats.percent_of(row.discount_bp),
            recourse_text(row.recourse),
            formats.count(row.bids) if row.bids else "",
        )

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._chosen = self._rows[place].offer
            self._show_chosen()
            if self._facts is None or self._facts.card.member != self.debtor:
                self.debtor_chosen.emit()

    @property
    def debtor(self) -> str:
        """Who owes the chosen receivable; empty if none is chosen."""
        row = self._row()
        return row.debtor if row is not None else ""

    def set_facts(self, facts: MemberFacts) -> None:
        """Show how a debtor pays beside what it owes."""
        self._facts = facts
        self._show_facts()

    def say_person(self) -> None:
        """Say that the debtor is a person, about whom it is asked first what for."""
        self._facts = None
        self._pays.setText(
            self.tr("The debtor is a person. How it pays is shown once you have said what for: press the button below.")
        )
        self._pays.show()

    def _show_facts(self) -> None:
        facts = self._facts if self._facts is not None and self._facts.card.member == self.debtor else None
        self._pays.setText(payment_facts_text(facts, self._shell.formats) if facts is not None else "")
        self._pays.setVisible(facts is not None)

    def _row(self) -> BoardRow | None:
        return next((row for row in self._rows if row.offer == self._chosen), None)

    def _show_chosen(self) -> None:
        row, formats = self._row(), self._shell.formats
        self._details.setVisible(row is not None)
        if row is None:
            return
        debtor, holder = member_text(row.debtor_name, row.debtor), member_text(row.holder_name, row.holder)
        title = self.tr("{reference}: {debtor} owes {holder}, due {day}")
        self._title.setText(
            title.format(reference=peer_text(row.reference), debtor=debtor, holder=holder, day=formats.day(row.due))
        )
        asked = self.tr("{price} asked for {amount} of it, until {until}. {discount}.").format(
            price=formats.money(row.currency, row.price_minor), amount=formats.money(row.currency, row.amount_minor),
            until=formats.day(row.valid_until), discount=discount_text(row.discount_bp, formats).rstrip("."),
        )  # fmt: skip
        disputed = self.tr("It is disputed: it can't be sold until the dispute is closed.")
        self._terms.setText(f"{asked} {disputed}" if row.disputed else asked)
        self._show_facts()
        self._meant.setText(recourse_meaning(row.recourse, seller=holder, buyer=self.tr("the buyer"), debtor=debtor))
        words = self.tr("See the offers ({count})").format(count=formats.count(row.bids))
        self._act.setText(words if row.own else self.tr("Make an offer"))
        self._act.setVisible(self._may_write and (not row.own or row.bids > 0) and not self._owes(row))

    def _owes(self, row: BoardRow) -> bool:
        """Whether it is this member that owes it: one cannot buy one's own debt."""
        status = self._shell.status
        return status is not None and status.member == row.debtor

    def _open_offer(self, place: int) -> None:
        if not 0 <= place < len(self._rows) or not self._act.isVisible():
            return
        row = self._rows[place]
        if row.own:
            self.bids_wanted.emit()
        else:
            self.bid_wanted.emit(row.object)

    def _show_debtor(self) -> None:
        row = self._row()
        if row is not None:
            self._shell.go("check", member=row.debtor)

    def _show_record(self) -> None:
        row = self._row()
        if row is not None:
            self._shell.go("book", filter="all", object=row.object)

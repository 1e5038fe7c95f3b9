"""The wizard's third step: which customer of the file is which member. What is chosen is remembered by the node."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from cohong.api.views import MemberCard
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.import_wizard_messages import CustomerFound
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.short_table import ShortTable

SHOWN_MAX: Final = 300
"""A box a line is a widget each; of more customers only those with the most invoices can be assigned by hand."""

_MEMBER: Final = 3


class PartiesStep(QWidget):
    """Signals:
    changed: a customer was assigned to another member.
    """

    changed = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._members: list[MemberCard] = []
        self._customers: list[CustomerFound] = []
        self._chosen: dict[str, str] = {}
        self._remembered: dict[str, str] = {}
        self._boxes: list[QComboBox] = []
        self._summary = Label("", "section", wrap=True)
        self._hint = MutedLabel(
            self.tr(
                "Customers with the name or number of a member are found by themselves, and so are those that you "
                "assigned in an earlier import. Invoices of a customer that stands for nobody stay out and are listed."
            )
        )
        self._all = ChoiceBox()
        self._all.setAccessibleName(self.tr("Member for all that are not assigned"))
        self._assign = SecondaryButton(self.tr("Assign"))
        self._assign.clicked.connect(self._assign_rest)
        headers = [self.tr("Customer"), self.tr("Name in the file"), self.tr("Invoices"), self.tr("Member")]
        self._table = ShortTable(self.tr("Customers of the file"), headers, figures=(2,), stretch=1, rows_shown=9)
        self._table.verticalHeader().setDefaultSectionSize(44)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self._summary)
        card.body.addWidget(self._hint)
        self._rest = QWidget()
        row = QHBoxLayout(self._rest)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(self.tr("All that are not assigned:")))
        row.addWidget(self._all, stretch=1)
        row.addWidget(self._assign)
        row.addStretch(1)
        card.body.addWidget(self._table)
        card.body.addWidget(self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(2), 0)
        column.addWidget(card)
        column.addStretch(1)

    def set_members(self, members: Sequence[MemberCard]) -> None:
        """Offer these members."""
        self._members = sorted((card for card in members if not card.me), key=lambda card: card.name.casefold())
        self._all.clear()
        for card in self._members:
            self._all.addItem(member_text(card.name, card.member), card.member)

    def set_remembered(self, counterparties: Mapping[str, str]) -> None:
        """Propose the members that customers stood for in earlier imports."""
        self._remembered = dict(counterparties)
        customers, self._customers = self._customers, []
        self.set_customers(customers)

    def set_customers(self, customers: Sequence[CustomerFound]) -> None:
        """Show the customers of the file, those with the most invoices first."""
        if list(customers) == self._customers:
            return
        self._customers = list(customers)
        known = known_names(self._members)
        self._chosen = {
            found.customer: member
            for found in customers
            if (member := self._remembered.get(found.customer) or _match(found, known)) is not None
        }
        self._fill()

    def counterparties(self) -> dict[str, str]:
        """Return customer -> member id for all that are assigned."""
        return dict(self._chosen)

    def left_out(self) -> int:
        """Return how many invoices belong to customers that are not assigned."""
        return sum(found.invoices for found in self._customers if found.customer not in self._chosen)

    def _fill(self) -> None:
        shown = self._customers[:SHOWN_MAX]
        formats = self._formats
        self._table.set_rows(
            [
                (peer_text(found.customer, 40), peer_text(found.name), formats.count(found.invoices), "")
                for found in shown
            ]
        )
        self._table.horizontalHeader().setSectionResizeMode(_MEMBER, QHeaderView.ResizeMode.Fixed)
        self._table.horizontalHeader().resizeSection(_MEMBER, 280)
        self._boxes = []
        for number, found in enumerate(shown):
            box = self._make_box(found)
            self._boxes.append(box)
            self._table.setCellWidget(number, _MEMBER, box)
            item = QTableWidgetItem()
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._table.setItem(number, _MEMBER, item)
        self._say()

    def _make_box(self, found: CustomerFound) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("Member for {customer}").format(customer=peer_text(found.customer, 40)))
        box.addItem(self.tr("not assigned"), "")
        for card in self._members:
            box.addItem(member_text(card.name, card.member), card.member)
        box.setCurrentIndex(max(0, box.findData(self._chosen.get(found.customer, ""))))
        box.activated.connect(lambda _index: self._choose(found.customer, str(box.currentData())))
        return box

    def _choose(self, customer: str, member: str) -> None:
        if member:
            self._chosen[customer] = member
        else:
            self._chosen.pop(customer, None)
        self._say()
        self.changed.emit()

    def _assign_rest(self) -> None:
        member = self._all.currentData()
        if member:
            for found in self._customers:
                self._chosen.setdefault(found.customer, str(member))
            for found, box in zip(self._customers, self._boxes, strict=False):
                box.setCurrentIndex(box.findData(self._chosen[found.customer]))
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        assigned = sum(found.customer in self._chosen for found in self._customers)
        words = self.tr("{assigned} of {all} customers are assigned to members.")
        words = words.format(assigned=self._formats.count(assigned), all=self._formats.count(len(self._customers)))
        as_before = sum(self._remembered.get(customer) == member for customer, member in self._chosen.items())
        if as_before:
            words += " " + self.tr("As in an earlier import: {count}.").format(count=self._formats.count(as_before))
        self._summary.setText(words)
        self._rest.setVisible(assigned < len(self._customers) and bool(self._members))


def known_names(members: Sequence[MemberCard]) -> dict[str, str]:
    """Return normalised name, identifier or id -> member; a name that two members have stands for neither."""
    known: dict[str, str] = {}
    twice: set[str] = set()
    for card in members:
        for name in {
            _plain(text)
            for text in (card.name, card.name_hant, card.name_hans, *card.identifiers.values(), card.member)
        }:
            if name in known:
                twice.add(name)
            known[name] = card.member
    return {name: member for name, member in known.items() if name and name not in twice}


def _match(found: CustomerFound, known: Mapping[str, str]) -> str | None:
    return known.get(_plain(found.customer)) or known.get(_plain(found.name))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())

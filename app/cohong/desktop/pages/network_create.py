"""The form for a new network: its name, its currencies, and its founders."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cohong.api.requests import CreateNetwork, FounderAddress
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import IconButton, QuietButton
from cohong.desktop.widgets.labels import Label, NamedHint
from cohong.primitives.money import MINOR_DIGITS

_NAME_CHARS_MAX: Final = 80
_MEMBER_ID_CHARS: Final = 64
_CURRENCIES: Final = "HKD CNY USD"


class FounderRow(QWidget):
    """One other founder: id and address.

    Signals:
        removed: the user has taken the founder out.
    """

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.member = QLineEdit()
        self.member.setPlaceholderText(self.tr("ID and address, as that founder copied it"))
        self.member.setAccessibleName(self.tr("Member ID"))
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("Address, host:port"))
        self.address.setAccessibleName(self.tr("Address, host:port"))
        remove = IconButton("close", self.tr("Remove this founder"), size=14)
        remove.clicked.connect(self.removed)
        self.member.textChanged.connect(self._part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.member, stretch=3)
        row.addWidget(self.address, stretch=2)
        row.addWidget(remove)

    def _part(self, text: str) -> None:
        """Put what follows the @ of a line that was copied as a whole where addresses are."""
        member, at, address = text.partition("@")
        if at:
            self.member.setText(member.strip())
            self.member.setCursorPosition(0)
            self.address.setText(address.strip())

    @property
    def member_id(self) -> str:
        return self.member.text().strip().lower()

    @property
    def is_id(self) -> bool:
        """Whether what was typed has the form of a member id."""
        text = self.member_id
        return len(text) == _MEMBER_ID_CHARS and all(char in "0123456789abcdef" for char in text)

    def value(self) -> FounderAddress:
        """Return the founder as the node takes it."""
        addresses = self.address.text().replace(",", " ").split()
        return FounderAddress(member=self.member_id, addresses=addresses)


class CreateForm(QWidget):
    """Holds one row a founder; empty rows are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setMaxLength(_NAME_CHARS_MAX)
        self.name.setPlaceholderText(self.tr("Pearl River Credit Circle"))
        self.name.setAccessibleName(self.tr("Name of the network"))
        self.currencies = QLineEdit(_CURRENCIES)
        self.currencies.setAccessibleName(self.tr("Currencies"))
        self._rows: list[FounderRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(space(2))
        self._lay_out()
        self.add_founder()

    @property
    def founders(self) -> list[FounderRow]:
        return self._rows

    def add_founder(self) -> FounderRow:
        """Add an empty row for another founder."""
        row = FounderRow()
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def what_is_missing(self) -> str:
        """Return the sentence for what the form still needs, empty if nothing."""
        if not self.name.text().strip():
            return self.tr("Give the network a name.")
        unknown = [code for code in self._codes() if code not in MINOR_DIGITS]
        if unknown:
            return self.tr("{code} is not a currency code such as HKD.").format(code=unknown[0])
        for row in self._rows:
            if row.member_id and not row.is_id:
                row.member.setFocus()
                return self.tr("A member ID has 64 digits and letters a to f. Ask that founder to copy it.")
            if row.address.text().strip() and not row.member_id:
                row.member.setFocus()
                return self.tr("There is an address without a member ID. Ask that founder for the whole line.")
        return ""

    def request(self) -> CreateNetwork:
        """Return what to ask of the node."""
        founders = [row.value() for row in self._rows if row.member_id]
        return CreateNetwork(name=self.name.text().strip(), founders=founders, currencies=self._codes())

    def _codes(self) -> list[str]:
        return self.currencies.text().upper().replace(",", " ").split()

    def _remove(self, row: FounderRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(space(3))
        for label, edit, stretch in (
            (self.tr("Name of the network"), self.name, 3),
            (self.tr("Currencies"), self.currencies, 2),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(space(1.5))
            pair.addWidget(Label(label, "strong"))
            pair.addWidget(edit)
            fields.addLayout(pair, stretch=stretch)
        add = QuietButton(self.tr("Add a founder"), "plus")
        add.clicked.connect(self.add_founder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(fields)
        column.addSpacing(space(2))
        column.addWidget(
            NamedHint(
                self.tr("Other founders"),
                self.tr("You are a founder too. Ask each of them for the line at the foot of this screen."),
            )
        )
        column.addLayout(self._column)
        column.addWidget(add, alignment=Qt.AlignmentFlag.AlignLeft)

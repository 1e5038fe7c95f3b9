"""Which column of a bank statement is what: one line that says so, and below it the boxes to choose others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api.views import PaymentsFound
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.pages.import_wizard_lines import FieldGrid, FieldLine
from cohong.desktop.pages.import_wizard_words import ImportWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.labels import MutedLabel
from cohong.importing.invoices import Field

FIELDS: Final = (
    Field.SETTLED, Field.AMOUNT, Field.MONEY_IN, Field.MONEY_OUT, Field.CURRENCY, Field.NUMBER, Field.DESCRIPTION,
    Field.CUSTOMER_NAME, Field.CUSTOMER,
)  # fmt: skip
_NEEDED: Final = (Field.SETTLED,)


class PaymentColumns(QWidget):
    """Signals:
    changed: the user has chosen a column; the file is to be read again with `chosen`.

    Attributes:
        chosen: field -> column, as an import takes them; only what the user has said.
    """

    changed = Signal()

    def __init__(self, words: ImportWords) -> None:
        super().__init__()
        self.chosen: dict[str, str] = {}
        self._words = words
        self._said = MutedLabel()
        self._turn = LinkButton(self.tr("Choose columns"))
        self._turn.clicked.connect(self._turn_over)
        self.lines = {field: FieldLine(words.payment_field(field), needed=field in _NEEDED) for field in FIELDS}
        for field, line in self.lines.items():
            line.box.activated.connect(lambda _index, field=field: self._choose(field))
        self._boxes = QWidget()
        grid = FieldGrid(list(self.lines.values()))
        grid.setContentsMargins(0, space(2), 0, 0)
        self._boxes.setLayout(grid)
        self._lay_out()
        self.reset()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(self._said, stretch=1)
        row.addWidget(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._boxes)

    def reset(self) -> None:
        """Forget what was chosen for another file."""
        self.chosen = {}
        self._offer((), {}, ())
        self._say({})
        self._unfold(False)

    def set_found(self, found: PaymentsFound) -> None:
        """Show what each field is read from."""
        self._offer(found.headers, found.places, found.sample)
        self._say(found.columns)

    def ask(self, headers: Sequence[str], fields: Sequence[str]) -> str:
        """Offer the columns of a file in which some were not found; return what is to be said, in words."""
        chosen = {name: int(column[1:]) - 1 for name, column in self.chosen.items() if column}
        self._offer(headers, chosen, ())
        self._say({})
        self._unfold(True)
        names = listed(self._words.payment_field(Field(name)) for name in fields)
        return self.tr("Say which column has: {names}.").format(names=names)

    def _offer(self, headers: Sequence[str], places: Mapping[str, int], rows: Sequence[Sequence[str]]) -> None:
        self.setVisible(bool(headers))
        for field, line in self.lines.items():
            line.set_headers(headers)
            line.show_choice(places.get(str(field), -1), rows)

    def _say(self, columns: Mapping[str, str]) -> None:
        read = (self._words.payment_column(name, peer_text(header, 40)) for name, header in columns.items())
        self._said.setText(self.tr("Columns: {columns}.").format(columns=listed(read)) if columns else "")

    def _unfold(self, unfolded: bool) -> None:
        self._boxes.setVisible(unfolded)
        self._turn.setText(self.tr("Hide columns") if unfolded else self.tr("Choose columns"))

    def _turn_over(self) -> None:
        self._unfold(self._boxes.isHidden())

    def _choose(self, field: Field) -> None:
        self.chosen[str(field)] = self.lines[field].column
        self.changed.emit()

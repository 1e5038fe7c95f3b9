"""The wizard's second step: what was detected about the file and why, and which column is what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cohong.api.views import RememberedImport
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.pages.import_wizard_lines import FieldGrid, FieldLine, Setting
from cohong.desktop.pages.import_wizard_words import DELIMITER_NAMES, ENCODING_NAMES, ImportWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.choice_fields import CountBox
from cohong.desktop.widgets.form_field import FIRST_CURRENCIES
from cohong.desktop.widgets.labels import Label
from cohong.importing.invoices import Assumption, AssumptionCode, Field, FileFormat, ImportOptions
from cohong.primitives.money import MINOR_DIGITS

REQUIRED: Final = (Field.CUSTOMER, Field.NUMBER, Field.ISSUED, Field.AMOUNT)
_OPTIONAL: Final = (
    Field.CUSTOMER_NAME, Field.DUE, Field.TERMS_DAYS, Field.SETTLED, Field.CURRENCY, Field.STATUS, Field.DESCRIPTION,
)  # fmt: skip
_ENCODINGS: Final = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
_AUTO: Final = None


class ColumnsStep(QWidget):
    """Signals:
    changed: the user has changed something; the file is to be read again with `options()`.
    """

    changed = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._words = ImportWords(formats, self)
        self._formats = formats
        self._given_columns: dict[str, str] = {}
        self._needs_currency = True
        self._notes = Banner()
        self._offer = Banner()
        self._settings: dict[str, Setting] = {}
        self._fields: dict[Field, FieldLine] = {}
        self._terms = CountBox()
        self._terms.setRange(0, 3650)
        self._terms.setValue(30)
        self._terms.lineEdit().setTextMargins(space(2), 0, space(2), 0)
        self._terms.setAccessibleName(self.tr("Days of credit"))
        self._terms.valueChanged.connect(self.changed)
        self._lay_out()

    def _lay_out(self) -> None:
        self._found = Card(self.tr("What was found"))
        self._found.body.addLayout(self._settings_grid())
        self._mapping = Card(self.tr("Which column is what"))
        self._mapping.body.addLayout(self._mapping_grid())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, space(2), 0)
        column.setSpacing(space(4))
        column.addWidget(self._offer)
        column.addWidget(self._notes)
        column.addWidget(self._found)
        column.addWidget(self._mapping)
        column.addStretch(1)

    def _settings_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(2))
        grid.setColumnStretch(3, 1)
        words = self._words
        currencies = [*FIRST_CURRENCIES, *sorted(set(MINOR_DIGITS) - set(FIRST_CURRENCIES))]
        lines: list[tuple[str, str, list[tuple[str, str]]]] = [
            ("encoding", self.tr("Characters"), [(code, ENCODING_NAMES[code]) for code in _ENCODINGS]),
            ("delimiter", self.tr("Separator"), list(DELIMITER_NAMES.items())),
            ("date_order", self.tr("Dates"), [(order, words.date_order(order)) for order in ("dmy", "mdy", "ymd")]),
            ("decimal_mark", self.tr("Amounts"), [(mark, words.decimal_mark(mark)) for mark in ".,"]),
            ("currency", self.tr("Currency"), [(code, code) for code in currencies]),
        ]
        for number, (name, title, choices) in enumerate(lines):
            setting = self._settings[name] = Setting(title, choices, self.tr("Choose"))
            setting.box.activated.connect(self.changed)
            grid.addWidget(setting.name, number, 0)
            grid.addWidget(setting.box, number, 1)
            grid.addWidget(setting.badge, number, 2)
            grid.addWidget(setting.why, number, 3)
        return grid

    def _mapping_grid(self) -> QGridLayout:
        for field in (*REQUIRED, *_OPTIONAL):
            line = self._fields[field] = FieldLine(self._words.field(field), needed=field in REQUIRED)
            line.box.activated.connect(lambda _index, field=field: self._column_chosen(field))
        grid = FieldGrid(list(self._fields.values()))
        self._source = grid.source
        self._terms_label = Label(self.tr("Days of credit, where there is no due date"), "muted")
        grid.addWidget(self._terms_label, len(self._fields) + 1, 0)
        grid.addWidget(self._terms, len(self._fields) + 1, 1)
        return grid

    # Showing

    def set_format(self, found: FileFormat) -> None:
        """Show what was detected."""
        documents = found.kind == "ubl"
        rows = self.tr("%Ln UBL document(s)", "", found.rows) if documents else self.tr("%Ln row(s)", "", found.rows)
        size = self._formats.bytes(found.unpacked_bytes)
        self._found.title_label.setText(self.tr("What was found: {rows}, {size}").format(rows=rows, size=size))
        dates = next(iter(found.date_orders.values()), None)
        for name, detection in (
            ("encoding", found.encoding), ("delimiter", found.delimiter), ("date_order", dates),
            ("decimal_mark", found.decimal_mark), ("currency", found.currency),
        ):  # fmt: skip
            if not documents or name == "currency":
                self._settings[name].show_detection(detection, self._words)
        self._needs_currency = found.needs_currency
        self._settings["currency"].ask(found.needs_currency and not found.currency.value)
        self.set_headers(found.headers)
        for field, line in self._fields.items():
            choice = found.columns.get(field)
            line.show_choice(choice.index if choice is not None else -1, found.sample)
        self._say_what_is_fixed(found)
        asks_for_terms = any(_is_by_terms_of_all(said) for said in found.assumptions)
        self._terms_label.setVisible(asks_for_terms)
        self._terms.setVisible(asks_for_terms)
        self._say_notes([words for said in found.assumptions if (words := self._words.assumption(said))])

    def _say_what_is_fixed(self, found: FileFormat) -> None:
        """Of UBL documents the standard says what is where: it is shown, and there is nothing to choose."""
        documents = found.kind == "ubl"
        self._mapping.title_label.setText(
            self.tr("What is read from each document") if documents else self.tr("Which column is what")
        )
        self._source.setText(self.tr("Element") if documents else self.tr("Column of the file"))
        for name, setting in self._settings.items():
            setting.set_visible(not documents or name == "currency")
        self._settings["currency"].box.setVisible(
            not documents or found.needs_currency or self._settings["currency"].given
        )
        for field, line in self._fields.items():
            line.set_fixed(documents, shown=not documents or field in found.columns)

    def set_headers(self, headers: Sequence[str]) -> None:
        """Offer these columns."""
        for line in self._fields.values():
            line.set_headers(headers)

    def say_missing(self, fields: Sequence[str]) -> None:
        """Mark the fields for which no column was found."""
        missing = [field for field in self._fields if str(field) in fields]
        for field in missing:
            self._fields[field].show_choice(-1)
        names = listed(self._words.field(field) for field in missing)
        self._notes.say(self.tr("Say which column has: {names}.").format(names=names), "warning", closable=False)

    def _say_notes(self, notes: list[str]) -> None:
        if notes:
            self._notes.say("\n".join(notes), "warning", closable=False)
        else:
            self._notes.hide()

    # What was chosen

    def _column_chosen(self, field: Field) -> None:
        self._given_columns[str(field)] = self._fields[field].column
        self.changed.emit()

    def offer(self, found: RememberedImport) -> None:
        """Offer what was chosen for the last file with the same columns."""
        words = self.tr("A file with these columns was imported before: {file}, {when}.").format(
            file=peer_text(found.file, 60), when=self._formats.time(found.imported_ms)
        )
        self._offer.say(words, "info", (self.tr("Use the same choices"), lambda: self._use(found)))

    def _use(self, found: RememberedImport) -> None:
        self._offer.hide()
        self._given_columns = dict(found.columns)
        for name, setting in self._settings.items():
            value = str(getattr(found, name))
            if value:
                setting.give(value)
        if found.terms_days:
            with QSignalBlocker(self._terms):
                self._terms.setValue(found.terms_days)
        self.changed.emit()

    def reset(self) -> None:
        """Forget what was chosen for another file."""
        self._offer.hide()
        self._given_columns = {}
        self._needs_currency = True
        for setting in self._settings.values():
            setting.given = False

    @property
    def currency(self) -> str:
        """The currency for rows that name none, empty if none is chosen."""
        return self._settings["currency"].value or ""

    def what_is_missing(self) -> str:
        """Return what has still to be said before the import can go on; empty if nothing."""
        missing = [field for field in REQUIRED if self._fields[field].box.currentData() in (None, -1)]
        if missing:
            names = listed(self._words.field(field) for field in missing)
            return self.tr("Say which column has: {names}.").format(names=names)
        return "" if self.currency or not self._needs_currency else self.tr("Choose the currency of the invoices.")

    def options(self) -> ImportOptions:
        """Return what the user has said about the file; what was only detected is detected again."""
        given = {name: setting.value if setting.given else None for name, setting in self._settings.items()}
        return ImportOptions(
            currency=given["currency"],
            terms_days=self._terms.value() if not self._terms.isHidden() else None,
            encoding=given["encoding"],
            delimiter=given["delimiter"],
            date_order=given["date_order"],
            decimal_mark=given["decimal_mark"],
            columns=dict(self._given_columns) or None,
        )


def _is_by_terms_of_all(said: Assumption) -> bool:
    """Return whether some rows are due by the days of credit that are said for all rows, or by the default."""
    by_option = said.code is AssumptionCode.DUE_BY_TERMS and said.values["source"] == "option"
    return by_option or said.code is AssumptionCode.DUE_BY_DEFAULT_TERMS

"""The wizard's second step: what was detected about the file and why, and which column is what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from cohong.api.views import RememberedImport
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.pages.import_wizard_words import DELIMITER_NAMES, ENCODING_NAMES, ImportWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.form_field import FIRST_CURRENCIES
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel
from cohong.importing.invoices import Detection, Field, FileFormat, ImportOptions
from cohong.primitives.money import MINOR_DIGITS

REQUIRED: Final = (Field.CUSTOMER, Field.NUMBER, Field.ISSUED, Field.AMOUNT)
_OPTIONAL: Final = (
    Field.CUSTOMER_NAME, Field.DUE, Field.TERMS_DAYS, Field.SETTLED, Field.CURRENCY, Field.STATUS, Field.DESCRIPTION,
)  # fmt: skip
_ENCODINGS: Final = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
_SAMPLES: Final = 3
_NONE: Final = ""
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
        self._notes = Banner()
        self._offer = Banner()
        self._settings: dict[str, _Setting] = {}
        self._fields: dict[Field, _FieldLine] = {}
        self._terms = QSpinBox()
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
            setting = self._settings[name] = _Setting(title, choices, self.tr("Choose"))
            setting.box.activated.connect(self.changed)
            grid.addWidget(Label(title, "muted"), number, 0)
            grid.addWidget(setting.box, number, 1)
            grid.addWidget(setting.badge, number, 2)
            grid.addWidget(setting.why, number, 3)
        return grid

    def _mapping_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(2))
        grid.setColumnStretch(2, 1)
        for column, title in enumerate((self.tr("Field"), self.tr("Column of the file"), self.tr("First values"))):
            grid.addWidget(Label(title, "caption"), 0, column)
        for number, field in enumerate((*REQUIRED, *_OPTIONAL), 1):
            line = self._fields[field] = _FieldLine(self._words.field(field), needed=field in REQUIRED)
            line.box.activated.connect(lambda _index, field=field: self._column_chosen(field))
            grid.addWidget(line.name, number, 0)
            grid.addWidget(line.box, number, 1)
            grid.addWidget(line.sample, number, 2)
        self._terms_label = Label(self.tr("Days of credit, for all rows"), "muted")
        grid.addWidget(self._terms_label, len(self._fields) + 1, 0)
        grid.addWidget(self._terms, len(self._fields) + 1, 1)
        return grid

    # Showing

    def set_format(self, found: FileFormat) -> None:
        """Show what was detected."""
        rows = self.tr("%Ln row(s)", "", found.rows)
        size = self._formats.bytes(found.unpacked_bytes)
        self._found.title_label.setText(self.tr("What was found: {rows}, {size}").format(rows=rows, size=size))
        dates = next(iter(found.date_orders.values()), None)
        for name, detection in (
            ("encoding", found.encoding), ("delimiter", found.delimiter), ("date_order", dates),
            ("decimal_mark", found.decimal_mark), ("currency", found.currency),
        ):  # fmt: skip
            self._settings[name].show_detection(detection, self._words)
        self._settings["currency"].ask(found.needs_currency and not found.currency.value)
        self.set_headers(found.headers)
        for field, line in self._fields.items():
            choice = found.columns.get(field)
            index = choice.index if choice is not None else -1
            line.show_choice(index, _samples(found.sample, index))
        without_due = Field.DUE not in found.columns and Field.TERMS_DAYS not in found.columns
        self._terms_label.setVisible(without_due)
        self._terms.setVisible(without_due)
        self._say_notes([words for said in found.assumptions if (words := self._words.assumption(said))])

    def set_headers(self, headers: Sequence[str]) -> None:
        """Offer these columns."""
        for line in self._fields.values():
            line.set_headers(headers)

    def say_missing(self, fields: Sequence[str]) -> None:
        """Mark the fields for which no column was found."""
        missing = [field for field in self._fields if str(field) in fields]
        for field in missing:
            self._fields[field].show_choice(-1, ())
        names = listed(self._words.field(field) for field in missing)
        self._notes.say(self.tr("Say which column has: {names}.").format(names=names), "warning", closable=False)

    def _say_notes(self, notes: list[str]) -> None:
        if notes:
            self._notes.say("\n".join(notes), "warning", closable=False)
        else:
            self._notes.hide()

    # What was chosen

    def _column_chosen(self, field: Field) -> None:
        number = self._fields[field].box.currentData()
        # By its number: two columns may have the same header.
        self._given_columns[str(field)] = f"#{number + 1}" if number >= 0 else _NONE
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
        return "" if self.currency else self.tr("Choose the currency of the invoices.")

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


class _Setting:
    """One line of what was found: a box to change it, how sure it is, and why."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], ask_words: str) -> None:
        self.given = False
        self._ask_words = ask_words
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setMinimumWidth(180)
        for value, text in choices:
            self.box.addItem(text, value)
        self.box.activated.connect(self._choose)
        self.badge = Badge()
        self.why = MutedLabel(wrap=False)

    def _choose(self) -> None:
        self.given = True

    def give(self, value: str) -> None:
        """Choose as the user would."""
        self.given = True
        self._show(value)

    @property
    def value(self) -> str | None:
        value = self.box.currentData()
        return None if value is None else str(value)

    def show_detection(self, detection: Detection | None, words: ImportWords) -> None:
        if detection is None:
            self.badge.hide()
            self.why.setText("")
            return
        self._show(detection.value)
        self.badge.set_badge(*words.confidence(detection.confidence))
        self.badge.show()
        self.why.setText(words.why(detection))

    def _show(self, value: str) -> None:
        with QSignalBlocker(self.box):
            index = self.box.findData(value)
            if index < 0 and value:
                self.box.addItem(ENCODING_NAMES.get(value, value), value)
                index = self.box.count() - 1
            if index >= 0 or not self.given:
                self.box.setCurrentIndex(index)

    def ask(self, needed: bool) -> None:
        """Mark that nothing was found and the user must choose."""
        if needed and not self.given:
            self.box.setCurrentIndex(-1)
            self.box.setPlaceholderText(self._ask_words)
        self.box.setProperty("wrong", needed and not self.given)


class _FieldLine:
    """One line of the mapping: the field, the box of columns, the first values of the chosen one."""

    def __init__(self, name: str, *, needed: bool) -> None:
        self.name = Label(f"{name} *" if needed else name, "strong" if needed else "")
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setMinimumWidth(240)
        self.sample = ElidedLabel("", "muted")
        self._headers: tuple[str, ...] = ()

    def set_headers(self, headers: Sequence[str]) -> None:
        if tuple(headers) == self._headers:
            return
        self._headers = tuple(headers)
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem("–", -1)
            for number, header in enumerate(headers):
                self.box.addItem(peer_text(header, 60) or str(number + 1), number)

    def show_choice(self, index: int, samples: Sequence[str]) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(index))
        self.sample.set_full_text("   ·   ".join(peer_text(value, 40) for value in samples))


def _samples(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    """Return the first few different values of a column."""
    if index < 0:
        return []
    values = dict.fromkeys(row[index] for row in rows if index < len(row) and row[index].strip())
    return list(values)[:_SAMPLES]

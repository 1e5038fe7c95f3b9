"""A field of a form: its name above, a hint or what is wrong with it below; and the fields for money and days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.choice_fields import ChoiceBox, DayBox
from cohong.desktop.widgets.labels import Label
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS, minor_digits

FIRST_CURRENCIES: Final = ("HKD", "CNY", "USD", "EUR", "SGD", "JPY", "GBP", "MOP", "TWD")

TEXT_AREA_PX: Final = 84

_PLAIN: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)


class FormField(QWidget):
    """Wraps an input widget; `set_error` says under it what is wrong, and to a screen reader as well."""

    def __init__(self, name: str, editor: QWidget, hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        label = Label(name, "small")
        label.setBuddy(editor)
        editor.setAccessibleName(name)
        self._below = Label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(label)
        column.addWidget(editor)
        column.addWidget(self._below)
        self.set_error("")

    @property
    def error(self) -> str:
        """What is said to be wrong; empty if nothing."""
        return self._below.text() if self._below.property("look") == "danger" else ""

    def set_error(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self._below.set_look("danger" if text else "caption")
        self._below.setText(text or self._hint)
        self._below.setVisible(bool(text or self._hint))
        self.editor.setProperty("wrong", bool(text))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setAccessibleDescription(text or self._hint)

    def set_hint(self, text: str) -> None:
        """Say something else where nothing is wrong."""
        self._hint = text
        if not self.error:
            self.set_error("")


class AmountField(QWidget):
    """An amount and its currency."""

    def __init__(self, currency: str = "HKD", *, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = QLineEdit()
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.figure.setPlaceholderText("0.00")
        self.figure.setMaxLength(26)
        self.currency = currency_box(currency)
        self.currency.setEnabled(not fixed)
        self.currency.setAccessibleName(self.tr("Currency"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.currency)
        row.addWidget(self.figure, stretch=1)
        self.setFocusProxy(self.figure)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.figure.setAccessibleName(name)

    def amount_minor(self) -> int | None:
        """Return what was typed in minor units, or None if it is no amount of the currency."""
        return parse_amount(self.figure.text(), self.code())

    def code(self) -> str:
        """Return the currency's code."""
        return str(self.currency.currentData())

    def problem(self) -> str:
        """Return what is wrong with the amount, in words; empty if nothing is."""
        text = self.figure.text().strip()
        if not text:
            return self.tr("Say how much.")
        if self.amount_minor() is None:
            digits = minor_digits(self.code())
            example = "48,200" + ("." + "50000"[:digits] if digits else "")
            return self.tr("Write the amount as {example}.").format(example=example)
        return ""


class TextArea(QPlainTextEdit):
    """A few lines to write in. A record has none of the line breaks: they become blanks."""

    def __init__(self, chars_max: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chars_max = chars_max
        self.setTabChangesFocus(True)
        self.setFixedHeight(TEXT_AREA_PX)

    def said(self) -> str:
        """Return what was written, as a record has it."""
        return " ".join(self.toPlainText().split())

    def problem(self) -> str:
        """Return what is wrong with it, in words; empty if nothing is."""
        if not self.said():
            return self.tr("Say what this is about.")
        if len(self.said()) > self._chars_max:
            return self.tr("At most %n character(s).", "", self._chars_max)
        return ""


def parse_amount(text: str, currency: str) -> int | None:
    """Return `48,200.00` in minor units of `currency`; None if it is no amount from 1 to AMOUNT_MINOR_MAX.

    Groups of three and a decimal point only, and no more decimals than the currency has: what could be read two
    ways is not guessed.
    """
    match = _PLAIN.fullmatch(text.strip())
    if match is None or len(text) > 30:
        return None
    digits = minor_digits(currency)
    fraction = match.group(2) or ""
    if len(fraction) > digits:
        return None
    minor = int(match.group(1).replace(",", "")) * 10**digits + int(fraction.ljust(digits, "0") or "0")
    return minor if 0 < minor <= AMOUNT_MINOR_MAX else None


def currency_box(chosen: str = "HKD") -> QComboBox:
    """Return a box of all currencies, those of the region first."""
    box = ChoiceBox()
    rest = sorted(code for code in MINOR_DIGITS if code not in FIRST_CURRENCIES)
    for code in (*FIRST_CURRENCIES, *rest):
        box.addItem(code, code)
    box.insertSeparator(len(FIRST_CURRENCIES))
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def day_field(day: str = "") -> QDateEdit:
    """Return a field for a day, today if none is given."""
    field = DayBox()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setDateRange(QDate(1970, 1, 1), QDate(2199, 12, 31))
    field.setDate(QDate.fromString(day, Qt.DateFormat.ISODate) if day else QDate.currentDate())
    return field


def day_of(field: QDateEdit) -> str:
    """Return the field's day as 'YYYY-MM-DD'."""
    return field.date().toString(Qt.DateFormat.ISODate)


def member_box(members: Sequence[tuple[str, str]]) -> QComboBox:
    """Return a box of members, (id, name) each, that is searched by any part of the name; none is chosen at first."""
    box = ChoiceBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    for member, name in members:
        box.addItem(name, member)
    box.setCurrentIndex(-1)
    completer = box.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return box


def member_of(box: QComboBox) -> str:
    """Return the id of the member whose name stands in the box, empty if it is nobody's.

    Of two with the same name it is the one that was picked from the list.
    """
    index = box.currentIndex()
    if index < 0 or box.itemText(index) != box.currentText():
        index = box.findText(box.currentText().strip(), Qt.MatchFlag.MatchFixedString)
    return str(box.itemData(index)) if index >= 0 else ""

"""What a file's columns are told apart by: a setting that was detected, and a grid of fields with their columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout

from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.import_wizard_words import ENCODING_NAMES, ImportWords
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel
from cohong.importing.invoices import Detection

_SAMPLES: Final = 3


class Setting:
    """One line of what was found: a box to change it, how sure it is, and why."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], ask_words: str) -> None:
        self.given = False
        self._ask_words = ask_words
        self.name = Label(name, "muted")
        self.box = ChoiceBox()
        self.box.setAccessibleName(name)
        self.box.setMinimumWidth(180)
        for value, text in choices:
            self.box.addItem(text, value)
        self.box.activated.connect(self._choose)
        self.badge = Badge()
        self.why = MutedLabel(wrap=False)

    def set_visible(self, visible: bool) -> None:
        for widget in (self.name, self.box, self.badge, self.why):
            widget.setVisible(visible)

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


class FieldLine:
    """One line of the mapping: the field, the box of columns, the first values of the chosen one."""

    def __init__(self, name: str, *, needed: bool) -> None:
        self.name = Label(f"{name} *" if needed else name, "strong" if needed else "")
        self.box = ChoiceBox()
        self.box.setAccessibleName(name)
        self.box.setMinimumWidth(240)
        self.element = MutedLabel(wrap=False)
        self.element.hide()
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

    def set_fixed(self, fixed: bool, *, shown: bool) -> None:
        """Show in plain text where the field comes from, if there is nothing to choose."""
        self.element.setText(self.box.currentText())
        for widget in (self.name, self.sample):
            widget.setVisible(shown)
        self.box.setVisible(shown and not fixed)
        self.element.setVisible(shown and fixed)

    def show_choice(self, index: int, rows: Sequence[Sequence[str]] = ()) -> None:
        """Show which column was chosen, -1 for none, with its first few different values in the rows."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(index))
        self.sample.set_full_text("   ·   ".join(peer_text(value, 40) for value in _samples(rows, index)))

    @property
    def column(self) -> str:
        """The chosen column as an import takes it, empty for none."""
        number = self.box.currentData()
        # By its number: two columns may have the same header.
        return f"#{number + 1}" if number is not None and number >= 0 else ""


class FieldGrid(QGridLayout):
    """Fields under heads; `source` says what they are read from."""

    def __init__(self, lines: Sequence[FieldLine]) -> None:
        super().__init__()
        self.setHorizontalSpacing(space(4))
        self.setVerticalSpacing(space(2))
        self.setColumnStretch(2, 1)
        self.source = Label(self.tr("Column of the file"), "caption")
        for place, head in enumerate((
            Label(self.tr("Field"), "caption"), self.source, Label(self.tr("First values"), "caption")
        )):  # fmt: skip
            self.addWidget(head, 0, place)
        for number, line in enumerate(lines, 1):
            self.addWidget(line.name, number, 0)
            self.addWidget(line.box, number, 1)
            self.addWidget(line.element, number, 1)
            self.addWidget(line.sample, number, 2)


def _samples(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    """Return the first few different values of a column."""
    if index < 0:
        return []
    values = dict.fromkeys(row[index] for row in rows if index < len(row) and row[index].strip())
    return list(values)[:_SAMPLES]

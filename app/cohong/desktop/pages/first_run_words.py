"""First run: the recovery words, shown once, asked for, or typed in to restore."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit

from cohong.desktop.pages.first_run_steps import Step
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.words_field import WordsField

_COLUMNS: Final = 4
_ASKED: Final = 3


class RestoreStep(Step):
    """Takes the words of an earlier profile."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Your recovery words"),
            self.tr("Type or paste all 24 words, in order. Your records come back from the other members."),
        )
        self._field = WordsField()
        self.column.addWidget(self._field)

    @property
    def words(self) -> list[str] | None:
        return self._field.words

    def what_is_missing(self) -> str:
        return "" if self.words else self.tr("All 24 words are needed.")

    def entered(self) -> None:
        self._field.setFocus()

    def forget(self) -> None:
        """Empty the field once the profile is made."""
        self._field.clear()


class ShowWordsStep(Step):
    """The 24 words in a grid. They can't be selected: a clipboard is read by other programs."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Write down your recovery words"),
            self.tr(
                "If you forget the passphrase or lose this computer, these 24 words are the only way back. "
                "They are shown only now."
            ),
        )
        self.next_text = self.tr("I have written them down")
        self._grid = QGridLayout()
        self._grid.setSpacing(space(2))
        self.column.addLayout(self._grid)
        note = QHBoxLayout()
        note.setSpacing(space(2.5))
        note.addWidget(IconLabel("shield", "text_muted"), alignment=Qt.AlignmentFlag.AlignTop)
        note.addWidget(
            MutedLabel(self.tr("On paper, not in a photo or a file. Who has these words can sign in your name.")),
            stretch=1,
        )
        self.column.addLayout(note)

    def set_words(self, words: Sequence[str]) -> None:
        """Show these words, or none any more."""
        while (item := self._grid.takeAt(0)) is not None:
            if (cell := item.widget()) is not None:
                cell.deleteLater()
        lines = -(-len(words) // _COLUMNS)
        for index, word in enumerate(words):
            self._grid.addWidget(_word_cell(index + 1, word), index % lines, index // lines)


class AskWordsStep(Step):
    """Asks for three of the words, to know that they were written down."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Check what you wrote down"), self.tr("Type these three of your words, from your paper.")
        )
        self._words: Sequence[str] = ()
        self._asked: list[int] = []
        self._labels = [Label("", "strong") for _ in range(_ASKED)]
        self.edits = [QLineEdit() for _ in range(_ASKED)]
        for label, edit in zip(self._labels, self.edits, strict=True):
            self.column.addWidget(label)
            self.column.addWidget(edit)

    def set_words(self, words: Sequence[str]) -> None:
        """Draw three of these words to ask for."""
        self._words = tuple(words)
        count = min(_ASKED, len(words))
        self._asked = sorted(secrets.SystemRandom().sample(range(len(words)), count))
        for place, label, edit in zip(self._asked, self._labels, self.edits, strict=False):
            text = self.tr("Word {number}").format(number=place + 1)
            label.setText(text)
            edit.setAccessibleName(text)
            edit.clear()

    @property
    def asked(self) -> list[int]:
        """The places, from 0, of the words asked for."""
        return self._asked

    def what_is_missing(self) -> str:
        for place, edit in zip(self._asked, self.edits, strict=False):
            if edit.text().strip().lower() != self._words[place]:
                edit.setFocus()
                return self.tr("Word {number} is not that. Go back and look again.").format(number=place + 1)
        return ""

    def entered(self) -> None:
        self.edits[0].setFocus()


def _word_cell(number: int, word: str) -> QFrame:
    cell = QFrame()
    cell.setObjectName("word")
    row = QHBoxLayout(cell)
    row.setContentsMargins(space(3), space(2), space(3), space(2))
    row.setSpacing(space(2))
    count = Label(str(number), "caption")
    count.setFixedWidth(space(5))
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(count)
    row.addWidget(Label(word, "strong"), stretch=1)
    return cell

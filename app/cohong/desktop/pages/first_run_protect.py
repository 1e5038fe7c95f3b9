"""First run: the passphrase."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from cohong.desktop.pages.first_run_steps import Step
from cohong.desktop.passphrases import CHARS_MIN, suggest_passphrase
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.password_field import PasswordField

_DIFFERENT_CHARS_MIN: Final = 5


class ProtectStep(Step):
    """A passphrase of one's own or six words, typed twice unless it can be read."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Protect your records"),
            self.tr(
                "The passphrase encrypts everything on this computer. "
                "We cannot reset it: nobody but you can open your records."
            ),
        )
        self.next_text = self.tr("Create profile")
        self._suggested = ""
        self.first = PasswordField(name=self.tr("Passphrase"))
        self.again = PasswordField(name=self.tr("The same again"))
        self._length = Label("", "muted")
        self._suggest = SecondaryButton(self.tr("Suggest six words"), "key")
        self._suggest.clicked.connect(self.suggest)
        self.first.edit.textChanged.connect(self._count)
        self._lay_out()
        self._count()

    @property
    def passphrase(self) -> str:
        """The passphrase, NFKC-normalised so that another keyboard's characters open the profile too."""
        return unicodedata.normalize("NFKC", self.first.text)

    def what_is_missing(self) -> str:
        if len(self.passphrase) < CHARS_MIN:
            return self.tr("Use at least {chars} characters, or let six words be suggested.").format(chars=CHARS_MIN)
        if len(set(self.passphrase)) < _DIFFERENT_CHARS_MIN:
            return self.tr("That passphrase is too easy to guess. Let six words be suggested.")
        if self.first.text not in (self._suggested, self.again.text):
            return self.tr("The two passphrases are not the same.")
        return ""

    def entered(self) -> None:
        self.first.edit.setFocus()

    def forget(self) -> None:
        """Empty the fields once the profile is made."""
        self._suggested = ""
        self.first.clear()
        self.again.clear()

    def suggest(self) -> None:
        """Fill in a suggestion, readable, since the user has to write it down."""
        self._suggested = suggest_passphrase()
        self.first.set_text(self._suggested, visible=True)
        self.again.set_text(self._suggested, visible=True)

    def _count(self) -> None:
        chars = len(self.passphrase)
        if chars < CHARS_MIN:
            self._length.set_look("muted")
            self._length.setText(self.tr("{chars} of at least {min} characters").format(chars=chars, min=CHARS_MIN))
        else:
            self._length.set_look("good")
            self._length.setText(self.tr("Long enough"))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(Label(self.tr("Passphrase"), "strong"))
        above.addStretch(1)
        above.addWidget(self._suggest)
        self.column.addLayout(above)
        self.column.addWidget(self.first)
        self.column.addWidget(self._length)
        self.column.addWidget(Label(self.tr("The same again"), "strong"))
        self.column.addWidget(self.again)
        self.column.addSpacing(space(1))
        note = QHBoxLayout()
        note.setSpacing(space(2.5))
        note.addWidget(IconLabel("info", "text_muted"), alignment=Qt.AlignmentFlag.AlignTop)
        note.addWidget(
            MutedLabel(
                self.tr(
                    "A sentence that only you would write is good; so are six random words. Write it down and keep "
                    "the paper where you keep other valuables."
                )
            ),
            stretch=1,
        )
        self.column.addLayout(note)

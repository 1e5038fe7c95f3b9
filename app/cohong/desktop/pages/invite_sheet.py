"""The sheet that invites somebody: as what and for how long, then the text to hand over, also as a file and QR code."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.views import InviteMade
from cohong.desktop.pages.motion_form import DAYS_MAX, number_field
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.choice_card import ChoiceCard
from cohong.desktop.widgets.copy_field import CopyField
from cohong.desktop.widgets.form_field import FormField
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.qr_code import QrCode, qr_codes
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.warning_list import WarningList

DAYS: Final = 14
FILE_NAME: Final = "cohong-invitation.txt"


class InviteSheet(Sheet):
    """Makes an invitation and shows it once."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, "", width=560)
        title = self.tr("Invite somebody")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._page = page
        # Made once: a second press after a lost answer makes no second invitation.
        self._key = secrets.token_hex(16)
        self._dialog: QFileDialog | None = None
        self._join = ChoiceCard(
            self.tr("As a member"),
            self.tr("May ask to join. Reads and writes once the voters have admitted it by a motion."),
            "members",
        )
        self._observe = ChoiceCard(
            self.tr("As an observer"),
            self.tr("Reads the whole book at once, without a vote of anybody. Never writes: an auditor, a bank."),
            "eye",
        )
        self._days = number_field(DAYS, 1, DAYS_MAX)
        self._question = self._make_question()
        self.body.addWidget(self._question)
        self._cancel = QuietButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.dismiss)
        self._make = PrimaryButton(self.tr("Make the invitation"))
        self._make.clicked.connect(self.make)
        self.footer.addStretch(1)
        self.footer.addWidget(self._cancel)
        self.footer.addWidget(self._make)

    def _make_question(self) -> QWidget:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        group = QButtonGroup(self)
        for card in (self._join, self._observe):
            group.addButton(card)
            column.addWidget(card)
        self._join.setChecked(True)
        days = FormField(self.tr("Can be used for so many days"), self._days)
        days.setMaximumWidth(260)
        column.addWidget(days)
        return question

    @slot_task
    async def make(self) -> None:
        """Make the invitation that was chosen, and show it."""
        role = "observe" if self._observe.isChecked() else "join"
        self.locked = True
        try:
            params = requests.MakeInvite(role=role, days=self._days.value(), key=self._key)  # type: ignore[arg-type]  # one of the two roles
            made: InviteMade = await self._page.client.call("invite.make", params)
        finally:
            self.locked = False
        self._show_made(made)

    def _show_made(self, made: InviteMade) -> None:
        self._question.hide()
        self._make.hide()
        self._cancel.hide()
        self.title.setText(self.tr("Your invitation"))
        until = self._page.shell.formats.until(made.valid_until_ms)
        words = self.tr("It can be used once, until {time}. Whoever has it can use it: give it to nobody else.")
        self.body.addWidget(WarningList([words.format(time=until)]))
        self.body.addWidget(MutedLabel(self._what_next(made.role)))
        self._text = made.text
        self.body.addWidget(CopyField(made.text, name=self.tr("Invitation"), lines=2))
        self.body.addWidget(QrPages(made.text), alignment=Qt.AlignmentFlag.AlignHCenter)
        status = self._page.shell.status
        if status is not None:
            known = self.tr("Whoever comes in finds you as {words}: compare that over the telephone.")
            self.body.addWidget(MutedLabel(known.format(words=status.id_words)))
        save = SecondaryButton(self.tr("Save as a file"), "file")
        save.clicked.connect(self._choose_file)
        done = PrimaryButton(self.tr("Done"))
        done.clicked.connect(self.dismiss)
        self.footer.addWidget(save)
        self.footer.addWidget(done)
        self.fit_soon()
        done.setFocus()

    def _what_next(self, role: str) -> str:
        if role == "observe":
            return self.tr("Whoever uses it reads the whole book from then on, and every new record.")
        return self.tr("Whoever uses it asks to join. You see the request under Members, and put it to the vote there.")

    def _choose_file(self) -> None:
        self._dialog = QFileDialog(self, self.tr("Save the invitation"), str(Path.home() / FILE_NAME))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.fileSelected.connect(self.save_as)
        self._dialog.open()

    def save_as(self, path: str) -> None:
        """Write the text to a file that only this user may read."""
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
                file.write(f"{self._text}\n")
        except OSError:
            self.show_error(self.tr("The file could not be written. Choose another folder."))
            return
        self._page.shell.toast(self.tr("Saved."), level="good")


class QrPages(QWidget):
    """The QR code of a text; where there are several, one after the other."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._codes = qr_codes(text)
        self._place = 0
        self._code = QrCode()
        self._back = IconButton("chevron-left", self.tr("Code before"))
        self._on = IconButton("chevron-right", self.tr("Next code"))
        self._back.clicked.connect(lambda: self._go(-1))
        self._on.clicked.connect(lambda: self._go(1))
        self._count = Label("", "strong")
        hint = self.tr("The text is too long for one code. Scan all of them in order, and paste the parts together.")
        turn = QHBoxLayout()
        turn.addStretch(1)
        for widget in (self._back, self._count, self._on):
            turn.addWidget(widget)
        turn.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._code, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(turn)
        several = len(self._codes) > 1
        if several:
            column.addWidget(MutedLabel(hint))
        else:
            for widget in (self._back, self._count, self._on):
                widget.hide()
        if not self._codes:
            self.hide()
        self._go(0)

    def _go(self, by: int) -> None:
        if not self._codes:
            return
        self._place = min(max(0, self._place + by), len(self._codes) - 1)
        count = self.tr("{number} of {count}").format(number=self._place + 1, count=len(self._codes))
        name = self.tr("QR code of the invitation")
        self._code.set_code(self._codes[self._place], f"{name} ({count})" if len(self._codes) > 1 else name)
        self._count.setText(count)
        self._back.setEnabled(self._place > 0)
        self._on.setEnabled(self._place < len(self._codes) - 1)

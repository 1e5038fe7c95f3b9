"""Settings: change the passphrase."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop import wording
from cohong.desktop.node_client import NodeClient
from cohong.desktop.passphrases import CHARS_MIN
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.labels import Label, NamedHint
from cohong.desktop.widgets.password_field import PasswordField


class PassphraseForm(QWidget):
    """A line with a button; opens into three fields."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._fields = QWidget()
        self.old = PasswordField(name=self.tr("Present passphrase"))
        self.new = PasswordField(name=self.tr("New passphrase"))
        self.again = PasswordField(name=self.tr("New passphrase again"))
        self._wrong = Label("", "danger", wrap=True)
        self._open_button = SecondaryButton(self.tr("Change…"))
        self._change_button = PrimaryButton(self.tr("Change passphrase"))
        self._lay_out()
        self._open(False)

    def show_error(self, text: str) -> None:
        """Say below the fields what is wrong with them."""
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _open(self, opened: bool) -> None:
        self._fields.setVisible(opened)
        self._open_button.setVisible(not opened)
        self.show_error("")
        for field in (self.old, self.new, self.again):
            field.clear()
        if opened:
            self.old.edit.setFocus()

    @slot_task
    async def change(self) -> None:
        """Have the passphrase slot rewritten; the recovery words stay as they are."""
        new = unicodedata.normalize("NFKC", self.new.text)
        self.show_error("")
        if len(new) < CHARS_MIN:
            self.show_error(wording.error_text(ApiError(ApiErrorCode.WEAK_PASSPHRASE)))
        elif self.new.text != self.again.text:
            self.show_error(self.tr("The two new passphrases are not the same."))
        else:
            old = unicodedata.normalize("NFKC", self.old.text)
            await self._client.call("profile.passphrase", requests.ChangePassphrase(old=old, new=new))
            self._open(False)
            self._shell.toast(self.tr("The passphrase was changed."), level="good")

    def _lay_out(self) -> None:
        hint = self.tr("Opens your records on this computer. Your recovery words stay the same.")
        head = QHBoxLayout()
        head.addWidget(NamedHint(self.tr("Passphrase"), hint), stretch=1)
        head.addWidget(self._open_button)
        self._open_button.clicked.connect(lambda: self._open(True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(head)
        column.addWidget(self._fields)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        for field in (self.old, self.new, self.again):
            field.setMaximumWidth(420)
            column.addWidget(Label(field.edit.accessibleName(), "strong"))
            column.addWidget(field)
        column.addWidget(self._wrong)
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(lambda: self._open(False))
        self._change_button.clicked.connect(self.change)
        buttons = QHBoxLayout()
        buttons.addWidget(self._change_button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

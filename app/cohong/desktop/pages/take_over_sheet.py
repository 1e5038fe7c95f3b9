"""The sheet with which a device takes the pen that another one has handed over."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cohong.api import requests
from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.password_field import PasswordField
from cohong.desktop.widgets.sheet import Sheet


class TakeOverSheet(Sheet):
    """Asks for the passphrase and the file."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell) -> None:
        super().__init__(place, "", width=560)
        self._client = client
        self._shell = shell
        self._dialog: QFileDialog | None = None
        title = self.tr("Sign on this device")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.passphrase = PasswordField(name=self.tr("Passphrase of the other device"))
        self._choose_button = PrimaryButton(self.tr("Choose the file…"))
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (
            self.tr("Hand the pen over in the settings of the device that signs now, and bring the file here."),
            self.tr("Signing begins here once all that you signed there has come from the other members."),
        ):
            self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(Label(self.passphrase.edit.accessibleName(), "strong"))
        self.body.addWidget(self.passphrase)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._choose_button.clicked.connect(self._choose)
        self.footer.addWidget(cancel)
        self.footer.addStretch(1)
        self.footer.addWidget(self._choose_button)

    def _choose(self) -> None:
        self._dialog = QFileDialog(self, self.tr("Hand-over file"), str(Path.home()))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.fileSelected.connect(self.take_over)
        self._dialog.open()

    @slot_task
    async def take_over(self, path: str) -> None:
        """Have the node take the pen."""
        passphrase = unicodedata.normalize("NFKC", self.passphrase.text)
        self.locked = True
        try:
            await self._client.call("profile.take_over", requests.UseFile(path=path, passphrase=passphrase))
        finally:
            self.locked = False
        self.dismiss()
        self._shell.toast(self.tr("The pen is taken over."), level="good")

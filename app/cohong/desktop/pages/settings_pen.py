"""Settings: whether this device signs, handing the pen over to another one, and taking it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from cohong.api import requests
from cohong.api.views import DeviceView, NodeStatus
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.take_over_sheet import TakeOverSheet
from cohong.desktop.pen_wording import pen_text
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import DangerButton, SecondaryButton
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.labels import Label, NamedHint
from cohong.desktop.widgets.password_field import PasswordField
from cohong.desktop.widgets.sheet import Sheet


class PenForm(QWidget):
    """A line that says whether this device signs, with a button for each sheet."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._hint = NamedHint(self.tr("Pen"), "")
        self._button = SecondaryButton(self.tr("Hand over…"))
        self._button.clicked.connect(self.open)
        self._take_button = SecondaryButton(self.tr("Take over…"))
        self._take_button.clicked.connect(self.open_take_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(6))
        row.addWidget(self._hint, stretch=1)
        row.addWidget(self._take_button)
        row.addWidget(self._button)
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)

    def open(self) -> None:
        """Ask for what a hand-over needs."""
        sheet = HandOverSheet(self, self._client, self._shell)
        sheet.list_devices()
        sheet.open()

    def open_take_over(self) -> None:
        """Ask for what it needs to take the pen."""
        TakeOverSheet(self, self._client, self._shell).open()

    def _follow(self, status: NodeStatus | None) -> None:
        if status is None:
            return
        if status.pen.is_overridden:
            words = self.tr("This device signs all the same, as you decided, until the node is closed.")
        else:
            words = pen_text(status.pen) or self.tr("This device signs. One device of a member does at a time.")
        self._hint.set_hint(words)
        # Once more where the file was not made, or was lost.
        self._button.setVisible(status.pen.why in ("", "handed-over") and bool(status.network))
        self._take_button.setVisible(status.pen.why in ("handed-over", "taken-twice", "reads-along"))


class HandOverSheet(Sheet):
    """Asks for the passphrase and a place for the file, and says what it means."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell) -> None:
        super().__init__(place, "", width=560)
        self._client = client
        self._shell = shell
        self._dialog: QFileDialog | None = None
        title = self.tr("Hand the pen over to another device")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.passphrase = PasswordField(name=self.tr("Passphrase"))
        self.to = ChoiceBox()
        self.to.setAccessibleName(self.tr("The device that is to sign"))
        self.to.addItem(self.tr("A new device"), "")
        self.understood = QCheckBox(self.tr("This device is to sign nothing until the pen comes back."))
        self.button = DangerButton(self.tr("Save the file and stop signing here"))
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (
            self.tr("A file is made that the other device takes over with, in its settings or when it is set up."),
            self.tr(
                "From then on this device signs nothing, whatever becomes of the file. It reads along and keeps its "
                "drafts, and the pen can be handed back to it."
            ),
            self.tr(
                "Whoever has the file and the passphrase can sign as you. It can be used once; passphrase and recovery "
                "words stay the same."
            ),
        ):
            self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(Label(self.to.accessibleName(), "strong"))
        self.body.addWidget(self.to)
        self.body.addWidget(Label(self.passphrase.edit.accessibleName(), "strong"))
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.understood)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.button.setEnabled(False)
        self.understood.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self._choose)
        self.footer.addWidget(self.button)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)

    @slot_task
    async def list_devices(self) -> None:
        """Offer the devices that read along."""
        devices: list[DeviceView] = await self._client.call("device.list")
        for device in devices:
            if not device.is_this and not device.is_member:
                self.to.addItem(peer_text(device.name), device.key)

    def _choose(self) -> None:
        self._dialog = QFileDialog(self, self.tr("Hand-over file"), str(Path.home() / "cohong.pen"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.fileSelected.connect(self.hand_over)
        self._dialog.open()

    @slot_task
    async def hand_over(self, path: str) -> None:
        """Have the pen closed and the file made."""
        passphrase = unicodedata.normalize("NFKC", self.passphrase.text)
        self.locked = True
        try:
            await self._client.call(
                "profile.hand_over",
                requests.HandOverFile(path=path, passphrase=passphrase, device=self.to.currentData()),
            )
        finally:
            self.locked = False
        self.dismiss()
        self._shell.toast(self.tr("The pen is handed over. Take it over with the file on the other device."))

"""Settings: the member's devices that read along, adding one by a file, and letting one in no more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import DeviceView, MemberCard, NodeStatus
from cohong.desktop.formatting import peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.settings_device_link import DEVICE_NAME_CHARS_MAX, LinkDeviceSheet
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.labels import Label, NamedHint
from cohong.desktop.widgets.sheet import Sheet


class DevicesForm(QWidget):
    """The devices, each with a button that lets it in no more; only the one that signs can change them."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._signs = False
        self._devices: Sequence[DeviceView] = ()
        self._add = SecondaryButton(self.tr("Add a device…"))
        self._add.clicked.connect(self.open)
        self._link = SecondaryButton(self.tr("Link a member…"))
        self._link.clicked.connect(self.open_link)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(2))
        head = QHBoxLayout()
        head.setSpacing(space(6))
        effect = self.tr("They read along and keep drafts, and cannot sign. One that is lost can be shut out here.")
        head.addWidget(NamedHint(self.tr("Other devices of yours"), effect), stretch=1)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self._link, self._add):
            buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(head)
        column.addLayout(self._lines)
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)

    async def shown(self) -> None:
        """Fetch the devices."""
        try:
            self._devices = await self._client.call("device.list")
        except ApiError as error:
            if error.code is not ApiErrorCode.NO_NETWORK:
                raise
        self._show()

    def open(self) -> None:
        """Ask for what a new device needs."""
        sheet = AddDeviceSheet(self, self._client, self._shell)
        sheet.closed.connect(self.refresh)
        sheet.open()

    @slot_task
    async def open_link(self) -> None:
        """Ask which member is a device too."""
        cards: list[MemberCard] = await self._client.call("members.list")
        known = {device.key for device in self._devices}
        others = [card for card in cards if not card.me and card.member not in known]
        if not others:
            self._shell.toast(self.tr("There is no other member that could be linked."), level="info")
            return
        sheet = LinkDeviceSheet(self, self._client, self._shell, others)
        sheet.closed.connect(self.refresh)
        sheet.open()

    @slot_task
    async def refresh(self) -> None:
        """Fetch the devices anew."""
        await self.shown()

    @slot_task
    async def remove(self, key: str) -> None:
        """Have the node let a device in no more."""
        await self._client.call("device.remove", requests.OfDevice(device=key))
        await self.shown()
        self._shell.toast(self.tr("The device is let in no more."))

    def _follow(self, status: NodeStatus | None) -> None:
        signs = status is not None and not status.pen.why and bool(status.network)
        for button in (self._link, self._add):
            button.setVisible(signs)
        if signs != self._signs:
            self._signs = signs
            self._show()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for device in self._devices:
            self._lines.addWidget(self._line(device))

    def _line(self, device: DeviceView) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        row.addWidget(Label(peer_text(device.name)))
        row.addWidget(Label(self._now(device), "muted"), stretch=1)
        if self._signs and not device.is_this:
            button = SecondaryButton(self.tr("Shut out"))
            button.setAccessibleName(self.tr("Shut {device} out").format(device=device.name))
            button.clicked.connect(lambda: self.remove(device.key))
            row.addWidget(button)
        return line

    def _now(self, device: DeviceView) -> str:
        if device.is_this:
            return self.tr("this device")
        if device.is_member:
            return self.tr("a member, linked") if device.is_linked else self.tr("a member that has not named you")
        return self.tr("connected") if device.connected else ""


class AddDeviceSheet(Sheet):
    """Asks for a name and a place for the file."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell) -> None:
        super().__init__(place, "", width=560)
        self._client = client
        self._shell = shell
        self._dialog: QFileDialog | None = None
        title = self.tr("Add a device that reads along")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(DEVICE_NAME_CHARS_MAX)
        self.name_edit.setAccessibleName(self.tr("Name of the device"))
        self.button = PrimaryButton(self.tr("Save the file…"))
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (
            self.tr(
                "A file is made. On the new device, choose “Add this device from another”, the file, and the "
                "passphrase of this device."
            ),
            self.tr("It has a key of its own and not yours: it can sign nothing until you hand the pen over to it."),
            self.tr("The other members can read the name."),
        ):
            self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(Label(self.name_edit.accessibleName(), "strong"))
        self.body.addWidget(self.name_edit)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.button.setEnabled(False)
        self.name_edit.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.clicked.connect(self._choose)
        self.footer.addWidget(cancel)
        self.footer.addStretch(1)
        self.footer.addWidget(self.button)

    def _choose(self) -> None:
        self._dialog = QFileDialog(self, self.tr("Device file"), str(Path.home() / "cohong.device"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.fileSelected.connect(self.make)
        self._dialog.open()

    @slot_task
    async def make(self, path: str) -> None:
        """Have the node name the device and make its file."""
        name = self.name_edit.text().strip()
        self.locked = True
        try:
            await self._client.call("device.make", requests.MakeDevice(path=path, name=name))
        finally:
            self.locked = False
        self.dismiss()
        self._shell.toast(self.tr("The file is made. Carry it to the new device."), level="good")

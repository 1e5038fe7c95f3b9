"""Settings: naming another member as a device of one's own, which is linked once it has named this one too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from cohong.api import requests
from cohong.api.views import MemberCard
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.check_card import member_names, short_id
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.sheet import Sheet

DEVICE_NAME_CHARS_MAX: Final = 40


class LinkDeviceSheet(Sheet):
    """Asks which member it is, and what it is called as a device."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell, others: Sequence[MemberCard]) -> None:
        super().__init__(place, "", width=560)
        self._client = client
        self._shell = shell
        title = self.tr("Link a member that is yours")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.member_box = ChoiceBox()
        self.member_box.setAccessibleName(self.tr("Member"))
        for card in others:
            self.member_box.addItem(f"{member_names(card)[0]} · {short_id(card.member)}", card.member)
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(DEVICE_NAME_CHARS_MAX)
        self.name_edit.setAccessibleName(self.tr("Name of the device"))
        self.button = PrimaryButton(self.tr("Sign the link"))
        self._lay_out()

    def _lay_out(self) -> None:
        for words in (
            self.tr("A device of yours may be a member of its own, with a key of its own that signs."),
            self.tr(
                "Name it here, and name this member there: once both have signed, all members see that the two belong "
                "together. Neither can sign for the other."
            ),
        ):
            self.body.addWidget(Label(words, wrap=True))
        for field in (self.member_box, self.name_edit):
            self.body.addWidget(Label(field.accessibleName(), "strong"))
            self.body.addWidget(field)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.button.setEnabled(False)
        self.name_edit.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.button.clicked.connect(self.link)
        self.footer.addWidget(cancel)
        self.footer.addStretch(1)
        self.footer.addWidget(self.button)

    @slot_task
    async def link(self) -> None:
        """Have the node name the member."""
        link = requests.LinkDevice(member=self.member_box.currentData(), name=self.name_edit.text().strip())
        self.locked = True
        try:
            await self._client.call("device.link", link)
        finally:
            self.locked = False
        self.dismiss()
        self._shell.toast(self.tr("Signed. The two are linked once the other one has named you."), level="good")

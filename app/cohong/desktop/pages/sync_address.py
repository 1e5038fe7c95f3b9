"""The sheet that tells where a member's machine listens."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from cohong.api import requests, views
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.form_field import FormField, member_box, member_of
from cohong.desktop.widgets.sheet import Sheet


class AddressSheet(Sheet):
    """Member and host:port."""

    def __init__(self, page: Page, members: list[views.MemberCard]) -> None:
        super().__init__(page, "", width=480)
        title = self.tr("Add an address")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._page = page
        names = [(card.member, member_text(card.name, card.member)) for card in members if not card.me]
        self._member = FormField(self.tr("Member"), member_box(names))
        self._address_editor = QLineEdit()
        self._address_editor.setPlaceholderText("192.0.2.7:41000")
        self._address = FormField(
            self.tr("Address"), self._address_editor, self.tr("Host and port, as the member has told you.")
        )
        self.body.addWidget(self._member)
        self.body.addWidget(self._address)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        add = PrimaryButton(self.tr("Add and connect"))
        add.clicked.connect(self._add)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(add)

    @slot_task
    async def _add(self) -> None:
        box: Any = self._member.editor
        member, address = member_of(box), self._address_editor.text().strip()
        self._member.set_error("" if member else self.tr("Choose a member of this network."))
        self._address.set_error("" if ":" in address else self.tr("Write it as host:port."))
        if member and ":" in address:
            await self._page.client.call("peer.add", requests.AddPeer(member=member, addresses=[address]))
            self._page.shell.toast(self.tr("Connecting…"))
            self.dismiss()

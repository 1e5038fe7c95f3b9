"""A form that writes one record: it says what signing means, before it is signed, and closes once it is done."""

from __future__ import annotations

import uuid
from typing import Any

from cohong.api import requests
from cohong.api.views import Written
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.sheet import Sheet


class WritingSheet(Sheet):
    """Base of the forms: `write` asks the node, then the sheet says that it is done and closes."""

    def __init__(self, page: Page, title: str, caption: str = "") -> None:
        super().__init__(page, title, caption, width=560)
        self.page = page
        # One key for all tries: a second press after a lost answer writes nothing twice.
        self.key = uuid.uuid4().hex

    def add_buttons(self, name: str, *, danger: bool = False) -> None:
        """Put Cancel and the button that signs at the foot."""
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.sign_button = DangerButton(name) if danger else PrimaryButton(name)
        self.sign_button.clicked.connect(self._sign)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.sign_button)

    def say(self, *sentences: str) -> None:
        """Add what signing means, one paragraph each."""
        for sentence in sentences:
            self.body.addWidget(Label(sentence, wrap=True))

    async def write(self) -> str:
        """Ask the node, and return what is said once it is done; empty if something has to be mended first."""
        raise NotImplementedError

    @slot_task
    async def _sign(self) -> None:
        self.locked = True
        try:
            done = await self.write()
        finally:
            self.locked = False
        if done:
            self.page.shell.toast(done, level="good")
            self.dismiss()

    async def write_record(self, kind: str, subject: str, fields: dict[str, Any]) -> Written:
        """Write a record with one key for all tries."""
        params = requests.WriteRecord(kind=kind, object=subject, fields=fields, key=self.key)
        written: Written = await self.page.client.call("record.write", params)
        return written

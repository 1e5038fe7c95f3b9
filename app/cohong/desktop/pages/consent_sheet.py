"""Asks whom the member lets read about it, what for and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from cohong.api import requests
from cohong.api.views import MemberCard
from cohong.desktop.consent_wording import PURPOSES, purpose_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.check_card import member_names, short_id
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.form_field import FormField, day_field, day_of
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.sheet import Sheet

DAYS: Final = 90
"""How long a consent holds unless the user says otherwise."""

NOTE_CHARS_MAX: Final = 500


class ConsentSheet(Sheet):
    """Gives consent to one of some members."""

    def __init__(self, place: QWidget, client: NodeClient, shell: Shell, others: Sequence[MemberCard]) -> None:
        super().__init__(place, "", width=560)
        self._client = client
        self._shell = shell
        title = self.tr("Let somebody read about you")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.reader = ChoiceBox()
        for card in others:
            self.reader.addItem(f"{member_names(card)[0]} · {short_id(card.member)}", card.member)
        self.purpose = ChoiceBox()
        for purpose in PURPOSES:
            self.purpose.addItem(purpose_text(purpose), purpose)
        last = date.today() + timedelta(days=DAYS)  # noqa: DTZ011  # a day of this machine
        self.until = day_field(last.isoformat())
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_CHARS_MAX)
        self.button = PrimaryButton(self.tr("Sign the consent"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.addWidget(
            Label(
                self.tr(
                    "It is for the report about you. Each day on which it is opened under this consent is recorded, "
                    "and you see that in your settings. You can take the consent back at any time."
                ),
                wrap=True,
            )
        )
        self.body.addWidget(
            Label(
                self.tr("A consent hides nothing from the others: what is open in the book, every member holds."),
                "muted",
                wrap=True,
            )
        )
        self._until_field = FormField(self.tr("Until, this day included"), self.until)
        self.body.addWidget(FormField(self.tr("Who may read"), self.reader))
        self.body.addWidget(FormField(self.tr("What for"), self.purpose))
        self.body.addWidget(self._until_field)
        self.body.addWidget(FormField(self.tr("Note"), self.note, self.tr("All members can read it.")))
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.button.clicked.connect(self.grant)
        self.footer.addWidget(cancel)
        self.footer.addStretch(1)
        self.footer.addWidget(self.button)

    @slot_task
    async def grant(self) -> None:
        """Have the node sign the consent."""
        until = day_of(self.until)
        if until < date.today().isoformat():  # noqa: DTZ011  # likewise
            self._until_field.set_error(self.tr("That day has passed."))
            self.fit_soon()
            return
        fields = {
            "reader": self.reader.currentData(), "scope": "report", "purpose": self.purpose.currentData(),
            "until": until, "says": self.note.text().strip(),
        }  # fmt: skip
        self.locked = True
        try:
            await self._client.call("record.write", requests.WriteRecord(kind="consent.grant", fields=fields))
        finally:
            self.locked = False
        self.dismiss()
        self._shell.toast(self.tr("Signed. It counts once a majority of the voters has signed for it."), level="good")

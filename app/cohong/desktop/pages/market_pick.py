"""Which of the own receivables is meant, before the form for it: to be offered for sale, called or claimed for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohong.api import requests, views
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.record_sheets import SHEETS
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.form_field import FormField, member_box, member_of
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Picking:
    """What is to be chosen, and what for.

    Attributes:
        kind: of the record whose form comes next.
        about: what that form is about, where it is not the obligation alone.
        nothing: what is said where there is nothing to choose from.
        refused: what is said of one for which that record cannot be written.
    """

    title: str
    kind: str
    nothing: str
    refused: str
    about: str = ""


class PickSheet(Sheet):
    """A box of what is owed to this member; the form comes next."""

    def __init__(self, page: Page, rows: Sequence[views.ObligationRow], picking: Picking) -> None:
        super().__init__(page, picking.title, width=560)
        self._page = page
        self._picking = picking
        self._box = member_box([(row.object, self._words(row)) for row in rows])
        self._field = FormField(self.tr("What is owed to you"), self._box)
        self._go_on = PrimaryButton(self.tr("Continue"))
        self._go_on.clicked.connect(self._continue)
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        if rows:
            self.body.addWidget(self._field)
        else:
            self.body.addWidget(MutedLabel(picking.nothing))
            self._go_on.hide()
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self._go_on)

    def _words(self, row: views.ObligationRow) -> str:
        formats = self._page.shell.formats
        return self.tr("{reference}: {debtor}, {amount}, due {day}").format(
            reference=peer_text(row.reference), debtor=member_text(row.debtor_name, row.debtor),
            amount=formats.money(row.currency, row.outstanding_minor), day=formats.day(row.due),
        )  # fmt: skip

    @slot_task
    async def _continue(self) -> None:
        chosen = member_of(self._box)
        if not chosen:
            self._field.set_error(self.tr("Choose one of them."))
            self.fit()
            return
        details: views.RecordDetails = await self._page.client.call("book.record", requests.OfObject(object=chosen))
        if self._picking.kind not in details.actions:
            self._field.set_error(self._picking.refused)
            self.fit()
            return
        self.dismiss()
        SHEETS[self._picking.kind](self._page, details, self._picking.about).open()

"""The sheet that changes a draft. Each change is kept as soon as it makes sense, and undone by Ctrl+Z."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QDate, Qt, QTimer

from cohong.api import requests, views
from cohong.desktop.pages.book_drafts import DraftActions
from cohong.desktop.pages.book_new_record import NewRecordSheet
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton
from cohong.primitives.money import format_plain

KEEP_MS: Final = 400


class EditDraftSheet(NewRecordSheet):
    """The form of a new record, filled in."""

    def __init__(
        self, page: Page, members: list[views.MemberCard], details: views.RecordDetails, drafts: DraftActions
    ) -> None:
        self._details = details
        self._drafts = drafts
        self._keep_soon = QTimer(singleShot=True, interval=KEEP_MS)
        super().__init__(page, members)
        self._keep_soon.setParent(self)
        self._fill_in(details)
        self._terms_before = self._kept = self.fields()
        self._keep_soon.timeout.connect(self._keep)
        for changed in (self._reference_editor.textChanged, self._text_editor.textChanged,
                        self._issued_editor.dateChanged, self._grace_editor.valueChanged):  # fmt: skip
            changed.connect(self._say_back)

    def _name(self) -> str:
        return self.tr("Change draft")

    def _meaning(self) -> str:
        return self.tr("Nothing of a draft leaves this computer. Every change is kept.")

    def _add_buttons(self) -> None:
        done = PrimaryButton(self.tr("Done"))
        done.clicked.connect(self._finish)
        self.footer.addStretch(1)
        self.footer.addWidget(done)

    def _fill_in(self, details: views.RecordDetails) -> None:
        row = details.row
        self._side.choose(row.side)
        self._box.setCurrentIndex(self._box.findData(row.counterparty))
        self._amount_editor.currency.setCurrentIndex(self._amount_editor.currency.findData(row.currency))
        self._amount_editor.figure.setText(format_plain(row.amount_minor, row.currency))
        self._issued_editor.setDate(QDate.fromString(row.issued, Qt.DateFormat.ISODate))
        self._due_editor.setDate(QDate.fromString(row.due, Qt.DateFormat.ISODate))
        self._grace_editor.setValue(details.grace_days)
        self._reference_editor.setText(row.reference)
        self._text_editor.setText(details.description)

    def fields(self) -> dict[str, Any]:
        """Return the terms as they stand in the form; what it does not show is as before."""
        details = self._details
        return super().fields() | {
            "valid_until": details.valid_until,
            "assignable": details.assignable,
            "nettable": details.nettable,
        }

    def _say_back(self) -> None:
        super()._say_back()
        self._keep_soon.start()

    @slot_task
    async def _keep(self) -> None:
        fields = self.fields()
        if fields == self._kept or not self._makes_sense():
            return
        await self._page.client.call("drafts.put", requests.PutDraft(id=self._details.row.object, fields=fields))
        self._kept = fields
        self.banner.hide()

    def _finish(self) -> None:
        if self._all_well():
            self.dismiss()

    def dismiss(self) -> None:
        """Close the sheet; what makes no sense yet is left out."""
        if self.isVisible() and not self.locked:
            self._keep_soon.stop()
            after = self.fields() if self._makes_sense() else self._kept
            if after != self._terms_before:
                self._drafts.change(self._details.row.object, self._terms_before, after)
        super().dismiss()

"""The sheet for a new record: who owes whom how much until when, said back in one sentence before it is signed."""

from __future__ import annotations

import uuid
from typing import Any, Final

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit

from cohong.api import requests, views
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.limit_sheet import LimitWarning
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.choice_fields import CountBox
from cohong.desktop.widgets.form_field import AmountField, FormField, day_field, day_of, member_box, member_of
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.segments import Segments
from cohong.desktop.widgets.sheet import Sheet

TERMS_DAYS: Final = 30
ANSWER_DAYS: Final = 60
"""How long the other side may take to answer a proposal."""


class NewRecordSheet(Sheet):
    """Proposes one obligation to the other party."""

    def __init__(self, page: Page, members: list[views.MemberCard]) -> None:
        super().__init__(page, "", width=640)
        self.title.setText(self._name())
        self.setAccessibleName(self._name())
        self._page = page
        self._key = uuid.uuid4().hex
        self._me = next((card.member for card in members if card.me), "")
        self._members = {card.member: member_text(card.name, card.member) for card in members if not card.me}
        self._make_fields()
        self._lay_out()
        self._connect()
        self._say_back()

    def _name(self) -> str:
        return self.tr("New record")

    def _meaning(self) -> str:
        return self.tr(
            "All members see the parties, the amount, the days and the texts. Once signed it stays in the book; a "
            "mistake is mended by a further record. It counts as owed when the other side has accepted it."
        )

    def _make_fields(self) -> None:
        self._side = Segments([("holder", self.tr("They owe me")), ("debtor", self.tr("I owe them"))])
        box = member_box(sorted(self._members.items(), key=lambda pair: pair[1].casefold()))
        self._other = FormField(self.tr("Counterparty"), box)
        self._amount_editor = AmountField()
        self._amount = FormField(self.tr("Amount"), self._amount_editor)
        self._issued_editor = day_field()
        self._issued = FormField(self.tr("Issued"), self._issued_editor)
        self._due_editor = day_field(QDate.currentDate().addDays(TERMS_DAYS).toString(Qt.DateFormat.ISODate))
        self._due = FormField(self.tr("Due"), self._due_editor)
        self._grace_editor = CountBox()
        self._grace_editor.setRange(0, 365)
        # The style sheet takes the buttons away, and with them the field's inner margin.
        self._grace_editor.lineEdit().setTextMargins(space(2), 0, space(2), 0)
        self._grace = FormField(self.tr("Days of grace"), self._grace_editor)
        self._reference_editor = QLineEdit()
        self._reference_editor.setMaxLength(64)
        self._reference = FormField(self.tr("Invoice number or reference"), self._reference_editor)
        self._text_editor = QLineEdit()
        self._text_editor.setMaxLength(500)
        hint = self.tr("All members can read it: no prices, no names of persons.")
        self._text = FormField(self.tr("Description"), self._text_editor, hint)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(3))
        places: list[tuple[FormField, int, int, int]] = [
            (self._other, 0, 0, 6), (self._amount, 1, 0, 3), (self._reference, 1, 3, 3),
            (self._issued, 2, 0, 2), (self._due, 2, 2, 2), (self._grace, 2, 4, 2), (self._text, 3, 0, 6),
        ]  # fmt: skip
        for field, line, column, width in places:
            grid.addWidget(field, line, column, 1, width, Qt.AlignmentFlag.AlignTop)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self._sentence = Label("", wrap=True)
        said_back = Card(look="sunken", padding=4)
        said_back.body.addWidget(self._sentence)
        self._limit = LimitWarning(self._page)
        said_back.body.addWidget(self._limit)
        said_back.body.addWidget(MutedLabel(self._meaning()))
        self.body.addWidget(self._side)
        self.body.addLayout(grid)
        self.body.addWidget(said_back)
        self._add_buttons()

    def _add_buttons(self) -> None:
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        keep = SecondaryButton(self.tr("Save as draft"))
        keep.clicked.connect(self._save_draft)
        self._sign_button = PrimaryButton(self.tr("Sign and send"), "send")
        self._sign_button.clicked.connect(self._sign)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(keep)
        self.footer.addWidget(self._sign_button)

    def _connect(self) -> None:
        self._side.chosen.connect(self._say_back)
        self._box.currentTextChanged.connect(self._say_back)
        self._amount_editor.figure.textChanged.connect(self._say_back)
        self._amount_editor.currency.currentIndexChanged.connect(self._say_back)
        self._due_editor.dateChanged.connect(self._say_back)
        # What is wrong is said when a field is left, and taken back as soon as it is mended.
        self._amount_editor.figure.editingFinished.connect(self._check_amount)
        self._issued_editor.dateChanged.connect(self._check_days)
        self._due_editor.dateChanged.connect(self._check_days)

    @property
    def _box(self) -> Any:
        return self._other.editor

    def _say_back(self) -> None:
        other = self._members.get(member_of(self._box), self.tr("…"))
        minor = self._amount_editor.amount_minor()
        if self._amount.error and minor is not None:
            self._amount.set_error("")
        formats = self._page.shell.formats
        amount = formats.money(self._amount_editor.code(), minor) if minor is not None else self.tr("…")
        sentence = (
            self.tr("{who} owes me {amount}, due {day}.") if self._side.value == "holder"
            else self.tr("I owe {who} {amount}, due {day}.")
        )  # fmt: skip
        debtor = member_of(self._box) if self._side.value == "holder" else ""
        if self._limit.weigh(debtor, other, self._amount_editor.code(), minor):
            self.fit_soon()
        self._sentence.setText(sentence.format(who=other, amount=amount, day=formats.day(day_of(self._due_editor))))

    # Checking

    def _check_amount(self) -> bool:
        self._amount.set_error(self._amount_editor.problem())
        return not self._amount.error

    def _check_days(self) -> bool:
        wrong = day_of(self._due_editor) < day_of(self._issued_editor)
        self._due.set_error(self.tr("Before the day of issue.") if wrong else "")
        return not wrong

    def _check_other(self) -> bool:
        known = bool(member_of(self._box))
        self._other.set_error("" if known else self.tr("Choose a member of this network."))
        return known

    def _check_reference(self) -> bool:
        given = bool(self._reference_editor.text().strip())
        self._reference.set_error("" if given else self.tr("Give it a number both sides will know it by."))
        return given

    def _makes_sense(self) -> bool:
        """Return whether the form has all that a record needs, without marking what is missing."""
        amount, reference = self._amount_editor.amount_minor(), self._reference_editor.text().strip()
        in_order = day_of(self._due_editor) >= day_of(self._issued_editor)
        return bool(member_of(self._box)) and amount is not None and bool(reference) and in_order

    def _all_well(self) -> bool:
        checks = (
            (self._check_other, self._other), (self._check_amount, self._amount),
            (self._check_reference, self._reference), (self._check_days, self._due),
        )  # fmt: skip
        wrong = [field for check, field in checks if not check()]
        if wrong:
            wrong[0].editor.setFocus()
            self.fit()
        return not wrong

    def fields(self) -> dict[str, Any]:
        """Return the body of the proposal."""
        other = member_of(self._box)
        holder = self._side.value == "holder"
        last_answer = QDate.currentDate().addDays(ANSWER_DAYS).toString(Qt.DateFormat.ISODate)
        return {
            "debtor": other if holder else self._me,
            "creditor": self._me if holder else other,
            "amount": self._amount_editor.amount_minor(),
            "currency": self._amount_editor.code(),
            "issued": day_of(self._issued_editor),
            "due": day_of(self._due_editor),
            "grace_days": self._grace_editor.value(),
            "reference": self._reference_editor.text().strip(),
            "description": self._text_editor.text().strip(),
            "evidence": [],
            "assignable": True,
            "nettable": True,
            "valid_until": last_answer,
        }

    @slot_task
    async def _sign(self) -> None:
        if not self._all_well():
            return
        shell, client = self._page.shell, self._page.client
        hold_s = shell.preferences.recall_s
        self.locked = True
        try:
            if hold_s:
                # It can be taken back as a draft only: what is signed is signed.
                await self._put_draft()
                await client.call("drafts.send", requests.SendDrafts(ids=[self._key], hold_s=hold_s))
                written = self._key
            else:
                record = requests.WriteRecord(kind="credit.propose", fields=self.fields(), key=self._key)
                written = (await client.call("record.write", record)).object
                shell.toast(self.tr("Signed. The voters are signing it."), level="good")
        finally:
            self.locked = False
        self.dismiss()
        shell.go("book", object=written)

    @slot_task
    async def _save_draft(self) -> None:
        if not self._all_well():
            return
        self.locked = True
        try:
            await self._put_draft()
        finally:
            self.locked = False
        self._page.shell.toast(self.tr("Kept as a draft on this computer."), level="info")
        self.dismiss()
        self._page.shell.go("book", object=self._key)

    async def _put_draft(self) -> None:
        # The key is the draft's id: a second press after a lost answer adds nothing.
        draft = requests.PutDraft(id=self._key, fields=self.fields(), is_new=True)
        await self._page.client.call("drafts.put", draft)

"""Forms of guarantees: standing for a member, and recording what was paid for a call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit

from cohong.api import requests
from cohong.api.views import DemandView, GuaranteeView, MemberCard
from cohong.desktop.cover_wording import demand_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.cover_sheet import CoverSheet
from cohong.desktop.pages.page import Page
from cohong.desktop.widgets.form_field import (
    AmountField,
    FormField,
    day_field,
    day_of,
    member_box,
    member_of,
)
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.primitives.money import format_plain

TEXT_CHARS_MAX: Final = 500
_NAME_CHARS: Final = 12


class GrantSheet(CoverSheet):
    """A guarantee: for whom, towards whom, how much at most, until when."""

    def __init__(self, page: Page, members: Sequence[MemberCard]) -> None:
        super().__init__(page, "")
        self.title.setText(self.tr("Stand for a member"))
        self.setAccessibleName(self.title.text())
        others = [(card.member, name_text(card.name, card.member)) for card in members if not card.me]
        self.debtor_box, self.creditor_box = member_box(others), member_box(others)
        for box in (self.debtor_box, self.creditor_box):
            # A long name must not widen the sheet.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_NAME_CHARS)
        self._debtor_field = FormField(self.tr("Whose debts"), self.debtor_box)
        self._creditor_field = FormField(self.tr("Owed to whom"), self.creditor_box)
        self.cap = AmountField()
        self._cap_field = FormField(self.tr("Cap"), self.cap, self.tr("The most that you pay in all."))
        self._until_field, self.until_edit = self.until_field(self.tr("The last day on which it may be called."))
        self.says_edit = QLineEdit()
        self.says_edit.setMaxLength(TEXT_CHARS_MAX)
        says = FormField(self.tr("What everybody should know of it"), self.says_edit, self.tr("It may be left empty."))
        self.body.addWidget(self._debtor_field)
        self.body.addWidget(self._creditor_field)
        self.add_pair(self._cap_field, self._until_field)
        self.body.addWidget(says)
        self._sentence = Label("", wrap=True)
        self.body.addWidget(self._sentence)
        self.add_meter()
        self._warn()
        self.add_buttons(self.tr("Sign the guarantee"))
        for box in (self.debtor_box, self.creditor_box):
            box.currentTextChanged.connect(self._preview)
        self.cap.figure.textChanged.connect(self._preview)
        self.cap.currency.currentIndexChanged.connect(self._preview)
        self.until_edit.dateChanged.connect(self._preview)
        self._preview()

    def _warn(self) -> None:
        self.body.addWidget(
            MutedLabel(
                self.tr(
                    "You stand for your own cap alone, whoever else stands for the same debts. What you have paid is "
                    "owed to you instead. A guarantee is signed and binding: it can't be taken back before its last "
                    "day."
                )
            )
        )

    def _preview(self) -> None:
        """Say what is signed, as far as it has been filled in."""
        debtor, creditor = member_of(self.debtor_box), member_of(self.creditor_box)
        cap = self.cap.amount_minor()
        self._sentence.setVisible(bool(debtor and creditor and cap))
        words = self.tr(
            "If {debtor} is in default with what it owes {creditor}, and {creditor} calls on you by {day}, you pay up "
            "to {cap}."
        )
        self._sentence.setText(
            words.format(
                debtor=self.debtor_box.currentText(),
                creditor=self.creditor_box.currentText(),
                day=self.formats.day(day_of(self.until_edit)),
                cap=self.formats.money(self.cap.code(), cap or 0),
            )
        )
        self.measure_soon()

    def about(self) -> requests.CoverExposure:
        return requests.CoverExposure(cap=self.cap.amount_minor() or 0, currency=self.code())

    def code(self) -> str:
        return self.cap.code()

    def _problems(self) -> list[FormField]:
        debtor, creditor = member_of(self.debtor_box), member_of(self.creditor_box)
        nobody, same = self.tr("Choose a member."), self.tr("That is the debtor itself.")
        self._debtor_field.set_error("" if debtor else nobody)
        self._creditor_field.set_error(nobody if not creditor else same if creditor == debtor else "")
        self._cap_field.set_error(self.cap.problem())
        self.is_over(self._until_field, self.until_edit)
        fields = (self._debtor_field, self._creditor_field, self._cap_field, self._until_field)
        return [field for field in fields if field.error]

    async def write(self) -> str:
        wrong = self._problems()
        if wrong:
            wrong[0].editor.setFocus()
            self.fit()
            return ""
        written = await self.write_record(
            "guarantee.grant",
            "",
            {
                "debtor": member_of(self.debtor_box), "beneficiary": member_of(self.creditor_box),
                "currency": self.cap.code(), "cap": self.cap.amount_minor(), "until": day_of(self.until_edit),
                "says": self.says_edit.text().strip(),
            },
        )  # fmt: skip
        self.made.emit(written.object)
        return self.tr("Signed. The guarantee is in force once a majority of the voters has signed it.")


class PaySheet(CoverSheet):
    """The guarantor's word that it has paid for a call."""

    def __init__(self, page: Page, guarantee: GuaranteeView, call: DemandView) -> None:
        super().__init__(page, "", demand_text(call, guarantee.currency, page.shell.formats))
        self.title.setText(self.tr("Record what you have paid"))
        self.setAccessibleName(self.title.text())
        self._guarantee, self._demand = guarantee, call
        self.amount = AmountField(guarantee.currency, fixed=True)
        self.amount.figure.setText(format_plain(call.due_minor, guarantee.currency))
        due = self.tr("Due: {amount}").format(amount=self.formats.money(guarantee.currency, call.due_minor))
        self._amount_field = FormField(self.tr("Amount"), self.amount, due)
        self.day_edit = day_field()
        self._day_field = FormField(self.tr("Value date"), self.day_edit, self.tr("The day the money arrived."))
        self.method_edit, self.reference_edit = QLineEdit(), QLineEdit()
        self.method_edit.setMaxLength(40)
        self.method_edit.setPlaceholderText(self.tr("Bank transfer, FPS, cheque …"))
        self.reference_edit.setMaxLength(64)
        self.add_pair(self._amount_field, self._day_field)
        self.add_pair(
            FormField(self.tr("How"), self.method_edit),
            FormField(self.tr("Reference of the payment"), self.reference_edit),
        )
        self.add_meter()
        creditor = name_text(guarantee.beneficiary_name, guarantee.beneficiary)
        debtor = name_text(guarantee.debtor_name, guarantee.debtor)
        self.say(
            self.tr(
                "Pay {creditor} yourself first: Cohong moves no money. {creditor} then puts you in its place for this "
                "much, and {debtor} owes it to you."
            ).format(creditor=creditor, debtor=debtor)
        )
        self.body.addWidget(
            MutedLabel(self.tr("A call is answered once: if you record less than is due, the rest needs a new call."))
        )
        self.add_buttons(self.tr("Record and sign"))
        self.amount.figure.textChanged.connect(self.measure_soon)

    def about(self) -> requests.CoverExposure:
        return requests.CoverExposure(demand=self._demand.entry, paid=self.amount.amount_minor() or 0)

    def code(self) -> str:
        return self._guarantee.currency

    async def write(self) -> str:
        amount, problem = self.amount.amount_minor(), self.amount.problem()
        if not problem and amount is not None and amount > self._demand.due_minor:
            problem = self.tr("More than is due.")
        self._amount_field.set_error(problem)
        late = day_of(self.day_edit) > day_of(day_field())
        self._day_field.set_error(self.tr("This day is still to come.") if late else "")
        if problem or late:
            (self.amount if problem else self.day_edit).setFocus()
            self.fit()
            return ""
        fields = {
            "call": self._demand.entry, "amount": amount, "value_date": day_of(self.day_edit),
            "method": self.method_edit.text().strip(), "reference": self.reference_edit.text().strip(),
        }  # fmt: skip
        await self.write_record("guarantee.pay", self._guarantee.id, fields)
        return self.tr("Payment recorded. The voters are signing it.")

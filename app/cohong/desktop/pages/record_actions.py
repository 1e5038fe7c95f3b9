"""What a member may do about a record: small forms that say what signing them means, before it is signed."""

from __future__ import annotations

import uuid
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit

from cohong.api import requests
from cohong.api.views import RecordDetails
from cohong.desktop.event_wording import STANDS
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from cohong.desktop.widgets.form_field import AmountField, FormField, day_field, day_of
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet
from cohong.primitives.money import format_plain

TEXT_CHARS_MAX: Final = 500


class ActionSheet(Sheet):
    """Base of the forms: writes one record and closes.

    A subclass fills `body` and answers `fields()`, which marks what is wrong and returns None then.

    Args:
        about: what the record is about, where that is a dispute or a correction of the obligation.
    """

    kind = ""

    def __init__(self, page: Page, details: RecordDetails, about: str = "") -> None:
        super().__init__(page, "", peer_text(details.row.reference), width=520)
        self._about = about or details.row.object
        self.page = page
        self.client: NodeClient = page.client
        self.formats: Formats = page.shell.formats
        self.details = details
        # One key for all tries: a second press after a lost answer writes nothing twice.
        self._key = uuid.uuid4().hex
        self.title.setText(self.title_text())
        self.setAccessibleName(self.title_text())
        self._fill()

    def title_text(self) -> str:
        """Return what the sheet is headed."""
        raise NotImplementedError

    def _fill(self) -> None:
        raise NotImplementedError

    def fields(self) -> dict[str, Any] | None:
        """Return the fields of the record's body, or None if something has to be mended first."""
        raise NotImplementedError

    def done_text(self) -> str:
        """Return what is said once it is signed."""
        raise NotImplementedError

    def add_buttons(self, name: str, *, danger: bool = False) -> None:
        """Put Cancel and the button that signs at the foot."""
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.sign_button = DangerButton(name) if danger else PrimaryButton(name)
        self.sign_button.clicked.connect(self._sign)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.sign_button)

    def add_close(self) -> None:
        """Put the one button at the foot of a sheet that has nothing to sign."""
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.dismiss)
        self.footer.addStretch(1)
        self.footer.addWidget(close)

    def say(self, text: str) -> None:
        """Add a sentence about what signing means."""
        self.body.addWidget(MutedLabel(text))

    def state(self, text: str) -> None:
        """Add the sentence that is signed."""
        self.body.addWidget(Label(text, wrap=True))

    def amount_text(self, minor: int) -> str:
        """Return a sum in the record's currency."""
        return self.formats.money(self.details.row.currency, minor)

    def holder(self) -> str:
        """Return the name of whom it is owed to."""
        details = self.details
        return member_text(details.holder_name, details.holder) if details.holder else self.counterparty()

    def counterparty(self) -> str:
        """Return the other party's name."""
        return member_text(self.details.row.counterparty_name, self.details.row.counterparty)

    @slot_task
    async def _sign(self) -> None:
        fields = self.fields()
        if fields is None:
            return
        self.locked = True
        try:
            await self.client.call(
                "record.write",
                requests.WriteRecord(kind=self.kind, object=self._about, fields=fields, key=self._key),
            )
        finally:
            self.locked = False
        self.page.shell.toast(self.done_text(), level="good")
        self.dismiss()


class AcceptSheet(ActionSheet):
    """The other party's yes to a proposal."""

    kind = "credit.accept"

    def title_text(self) -> str:
        return self.tr("Accept this record")

    def _fill(self) -> None:
        row = self.details.row
        sentence = (
            self.tr("I owe {who} {amount}, due {day}.") if row.side == "debtor"
            else self.tr("{who} owes me {amount}, due {day}.")
        )  # fmt: skip
        self.state(
            sentence.format(
                who=self.counterparty(), amount=self.amount_text(row.amount_minor), day=self.formats.day(row.due)
            )
        )
        self.say(
            self.tr(
                "Your acceptance goes to all members. Once a majority of the voters has signed it, it counts as owed, "
                "and how it is paid shows in the report about the debtor. It can't be taken back."
            )
        )
        self.add_buttons(self.tr("Accept and sign"))

    def fields(self) -> dict[str, Any] | None:
        return {}

    def done_text(self) -> str:
        return self.tr("Accepted. The voters are signing it.")


class DeclineSheet(ActionSheet):
    """The other party's no to a proposal."""

    kind = "credit.decline"

    def title_text(self) -> str:
        return self.tr("Decline this record")

    def _fill(self) -> None:
        self._reason = QLineEdit()
        self._reason.setMaxLength(TEXT_CHARS_MAX)
        hint = self.tr("All members can read it. It may be left empty.")
        self.body.addWidget(FormField(self.tr("Reason"), self._reason, hint))
        self.say(self.tr("The proposal ends with this. {who} may propose it anew.").format(who=self.counterparty()))
        self.add_buttons(self.tr("Decline and sign"), danger=True)

    def fields(self) -> dict[str, Any] | None:
        return {"reason": self._reason.text().strip()}

    def done_text(self) -> str:
        return self.tr("Declined.")


class PaymentSheet(ActionSheet):
    """A payment, seen from the debtor (a claim) or from the holder (a receipt): amount, day, how, reference."""

    amount_max_minor = 0

    def _fill(self) -> None:
        row = self.details.row
        self.amount_max_minor = self.most_minor()
        self._amount = AmountField(row.currency, fixed=True)
        self._amount.figure.setText(format_plain(self.suggested_minor(), row.currency))
        self._amount_field = FormField(self.tr("Amount"), self._amount, self.amount_hint())
        self._day = day_field()
        self._day_field = FormField(self.tr("Value date"), self._day, self.tr("The day the money arrived."))
        self._method = QLineEdit()
        self._method.setMaxLength(40)
        self._method.setPlaceholderText(self.tr("Bank transfer, FPS, cheque …"))
        self._reference = QLineEdit()
        self._reference.setMaxLength(64)
        for widget in (
            self._amount_field,
            self._day_field,
            FormField(self.tr("How"), self._method),
            FormField(self.tr("Reference of the payment"), self._reference),
        ):
            self.body.addWidget(widget)
        self.say(self.meaning())
        self.add_buttons(self.button_text())

    def most_minor(self) -> int:
        """Return the most that the payment may be."""
        return self.details.row.outstanding_minor

    def amount_hint(self) -> str:
        """Return what stands under the amount."""
        return self.tr("Outstanding: {amount}").format(amount=self.amount_text(self.most_minor()))

    def excess_text(self) -> str:
        """Return what is said about an amount that is too large."""
        return self.tr("More than is outstanding.")

    def suggested_minor(self) -> int:
        """Return the amount that the form starts with."""
        return self.most_minor()

    def meaning(self) -> str:
        """Return what signing means."""
        raise NotImplementedError

    def button_text(self) -> str:
        """Return what the button says."""
        raise NotImplementedError

    def fields(self) -> dict[str, Any] | None:
        amount = self._amount.amount_minor()
        problem = self._amount.problem()
        if not problem and amount is not None and amount > self.amount_max_minor:
            problem = self.excess_text()
        self._amount_field.set_error(problem)
        day = day_of(self._day)
        late = day > day_of(day_field())
        self._day_field.set_error(self.tr("This day is still to come.") if late else "")
        if problem or late:
            (self._amount if problem else self._day).setFocus()
            self.fit()
            return None
        return {
            "amount": amount,
            "value_date": day,
            "method": self._method.text().strip(),
            "reference": self._reference.text().strip(),
        }


class ClaimSheet(PaymentSheet):
    """The debtor's word that it has paid."""

    kind = "credit.claim"

    def title_text(self) -> str:
        return self.tr("Claim a payment")

    def meaning(self) -> str:
        sentence = self.tr(
            "Tells {who} and all members that you have paid. The outstanding amount goes down when {who} records "
            "the receipt."
        )
        return sentence.format(who=self.counterparty())

    def button_text(self) -> str:
        return self.tr("Claim and sign")

    def done_text(self) -> str:
        return self.tr("Claimed. {who} records the receipt next.").format(who=self.counterparty())


class ReceiptSheet(PaymentSheet):
    """The holder's word that money has come."""

    kind = "credit.receipt"

    def title_text(self) -> str:
        return self.tr("Record a receipt")

    def fields(self) -> dict[str, Any] | None:
        fields = super().fields()
        claims = [item.entry for item in self.details.history if item.kind == "credit.claim" and item.level in STANDS]
        if fields is not None and claims and self.details.row.open_claim_minor:
            fields["claim"] = claims[-1]
        return fields

    def suggested_minor(self) -> int:
        row = self.details.row
        return row.open_claim_minor or row.outstanding_minor

    def meaning(self) -> str:
        sentence = self.tr(
            "Takes this amount off what {who} owes you. Its value date decides whether the payment counts as late. "
            "It can't be taken back."
        )
        return sentence.format(who=self.counterparty())

    def button_text(self) -> str:
        return self.tr("Record and sign")

    def done_text(self) -> str:
        return self.tr("Receipt recorded. The voters are signing it.")

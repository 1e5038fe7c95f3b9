"""Forms for what happens to an obligation after it was accepted: new terms, notice, default, writing off, recovery."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit

from cohong.api.views import HistoryItem, RecordDetails
from cohong.desktop.event_wording import MOVERS, STANDS
from cohong.desktop.pages.record_actions import TEXT_CHARS_MAX, ActionSheet, PaymentSheet
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.form_field import AmountField, FormField, TextArea, day_field, day_of
from cohong.primitives.money import format_plain

CONSENT_DAYS: Final = 14
"""How long a consent holds, as the form proposes it."""


class AgreeSheet(ActionSheet):
    """The debtor's consent to another amount or due day."""

    kind = "credit.agree"

    def title_text(self) -> str:
        return self.tr("Agree to new terms")

    def _fill(self) -> None:
        row = self.details.row
        self._amount = AmountField(row.currency, fixed=True)
        self._amount.figure.setText(format_plain(row.amount_minor, row.currency))
        cleared = row.amount_minor - row.outstanding_minor
        hint = self.tr("In all, with {amount} that is paid or given up already.")
        self._amount_field = FormField(
            self.tr("Amount"), self._amount, hint.format(amount=self.amount_text(cleared)) if cleared else ""
        )
        self._due = day_field(row.due)
        self._due_field = FormField(self.tr("Due"), self._due)
        self._until = day_field((date.today() + timedelta(days=CONSENT_DAYS)).isoformat())  # noqa: DTZ011  # a local day
        self._until_field = FormField(self.tr("Your consent holds until"), self._until)
        for field in (self._amount_field, self._due_field, self._until_field):
            self.body.addWidget(field)
        self.say(
            self.tr(
                "Changes nothing yet. Up to that day {who} may put these terms in the place of the present ones; then "
                "the new due day decides what counts as late."
            ).format(who=self.holder())
        )
        self.add_buttons(self.tr("Agree and sign"))

    def fields(self) -> dict[str, Any] | None:
        row = self.details.row
        amount, due = self._amount.amount_minor(), day_of(self._due)
        problem = self._amount.problem()
        if not problem and amount is not None and amount > row.amount_minor:
            problem = self.tr("Not more than is owed at present.")
        if not problem and amount is not None and amount <= row.amount_minor - row.outstanding_minor:
            problem = self.tr("More than what is paid or given up already.")
        self._amount_field.set_error(problem)
        same = not problem and (amount, due) == (row.amount_minor, row.due)
        self._due_field.set_error(self.tr("Amount and due day are what they have been.") if same else "")
        over = day_of(self._until) < date.today().isoformat()  # noqa: DTZ011  # a local day
        self._until_field.set_error(self.tr("This day is over.") if over else "")
        if problem or same or over:
            self.fit()
            return None
        return {"amount": amount, "due": due, "valid_until": day_of(self._until)}

    def done_text(self) -> str:
        return self.tr("Agreed. {who} puts the new terms in force.").format(who=self.holder())


class RestructureSheet(ActionSheet):
    """The holder puts the terms in force that the debtor has agreed to."""

    kind = "credit.restructure"

    def title_text(self) -> str:
        return self.tr("Change the terms")

    def _fill(self) -> None:
        self._consents = consents_of(self.details)
        if not self._consents:
            self.state(
                self.tr("{who} has to agree first, with its record open: “Agree to new terms”.").format(
                    who=self.counterparty()
                )
            )
            self.say(self.tr("A consent holds up to its day, and for the record as it stands."))
            self.add_close()
            return
        self._box = ChoiceBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for item in self._consents:
            amount, day = self.amount_text(int(item.fields["amount"])), self.formats.day(str(item.fields["due"]))
            self._box.addItem(self.tr("{amount}, due {day}").format(amount=amount, day=day))
        self.body.addWidget(FormField(self.tr("What {who} agrees to").format(who=self.counterparty()), self._box))
        self.say(
            self.tr(
                "Puts these terms in the place of the present ones: the new due day decides what counts as late, and a "
                "notice that was given is void. It can't be taken back."
            )
        )
        self.add_buttons(self.tr("Change and sign"))

    def fields(self) -> dict[str, Any] | None:
        consent = self._consents[self._box.currentIndex()]
        terms = {name: consent.fields[name] for name in ("amount", "due")}
        return {**terms, "consent": consent.entry}

    def done_text(self) -> str:
        return self.tr("The terms are changed. The voters are signing it.")


def consents_of(details: RecordDetails) -> list[HistoryItem]:
    """Return the debtor's consents that hold: not over, and for the record as it stands; the newest first."""
    version = [item.entry for item in details.history if item.kind in MOVERS and item.level in STANDS][-1:]
    today = date.today().isoformat()  # noqa: DTZ011  # a local day
    return [
        item
        for item in reversed(details.history)
        if item.kind == "credit.agree"
        and item.level in STANDS
        and set(version) <= set(item.names)
        and str(item.fields.get("valid_until", "")) >= today
    ]


class NoticeSheet(ActionSheet):
    """The holder's warning before a default."""

    kind = "credit.notice"

    def title_text(self) -> str:
        return self.tr("Give notice of default")

    def _fill(self) -> None:
        self._says = TextArea(TEXT_CHARS_MAX)
        self._field = FormField(self.tr("What you tell {who}").format(who=self.counterparty()), self._says,
                                self.tr("All members can read it."))  # fmt: skip
        self.body.addWidget(self._field)
        self.say(
            self.tr(
                "Starts the 14 days after which a default may be recorded, once 60 days have passed since the due day "
                "and the days of grace. It changes nothing else."
            )
        )
        self.add_buttons(self.tr("Give notice and sign"))

    def fields(self) -> dict[str, Any] | None:
        problem = self._says.problem()
        self._field.set_error(problem)
        self.fit()
        return None if problem else {"says": self._says.said()}

    def done_text(self) -> str:
        return self.tr("Notice given. The voters are signing it.")


class DefaultSheet(ActionSheet):
    """The holder records that the debtor has not paid."""

    kind = "credit.default"

    def title_text(self) -> str:
        return self.tr("Record a default")

    def _fill(self) -> None:
        row, wait = self.details.row, self._wait_text()
        self.state(
            self.tr("{who} has not paid {amount}, due {day}.").format(
                who=self.counterparty(), amount=self.amount_text(row.outstanding_minor), day=self.formats.day(row.due)
            )
        )
        self.say(
            self.tr(
                "The default stands in the report about {who} for all members to see, also after it has paid. It can't "
                "be taken back."
            ).format(who=self.counterparty())
        )
        if wait:
            self.state(wait)
            self.add_close()
        else:
            self.add_buttons(self.tr("Record the default and sign"), danger=True)

    def _wait_text(self) -> str:
        """Why it is too early, empty if it is not."""
        notice = self.details.notice
        if "disputed" in self.details.row.marks:
            return self.tr("It is disputed: this has to wait until the dispute is closed.")
        if notice is None or not notice.block_ms:
            return self.tr("No block includes your notice yet. The 14 days begin when one does.")
        if notice.default_ms > time.time() * 1000:
            return self.tr("It may be recorded from {time} on.").format(time=self.formats.moment(notice.default_ms))
        return ""

    def fields(self) -> dict[str, Any] | None:
        return {}

    def done_text(self) -> str:
        return self.tr("The default is recorded. The voters are signing it.")


class WriteOffSheet(ActionSheet):
    """The holder gives up on some or all of it."""

    kind = "credit.write_off"

    def title_text(self) -> str:
        return self.tr("Write off")

    def _fill(self) -> None:
        row = self.details.row
        self._amount = AmountField(row.currency, fixed=True)
        self._amount.figure.setText(format_plain(row.outstanding_minor, row.currency))
        hint = self.tr("Outstanding: {amount}").format(amount=self.amount_text(row.outstanding_minor))
        self._amount_field = FormField(self.tr("Amount"), self._amount, hint)
        self._reason = QLineEdit()
        self._reason.setMaxLength(TEXT_CHARS_MAX)
        reason_hint = self.tr("All members can read it. It may be left empty.")
        self.body.addWidget(self._amount_field)
        self.body.addWidget(FormField(self.tr("Reason"), self._reason, reason_hint))
        self.say(
            self.tr(
                "Takes this amount off what {who} owes you, unpaid. If some of it comes in later, record a recovery. "
                "It can't be taken back."
            ).format(who=self.counterparty())
        )
        self.add_buttons(self.tr("Write off and sign"), danger=True)

    def fields(self) -> dict[str, Any] | None:
        amount, problem = self._amount.amount_minor(), self._amount.problem()
        if not problem and amount is not None and amount > self.details.row.outstanding_minor:
            problem = self.tr("More than is outstanding.")
        self._amount_field.set_error(problem)
        self.fit()
        return None if problem else {"amount": amount, "reason": self._reason.text().strip()}

    def done_text(self) -> str:
        return self.tr("Written off. The voters are signing it.")


class RecoverSheet(PaymentSheet):
    """Money that came in although it had been given up."""

    kind = "credit.recover"

    def title_text(self) -> str:
        return self.tr("Record a recovery")

    def most_minor(self) -> int:
        return self.details.written_off_minor

    def amount_hint(self) -> str:
        return self.tr("Written off: {amount}").format(amount=self.amount_text(self.most_minor()))

    def excess_text(self) -> str:
        return self.tr("More than was written off.")

    def meaning(self) -> str:
        return self.tr(
            "Records that this much of what was written off has come in after all. It shows in the report about {who}. "
            "It can't be taken back."
        ).format(who=self.counterparty())

    def button_text(self) -> str:
        return self.tr("Record and sign")

    def done_text(self) -> str:
        return self.tr("Recovery recorded. The voters are signing it.")

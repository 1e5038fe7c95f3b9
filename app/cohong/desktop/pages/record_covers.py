"""Forms of an obligation in default that others stand for: calling a guarantee, claiming from a pool, passing it on."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit

from cohong.api import requests
from cohong.api.views import CoverLine, PoolDue
from cohong.desktop.cover_wording import due_rows
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.record_actions import TEXT_CHARS_MAX, ActionSheet
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.form_field import AmountField, FormField
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.primitives.money import format_plain

_ASK_MS: Final = 200


class DemandSheet(ActionSheet):
    """Base: which guarantee or pool, how much, and what is said with it."""

    def add_demand(self, lines: list[CoverLine], name: str) -> None:
        """Add the fields, for a choice among these."""
        self._lines = lines
        self._box = ChoiceBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for line in lines:
            self._box.addItem(self.line_text(line), line.id)
        # Opened from the guarantee or pool itself, it is meant.
        self._box.setCurrentIndex(max(0, self._box.findData(self._about)))
        currency = self.details.row.currency
        self._amount = AmountField(currency, fixed=True)
        self._amount_field = FormField(self.tr("Amount"), self._amount)
        self._says = QLineEdit()
        self._says.setMaxLength(TEXT_CHARS_MAX)
        says = FormField(self.tr("What you say with it"), self._says, self.tr("All members can read it."))
        for field in (FormField(name, self._box), self._amount_field, says):
            self.body.addWidget(field)
        self._box.currentIndexChanged.connect(self._chosen)
        self._chosen()

    def line_text(self, line: CoverLine) -> str:
        """Return a choice in words."""
        raise NotImplementedError

    def most_minor(self) -> int:
        """Return the most that may be demanded of the chosen one."""
        return self.details.row.outstanding_minor

    @property
    def line(self) -> CoverLine:
        """The one that is chosen."""
        return self._lines[self._box.currentIndex()]

    def _chosen(self) -> None:
        self._about = self.line.id
        self._amount.figure.setText(format_plain(self.most_minor(), self.details.row.currency))
        self._amount_field.set_hint(self.tr("At most {amount}").format(amount=self.amount_text(self.most_minor())))

    def fields(self) -> dict[str, Any] | None:
        amount, problem = self._amount.amount_minor(), self._amount.problem()
        if not problem and amount is not None and amount > self.most_minor():
            problem = self.tr("More than may be asked for.")
        self._amount_field.set_error(problem)
        self.fit()
        if problem:
            self._amount.setFocus()
            return None
        return {"obligation": self.details.row.object, "amount": amount, "says": self._says.text().strip()}


class CallSheet(DemandSheet):
    """The holder calls a guarantee."""

    kind = "guarantee.call"

    def title_text(self) -> str:
        return self.tr("Call a guarantee")

    def _fill(self) -> None:
        found = [line for line in self.details.covers if line.kind == "guarantee"]
        if not found:
            self.state(self.tr("Nobody stands for this record, or nothing is left of what was guaranteed."))
            self.add_close()
            return
        self.add_demand(found, self.tr("Guarantee"))
        self.say(
            self.tr(
                "Asks the guarantor to pay you. Once it has recorded what it paid, you put it in your place for that "
                "much; {debtor} owes it that, and you the rest. A call can't be taken back."
            ).format(debtor=self.counterparty())
        )
        self.add_buttons(self.tr("Call and sign"))

    def line_text(self, line: CoverLine) -> str:
        return self.tr("{who}: {amount} left, until {day}").format(
            who=name_text(line.name, line.member), amount=self.amount_text(line.left_minor),
            day=self.formats.day(line.until),
        )  # fmt: skip

    def most_minor(self) -> int:
        return min(self.line.left_minor, self.details.row.outstanding_minor)

    def done_text(self) -> str:
        return self.tr("Called. The guarantor sees it as soon as a majority of the voters has signed it.")


class PoolClaimSheet(DemandSheet):
    """The holder claims from a pool; what it would pay by its rule shows as one types."""

    kind = "pool.claim"

    def title_text(self) -> str:
        return self.tr("Claim from a pool")

    def _fill(self) -> None:
        found = [line for line in self.details.covers if line.kind == "pool"]
        if not found:
            self.state(self.tr("There is no pool in this currency with pledges left."))
            self.add_close()
            return
        self._due = KeyValueGrid()
        self._ask = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._ask.timeout.connect(self._show_due)
        self.add_demand(found, self.tr("Pool"))
        self._amount.figure.textChanged.connect(self._ask.start)
        self._box.currentIndexChanged.connect(self._ask.start)
        self.body.addWidget(self._due)
        self._show_due()
        self.say(
            self.tr(
                "The rule says what is paid, not the keeper. Once the keeper has drawn, you put it in your place for "
                "that much, and {debtor} owes you the rest. A claim can't be taken back."
            ).format(debtor=self.counterparty())
        )
        self.add_buttons(self.tr("Claim and sign"))

    def line_text(self, line: CoverLine) -> str:
        return self.tr("{name}: {amount} left").format(
            name=peer_text(line.name), amount=self.amount_text(line.left_minor)
        )

    @slot_task
    async def _show_due(self) -> None:
        amount = self._amount.amount_minor()
        if amount is None:
            return
        asked = requests.CoverDue(pool=self.line.id, obligation=self.details.row.object, amount=amount)
        due: PoolDue = await self.client.call("cover.due", asked)
        if (amount, asked.pool) == (self._amount.amount_minor(), self.line.id):
            self._due.set_rows([*due_rows(due, amount, self.formats)])
            self.fit_soon()

    def done_text(self) -> str:
        return self.tr("Claimed. The pool's keeper draws for it next.")


class SubrogateSheet(ActionSheet):
    """The holder puts whoever has paid into its place."""

    kind = "credit.subrogate"

    def title_text(self) -> str:
        return self.tr("Pass on to whoever paid")

    def _fill(self) -> None:
        self._paid = self.details.paid
        if not self._paid:
            self.state(self.tr("Nobody has paid for this record as it stands."))
            self.add_close()
            return
        self._box = ChoiceBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for item in self._paid:
            who, amount = name_text(item.payer_name, item.payer), self.amount_text(item.amount_minor)
            self._box.addItem(self.tr("{who} paid {amount}").format(who=who, amount=amount), item.entry)
        self.body.addWidget(FormField(self.tr("Payment"), self._box))
        is_final = any(item.level == "final" for item in self._paid)
        if not is_final:
            self.state(self.tr("It waits until more than two thirds of the voters have signed for the payment."))
        self.say(
            self.tr(
                "Confirms that the money has come. {debtor} owes that much to whoever paid from then on, and the rest "
                "to you. It can't be taken back."
            ).format(debtor=self.counterparty())
        )
        if is_final:
            self.add_buttons(self.tr("Pass on and sign"))
        else:
            self.add_close()

    def fields(self) -> dict[str, Any] | None:
        return {"paid": self._box.currentData()}

    def done_text(self) -> str:
        return self.tr("Passed on. The voters are signing it.")

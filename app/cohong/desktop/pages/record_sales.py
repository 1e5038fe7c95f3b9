"""Forms of sales: offering a receivable, making a binding offer for one, and taking an offer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QComboBox

from cohong.api.views import OfferView, RecordDetails
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.record_actions import ActionSheet
from cohong.desktop.sale_wording import discount_text, once_only_text, recourse_meaning, recourse_text
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.form_field import AmountField, FormField, day_field, day_of
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.primitives.days import days_between
from cohong.primitives.discount import discount_bp
from cohong.primitives.money import format_plain

OFFER_DAYS: Final = 14
"""How long an offer holds, as the forms propose it."""


class TermsSheet(ActionSheet):
    """Base of both offers: how much of what is owed, for what price, with or without recourse, until when."""

    def add_terms(self, offer: OfferView | None) -> None:
        """Add the fields; `offer` is one to begin with, else all that is outstanding at its full amount."""
        row = self.details.row
        amount = row.outstanding_minor if offer is None else min(offer.amount_minor, row.outstanding_minor)
        self._amount, self._price = AmountField(row.currency, fixed=True), AmountField(row.currency, fixed=True)
        self._amount.figure.setText(format_plain(amount, row.currency))
        self._price.figure.setText(format_plain(amount if offer is None else offer.price_minor, row.currency))
        hint = self.tr("Outstanding: {amount}").format(amount=self.amount_text(row.outstanding_minor))
        self._amount_field = FormField(self.tr("Amount of it"), self._amount, hint)
        self._price_field = FormField(self.tr("Price"), self._price)
        self._recourse = QCheckBox(self.tr("With recourse: the seller makes good if the debtor does not pay"))
        self._recourse.setChecked(offer is not None and offer.recourse)
        until = (_today() + timedelta(days=OFFER_DAYS)).isoformat() if offer is None else offer.valid_until
        self._until = day_field(until)
        self._until_field = FormField(self.tr("Good until"), self._until)
        for widget in (self._amount_field, self._price_field, self._recourse, self._until_field):
            self.body.addWidget(widget)
        for field in (self._amount, self._price):
            field.figure.textChanged.connect(self._show_discount)
        self._show_discount()

    def _show_discount(self) -> None:
        """Say under the price what it comes to a year."""
        amount, price = self._amount.amount_minor(), self._price.amount_minor()
        words = ""
        if amount is not None and price is not None:
            days = days_between(_today().isoformat(), self.details.row.due)
            found = discount_bp(amount_minor=amount, price_minor=price, days=days)
            words = discount_text(found, self.formats)
        self._price_field.set_hint(words)

    def fields(self) -> dict[str, Any] | None:
        amount, problem = self._amount.amount_minor(), self._amount.problem()
        if not problem and amount is not None and amount > self.details.row.outstanding_minor:
            problem = self.tr("More than is outstanding.")
        self._amount_field.set_error(problem)
        self._price_field.set_error(self._price.problem())
        over = day_of(self._until) < _today().isoformat()
        self._until_field.set_error(self.tr("This day is over.") if over else "")
        if problem or self._price.problem() or over:
            self.fit()
            return None
        return {
            "amount": amount,
            "price": self._price.amount_minor(),
            "recourse": self._recourse.isChecked(),
            "valid_until": day_of(self._until),
        }


class SellSheet(TermsSheet):
    """The holder puts a receivable on the board."""

    kind = "offer.sell"

    def title_text(self) -> str:
        return self.tr("Offer for sale")

    def _fill(self) -> None:
        self.add_terms(None)
        self.say(
            self.tr(
                "Shows on the board of all members, up to that day or until something about the record changes. It "
                "binds nobody: you sell by taking an offer that somebody makes you."
            )
        )
        self.add_buttons(self.tr("Offer and sign"))

    def done_text(self) -> str:
        return self.tr("On the board once a majority of the voters has signed it.")


class BuySheet(TermsSheet):
    """A member's binding offer."""

    kind = "offer.buy"

    def title_text(self) -> str:
        return self.tr("Offer to buy")

    def _fill(self) -> None:
        row = self.details.row
        debtor = member_text(row.debtor_name, row.debtor)
        self.state(
            self.tr("{debtor} owes {holder} {amount}, due {day}.").format(
                debtor=debtor, holder=self.holder(), amount=self.amount_text(row.outstanding_minor),
                day=self.formats.day(row.due),
            )
        )  # fmt: skip
        asked = [offer for offer in self.details.offers if offer.side == "sell" and offer.usable]
        self.add_terms(asked[-1] if asked else None)
        self.say(
            self.tr(
                "Binding: up to that day {holder} may sell to you on these terms, and you can't take it back. Then "
                "{debtor} owes it to you, and you pay {holder} the price yourselves: Cohong moves no money."
            ).format(holder=self.holder(), debtor=debtor)
        )
        self.say(once_only_text())
        self.add_buttons(self.tr("Make the binding offer and sign"))

    def done_text(self) -> str:
        return self.tr("Offered. {who} may take it from now on.").format(who=self.holder())


class AssignSheet(ActionSheet):
    """The holder takes an offer: the sale."""

    kind = "credit.assign"

    def title_text(self) -> str:
        return self.tr("Take an offer")

    def _fill(self) -> None:
        self._offers = bids_on(self.details)
        if not self._offers:
            self.state(self.tr("Nobody has made a binding offer for this record as it stands."))
            self.say(self.tr("Offer it for sale: then it shows on the board of all members."))
            self.add_close()
            return
        self._box = ChoiceBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for offer in self._offers:
            who = member_text(offer.author_name, offer.author)
            price = self.amount_text(offer.price_minor)
            self._box.addItem(self.tr("{who}: {price}").format(who=who, price=price), offer.offer)
        self.body.addWidget(FormField(self.tr("Offer"), self._box))
        self._consequences = [Label("", wrap=True), Label("", wrap=True), MutedLabel(), MutedLabel()]
        for label in self._consequences:
            self.body.addWidget(label)
        self._box.currentIndexChanged.connect(self._show_consequences)
        self._show_consequences()
        if "disputed" in self.details.row.marks:
            self.state(self.tr("It is disputed: it can't be sold until the dispute is closed."))
            self.add_close()
        else:
            self.add_buttons(self.tr("Sell and sign"))

    def choose(self, offer: str) -> None:
        """Begin with this offer."""
        place = self._box.findData(offer) if self._offers else -1
        if place >= 0:
            self._box.setCurrentIndex(place)

    def _show_consequences(self) -> None:
        """What selling on the chosen terms means for everybody concerned."""
        offer, row = self._offers[self._box.currentIndex()], self.details.row
        buyer, debtor = member_text(offer.author_name, offer.author), member_text(row.debtor_name, row.debtor)
        sold = self.tr("You sell {amount} of what {debtor} owes you to {buyer} for {price}, {recourse}.").format(
            amount=self.amount_text(offer.amount_minor), debtor=debtor, buyer=buyer,
            price=self.amount_text(offer.price_minor), recourse=recourse_text(offer.recourse),
        )  # fmt: skip
        rest = row.outstanding_minor - offer.amount_minor
        left = (
            self.tr("{debtor} owes that to {buyer} from then on, and {amount} to you still.").format(
                debtor=debtor, buyer=buyer, amount=self.amount_text(rest)
            )
            if rest > 0
            else self.tr("{debtor} owes it to {buyer} from then on, and nothing to you.").format(
                debtor=debtor, buyer=buyer
            )
        )
        meant = recourse_meaning(offer.recourse, seller=self.holder(), buyer=buyer, debtor=debtor)
        paid = self.tr("See that {buyer} pays you: Cohong moves no money. A sale can't be taken back.")
        texts = (sold, left, meant, f"{paid.format(buyer=buyer)} {once_only_text()}")
        for label, text in zip(self._consequences, texts, strict=True):
            label.setText(text)
        self.fit_soon()

    def fields(self) -> dict[str, Any] | None:
        return {"consent": self._box.currentData()}

    def done_text(self) -> str:
        return self.tr("Sold, and final once more than two thirds of the voters have signed it.")


def bids_on(details: RecordDetails) -> list[OfferView]:
    """Return the binding offers for a record that are good, the highest price a unit first."""
    good = [offer for offer in details.offers if offer.side == "buy" and offer.usable]
    return sorted(good, key=lambda offer: -offer.price_minor * 10**6 // offer.amount_minor)


def _today() -> date:
    return date.today()  # noqa: DTZ011  # a day of business is a local one

"""Sales of receivables in words: recourse, the yearly discount, how the debtor pays, and that nothing is sold twice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cohong.api.views import MemberFacts
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text


def recourse_text(recourse: bool) -> str:
    """Return whether the seller makes good for the debtor, in two words."""
    if recourse:
        return QCoreApplication.translate("Sales", "with recourse")
    return QCoreApplication.translate("Sales", "without recourse")


def once_only_text() -> str:
    """Return why a buyer need not fear that somebody else has bought the same."""
    return QCoreApplication.translate(
        "Sales",
        "This receivable cannot be sold twice: the sale is final when more than two thirds of the voters have signed "
        "for it.",
    )


def recourse_meaning(recourse: bool, *, seller: str, buyer: str, debtor: str) -> str:
    """Return who bears the loss if the debtor does not pay."""
    words = (
        QCoreApplication.translate("Sales", "With recourse: if {debtor} does not pay, {seller} makes good to {buyer}.")
        if recourse
        else QCoreApplication.translate("Sales", "Without recourse: if {debtor} does not pay, the loss is on {buyer}.")
    )
    return words.format(debtor=debtor, seller=seller, buyer=buyer)


def discount_text(basis_points: int | None, formats: Formats) -> str:
    """Return what a price comes to: a yearly discount, or that it is due and there is none."""
    if basis_points is None:
        return QCoreApplication.translate("Sales", "Due already: no yearly discount.")
    percent = formats.percent_of(basis_points)
    return QCoreApplication.translate("Sales", "{percent} a year off the amount").format(percent=percent)


def payment_facts_text(facts: MemberFacts, formats: Formats) -> str:
    """Return how a debtor has paid up to now: shares with what they are of, and no judgement."""
    translate = QCoreApplication.translate
    if not facts.invoices:
        words = translate("Sales", "Nothing is recorded yet of how {debtor} pays.")
    elif not facts.settled:
        words = translate("Sales", "{debtor}: of {invoices} recorded none is settled yet, {late} overdue.")
    else:
        words = translate(
            "Sales",
            "{debtor}: {paid} of {settled} settled invoices paid within terms ({paid_share}), {mean} days beyond terms "
            "on average, {worst} at worst. Paid late or overdue: {late} of {invoices} ({late_share}). In default: "
            "{defaulted}. Disputed: {disputed}.",
        )
    count = formats.count
    return words.format(
        debtor=name_text(facts.card.name, facts.card.member),
        invoices=count(facts.invoices),
        settled=count(facts.settled),
        paid=count(facts.paid_within_terms),
        paid_share=formats.percent(facts.paid_within_terms, facts.settled),
        mean=formats.decimal(facts.mean_days_late_milli),
        worst=count(facts.worst_days_late),
        late=count(facts.late),
        late_share=formats.percent(facts.late, facts.invoices),
        defaulted=count(facts.defaulted),
        disputed=count(facts.disputed),
    )

"""Sales of receivables in words: recourse, the yearly discount, and that nothing is sold twice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cohong.desktop.formatting import Formats


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

"""Credit limits in words: a suggestion with the reason for each step, and what is owed against a limit."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cohong.api.views import LimitInCurrency, LimitReason, LimitReport, OwnLimit
from cohong.desktop.formatting import Formats


class LimitWords(QObject):
    """Words limits in one language; a QObject, whose plurals `lupdate` knows."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def suggestion(self, of: LimitInCurrency) -> str:
        """Return the figure, or that there is none."""
        if of.suggested_minor is None:
            words = self.tr("The book has no answer: too little was repaid in {currency}.")
            return words.format(currency=of.currency)
        return self.tr("Suggested: {amount}").format(amount=self._formats.money(of.currency, of.suggested_minor))

    def reason(self, reason: LimitReason, currency: str, report: LimitReport) -> str:
        """Return why the figure is what it is after this step."""
        amount = self._formats.money(currency, reason.figure) if reason.step in ("believed", "overdue") else ""
        words = {
            "repaid-to-me": self.tr(
                "The most you were owed at once and paid within terms, in %Ln obligation(s)",
                "",
                reason.figure,
            ),
            "repaid-to-all": self.tr("Likewise of everybody, in %Ln obligation(s)", "", reason.figure),
            "believed": self.tr("As far as your own experience and your trust of {amount} go"),
            "grade": self.tr("Grade {grade}: {percent} of it"),
            "thin": self.tr("Thin file: half of what you have seen yourself"),
            "overdue": self.tr("Less what is overdue to anybody, {amount}"),
            "rounded": self.tr("In two leading digits"),
        }[reason.step]
        percent = self._formats.percent(reason.figure, 100)
        return words.format(amount=amount, grade=report.grade or "", percent=percent)

    def owed(self, of: LimitInCurrency) -> str:
        """Return what is owed now, and what is proposed besides."""
        money = self._formats.money
        words = self.tr("Owes you {open}.") if not of.asked_minor else self.tr("Owes you {open}; {asked} is proposed.")
        return words.format(open=money(of.currency, of.open_minor), asked=money(of.currency, of.asked_minor))

    def short(self, limit: OwnLimit) -> str:
        """Return a limit and how much of it is used, for a button."""
        used = self._formats.percent(limit.open_minor + limit.asked_minor, limit.amount_minor)
        return self.tr("Limit {amount}, {used} used").format(
            amount=self._formats.money(limit.currency, limit.amount_minor), used=used
        )

    def warning(self, limit: OwnLimit, name: str, more_minor: int) -> str:
        """Return that so much more would exceed a limit; empty where it would not."""
        then = limit.open_minor + limit.asked_minor + more_minor
        if then <= limit.amount_minor:
            return ""
        money, currency = self._formats.money, limit.currency
        words = self.tr("{name} would owe you {then}, above your limit of {limit}. Nothing keeps you from it.")
        return words.format(name=name, then=money(currency, then), limit=money(currency, limit.amount_minor))

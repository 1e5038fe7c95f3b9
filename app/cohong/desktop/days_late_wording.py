"""How late an invoice will be paid, in words: that it is foretold, how far off that may be, and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cohong.api.views import ForetoldDays, PaymentForetold
from cohong.desktop.formatting import Formats


class DaysLateWords(QObject):
    """Words predictions in one language; a QObject, whose plurals `lupdate` knows."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def foretold(self, found: PaymentForetold) -> str:
        """Return by when it is likely paid; or that nothing can be foretold."""
        if found.foretold is None:
            return self.tr("Too few payments are in the book to foretell anything.")
        days = round(found.foretold.days)
        on = self._formats.day(found.foretold.paid_on)
        if days == 0:
            return self.tr("Likely paid by {day}, when it is due").format(day=on)
        return self.tr("Likely paid about {day}, %n day(s) late", "", days).format(day=on)

    def spread(self, foretold: ForetoldDays) -> str:
        """Return how far off it may be."""
        count, error = self._formats.count, self._days(foretold.error_days)
        if foretold.high == 0:
            words = self.tr("Four times of five no later than it is due; usual error {error} days.")
        elif foretold.low == foretold.high:
            words = self.tr("Four times of five {high} days late; usual error {error} days.")
        else:
            words = self.tr("Four times of five {low} to {high} days late; usual error {error} days.")
        return words.format(low=count(foretold.low), high=count(foretold.high), error=error)

    def grounds(self, foretold: ForetoldDays) -> str:
        """Return what it rests on, and on a line of its own that nobody has said it."""
        own = self.tr("It has paid nothing yet that is in the book.")
        if foretold.own_mean is not None:
            own = self.tr("%Ln payment(s) of its own: {days} days late on average.", "", foretold.own)
            own = own.format(days=self._days(foretold.own_mean))
        everybody = self.tr("%Ln payment(s) of all members: {days} days late on average.", "", foretold.everybody)
        caution = self.tr("A prediction of this computer, not a statement of anybody.")
        return "\n".join((own, everybody.format(days=self._days(foretold.everybody_mean)), caution))

    def _days(self, days: float) -> str:
        return self._formats.decimal(round(1_000 * days))

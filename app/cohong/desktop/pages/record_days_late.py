"""How late an open invoice will be paid, as this machine foretells it, beside the record's terms."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.days_late_wording import DaysLateWords
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import Label, MutedLabel

_TO_BE_PAID: Final = ("draft", "proposed", "active", "overdue", "defaulted")


class DaysLateNote(QWidget):
    """Asks for the prediction each time that the record is shown anew; nothing about one's own debts."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._object = ""
        self._words = DaysLateWords(page.shell.formats)
        self._foretold = Label("", "strong", wrap=True)
        self._spread = Label("", wrap=True)
        self._grounds = MutedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        for label in (self._foretold, self._spread, self._grounds):
            column.addWidget(label)
        self.hide()

    def show_row(self, row: views.ObligationRow) -> None:
        """Foretell when this obligation is paid, if it is to be."""
        if row.object != self._object:
            self.hide()
        self._object = row.object
        if row.state in _TO_BE_PAID and row.side != "debtor":
            self._ask()
        else:
            self.hide()

    @slot_task
    async def _ask(self) -> None:
        asked = self._object
        found: views.PaymentForetold = await self._page.client.call("check.days_late", requests.OfObject(object=asked))
        if asked == self._object:
            self.set_found(found)

    def set_found(self, found: views.PaymentForetold) -> None:
        """Show what is foretold; nothing where nothing is owed any more."""
        self.setVisible(found.why != "nothing-owed")
        for label in (self._foretold, self._spread):
            label.setVisible(found.foretold is not None)
        if found.foretold is None:
            self._grounds.setText(self._words.foretold(found))
        else:
            self._foretold.setText(self._words.foretold(found))
            self._spread.setText(self._words.spread(found.foretold))
            self._grounds.setText(self._words.grounds(found.foretold))

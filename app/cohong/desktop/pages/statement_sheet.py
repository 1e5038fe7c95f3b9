"""Asks for the period and the currency of an account statement, before its file is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cohong.api.views import MemberCard
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.page import Page
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.form_field import FormField, day_field, day_of
from cohong.desktop.widgets.sheet import Sheet


class StatementSheet(Sheet):
    """The account with one member, this year so far unless the user says otherwise.

    Signals:
        chosen: first day, last day, currency (empty for all).
    """

    chosen = Signal(str, str, str)

    def __init__(self, page: Page, card: MemberCard, currencies: Sequence[str]) -> None:
        super().__init__(page, "", width=520)
        title = self.tr("Account statement")
        self.title.setText(title)
        self.setAccessibleName(title)
        words = self.tr("With {name}: opening balance, invoices, receipts and closing balance.")
        self.caption.setText(words.format(name=member_text(card.name, card.member)))
        self.caption.show()
        today = date.today()  # noqa: DTZ011  # a day of this machine
        self.first, self.last = day_field(f"{today.year}-01-01"), day_field(today.isoformat())
        self.currency = ChoiceBox()
        self.currency.addItem(self.tr("All, each by itself"), "")
        for code in currencies:
            self.currency.addItem(code, code)
        self._first_field = FormField(self.tr("From"), self.first)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(self._first_field)
        row.addWidget(FormField(self.tr("To"), self.last))
        self.body.addLayout(row)
        self.body.addWidget(FormField(self.tr("Currency"), self.currency))
        self._add_footer()

    def _add_footer(self) -> None:
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        choose = PrimaryButton(self.tr("Choose a place…"), "export")
        choose.clicked.connect(self._choose)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(choose)

    def _choose(self) -> None:
        first, last = day_of(self.first), day_of(self.last)
        if first > last:
            self._first_field.set_error(self.tr("The first day is after the last one."))
            self.fit_soon()
            return
        self.dismiss()
        self.chosen.emit(first, last, str(self.currency.currentData()))

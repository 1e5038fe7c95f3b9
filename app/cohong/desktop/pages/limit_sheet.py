"""How much a member may owe: the suggestion with its reasons, what it owes now, and the limit that one keeps."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.limit_wording import LimitWords
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.exposure_meter import ExposureBar
from cohong.desktop.widgets.form_field import FIRST_CURRENCIES, FormField, parse_amount
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet
from cohong.primitives.money import format_plain


class LimitSheet(Sheet):
    """Shows one currency at a time, beginning with the first in which there is anything."""

    def __init__(self, page: Page, report: views.LimitReport) -> None:
        super().__init__(page, "", width=600)
        self._page, self._report = page, report
        self._formats = page.shell.formats
        self._words = LimitWords(page.shell.formats)
        title = self.tr("Credit limit for {name}").format(name=name_text(report.name, report.member))
        self.title.setText(title)
        self.setAccessibleName(title)
        self._known = {each.currency: each for each in report.currencies}
        self.currency = ChoiceBox()
        for code in dict.fromkeys((*self._known, *FIRST_CURRENCIES)):
            self.currency.addItem(code, code)
        self.amount = QLineEdit()
        self.keep, self.forget = PrimaryButton(self.tr("Keep")), QuietButton(self.tr("No limit"))
        self._lay_out()
        self.currency.currentIndexChanged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self._suggested, self._owed = Label("", "strong", wrap=True), Label("", wrap=True)
        self._steps = KeyValueGrid()
        self._bar = QVBoxLayout()
        card = Card(look="sunken", padding=4)
        for widget in (self._suggested, self._steps):
            card.body.addWidget(widget)
        self._field = FormField(self.tr("Your limit"), self.amount)
        self.body.addWidget(FormField(self.tr("Currency"), self.currency))
        self.body.addWidget(card)
        self.body.addWidget(self._owed)
        self.body.addLayout(self._bar)
        self.body.addWidget(self._field)
        words = self.tr("It stays on this computer, and nobody is told. A record that would exceed it is warned of.")
        self.body.addWidget(MutedLabel(words))
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.keep.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget)
        self.footer.addWidget(self.forget)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.keep)

    def _show(self) -> None:
        code = str(self.currency.currentData())
        of = self._known.get(code) or views.LimitInCurrency(
            currency=code, suggested_minor=None, reasons=[], own_minor=None, open_minor=0, asked_minor=0
        )
        money = self._formats.money
        self._suggested.setText(self._words.suggestion(of))
        self._steps.set_rows([
            (money(code, reason.after_minor), self._words.reason(reason, code, self._report)) for reason in of.reasons
        ])  # fmt: skip
        self._steps.setVisible(bool(of.reasons))
        self._owed.setText(self._words.owed(of))
        self._put_bar(of)
        minor = of.own_minor if of.own_minor is not None else of.suggested_minor
        self.amount.setText(format_plain(minor, code) if minor is not None else "")
        self.forget.setVisible(of.own_minor is not None)
        self.fit_soon()

    def _put_bar(self, of: views.LimitInCurrency) -> None:
        """Show what is owed, and hatched what is proposed, against the limit of one's own."""
        while (item := self._bar.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if of.own_minor is not None:
            then = of.open_minor + of.asked_minor
            bar = ExposureBar(of.open_minor, then, max(of.own_minor, then))
            bar.setAccessibleName(self._words.owed(of))
            self._bar.addWidget(bar)

    @slot_task
    async def _keep(self) -> None:
        code = str(self.currency.currentData())
        minor = parse_amount(self.amount.text(), code)
        if minor is None:
            self._field.set_error(self.tr("An amount such as 48,200.00."))
            self.fit_soon()
            return
        await self._set(minor)

    @slot_task
    async def _forget(self) -> None:
        await self._set(None)

    async def _set(self, minor: int | None) -> None:
        what = requests.SetLimit(
            member=self._report.member, currency=str(self.currency.currentData()), amount_minor=minor
        )
        await self._page.client.call("limit.set", what)
        self.dismiss()


class LimitButton(QuietButton):
    """Opens the sheet for the member whose report is shown, and says its limit and how much of that is used."""

    def __init__(self, page: Page) -> None:
        super().__init__("", "scale")
        self._page = page
        self._member = ""
        self._words = LimitWords(page.shell.formats)
        self._limits: list[views.OwnLimit] = []
        self.clicked.connect(self.open_sheet)
        page.client.changed.connect(self._changed)
        self._say()

    def show_member(self, member: str) -> None:
        """Be about a member; about the one it is about already nothing is asked anew."""
        if member != self._member:
            self._member, self._limits = member, []
            self._say()
            run_task(self, self._load())

    @slot_task
    async def open_sheet(self) -> None:
        """Ask for the suggestion, and show it."""
        report = await self._page.client.call("limit.suggest", requests.OfMember(member=self._member))
        LimitSheet(self._page, report).open()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("watch", "resync") and self._member:
            run_task(self, self._load())

    async def _load(self) -> None:
        asked = self._member
        found = await self._page.client.call("limit.list", requests.OfLimits(member=asked))
        if asked == self._member:
            self._limits = found
            self._say()

    def _say(self) -> None:
        self.setText(self._words.short(self._limits[0]) if self._limits else self.tr("Credit limit…"))


class LimitWarning(QWidget):
    """Says in the form of a new record that it would exceed a limit of one's own; hidden otherwise."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._words = LimitWords(page.shell.formats)
        self._limits: list[views.OwnLimit] = []
        self._text = Label("", "warning", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(1), 0, 0)
        column.addWidget(self._text)
        self.hide()
        run_task(self, self._load())

    async def _load(self) -> None:
        self._limits = await self._page.client.call("limit.list", requests.OfLimits())

    def weigh(self, debtor: str, name: str, currency: str, more_minor: int | None) -> bool:
        """Say whether so much more of a debtor's would exceed the limit for it; True if that needs other room."""
        found = [each for each in self._limits if (each.member, each.currency) == (debtor, currency)]
        words = self._words.warning(found[0], name, more_minor) if found and more_minor else ""
        turned = self.isHidden() == bool(words)
        self._text.setText(words)
        self.setVisible(bool(words))
        return turned

"""What a member may do about a netting round: forms that say what signing means, before it is signed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit

from cohong.api import requests
from cohong.api.views import RoundView
from cohong.desktop.motion_wording import name_text
from cohong.desktop.netting_wording import joined_in_all, round_title
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.writing_sheet import WritingSheet
from cohong.desktop.widgets.form_field import FormField, currency_box, day_field, day_of
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import MutedLabel

TEXT_CHARS_MAX: Final = 500


class JoinSheet(WritingSheet):
    """Takes part with all that is within the round."""

    def __init__(self, page: Page, round_: RoundView, preview: str) -> None:
        super().__init__(page, "", round_title(round_, page.shell.formats))
        self.title.setText(self.tr("Join this round?"))
        self.setAccessibleName(self.title.text())
        self._round = round_
        formats = page.shell.formats
        money = formats.money
        self.body.addWidget(KeyValueGrid([
            (self.tr("I owe"), money(round_.currency, round_.owe_minor)),
            (self.tr("I am owed"), money(round_.currency, round_.owed_minor)),
        ]))  # fmt: skip
        if preview:
            self.body.addWidget(MutedLabel(preview))
        self.say(
            self.tr(
                "What you owe and are owed within this round takes part: what you owe now, what you are owed as soon "
                "as its debtor takes part, without asking you again."
            ),
            self.tr(
                "Until the round ends, control of what has joined passes to {who}: you can't record payments on it, "
                "sell it or change its terms. That is over when the result is written, when the round is ended "
                "without one, or when it lapses after {day}."
            ).format(who=name_text(round_.coordinator_name, round_.coordinator), day=formats.day(round_.ends)),
            self.tr(
                "Nobody's net position changes: as much is taken off what you owe as off what you are owed, and every "
                "voter checks that before it signs the result."
            ),
        )
        self.body.addWidget(MutedLabel(self.tr("Joining is signed and binding. It can't be taken back.")))
        self.add_buttons(self.tr("Join and sign"))

    async def write(self) -> str:
        await self.page.client.call("netting.join", requests.OfRound(round=self._round.id, key=self.key))
        return self.tr("Joined. What you are owed joins by itself as its debtors take part.")


class SettleSheet(WritingSheet):
    """Computes the result and writes it, as the coordinator."""

    def __init__(self, page: Page, round_: RoundView) -> None:
        super().__init__(page, "", round_title(round_, page.shell.formats))
        self.title.setText(self.tr("Settle this round?"))
        self.setAccessibleName(self.title.text())
        self._round = round_
        self.body.addWidget(KeyValueGrid([(self.tr("What has joined"), joined_in_all(round_, page.shell.formats))]))
        self.say(
            self.tr(
                "The largest amount that can be cleared is computed on this machine and written. It takes effect for "
                "all at once when more than two thirds of the voters have signed it; each of them computes it anew."
            ),
            self.tr("What joins from now on is too late for it. Control of what has joined goes back to its holders."),
        )
        self.body.addWidget(MutedLabel(self.tr("A result is signed and can't be taken back.")))
        self.add_buttons(self.tr("Settle and sign"))

    async def write(self) -> str:
        await self.page.client.call("netting.settle", requests.OfRound(round=self._round.id, key=self.key))
        return self.tr("The result is written; it takes effect once it is final.")


class AbortSheet(WritingSheet):
    """Ends a round without a result, as the coordinator."""

    def __init__(self, page: Page, round_: RoundView) -> None:
        super().__init__(page, "", round_title(round_, page.shell.formats))
        self.title.setText(self.tr("End this round without a result?"))
        self.setAccessibleName(self.title.text())
        self._round = round_
        self.reason_edit = QLineEdit()
        self.reason_edit.setMaxLength(TEXT_CHARS_MAX)
        hint = self.tr("All members can read it. It may be left empty.")
        self.body.addWidget(FormField(self.tr("Reason"), self.reason_edit, hint))
        self.say(
            self.tr(
                "Nothing is set off, and everybody has back control of what had joined. This round can't be opened "
                "again; you may announce another."
            )
        )
        self.add_buttons(self.tr("End it and sign"), danger=True)

    async def write(self) -> str:
        fields = {"reason": self.reason_edit.text().strip()}
        await self.write_record("netting.abort", self._round.id, fields)
        return self.tr("The round is ended; the voters are signing it.")


class AnnounceSheet(WritingSheet):
    """Announces a round.

    Signals:
        announced: its id.
    """

    announced = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page, "")
        self.title.setText(self.tr("Announce a netting round"))
        self.setAccessibleName(self.title.text())
        today = QDate.currentDate()
        self.currency_box = currency_box()
        self.due_edit = day_field(QDate(today.year(), 12, 31).toString("yyyy-MM-dd"))
        self.ends_edit = day_field(today.addDays(7).toString("yyyy-MM-dd"))
        self.says_edit = QLineEdit()
        self.says_edit.setMaxLength(TEXT_CHARS_MAX)
        self._ends_field = FormField(
            self.tr("Ends"), self.ends_edit, self.tr("The last day on which you may write the result.")
        )
        for field in (
            FormField(self.tr("Currency"), self.currency_box),
            FormField(
                self.tr("Due until"), self.due_edit,
                self.tr("What is open, may be netted and is due by this day can take part."),
            ),
            self._ends_field,
            FormField(self.tr("What everybody should know of it"), self.says_edit),
        ):  # fmt: skip
            self.body.addWidget(field)
        self.body.addWidget(
            MutedLabel(
                self.tr(
                    "You become its coordinator: what joins is under your control until the round ends, and only you "
                    "can settle it. You see what everybody brings, as all members do."
                )
            )
        )
        self.add_buttons(self.tr("Announce and sign"))

    async def write(self) -> str:
        is_over = day_of(self.ends_edit) < day_of(day_field())
        self._ends_field.set_error(self.tr("This day is over.") if is_over else "")
        if is_over:
            self.ends_edit.setFocus()
            self.fit()
            return ""
        fields = {
            "currency": str(self.currency_box.currentData()),
            "due_until": day_of(self.due_edit),
            "ends": day_of(self.ends_edit),
            "says": self.says_edit.text().strip(),
        }
        written = await self.write_record("netting.announce", "", fields)
        self.announced.emit(written.object)
        return self.tr("Announced. Members can join as soon as a majority of the voters has signed it.")

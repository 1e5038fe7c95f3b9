"""Settings: the persons whose reports were opened, when and what for; how long that is kept, as a file, and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import Done, LookUpPage, LookUpView
from cohong.desktop.consent_wording import purpose_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.export_bar import ExportBar
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import DangerButton, IconButton, SecondaryButton
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.labels import Label, MutedLabel, NamedHint
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.short_table import ShortTable

DAYS_OFFERED: Final = (requests.DAYS_KEPT_MIN, 90, 180, 365, 730, requests.DAYS_KEPT_MAX)
ROWS_AT_ONCE: Final = 50
ROWS_SHOWN: Final = 8
COLUMN_PX: Final = 110
"""At least: names are not squeezed, the table scrolls sideways instead."""


class LookUpsForm(QWidget):
    """The log, a page of it at a time."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._first = 0
        self._found = LookUpPage(rows=[], total=0, days_kept=0)
        self._nobody = MutedLabel(self.tr("You have opened no report about a person so far."))
        self.table = ShortTable(
            self.tr("Whom you have looked up"),
            [self.tr("When"), self.tr("Who"), self.tr("What for"), self.tr("Consent")],
            stretch=1,
            rows_shown=ROWS_SHOWN,
        )
        self.table.horizontalHeader().setMinimumSectionSize(page.shell.theme.scaled(COLUMN_PX))
        self.days = ChoiceBox()
        self.days.setAccessibleName(self.tr("Kept for"))
        self.days.activated.connect(self.choose_days)
        self._save = SecondaryButton(self.tr("Save as a file…"), "export")
        self._save.clicked.connect(self.save)
        self._clear = SecondaryButton(self.tr("Delete all…"))
        self._clear.clicked.connect(self.ask_to_clear)
        self._back = IconButton("chevron-left", self.tr("Newer ones"))
        self._back.clicked.connect(lambda: self._turn(-ROWS_AT_ONCE))
        self._on = IconButton("chevron-right", self.tr("Older ones"))
        self._on.clicked.connect(lambda: self._turn(ROWS_AT_ONCE))
        self._place = MutedLabel(wrap=False)
        self._bar = ExportBar(page)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        effect = self.tr("Noted on this computer when you open a report about a person. It is sent to nobody.")
        head = _row(NamedHint(self.tr("Whom you have looked up"), effect), self._save, self._clear)
        turn = QHBoxLayout()
        turn.setSpacing(space(1))
        turn.addStretch(1)
        for widget in (self._place, self._back, self._on):
            turn.addWidget(widget)
        kept = self.tr("Older ones are deleted when this profile is opened.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(head)
        for part in (self._bar, self._nobody, self.table):
            column.addWidget(part)
        column.addLayout(turn)
        column.addLayout(_row(NamedHint(self.tr("Kept for"), kept), self.days))

    async def shown(self) -> None:
        """Fetch the newest lines."""
        self._first = 0
        await self._load()

    async def _load(self) -> None:
        asked = requests.LookUps(first=self._first, count=ROWS_AT_ONCE)
        try:
            self._found = await self._page.client.call("lookup.list", asked)
        except ApiError as error:
            if error.code is not ApiErrorCode.NO_NETWORK:
                raise
        self._show()

    @slot_task
    async def _turn(self, by: int) -> None:
        self._first = max(0, self._first + by)
        await self._load()

    def choose_days(self, place: int) -> None:
        """Take what was chosen; what would be lost is said before: an arrow key chooses too."""
        days, kept = int(self.days.itemData(place)), self._found.days_kept
        if days >= kept or not self._found.total:
            self.keep(days)
            return
        self._show_days(kept)
        title = self.tr("Keep look-ups for %n day(s) only?", "", days)
        lost = self.tr("Older ones are deleted at once and for good. What you have read then cannot be shown any more.")
        ForgetSheet(self, title, [lost], self.tr("Delete older ones"), lambda: self.keep(days)).open()

    @slot_task
    async def keep(self, days: int) -> None:
        """Keep look-ups for so many days."""
        done: Done = await self._page.client.call("lookup.keep", requests.KeepLookUps(days=days))
        await self.shown()
        if done.done:
            self._page.shell.toast(self.tr("%Ln older look-up(s) deleted.", "", done.done))

    def save(self) -> None:
        """Ask where the log is to go, and have it written there."""
        self._bar.choose_place(
            self.tr("Whom you have looked up"),
            "look-ups",
            lambda path, replace: ("export.lookups", requests.ExportLookUps(path=path, replace=replace)),
        )

    def ask_to_clear(self) -> None:
        """Say what is lost before all of it is deleted."""
        lost = self.tr(
            "%Ln look-up(s) are deleted for good. What you have read and why cannot be shown to anybody then.",
            "",
            self._found.total,
        )
        stays = self.tr("What was recorded under a consent stays in the book. You are asked again what for, today too.")
        title = self.tr("Delete the log of look-ups?")
        ForgetSheet(self, title, [lost, stays], self.tr("Delete all"), self.clear).open()

    @slot_task
    async def clear(self) -> None:
        """Have all of it deleted."""
        done: Done = await self._page.client.call("lookup.clear")
        await self.shown()
        self._page.shell.toast(self.tr("%Ln look-up(s) deleted.", "", done.done), level="good")

    def _show(self) -> None:
        found, formats = self._found, self._page.shell.formats
        self.table.set_rows([self._line(each) for each in found.rows])
        is_paged = found.total > ROWS_AT_ONCE
        last = self._first + len(found.rows)
        words = self.tr("{first} to {last} of {total}")
        self._place.setText(
            words.format(
                first=formats.count(self._first + 1), last=formats.count(last), total=formats.count(found.total)
            )
        )
        for part in (self._place, self._back, self._on):
            part.setVisible(is_paged)
        self._back.setEnabled(self._first > 0)
        self._on.setEnabled(last < found.total)
        self._nobody.setVisible(not found.total)
        for control in (self.table, self._save, self._clear):
            control.setVisible(bool(found.total))
        self._show_days(found.days_kept)

    def _line(self, each: LookUpView) -> tuple[str, ...]:
        return (
            self._page.shell.formats.time(each.time_ms),
            name_text(each.name, each.member),
            purpose_text(each.purpose),
            self._consent(each),
        )

    def _consent(self, each: LookUpView) -> str:
        if not each.consent:
            return self.tr("none")
        day = self._page.shell.formats.table_day(each.until) if each.until else ""
        return self.tr("given until {day}").format(day=day) if day else self.tr("given")

    def _show_days(self, kept: int) -> None:
        self.days.clear()
        for days in sorted({*DAYS_OFFERED, kept} - {0}):
            self.days.addItem(self.tr("%n day(s)", "", days), days)
        self.days.setCurrentIndex(self.days.findData(kept))


class ForgetSheet(Sheet):
    """Says what is lost when look-ups are deleted, and has them deleted.

    Args:
        words: what is lost, and what is not.
        delete_words: what the button says that does it.
        forget: does it.
    """

    def __init__(
        self, form: LookUpsForm, title: str, words: Sequence[str], delete_words: str, forget: Callable[[], object]
    ) -> None:
        super().__init__(form, title, width=520)
        for each in words:
            self.body.addWidget(Label(each, wrap=True))
        self._forget = forget
        delete, cancel = DangerButton(delete_words), SecondaryButton(self.tr("Cancel"))
        delete.clicked.connect(self.forget)
        cancel.clicked.connect(self.dismiss)
        self.footer.addWidget(delete)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)

    def forget(self) -> None:
        """Delete them."""
        self.dismiss()
        self._forget()


def _row(hint: NamedHint, *controls: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(space(2))
    row.addWidget(hint, stretch=1)
    for control in controls:
        row.addWidget(control, alignment=Qt.AlignmentFlag.AlignVCenter)
    return row

"""Asks when a member that is watched is to be reviewed, and takes a note; and the button that opens that."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit

from cohong.api import requests, views
from cohong.desktop.motion_wording import name_text
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.form_field import FormField, day_field, day_of
from cohong.desktop.widgets.labels import Label
from cohong.desktop.widgets.sheet import Sheet

REVIEW_DAYS: Final = 90
NOTE_CHARS_MAX: Final = 500


class WatchSheet(Sheet):
    """Watches one member, changes how, or ends it. `watched` is how it is watched now, None if it is not."""

    def __init__(self, page: Page, member: str, name: str, watched: views.WatchedMember | None) -> None:
        super().__init__(page, "", width=520)
        self._page, self._member = page, member
        title = self.tr("Watch {name}").format(name=name_text(name, member))
        self.title.setText(title)
        self.setAccessibleName(title)
        review_on = watched.review_on if watched is not None else ""
        later = date.today() + timedelta(days=REVIEW_DAYS)  # noqa: DTZ011  # a day of this machine
        self.has_review = QCheckBox(self.tr("Remind me on a day to look again"))
        self.has_review.setChecked(watched is None or bool(review_on))
        self.review_on = day_field(review_on or later.isoformat())
        self.note = QLineEdit(watched.note if watched is not None else "")
        self.note.setMaxLength(NOTE_CHARS_MAX)
        self.watch = PrimaryButton(self.tr("Watch") if watched is None else self.tr("Keep"))
        self.stop = QuietButton(self.tr("Watch no more"))
        self._lay_out()
        # A button without a place would be a window of its own.
        self.stop.setVisible(watched is not None)

    def _lay_out(self) -> None:
        words = self.tr(
            "What changes from here on is shown before and after, with the records behind it. Nobody else learns that "
            "you watch: the list and your notes stay on this computer."
        )
        self.body.addWidget(Label(words, wrap=True))
        self.body.addWidget(self.has_review)
        day = FormField(self.tr("Day"), self.review_on)
        self.has_review.toggled.connect(day.setVisible)
        self.has_review.toggled.connect(self.fit_soon)
        self.body.addWidget(day)
        day.setVisible(self.has_review.isChecked())
        self.body.addWidget(FormField(self.tr("Note"), self.note, self.tr("For yourself.")))
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self.stop.clicked.connect(self._stop)
        self.watch.clicked.connect(self._watch)
        self.footer.addWidget(self.stop)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self.watch)

    @slot_task
    async def _watch(self) -> None:
        day = day_of(self.review_on) if self.has_review.isChecked() else ""
        what = requests.PutWatch(member=self._member, review_on=day, note=self.note.text().strip())
        await self._page.client.call("watch.set", what)
        self.dismiss()
        self._page.shell.toast(self.tr("Watched. What changes is told on the start page."), level="good")

    @slot_task
    async def _stop(self) -> None:
        await self._page.client.call("watch.remove", requests.OfMember(member=self._member))
        self.dismiss()


async def how_watched(page: Page, member: str) -> views.WatchedMember | None:
    """Return how a member is watched now, None if it is not."""
    found: views.WatchList = await page.client.call("watch.list", requests.OfWatched(member=member))
    return next(iter(found.members), None)


class WatchButton(QuietButton):
    """Opens the sheet for the member whose report is shown, and says whether it is watched."""

    def __init__(self, page: Page) -> None:
        super().__init__("", "eye")
        self._page = page
        self._member = self._name = ""
        self._watched: views.WatchedMember | None = None
        self.clicked.connect(self.open_sheet)
        page.client.changed.connect(self._changed)
        self._say()

    def show_member(self, member: str, name: str) -> None:
        """Be about a member; about the one it is about already nothing is asked anew."""
        if member == self._member:
            return
        self._member, self._name, self._watched = member, name, None
        self._say()
        run_task(self, self._load())

    def open_sheet(self) -> None:
        """Ask how the member is to be watched."""
        WatchSheet(self._page, self._member, self._name, self._watched).open()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("watch", "resync") and self._member:
            run_task(self, self._load())

    async def _load(self) -> None:
        asked = self._member
        watched = await how_watched(self._page, asked)
        if asked == self._member:
            self._watched = watched
            self._say()

    def _say(self) -> None:
        self.setText(self.tr("Watch…") if self._watched is None else self.tr("Watched…"))

"""The base of the forms of guarantees and pools: what one stands for, before and after what is about to be signed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from cohong.api import requests
from cohong.api.views import ExposureLine
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.writing_sheet import WritingSheet
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.exposure_meter import ExposureMeter
from cohong.desktop.widgets.form_field import (
    FormField,
    day_field,
    day_of,
)
from cohong.desktop.widgets.labels import SectionTitle

YEAR_DAYS: Final = 365
_ASK_MS: Final = 200
"""After a key was pressed; the figures follow whoever types, and the node is not asked for each digit."""


class CoverSheet(WritingSheet):
    """Base: shows what this member stands for, before and after what is being filled in.

    Signals:
        made: the id of what was founded.
    """

    made = Signal(str)

    def __init__(self, page: Page, title: str, caption: str = "") -> None:
        super().__init__(page, title, caption)
        self.formats = page.shell.formats
        self.meter = ExposureMeter(self.formats, signing=True)
        self._ask = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._ask.timeout.connect(self._measure)

    def add_meter(self) -> None:
        """Put the meter below what has been added so far."""
        self.body.addWidget(SectionTitle(self.tr("What you stand for")))
        self.body.addWidget(self.meter)
        self._measure()

    def about(self) -> requests.CoverExposure:
        """Return what is about to be signed, as the node is asked about it."""
        raise NotImplementedError

    def code(self) -> str:
        """Return the currency of what is about to be signed."""
        raise NotImplementedError

    def measure_soon(self) -> None:
        """Ask what one would stand for, with what has been filled in."""
        self._ask.start()

    @slot_task
    async def _measure(self) -> None:
        about = self.about()
        lines: list[ExposureLine] = await self.page.client.call("cover.exposure", about)
        if about == self.about():
            self.meter.set_lines([line for line in lines if line.currency == self.code()])
            self.fit_soon()

    def add_pair(self, *fields: QWidget) -> None:
        """Put fields side by side, equally wide."""
        row = QHBoxLayout()
        row.setSpacing(space(3))
        for field in fields:
            row.addWidget(field, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def until_field(self, hint: str) -> tuple[FormField, QDateEdit]:
        """Return a field for the last day, a year from today at first."""
        edit = day_field((date.today() + timedelta(days=YEAR_DAYS)).isoformat())  # noqa: DTZ011  # a local day
        return FormField(self.tr("Until"), edit, hint), edit

    def is_over(self, field: FormField, edit: QDateEdit) -> bool:
        """Say under a field for a day if it is over."""
        over = day_of(edit) < day_of(day_field())
        field.set_error(self.tr("This day is over.") if over else "")
        return over

"""What today asks for, in one line of links: who has changed, what is to be reviewed, voted on, answered and sent."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cohong.api import views
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import run_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.flow_layout import FlowLayout
from cohong.desktop.widgets.labels import Label, MutedLabel

REFRESH_MS: Final = 5_000
"""The figures of all that are watched are computed anew where anything has changed."""


class TodayStrip(QWidget):
    """Each part is a way to where it is done; what there is none of is not named."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        shell = page.shell
        self._today: views.Today | None = None
        self._nothing = MutedLabel(self.tr("Nothing needs you."), wrap=False)
        self.changed = self._link(lambda: shell.go("members", part="watch"))
        self.due = self._link(lambda: shell.go("members", part="watch"))
        self.motions = self._link(lambda: shell.go("votes", part="motions"))
        self.proposals = self._link(lambda: shell.go("book", filter="to-answer"))
        self.disputes = self._link(lambda: shell.go("book", filter="disputes-to-answer"))
        self.corrections = self._link(lambda: shell.go("book", filter="corrections-to-answer"))
        self.drafts = self._link(lambda: shell.go("book", filter="drafts"))
        self.to_send = self._link(lambda: shell.go("sync"))
        row = FlowLayout(space(4), space(1), self)
        row.addWidget(Label(self.tr("Today"), "strong"))
        for link in self._links:
            row.addWidget(link)
        row.addWidget(self._nothing)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self.load)
        page.client.changed.connect(self._changed)
        page.client.connected.connect(self.load)
        shell.status_changed.connect(self._say)
        self._say()

    @property
    def _links(self) -> tuple[LinkButton, ...]:
        return (
            self.changed, self.due, self.motions, self.proposals, self.disputes, self.corrections, self.drafts,
            self.to_send,
        )  # fmt: skip

    def _link(self, act: object) -> LinkButton:
        link = LinkButton()
        link.clicked.connect(act)
        return link

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic == "watch":
            self.load()
        elif topic in ("book", "resync") and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    def load(self) -> None:
        """Ask what there is, if anybody sees it."""
        status = self._page.shell.status
        if self.isVisible() and status is not None and status.network:
            run_task(self, self._load())

    async def _load(self) -> None:
        self.set_today(await self._page.client.call("today.show"))

    def set_today(self, today: views.Today) -> None:
        """Say how much there is of each."""
        self._today = today
        self._say()

    def _say(self) -> None:
        # What the status has too is newer there: it comes with each notification.
        status, today = self._page.shell.status, self._today or views.Today(as_of="")
        motions, drafts, to_send = (status.motions, status.drafts, status.to_send) if status is not None else (0, 0, 0)
        changed, due, proposals = today.changed, today.due, today.proposals
        disputes, corrections = today.disputes, today.corrections
        parts = (
            (self.changed, changed, self.tr("%Ln counterparty(ies) changed", "", changed)),
            (self.due, due, self.tr("%Ln to be reviewed", "", due)),
            (self.motions, motions, self.tr("%Ln motion(s) need you", "", motions)),
            (self.proposals, proposals, self.tr("%Ln proposal(s) to answer", "", proposals)),
            (self.disputes, disputes, self.tr("%Ln dispute(s) to answer", "", disputes)),
            (self.corrections, corrections, self._corrections_words(corrections, today.corrections_by_ms)),
            (self.drafts, drafts, self.tr("%Ln draft(s) to sign", "", drafts)),
            (self.to_send, to_send, self.tr("%Ln to send", "", to_send)),
        )
        for link, count, words in parts:
            link.setText(words)
            link.setVisible(count > 0)
        self._nothing.setVisible(not any(count for _, count, _ in parts))

    def _corrections_words(self, count: int, by_ms: int) -> str:
        if not by_ms:
            return self.tr("%Ln correction(s) to answer", "", count)
        words = self.tr("%Ln correction(s) to answer by {day}", "", count)
        return words.format(day=self._page.shell.formats.near_day(by_ms))

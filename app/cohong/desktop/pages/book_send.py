"""The sheet before drafts are signed: how many, how much, what everybody will see. Then they go."""

from __future__ import annotations

from typing import ClassVar

from cohong.api import requests, views
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet


class SendSheet(Sheet):
    """Signs and sends all drafts."""

    ROWS_MAX: ClassVar[int] = 1000
    """Sums are told for at most so many drafts; above, only their number is."""

    def __init__(self, page: Page, drafts: views.BookPage) -> None:
        super().__init__(page, "", width=520)
        self._page = page
        title = self.tr("Sign and send %n record(s)", "", drafts.total)
        self.title.setText(title)
        self.setAccessibleName(title)
        if len(drafts.rows) == drafts.total:
            self.body.addWidget(KeyValueGrid(self._sums(drafts.rows)))
        voters = page.shell.status.voters if page.shell.status else 0
        majority = page.shell.status.majority_at if page.shell.status else 0
        self.body.addWidget(
            Label(
                self.tr(
                    "All members will see the parties, amounts, days and texts of these records. Each stands once "
                    "{majority} of the {voters} voters have signed it."
                ).format(majority=majority, voters=voters),
                wrap=True,
            )
        )
        self.body.addWidget(
            MutedLabel(self.tr("Signed records stay in the book. A mistake is mended by a further record."))
        )
        self._add_buttons(title)

    def _sums(self, rows: list[views.ObligationRow]) -> list[tuple[str, str]]:
        owed: dict[str, dict[str, int]] = {"holder": {}, "debtor": {}}
        for row in rows:
            sums = owed.setdefault(row.side, {})
            sums[row.currency] = sums.get(row.currency, 0) + row.amount_minor
        names = {"holder": self.tr("Owed to me"), "debtor": self.tr("I owe"), "other": self.tr("Others")}
        money = self._page.shell.formats.money
        return [
            (names[side], "\n".join(money(currency, minor) for currency, minor in sorted(sums.items())))
            for side, sums in owed.items()
            if sums
        ]

    def _add_buttons(self, title: str) -> None:
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        send = PrimaryButton(title, "send")
        send.clicked.connect(self._send)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(send)

    @slot_task
    async def _send(self) -> None:
        self.locked = True
        try:
            done: views.Done = await self._page.client.call("drafts.send", requests.Drafts())
        finally:
            self.locked = False
        self._page.shell.toast(self.tr("%n record(s) signed and on the way.", "", done.done), level="good")
        self.dismiss()

"""The sheet before drafts are signed: how many, how much, what everybody will see. Then they go."""

from __future__ import annotations

from typing import ClassVar

from cohong.api import views
from cohong.desktop.pages.book_drafts import DraftActions
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet


class SendSheet(Sheet):
    """Signs and sends all drafts."""

    ROWS_MAX: ClassVar[int] = 20_000
    """Sums are told for at most so many drafts; above, only their number is."""

    def __init__(self, page: Page, total: int, rows: list[views.ObligationRow], drafts: DraftActions) -> None:
        super().__init__(page, "", width=520)
        self._page = page
        self._total = total
        self._drafts = drafts
        title = self.tr("Sign and send %n record(s)", "", total)
        self.title.setText(title)
        self.setAccessibleName(title)
        if len(rows) == total:
            self.body.addWidget(KeyValueGrid(self._sums(rows)))
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
        stays = self.tr("Signed records stay in the book. A mistake is mended by a further record.")
        private = self.tr("Imported files stay on this computer.")
        self.body.addWidget(MutedLabel(f"{stays}\n{private}"))
        recall_s = page.shell.preferences.recall_s
        if recall_s:
            words = self.tr("You can recall them for %n second(s): until then nothing is signed.", "", recall_s)
            self.body.addWidget(Label(words, wrap=True))
        self._add_buttons(title)

    def _sums(self, rows: list[views.ObligationRow]) -> list[tuple[str, str]]:
        owed: dict[str, dict[str, int]] = {"holder": {}, "debtor": {}}
        for row in rows:
            sums = owed.setdefault(row.side, {})
            sums[row.currency] = sums.get(row.currency, 0) + row.amount_minor
        names = {"holder": self.tr("Owed to me"), "debtor": self.tr("I owe"), "other": self.tr("Others")}
        money = self._page.shell.formats.money
        others = {row.counterparty for row in rows}
        return [(self.tr("Counterparties"), self._page.shell.formats.count(len(others)))] + [
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
            await self._drafts.send_all([], self._total)
        finally:
            self.locked = False
        self.dismiss()

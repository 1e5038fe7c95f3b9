"""Settings: whom the member lets read about it, and who has read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import ConsentList, ConsentView, MemberCard, NodeStatus
from cohong.desktop.consent_wording import purpose_text, reader_text, state_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.consent_sheet import ConsentSheet
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.labels import Label, NamedHint
from cohong.desktop.widgets.short_table import ShortTable

REFRESH_MS: Final = 1000
ROWS_SHOWN: Final = 8


class ConsentsForm(QWidget):
    """The consents given, one of which can be picked and taken back, and the readings under them."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client = client
        self._shell = shell
        self._given: Sequence[ConsentView] = ()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self.refresh)
        self._grant = SecondaryButton(self.tr("Let somebody read…"))
        self._grant.clicked.connect(self.open)
        self._revoke = SecondaryButton(self.tr("Take back"))
        self._revoke.clicked.connect(self.revoke)
        self._revoke.setEnabled(False)
        self._nobody = Label("", "muted", wrap=True)
        self.consents = ShortTable(
            self.tr("Consents given"),
            [self.tr("Who may read"), self.tr("What for"), self.tr("Until"), self.tr("State"), self.tr("Read")],
            figures=(4,),
            rows_shown=ROWS_SHOWN,
        )
        self.consents.itemSelectionChanged.connect(self._follow_selection)
        self._readings_title = Label(self.tr("Who has read, the newest first"), "strong")
        self.readings = ShortTable(
            self.tr("Who has read"),
            [self.tr("When"), self.tr("Who"), self.tr("What for"), self.tr("Note")],
            stretch=1,
            rows_shown=ROWS_SHOWN,
        )
        self._lay_out()
        client.changed.connect(self._changed)
        shell.status_changed.connect(self._follow)
        self._follow(shell.status)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(2))
        effect = self.tr(
            "Your consent says what for and until when, and each day of reading under it is recorded. It hides "
            "nothing: what is open in the book, every member holds."
        )
        head.addWidget(NamedHint(self.tr("The report about you"), effect), stretch=1)
        for button in (self._revoke, self._grant):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(head)
        for widget in (self._nobody, self.consents, self._readings_title, self.readings):
            column.addWidget(widget)

    async def shown(self) -> None:
        """Fetch the consents."""
        try:
            found: ConsentList = await self._client.call("consent.list")
        except ApiError as error:
            if error.code is not ApiErrorCode.NO_NETWORK:
                raise
        else:
            self._given = found.given
        self._show()

    @slot_task
    async def open(self) -> None:
        """Ask whom to let read."""
        cards: list[MemberCard] = await self._client.call("members.list")
        others = [card for card in cards if not card.me]
        if not others:
            self._shell.toast(self.tr("There is no other member yet who could read."), level="info")
            return
        ConsentSheet(self, self._client, self._shell, others).open()

    @slot_task
    async def revoke(self) -> None:
        """Have the node take the consent back that is picked."""
        consent = self._picked
        if consent is None:
            return
        record = requests.WriteRecord(kind="consent.revoke", object=consent.id, fields={"reason": ""})
        await self._client.call("record.write", record)
        self._shell.toast(self.tr("Taken back. What was read before stays recorded."), level="good")

    @slot_task
    async def refresh(self) -> None:
        """Fetch the consents anew."""
        if self.isVisible():
            await self.shown()

    @property
    def _picked(self) -> ConsentView | None:
        rows = self.consents.selectionModel().selectedRows()
        return self._given[rows[0].row()] if rows and rows[0].row() < len(self._given) else None

    def _follow_selection(self) -> None:
        picked = self._picked
        self._revoke.setEnabled(picked is not None and not picked.revoked_ms)

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        if topic in ("book", "resync") and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    def _follow(self, status: NodeStatus | None) -> None:
        signs = status is not None and not status.pen.why and bool(status.network)
        for button in (self._revoke, self._grant):
            button.setVisible(signs)

    def _show(self) -> None:
        formats = self._shell.formats
        self.consents.set_rows([
            (
                reader_text(item), purpose_text(item.purpose), formats.table_day(item.until),
                state_text(item, formats), formats.count(item.count),
            )
            for item in self._given
        ])  # fmt: skip
        read = [(reading, item) for item in self._given for reading in item.readings]
        read.sort(key=lambda pair: -pair[0].time_ms)
        late = self.tr("after it was taken back")
        self.readings.set_rows([
            (
                formats.time(reading.time_ms), reader_text(item), purpose_text(item.purpose),
                late if reading.late else "",
            )
            for reading, item in read
        ])  # fmt: skip
        self._nobody.setText(self.tr("You have given nobody consent so far."))
        self._nobody.setVisible(not self._given)
        self.consents.setVisible(bool(self._given))
        for widget in (self._readings_title, self.readings):
            widget.setVisible(bool(read))
        self._revoke.setVisible(self._grant.isVisibleTo(self) and bool(self._given))
        self._follow_selection()

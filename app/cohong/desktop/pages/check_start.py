"""What Check shows before anybody is looked up: what it is for, and whom to try with one click."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal

from cohong.api import requests, views
from cohong.desktop.motion_wording import name_text
from cohong.desktop.node_client import NodeClient
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel

SHOWN_MAX: Final = 3
ROWS_READ: Final = 50
"""Newest of one's own records among which counterparties are looked for."""


class CheckStart(EmptyState):
    """Offers the report about oneself, and a few members: those looked up last, then those one deals with.

    Which firms one has looked up is known to this page alone, and only until the profile is locked. Persons are not
    offered again: they are in the log of look-ups, and nowhere else.

    Signals:
        opened: the member whose link was pressed.
    """

    opened = Signal(str)

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(
            "check",
            self.tr("Look up anyone you deal with."),
            (self.tr("Show all members"), lambda: shell.go("members", part="everybody")),
            hint=self.tr(
                "Type a name in any script, an ID or company number, or drop a QR code, vCard, receipt or report here."
            ),
        )
        self._client, self._shell = client, shell
        self._looked_up: dict[str, str] = {}
        self._dealt_with: dict[str, str] = {}
        self.own = LinkButton(self.tr("The report about you"))
        self.own.clicked.connect(self._open_own)
        self._links = [self._link(place) for place in range(SHOWN_MAX)]
        # Below each other: names may be long.
        self.below.setSpacing(space(1))
        self.below.addSpacing(space(2))
        for widget in (MutedLabel(self.tr("Or open:"), wrap=False), *self._links, self.own):
            self.below.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _link(self, place: int) -> LinkButton:
        link = LinkButton()
        link.hide()
        link.clicked.connect(lambda: self.opened.emit(list(self.offered)[place]))
        return link

    @property
    def offered(self) -> dict[str, str]:
        """The members that are offered, by id, with their names."""
        both = {**self._looked_up, **{m: name for m, name in self._dealt_with.items() if m not in self._looked_up}}
        return dict(list(both.items())[:SHOWN_MAX])

    def remember(self, card: views.MemberCard) -> None:
        """Offer a firm that was looked up before all others."""
        if not card.me and card.kind != "person":
            others = {member: name for member, name in self._looked_up.items() if member != card.member}
            self._looked_up = {card.member: name_text(card.name, card.member), **others}
            self._show()

    def load(self) -> None:
        """Find out with whom this member deals; who is no member has no report."""
        self.own.setVisible(self._shell.status is not None and self._shell.status.standing == "member")
        run_task(self, self._load())

    async def _load(self) -> None:
        request = requests.BookRows(filter="mine", count=ROWS_READ)
        page: views.BookPage = await self._client.call("book.rows", request)
        self._dealt_with = {row.counterparty: name_text(row.counterparty_name, row.counterparty) for row in page.rows}
        self._show()

    def _show(self) -> None:
        names = list(self.offered.values())
        for place, link in enumerate(self._links):
            link.setVisible(place < len(names))
            link.set_peer_text(names[place] if place < len(names) else "")

    def _open_own(self) -> None:
        if self._shell.status is not None:
            self.opened.emit(self._shell.status.member)

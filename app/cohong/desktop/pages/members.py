"""Members: who asks to join, who is in, under which rules, and whom one may invite; and whom one watches."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.invite_sheet import InviteSheet
from cohong.desktop.pages.members_charter import CharterCard
from cohong.desktop.pages.members_invites import InvitesCard
from cohong.desktop.pages.members_joins import JoinList
from cohong.desktop.pages.members_list import MembersCard
from cohong.desktop.pages.members_watch import WatchPanel
from cohong.desktop.pages.motion_new import open_motion_form
from cohong.desktop.pages.page import Page
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.segments import Segments

REFRESH_MS: Final = 500


class MembersPage(Page):
    """Two parts: requests, members, charter and invitations; and the watch list."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Members"))
        self._voters: set[str] = set()
        self._joins = JoinList(shell.formats)
        self._members = MembersCard(self)
        self._charter = CharterCard(shell.formats)
        self._invites = InvitesCard(shell)
        self.watch = WatchPanel(self)
        self.parts = Segments([("everybody", self.tr("Everybody")), ("watch", self.tr("Watch list"))])
        self.parts.chosen.connect(self._turn)
        self._motion = SecondaryButton(self.tr("Put a motion"), "votes")
        self._invite = PrimaryButton(self.tr("Invite"), "plus")
        self.add_action(self._motion)
        self.add_action(self._invite)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._lay_out()
        self._motion.clicked.connect(self.put_motion)
        self._invite.clicked.connect(self.invite)
        self._charter.block_wanted.connect(self._ask_for_block)
        self._charter.proof_wanted.connect(self._see_votes)
        self._invites.take_back_wanted.connect(self._take_back)
        self._refresh.timeout.connect(self._load)
        client.changed.connect(self._changed)
        client.connected.connect(self._refresh.start)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, space(2), space(4))
        column.setSpacing(space(4))
        column.addLayout(self._joins)
        for card in (self._members, self._charter, self._invites):
            column.addWidget(card)
        column.addStretch(1)
        self._stack = QStackedWidget()
        for part, name in ((inner, self.tr("Everybody")), (self.watch, self.tr("Watch list"))):
            self._stack.addWidget(_scrolled(part, name))
        self.body.addWidget(self.parts)
        self.body.addWidget(self._stack, stretch=1)

    async def shown(self, **what: object) -> None:
        """Load everything; `part` is what is shown, and with `invite` the form for an invitation is opened."""
        part = str(what.get("part") or self.parts.value)
        self.parts.choose(part)
        self._stack.setCurrentIndex(part == "watch")
        await self._fetch()
        if part == "watch":
            await self.watch.load()
        else:
            self._members.load()
        if what.get("invite"):
            self.invite()

    @slot_task
    async def _turn(self, part: str) -> None:
        await self.shown(part=part)

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        self._members.note_change(topic)
        concerned = topic in ("motions", "charter", "members", "peers", "resync")
        if concerned and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _load(self) -> None:
        if self.isVisible():
            await self._fetch()

    async def _fetch(self) -> None:
        chain: views.ChainStatus = await self.client.call("chain.status")
        invites: list[views.InviteView] = await self.client.call("invite.list")
        cheats: list[views.CheatView] = await self.client.call("cheats.list")
        self.hide_banner()
        self._voters = set(chain.voters)
        for card in self._joins.set_joins(chain.joins):
            card.put_wanted.connect(self._put_join)
            card.votes_wanted.connect(self._see_votes)
        self._charter.set_chain(chain, cheats)
        self._invites.set_invites(invites, int(time.time() * 1000))
        for button in (self._motion, self._invite):
            button.setVisible(chain.is_member)
        self.set_caption(self.tr("%Ln member(s)", "", chain.members))

    def invite(self) -> None:
        """Open the form for an invitation."""
        InviteSheet(self).open()

    @slot_task
    async def _take_back(self, invite: str) -> None:
        await self.client.call("invite.withdraw", requests.OfInvite(invite=invite))
        self.shell.toast(self.tr("The invitation is taken back: nobody is let in by it any more."), level="good")
        await self._fetch()

    @slot_task
    async def put_motion(self) -> None:
        """Open the form for a motion; if a member's row is chosen, about that one."""
        chosen = self._members.chosen
        ask = "take" if chosen in self._voters else "give"
        await open_motion_form(self, ask if chosen else "", chosen)

    @slot_task
    async def _put_join(self, join: str) -> None:
        await open_motion_form(self, "admit", join)

    def _see_votes(self) -> None:
        self.shell.go("votes", part="motions")

    @slot_task
    async def _ask_for_block(self) -> None:
        await self.client.call("chain.ask")
        self.shell.toast(self.tr("The voters have been asked."), level="good")


def _scrolled(part: QWidget, name: str) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setAccessibleName(name)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(part)
    return scroll

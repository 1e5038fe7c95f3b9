"""Votes: motions that people vote on, and records that the voters' machines vote on, as it happens."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from cohong.api import requests, views
from cohong.desktop.motion_wording import needs_me
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.motion_new import open_motion_form
from cohong.desktop.pages.motion_vote import VoteSheet
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.votes_motions import MotionList
from cohong.desktop.pages.votes_records import RECORDS_SHOWN, RecordList
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton
from cohong.desktop.widgets.segments import Segments

REFRESH_MS: Final = 250
_CALM: Final = 5


class VotesPage(Page):
    """Two parts: motions, those that need this member first; and the records that are not final yet."""

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__(client, shell, "")
        self.set_title(self.tr("Votes"))
        self._chain: views.ChainStatus | None = None
        self._parts = Segments([("motions", self.tr("Motions")), ("records", self.tr("Records being voted on"))])
        self._motions = MotionList(shell.formats)
        self._records = RecordList(shell)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._motions)
        self._stack.addWidget(self._records)
        self.body.addWidget(self._parts)
        self.body.addWidget(self._stack, stretch=1)
        self._put = PrimaryButton(self.tr("Put a motion"), "plus")
        self._put.clicked.connect(self.put_motion)
        self.add_action(self._put)
        self._show_rights()
        shell.status_changed.connect(self._show_rights)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._connect()

    def _show_rights(self) -> None:
        self._put.setVisible(self.shell.may_write)

    def _connect(self) -> None:
        self._parts.chosen.connect(self._turn)
        self._motions.vote_wanted.connect(self._open_vote)
        self._motions.put_wanted.connect(self.put_motion)
        self._motions.ruling_wanted.connect(self._ask_for_ruling)
        self._motions.expulsion_wanted.connect(self._ask_to_expel)
        self._refresh.timeout.connect(self._load)
        self.client.changed.connect(self._changed)
        self.client.connected.connect(self._refresh.start)
        vote = QShortcut(QKeySequence("Ctrl+Return"), self)
        vote.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        vote.activated.connect(self.vote_on_first)

    async def shown(self, **what: object) -> None:
        """Load both parts; `part` is motions or records, `motion` the one to bring into sight."""
        if what.get("part") in ("motions", "records"):
            self._parts.choose(str(what["part"]))
            self._turn(str(what["part"]))
        self._motions.forget_order()
        await self._fetch()
        if what.get("motion"):
            self._motions.bring_into_sight(str(what["motion"]))

    def _turn(self, part: str) -> None:
        self._stack.setCurrentWidget(self._motions if part == "motions" else self._records)
        self._refresh.start()

    def _changed(self, topic: str, objects: list[str], value: dict[str, object]) -> None:
        concerned = topic in ("motions", "charter", "members", "fork", "resync")
        concerned = concerned or (topic == "book" and self._parts.value == "records")
        if concerned and self.isVisible() and not self._refresh.isActive():
            self._refresh.start()

    @slot_task
    async def _load(self) -> None:
        # Nothing moves under a mouse button that is held.
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._refresh.start()
        elif self.isVisible():
            await self._fetch()

    async def _fetch(self) -> None:
        began = time.monotonic()
        self._chain = await self.client.call("chain.status")
        motions: list[views.MotionView] = await self.client.call("motion.list")
        forks: list[views.ForkView] = await self.client.call("forks.list")
        cheats: list[views.CheatView] = await self.client.call("cheats.list")
        self.hide_banner()
        self._motions.set_motions(motions, self._chain, forks, cheats)
        self._say_what_waits(motions)
        if self._parts.value == "records":
            page: views.BookPage = await self.client.call(
                "book.rows", requests.BookRows(filter="voting", sort="changed", count=RECORDS_SHOWN)
            )
            self._records.set_rows(page.rows, page.total, self._chain)
        # A large book is searched for longer: the node is not asked more than a fifth of its time.
        self._refresh.setInterval(max(REFRESH_MS, int(_CALM * 1000 * (time.monotonic() - began))))

    def _say_what_waits(self, motions: list[views.MotionView]) -> None:
        waiting = sum(needs_me(motion) for motion in motions)
        self.set_caption(self.tr("%n motion(s) need you", "", waiting) if waiting else self.tr("Nothing needs you"))

    @slot_task
    async def put_motion(self) -> None:
        """Open the form for a motion."""
        await open_motion_form(self)

    @slot_task
    async def _ask_for_ruling(self, author: str) -> None:
        await open_motion_form(self, "branch", author)

    @slot_task
    async def _ask_to_expel(self, member: str) -> None:
        await open_motion_form(self, "expel", member)

    def _open_vote(self, motion: str, yes: bool) -> None:
        shown = self._motions.motion(motion)
        if shown is not None and self._chain is not None:
            VoteSheet(self, shown, self._chain, yes=yes).open()

    def vote_on_first(self) -> None:
        """Open the sheet to vote for the first motion that waits for this member."""
        first = self._motions.first_to_vote()
        if first:
            self._open_vote(first, True)

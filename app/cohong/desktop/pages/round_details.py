"""One netting round: what it would do for this member, what it has done, and what there is to do about it."""

from __future__ import annotations

import time
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.netting_wording import (
    check_text,
    joined_in_all,
    joined_text,
    preview_of_all,
    preview_text,
    round_state,
    round_title,
)
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.round_graph import RoundGraph
from cohong.desktop.pages.round_sheets import AbortSheet, JoinSheet, SettleSheet
from cohong.desktop.pages.round_statement import RoundStatement
from cohong.desktop.pages.round_what_if import RoundWhatIf
from cohong.desktop.pages.writing_sheet import WritingSheet
from cohong.desktop.tasks import run_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.key_values import KeyValueGrid
from cohong.desktop.widgets.labels import Label, MutedLabel, SectionTitle
from cohong.desktop.widgets.spinner import Spinner

_SAYS_CHARS_MAX: Final = 500
_AGAIN_MS: Final = 2_000
_CALM: Final = 9
"""The node computes previews for a tenth of the time at most, however often the book changes."""


class RoundDetails(QScrollArea):
    """Shows one round, and asks the node for the rest of it when it has changed."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._formats = page.shell.formats
        self._round: views.RoundView | None = None
        self._loaded: views.RoundView | None = None
        self._preview: views.NettingPreview | None = None
        self._is_computing = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._compute_anew)
        self._summary = RoundSummary(page)
        self._summary.join_button.clicked.connect(self.join)
        self._summary.settle_button.clicked.connect(lambda: self._open(SettleSheet))
        self._summary.abort_button.clicked.connect(lambda: self._open(AbortSheet))
        self._what_if = RoundWhatIf(page)
        self._graph = RoundGraph(self._formats)
        self._statement = RoundStatement(page)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, space(2), space(4))
        self.column.setSpacing(space(4))
        self.column.addWidget(self._summary)
        self.column.addWidget(self._graph)
        self.column.addWidget(self._statement)
        self.column.addWidget(self._what_if)
        self.column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        page.shell.status_changed.connect(self._show_connection)

    async def set_round(self, round_: views.RoundView) -> None:
        """Show a round as it stands; what is asked of the node for it is asked again where it has changed."""
        if round_ == self._loaded:
            # What others owe each other may have changed, and with it what could disappear.
            if _is_open(round_) and not self._again.isActive():
                self._again.start()
            return
        self._loaded = None
        before, self._round = self._round, round_
        if before is None or before.id != round_.id:
            self._preview = None
            self._summary.set_preview(None)
            self.verticalScrollBar().setValue(0)
        self._summary.set_round(round_)
        self._what_if.set_round(round_)
        self._show_connection()
        if _is_open(round_):
            self._compute_anew()
        else:
            self._summary.set_preview(None)
        await self._load_debts(round_)

    async def _load_debts(self, round_: views.RoundView) -> None:
        debts: list[views.SetOff] = await self._ask("netting.debts", round_)
        statement: views.SetOffStatement | None = None
        if round_.state == "applied":
            statement = await self._ask("netting.statement", round_)
        if self._round != round_:
            return
        self._loaded = round_
        status = self._page.shell.status
        me = status.member if status is not None else ""
        self._graph.set_debts(debts, me)
        self._statement.set_result(round_, debts, statement, me)
        if statement is not None:
            self._summary.set_result(statement)

    def _compute_anew(self) -> None:
        """One at a time: it is the node's processor that computes."""
        if self._is_computing:
            self._again.start()
        elif self._round is not None and _is_open(self._round) and self.isVisible():
            run_task(self, self._compute(self._round))

    async def _compute(self, round_: views.RoundView) -> None:
        """Have the node compute the preview, which takes seconds where many take part."""
        self._is_computing = True
        began = time.monotonic()
        preview = None
        self._summary.wait_for_preview()
        try:
            preview = await self._ask("netting.preview", round_)
        finally:
            self._is_computing = False
            self._again.setInterval(max(_AGAIN_MS, int(_CALM * 1000 * (time.monotonic() - began))))
            if self._round is not None and self._round.id == round_.id and _is_open(self._round):
                self._preview = preview
                self._summary.set_preview(preview)

    async def _ask(self, method: str, round_: views.RoundView) -> Any:
        return await self._page.client.call(method, requests.OfRound(round=round_.id))

    def _show_connection(self) -> None:
        status = self._page.shell.status
        self._summary.set_alone(status is not None and not status.peers_connected)

    def join(self) -> None:
        """Open the sheet that says what joining means."""
        if self._round is not None:
            words = preview_text(self._preview, self._formats) if self._preview is not None else ""
            JoinSheet(self._page, self._round, words).open()

    def _open(self, sheet: type[SettleSheet] | type[AbortSheet]) -> None:
        if self._round is not None:
            opened: WritingSheet = sheet(self._page, self._round)
            opened.open()


def _is_open(round_: views.RoundView) -> bool:
    return round_.state == "open" and not round_.is_ending


class RoundSummary(Card):
    """What the round is, what it would do or has done for this member, and the buttons."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._shell = page.shell
        self._formats = page.shell.formats
        self._title = SectionTitle()
        self._badge = Badge()
        self._says = MutedLabel()
        self._facts = KeyValueGrid()
        self._part = Label("", "strong", wrap=True)
        self._preview = Label("", wrap=True)
        self._of_all = MutedLabel()
        self._spinner = Spinner(size=16)
        self._alone = MutedLabel(
            self.tr("No other member is connected. What you sign about it stays on this computer until one is.")
        )
        self._result = Banner(self)
        self.join_button = PrimaryButton(self.tr("Join…"), "join")
        self.settle_button = SecondaryButton(self.tr("Settle…"), "scale")
        self.abort_button = QuietButton(self.tr("End without a result…"))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(3))
        self._title.setWordWrap(True)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._badge)
        for button in (self.abort_button, self.settle_button, self.join_button):
            head.addWidget(button)
        waiting = QHBoxLayout()
        waiting.setSpacing(space(2))
        waiting.addWidget(self._spinner, alignment=Qt.AlignmentFlag.AlignTop)
        waiting.addWidget(self._preview, stretch=1)
        self._spinner.hide()
        self.body.addLayout(head)
        for widget in (self._says, self._result, self._facts, self._part):
            self.body.addWidget(widget)
        self.body.addLayout(waiting)
        self.body.addWidget(self._of_all)
        self.body.addWidget(self._alone)

    def set_round(self, round_: views.RoundView) -> None:
        """Show a round."""
        formats = self._formats
        self._title.setText(round_title(round_, formats))
        self._badge.set_badge(*round_state(round_))
        quoted = peer_text(round_.says, _SAYS_CHARS_MAX)
        who = name_text(round_.coordinator_name, round_.coordinator)
        self._says.setText(self.tr("{who} says: “{words}”").format(who=who, words=quoted))
        self._says.setVisible(bool(round_.says.strip()))
        self._facts.set_rows([*self._rows(round_)])
        self._part.setText(joined_text(round_, formats))
        self._part.setVisible(round_.has_joined and round_.state == "open")
        self._result.hide()
        may_act = _is_open(round_) and self._shell.may_write
        self.join_button.setVisible(may_act and not round_.has_joined)
        self._allow_joining(bool(round_.mine))
        self.settle_button.setVisible(may_act and round_.is_mine)
        self.settle_button.setEnabled(bool(round_.obligations))
        self.settle_button.setToolTip("" if round_.obligations else self.tr("Nothing has joined yet."))
        self.abort_button.setVisible(may_act and round_.is_mine)

    def _allow_joining(self, allowed: bool) -> None:
        reason = "" if allowed else self.tr("You owe nothing and are owed nothing that could join.")
        self.join_button.setEnabled(allowed)
        self.join_button.setToolTip(reason)
        self.join_button.setAccessibleDescription(reason)

    def _rows(self, round_: views.RoundView) -> list[tuple[str, str]]:
        formats = self._formats
        rows = [(self.tr("Result by"), formats.day(round_.ends)), (self.tr("Joined"), joined_in_all(round_, formats))]
        if round_.state == "applied":
            rows[0] = (self.tr("Set off in all"), formats.money(round_.currency, round_.cleared_minor))
        return rows

    def wait_for_preview(self) -> None:
        """Say that it is computed; what was computed before stays meanwhile."""
        if not self._of_all.text():
            self._preview.setText(self.tr("Computing what could disappear…"))
            self._preview.show()
        self._spinner.show()
        self._spinner.start()

    def set_preview(self, preview: views.NettingPreview | None) -> None:
        """Show what was computed, or nothing."""
        self._spinner.stop()
        self._spinner.hide()
        self._preview.setText("" if preview is None else preview_text(preview, self._formats))
        self._of_all.setText("" if preview is None else preview_of_all(preview, self._formats))
        self._preview.setVisible(preview is not None)
        self._of_all.setVisible(preview is not None and preview.gross_minor > 0)

    def set_result(self, statement: views.SetOffStatement) -> None:
        """Say what this machine has found when it computed the result anew."""
        words = check_text(statement, self._formats)
        self._result.say(words, "good" if statement.verified else "error", closable=False)

    def set_alone(self, alone: bool) -> None:
        """Say whether anybody else hears of what is signed now."""
        self._alone.setVisible(alone and not self.join_button.isHidden())

"""The sheet that puts a motion: what is asked and why, and below it what the voters will read."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop import wording
from cohong.desktop.motion_wording import motion_effect, motion_question, motion_warnings
from cohong.desktop.pages.motion_card import REASON_CHARS_MAX
from cohong.desktop.pages.motion_form import DAYS_MAX, QuestionForm, number_field
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, QuietButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.form_field import FormField
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.warning_list import WarningList

DAYS: Final = 14
PREVIEW_MS: Final = 250
_REASON_PX: Final = 76


class NewMotionSheet(Sheet):
    """Puts a question to the voters; what they will read is shown before."""

    def __init__(
        self,
        page: Page,
        members: Sequence[views.MemberCard],
        chain: views.ChainStatus,
        forks: Sequence[views.ForkView],
        pools: Sequence[views.PoolView] = (),
    ) -> None:
        super().__init__(page, "", width=600)
        title = self.tr("Put a motion")
        self.title.setText(title)
        self.setAccessibleName(title)
        words = self.tr("All {voters} voters are asked. It passes once {needed} of them are for it.")
        self.caption.setText(words.format(voters=len(chain.voters), needed=chain.majority_at))
        self.caption.show()
        self._page, self._chain = page, chain
        # Made once: a second press after a lost answer puts nothing twice.
        self._key = secrets.token_hex(16)
        self._asked = 0
        self.form = QuestionForm(members, chain, forks, pools)
        self.reason_edit = QPlainTextEdit()
        self.reason_edit.setFixedHeight(_REASON_PX)
        self.reason_edit.setTabChangesFocus(True)
        self._reason = FormField(
            self.tr("Why"), self.reason_edit, self.tr("All members read it, now and later: no secrets.")
        )
        self._days = number_field(DAYS, 1, DAYS_MAX)
        self._preview_soon = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._lay_out()
        self._preview_soon.timeout.connect(self._start_preview)
        self.form.changed.connect(self._preview_soon.start)
        self._preview_soon.start()

    def _lay_out(self) -> None:
        self.body.addWidget(self.form)
        self.body.addWidget(self._reason)
        days = FormField(self.tr("Open for so many days"), self._days)
        days.setMaximumWidth(240)
        self.body.addWidget(days)
        self._said_back = Card(look="sunken", padding=4)
        self._question = Label("", "strong", wrap=True)
        self._effect = Label("", wrap=True)
        self._warnings = WarningList()
        self._said_back.body.addWidget(MutedLabel(self.tr("The voters will read")))
        self._said_back.body.addWidget(self._question)
        self._said_back.body.addWidget(self._effect)
        self._said_back.body.addWidget(self._warnings)
        self.body.addWidget(self._said_back)
        self._said_back.hide()
        cancel = QuietButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        self._put = PrimaryButton(self.tr("Put it to the voters"), "send")
        self._put.clicked.connect(self._put_motion)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(self._put)

    def _request(self, reason: str) -> requests.PutMotion | None:
        asked = self.form.params()
        if asked is None:
            return None
        return requests.PutMotion(**asked, reason=reason, days=self._days.value(), key=self._key)

    def _why(self) -> str:
        """The reason in one line: one with line breaks is out of form."""
        return " ".join(self.reason_edit.toPlainText().split())

    def _start_preview(self) -> None:
        # Not a slot task: what is being typed is never disabled.
        run_task(self, self._preview())

    async def _preview(self) -> None:
        self._asked += 1
        asked, params = self._asked, self._request("")
        shown: views.MotionView | None = None
        refused = ""
        if params is not None:
            try:
                shown = await self._page.client.call("motion.preview", params)
            except ApiError as error:
                refused = wording.error_text(error)
            if shown is not None and not motion_effect(shown, self._chain, self._page.shell.formats):
                # Rules that are those in force.
                shown, refused = None, wording.refusal_text("no-effect")
        if asked == self._asked:
            self._show_preview(shown, refused)

    def _show_preview(self, shown: views.MotionView | None, refused: str) -> None:
        self._put.setEnabled(shown is not None)
        self.banner.setVisible(bool(refused))
        if refused:
            self.banner.say(refused, "warning", closable=False)
        self._said_back.setVisible(shown is not None)
        if shown is not None:
            self._question.setText(motion_question(shown))
            self._effect.setText(motion_effect(shown, self._chain, self._page.shell.formats))
            self._warnings.say(motion_warnings(shown, self._chain))
        self.fit_soon()

    def _check_reason(self) -> bool:
        length = len(self._why())
        wrong = ""
        if not length:
            wrong = self.tr("Say why: the voters decide by it.")
        elif length > REASON_CHARS_MAX:
            wrong = self.tr("%n character(s) too long.", "", length - REASON_CHARS_MAX)
        self._reason.set_error(wrong)
        return not wrong

    @slot_task
    async def _put_motion(self) -> None:
        params = self._request(self._why())
        if not self._check_reason() or params is None:
            self.reason_edit.setFocus()
            self.fit()
            return
        self.locked = True
        try:
            written: views.Written = await self._page.client.call("motion.put", params)
        finally:
            self.locked = False
        self._page.shell.toast(self.tr("Your motion is before the voters."), level="good")
        self.dismiss()
        self._page.shell.go("votes", part="motions", motion=written.entry)


async def open_motion_form(page: Page, ask: str = "", subject: str = "") -> None:
    """Fetch what can be asked, and open the form; `ask` and `subject` fill it in."""
    members: list[views.MemberCard] = await page.client.call("members.list")
    chain: views.ChainStatus = await page.client.call("chain.status")
    forks: list[views.ForkView] = await page.client.call("forks.list")
    covers: views.CoverList = await page.client.call("cover.list")
    sheet = NewMotionSheet(page, members, chain, forks, covers.pools)
    if ask:
        sheet.form.choose(ask, subject)
    sheet.open()

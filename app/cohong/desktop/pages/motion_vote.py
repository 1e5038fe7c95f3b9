"""The sheet before a vote: what it is on, what comes of it, how it stands, and that it cannot be taken back."""

from __future__ import annotations

import secrets

from cohong.api import requests
from cohong.api.views import ChainStatus, MotionView
from cohong.desktop.motion_wording import motion_effect, motion_question, motion_stands, motion_warnings
from cohong.desktop.pages.page import Page
from cohong.desktop.tasks import slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.votes_bar import MotionBar
from cohong.desktop.widgets.warning_list import WarningList


class VoteSheet(Sheet):
    """Votes for or against a motion; asks again if the tally has moved since it was shown."""

    def __init__(self, page: Page, motion: MotionView, chain: ChainStatus, *, yes: bool) -> None:
        super().__init__(page, "", width=520)
        self._page = page
        self._shown = motion
        self._yes = yes
        # Made once: a second try of the same vote is never a second vote.
        self._key = secrets.token_hex(16)
        title = self.tr("Vote for it?") if yes else self.tr("Vote against it?")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._bar = MotionBar()
        self._stand = Label("", wrap=True)
        self.body.addWidget(Label(motion_question(motion), "section", wrap=True))
        effect = motion_effect(motion, chain, page.shell.formats)
        if effect:
            self.body.addWidget(Label(self.tr("If it passes: {effect}").format(effect=effect), wrap=True))
        self.body.addWidget(WarningList(motion_warnings(motion, chain)))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._stand)
        self.body.addWidget(MutedLabel(self.tr("A vote is signed and cannot be taken back or changed.")))
        self._show_tally(motion)
        self._add_buttons()

    def _add_buttons(self) -> None:
        cancel = SecondaryButton(self.tr("Cancel"))
        cancel.clicked.connect(self.dismiss)
        vote = PrimaryButton(self.tr("Vote for it") if self._yes else self.tr("Vote against it"))
        vote.clicked.connect(self._vote)
        self.footer.addStretch(1)
        self.footer.addWidget(cancel)
        self.footer.addWidget(vote)

    def _show_tally(self, motion: MotionView) -> None:
        self._shown = motion
        self._bar.set_motion(motion)
        words = self.tr("So far {yes} of {voters} for it, against {no}; it passes at {needed}.").format(
            yes=motion.yes, voters=motion.voters, no=motion.no, needed=motion.needed
        )
        decides = self._yes and motion.yes < motion.needed <= motion.yes + 1
        decisive = self.tr("{tally} Your vote decides it.").format(tally=words)
        self._stand.setText(decisive if decides else words)

    @slot_task
    async def _vote(self) -> None:
        motions: list[MotionView] = await self._page.client.call("motion.list")
        now = next((item for item in motions if item.motion == self._shown.motion), None)
        if now is None or not now.may_vote:
            self.show_error(self.tr("This motion cannot be voted on any more."))
            return
        if _tally(now) != _tally(self._shown):
            self._show_tally(now)
            self.banner.say(self.tr("Meanwhile the vote has moved. Look at it again before you vote."), "warning")
            self.fit_soon()
            return
        self.locked = True
        try:
            params = requests.VoteOnMotion(motion=now.motion, yes=self._yes, key=self._key)
            await self._page.client.call("motion.vote", params)
        finally:
            self.locked = False
        self._page.shell.toast(self.tr("Your vote is signed and on its way."), level="good")
        self.dismiss()


def _tally(motion: MotionView) -> tuple[object, ...]:
    return motion.yes, motion.no, motion.voters, motion.needed, motion_stands(motion), motion.after

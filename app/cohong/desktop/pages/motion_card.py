"""One motion: the question, who put it and why, until when, what changes, how the vote stands, and the two buttons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cohong.api.views import ChainStatus, MotionView
from cohong.desktop.formatting import Formats, hint_text, listed, peer_text
from cohong.desktop.motion_wording import (
    STANDS,
    key_text,
    motion_effect,
    motion_question,
    motion_stands,
    motion_warnings,
    name_text,
    newcomer_of,
    stands_text,
    whole_key_text,
)
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.votes_bar import MotionBar
from cohong.desktop.widgets.warning_list import WarningList

REASON_CHARS_MAX: Final = 500
_NAMES_MAX: Final = 5


class MotionCard(Card):
    """Shows a motion and keeps its place while its tally moves.

    Signals:
        vote_wanted: the motion's id, and whether the vote is to be for it.
    """

    vote_wanted = Signal(str, bool)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._motion: MotionView | None = None
        self._badge = Badge()
        self._until = MutedLabel(wrap=False)
        self._question = Label("", "section", wrap=True)
        self._put_by = MutedLabel()
        self._reason = Label("", "quote", wrap=True)
        self._effect = Label("", wrap=True)
        self._keys = MutedLabel().make_selectable()
        self._warnings = WarningList()
        self._bar = MotionBar()
        self._tally = Label("", "strong", wrap=True)
        self._missing = MutedLabel()
        self._mine = Label("", "strong", wrap=True)
        self._mine_icon = IconLabel("checkmark", "good")
        self._for = SecondaryButton(self.tr("For"), "checkmark")
        self._against = SecondaryButton(self.tr("Against"), "close")
        self._for.clicked.connect(lambda: self._want(True))
        self._against.clicked.connect(lambda: self._want(False))
        self._lay_out()

    @property
    def motion(self) -> MotionView:
        """The motion that is shown."""
        assert self._motion is not None, "set_motion comes first"
        return self._motion

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._badge)
        head.addStretch(1)
        head.addWidget(self._until)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(self._tally)
        words.addWidget(self._missing)
        foot.addLayout(words, stretch=1)
        for widget in (self._mine_icon, self._mine, self._against, self._for):
            foot.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)
        self.body.addWidget(self._question)
        self.body.addWidget(self._put_by)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._effect)
        self.body.addWidget(self._keys)
        self.body.addWidget(self._warnings)
        self.body.addWidget(self._bar)
        self.body.addLayout(foot)

    def set_motion(self, motion: MotionView, chain: ChainStatus) -> None:
        """Show a newer state of the motion."""
        self._motion = motion
        stands = motion_stands(motion)
        is_over = stands in ("done", "ended")
        question = motion_question(motion)
        self.setAccessibleName(question)
        self._badge.set_badge(stands_text(stands), STANDS[stands][1])
        self._until.setText(self._until_words(motion, is_over=is_over))
        self._question.setText(question)
        self._put_by.setText(
            self.tr("Put by {who}, {time}").format(
                who=name_text(motion.put_by_name, motion.put_by), time=self._formats.moment(motion.put_ms)
            )
        )
        self._say(self._reason, peer_text(motion.reason, REASON_CHARS_MAX, lines=True))
        effect = motion_effect(motion, chain, self._formats) if stands in ("open", "passed") else ""
        self._say(self._effect, self.tr("If it passes: {effect}").format(effect=effect) if effect else "")
        self._say(self._keys, self._key_words(motion, chain) if not is_over else "")
        self._warnings.say(motion_warnings(motion, chain) if stands == "open" and motion.may_vote else [])
        self._bar.set_motion(motion)
        self._show_votes(motion, is_over=is_over)

    def _show_votes(self, motion: MotionView, *, is_over: bool) -> None:
        tally = self.tr("{yes} of {voters} for it  ·  against {no}")
        self._tally.setText(tally.format(yes=motion.yes, voters=motion.voters, no=motion.no))
        missing = [self._name(line.name, line.voter, me=line.me) for line in motion.lines if line.vote == "none"]
        self._say(self._missing, "" if is_over else self._missing_words(missing))
        self._missing.setToolTip(hint_text(listed(missing)) if len(missing) > _NAMES_MAX else "")
        may_vote = motion.may_vote and not motion.idle
        self._for.setVisible(may_vote)
        self._against.setVisible(may_vote)
        mine = {"yes": self.tr("You voted for it"), "no": self.tr("You voted against it")}.get(motion.my_vote, "")
        self._say(self._mine, mine)
        self._mine_icon.setVisible(bool(mine))
        self._mine_icon.set_icon(*(("checkmark", "good") if motion.my_vote == "yes" else ("close", "text_muted")))

    def _until_words(self, motion: MotionView, *, is_over: bool) -> str:
        if motion.state == "done":
            return ""
        if is_over:
            return self.tr("since {time}").format(time=self._formats.moment(motion.valid_until_ms))
        return self.tr("Votes count until {time}").format(time=self._formats.until(motion.valid_until_ms))

    def _key_words(self, motion: MotionView, chain: ChainStatus) -> str:
        """Ids in full, to be compared with what the person says elsewhere."""
        if motion.ask == "admit":
            return self.tr("ID of the newcomer: {key}").format(key=whole_key_text(motion.member))
        if motion.ask == "replace":
            return self.tr("New key: {key}").format(key=whole_key_text(newcomer_of(motion, chain)))
        if motion.ask == "branch" and motion.fields.get("branch"):
            return self.tr("Entry that stands: {key}").format(key=key_text(str(motion.fields["branch"])))
        return ""

    def _missing_words(self, names: list[str]) -> str:
        if not names:
            return self.tr("Everybody has voted.")
        shown = listed(names[:_NAMES_MAX])
        rest = len(names) - _NAMES_MAX
        if rest > 0:
            shown = self.tr("{names} and %n more", "", rest).replace("{names}", shown)
        return self.tr("Not yet: {names}").replace("{names}", shown)

    def _name(self, name: str, member: str, *, me: bool) -> str:
        shown = name_text(name, member)
        return self.tr("{name} (me)").replace("{name}", shown) if me else shown

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _want(self, yes: bool) -> None:
        self.vote_wanted.emit(self.motion.motion, yes)

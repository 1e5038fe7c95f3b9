"""Who asks to join: on top of the members, since somebody has to put it to the vote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cohong.api.views import JoinView
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.motion_wording import whole_key_text
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel


class JoinCard(Card):
    """One request.

    Signals:
        put_wanted: the join that is to be put to the vote.
        votes_wanted: the user wants to see the motion about it.
    """

    put_wanted = Signal(str)
    votes_wanted = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__(look="accent", padding=4)
        self._formats = formats
        self._join = ""
        self._words = Label("", "strong", wrap=True)
        self._about = MutedLabel().make_selectable()
        self._put = PrimaryButton(self.tr("Put it to the vote"))
        self._put.clicked.connect(lambda: self.put_wanted.emit(self._join))
        self._see = SecondaryButton(self.tr("See the motion"))
        self._see.clicked.connect(self.votes_wanted)
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(self._words)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(IconLabel("join", "accent_text", size=24), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, stretch=1)
        row.addWidget(self._put, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._see, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def set_join(self, join: JoinView) -> None:
        """Show a request, or a newer state of it."""
        self._join = join.join
        who, by = peer_text(join.name), peer_text(join.invited_by)
        words = (
            self.tr("{who} asks to join, invited by {by}")
            if join.state == "waiting"
            else self.tr("{who} asks to join: the voters are being asked")
        )
        self._words.setText(words.replace("{by}", by).replace("{who}", who))
        since = self.tr("Since {time}. ID {id}")
        about = since.format(time=self._formats.moment(join.time_ms), id=whole_key_text(join.member))
        if join.rivals:
            about += " " + self.tr("Somebody else has used the same invitation: it lets in one of them only.")
        self._about.setText(about)
        self._put.setVisible(join.state == "waiting")
        self._see.setVisible(join.state == "voting")


class JoinList(QVBoxLayout):
    """The requests that wait for a motion or for the voters, the newest first."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.cards: dict[str, JoinCard] = {}
        self.setSpacing(space(3))

    def set_joins(self, joins: Sequence[JoinView]) -> list[JoinCard]:
        """Show these requests; return the cards that are new."""
        open_joins = [join for join in joins if join.state in ("waiting", "voting")]
        fresh = []
        for join in open_joins:
            if join.join not in self.cards:
                self.cards[join.join] = JoinCard(self._formats)
                self.addWidget(self.cards[join.join])
                fresh.append(self.cards[join.join])
            self.cards[join.join].set_join(join)
        for gone in self.cards.keys() - {join.join for join in open_joins}:
            card = self.cards.pop(gone)
            card.hide()
            self.removeWidget(card)
            card.deleteLater()
        return fresh

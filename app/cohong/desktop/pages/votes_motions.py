"""The motions of the Votes page: who signed both ways, what needs this member, what is open, what is over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cohong.api.views import ChainStatus, CheatView, ForkView, MotionView
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import motion_stands, needs_me
from cohong.desktop.pages.motion_card import MotionCard
from cohong.desktop.pages.votes_forks import CheatCard, ForkCard, ProofCard
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel

OVER_SHOWN: Final = 100
"""Cards of motions that are over, at most: a network that is years old has thousands."""

_OPEN: Final = ("open", "passed", "lost", "idle")


class MotionList(QScrollArea):
    """Cards that keep their places while the page is in sight: only new ones push in, at the top.

    What is over has cards only once somebody wants to see it.

    Signals:
        vote_wanted: a motion's id, and whether the vote is to be for it.
        put_wanted: the user wants to put a motion.
        ruling_wanted: the author of a fork that the voters are to rule on.
        expulsion_wanted: a voter that has signed both ways.
    """

    vote_wanted = Signal(str, bool)
    put_wanted = Signal()
    ruling_wanted = Signal(str)
    expulsion_wanted = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._cards: dict[str, MotionCard] = {}
        self._motions: dict[str, MotionView] = {}
        self._chain: ChainStatus | None = None
        self._order: list[str] = []
        # What was open since the page was entered: it stays among what is open, although it is over meanwhile.
        self._current: set[str] = set()
        self._proofs: dict[str, ProofCard] = {}
        self._over_shown = False
        self._over = LinkButton()
        self._over.clicked.connect(self._turn_over)
        self._newest = MutedLabel("")
        self._empty = EmptyState(
            "votes", self.tr("Nothing is before the voters."), (self.tr("Put a motion"), self.put_wanted.emit),
            hint=self.tr("Members are admitted and rules are changed by motions. Every voter votes on them by hand."),
        )  # fmt: skip
        self._proof_column, self._open_column, self._over_column = (QVBoxLayout() for _ in range(3))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self._lay_out())

    def _lay_out(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, space(2), space(4))
        column.setSpacing(space(4))
        for part in (self._proof_column, self._open_column, self._over_column):
            part.setSpacing(space(4))
        column.addLayout(self._proof_column)
        column.addLayout(self._open_column)
        column.addWidget(self._empty)
        column.addWidget(self._over)
        column.addWidget(self._newest)
        column.addLayout(self._over_column)
        column.addStretch(1)
        return inner

    def motion(self, motion: str) -> MotionView | None:
        """Return a motion as it was last told."""
        return self._motions.get(motion)

    def first_to_vote(self) -> str:
        """Return the first motion that waits for this member; empty if none does."""
        return next((motion for motion in self._order if needs_me(self._motions[motion])), "")

    def forget_order(self) -> None:
        """Sort anew at the next news: the page is entered."""
        self._order, self._current = [], set()

    def bring_into_sight(self, motion: str) -> None:
        """Scroll to a motion."""
        card = self._cards.get(motion)
        if card is not None:
            # Its place is known once the layout has run.
            QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card))

    def set_motions(
        self,
        motions: Sequence[MotionView],
        chain: ChainStatus,
        forks: Sequence[ForkView] = (),
        cheats: Sequence[CheatView] = (),
    ) -> None:
        """Show these motions, the forks that nobody has decided on, and the cheats that are members still."""
        self._set_proofs(forks, cheats, motions)
        self._motions, self._chain = {motion.motion: motion for motion in motions}, chain
        known = set(self._order)
        fresh = [motion for motion in motions if motion.motion not in known]
        fresh.sort(key=lambda motion: (not needs_me(motion), -motion.put_ms))
        self._order = [m.motion for m in fresh] + [key for key in self._order if key in self._motions]
        self._current |= {motion.motion for motion in motions if motion_stands(motion) in _OPEN}
        self._place([key for key in self._order if key in self._current], self._open_column)
        self._empty.setVisible(not self._current and not self._proofs)
        self._show_over()

    def _card(self, motion: str) -> MotionCard:
        """Return a motion's card with the newest there is of it."""
        card = self._cards.get(motion)
        if card is None:
            card = self._cards[motion] = MotionCard(self._formats)
            card.vote_wanted.connect(self.vote_wanted)
        assert self._chain is not None, "motions come with it"
        card.set_motion(self._motions[motion], self._chain)
        return card

    def _place(self, keys: Sequence[str], column: QVBoxLayout) -> None:
        """Put cards into a column in this order; those that stand where they belong are not touched."""
        for place, key in enumerate(keys):
            card = self._card(key)
            item = column.itemAt(place)
            if item is None or item.widget() is not card:
                column.insertWidget(place, card)
            card.show()

    def _turn_over(self) -> None:
        self._over_shown = not self._over_shown
        self._show_over()

    def _show_over(self) -> None:
        over = [key for key in self._order if key not in self._current]
        shown = over[:OVER_SHOWN] if self._over_shown else []
        for key in set(over).difference(shown) & self._cards.keys():
            self._cards[key].hide()
        self._place(shown, self._over_column)
        counts = {"shown": self._formats.count(len(shown)), "count": self._formats.count(len(over))}
        self._newest.setText(self.tr("The newest {shown} of {count}:").format(**counts))
        self._newest.setVisible(0 < len(shown) < len(over))
        hide, show = self.tr("Hide what is over"), self.tr("Show %n motion(s) that are over", "", len(over))
        self._over.setText(hide if self._over_shown else show)
        self._over.setVisible(bool(over))

    def _set_proofs(
        self, forks: Sequence[ForkView], cheats: Sequence[CheatView], motions: Sequence[MotionView]
    ) -> None:
        asked = {
            (motion.ask, motion.member, motion.fields.get("seq") if motion.ask == "branch" else None)
            for motion in motions
            if motion_stands(motion) in ("open", "passed")
        }
        shown: dict[str, tuple[str, str, int | None]] = {
            cheat.proof: ("expel", cheat.voter, None) for cheat in cheats if cheat.is_member
        }
        shown |= {_mark(fork): ("branch", fork.author, fork.seq) for fork in forks if fork.state == "open"}
        for key in self._proofs.keys() - shown.keys():
            card = self._proofs.pop(key)
            card.hide()
            card.deleteLater()
        for fork in forks:
            if _mark(fork) in shown and _mark(fork) not in self._proofs:
                self._add_proof(_mark(fork), ForkCard(fork, self._formats), self.ruling_wanted, fork.author)
        for cheat in cheats:
            if cheat.proof in shown and cheat.proof not in self._proofs:
                self._add_proof(cheat.proof, CheatCard(cheat, self._formats), self.expulsion_wanted, cheat.voter)
        for key, question in shown.items():
            self._proofs[key].set_asked(question in asked)

    def _add_proof(self, key: str, card: ProofCard, wanted: SignalInstance, member: str) -> None:
        self._proofs[key] = card
        card.put_wanted.connect(lambda: wanted.emit(member))
        self._proof_column.addWidget(card)
        card.show()


def _mark(fork: ForkView) -> str:
    """What a card shows: it is made anew where a further branch turns up."""
    return " ".join((fork.proof, *fork.branches))

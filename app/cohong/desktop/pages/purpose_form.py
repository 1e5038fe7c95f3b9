"""Asks what a person is looked up for, before anything of its report is shown: once a day for each person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cohong.api.views import ConsentView, MemberCard
from cohong.desktop.consent_wording import PURPOSES, covered_text, purpose_text
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.pages.check_card import MemberAvatar, member_names
from cohong.desktop.pages.check_words import id_shown
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import Label, MutedLabel

_WIDTH_PX: Final = 720


class PurposeForm(QWidget):
    """Who it is, and a button for each purpose; what a consent covers says so.

    Signals:
        chosen: the purpose that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, card: MemberCard, received: Sequence[ConsentView], formats: Formats) -> None:
        super().__init__()
        self._card = card
        self._name = member_names(card)[0]
        self._consents = _by_purpose(card.member, received)
        self.buttons: dict[str, QPushButton] = {}
        whole = Card(padding=6)
        whole.body.addLayout(self._head())
        question = Label(self.tr("What do you look {name} up for?").replace("{name}", self._name), "section", wrap=True)
        whole.body.addSpacing(space(2))
        whole.body.addWidget(question)
        whole.body.addWidget(
            MutedLabel(
                self.tr(
                    "This is a person, and credit data about people is to be read for a purpose only. You are asked "
                    "once a day; the answer is noted on this computer, where nobody else sees it (Settings, Privacy)."
                )
            )
        )
        for purpose in PURPOSES:
            whole.body.addLayout(self._choice(purpose, formats))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
        column.addStretch(1)
        # Of the form itself: wrapped lines inside a narrower card would be reckoned with the form's width.
        self.setMaximumWidth(_WIDTH_PX)
        self.setAccessibleName(question.text())
        # Not on a button: Enter pressed once too often would say what nobody has thought of.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take_focus(self) -> None:
        """Give the keyboard to what a consent covers; without one to the form, from which Tab goes to the buttons."""
        covered = next((button for purpose, button in self.buttons.items() if purpose in self._consents), None)
        (covered or self).setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addWidget(Label(self._name, "title", wrap=True))
        place = [peer_text(self._card.place)] if self._card.place else []
        about = [*member_names(self._card)[1:], *id_shown(self._card), *place]
        words.addWidget(MutedLabel("  ·  ".join(about)))
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(MemberAvatar(self._card), alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, stretch=1)
        return head

    def _choice(self, purpose: str, formats: Formats) -> QVBoxLayout:
        button = self.buttons[purpose] = QPushButton(purpose_text(purpose))
        button.setProperty("look", "choice")
        button.setProperty("dense", "true")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(purpose))
        column = QVBoxLayout()
        column.setSpacing(space(1))
        column.addWidget(button)
        consent = self._consents.get(purpose)
        if consent is not None:
            words = MutedLabel(covered_text(consent, self._name, formats))
            words.setContentsMargins(space(4), 0, space(4), 0)
            button.setAccessibleDescription(words.text())
            column.addWidget(words)
        return column


def _by_purpose(subject: str, received: Sequence[ConsentView]) -> dict[str, ConsentView]:
    """Return the consent in force to the report of a member for each purpose: of several the one that lasts longest."""
    mine = [each for each in received if each.subject == subject and each.state == "given" and each.scope == "report"]
    return {each.purpose: each for each in sorted(mine, key=lambda each: each.until)}

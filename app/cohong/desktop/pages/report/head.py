"""Whose report it is: names, identifiers, who is in the same hands, and what to beware of."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api.views import MemberFacts
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.motion_wording import whole_key_text
from cohong.desktop.pages.check_card import MemberAvatar, badges_of, look_alike_words, member_names
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner, Level
from cohong.desktop.widgets.labels import Label, MutedLabel

_NAME_CHARS: Final = 28
_IDENTIFIERS: Final = {"lei": "LEI", "uscc": "USCC", "hkbr": "HK BR"}


class ReportHead(QWidget):
    """The member's card in large, with warnings below it."""

    def __init__(self, facts: MemberFacts) -> None:
        super().__init__()
        self._facts = facts
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(MemberAvatar(facts.card, size=56), alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._words(), stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(3))
        self._column.addLayout(head)
        self._add_warnings()

    def _words(self) -> QVBoxLayout:
        card = self._facts.card
        first, *others = member_names(card)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        # A name that is too long for a line takes all of it; beside a short one stand the badges.
        is_long = len(first) > _NAME_CHARS
        line.addWidget(Label(first, "heading", wrap=is_long), stretch=int(is_long))
        for badge in badges_of(card):
            line.addWidget(badge)
        line.addStretch(int(not is_long))
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addLayout(line)
        if others:
            words.addWidget(Label("  ·  ".join(others), wrap=True))
        identifiers = [
            f"{_IDENTIFIERS.get(kind, kind)} {peer_text(text, 40)}" for kind, text in card.identifiers.items()
        ]
        about = [*([peer_text(card.place)] if card.place else []), *identifiers]
        if about:
            words.addWidget(MutedLabel("  ·  ".join(about)))
        words.addWidget(Label(whole_key_text(card.member), "mono", wrap=True).make_selectable())
        said = self.tr("{words}, to compare over the telephone. To be sure, compare the whole ID.")
        words.addWidget(MutedLabel(said.format(words=card.id_words)).make_selectable())
        if self._facts.linked:
            linked = listed(peer_text(name) for name in self._facts.linked)
            same = self.tr("In the same hands as {members}: both say so.")
            words.addWidget(Label(same.format(members=linked), wrap=True))
        return words

    def _add_warnings(self) -> None:
        if self._facts.card.look_alike:
            self._warn(look_alike_words(), "warning")
        if self._facts.forked:
            self._warn(
                self.tr("This member has signed two different records in one place. The proof is under Sync."), "error"
            )

    def _warn(self, text: str, level: Level) -> None:
        banner = Banner(self)
        banner.say(text, level, closable=False)
        self._column.addWidget(banner)

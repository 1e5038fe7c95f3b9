"""The cards of what was found: they come at once, their grades as they are counted, from the first one on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.check_card import MemberCardButton
from cohong.desktop.shell import Shell
from cohong.desktop.tasks import run_task
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import Label, MutedLabel

GRADES_AT_ONCE: Final = 4
"""Cards whose grades are asked for together: the first ones show before the last are counted."""


class CheckResults(QScrollArea):
    """Cards below one another; the arrow keys walk through them.

    Signals:
        opened: the member whose card was pressed, or on which Enter was.
        left: the arrow went up from the first card.
    """

    opened = Signal(str)
    left = Signal()

    def __init__(self, client: NodeClient, shell: Shell) -> None:
        super().__init__()
        self._client, self._shell = client, shell
        self.cards: list[MemberCardButton] = []
        self._above: list[QWidget] = []
        self._asked = 0
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, space(2), 0)
        self._column.setSpacing(space(2))
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        # Its cards take the keyboard, and show the one that has it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_cards(self, cards: Sequence[views.MemberCard]) -> None:
        """Show these instead of what there is; the guessed ones under a heading of their own."""
        self._clear()
        exact = [card for card in cards if not card.guessed]
        guessed = [card for card in cards if card.guessed]
        if exact:
            self._add(MutedLabel(self.tr("%n member(s)", "", len(exact)), wrap=False))
        for card in exact:
            self._add_card(card)
        if guessed:
            heading = self.tr("Or did you mean:") if exact else self.tr("Did you mean:")
            self._add(Label(heading, "strong"))
        for card in guessed:
            self._add_card(card)
        self.verticalScrollBar().setValue(0)
        self._asked += 1
        run_task(self, self._load_grades(self._asked))

    @property
    def chosen(self) -> MemberCardButton | None:
        """The card with the keyboard's focus, else the first one."""
        return next((card for card in self.cards if card.hasFocus()), self.cards[0] if self.cards else None)

    def enter(self) -> None:
        """Put the focus on the first card."""
        if self.cards:
            self._focus(0)

    async def _load_grades(self, asked: int) -> None:
        waiting = list(self.cards)
        while waiting and asked == self._asked:
            some, waiting = waiting[:GRADES_AT_ONCE], waiting[GRADES_AT_ONCE:]
            request = requests.GradesOf(members=[card.card.member for card in some])
            grades: list[views.CardGrade] = await self._client.call("check.grades", request)
            # Another search may have taken these cards away meanwhile.
            if asked == self._asked:
                for card, grade in zip(some, grades, strict=True):
                    card.set_grade(grade)

    def _add_card(self, card: views.MemberCard) -> None:
        button = MemberCardButton(card, self._shell.formats)
        button.clicked.connect(lambda _checked=False, member=card.member: self.opened.emit(member))
        button.installEventFilter(self)
        self.cards.append(button)
        self._add(button)

    def _add(self, widget: QWidget) -> None:
        self._above.append(widget)
        self._column.insertWidget(self._column.count() - 1, widget)

    def _clear(self) -> None:
        for widget in self._above:
            widget.hide()
            widget.deleteLater()
        self.cards, self._above = [], []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk with the arrows, open with Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self.cards:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._focus(self.cards.index(watched) + step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit(watched.card.member)
                return True
        return super().eventFilter(watched, event)

    def _focus(self, place: int) -> None:
        if place < 0:
            self.left.emit()
        elif place < len(self.cards):
            self.cards[place].setFocus()
            self.ensureWidgetVisible(self.cards[place])

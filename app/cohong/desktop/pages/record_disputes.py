"""Disputes and corrections beside the record: what was said, how it stands, and what this member may do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api.views import CorrectionView, DisputeView, RecordDetails
from cohong.desktop import wording
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.buttons import SecondaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.labels import Label, MutedLabel

_TEXT_CHARS: Final = 500


class ObjectionList(QWidget):
    """Signals:
    wanted: the kind of record that the user wants to write, and the dispute or correction that it is about.
    """

    wanted = Signal(str, str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(2))
        self.hide()

    def set_details(self, details: RecordDetails) -> None:
        """Show what stands beside an obligation; what is open first."""
        shown = (*details.disputes, *details.corrections)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for dispute in sorted(details.disputes, key=lambda item: item.state != "open"):
            self._column.addWidget(self._dispute(dispute))
        for correction in details.corrections:
            self._column.addWidget(self._correction(correction))
        self.setVisible(bool(shown))

    def _dispute(self, item: DisputeView) -> Card:
        who = member_text(item.opener_name, item.opener)
        meaning = "conflict" if item.state == "open" else "neutral"
        card = self._card(self.tr("{who} disputes it").format(who=who), wording.dispute_state_text(item), meaning)
        self._say(card, item.says, item.evidence, item.opened_ms)
        for answer in item.answers:
            words = self.tr("{who} answered, {time}").format(
                who=member_text(answer.author_name, answer.author), time=self._formats.time(answer.time_ms)
            )
            card.body.addWidget(MutedLabel(words))
            card.body.addWidget(Label(peer_text(answer.says, _TEXT_CHARS), "quote", wrap=True))
        self._add_buttons(card, item.dispute, item.actions)
        return card

    def _correction(self, item: CorrectionView) -> Card:
        who, asked = member_text(item.author_name, item.author), member_text(item.asked_name, item.asked)
        title = self.tr("{who} asks {asked} for a correction").format(who=who, asked=asked)
        card = self._card(title, wording.correction_state_text(item), "info" if item.state == "proposed" else "neutral")
        self._say(card, item.says, item.evidence, item.proposed_ms)
        line = self._deadline_words(item)
        if line:
            card.body.addWidget(Label(line, wrap=True))
        self._add_buttons(card, item.correction, item.actions)
        return card

    def _deadline_words(self, item: CorrectionView) -> str:
        """The 40 days, and what came of them."""
        if item.unanswered_ms:
            return self.tr("Nobody has answered within 40 days: it has taken effect on {time}, as a mark.").format(
                time=self._formats.moment(item.unanswered_ms)
            )
        if item.state != "proposed":
            return ""
        if not item.deadline_ms:
            return self.tr("The 40 days to answer begin with the block that includes it.")
        return self.tr("To be answered within 40 days, until {time}; then it takes effect, as a mark.").format(
            time=self._formats.moment(item.deadline_ms)
        )

    def _card(self, title: str, state: str, meaning: str) -> Card:
        card = Card(padding=3)
        card.body.setSpacing(space(1.5))
        head = QHBoxLayout()
        head.addWidget(Label(title, "strong", wrap=True), stretch=1)
        head.addWidget(Badge(state, meaning), alignment=Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.setAccessibleName(f"{title}, {state}")
        return card

    def _say(self, card: Card, says: str, evidence: Sequence[str], time_ms: int) -> None:
        card.body.addWidget(Label(peer_text(says, _TEXT_CHARS), "quote", wrap=True))
        words = self._formats.time(time_ms)
        if evidence:
            words += " · " + self.tr("%n file(s) as evidence", "", len(evidence))
        card.body.addWidget(MutedLabel(words))
        for document in evidence:
            card.body.addWidget(Label(f"{document[:32]}\n{document[32:]}", "mono").make_selectable())

    def _add_buttons(self, card: Card, about: str, kinds: Sequence[str]) -> None:
        # One below the other: side by side two of them are wider than the pane.
        for kind in kinds:
            button = SecondaryButton(wording.action_text(kind))
            button.clicked.connect(self._wanting(kind, about))
            card.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _wanting(self, kind: str, about: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(kind, about)

"""A search result: enough to tell two members apart and to judge one at a glance.

It comes in two steps: who it is, at once, and how it pays, when that has been counted. Room for the second is kept, so
that nothing moves under the pointer.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cohong.api.views import CardGrade, MemberCard
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.pages.check_words import CheckWords, id_shown, member_names, short_id
from cohong.desktop.report_wording import GRADE_MEANINGS
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel

__all__ = [
    "MemberAvatar", "MemberCardButton", "badges_of", "facts_words", "look_alike_words", "member_names", "short_id",
]  # fmt: skip

_AVATAR_PX: Final = 44
_FACTS_PX: Final = 168
_MEANINGS: Final = ("accent", "info", "good", "warning", "late", "conflict")


class MemberCardButton(QPushButton):
    """One member; pressing it opens the report."""

    def __init__(self, card: MemberCard, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.grade: CardGrade | None = None
        self._formats = formats
        self._words = CheckWords(formats)
        self.setProperty("look", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self._reason = ElidedLabel(facts_words(card, formats))
        self._grade = Badge("…", "neutral")
        self._sureness, self._as_of = MutedLabel("", wrap=False), MutedLabel("", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(4), space(3), space(5), space(3))
        self._row.setSpacing(space(4))
        self._row.addWidget(MemberAvatar(card), alignment=Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._who(), stretch=1)
        self._row.addWidget(self._how())
        self.setAccessibleName(f"{member_names(card)[0]}. {facts_words(card, formats)}")
        self._let_presses_through()

    def set_grade(self, grade: CardGrade) -> None:
        """Show how the member pays."""
        self.grade = grade
        words = self._words
        meaning = GRADE_MEANINGS[grade.grade] if grade.grade else "neutral"
        self._grade.set_badge(words.grade(grade), meaning)
        self._reason.set_full_text(words.reason(grade))
        self._sureness.setText(words.confidence(grade))
        self._as_of.setText(words.as_of(grade))
        flags = words.flags(grade)
        for text, flag_meaning in flags:
            self._head.insertWidget(self._head.count() - 1, Badge(text, flag_meaning))
        said = [member_names(self.card)[0], words.grade(grade), words.confidence(grade), words.reason(grade)]
        self.setAccessibleName(". ".join(text for text in (*said, *(text for text, _ in flags)) if text))
        self._let_presses_through()

    def _who(self) -> QVBoxLayout:
        card = self.card
        first, *others = member_names(card)
        self._head = QHBoxLayout()
        self._head.setSpacing(space(2))
        name = ElidedLabel(first, "section")
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._head.addWidget(name)
        for badge in badges_of(card):
            self._head.addWidget(badge)
        self._head.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(space(0.5))
        column.addLayout(self._head)
        place = [peer_text(card.place)] if card.place else []
        column.addWidget(ElidedLabel("  ·  ".join([*others, *id_shown(card), *place]), "muted"))
        column.addWidget(self._reason)
        if card.look_alike:
            column.addWidget(Label(self._words.look_alike(card), "warning", wrap=True))
        return column

    def _how(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(_FACTS_PX)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(self._grade, alignment=Qt.AlignmentFlag.AlignRight)
        for label in (self._sureness, self._as_of):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)
        column.addStretch(1)
        return holder

    def _let_presses_through(self) -> None:
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        # A warning wraps, and in a small window to more lines than `totalSizeHint` reckons with.
        row = self._row
        high = row.totalHeightForWidth(self.width()) if row.hasHeightForWidth() else row.totalSizeHint().height()
        return QSize(420, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())


class MemberAvatar(QWidget):
    """The first letter of a name, in a colour that follows from the id: the same member looks the same everywhere."""

    def __init__(self, card: MemberCard, *, size: int = _AVATAR_PX) -> None:
        super().__init__()
        self._letter = (member_names(card)[0].lstrip("\u2068") or "?")[0].upper()
        self._meaning = _MEANINGS[sum(card.member.encode()) % len(_MEANINGS)]
        self.setFixedSize(size, size)
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{self._meaning}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), self.width() * 0.28, self.width() * 0.28)
        font = theme.font("section")
        font.setPixelSize(round(self.width() * 0.42))
        painter.setFont(font)
        painter.setPen(theme.color("accent_text" if self._meaning == "accent" else self._meaning))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


def badges_of(card: MemberCard) -> list[Badge]:
    """Return what is worth a badge about a member."""
    translate = QCoreApplication.translate
    badges = []
    if card.me:
        badges.append(Badge(translate("MemberCard", "me"), "accent"))
    if card.voter:
        badges.append(Badge(translate("MemberCard", "voter"), "neutral"))
    if card.look_alike:
        badges.append(Badge(translate("MemberCard", "name nearly the same"), "warning"))
    return badges


def look_alike_words() -> str:
    """Return the warning about a name that could be taken for another's."""
    return QCoreApplication.translate(
        "MemberCard", "Another member has nearly the same name. Compare the ID before you rely on it."
    )


class MemberCardWords(QObject):
    """The sentence with a plural: `lupdate` knows those that a QObject's `tr` says, and no others."""

    def none_settled(self, invoices: int) -> str:
        """Return that there are invoices, none of them paid."""
        return self.tr("%n invoice(s), none settled yet", "", invoices)


def facts_words(card: MemberCard, formats: Formats) -> str:
    """Return how the member pays in a few words, with the denominator."""
    translate = QCoreApplication.translate
    if card.invoices == 0:
        return translate("MemberCard", "no invoices recorded")
    if card.settled == 0:
        return MemberCardWords().none_settled(card.invoices)
    words = translate("MemberCard", "{paid} of {settled} paid within terms")
    return words.format(paid=formats.count(card.paid_within_terms), settled=formats.count(card.settled))

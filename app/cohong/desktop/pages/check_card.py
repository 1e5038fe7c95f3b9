"""A search result: enough to tell two members apart and to judge one at a glance."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cohong.api.views import MemberCard
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import Badge
from cohong.desktop.widgets.labels import ElidedLabel, Label, MutedLabel

_AVATAR_PX: Final = 44
_MEANINGS: Final = ("accent", "info", "good", "warning", "late", "conflict")


class MemberCardButton(QPushButton):
    """One member; pressing it opens the report."""

    def __init__(self, card: MemberCard, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._formats = formats
        self.setProperty("look", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(4), space(3), space(5), space(3))
        self._row.setSpacing(space(4))
        self._row.addWidget(MemberAvatar(card))
        self._row.addLayout(self._names(), stretch=1)
        self._row.addLayout(self._facts())
        self.setAccessibleName(f"{member_names(card)[0]}. {facts_words(card, formats)}")
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _names(self) -> QVBoxLayout:
        card = self.card
        first, *others = member_names(card)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        name = Label(first, "section")
        head.addWidget(name)
        for badge in badges_of(card):
            head.addWidget(badge)
        head.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(space(0.5))
        column.addLayout(head)
        about = [*others, *([peer_text(card.place)] if card.place else []), short_id(card.member)]
        column.addWidget(ElidedLabel("  ·  ".join(about), "muted"))
        if card.look_alike:
            column.addWidget(Label(look_alike_words(), "warning", wrap=True))
        return column

    def _facts(self) -> QVBoxLayout:
        card = self.card
        column = QVBoxLayout()
        column.setSpacing(0)
        if card.settled:
            figure = Label(self._formats.percent(card.paid_within_terms, card.settled), "section")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(figure)
        words = MutedLabel(facts_words(card, self._formats), wrap=False)
        words.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(words)
        return column

    def sizeHint(self) -> QSize:
        return QSize(420, self._row.totalSizeHint().height())

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


def member_names(card: MemberCard) -> list[str]:
    """Return the member's different names, the principal one first; the start of the id where there is none."""
    names = [peer_text(name) for name in (card.name, card.name_hant, card.name_hans) if name.strip()]
    return list(dict.fromkeys(names)) or [short_id(card.member)]


def short_id(member: str) -> str:
    """Return the start of an id in two groups, to compare by eye."""
    return f"{member[:4]} {member[4:8]}"


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

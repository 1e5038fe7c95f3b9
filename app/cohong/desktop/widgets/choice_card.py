"""A large button to choose one of a few: icon, title, and a sentence about what it means."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel


class ChoiceCard(QPushButton):
    """Checkable; put several into a QButtonGroup."""

    def __init__(self, title: str, sentence: str = "", icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "choice")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(4), space(3), space(4), space(3))
        self._row.setSpacing(space(4))
        if icon:
            self._row.addWidget(IconLabel(icon, "accent_text", size=24), alignment=Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(space(0.5))
        words.addStretch(1)
        words.addWidget(Label(title, "strong"))
        if sentence:
            words.addWidget(MutedLabel(sentence))
        words.addStretch(1)
        self._row.addLayout(words, stretch=1)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 320)
        return QSize(320, self._row.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

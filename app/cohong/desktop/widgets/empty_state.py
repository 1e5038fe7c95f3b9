"""What a screen shows when it has nothing: why, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import PrimaryButton
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label, MutedLabel


class EmptyState(QWidget):
    """An icon, a sentence, perhaps an explanation and an action (label, what it does), in the middle.

    Attributes:
        below: for what else there is to do.
    """

    def __init__(
        self,
        icon: str,
        sentence: str,
        action: tuple[str, Callable[[], object]] | None = None,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sentence_label = Label(sentence, "section", wrap=True)
        self.hint_label = MutedLabel(hint)
        self.button = PrimaryButton(action[0] if action else "")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(space(6),) * 4)
        column.setSpacing(space(3))
        column.addStretch(2)
        column.addWidget(IconLabel(icon, "text_disabled", size=44), alignment=Qt.AlignmentFlag.AlignHCenter)
        for label in (self.sentence_label, self.hint_label):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMaximumWidth(460)
            label.setMinimumWidth(240)
            column.addLayout(_centred(label))
        column.addSpacing(space(1))
        column.addLayout(_centred(self.button))
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        column.addStretch(3)
        self.hint_label.setVisible(bool(hint))
        self.button.setVisible(action is not None)
        self._act = action[1] if action else None
        self.button.clicked.connect(self._run)

    def _run(self) -> None:
        if self._act is not None:
            self._act()

    def set_words(self, sentence: str, hint: str = "") -> None:
        """Say something else."""
        self.sentence_label.setText(sentence)
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, stretch=4 if isinstance(widget, Label) else 0)
    row.addStretch(1)
    return row

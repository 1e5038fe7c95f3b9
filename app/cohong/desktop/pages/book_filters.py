"""The Book's saved filters with how many records each has, as a list of buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cohong.desktop.formatting import Formats
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space

FILTERS: Final = (
    "mine", "owed-to-me", "i-owe", "to-answer", "drafts", "waiting", "proposed", "active", "overdue", "settled",
    "declined", "disputed", "correction", "defaulted", "written-off", "contested", "all",
)  # fmt: skip
_AFTER_A_GAP: Final = frozenset({"waiting", "all"})
_URGENT: Final = {
    "to-answer": "accent",
    "overdue": "late",
    "disputed": "conflict",
    "correction": "warning",
    "defaulted": "danger",
    "contested": "conflict",
}


class FilterButton(QPushButton):
    """A filter's name on the left, its count on the right."""

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__(name)
        self.setProperty("look", "side")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = name
        self._meaning = meaning
        self._count = ""

    def set_count(self, count: int, text: str) -> None:
        """Show how many records there are; a zero is left out."""
        self._count = text if count else ""
        self.setAccessibleName(f"{self._name}, {text}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        role = "accent_text" if self.isChecked() else self._meaning or "text_muted"
        painter.setPen(theme.color("accent_text" if role == "accent" else role))
        room = self.rect().adjusted(0, 0, -space(3), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)


class BookFilters(QWidget):
    """Signals:
    chosen: the filter that is in force now.
    """

    chosen = Signal(str)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._buttons: dict[str, FilterButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(self.tr("Filters"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name in FILTERS:
            button = FilterButton(self.name_of(name), _URGENT.get(name, ""))
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._buttons[name] = button
            self._group.addButton(button)
            if name in _AFTER_A_GAP:
                column.addSpacing(space(3))
            column.addWidget(button)
        column.addStretch(1)
        self._buttons["mine"].setChecked(True)

    def name_of(self, name: str) -> str:
        """Return what a filter is called."""
        return {
            "mine": self.tr("All mine"),
            "owed-to-me": self.tr("Owed to me"),
            "i-owe": self.tr("I owe"),
            "to-answer": self.tr("To answer"),
            "drafts": self.tr("Drafts"),
            "waiting": self.tr("Waiting"),
            "proposed": self.tr("Proposed"),
            "active": self.tr("Active"),
            "overdue": self.tr("Overdue"),
            "settled": self.tr("Settled"),
            "declined": self.tr("Declined"),
            "disputed": self.tr("Disputed"),
            "correction": self.tr("Correction open"),
            "defaulted": self.tr("In default"),
            "written-off": self.tr("Written off"),
            "contested": self.tr("Contested"),
            "all": self.tr("Everybody's"),
        }[name]

    def choose(self, name: str) -> None:
        """Put a filter in force without telling; one that has no button leaves none of them pressed."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each filter has."""
        for name, button in self._buttons.items():
            count = counts.get(name, 0)
            button.set_count(count, self._formats.count(count))

    def buttons(self) -> Sequence[FilterButton]:
        """Return the buttons from top to bottom."""
        return list(self._buttons.values())

"""A row of joined buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from cohong.desktop.widgets.buttons import Button


class _Segment(Button):
    look = "segment"


class Segments(QWidget):
    """Signals:
    chosen: the value that the user has picked.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], value: str = "", *, parent: QWidget | None = None) -> None:
        """Take (value, label) pairs and the value to begin with: the first if none is given."""
        super().__init__(parent)
        self._value = value or choices[0][0]
        self._group = QButtonGroup(self)
        self._names: dict[_Segment, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (name, label) in enumerate(choices):
            button = _Segment(label)
            button.setCheckable(True)
            button.setChecked(name == self._value)
            button.setProperty("first", index == 0)
            button.setProperty("last", index == len(choices) - 1)
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            self._group.addButton(button)
            self._names[button] = name
            row.addWidget(button)
        row.addStretch(1)

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self._value

    def choose(self, value: str) -> None:
        """Choose from outside; nobody is told."""
        self._value = value
        for button, name in self._names.items():
            button.setChecked(name == value)

    def _choose(self, value: str) -> None:
        self._value = value
        self.chosen.emit(value)

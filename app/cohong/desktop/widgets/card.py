"""Cards and lines: the surfaces that group what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import SectionTitle


class Card(QFrame):
    """A surface with a border; put things into `body`. With a title, `header` takes widgets to its right."""

    def __init__(self, title: str = "", *, look: str = "", padding: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("look", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(space(padding),) * 4)
        self.body.setSpacing(space(3))
        self.header = QHBoxLayout()
        self.title_label = SectionTitle(title)
        if title:
            self.header.addWidget(self.title_label)
            self.header.addStretch(1)
            self.body.addLayout(self.header)


class Line(QFrame):
    """A thin line between things."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("line-vertical" if vertical else "line")
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, wide) if vertical else (wide, fixed)))

"""Labels. All of them show plain text: what a peer wrote is never read as mark-up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from cohong.desktop.formatting import hint_text
from cohong.desktop.theme.tokens import space

_FIGURE_LOOKS: Final = ("figure", "title", "section", "caption")
"""From the largest."""


class Label(QLabel):
    """Plain text in one of the looks of the style sheet: body, muted, caption, section, title, heading, …"""

    def __init__(self, text: str = "", look: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_look(look)
        self.setText(text)

    def set_look(self, look: str) -> None:
        """Change how the label looks."""
        self.setProperty("look", look)
        self.style().unpolish(self)
        self.style().polish(self)

    def make_selectable(self) -> Label:
        """Let the user select and copy the text."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self


class MutedLabel(Label):
    """A sentence of lesser weight; wraps."""

    def __init__(self, text: str = "", *, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, "muted", wrap=wrap, parent=parent)


class SectionTitle(Label):
    """The title of a section or card."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, "section", parent=parent)


class TitleLabel(Label):
    """The title of a page."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent=parent)


class NamedHint(QWidget):
    """A name in bold with a sentence right below it, as above a field."""

    def __init__(self, name: str, hint: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        self._hint = MutedLabel(hint)
        column.addWidget(Label(name, "strong"))
        column.addWidget(self._hint)

    def set_hint(self, hint: str) -> None:
        """Say something else below the name."""
        self._hint.setText(hint)


class FigureLabel(Label):
    """A figure that stands for itself."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, "figure", parent=parent)


class FittedFigure(FigureLabel):
    """A figure in one line, smaller where there is no room for it: a part of an amount would be another amount."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for look in _FIGURE_LOOKS:
            if self.property("look") != look:
                self.set_look(look)
            if QFontMetrics(self.font()).horizontalAdvance(self.text()) <= self.width():
                return


class ElidedLabel(Label):
    """One line, shortened with an ellipsis where there is no room; the tooltip has the whole text."""

    def __init__(
        self,
        text: str = "",
        look: str = "",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._full = ""
        self._mode = mode
        super().__init__("", look, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Show `text`, as much of it as there is room for."""
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    @property
    def full_text(self) -> str:
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._full) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._full, self._mode, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(hint_text(self._full) if shown != self._full else "")

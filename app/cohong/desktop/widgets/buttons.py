"""Buttons by weight: one primary on a screen, secondary ones, quiet ones, and those that destroy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.spinner import Spinner

PEER_PX: Final = 360
"""Of words with a name in them: a button is as wide as its words, and the window at least as wide as that."""


class Button(QPushButton):
    """A push button in a look of the style sheet; shows that it waits while `slot_task` runs what it started."""

    look = ""
    icon_role = "text"

    def __init__(self, text: str = "", icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", self.look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._spinner: Spinner | None = None
        self._text_idle = ""
        self._text_busy = ""
        if icon:
            # Whoever gives no text yet has one later: what is a picture alone is an `IconButton`.
            current_theme().bind_icon(self, icon, self.icon_role, gap=space(1))

    def set_peer_text(self, text: str) -> None:
        """Show words with a peer's name in them: its `&` is no key, and it does not make the window wider."""
        self.ensurePolished()
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, current_theme().scaled(PEER_PX))
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_busy(self, busy: bool, text: str = "") -> None:
        """Show or end waiting. Words that say it (`Unlocking…`) replace the button's own meanwhile."""
        if busy:
            if text:
                self._text_idle, self._text_busy = self.text(), text
                self.setText(text)
            self._spin()
            return
        if self._spinner is not None:
            self._spinner.stop()
            self._spinner.hide()
        # What was waited for may have given the button another text.
        if self._text_busy and self.text() == self._text_busy:
            self.setText(self._text_idle)
        self._text_busy = ""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        gap = space(2) if not self.icon().isNull() and self.text() else 0
        return QSize(hint.width() + gap, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_spinner()

    def _spin(self) -> None:
        if self._spinner is None:
            self._spinner = Spinner(size=14, role="text_muted", parent=self)
        self._spinner.show()
        self._place_spinner()
        self._spinner.start()

    def _place_spinner(self) -> None:
        if self._spinner is not None:
            self._spinner.move(self.width() - 14 - space(2), (self.height() - 14) // 2)


class PrimaryButton(Button):
    """The one thing that a screen is for."""

    look = "primary"
    icon_role = "on_accent"


class SecondaryButton(Button):
    """Something else that can be done here."""

    icon_role = "text_muted"


class QuietButton(Button):
    """An action that must not draw the eye."""

    look = "quiet"
    icon_role = "accent_text"


class LinkButton(Button):
    """An action inside text, as a link looks."""

    look = "link"
    icon_role = "accent_text"


class DangerButton(Button):
    """An action that takes something away."""

    look = "danger"
    icon_role = "danger"


class IconButton(QToolButton):
    """A picture that can be pressed; `text` names it for the tooltip and for screen readers."""

    def __init__(
        self, icon: str, text: str, *, role: str = "text_muted", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(space(8), space(8))
        self.set_meaning(icon, text, role)

    def set_meaning(self, icon: str, text: str, role: str = "text_muted") -> None:
        """Show another picture with another name."""
        current_theme().bind_icon(self, icon, role, self._size)
        self.setToolTip(text)
        self.setAccessibleName(text)

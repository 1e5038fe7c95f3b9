"""A passphrase field: an eye to look, and a hint while Caps Lock is on."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import Label

_CHARS_MAX: Final = 1024


class PasswordEdit(QLineEdit):
    """A line edit that hides what is typed.

    Signals:
        caps_noted: whether Caps Lock seems to be on.
    """

    caps_noted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_CHARS_MAX)
        self._caps_on = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note_caps(event)
        super().keyPressEvent(event)

    def _note_caps(self, event: QKeyEvent) -> None:
        """Qt tells no lock state: a capital typed without Shift, or a small letter with it, gives it away."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            # The key itself turns it over; where it was on before the window, the next letter corrects this.
            self._caps_on = not self._caps_on and sys.platform != "darwin"
        elif len(text) == 1 and text.isascii() and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps_on = text.isupper() != shift
        self.caps_noted.emit(self._caps_on)


class PasswordField(QWidget):
    """A field for a passphrase; `edit` is the line edit in it."""

    def __init__(self, placeholder: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PasswordEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or placeholder)
        self.edit.caps_noted.connect(self._note_caps)
        self.setFocusProxy(self.edit)
        self._eye = QAction(self)
        self._eye.triggered.connect(self._look)
        self.edit.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._caps = Label(self.tr("Caps Lock is on"), "warning")
        self._caps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self.edit)
        column.addWidget(self._caps)
        self._show_eye()

    @property
    def text(self) -> str:
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field and hide again what is typed."""
        self.edit.clear()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_eye()

    def set_text(self, text: str, *, visible: bool = False) -> None:
        """Fill the field, as with a suggestion that the user must be able to read."""
        self.edit.setText(text)
        mode = QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._show_eye()

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field as the one that does not fit."""
        self.edit.setProperty("wrong", wrong)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def _note_caps(self, on: bool) -> None:
        self._caps.setVisible(on)

    def _look(self) -> None:
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show_eye()

    def _show_eye(self) -> None:
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self._eye.setText(self.tr("Show the passphrase") if hidden else self.tr("Hide the passphrase"))
        current_theme().bind_icon(self._eye, "eye" if hidden else "eye-off", "text_muted")

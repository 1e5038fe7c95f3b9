"""A text to be handed on as it is: shown in full, with a button that copies it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import SecondaryButton

_COPIED_MS: Final = 2_000


class CopyField(QWidget):
    """Read-only; one line, or several with `lines`."""

    def __init__(self, text: str = "", *, name: str, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: QLineEdit | QPlainTextEdit
        if lines == 1:
            self._field = QLineEdit()
        else:
            self._field = QPlainTextEdit()
            self._field.setFixedHeight(lines * 20 + 28)
        self._field.setReadOnly(True)
        self._field.setAccessibleName(name)
        self._copy = SecondaryButton(self.tr("Copy"), "copy")
        self._copy.clicked.connect(self._copy_text)
        self._text = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self._field, stretch=1)
        row.addWidget(self._copy)
        row.setAlignment(self._copy, row.alignment())
        self.set_text(text)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._text = text
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
            self._field.setCursorPosition(0)
        else:
            self._field.setPlainText(text)
        self._copy.setEnabled(bool(text))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self._copy, self._show_copy)

    def _show_copy(self) -> None:
        self._copy.setText(self.tr("Copy"))

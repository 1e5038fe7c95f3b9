"""A search field that waits for a pause, and leaves alone what an input method is still composing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from cohong.desktop.theme.theme import current_theme

_PAUSE_MS: Final = 180


class SearchField(QLineEdit):
    """Signals:
    searched: the text, stripped, after a pause in typing or at once on Enter; never while text is composed.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._composing = False
        self._last = ""
        glass = QAction(self)
        current_theme().bind_icon(glass, "search", "text_muted")
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._wait)

    def search_now(self) -> None:
        """Search for what is there, whether or not it has changed."""
        self._pause.stop()
        self._last = self.text().strip()
        self.searched.emit(self._last)

    def show_text(self, text: str) -> None:
        """Show a text that has been searched for already."""
        self.setText(text)
        self._pause.stop()
        self._last = text.strip()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._composing:
            self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        if not self._composing:
            self._pause.start()

    def _search(self) -> None:
        if self.text().strip() != self._last:
            self.search_now()

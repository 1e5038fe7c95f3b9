"""Warnings below one another, which stay: what to know before something is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner


class WarningList(QWidget):
    """Takes no room while there is nothing to warn of."""

    def __init__(self, sentences: Sequence[str] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(2))
        # Shown along with what it is put into: one without a parent would come up as a window of its own.
        self._put(sentences)
        if not sentences:
            self.hide()

    @property
    def sentences(self) -> list[str]:
        """What is said."""
        return [banner.text for banner in self._banners]

    def say(self, sentences: Sequence[str]) -> None:
        """Say these in place of what was said before."""
        if list(sentences) != self.sentences:
            self._put(sentences)
        self.setVisible(bool(sentences))

    def _put(self, sentences: Sequence[str]) -> None:
        for banner in self._banners:
            banner.hide()
            self._column.removeWidget(banner)
            banner.deleteLater()
        self._banners = [Banner(self) for _ in sentences]
        for banner, sentence in zip(self._banners, sentences, strict=True):
            banner.say(sentence, "warning", closable=False)
            self._column.addWidget(banner)

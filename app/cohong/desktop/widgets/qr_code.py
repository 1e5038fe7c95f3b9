"""A text as a QR code, or as several in turn where one would be too dense for a phone's camera."""

from __future__ import annotations

import contextlib
from typing import Final

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

VERSION_MAX: Final = 29
"""133 modules a side: what phones still read from a screen. About 1,620 characters at level L."""

VERSION_MAX_AT_M: Final = 15
"""Above, larger modules help a camera more than error correction does: a screen has no stains."""

QUIET: Final = 4
"""Modules of white around the code, which the standard asks for."""

PARTS_MAX: Final = 16
"""As many codes may belong together by the standard."""

_SIDE_PX: Final = 420
_PAPER: Final = QColor("white")
_INK: Final = QColor("black")
"""Whatever the theme: scanners expect dark on light."""


def qr_codes(text: str) -> list[segno.QRCode]:
    """Return the text as one code at error level M, else at L, else as several whose texts together are the text.

    Empty for a text that not even as many as may belong together can hold.
    """
    for level, version_max in (("m", VERSION_MAX_AT_M), ("l", VERSION_MAX)):
        with contextlib.suppress(segno.DataOverflowError):
            code = segno.make_qr(text, error=level, boost_error=False)
            if _is_legible(code, version_max):
                return [code]
    for count in range(2, PARTS_MAX + 1):
        with contextlib.suppress(segno.DataOverflowError):
            codes = list(segno.make_sequence(text, error="l", symbol_count=count, boost_error=False))
            if all(map(_is_legible, codes)):
                return codes
    return []


def _is_legible(code: segno.QRCode, version_max: int = VERSION_MAX) -> bool:
    return isinstance(code.version, int) and code.version <= version_max


class QrCode(QWidget):
    """Paints a code, each module a whole number of pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[bytearray] = []

    def set_code(self, code: segno.QRCode, name: str) -> None:
        """Show a code; `name` is what a screen reader says."""
        self._rows = [bytearray(row) for row in code.matrix]
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())
        self.update()

    @property
    def _modules(self) -> int:
        return len(self._rows) + 2 * QUIET

    def sizeHint(self) -> QSize:
        """At least three pixels a module, and of one size for most texts."""
        pixel = max(3, _SIDE_PX // self._modules) if self._rows else 3
        side = pixel * self._modules
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        pixel = min(self.width(), self.height()) // self._modules
        if not self._rows or pixel == 0:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        left = (self.width() - pixel * len(self._rows)) // 2
        top = (self.height() - pixel * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRect(left + x * pixel, top + y * pixel, pixel, pixel), _INK)

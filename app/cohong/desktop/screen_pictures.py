"""What the screens show, for a code that is on one of them and in no file: a PDF in a viewer, a chat, a web page."""

from __future__ import annotations

import asyncio
from typing import Final

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

HIDDEN_S: Final = 0.4
"""For the system to draw what was behind the window."""


async def screen_pictures(window: QWidget) -> list[QImage]:
    """Return a picture of each screen, without `window`; none where programs may not see the screen (Wayland)."""
    geometry = window.saveGeometry()
    window.hide()
    try:
        await asyncio.sleep(HIDDEN_S)
        grabbed = [screen.grabWindow(0) for screen in QGuiApplication.screens()]
    finally:
        window.restoreGeometry(geometry)
        window.show()
        window.activateWindow()
    return [picture.toImage() for picture in grabbed if not picture.isNull()]

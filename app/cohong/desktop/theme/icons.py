"""Icons: own 24 px stroke drawings in resources/icons, tinted with a colour and drawn at the screen's pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cohong.desktop.resource_files import resource_path

_RATIOS: Final = (1.0, 1.25, 1.5, 2.0, 3.0)


def icon_pixmap(name: str, color: str, *, size: int, ratio: float, gap: int = 0) -> QPixmap:
    """Return the icon `name` in `color` (`#RRGGBB`), `size` logical px wide and high, with `gap` px to its right.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = _svg_text(name).replace("currentColor", color)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def make_icon(name: str, color: str, disabled_color: str, *, size: int, gap: int = 0) -> QIcon:
    """Return an icon for buttons and menus, with a paler drawing for the disabled mode."""
    icon = QIcon()
    for ratio in _RATIOS:
        icon.addPixmap(icon_pixmap(name, color, size=size, ratio=ratio, gap=gap), QIcon.Mode.Normal)
        icon.addPixmap(icon_pixmap(name, disabled_color, size=size, ratio=ratio, gap=gap), QIcon.Mode.Disabled)
    return icon


@lru_cache(maxsize=256)
def _svg_text(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")

"""The theme in force: colours, fonts and icons for widgets, switched live between light, dark and the system's."""

from __future__ import annotations

from typing import Final, Literal, Protocol, TypeAlias
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from cohong.desktop.theme import tokens
from cohong.desktop.theme.icons import icon_pixmap, make_icon
from cohong.desktop.theme.palette import make_palette
from cohong.desktop.theme.style_sheet import make_style_sheet

ThemeChoice: TypeAlias = Literal["light", "dark", "system"]

TEXT_PERCENT: Final = (90, 100, 115, 130, 150)

_FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "en": ("Inter", "Noto Sans", "Noto Sans CJK HK", "Noto Sans CJK TC"),
    "zh_HK": ("Inter", "Noto Sans CJK HK", "Noto Sans CJK TC", "PingFang HK"),
    "zh_CN": ("Inter", "Noto Sans CJK SC", "PingFang SC"),
}
_MONO_FAMILIES: Final = ("JetBrains Mono", "Noto Sans Mono", "Noto Sans Mono CJK HK", "DejaVu Sans Mono")


class HasIcon(Protocol):
    """A button or an action: what can carry an icon."""

    def setIcon(self, icon: QIcon | QPixmap, /) -> None: ...


class Theme(QObject):
    """Colours, fonts and icons in force, and the switch between them.

    Signals:
        changed: another scheme or text size; widgets that paint themselves repaint.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice, language: str, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._choice: ThemeChoice = choice
        self._language = language
        self._text_percent = text_percent
        self._icons: WeakKeyDictionary[QObject, tuple[str, str, int, int]] = WeakKeyDictionary()
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def scheme(self) -> tokens.Scheme:
        """The scheme shown: the choice, or what the system wants."""
        if self._choice != "system":
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def text_percent(self) -> int:
        return self._text_percent

    def choose(
        self,
        *,
        choice: ThemeChoice | None = None,
        language: str | None = None,
        text_percent: int | None = None,
    ) -> None:
        """Change what is given, at once and everywhere."""
        self._choice = choice or self._choice
        self._language = language or self._language
        self._text_percent = text_percent or self._text_percent
        self._apply()

    def color(self, role: str) -> QColor:
        """Return the colour of a role of `tokens.COLORS`."""
        return QColor(self.hex(role))

    def hex(self, role: str) -> str:
        """Return the colour of a role as `#RRGGBB`."""
        return tokens.COLORS[role][0 if self.scheme == "light" else 1]

    def level_colors(self, level: str) -> tuple[QColor, QColor]:
        """Return (text and shape, fill) of a level."""
        return self._pair(tokens.LEVEL_ROLES.get(level, "neutral"))

    def state_colors(self, state: str) -> tuple[QColor, QColor]:
        """Return (text, fill) of an obligation's state."""
        return self._pair(tokens.STATE_ROLES.get(state, "neutral"))

    def font(self, name: str) -> QFont:
        """Return a font of `tokens.TYPE_SCALE_PX`, at the chosen text size, with figures of equal width."""
        size, weight = tokens.TYPE_SCALE_PX[name]
        font = QFont()
        font.setFamilies(list(_MONO_FAMILIES if name == "mono" else _FAMILIES[self._language]))
        font.setPixelSize(self.scaled(size))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def scaled(self, px: float) -> int:
        """Return a length that grows with the chosen text size."""
        return round(px * self._text_percent / 100)

    def icon(self, name: str, role: str = "text", *, size: int = 18) -> QIcon:
        """Return an icon in the colour of `role`. It keeps that colour: `bind_icon` follows the theme."""
        return make_icon(name, self.hex(role), self.hex("text_disabled"), size=self.scaled(size))

    def pixmap(self, name: str, role: str, *, size: int, ratio: float) -> QPixmap:
        """Return an icon as a picture, for widgets that paint."""
        return icon_pixmap(name, self.hex(role), size=self.scaled(size), ratio=ratio)

    def bind_icon(self, target: HasIcon, name: str, role: str = "text", size: int = 18, gap: int = 0) -> None:
        """Give a button or action an icon that is tinted anew when the theme changes; `gap` px before its text."""
        assert isinstance(target, QObject)
        self._icons[target] = (name, role, size, gap)
        self._tint(target)

    def _tint(self, target: QObject) -> None:
        name, role, size, gap = self._icons[target]
        icon = make_icon(name, self.hex(role), self.hex("text_disabled"), size=self.scaled(size), gap=gap)
        target.setIcon(icon)  # type: ignore[attr-defined]  # bind_icon takes no other
        if hasattr(target, "setIconSize"):
            target.setIconSize(QSize(self.scaled(size) + gap, self.scaled(size)))

    def _pair(self, meaning: str) -> tuple[QColor, QColor]:
        text = "accent_text" if meaning == "accent" else meaning
        return self.color(text), self.color(f"{meaning}_soft")

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        self._app.setFont(self.font("body"))
        self._app.setPalette(make_palette(self.scheme))
        self._app.setStyleSheet(make_style_sheet(self.scheme, self._text_percent))
        for target in list(self._icons):
            if isValid(target):
                self._tint(target)
        self.changed.emit()


def theme_of(widget: QWidget) -> Theme:
    """Return the theme of the running application; `widget` only says that there is one."""
    del widget
    return current_theme()


def current_theme() -> Theme:
    """Return the theme of the running application, made by `desktop.app` before any widget."""
    app = QApplication.instance()
    theme = app.findChild(Theme) if app is not None else None
    assert isinstance(theme, Theme), "desktop.app makes the theme before any widget"
    return theme


def has_family(family: str) -> bool:
    """Return whether this machine has a font family."""
    return family in QFontDatabase.families()

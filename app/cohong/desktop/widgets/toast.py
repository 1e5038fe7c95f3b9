"""Toasts: a sentence at the bottom that goes by itself, with one action such as Undo. They stack, at most three."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import LEVEL_ICONS, Action, Level
from cohong.desktop.widgets.buttons import IconButton, LinkButton
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import Label

SHOWN_MS: Final = 6_000
SHOWN_WITH_ACTION_MS: Final = 12_000
_TOASTS_MAX: Final = 3
_WIDTH_MAX: Final = 480


class Toast(QFrame):
    """One message."""

    def __init__(self, text: str, level: Level, action: Action | None, gone: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("toast")
        self.setAccessibleName(text)
        self._gone = gone
        label = Label(text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(2.5), space(2), space(2.5))
        row.setSpacing(space(2.5))
        row.addWidget(IconLabel(*LEVEL_ICONS[level]), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label, stretch=1)
        if action is not None:
            row.addWidget(self._action_button(action))
        close = IconButton("close", self.tr("Close"), size=14)
        close.clicked.connect(self._go)
        row.addWidget(close)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)
        # The timer hangs below the toast: it ends with it.
        QTimer.singleShot(SHOWN_WITH_ACTION_MS if action else SHOWN_MS, self, self._go)

    def _action_button(self, action: Action) -> LinkButton:
        button = LinkButton(action[0])

        def act() -> None:
            action[1]()
            self._go()

        button.clicked.connect(act)
        return button

    def _go(self) -> None:
        self.hide()
        self._gone()
        self.deleteLater()


class ToastStack(QWidget):
    """Lies over the bottom of `window` and never takes focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(2))
        self._toasts: list[Toast] = []
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is shown, oldest first."""
        return [toast.accessibleName() for toast in self._toasts]

    def add(self, text: str, level: Level = "info", action: Action | None = None) -> None:
        """Show a message; the same one is not shown twice at a time."""
        if text in self.texts:
            return
        if len(self._toasts) >= _TOASTS_MAX:
            self._remove(self._toasts[0])
        toast = Toast(text, level, action, lambda: self._forget(toast))
        self._toasts.append(toast)
        self._column.addWidget(toast)
        self.show()
        self.place()

    def _remove(self, toast: Toast) -> None:
        self._forget(toast)
        toast.hide()
        toast.deleteLater()

    def _forget(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self._column.removeWidget(toast)
        self.setVisible(bool(self._toasts))
        self.place()

    def place(self) -> None:
        """Lie over the bottom of the window; to be called when it was resized."""
        width = min(_WIDTH_MAX, self._window.width() - space(8))
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((self._window.width() - width) // 2, self._window.height() - height - space(12), width, height)
        self.raise_()

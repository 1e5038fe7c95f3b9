"""What the window offers to its pages: messages, places, the theme, formats, and the node's status."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from cohong.api.views import NodeStatus
from cohong.desktop.formatting import Formats
from cohong.desktop.languages import Translations
from cohong.desktop.preferences import Preferences, save_preferences
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.banner import Action, Level


class Shell(QObject):
    """Signals:
    toast_wanted: text, level, action or None.
    place_wanted: the place, and what to show there.
    status_changed: the new NodeStatus; at most four times a second.
    language_changed: all texts have to be made anew.
    """

    toast_wanted = Signal(str, str, object)
    place_wanted = Signal(str, dict)
    status_changed = Signal(object)
    language_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        translations: Translations,
        *,
        language: str,
        profile_dir: Path,
        preferences_path: Path,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.profile_dir = profile_dir
        self.preferences = preferences
        self.language = language
        self.formats = Formats(language)
        self.status: NodeStatus | None = None
        self._translations = translations
        self._preferences_path = preferences_path
        translations.use(language)

    @property
    def may_write(self) -> bool:
        """Whether this profile's member may write records: an observer reads, and so does who is a member no more."""
        return self.status is None or self.status.standing == "member"

    def toast(self, text: str, *, level: Level = "info", action: Action | None = None) -> None:
        """Show a message at the bottom that goes by itself; `action` is (label, what it does)."""
        self.toast_wanted.emit(text, level, action)

    def show_error(self, text: str) -> None:
        """Show what went wrong where no page does."""
        self.toast(text, level="error")

    def tell_sent(self, sent: int, left: int) -> None:
        """Say how many drafts were signed and sent, and how many were not."""
        if sent:
            self.toast(self.tr("%n record(s) signed and on the way.", "", sent), level="good")
        if left > 0:
            self.toast(self.tr("%n draft(s) stay: the rules of the book refuse them.", "", left), level="warning")

    def go(self, place: str, **what: Any) -> None:
        """Go to a place of `pages.places`. `what` reaches the page's `shown`."""
        self.place_wanted.emit(place, what)

    def set_status(self, status: NodeStatus | None) -> None:
        """Take the node's newest status."""
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)

    async def prefer(self, **changes: Any) -> None:
        """Change preferences and remember them."""
        self.preferences = dataclasses.replace(self.preferences, **changes)
        await self.save()

    def remember_window(self, *rect: int) -> None:
        """Keep x, y, width and height of the window for the next start."""
        self.preferences = dataclasses.replace(self.preferences, window=rect)

    async def save(self) -> None:
        """Write the preferences to their file."""
        await asyncio.to_thread(save_preferences, self._preferences_path, self.preferences)

    def speak(self, language: str) -> None:
        """Take another language; the window is made anew by whoever hears `language_changed`."""
        self.language = language
        self.formats = Formats(language)
        self._translations.use(language)
        self.theme.choose(language=language)
        self.language_changed.emit()

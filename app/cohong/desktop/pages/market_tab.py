"""What the parts of the Market have in common: a title, actions for the header, and a way to be filled anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from cohong.desktop.pages.page import Page


class MarketTab(QWidget):
    """One part of the Market. A further one is a subclass, and a line in `market.TABS`.

    Attributes:
        name: what `Shell.go("market", tab=…)` takes.
        is_empty: it shows why it has nothing and what to do about it, so the header does not offer that as well.
    """

    name: ClassVar[str] = ""
    is_empty = False

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def title(self) -> str:
        """Return what the tab is called."""
        raise NotImplementedError

    def header_buttons(self) -> Sequence[QWidget]:
        """Return the buttons that stand in the page's header while the tab is shown."""
        return ()

    async def load(self) -> None:
        """Ask the node and show what it says. Called when the tab is entered and whenever the book has changed."""
        raise NotImplementedError

    def choose(self, **what: object) -> None:
        """Take note of what is to be shown, before the next `load`: what `Shell.go` was given."""

"""The places of the window, in the order of the rail. A later place is one more line here."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.page import Page
from cohong.desktop.shell import Shell
from cohong.desktop.translatable import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class PageSpec:
    """Attributes:
    place: the name that `Shell.go` takes.
    title: source text of the rail's entry.
    page: module and class; imported when the place is first entered.
    under: for a place without an entry of its own, the one that is marked while it is shown.
    """

    place: str
    title: str
    icon: str
    page: tuple[str, str]
    under: str = ""

    @property
    def name(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Places", self.title)

    def make(self, client: NodeClient, shell: Shell) -> Page:
        """Return a new page."""
        module, name = self.page
        page = getattr(importlib.import_module(f"cohong.desktop.pages.{module}"), name)(client, shell)
        assert isinstance(page, Page)
        return page


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("check", QT_TRANSLATE_NOOP("Places", "Check"), "check", ("check", "CheckPage")),
    PageSpec("book", QT_TRANSLATE_NOOP("Places", "Book"), "book", ("book", "BookPage")),
    PageSpec("import", QT_TRANSLATE_NOOP("Places", "Import"), "import", ("import_wizard", "ImportWizard"), "book"),
    PageSpec("payments", QT_TRANSLATE_NOOP("Places", "Payments"), "import", ("payments", "PaymentsPage"), "book"),
    PageSpec("ageing", QT_TRANSLATE_NOOP("Places", "Ageing"), "calendar", ("ageing", "AgeingPage"), "book"),
    PageSpec("votes", QT_TRANSLATE_NOOP("Places", "Votes"), "votes", ("votes", "VotesPage")),
    PageSpec("market", QT_TRANSLATE_NOOP("Places", "Market"), "market", ("market", "MarketPage")),
    PageSpec("members", QT_TRANSLATE_NOOP("Places", "Members"), "members", ("members", "MembersPage")),
    PageSpec("sync", QT_TRANSLATE_NOOP("Places", "Sync"), "sync", ("sync", "SyncPage")),
    PageSpec("settings", QT_TRANSLATE_NOOP("Places", "Settings"), "settings", ("settings", "SettingsPage")),
)

RAIL: Final[tuple[PageSpec, ...]] = tuple(spec for spec in PAGES if not spec.under)
"""The places with an entry in the rail: Alt+1 goes to the first."""


def spec_of(place: str) -> PageSpec:
    """Return the line of a place."""
    return next(spec for spec in PAGES if spec.place == place)

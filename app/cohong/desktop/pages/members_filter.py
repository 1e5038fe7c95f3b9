"""What narrows and orders the list of members: a filter, a text, a column, and the currency of what is owed."""

from __future__ import annotations

from typing import Any, Final, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from cohong.api import requests, views
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.flow_layout import FlowLayout
from cohong.desktop.widgets.search_field import SearchField
from cohong.desktop.widgets.segments import Segments

SEARCH_PX: Final = 280


class MembersFilter(QWidget):
    """Signals:
    changed: other members are meant, or another order.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sort: requests.MemberSort = "name"
        self.descending = False
        self._text = ""
        self.segments = Segments([
            ("everybody", self.tr("All")), ("owing", self.tr("Owe you")), ("watched", self.tr("Watched")),
            ("over-limit", self.tr("Above limit")),
        ])  # fmt: skip
        self.search = SearchField(self.tr("Name, ID or number"))
        self.search.setFixedWidth(current_theme().scaled(SEARCH_PX))
        self.currency = ChoiceBox()
        for say in (self.currency.setAccessibleName, self.currency.setToolTip):
            say(self.tr("Sort by what is owed in"))
        self.currency.hide()
        # The currency last: it comes and goes, and nothing is to move for that.
        row = FlowLayout(space(3), space(2), self)
        self.setContentsMargins(space(3), space(3), space(3), space(2))
        for part in (self.segments, self.search, self.currency):
            row.addWidget(part)
        self.segments.chosen.connect(self.choose)
        self.search.searched.connect(self._search_for)
        self.currency.activated.connect(self.changed)

    @property
    def asked(self) -> dict[str, Any]:
        """What the node is asked for, but for the place."""
        return {
            "filter": self.segments.value,
            "sort": self.sort,
            "descending": self.descending,
            "text": self._text,
            "currency": str(self.currency.currentData() or ""),
        }

    def choose(self, name: str) -> None:
        """Show some of them; of those with debts the largest first."""
        self.segments.choose(name)
        by_debt = name in ("owing", "over-limit")
        self.sort, self.descending = ("owed", True) if by_debt else ("name", False)
        self.changed.emit()

    def sort_by(self, key: str, descending: bool) -> None:
        """Take another order."""
        self.sort, self.descending = cast(requests.MemberSort, key), descending
        self.changed.emit()

    def show_everybody(self) -> None:
        """Leave nobody out any more."""
        self.search.show_text("")
        self._text = ""
        self.choose("everybody")

    def offer(self, page: views.MemberPage) -> None:
        """Let the user choose in which of several currencies is sorted."""
        known = {self.currency.itemData(place) for place in range(self.currency.count())}
        if page.currencies and known != set(page.currencies):
            with QSignalBlocker(self.currency):
                self.currency.clear()
                for code in page.currencies:
                    self.currency.addItem(code, code)
                self.currency.setCurrentIndex(max(0, self.currency.findData(page.currency)))
        self.currency.setVisible(self.sort == "owed" and len(page.currencies) > 1)

    def empty_words(self) -> tuple[str, str]:
        """Return why nobody is left, and what would change that."""
        if self._text:
            return self.tr("Nobody here is called “{text}”.").replace("{text}", self._text), ""
        return {
            "owing": (self.tr("Nobody owes you anything."), ""),
            "watched": (
                self.tr("You watch nobody yet."),
                self.tr("Choose a member and press Watch: what changes from then on is told."),
            ),
            "over-limit": (
                self.tr("Nobody is above a limit of yours."),
                self.tr("Choose a member and press Credit limit to keep one for it."),
            ),
        }.get(self.segments.value, (self.tr("Nobody is here."), ""))

    def _search_for(self, text: str) -> None:
        self._text = text
        self.changed.emit()

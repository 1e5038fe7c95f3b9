"""The watch list on the screen, without a node."""

from __future__ import annotations

from typing import Any, cast

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from cohong.api.views import WatchedMember, WatchList, WatchLook
from cohong.desktop.formatting import Formats
from cohong.desktop.pages.members_watch import WatchPanel
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.buttons import LinkButton

LOOK = WatchLook(grade="B", points=74, on_time=0.9, confidence="high", overdue=[], disputed=0, defaults=0, lost=0)
MEMBER = WatchedMember(
    member="0f" * 32, name="Pearl & Sons", note="", review_on="", review_due=False, seen_ms=0, before=LOOK, now=LOOK,
    changes=[], records=[], records_in_all=0,
)  # fmt: skip
OTHER = replace(MEMBER, member="0e" * 32, name="Lotus")


class _Client(QObject):
    changed = Signal(str, list, dict)


class _Page:
    def __init__(self) -> None:
        self.client, self.shell = _Client(), self
        self.formats = Formats("en")


def _list(*members: WatchedMember) -> WatchList:
    return WatchList(members=list(members), changed=0, due=0, as_of="2026-11-26")


def test_cards_about_whom_there_is_nothing_new_stay(qtbot: QtBot, theme: Theme) -> None:
    panel = WatchPanel(cast(Any, _Page()))
    qtbot.addWidget(panel)
    panel.set_list(_list(MEMBER, OTHER))
    first, second = panel._cards
    panel.set_list(_list(replace(OTHER, note="Asked twice."), MEMBER))
    assert panel._cards[1] is first and panel._cards[0] is not second and second.isHidden()
    assert [panel._column.indexOf(card) for card in panel._cards] == [1, 2]
    panel.set_list(_list())
    assert panel._cards == []


def test_a_name_is_shown_with_its_ampersand(qtbot: QtBot, theme: Theme) -> None:
    panel = WatchPanel(cast(Any, _Page()))
    qtbot.addWidget(panel)
    panel.set_list(_list(MEMBER))
    names = [link for link in panel.findChildren(LinkButton) if link.accessibleName() == "Pearl & Sons"]
    assert [link.text() for link in names] == ["Pearl && Sons"]

"""The buttons of what may be done about a record: the usual one first, the rest in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cohong.desktop import wording
from cohong.desktop.pages.record_sheets import SHEETS
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import IconButton, PrimaryButton, SecondaryButton

_BESIDE: Final = frozenset({"credit.decline"})
"""Kinds that stand beside the usual one: the other answer to the same question."""


class ActionBar(QWidget):
    """Signals:
    wanted: the kind of record to write, or `drafts.…` for what may be done with a draft.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kinds: tuple[str, ...] = ()
        self._menu: QMenu | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(2))

    @property
    def menu(self) -> QMenu | None:
        """The menu of what has no button of its own; None if there is nothing more."""
        return self._menu

    def set_kinds(self, kinds: Sequence[str]) -> None:
        """Offer these, the usual one first; a kind that has no form is left out."""
        known = tuple(kind for kind in kinds if kind in SHEETS or kind.startswith("drafts."))
        if known == self._kinds:
            return
        self._kinds = known
        self._clear()
        buttons = [kind for place, kind in enumerate(known) if place == 0 or kind in _BESIDE or kind not in SHEETS]
        for place, kind in enumerate(buttons):
            self._row.addWidget(self._button(kind, first=place == 0))
        rest = [kind for kind in known if kind not in buttons]
        if rest:
            self._row.addWidget(self._more(rest))
        self._row.addStretch(1)
        self.setVisible(bool(known))

    def _clear(self) -> None:
        self._menu = None
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _button(self, kind: str, *, first: bool) -> QWidget:
        button: PrimaryButton | SecondaryButton | IconButton
        if kind == "drafts.send":
            button = PrimaryButton(self.tr("Sign and send"), "send")
        elif kind == "drafts.put":
            button = SecondaryButton(self.tr("Change"))
        elif kind == "drafts.remove":
            button = IconButton("trash", self.tr("Remove draft"))
        else:
            button = (PrimaryButton if first else SecondaryButton)(wording.action_text(kind))
        button.clicked.connect(self._wanting(kind))
        return button

    def _more(self, kinds: Sequence[str]) -> SecondaryButton:
        button = SecondaryButton(self.tr("More"), "more")
        menu = self._menu = QMenu(button)
        for kind in kinds:
            menu.addAction(wording.action_text(kind)).triggered.connect(self._wanting(kind))
        button.setMenu(menu)
        return button

    def _wanting(self, kind: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(kind)

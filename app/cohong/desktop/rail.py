"""The rail: the places on the left, with the firm and its network above and the lock below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.places import RAIL, PageSpec, spec_of
from cohong.desktop.shell import Shell
from cohong.desktop.theme import tokens
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import Button
from cohong.desktop.widgets.labels import ElidedLabel, Label
from cohong.desktop.widgets.mark import Mark

_ICON_PX: Final = 20
_COUNT_MAX: Final = 99


class PlaceButton(Button):
    """An entry of the rail: icon and name, or the icon alone with the name as tooltip."""

    look = "place"

    def __init__(self, shell: Shell, icon: str, name: str, keys: str) -> None:
        super().__init__(name)
        self._name = name
        self._keys = keys
        self._count = 0
        self.setAccessibleName(name)
        shell.theme.bind_icon(self, icon, "on_rail", _ICON_PX)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        self.setProperty("narrow", narrow)
        self.setText("" if narrow else f"  {self._name}")
        self.setToolTip(f"{self._name} ({self._keys})" if narrow else self._keys)
        self.style().unpolish(self)
        self.style().polish(self)

    def set_count(self, count: int) -> None:
        """Show how many things wait there; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self._name}, {count}" if count else self._name)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("caption")
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        text = str(self._count) if self._count <= _COUNT_MAX else f"{_COUNT_MAX}+"
        height = painter.fontMetrics().height() + space(0.5)
        width = max(height, painter.fontMetrics().horizontalAdvance(text) + space(2.5))
        narrow = bool(self.property("narrow"))
        top = space(0.5) if narrow else (self.height() - height) / 2
        pill = QRectF(self.width() - width - space(0.5 if narrow else 2.5), top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_rail"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.color("rail"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """Signals:
    chosen: a place.
    lock_wanted: lock the profile now.
    """

    chosen = Signal(str)
    lock_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._shell = shell
        self._places: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._mark = Mark(size=30)
        self._brand = Label("Cohong")
        self._brand.setObjectName("brand")
        self._firm = ElidedLabel()
        self._firm.setObjectName("firm")
        self._network = ElidedLabel()
        self._network.setObjectName("network")
        self._lock = PlaceButton(shell, "lock", self.tr("Lock now"), "Ctrl+L")
        self._lock.clicked.connect(self.lock_wanted)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(space(1))
        self._fill()
        self.set_narrow(False)

    def select(self, place: str) -> None:
        """Mark the entry of a place, or of the place that it is under."""
        button = self._places.get(place) or self._places[spec_of(place).under]
        button.setChecked(True)

    def set_firm(self, name: str, network: str) -> None:
        """Show whose window this is."""
        self._firm.set_full_text(peer_text(name))
        self._network.set_full_text(peer_text(network))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show at each place how many things wait there."""
        for place, button in self._places.items():
            button.set_count(counts.get(place, 0))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, for small windows."""
        self.setFixedWidth(tokens.RAIL_NARROW_PX if narrow else self._shell.theme.scaled(tokens.RAIL_WIDTH_PX))
        side = space(2) if narrow else space(3)
        self._column.setContentsMargins(side, space(4), side, space(3))
        for button in (*self._places.values(), self._lock):
            button.set_narrow(narrow)
        for label in (self._brand, self._firm, self._network):
            label.setVisible(not narrow)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 400)

    def _fill(self) -> None:
        brand = QHBoxLayout()
        brand.setContentsMargins(space(2), 0, 0, 0)
        brand.setSpacing(space(2.5))
        brand.addWidget(self._mark)
        brand.addWidget(self._brand, stretch=1)
        self._column.addLayout(brand)
        self._column.addSpacing(space(5))
        for number, spec in enumerate(RAIL, start=1):
            self._column.addWidget(self._make_place(spec, f"Alt+{number}"))
        self._column.addStretch(1)
        whose = QVBoxLayout()
        whose.setContentsMargins(space(3), 0, space(2), space(2))
        whose.setSpacing(0)
        whose.addWidget(self._firm)
        whose.addWidget(self._network)
        self._column.addLayout(whose)
        self._column.addWidget(self._lock)

    def _make_place(self, spec: PageSpec, keys: str) -> PlaceButton:
        button = PlaceButton(self._shell, spec.icon, spec.name, keys)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(spec.place))
        self._group.addButton(button)
        self._places[spec.place] = button
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self.chosen.emit(spec.place))
        return button

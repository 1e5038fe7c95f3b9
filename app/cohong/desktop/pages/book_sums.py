"""What is owed to this member and by it, a sum a currency; currencies never mix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cohong.api.views import Amount, BookCounts
from cohong.desktop.formatting import Formats
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.icon_label import IconLabel
from cohong.desktop.widgets.labels import ElidedLabel, FittedFigure, Label

_SHOWN_MAX: Final = 5


class BookSums(QWidget):
    """Two cards: owed to me, and what I owe.

    Signals:
        wanted: the Book's filter for the records that add up to a sum.
    """

    wanted = Signal(str)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owed_to_me = _SumCard(formats, self.tr("Owed to me"), "receive", "good")
        self._i_owe = _SumCard(formats, self.tr("I owe"), "owe", "late")
        self._owed_to_me.records.clicked.connect(lambda: self.wanted.emit("owed-to-me"))
        self._i_owe.records.clicked.connect(lambda: self.wanted.emit("i-owe"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(4))
        row.addWidget(self._owed_to_me, stretch=1)
        row.addWidget(self._i_owe, stretch=1)

    def set_counts(self, counts: BookCounts) -> None:
        """Show these sums."""
        self._owed_to_me.set_sums(counts.owed_to_me)
        self._i_owe.set_sums(counts.i_owe)


class _SumCard(Card):
    def __init__(self, formats: Formats, title: str, icon: str, role: str) -> None:
        super().__init__(padding=3)
        self._formats = formats
        self._title = title
        self._main = FittedFigure()
        self._rest = ElidedLabel("", "muted")
        self.records = LinkButton(self.tr("Show records"))
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.addWidget(Label(title, "caption"), stretch=1)
        first.addWidget(self.records)
        words.addLayout(first)
        words.addWidget(self._main)
        words.addWidget(self._rest)
        row = QHBoxLayout()
        row.setContentsMargins(space(2), 0, space(2), 0)
        row.setSpacing(space(4))
        row.addWidget(IconLabel(icon, role, size=26))
        row.addLayout(words, stretch=1)
        self.body.addLayout(row)

    def set_sums(self, sums: Sequence[Amount]) -> None:
        texts = [self._formats.money(amount.currency, amount.minor) for amount in sums if amount.minor]
        self._main.setText(texts[0] if texts else "–")
        self.records.setVisible(bool(texts))
        self._rest.set_full_text(
            "   ·   ".join(texts[1 : 1 + _SHOWN_MAX]) + (" …" if len(texts) > 1 + _SHOWN_MAX else "")
        )
        self.setAccessibleName(f"{self._title}: {', '.join(texts) or '–'}")

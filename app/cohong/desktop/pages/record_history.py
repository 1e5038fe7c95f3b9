"""What happened to a record as a timeline, oldest first: when, what in a sentence, how far the voters have signed.

Each event is a stop of the keyboard: Up and Down go from one to the next, Enter shows its votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cohong.api.views import HistoryItem, ObligationRow
from cohong.desktop import wording
from cohong.desktop.event_wording import Event, events_of
from cohong.desktop.formatting import Formats, grouped
from cohong.desktop.theme.level_shapes import paint_level_shape
from cohong.desktop.theme.theme import current_theme
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton
from cohong.desktop.widgets.labels import Label, MutedLabel

_SHAPE_PX: Final = 16


class HistoryList(QWidget):
    """Signals:
    entry_chosen: the user wants to see the votes on this entry.
    receipt_wanted: the user wants a receipt of this entry.
    event_reached: the keyboard has come to this event, which may be out of sight.
    """

    event_reached = Signal(QWidget)
    entry_chosen = Signal(str)
    receipt_wanted = Signal(str)

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._items: tuple[HistoryItem, ...] = ()
        self._next_block_ms = 0
        self._lines: list[_HistoryLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_items(self, items: Sequence[HistoryItem], row: ObligationRow, next_block_ms: int) -> None:
        """Show the history of the obligation in `row`; events that are shown already change in place.

        `next_block_ms` is when a block may anchor what is not anchored yet.
        """
        if (tuple(items), next_block_ms) == (self._items, self._next_block_ms):
            return
        same = [item.entry for item in self._items] == [item.entry for item in items][: len(self._items)]
        if not same:
            self._clear()
        for number, (item, event) in enumerate(zip(items, events_of(items, row, self._formats), strict=True)):
            if number == len(self._lines):
                self._add_line()
            self._lines[number].set_event(item, event, row.currency, last=number == len(items) - 1)
            self._lines[number].set_receipt(item, next_block_ms)
        self._items, self._next_block_ms = tuple(items), next_block_ms

    def _add_line(self) -> None:
        line = _HistoryLine(self._formats)
        line.votes_wanted.connect(self.entry_chosen)
        line.receipt_wanted.connect(self.receipt_wanted)
        line.step_wanted.connect(self._step)
        self._lines.append(line)
        self._column.addWidget(line)

    def _step(self, by: int) -> None:
        """Give the keyboard to the event before or after the one that has it."""
        here = next((place for place, line in enumerate(self._lines) if line.hasFocus()), 0)
        line = self._lines[min(max(here + by, 0), len(self._lines) - 1)]
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self.event_reached.emit(line)

    def _clear(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []


class _HistoryLine(QFrame):
    votes_wanted = Signal(str)
    receipt_wanted = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("event")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._formats = formats
        self._entry = ""
        self._mark = _LevelMark()
        self._when = Label("", "caption")
        self._rest = Label("", "caption")
        self._what = Label("", "strong", wrap=True)
        self._quotes = Label("", "quote", wrap=True)
        self._reasons = Label("", "danger", wrap=True)
        self._signed = LinkButton()
        self._signed.clicked.connect(lambda: self.votes_wanted.emit(self._entry))
        self._details = Label("", "mono", wrap=True).make_selectable()
        # What the receipt waits for: a tooltip alone would not be found with the keyboard.
        self._receipt_words = MutedLabel()
        self._details.hide()
        self._receipt_words.hide()
        self._more = LinkButton(self.tr("Details"))
        self._more.clicked.connect(self._turn)
        self._receipt = LinkButton(self.tr("Save proof…"))
        self._receipt.clicked.connect(lambda: self.receipt_wanted.emit(self._entry))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._when, stretch=1)
        head.addWidget(self._rest)
        links = QHBoxLayout()
        links.setSpacing(space(2))
        links.addWidget(self._signed)
        links.addWidget(self._more)
        links.addWidget(self._receipt)
        links.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, space(1))
        words.setSpacing(space(1))
        words.addLayout(head)
        for widget in (self._what, self._quotes, self._reasons):
            words.addWidget(widget)
        words.addLayout(links)
        words.addWidget(self._details)
        words.addWidget(self._receipt_words)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(1), space(1), space(1), 0)
        row.setSpacing(space(3))
        row.addWidget(self._mark)
        row.addLayout(words, stretch=1)

    def set_event(self, item: HistoryItem, event: Event, currency: str, *, last: bool) -> None:
        self._entry = item.entry
        self._mark.set_level(item.level, last=last)
        self._what.setText(event.sentence)
        self._when.setText(self._formats.time(item.time_ms))
        _say(self._rest, self._rest_words(event.outstanding_minor, currency))
        _say(self._quotes, "\n".join(event.quotes))
        _say(self._reasons, " ".join(wording.reason_text(reason) for reason in item.no_reasons))
        level = wording.level_text(item.level)
        self._signed.setText(self.tr("{level}, %n signed", "", item.yes).format(level=level))
        self._details.setText(
            self.tr("Entry {seq} of its author\n{entry}").format(seq=item.seq, entry=grouped(item.entry))
        )
        texts = (self._when.text(), event.sentence, *event.quotes, self._rest.text(), level)
        self.setAccessibleName(". ".join(text for text in texts if text))

    def _rest_words(self, minor: int | None, currency: str) -> str:
        """What is left after the event."""
        if minor is None:
            return ""
        if minor == 0:
            return self.tr("nothing outstanding")
        return self.tr("{amount} outstanding").format(amount=self._formats.money(currency, minor))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.votes_wanted.emit(self._entry)
        else:
            super().keyPressEvent(event)

    def set_receipt(self, item: HistoryItem, next_block_ms: int) -> None:
        """Offer the receipt once there is one; until then, say what it waits for."""
        if item.anchored:
            words = self.tr(
                "A receipt: a small file that proves this record to anybody, without a node or a connection."
            )
        elif item.level in ("majority", "final") and next_block_ms:
            words = self.tr(
                "There is a proof to save once a block has anchored this record; the next one is due at {time}."
            ).format(time=self._formats.time(next_block_ms))
        else:
            words = self.tr(
                "There is a proof to save once enough voters have signed this record and a block has anchored it."
            )
        self._receipt.setEnabled(item.anchored)
        self._receipt.setToolTip(words)
        self._receipt.setAccessibleDescription(words)
        self._receipt_words.setText(words)

    def _turn(self) -> None:
        for label in (self._details, self._receipt_words):
            label.setVisible(label.isHidden())
        self._more.setText(self.tr("Details") if self._details.isHidden() else self.tr("Hide"))


class _LevelMark(QWidget):
    """The shape of the level, and a line down to the next entry."""

    def __init__(self) -> None:
        super().__init__()
        self._level = "draft"
        self._last = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        current_theme().changed.connect(self.update)

    def set_level(self, level: str, *, last: bool) -> None:
        self._level, self._last = level, last
        self.setToolTip(wording.level_meaning(level))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SHAPE_PX + 2, _SHAPE_PX + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        ink, _fill = theme.level_colors(self._level)
        paint_level_shape(painter, QRectF(1, 2, _SHAPE_PX, _SHAPE_PX), self._level, ink)
        if not self._last:
            painter.setPen(QPen(theme.color("border_strong"), 1.5, Qt.PenStyle.SolidLine))
            middle = 1 + _SHAPE_PX / 2
            painter.drawLine(QPointF(middle, _SHAPE_PX + 7), QPointF(middle, self.height() - 2))


def _say(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))

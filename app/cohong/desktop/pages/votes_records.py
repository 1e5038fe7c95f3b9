"""The records that the voters' machines are voting on, as it happens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cohong.api.views import ChainStatus, ObligationRow
from cohong.api.views import VotesBar as Votes
from cohong.desktop.formatting import peer_text
from cohong.desktop.pages.book_columns import member_text, signed_text
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.badge import LevelBadge
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import ElidedLabel, MutedLabel
from cohong.desktop.widgets.votes_bar import VotesBar
from cohong.desktop.widgets.votes_panel import HIGHLIGHT_MS, motion_is_reduced

RECORDS_SHOWN: Final = 12


class RecordRow(QPushButton):
    """One record: what it says, how far it is, and the bar; pressing it opens it in the Book."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._object = ""
        self.setProperty("look", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._reference = ElidedLabel("", "strong")
        self._words = ElidedLabel("", "muted")
        self._level = LevelBadge("waiting")
        self._bar = VotesBar()
        self._fade = QTimer(self, singleShot=True, interval=HIGHLIGHT_MS)
        self._fade.timeout.connect(self._calm)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(4), space(3), space(4), space(3))
        self._column.setSpacing(space(2))
        head = QHBoxLayout()
        head.setSpacing(space(3))
        head.addWidget(self._reference, stretch=1)
        head.addWidget(self._level)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self._column.addWidget(self._bar)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._open)

    def set_row(self, row: ObligationRow, chain: ChainStatus, fresh: int) -> None:
        """Show a record; `fresh` of its signatures have just come and are marked for a while."""
        self._object = row.object
        amount = self._shell.formats.money(row.currency, row.amount_minor)
        words = self.tr("{debtor} owes {creditor} {amount}").format(
            debtor=member_text(row.debtor_name, row.debtor),
            creditor=member_text(row.creditor_name, row.creditor),
            amount=amount,
        )
        self._reference.set_full_text(peer_text(row.reference))
        self._words.set_full_text(words)
        self._level.set_level(row.level)
        self._bar.set_votes(
            Votes(
                entry=row.object, level=row.level, yes=row.signed, no=row.against, hold=0, voters=row.voters,
                majority_at=chain.majority_at, final_at=chain.final_at, strength=0,
            )
        )  # fmt: skip
        # The style sheet's least height of buttons goes before the layout's.
        self.setFixedHeight(self._column.totalSizeHint().height())
        if fresh > 0 and not motion_is_reduced():
            self._bar.highlight(fresh)
            self._fade.start()
        self.setAccessibleName(f"{peer_text(row.reference)}, {words}, {signed_text(row)}")

    def sizeHint(self) -> QSize:
        return QSize(420, self._column.totalSizeHint().height())

    def _calm(self) -> None:
        self._bar.highlight(0)

    def _open(self) -> None:
        self._shell.go("book", filter="all", object=self._object)


class RecordList(QScrollArea):
    """The newest of the records that are not final yet. Rows are filled anew in place: nothing jumps."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._rows: list[RecordRow] = []
        self._signed: dict[str, int] = {}
        self._more = MutedLabel()
        self._empty = EmptyState(
            "final", self.tr("All records are final."),
            hint=self.tr("A new record is voted on by the voters' machines within seconds. You can watch it here."),
        )  # fmt: skip
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, space(2), space(4))
        self._column.setSpacing(space(2))
        self._column.addWidget(self._empty)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inner)

    def set_rows(self, rows: Sequence[ObligationRow], total: int, chain: ChainStatus) -> None:
        """Show these records; `total` counts those that were left out too."""
        while len(self._rows) < len(rows):
            self._rows.append(RecordRow(self._shell))
            self._column.insertWidget(len(self._rows) - 1, self._rows[-1])
        for place, shown in enumerate(self._rows):
            shown.setVisible(place < len(rows))
            if place < len(rows):
                row = rows[place]
                shown.set_row(row, chain, row.signed - self._signed.get(row.object, row.signed))
        self._signed = {row.object: row.signed for row in rows}
        self._empty.setVisible(not rows)
        rest = total - len(rows)
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("and %n older record(s)", "", rest))

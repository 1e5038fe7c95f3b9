"""Binding offers to buy: those that this member has got, which it may take, and those that it has made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cohong.api.views import BidRow
from cohong.desktop import wording
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.sale_wording import once_only_text, recourse_text
from cohong.desktop.shell import Shell
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.buttons import LinkButton, PrimaryButton
from cohong.desktop.widgets.card import Card
from cohong.desktop.widgets.empty_state import EmptyState
from cohong.desktop.widgets.labels import MutedLabel
from cohong.desktop.widgets.short_table import ShortTable


class BidList(QWidget):
    """Signals:
    take_wanted: the obligation, and the offer that the user wants to take.
    """

    take_wanted = Signal(str, str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._bids: list[BidRow] = []
        self._may_write = True
        headers = [
            self.tr("Offer"), self.tr("Reference"), self.tr("Debtor"), self.tr("Amount"), self.tr("Price"),
            self.tr("A year"), self.tr("Recourse"), self.tr("Good until"),
        ]  # fmt: skip
        self._table = ShortTable(self.tr("Offers to buy"), headers, figures=(3, 4, 5), fills=True)
        self._table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self._table.activated.connect(lambda _: self._take_chosen())
        self._take = PrimaryButton(self.tr("Take this offer"))
        self._take.clicked.connect(self._take_chosen)
        self._record = LinkButton(self.tr("Show the record"))
        self._record.clicked.connect(self._show_record)
        self._empty = EmptyState(
            "market", self.tr("No offers to buy."),
            hint=self.tr("Binding offers stand here as long as they are good: those you made, and those you got."),
        )  # fmt: skip
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, space(3))
        card.body.addWidget(self._table)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(3), 0, space(3), 0)
        foot.setSpacing(space(3))
        foot.addWidget(self._take)
        foot.addWidget(self._record)
        foot.addWidget(MutedLabel(once_only_text()), stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def set_bids(self, bids: list[BidRow], *, may_write: bool) -> None:
        """Show these offers, those that may be taken first."""
        chosen, self._may_write = self._chosen(), may_write
        self._bids = sorted(bids, key=lambda bid: bid.own)
        self._table.set_rows([self._cells(bid) for bid in self._bids])
        self._stack.setCurrentIndex(0 if bids else 1)
        place = next((p for p, bid in enumerate(self._bids) if chosen is not None and bid.offer == chosen.offer), 0)
        if bids and self._table.currentRow() != place:
            self._table.setCurrentCell(place, 0)
        self._show_chosen()

    def _cells(self, bid: BidRow) -> tuple[str, ...]:
        formats = self._shell.formats
        who = (
            self.tr("Yours, to {who}").format(who=member_text(bid.holder_name, bid.holder))
            if bid.own
            else self.tr("Of {who}").format(who=member_text(bid.buyer_name, bid.buyer))
        )
        debtor = member_text(bid.debtor_name, bid.debtor)
        return (
            who,
            peer_text(bid.reference),
            listed((debtor, wording.marks_text(["disputed"]))) if bid.disputed else debtor,
            formats.money(bid.currency, bid.amount_minor),
            formats.money(bid.currency, bid.price_minor),
            "–" if bid.discount_bp is None else formats.percent_of(bid.discount_bp),
            recourse_text(bid.recourse),
            formats.table_day(bid.valid_until),
        )

    def _chosen(self) -> BidRow | None:
        place = self._table.currentRow()
        return self._bids[place] if 0 <= place < len(self._bids) else None

    def _show_chosen(self) -> None:
        bid = self._chosen()
        self._take.setVisible(bid is not None and not bid.own and self._may_write)
        self._record.setVisible(bid is not None)

    def _take_chosen(self) -> None:
        bid = self._chosen()
        if bid is not None and not bid.own and self._may_write:
            self.take_wanted.emit(bid.object, bid.offer)
        elif bid is not None:
            self._show_record()

    def _show_record(self) -> None:
        bid = self._chosen()
        if bid is not None:
            self._shell.go("book", filter="all", object=bid.object)

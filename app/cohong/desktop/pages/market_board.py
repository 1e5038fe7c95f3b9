"""The board: receivables that are offered for sale, and the binding offers to buy that were made and got."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop.pages.market_bids import BidList
from cohong.desktop.pages.market_for_sale import BOARD_ROWS, ForSaleList
from cohong.desktop.pages.market_pick import Picking, PickSheet
from cohong.desktop.pages.market_tab import MarketTab
from cohong.desktop.pages.page import Page
from cohong.desktop.pages.record_sales import AssignSheet, BuySheet
from cohong.desktop.tasks import run_task, slot_task
from cohong.desktop.widgets.buttons import PrimaryButton, SecondaryButton

PICKED_FROM: Final = 500
"""Own receivables to choose from."""


class BoardTab(MarketTab):
    """What is for sale, or the offers to buy; a button of the header turns from one to the other."""

    name = "board"

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._for_sale, self._bids = ForSaleList(page.shell), BidList(page.shell)
        self._got = 0
        self._stack = QStackedWidget()
        self._stack.addWidget(self._for_sale)
        self._stack.addWidget(self._bids)
        self._turn_button = SecondaryButton("")
        self._sell = PrimaryButton(self.tr("Offer one of mine"), "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._turn_button.clicked.connect(self._turn)
        self._sell.clicked.connect(self.offer_one)
        self._for_sale.bid_wanted.connect(self.make_bid)
        self._for_sale.bids_wanted.connect(self._turn)
        self._for_sale.debtor_chosen.connect(self._show_debtor)
        self._bids.take_wanted.connect(self.take)
        self._show_name()

    def title(self) -> str:
        return self.tr("Board")

    def header_buttons(self) -> Sequence[QWidget]:
        return (self._turn_button, self._sell)

    def choose(self, **what: object) -> None:
        """Show one of the two: `part` is `for-sale` or `bids`."""
        if what.get("part") in ("for-sale", "bids"):
            self._stack.setCurrentWidget(self._bids if what["part"] == "bids" else self._for_sale)
            self._show_name()

    def _turn(self) -> None:
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())
        self._show_name()

    def _show_name(self) -> None:
        if self._stack.currentWidget() is self._bids:
            self._turn_button.setText(self.tr("What is for sale"))
        else:
            count = self.page.shell.formats.count(self._got)
            self._turn_button.setText(self.tr("Offers to buy ({count})").format(count=count))

    async def load(self) -> None:
        client = self.page.client
        board: views.BoardPage = await client.call("market.board", requests.Board(count=BOARD_ROWS))
        bids: list[views.BidRow] = await client.call("market.bids")
        may_write = self.page.shell.may_write
        self._for_sale.set_page(board, may_write=may_write)
        self._bids.set_bids(bids, may_write=may_write)
        self._got = len(bids)
        self._show_name()
        await self._load_debtor()

    def _show_debtor(self) -> None:
        # What sends the signal is the whole list: a slot that waits visibly would put it out of use meanwhile.
        run_task(self.page, self._load_debtor())

    async def _load_debtor(self) -> None:
        """Show how the debtor of the chosen receivable has paid up to now."""
        if self._for_sale.debtor:
            asked = requests.OfMember(member=self._for_sale.debtor)
            try:
                self._for_sale.set_facts(await self.page.client.call("check.member", asked))
            except ApiError as error:
                if error.code is not ApiErrorCode.PURPOSE_NEEDED:
                    raise
                self._for_sale.say_person()

    @slot_task
    async def offer_one(self) -> None:
        """Open the sheet that asks which of the own receivables is to be offered."""
        page: views.BookPage = await self.page.client.call(
            "book.rows", requests.BookRows(filter="owed-to-me", sort="due", descending=False, count=PICKED_FROM)
        )
        picking = Picking(
            title=self.tr("Offer one of mine"),
            kind="offer.sell",
            nothing=self.tr("Nothing is owed to you that could be sold."),
            refused=self.tr("Its terms do not allow it to be sold, or it waits for the voters."),
        )
        PickSheet(self.page, page.rows, picking).open()

    def make_bid(self, obligation: str) -> None:
        """Open the form for a binding offer."""
        run_task(self.page, self._open_bid(obligation))

    async def _open_bid(self, obligation: str) -> None:
        BuySheet(self.page, await self._details(obligation)).open()

    def take(self, obligation: str, offer: str) -> None:
        """Open the sheet that says what taking an offer means."""
        run_task(self.page, self._open_taking(obligation, offer))

    async def _open_taking(self, obligation: str, offer: str) -> None:
        sheet = AssignSheet(self.page, await self._details(obligation))
        sheet.choose(offer)
        sheet.open()

    async def _details(self, obligation: str) -> views.RecordDetails:
        request = requests.OfObject(object=obligation)
        details: views.RecordDetails = await self.page.client.call("book.record", request)
        return details

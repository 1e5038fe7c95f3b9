"""The market: a receivable goes on the board, gets a binding offer, and is sold; and one of another's is bid for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QComboBox
from shiboken6 import isValid
from tests.gui.circle import Circle, Other, circle, holds
from tests.gui.conftest import Run, until
from tests.gui.pair import buttons, day, press, says, write_when_allowed

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.market import MarketPage
from cohong.desktop.pages.market_pick import PickSheet
from cohong.desktop.pages.record_actions import ActionSheet
from cohong.desktop.pages.record_sales import AssignSheet, BuySheet, SellSheet
from cohong.desktop.widgets.sheet import Sheet
from cohong.desktop.widgets.short_table import ShortTable

__all__ = ["circle"]

AnySheet = TypeVar("AnySheet", bound=Sheet)
TERMS: dict[str, object] = {"amount": 4_820_000, "price": 4_700_000, "recourse": True, "valid_until": day(14)}


async def owed(circle: Circle, to: NodeClient, creditor: str) -> str:
    """Have Pearl owe somebody HKD 48,200.00; return the obligation once that is final for the window."""
    pearl = circle.others[0]
    fields = {
        "debtor": pearl.member, "creditor": creditor, "amount": 4_820_000, "currency": "HKD", "issued": day(-40),
        "due": day(73), "grace_days": 0, "reference": "INV-0412", "description": "", "evidence": [],
        "assignable": True, "nettable": True, "valid_until": day(60),
    }  # fmt: skip
    written: views.Written = await to.call("record.write", requests.WriteRecord(kind="credit.propose", fields=fields))
    await holds(lambda: _is(pearl.client, written.object, lambda row: row.level == "final"), "the proposal")
    await pearl.client.call("record.write", requests.WriteRecord(kind="credit.accept", object=written.object))
    for client in (circle.desk.client, to, circle.others[1].client):
        await holds(lambda c=client: _is(c, written.object, _is_owed), "the acceptance")  # type: ignore[misc]  # bound at once
    return written.object


def _is_owed(row: views.ObligationRow) -> bool:
    return (row.state, row.level) == ("active", "final")


async def _is(client: NodeClient, obligation: str, so: Callable[[views.ObligationRow], bool]) -> bool:
    try:
        details: views.RecordDetails = await client.call("book.record", requests.OfObject(object=obligation))
    except ApiError as error:
        assert error.code is ApiErrorCode.UNKNOWN_OBJECT, error
        return False
    return so(details.row)


async def write(other: Other, kind: str, obligation: str, **fields: object) -> None:
    """Have another member write a record about an obligation, as soon as it may."""
    await write_when_allowed(other.client, requests.WriteRecord(kind=kind, object=obligation, fields=fields))


async def sheet_of(circle: Circle, kind: type[AnySheet]) -> AnySheet:
    """Wait for a sheet to open and return it."""
    window = circle.desk.window
    await until(lambda: [s for s in window.findChildren(kind) if s.isVisible()], what=kind.__name__)
    return next(s for s in window.findChildren(kind) if s.isVisible())


async def sign(sheet: ActionSheet, words: str) -> None:
    """Press the button that signs and wait until the sheet has closed."""
    press(sheet, words)
    await until(lambda: not isValid(sheet) or not sheet.isVisible(), what=words)


def rows(page: MarketPage) -> list[list[str]]:
    """Return the rows of the table that shows."""
    table = next(table for table in page.findChildren(ShortTable) if table.isVisible())
    return [line.split("\t") for line in table.as_text().split("\n")[1:]]


def test_a_receivable_is_offered_bid_for_and_sold(circle: Circle, run: Run[Any]) -> None:
    run(_sell(circle))


async def _sell(circle: Circle) -> None:
    lotus, obligation = circle.others[1], await owed(circle, circle.desk.client, circle.me)
    page = await circle.go("market")
    await until(lambda: says(page, "Nothing is for sale."))
    press(page, "Offer one of mine")
    pick = await sheet_of(circle, PickSheet)
    press(pick, "Continue")
    await until(lambda: says(pick, "Choose one of them."))
    box = pick.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(0)
    press(pick, "Continue")
    sell = await sheet_of(circle, SellSheet)
    sell._price.figure.setText("47,236.00")
    assert says(sell, "10.0 % a year off the amount")
    await sign(sell, "Offer and sign")
    shown = [
        "Pearl Components Ltd",
        "You",
        "HKD\u00a048,200.00",
        "HKD\u00a047,236.00",
        "10.0 %",
        "without recourse",
        "",
    ]
    await until(lambda: page.isVisible() and not says(page, "Nothing is for sale."), what="the board")
    [row] = rows(page)
    assert row[:3] + row[4:] == shown
    assert says(page, "This receivable cannot be sold twice: the sale is final when more than two thirds")
    await write(lotus, "offer.buy", obligation, **TERMS)
    await until(lambda: buttons(page, "See the offers (1)"), what="the offer")
    press(page, "See the offers (1)")
    await until(lambda: buttons(page, "Take this offer"))
    press(page, "Take this offer")
    take = await sheet_of(circle, AssignSheet)
    assert says(take, "to Lotus Freight Ltd for HKD\u00a047,000.00, with recourse.")
    assert says(take, "Pearl Components Ltd owes it to Lotus Freight Ltd from then on, and nothing to you.")
    assert says(take, "With recourse: if Pearl Components Ltd does not pay, Harbour Trading Ltd makes good")
    await sign(take, "Sell and sign")
    await holds(lambda: _is(lotus.client, obligation, lambda row: row.side == "holder"), "the sale")
    await until(lambda: says(page, "No offers to buy."), what="what is sold to leave the market")


def test_an_offer_is_made_for_what_another_sells(circle: Circle, run: Run[Any]) -> None:
    run(_buy(circle))


async def _buy(circle: Circle) -> None:
    lotus = circle.others[1]
    obligation = await owed(circle, lotus.client, lotus.member)
    await write(lotus, "offer.sell", obligation, **TERMS)
    page = await circle.go("market")
    await until(lambda: buttons(page, "Make an offer"), what="what is for sale")
    assert says(page, "With recourse: if Pearl Components Ltd does not pay, Lotus Freight Ltd makes good to the buyer.")
    paid = "Pearl Components Ltd: of 1 recorded none is settled yet, 0 overdue."
    await until(lambda: says(page, paid), what="how the debtor pays")
    press(page, "Make an offer")
    buy = await sheet_of(circle, BuySheet)
    assert buy._price.amount_minor() == 4_700_000 and buy._recourse.isChecked()
    buy._amount.figure.setText("48,200.01")
    press(buy, "Make the binding offer")
    await until(lambda: says(buy, "More than is outstanding."))
    buy._amount.figure.setText("48,200.00")
    await sign(buy, "Make the binding offer")
    await until(lambda: buttons(page, "Offers to buy (1)"), what="the offer made")
    press(page, "Offers to buy (1)")
    made = ["Yours, to Lotus Freight Ltd", "INV-0412", "Pearl Components Ltd"]
    await until(lambda: page.isVisible() and not says(page, "No offers to buy."), what="the offer made")
    assert [row[:3] for row in rows(page)] == [made] and not buttons(page, "Take this offer")
    await holds(lambda: _has_bid(lotus), "the seller to have it")
    fields = {"name": {"en": "Pearl Chan"}, "kind": "person", "place": "", "identifiers": {}}
    profile = requests.WriteRecord(kind="profile.set", fields=fields)
    await circle.others[0].client.call("record.write", profile)
    press(page, "What is for sale")
    await until(lambda: says(page, "The debtor is a person."), what="that it is to be said first what for")
    assert not says(page, "of 1 recorded none is settled yet")


async def _has_bid(other: Other) -> bool:
    bids: list[views.BidRow] = await other.client.call("market.bids")
    return [bid.own for bid in bids] == [False]


def test_what_was_sold_in_part_leads_to_the_part_and_back(circle: Circle, run: Run[Any]) -> None:
    run(_in_part(circle))


async def _in_part(circle: Circle) -> None:
    me, lotus = circle.desk.client, circle.others[1]
    obligation = await owed(circle, me, circle.me)
    part = {**TERMS, "amount": 820_000, "price": 800_000, "recourse": False}
    await write(lotus, "offer.buy", obligation, **part)
    await holds(lambda: _bids_of(me), "the offer")
    [bid] = await me.call("market.bids")
    fields = {"consent": bid.offer}
    await me.call("record.write", requests.WriteRecord(kind="credit.assign", object=obligation, fields=fields))
    page = await circle.go("book", filter="all", object=obligation)
    told = "bought HKD\u00a08,200.00 of it from Harbour Trading Ltd for HKD\u00a08,000.00, without recourse"
    await until(lambda: says(page, told), what="the sale in the history")
    await until(lambda: says(page, "HKD\u00a040,000.00 outstanding"), what="what is left of it")
    await until(lambda: buttons(page, "HKD\u00a08,200.00"), what="the way to the part")
    press(page, "HKD\u00a08,200.00")
    await until(lambda: buttons(page, "Show the record"), what="the part")
    await until(lambda: says(page, "HKD\u00a08,200.00 outstanding") and says(page, told), what="its history")
    press(page, "Show the record")
    await until(lambda: says(page, "HKD\u00a040,000.00 outstanding"), what="what it was sold from")


async def _bids_of(client: NodeClient) -> bool:
    return bool(await client.call("market.bids"))

"""The Market's Guarantees on real nodes: one stands for a member, and a pool is pledged to; exposure shows before."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest
from tests.gui.circle import OTHER_NAMES, Circle, circle, holds
from tests.gui.conftest import Run, until
from tests.gui.pair import buttons, day, press, says
from tests.gui.test_netting import owing

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.guarantee_sheets import GrantSheet
from cohong.desktop.pages.market_covers import GuaranteesTab
from cohong.desktop.pages.market_pick import PickSheet
from cohong.desktop.pages.pool_sheets import PledgeSheet, PoolSheet
from cohong.desktop.widgets.exposure_meter import ExposureMeter

__all__ = ["circle"]

HKD = "HKD\u00a0"


def _sheet(circle: Circle, kind: type[Any]) -> Any:
    found = [sheet for sheet in circle.desk.window.findChildren(kind) if sheet.isVisible()]
    return found[0] if found else None


async def _open_sheet(circle: Circle, kind: type[Any], button: str) -> Any:
    press(circle.page, button)
    await until(lambda: _sheet(circle, kind) is not None, what=button)
    return _sheet(circle, kind)


def _rows(circle: Circle) -> list[list[str]]:
    tab = circle.page.tab
    assert isinstance(tab, GuaranteesTab)
    return [line.split("\t") for line in tab._table.as_text().split("\n")[1:]]


def _meter(inside: Any) -> str:
    (meter,) = [found for found in inside.findChildren(ExposureMeter) if found.isVisible()]
    return str(meter.accessibleName())


async def granted_by(client: NodeClient, debtor: str, beneficiary: str, cap: int) -> str:
    """Have a member stand for another."""
    fields = {
        "debtor": debtor, "beneficiary": beneficiary, "currency": "HKD", "cap": cap, "until": day(300), "says": "",
    }  # fmt: skip
    record = requests.WriteRecord(kind="guarantee.grant", fields=fields)
    written: views.Written = await client.call("record.write", record)
    return written.object


def test_one_stands_for_a_member_and_sees_before_what_that_may_cost(circle: Circle, run: Run[Any]) -> None:
    run(_granted(circle))


async def _granted(circle: Circle) -> None:
    page = await circle.go("market", tab="guarantees")
    await until(lambda: says(page, "No guarantee concerns you, and there are no pools."), what="the empty state")
    page.tab.grant()
    await until(lambda: _sheet(circle, GrantSheet) is not None)
    sheet = _sheet(circle, GrantSheet)
    press(sheet, "Sign the guarantee")
    await until(lambda: says(sheet, "Choose a member.") and says(sheet, "Say how much."), what="what is missing")
    for box in (sheet.debtor_box, sheet.creditor_box):
        box.setCurrentIndex(box.findText(OTHER_NAMES[0]))
    QTest.keyClicks(sheet.cap.figure, "4,000")
    press(sheet, "Sign the guarantee")
    await until(lambda: says(sheet, "That is the debtor itself."), what="that they are the same")
    sheet.creditor_box.setCurrentIndex(sheet.creditor_box.findText(OTHER_NAMES[1]))
    sentence = f"If {OTHER_NAMES[0]} is in default with what it owes {OTHER_NAMES[1]}"
    assert says(sheet, sentence) and says(sheet, f"you pay up to {HKD}4,000.00.")
    after = f"at worst you pay {HKD}0.00. After signing: {HKD}0.00 called, {HKD}4,000.00 at worst."
    await until(lambda: after in _meter(sheet), what="what one would stand for")
    press(sheet, "Sign the guarantee")
    title = f"I stand for {OTHER_NAMES[0]} towards {OTHER_NAMES[1]}"
    await until(lambda: says(page, title), what="that it stands, by notification")
    assert _rows(circle)[0][:3] == [title, f"{HKD}4,000.00", f"{HKD}4,000.00"] and _rows(circle)[0][4] == "In force"
    assert not buttons(page, "Call it…"), "that is for the creditor"
    await until(lambda: f"at worst you pay {HKD}4,000.00." in _meter(page), what="the exposure")
    await until(lambda: page.tab._details._history.rowCount() == 1, what="its history")

    pearl, lotus = (other.client for other in circle.others)
    await holds(lambda: _sees_one(lotus, "got"), "the creditor sees it")
    await holds(lambda: _sees_one(pearl, "of_my_debts"), "and so does the debtor")


async def _sees_one(client: NodeClient, side: str) -> bool:
    found: views.CoverList = await client.call("cover.list")
    return len(getattr(found, side)) == 1


def test_a_pool_is_created_and_pledged_to(circle: Circle, run: Run[Any]) -> None:
    run(_pooled(circle))


async def _pooled(circle: Circle) -> None:
    page = await circle.go("market", tab="guarantees")
    sheet = await _open_sheet(circle, PoolSheet, "Create a pool")
    press(sheet, "Create and sign")
    await until(lambda: says(sheet, "Give it a name."))
    QTest.keyClicks(sheet.name_edit, "Guild")
    press(sheet, "Create and sign")
    await until(lambda: says(page, "Pool Guild, kept by me"), what="the pool, by notification")
    assert _rows(circle)[0][4] == "No pledges" and not buttons(page, "Claim…"), "there is nothing to claim"

    sheet = await _open_sheet(circle, PledgeSheet, "Pledge…")
    QTest.keyClicks(sheet.cap.figure, "500")
    await until(lambda: f"{HKD}500.00 at worst." in _meter(sheet), what="what one would stand for")
    press(sheet, "Pledge and sign")
    await until(lambda: _rows(circle)[0][1] == f"{HKD}500.00", what="the pledge")
    pool = page.tab._covers[0].id
    pledge = requests.WriteRecord(kind="pool.pledge", object=pool, fields={"cap": 250_000, "until": day(90)})
    await holds(lambda: _knows_pool(circle.others[0].client), "the other member knows the pool")
    await circle.others[0].client.call("record.write", pledge)
    await until(lambda: says(page, f"At most {HKD}300.00 in all, a tenth of what is pledged."), what="both pledges")
    assert page.tab._details._pledges.rowCount() == 2
    sheet = await _open_sheet(circle, PickSheet, "Claim…")
    assert says(sheet, "Nothing that is owed to you in HKD is in default.") and not buttons(sheet, "Continue")


async def _knows_pool(client: NodeClient) -> bool:
    found: views.CoverList = await client.call("cover.list")
    return bool(found.pools)


def test_a_record_says_who_stands_for_it_and_leads_there(circle: Circle, run: Run[Any]) -> None:
    run(_shown_with_the_record(circle))


async def _shown_with_the_record(circle: Circle) -> None:
    pearl, lotus = circle.others
    (subject,) = await owing(circle, {(1, 0): 5_000})
    grant = await granted_by(lotus.client, pearl.member, circle.me, 3_000)
    page = await circle.go("book", filter="all", object=subject)
    link = f"{OTHER_NAMES[1]}, up to {HKD}30.00"
    await until(lambda: bool(buttons(page, link)), what="that it is covered")
    press(page, link)
    await until(lambda: circle.desk.window.workspace.place == "market")
    market = circle.page
    await until(lambda: says(market, f"{OTHER_NAMES[1]} stands for {OTHER_NAMES[0]} towards me"), what="the guarantee")
    assert market.tab._chosen == grant
    sheet = await _open_sheet(circle, PickSheet, "Call it…")
    assert says(sheet, f"Nothing that {OTHER_NAMES[0]} owes you in HKD is in default.")

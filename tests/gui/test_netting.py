"""The Market's Netting on real nodes: a round is announced, previewed, joined and settled, as one sees it happen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.gui.circle import OTHER_NAMES, Circle, circle, holds
from tests.gui.conftest import Run, until
from tests.gui.pair import buttons, day, press, says

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.market_netting import NettingTab
from cohong.desktop.pages.round_graph import RoundGraph
from cohong.desktop.pages.round_sheets import AbortSheet, AnnounceSheet, JoinSheet, SettleSheet
from cohong.desktop.pages.round_statement import RoundStatement
from cohong.desktop.pages.round_what_if import RoundWhatIf
from cohong.desktop.widgets.debt_graph import DebtGraph

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
    assert isinstance(tab, NettingTab)
    return [line.split("\t") for line in tab._table.as_text().split("\n")[1:]]


async def owing(circle: Circle, amounts: dict[tuple[int, int], int]) -> list[str]:
    """Have members owe each other: (debtor, creditor) -> minor units; 0 is the window's member."""
    clients = [circle.desk.client, *(other.client for other in circle.others)]
    members = [circle.me, *(other.member for other in circle.others)]
    subjects = []
    for number, ((debtor, creditor), minor) in enumerate(amounts.items()):
        fields = {
            "debtor": members[debtor], "creditor": members[creditor], "amount": minor, "currency": "HKD",
            "issued": day(-40), "due": day(20), "grace_days": 0, "reference": f"INV-{number}", "description": "",
            "evidence": [], "assignable": True, "nettable": True, "valid_until": day(60),
        }  # fmt: skip
        record = requests.WriteRecord(kind="credit.propose", fields=fields)
        written: views.Written = await clients[creditor].call("record.write", record)
        await holds(lambda: _may(clients[debtor], written.object, "credit.accept"), "the proposal")  # noqa: B023
        accepted = requests.WriteRecord(kind="credit.accept", object=written.object, fields={})
        await clients[debtor].call("record.write", accepted)
        await holds(lambda: _may(clients[creditor], written.object, "credit.receipt"), "the debt")  # noqa: B023
        subjects.append(written.object)
    return subjects


async def _may(client: NodeClient, subject: str, action: str) -> bool:
    try:
        details: views.RecordDetails = await client.call("book.record", requests.OfObject(object=subject))
    except ApiError:
        return False  # it has not come yet
    return action in details.actions


async def announced_by(circle: Circle, client: NodeClient, says: str) -> str:
    """Have a member announce a round; return its id once the window's node has it."""
    fields = {"currency": "HKD", "due_until": day(90), "ends": day(7), "says": says}
    record = requests.WriteRecord(kind="netting.announce", fields=fields)
    written: views.Written = await client.call("record.write", record)

    async def known() -> bool:
        rounds: list[views.RoundView] = await circle.desk.client.call("netting.rounds")
        return any(item.id == written.object for item in rounds)

    await holds(known, "the round")
    return written.object


def test_a_round_is_previewed_joined_and_its_result_checked(circle: Circle, run: Run[Any], tmp_path: Path) -> None:
    run(_joined(circle, tmp_path))


async def _joined(circle: Circle, tmp_path: Path) -> None:
    pearl, lotus = circle.others
    page = await circle.go("market", tab="netting")
    await until(lambda: says(page, "No netting round has been announced."), what="the empty state")
    await owing(circle, {(0, 1): 12_040_000, (1, 2): 9_000_000, (2, 0): 6_100_000})
    await announced_by(circle, pearl.client, "Month's end. <b>All</b> welcome")
    await until(lambda: says(page, "Pearl Components Ltd: HKD due by "), what="the round, by notification")
    assert says(page, "Pearl Components Ltd says: “Month's end. <b>All</b> welcome”"), "plain text"
    sentence = f"You owe {HKD}120,400.00, you are owed {HKD}61,000.00; about {HKD}61,000.00 of both could disappear."
    await until(lambda: says(page, sentence), what="the preview")
    assert says(page, f"If everybody took part, {HKD}183,000.00 of {HKD}271,400.00 would be set off in all.")
    assert not buttons(page, "Settle"), "another member's round"
    await _asked_what_if(page)

    sheet = await _open_sheet(circle, JoinSheet, "Join…")
    assert says(sheet, "control of what has joined passes to Pearl Components Ltd")
    assert says(sheet, "Nobody's net position changes") and says(sheet, "can't be taken back")
    press(sheet, "Join and sign")
    await until(lambda: _sheet(circle, JoinSheet) is None, what="that the sheet closes")
    await until(lambda: says(page, "You take part. 0 of your 2 obligations have joined; the rest waits"))
    assert not buttons(page, "Join…")
    for other in (pearl, lotus):
        await holds(lambda: _knows_round(other.client, page.tab._chosen), "the round")  # noqa: B023
        await other.client.call("netting.join", requests.OfRound(round=page.tab._chosen))
    await until(lambda: says(page, "You take part. All 2 of your obligations have joined."), what="that all joined")
    joined = [f"{HKD}271,400.00 of 3 members", "2 of 2 joined"]
    await until(lambda: _rows(circle)[0][-2:] == joined, what="that the others' has joined too")
    await holds(lambda: _all_joined(pearl.client, 3), "that the coordinator has it too")
    await pearl.client.call("netting.settle", requests.OfRound(round=page.tab._chosen))
    checked = f"Recomputed on this machine: {HKD}183,000.00 is the most that can be cleared"
    await until(lambda: says(page, checked), what="the result with its check")
    assert _rows(circle)[0][4] == "Set off"
    press(page, "Compute")
    await until(lambda: says(page, "from the 3 obligations that had joined."), what="the same, afterwards")
    await _read_and_saved(circle, tmp_path)


async def _asked_what_if(page: QWidget) -> None:
    """What liquidity would add: computed, not written."""
    card = page.findChild(RoundWhatIf)
    assert isinstance(card, RoundWhatIf)
    assert card.amount.code() == "HKD" and says(card, "Nothing is written or signed")
    press(card, "Compute")
    await until(lambda: says(card, "Say how much."))
    QTest.keyClicks(card.amount.figure, "100")
    QTest.keyClick(card.amount.figure, Qt.Key.Key_Return)
    lent = f"{HKD}200.00 would clear in addition, if members could borrow {HKD}100.00 in all."
    await until(lambda: says(card, lent), what="what is lent")
    assert says(card, f"{HKD}183,000.00 of {HKD}271,400.00 would be cleared.")
    assert says(card, f"{HKD}300.00 would clear in addition, if each member could be down by {HKD}100.00 with a pool.")
    assert says(card, "as if everybody took part with all 3 obligations.") and not says(card, "Say how much.")


async def _read_and_saved(circle: Circle, folder: Path) -> None:
    """The graph with its table, and the statement with its files."""
    page = circle.page
    graph = page.findChild(DebtGraph)
    assert isinstance(graph, DebtGraph)
    await until(graph.isVisible)
    assert graph.accessibleName() == "Debts of this round: 3 between 3 members"
    QTest.keyClick(graph, Qt.Key.Key_Right)
    set_off = f"{HKD}61,000.00 set off"
    await until(lambda: says(page, f"Harbour Trading Ltd owed Pearl Components Ltd {HKD}120,400.00: {set_off}"))
    press(page, "Show as table")
    table = page.findChild(RoundGraph).table
    assert table.isVisible() and not graph.isVisible()
    assert table.as_text().split("\n")[1].split("\t")[2:] == ["120,400.00", "61,000.00", "59,400.00"]

    card = page.findChild(RoundStatement)
    assert isinstance(card, RoundStatement)
    assert says(card, f"Harbour Trading Ltd owes {HKD}61,000.00 less, and is owed {HKD}61,000.00 less")
    assert card.table.rowCount() == 2
    for name, write in (("mine.pdf", card._write_pdf), ("mine.csv", card._write_csv)):
        write(str(folder / name))
        await until((folder / name).exists, what=name)
    card.member_box.setCurrentIndex(card.member_box.findText(OTHER_NAMES[1]))
    assert says(card, f"{OTHER_NAMES[1]} owes {HKD}61,000.00 less")
    card._write_csv(str(folder / "no folder" / "theirs.csv"))
    failed = "The file could not be saved"
    await until(lambda: any(failed in words for words in circle.desk.window.toasts), what="that it failed")


async def _knows_round(client: NodeClient, round_: str) -> bool:
    rounds: list[views.RoundView] = await client.call("netting.rounds")
    return any(item.id == round_ for item in rounds)


async def _all_joined(client: NodeClient, count: int) -> bool:
    rounds: list[views.RoundView] = await client.call("netting.rounds")
    return rounds[0].obligations == count


def test_a_coordinator_announces_settles_and_ends_rounds(circle: Circle, run: Run[Any]) -> None:
    run(_coordinated(circle))


async def _coordinated(circle: Circle) -> None:
    pearl, _ = circle.others
    await owing(circle, {(0, 1): 5_000, (1, 0): 4_000})
    page = await circle.go("market", tab="netting")
    await until(lambda: says(page, "No netting round has been announced."), what="the empty state")
    assert len(buttons(page, "Announce a round")) == 1, "the header does not offer it as well"
    page.tab.announce()
    sheet = _sheet(circle, AnnounceSheet)
    sheet.ends_edit.setDate(sheet.ends_edit.date().addDays(-30))
    press(sheet, "Announce and sign")
    await until(lambda: says(sheet, "This day is over."))
    sheet.ends_edit.setDate(sheet.ends_edit.date().addDays(33))
    QTest.keyClicks(sheet.says_edit, "First")
    press(sheet, "Announce and sign")
    await until(lambda: says(page, "Harbour Trading Ltd says: “First”"), what="the round")
    settle = buttons(page, "Settle…")
    assert len(settle) == 1 and not settle[0].isEnabled(), "nothing has joined"

    sheet = await _open_sheet(circle, AbortSheet, "End without a result…")
    QTest.keyClicks(sheet.reason_edit, "A mistake")
    press(sheet, "End it and sign")
    await until(lambda: _rows(circle)[0][4] == "Ended without a result", what="that it is over")

    first = page.tab._chosen
    second = await announced_by(circle, circle.desk.client, "")
    await until(lambda: len(_rows(circle)) == 2, what="both rounds")
    assert page.tab._chosen == first, "what the user looks at stays"
    QTest.keyClick(page.tab._table, Qt.Key.Key_Up)
    await until(lambda: page.tab._chosen == second)
    await until(lambda: says(page, f"about {HKD}40.00 of both could disappear."), what="the preview")
    sheet = await _open_sheet(circle, JoinSheet, "Join…")
    press(sheet, "Join and sign")
    await holds(lambda: _knows_round(pearl.client, second), "the round")
    await pearl.client.call("netting.join", requests.OfRound(round=second))
    await until(lambda: says(page, "All 2 of your obligations have joined."), what="that all joined")
    sheet = await _open_sheet(circle, SettleSheet, "Settle…")
    assert says(sheet, f"{HKD}90.00 in 2 obligations of 2 members")
    press(sheet, "Settle and sign")
    await until(lambda: says(page, f"Recomputed on this machine: {HKD}80.00 is the most"), what="the result")


def test_who_only_watches_is_offered_nothing_and_names_are_shown(circle: Circle, run: Run[Any]) -> None:
    run(_watched(circle))


async def _watched(circle: Circle) -> None:
    await announced_by(circle, circle.others[1].client, "")
    page = await circle.go("market", tab="netting")
    await until(lambda: says(page, "You owe nothing and are owed nothing that this round could clear."))
    (join,) = buttons(page, "Join…")
    assert not join.isEnabled() and join.toolTip() == "You owe nothing and are owed nothing that could join."
    assert len(buttons(page, "Announce a round")) == 1
    assert _rows(circle)[0][0] == OTHER_NAMES[1] and _rows(circle)[0][-2:] == ["Nothing yet", "–"]

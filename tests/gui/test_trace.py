"""From every figure there is a way to the records that it counts, and from a record to its signatures."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, buttons, day, pair, press, says

from cohong.api.requests import OfObject
from cohong.desktop.pages.book import BookPage
from cohong.desktop.pages.record_trace import TraceSheet

__all__ = ["pair"]


def test_an_obligation_is_traced_down_to_its_signatures(pair: Pair, run: Run[Any]) -> None:
    run(_trace(pair))


async def _trace(pair: Pair) -> None:
    me, obligation = pair.desk.client, await pair.owed("INV-1")
    await pair.write(me, "credit.receipt", obligation, amount=820_000, value_date=day(0), method="", reference="")
    page = await pair.go("book", object=obligation)
    await until(lambda: says(page, "HKD\u00a040,000.00 is outstanding."), what="the receipt")
    await until(lambda: buttons(page, "What this rests on"), what="the details")
    press(page, "What this rests on")
    window = page.window()
    await until(lambda: window.findChildren(TraceSheet), what="the trace")
    [sheet] = window.findChildren(TraceSheet)
    assert says(sheet, "All signatures below have been checked just now, and the records add up.")
    assert says(sheet, "Outstanding: HKD\u00a040,000.00 (Active)")
    press(sheet, "Copy as text")
    copied = QGuiApplication.clipboard().text()
    assert "HKD\u00a048,200.00" in copied and "8,200.00" in copied.replace("48,200.00", "")
    trace = await me.call("book.trace", OfObject(object=obligation))
    assert all(entry.entry in copied and entry.signature in copied for entry in trace.entries)


def test_a_proposal_that_nobody_has_accepted_adds_nothing(pair: Pair, run: Run[Any]) -> None:
    run(_proposed(pair))


async def _proposed(pair: Pair) -> None:
    obligation = await pair.propose(pair.desk.client, "INV-2", debtor=pair.other_member, creditor=pair.me, due=day(10))
    await pair.at_level(obligation, "proposed", "final")
    trace = await pair.desk.client.call("book.trace", OfObject(object=obligation))
    assert (trace.outstanding_minor, [entry.adds_minor for entry in trace.entries]) == (0, [0])


def test_figures_lead_to_their_records(pair: Pair, run: Run[Any]) -> None:
    run(_figures(pair))


async def _figures(pair: Pair) -> None:
    mine = await pair.owed("INV-3")
    theirs = await pair.propose(pair.other, "BILL-1", debtor=pair.me, creditor=pair.other_member, due=day(10))
    await pair.at_level(theirs, "proposed", "final")
    report = await pair.go("check", member=pair.other_member)
    await until(lambda: says(report, "0 invoices settled, 1 open"), what="the report")
    [history, *_] = [b for b in buttons(report, "Show records") if b.accessibleName().endswith(": History")]
    history.click()
    await until(lambda: pair.desk.window.workspace.place == "book")
    page: BookPage = pair.page
    await until(lambda: _shown(page) == [mine], what="the debts of the member")
    press(page, "Debtor: Pearl Components Ltd")
    await until(lambda: len(_shown(page)) == 2, what="all of mine")
    press(page._sums, "Show records")
    await until(lambda: _shown(page) == [mine], what="what is owed to me")
    assert [button for button in buttons(page._filters) if button.isChecked()] == buttons(page._filters, "Owed to me")


def _shown(page: BookPage) -> list[str]:
    rows = (page._model.row_at(number) for number in range(page._model.rowCount()))
    return [row.object for row in rows if row is not None]

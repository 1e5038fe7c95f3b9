"""A default for which a guarantor pays, in the window of the creditor: called, paid, passed on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.gui.circle import OTHER_NAMES, Circle, circle, holds
from tests.gui.conftest import Run, until
from tests.gui.pair import buttons, day, press, says
from tests.gui.test_guarantees import granted_by

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.record_covers import CallSheet, SubrogateSheet
from cohong.desktop.pages.record_details import RecordDetailsPane

__all__ = ["circle"]

pytestmark = pytest.mark.timeout(300)

HKD = "HKD\u00a0"
DAY_MS = 86_400_000


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    """By how much the clocks of all nodes differ, in a file: fifteen days before today at first."""
    path = tmp_path / "clock"
    set_clock(path, -15 * DAY_MS)
    return path


def set_clock(clock: Path, fast_ms: int) -> None:
    """Set the clock of all nodes; whole at any moment that one of them may read it."""
    new = clock.with_suffix(".new")
    new.write_text(str(fast_ms))
    new.replace(clock)


@pytest.fixture
def node_options(clock: Path) -> tuple[str, ...]:
    return ("--shift-clock-by-file", str(clock))


async def _write(client: NodeClient, kind: str, subject: str, **fields: object) -> str:
    record = requests.WriteRecord(kind=kind, object=subject, fields=fields)
    written: views.Written = await client.call("record.write", record)
    return written.entry


async def _details(client: NodeClient, subject: str) -> views.RecordDetails | None:
    try:
        details: views.RecordDetails = await client.call("book.record", requests.OfObject(object=subject))
    except ApiError:
        return None  # it has not come yet
    return details


async def _may(client: NodeClient, subject: str, kind: str) -> bool:
    details = await _details(client, subject)
    return details is not None and kind in details.actions


async def in_default(circle: Circle, clock: Path) -> str:
    """Have the second member owe the window's something that is in default; return the obligation."""
    me, debtor = circle.desk.client, circle.others[0]
    terms = {
        "debtor": debtor.member, "creditor": circle.me, "amount": 100_000, "currency": "HKD", "issued": day(-120),
        "due": day(-90), "grace_days": 0, "reference": "INV-LATE", "description": "", "evidence": [],
        "assignable": True, "nettable": True, "valid_until": day(60),
    }  # fmt: skip
    subject = await _write(me, "credit.propose", "", **terms)
    await holds(lambda: _may(debtor.client, subject, "credit.accept"), "the proposal")
    await _write(debtor.client, "credit.accept", subject)
    await holds(lambda: _may(me, subject, "credit.notice"), "the debt")
    await _write(me, "credit.notice", subject, says="Pay, or a default is recorded.")

    async def is_noticed() -> bool:
        details = await _details(me, subject)
        return details is not None and details.notice is not None

    await holds(is_noticed, "the notice")
    await me.call("chain.ask")

    async def is_in_a_block() -> bool:
        details = await _details(me, subject)
        return details is not None and details.notice is not None and details.notice.block_ms > 0

    await holds(is_in_a_block, "a block with the notice")
    set_clock(clock, 0)

    async def is_defaulted() -> bool:
        try:
            await _write(me, "credit.default", subject)
        except ApiError:
            return False  # it takes a block of today, which this has asked for
        return True

    await holds(is_defaulted, "a block of today")
    await holds(lambda: _may(me, subject, "credit.write_off"), "the default")
    return subject


def test_a_guarantee_is_called_and_what_was_paid_is_passed_on(circle: Circle, run: Run[Any], clock: Path) -> None:
    run(_called(circle, clock))


async def _called(circle: Circle, clock: Path) -> None:
    pearl, lotus = circle.others
    subject = await in_default(circle, clock)
    grant = await granted_by(lotus.client, pearl.member, circle.me, 40_000)
    await holds(lambda: _may(circle.desk.client, subject, "guarantee.call"), "that it may be called")
    page = await circle.go("book", filter="all", object=subject)
    pane = page.findChild(RecordDetailsPane)
    await until(lambda: bool(buttons(pane, f"{OTHER_NAMES[1]}, up to {HKD}400.00")), what="that it is covered")

    pane._act("guarantee.call")
    sheet = _sheet(circle, CallSheet)
    assert says(sheet, f"At most {HKD}400.00") and says(sheet, "A call can't be taken back.")
    sheet._amount.figure.setText("400.01")
    press(sheet, "Call and sign")
    await until(lambda: says(sheet, "More than may be asked for."))
    sheet._amount.figure.setText("300")
    press(sheet, "Call and sign")
    await until(lambda: _sheet(circle, CallSheet) is None, what="that the sheet closes")

    found = list[views.DemandView]()

    async def is_called() -> bool:
        covers: views.CoverList = await lotus.client.call("cover.list")
        found[:] = [call for item in covers.given for call in item.calls]
        return bool(found)

    await holds(is_called, "the guarantor sees the call")
    market = await circle.go("market", tab="guarantees")
    asked = f"Harbour Trading Ltd asks for {HKD}300.00 for INV-LATE."
    await until(lambda: says(market, asked), what="the call, with the guarantee")
    assert not buttons(market, "Record the payment…"), "that is for the guarantor"
    today = datetime.now(UTC).date().isoformat()
    paid = {"call": found[0].entry, "amount": 30_000, "value_date": today, "method": "FPS", "reference": ""}
    await _write(lotus.client, "guarantee.pay", grant, **paid)
    await until(lambda: market.tab._table.as_text().endswith("Partly paid"), what="that it is paid, by notification")

    await holds(lambda: _is_paid_for_good(circle.desk.client, subject), "the payment is final")
    page = await circle.go("book", filter="all", object=subject)
    await until(lambda: pane._details is not None and bool(pane._details.paid), what="the payment, in the pane")
    await until(lambda: pane._details.paid[0].level == "final", what="that it is final, in the pane")
    pane._act("credit.subrogate")
    sheet = _sheet(circle, SubrogateSheet)
    press(sheet, "Pass on and sign")
    await until(lambda: says(page, f"{HKD}700.00 is outstanding."), what="that a part is passed on")


async def _is_paid_for_good(client: NodeClient, subject: str) -> bool:
    details = await _details(client, subject)
    return details is not None and [item.level for item in details.paid] == ["final"]


def _sheet(circle: Circle, kind: type[Any]) -> Any:
    found = [sheet for sheet in circle.desk.window.findChildren(kind) if sheet.isVisible()]
    return found[0] if found else None

"""Consent in the window: given in Settings, used by opening a report, seen by its subject, taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.conftest import WAIT_S, Run, until
from tests.gui.pair import Pair, buttons, day, pair, press, says

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.consent_sheet import ConsentSheet
from cohong.desktop.pages.purpose_form import PurposeForm
from cohong.desktop.pages.settings_consents import ConsentsForm
from cohong.desktop.pages.settings_lookups import ForgetSheet, LookUpsForm
from cohong.desktop.widgets.sheet import Sheet

__all__ = ["pair"]


def test_consent_is_given_in_settings_and_the_reading_under_it_is_seen_there(pair: Pair, run: Run[Any]) -> None:
    run(_given_and_seen(pair))


async def _given_and_seen(pair: Pair) -> None:
    page = await pair.go("settings")
    form = page.findChild(ConsentsForm)
    await until(lambda: says(form, "You have given nobody consent so far."))
    press(form, "Let somebody read…")
    await until(lambda: page.window().findChild(ConsentSheet) is not None, what="the sheet")
    sheet = page.window().findChild(ConsentSheet)
    assert "Pearl Components Ltd" in sheet.reader.currentText()
    press(sheet, "Sign the consent")
    await until(lambda: _cells(form, 3) == ["In force"], what="the consent")
    assert _cells(form, 1) == ["To decide on terms"]
    await _until(pair.other, lambda found: bool(found.received))
    noted: views.ReadingNoted = await pair.other.call("consent.read", requests.OfMember(member=pair.me))
    assert noted.entry
    await until(lambda: form.readings.rowCount() == 1, what="the reading")
    assert _cells(form, 4) == ["1"]
    assert not form._revoke.isEnabled()
    form.consents.selectRow(0)
    press(form, "Take back")
    await until(lambda: _cells(form, 3)[0].startswith("Taken back, "), what="that it is taken back")
    assert form.readings.rowCount() == 1 and not form._revoke.isEnabled()


def _cells(form: ConsentsForm, column: int) -> list[str]:
    items = (form.consents.item(row, column) for row in range(form.consents.rowCount()))
    return [item.text() for item in items if item is not None]


def test_a_report_opened_under_a_consent_says_so_and_is_recorded(pair: Pair, run: Run[Any]) -> None:
    run(_opened(pair))


async def _opened(pair: Pair) -> None:
    page = await pair.go("check", member=pair.other_member)
    await until(lambda: says(page, "No invoice with Pearl Components Ltd as debtor"), what="the report")
    assert not says(page, "lets you read this")
    fields = {"reader": pair.me, "scope": "report", "purpose": "purchase", "until": day(30), "says": ""}
    await pair.other.call("record.write", requests.WriteRecord(kind="consent.grant", fields=fields))
    await _until(pair.desk.client, lambda found: bool(found.received))
    page = await pair.go("check", member=pair.other_member)
    await until(lambda: says(page, "Pearl Components Ltd lets you read this until"), what="the banner")
    assert says(page, "Before buying a receivable")
    await _until(pair.other, lambda found: found.given[0].count == 1)
    press(page, "Let it read about you…")
    await until(lambda: any(sheet.isVisible() for sheet in page.window().findChildren(Sheet)), what="the sheet")
    next(sheet for sheet in page.window().findChildren(Sheet) if sheet.isVisible()).dismiss()
    await _asked_what_for(pair)
    await _logged(pair)


async def _asked_what_for(pair: Pair) -> None:
    """The other one turns out to be a person: what for is asked before anything is shown, and once."""
    page = await pair.go("check", member=pair.other_member)
    fields = {"name": {"en": "Pearl Chan"}, "kind": "person", "place": "", "identifiers": {}}
    await pair.other.call("record.write", requests.WriteRecord(kind="profile.set", fields=fields))
    await until(lambda: says(page, "What do you look Pearl Chan up for?"), what="the question")
    assert not says(page, "as debtor was ever recorded") and not buttons(page, "Credit report…")
    assert says(page, "Pearl Chan has consented to this until")
    (form,) = page.findChildren(PurposeForm)
    QTest.mouseClick(form.buttons["audit"], Qt.MouseButton.LeftButton)
    await until(lambda: says(page, "has given you no consent for this: For an audit."), what="the banner")
    await until(lambda: says(page, "No invoice with Pearl Chan as debtor was ever recorded here."), what="the report")
    page = await pair.go("check", member=pair.other_member)
    await until(lambda: buttons(page, "Credit report…"), what="the report, without another question")


async def _logged(pair: Pair) -> None:
    page = await pair.go("settings")
    form = page.findChild(LookUpsForm)
    await until(lambda: form.table.rowCount() == 1, what="the look-up")
    assert [form.table.item(0, column).text() for column in (1, 2, 3)] == ["Pearl Chan", "For an audit", "none"]
    form.days.setCurrentIndex(0)
    form.days.activated.emit(0)
    assert form.days.currentData() == 365, "nothing is lost before it was said"
    press(page.window().findChildren(ForgetSheet)[0], "Delete older ones")
    await _until(pair.desk.client, lambda found: found.days_kept == 30, "lookup.list")
    press(form, "Delete all…")
    await until(lambda: page.window().findChildren(ForgetSheet), what="what is lost")
    press(page.window().findChildren(ForgetSheet)[-1], "Delete all")
    await until(lambda: says(form, "You have opened no report about a person so far."), what="that it is gone")


async def _until(client: NodeClient, holds: Callable[[Any], bool], method: str = "consent.list") -> None:
    async with asyncio.timeout(WAIT_S):
        while True:
            if holds(await client.call(method)):
                return
            await asyncio.sleep(0.05)

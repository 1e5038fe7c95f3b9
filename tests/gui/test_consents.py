"""Consent in the window: given in Settings, used by opening a report, seen by its subject, taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from tests.gui.conftest import WAIT_S, Run, until
from tests.gui.pair import Pair, day, pair, press, says

from cohong.api import requests, views
from cohong.desktop.node_client import NodeClient
from cohong.desktop.pages.consent_sheet import ConsentSheet
from cohong.desktop.pages.settings_consents import ConsentsForm
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


async def _until(client: NodeClient, holds: Callable[[views.ConsentList], bool]) -> None:
    async with asyncio.timeout(WAIT_S):
        while True:
            if holds(await client.call("consent.list")):
                return
            await asyncio.sleep(0.05)

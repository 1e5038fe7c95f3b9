"""Sync: how it stands in words, and the page on a real node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from tests.gui.conftest import Run, until
from tests.gui.pair import Pair, day, pair, press, says

from cohong.api import requests
from cohong.api.views import NodeStatus, OutboxRow, PeerRow, SyncStatus
from cohong.desktop.clock_bar import ClockBar
from cohong.desktop.formatting import Formats
from cohong.desktop.languages import Translations
from cohong.desktop.pages.sync_address import AddressSheet
from cohong.desktop.pages.sync_carry_sheet import ContentsSheet, ReadersSheet
from cohong.desktop.pages.sync_health import clock_offset_ms
from cohong.desktop.pages.sync_now import NowWords
from cohong.desktop.shell import Shell
from cohong.desktop.theme.theme import Theme
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.short_table import ShortTable

__all__ = ["pair"]

NEW_YEAR_MS = 4_070_908_800_000


@pytest.fixture
def english() -> Iterator[None]:
    """English has a catalogue too, for its plurals."""
    translations = Translations()
    translations.use("en")
    yield


def _peer(name: str = "Pearl", *, connected: bool = True, ahead: int = 0, why: str = "", offset_ms: int = 0) -> PeerRow:
    return PeerRow(
        member=name * 8, name=name, connected=connected, ahead=ahead, why=why, clock_offset_ms=offset_ms,
        last_seen_ms=0 if why == "no-address" else 1_700_000_000_000,
    )  # fmt: skip


def _waiting(*names: str) -> OutboxRow:
    return OutboxRow(
        entry="e", object="o", kind="credit.propose", reference="INV-1", time_ms=1, where="peers", peers=1,
        level="waiting", yes=1, voters=5, waits_for=list(names),
    )  # fmt: skip


def _sync(
    *peers: PeerRow, outbox: tuple[OutboxRow, ...] = (), rate: int = 0, put_off: tuple[str, ...] = (),
    used_up: bool = False,
) -> SyncStatus:  # fmt: skip
    return SyncStatus(
        peers=list(peers), outbox=list(outbox), outbox_total=len(outbox), receiving_per_s=rate, put_off=list(put_off),
        is_quota_used_up=used_up, quota_until_ms=1_700_000_000_000 if put_off or used_up else 0,
    )  # fmt: skip


def _status(
    *, connected: int = 1, to_send: int = 0, disk_full: bool = False, catching_up: bool = False, **more: Any
) -> NodeStatus:
    return NodeStatus(
        version="1", network="n", peers_known=1, peers_connected=connected, to_send=to_send, disk_full=disk_full,
        catching_up=catching_up, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status", "sync", "sentence", "action"),
    [
        (_status(disk_full=True), _sync(_peer()), "The disk is full.", ""),
        (
            _status(catching_up=True), _sync(_peer()),
            "Your own earlier records are being fetched from the others.", "",
        ),
        (_status(connected=0), _sync(), "No other member is known yet.", "address"),
        (
            _status(connected=0), _sync(_peer(connected=False, why="no-address")),
            "Not connected to any member.", "address",
        ),
        (_status(), _sync(_peer(ahead=1204), rate=310), "Receiving 1204 records", ""),
        (
            _status(), _sync(_peer(ahead=1204), put_off=("Lotus",)),
            "Today's records of Lotus are here; more of them wait.", "",
        ),
        (_status(), _sync(_peer(ahead=4), put_off=("Lotus",), rate=3), "Receiving 4 records", ""),
        (
            _status(), _sync(_peer(), used_up=True, rate=3),
            "You have written as much today as the charter lets one member write.", "",
        ),
        (_status(to_send=3), _sync(_peer()), "Sending 3 records", ""),
        (
            _status(to_send=1, dated_ahead=1, dated_until_ms=NEW_YEAR_MS), _sync(_peer()),
            f"The other members let your last records wait until {Formats('en').time(NEW_YEAR_MS)}.", "",
        ),
        (_status(), _sync(_peer(), outbox=(_waiting("Lotus"),)), "No majority yet for 1 record of yours.", ""),
        (_status(), _sync(_peer()), "Up to date.", ""),
    ],
)  # fmt: skip
def test_the_first_thing_that_matters_is_said(
    theme: Theme, english: None, status: NodeStatus, sync: SyncStatus, sentence: str, action: str
) -> None:
    now = NowWords(Formats("en")).now(status, sync)
    assert (now.sentence, now.action) == (sentence, action)


class _Shell(QObject):
    """What the clock bar asks of the window's shell."""

    status_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.status: NodeStatus | None = None
        self.formats = Formats("en")


def test_clock_bar_says_what_a_wrong_clock_does_and_has_done(theme: Theme, english: None) -> None:
    shell = _Shell()
    bar = ClockBar(cast(Shell, shell))
    assert bar.isHidden()
    shell.status_changed.emit(_status(clock_fast_ms=600_000, clock_differing=2, clock_compared=3))
    fast = "This computer's clock is 10 min fast compared with 2 of 3 members. Nothing is signed until it is set right."
    assert (bar.isHidden(), _said(bar)) == (False, [fast])
    shell.status_changed.emit(_status(dated_ahead=2, dated_until_ms=NEW_YEAR_MS))
    assert f"are dated up to {shell.formats.time(NEW_YEAR_MS)}." in _said(bar)[0]
    shell.status_changed.emit(_status(written_again=2, dropped_again=["member.invite"]))
    assert _said(bar) == [
        "Records signed with a fast clock had not left this computer. They are signed again, dated right. Invitations, "
        "and what else no longer fits, were left out: please make them again."
    ]
    for banner in bar.findChildren(Banner):
        banner.hide()  # as its cross does
    shell.status_changed.emit(_status(written_again=2, dropped_again=["member.invite"]))
    assert bar.isHidden()


def _said(bar: ClockBar) -> list[str]:
    return [banner.text for banner in bar.findChildren(Banner) if not banner.isHidden()]


def test_what_waits_names_whom_it_waits_for(theme: Theme, english: None) -> None:
    sync = _sync(_peer(), outbox=(_waiting("Lotus", "Maas"), _waiting("Maas", "Jade", "Tiger")))
    assert NowWords(Formats("en")).now(_status(), sync).reason == (
        "They wait for Lotus, Maas, Jade … to sign. Nothing for you to do."
    )


def test_being_offline_says_what_still_works_and_what_will_be_sent(theme: Theme, english: None) -> None:
    now = NowWords(Formats("en")).now(_status(connected=0, to_send=2), _sync(_peer(connected=False, why="unreachable")))
    assert now.sentence.startswith("Offline since ")
    assert now.reason == (
        "You can write, sign and read everything. 2 records will be sent as soon as somebody is reached."
    )


@pytest.mark.parametrize(("offsets", "median"), [((), 0), ((5,), 5), ((-90_000, 100, 200_000), 100)])
def test_one_wrong_clock_among_the_peers_does_not_make_ours_wrong(offsets: tuple[int, ...], median: int) -> None:
    assert clock_offset_ms(_sync(*(_peer(offset_ms=offset) for offset in offsets))) == median


def test_peers_and_what_is_on_the_way_are_shown(pair: Pair, run: Run[Any]) -> None:
    run(_shown(pair))


async def _shown(pair: Pair) -> None:
    page = await pair.go("sync")
    peers, outbox = page._peers._table, page._outbox._table
    await until(lambda: peers.as_text().count("Pearl Components Ltd\tsince") == 1, what="the peer, connected")
    assert "127.0.0.1" not in _visible_text(peers), "addresses are for Details"
    press(page._peers, "Details")
    assert "127.0.0.1" in _visible_text(peers)
    await pair.other.call("node.stop")
    await pair.propose(pair.desk.client, "INV-1", debtor=pair.other_member, creditor=pair.me, due=day(3))
    await until(lambda: "Proposed\tINV-1\t" in outbox.as_text(), what="the record on the way")
    await until(lambda: "1 of 2\tPearl Components Ltd" in outbox.as_text(), what="whom it waits for")
    await until(lambda: says(page, "Offline since"), what="that nobody is connected")
    assert says(page._health, "Background check")


def _visible_text(table: ShortTable) -> str:
    items = [
        table.item(row, column)
        for row in range(table.rowCount())
        for column in range(table.columnCount())
        if not table.isColumnHidden(column)
    ]
    return "\n".join(item.text() for item in items if item is not None)


def test_an_address_that_is_none_is_said_at_its_field(pair: Pair, run: Run[Any]) -> None:
    run(_address(pair))


async def _address(pair: Pair) -> None:
    page = await pair.go("sync")
    page.add_address()
    await until(lambda: pair.desk.window.findChild(AddressSheet) is not None)
    sheet = pair.desk.window.findChild(AddressSheet)
    assert isinstance(sheet, AddressSheet)
    press(sheet, "Add and connect")
    await until(lambda: says(sheet, "Choose a member of this network.") and says(sheet, "Write it as host:port."))
    box = sheet.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(0)
    QTest.keyClicks(sheet._address_editor, "127.0.0.1:1")
    press(sheet, "Add and connect")
    await until(lambda: not pair.desk.window.findChildren(AddressSheet))
    QTest.keyClick(page, Qt.Key.Key_Escape)


def test_records_are_carried_by_hand(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    run(_carried(pair, tmp_path))


async def _carried(pair: Pair, folder: Path) -> None:
    page = await pair.go("sync")
    card = page._carry
    card.choose_export()
    await until(lambda: pair.desk.window.findChild(ReadersSheet) is not None, what="who is to open it")
    asked = pair.desk.window.findChild(ReadersSheet)
    assert isinstance(asked, ReadersSheet)
    chosen: list[list[str]] = []
    asked.chosen.disconnect()
    asked.chosen.connect(chosen.append)
    (box,) = asked.boxes.values()
    assert box.text() == "Pearl Components Ltd"
    box.setChecked(False)
    assert not asked._next.isEnabled(), "somebody has to open it"
    box.setChecked(True)
    press(asked, "Choose a place…")
    assert chosen == [[]], "all members"
    card.export(str(folder / "mine.cohong"), list(asked.boxes))
    await until(lambda: says(card, "Saved as mine.cohong"), what="the file")
    await until(lambda: not card._bar.isVisible())
    theirs = folder / "theirs.cohong"
    await pair.other.call("bundle.export", requests.ExportBundle(path=str(theirs)))
    await until(theirs.exists)
    card.look_into(str(theirs))
    await until(lambda: pair.desk.window.findChild(ContentsSheet) is not None)
    sheet = pair.desk.window.findChild(ContentsSheet)
    assert isinstance(sheet, ContentsSheet)
    assert says(sheet, "Pearl Components Ltd")
    press(sheet, "Import")
    await until(lambda: says(card, "Taken in from theirs.cohong"), what="the import")
    assert not card._banner.isVisible()


def test_what_is_wrong_with_a_file_is_said_in_the_card(pair: Pair, run: Run[Any], tmp_path: Path) -> None:
    run(_wrong_files(pair, tmp_path))


async def _wrong_files(pair: Pair, folder: Path) -> None:
    page = await pair.go("sync")
    (folder / "list.csv").write_text("number;amount")
    page._carry.look_into(str(folder / "list.csv"))
    await until(lambda: says(page._carry, "This is not a file of Cohong's records."))
    page._carry.export(str(folder / "no" / "such" / "folder.cohong"))
    await until(lambda: says(page._carry, "There is no such file or folder."))
    theirs = folder / "theirs.cohong"
    await pair.other.call("bundle.export", requests.ExportBundle(path=str(theirs), readers=[pair.other_member]))
    await until(theirs.exists)
    page._carry.look_into(str(theirs))
    await until(lambda: says(page._carry, "This file was made for other members, and only they can open it."))

"""Looks at members that are watched, kept in the ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.unit.ledger.feeds import KEY, Feed

from cohong.ledger.ledger import Ledger
from cohong.node.watch_list import SETTING, Watch, keep_looks, look_now, setting_of, watches_in

TODAY = "2026-02-20"


def test_a_look_brings_nobody_back_who_was_taken_off_meanwhile_and_no_older_note(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", KEY)
    stays, goes = Feed("stays").member, Feed("goes").member
    found = {member: look_now(ledger, member, 0, today=TODAY) for member in (stays, goes)}
    watches = {member: Watch.of(member, now, 1) for member, now in found.items()}
    for watch in watches.values():
        ledger.set_setting(*watch.setting)
    ledger.set_setting(*replace(watches[stays], note="call first", review_on=TODAY).setting)
    ledger.remove_setting(setting_of(goes))
    assert keep_looks(ledger, found, 2) == 1
    [kept] = watches_in(ledger.settings_under(SETTING))
    assert (kept.member, kept.note, kept.review_on, kept.seen_ms) == (stays, "call first", TODAY, 2)
    ledger.close()

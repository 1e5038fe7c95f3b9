"""How long look-ups are kept, the day itself included; and which requests tell a person's report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import trio
from trio.testing import MockClock

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import DAYS_KEPT_MAX, DAYS_KEPT_MIN, METHODS
from cohong.ledger.ledger import Ledger
from cohong.node.handlers.lookups import THE_REPORT
from cohong.node.lookups import DAYS_KEPT, LOOK_AFTER_S, SETTING, days_kept, drop_old, first_day_kept, keep_forgetting
from cohong.primitives.ids import MemberId

TELL_NO_REPORT = {
    "consent.read",  # says what for
    "export.statement", "limit.list", "limit.set",  # one's own account and limits
    # What comes in brief with a list, and of whom one watches: docs/reputation.md, What people are looked up for.
    "check.grades", "watch.list", "watch.remove", "watch.seen", "watch.set",
    "device.link", "motion.preview", "motion.put", "peer.add",
}  # fmt: skip

ANN = MemberId(b"\x01" * 32)


def test_days_are_those_that_were_chosen_within_bounds() -> None:
    found = [days_kept(setting) for setting in (None, b"30", b"90", b"29", b"9999")]
    assert found == [DAYS_KEPT, DAYS_KEPT_MIN, 90, DAYS_KEPT_MIN, DAYS_KEPT_MAX]


def test_the_day_itself_is_the_last_of_them() -> None:
    assert [first_day_kept("2026-03-01", days) for days in (1, 2, 30)] == ["2026-03-01", "2026-02-28", "2026-01-31"]


def test_what_is_a_day_too_old_is_forgotten_and_nothing_else(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", bytes(32))
    ledger.set_setting(SETTING, b"30")
    for day in ("2026-01-29", "2026-01-30", "2026-01-31", "2026-03-01"):
        ledger.note_lookup(ANN, day, "terms", time_ms=1, consent=None)
    assert drop_old(ledger, "2026-03-01") == 2
    assert ledger.lookups.page(0, 9)[1] == 2
    ledger.close()


class FullAtFirst:
    """An engine whose disk takes nothing at first, and whose node is asked for nothing else."""

    def __init__(self, ledger: Ledger) -> None:
        self._desk = SimpleNamespace(ledger=ledger)
        self.calls = 0

    async def call(self, run: Callable[[Any], Any]) -> Any:
        await trio.lowlevel.checkpoint()
        self.calls += 1
        if self.calls == 1:
            raise ApiError(ApiErrorCode.DISK_FULL)
        return run(self._desk)


def test_a_node_that_runs_for_long_forgets_too(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", bytes(32))
    ledger.note_lookup(ANN, "2001-01-01", "terms", time_ms=1, consent=None)
    engine, found = FullAtFirst(ledger), list[int]()

    async def watched() -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(keep_forgetting, engine)
            for _ in range(2):
                await trio.sleep(LOOK_AFTER_S / 2 + 1)
                found.append(ledger.lookups.page(0, 9)[1])
            nursery.cancel_scope.cancel()

    trio.run(watched, clock=MockClock(autojump_threshold=0))
    assert (found, engine.calls) == ([1, 0], 2)
    ledger.close()


def test_each_request_about_a_member_is_part_of_the_report_or_known_to_be_none() -> None:
    """A new one has to be put on one side or the other."""
    names = {"member", "members"}
    about = {method for method, (params, _) in METHODS.items() if names.intersection(params.__struct_fields__)}
    assert about == {*THE_REPORT, *TELL_NO_REPORT}

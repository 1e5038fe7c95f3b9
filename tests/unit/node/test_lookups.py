"""How long look-ups are kept, the day itself included; and which requests tell a person's report."""

from __future__ import annotations

from pathlib import Path

from cohong.api.requests import DAYS_KEPT_MAX, DAYS_KEPT_MIN, METHODS
from cohong.ledger.ledger import Ledger
from cohong.node.handlers.lookups import THE_REPORT
from cohong.node.lookups import DAYS_KEPT, SETTING, days_kept, drop_old, drop_old_if_possible, first_day_kept
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
    drop_old_if_possible(ledger, "2026-03-02")
    assert ledger.lookups.page(0, 9)[1] == 1
    ledger.close()


def test_each_request_about_a_member_is_part_of_the_report_or_known_to_be_none() -> None:
    """A new one has to be put on one side or the other."""
    names = {"member", "members"}
    about = {method for method, (params, _) in METHODS.items() if names.intersection(params.__struct_fields__)}
    assert about == {*THE_REPORT, *TELL_NO_REPORT}

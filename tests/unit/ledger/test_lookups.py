"""The log of look-ups: one line a member, day and purpose, kept for a time and forgotten when asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.unit.ledger.feeds import KEY, Feed

from cohong.ledger.ledger import Ledger
from cohong.ledger.lookups import LookUp
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import Commit

ANN, BEN = MemberId(b"\x01" * 32), MemberId(b"\x02" * 32)
CONSENT = ObjectId(b"\x03" * 32)


def test_a_line_is_noted_once_a_day_and_purpose_and_a_consent_that_comes_later_is_added(ledger: Ledger) -> None:
    for time_ms in (1, 2):
        ledger.note_lookup(ANN, "2026-01-01", "terms", time_ms=time_ms, consent=None)
    ledger.note_lookup(ANN, "2026-01-01", "terms", time_ms=3, consent=CONSENT)
    ledger.note_lookup(ANN, "2026-01-01", "terms", time_ms=4, consent=None)
    ledger.note_lookup(ANN, "2026-01-01", "audit", time_ms=5, consent=None)
    ledger.note_lookup(BEN, "2026-01-02", "terms", time_ms=6, consent=None)
    lines, total = ledger.lookups.page(0, 9)
    assert lines == [
        LookUp(BEN, "", 6, "terms", None), LookUp(ANN, "", 5, "audit", None), LookUp(ANN, "", 4, "terms", CONSENT),
    ]  # fmt: skip
    assert total == 3
    assert ledger.lookups.page(1, 1) == (lines[1:2], 3)
    assert ledger.lookups.page(3, 1) == ([], 3)


def test_what_it_is_for_holds_for_the_member_and_the_day(ledger: Ledger) -> None:
    ledger.note_lookup(ANN, "2026-01-01", "terms", time_ms=1, consent=None)
    ledger.note_lookup(ANN, "2026-01-01", "audit", time_ms=2, consent=None)
    on = ledger.lookups.purpose_on
    assert [on(ANN, "2026-01-01"), on(ANN, "2026-01-02"), on(BEN, "2026-01-01")] == ["audit", "", ""]
    ledger.note_lookup(ANN, "2026-01-01", "terms", time_ms=3, consent=None)
    assert on(ANN, "2026-01-01") == "terms", "what was said last, though it was said before"
    assert [line.purpose for line in ledger.lookups.page(0, 9)[0]] == ["terms", "audit"]


def test_what_is_older_than_a_day_is_forgotten_and_all_of_it_when_asked(ledger: Ledger, path: Path) -> None:
    for day in ("2025-12-30", "2025-12-31", "2026-01-01"):
        ledger.note_lookup(ANN, day, "terms", time_ms=1, consent=None)
    assert ledger.drop_lookups("2025-12-31") == 1
    assert ledger.lookups.page(0, 9)[1] == 2
    ledger.begin_again()
    ledger.close()
    again = Ledger.open(path, KEY)
    assert again.lookups.page(0, 9)[1] == 2, "it follows from no entry"
    assert (again.clear_lookups(), again.clear_lookups()) == (2, 0)
    again.close()


def test_a_person_is_whoever_says_so_in_its_profile(ledger: Ledger) -> None:
    human, firm, silent = Feed("human"), Feed("firm"), Feed("silent")
    profiles = [replace(human.profile(en="Chan Tai Man"), kind="person"), firm.profile(en="Harbour Ltd")]
    ledger.commit(Commit(objects=[*profiles]))
    ledger.note_lookup(human.member, "2026-01-01", "terms", time_ms=1, consent=None)
    assert ledger.lookups.page(0, 1)[0][0].name == "Chan Tai Man"
    is_person = ledger.lookups.is_person
    asked = ([human.member], [firm.member], [silent.member], [silent.member, human.member])
    assert list(map(is_person, asked)) == [True, False, False, True]

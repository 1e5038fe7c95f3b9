"""Own limits under their names, and suggestions over the ledger's lines."""

from __future__ import annotations

from pathlib import Path

from tests.unit.ledger.feeds import KEY, Feed, applied

from cohong.ledger.ledger import Ledger
from cohong.node.limits import SETTING, limits_in, setting_of, suggestions
from cohong.node.watch_list import SETTING as WATCHED
from cohong.node.watch_list import Watch, look_at_member, watches_in


def test_an_own_limit_is_found_by_member_and_currency() -> None:
    member = Feed("b").member
    name = setting_of(member, "HKD")
    assert name.startswith(SETTING)
    assert limits_in([(name, b"40000000")]) == {(member, "HKD"): 40_000_000}


def test_suggestions_and_looks_are_made_over_what_the_ledger_has(tmp_path: Path) -> None:
    me, debtor = Feed("me"), Feed("b")
    records = []
    for number in range(2):
        proposal = me.propose(debtor, 1_000, f"INV {number}")
        records += [proposal, debtor.accept(proposal)]
        if not number:
            records.append(me.receipt(records[-1], 1_000, "2026-02-04"))
    ledger = Ledger.create(tmp_path / "ledger.db", KEY)
    ledger.commit(applied(*records))
    found = suggestions(
        ledger.debtor_lines, debtor.member, mine={me.member.hex()}, today="2026-02-20", trust={"HKD": 800}
    )
    # Half of what was paid within terms, less what is overdue.
    assert found == {
        "grade": None,
        "currencies": {
            "HKD": {"limit_minor": 0, "reasons": [["repaid-to-me", 1, 1_000], ["thin", 0, 500], ["overdue", 1_000, 0]]}
        },
    }
    look = look_at_member(ledger.debtor_lines, debtor.member, today="2026-02-20")
    assert (look.overdue_minor, look.grade) == ({"HKD": 1_000}, None)
    watch = Watch(debtor.member, "2026-03-01", "note 明", look, 7, 9)
    name, value = watch.setting
    assert name.startswith(WATCHED)
    assert watches_in([(name, value)]) == [watch]
    ledger.close()

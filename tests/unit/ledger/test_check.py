"""The background check finds what was changed through SQL, names it, and puts it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.ledger.feeds import Feed

from cohong.crypto.signing import verify
from cohong.ledger.check import CheckedStretch, DamagedEntry
from cohong.ledger.ledger import Ledger
from cohong.primitives.standing import Commit, Placed


def whole_check(ledger: Ledger) -> tuple[DamagedEntry, ...]:
    stretch = ledger.check_entries(0, 1_000, verify)
    assert ledger.check_entries(stretch.last_n, 1_000, verify) == CheckedStretch(stretch.last_n, 0, ())
    return stretch.damaged


def filled(ledger: Ledger) -> tuple[Feed, Feed, list[Placed]]:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    written = [proposal, b.accept(proposal), a.propose(b, reference="INV-2"), a.write("ballot"), a.write("ballot")]
    ledger.commit(Commit(append=written))
    return a, b, written


def test_whole_ledger_is_checked_in_steps(ledger: Ledger) -> None:
    filled(ledger)
    first = ledger.check_entries(0, 2, verify)
    second = ledger.check_entries(first.last_n, 2, verify)
    third = ledger.check_entries(second.last_n, 2, verify)
    assert [(step.checked, step.damaged) for step in (first, second, third)] == [(2, ()), (2, ()), (1, ())]


FLIP = "CAST(substr({0}, 1, {1}) || x'ff' || substr({0}, {1} + 2) AS BLOB)"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (f"UPDATE entries SET body = {FLIP.format('body', 30)} WHERE n = ?", "content"),
        (f"UPDATE entries SET signature = {FLIP.format('signature', 3)} WHERE n = ?", "signature"),
        ("UPDATE entries SET body = NULL WHERE n = ?", "content"),
        ("DELETE FROM entries WHERE n = ?", "content"),
        ("UPDATE facts SET time_ms = 5 WHERE n = ?", "content"),
        ("UPDATE facts SET kind = 1 WHERE n = ?", "content"),
        ("UPDATE facts SET kind = 77 WHERE n = ?", "content"),
        ("UPDATE facts SET prev = NULL WHERE n = ?", "content"),
        ("UPDATE facts SET author = 2 WHERE n = ?", "content"),
        ("UPDATE facts SET seq = 3 WHERE n = ?", "content"),
        ("UPDATE facts SET seq = 900 WHERE n = ?", "content"),
        (f"UPDATE ids SET id = {FLIP.format('id', 0)} WHERE no = ?", "content"),
    ],
)
def test_flipped_byte_is_found_named_and_healed(ledger: Ledger, change: str, what: str) -> None:
    a, _, written = filled(ledger)
    damaged = written[2]
    number = ledger._numbers.id_no(damaged.fact.id)
    ledger._writer.run(change, (number,))
    found = [item for item in whole_check(ledger) if item.n == number]
    assert [(item.author, item.seq, item.what) for item in found] == [(a.member, 1, what)]
    assert ledger.heal(damaged.entry)
    assert whole_check(ledger) == ()
    assert ledger.entry(damaged.fact.id) == damaged.entry
    assert ledger.fact(damaged.fact.id) == damaged.fact


def test_signed_entry_at_the_wrong_place_breaks_the_chain(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    ledger.commit(Commit(append=[a.write("ballot"), b.write("ballot")]))
    b.last = a.last
    astray = b.write("ballot")
    ledger.commit(Commit(append=[astray]))
    assert [(item.author, item.seq, item.what) for item in whole_check(ledger)] == [(b.member, 1, "chain")]


def test_entry_that_is_not_held_is_not_taken_in_by_healing(ledger: Ledger) -> None:
    a, _, _ = filled(ledger)
    assert not ledger.heal(a.write("ballot").entry)
    assert not ledger.heal(Feed("c").write("ballot").entry)
    assert whole_check(ledger) == ()


def test_other_branch_of_a_fork_does_not_overwrite_this_one(ledger: Ledger) -> None:
    a, _, written = filled(ledger)
    other = a.write("ballot", after=written[0].entry)
    assert not ledger.heal(other.entry)
    assert ledger.entry(written[2].fact.id) == written[2].entry


def test_pages_are_checked_after_the_log_was_moved_in(ledger: Ledger) -> None:
    filled(ledger)
    assert ledger.damaged_pages() == []


def test_a_copy_without_its_body_heals_and_is_remembered_as_lacking_it(ledger: Ledger) -> None:
    a = Feed("a")
    written = [a.write("ballot"), a.write("ballot")]
    ledger.commit(Commit(append=written))
    ledger._writer.run("UPDATE entries SET body = x'00' WHERE n = ?", (1,))
    entry = written[0].entry
    assert ledger.heal(replace(entry, body_bytes=None))
    assert (ledger.entry(entry.id), ledger.is_bodiless(entry.id)) == (replace(entry, body_bytes=None), True)
    ledger.commit(Commit(bodies=[entry]))
    assert (ledger.entry(entry.id), ledger.is_bodiless(entry.id)) == (entry, False)

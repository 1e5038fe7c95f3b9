"""What the ledger knows of entries, after it has been closed and opened again."""

from __future__ import annotations

from pathlib import Path

from tests.unit.ledger.feeds import KEY, Feed, applied, record, some_id, standing

from cohong.ledger.ledger import Ledger
from cohong.primitives.standing import Commit, Level, Record


def reopened(ledger: Ledger, path: Path) -> Ledger:
    ledger.close()
    return Ledger.open(path, KEY)


def test_fact_comes_back_as_it_was_given(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    acceptance = b.accept(proposal)
    ledger.commit(Commit(append=[proposal, acceptance]))
    assert ledger.fact(acceptance.fact.id) == acceptance.fact
    again = reopened(ledger, path)
    assert again.fact(acceptance.fact.id) == acceptance.fact
    assert again.fact(some_id("unknown")) is None
    again.close()


def test_many_facts_come_in_one_call(ledger: Ledger) -> None:
    a = Feed("a")
    written = [a.write("ballot", {"number": number}) for number in range(700)]
    ledger.commit(Commit(append=written))
    asked = [item.fact.id for item in written] + [some_id("unknown")]
    assert ledger.facts(asked) == {item.fact.id: item.fact for item in written}
    assert ledger.facts(asked[:3]) == {item.fact.id: item.fact for item in written[:3]}
    assert ledger.facts([]) == {}


def test_ids_at_one_place_are_sorted_and_several_only_in_a_fork(ledger: Ledger) -> None:
    a = Feed("a")
    first = a.write("ballot")
    second, other = a.write("ballot"), a.write("ballot", after=first.entry)
    ledger.commit(Commit(append=[first, second, other]))
    assert ledger.ids_at(a.member, 0) == (first.fact.id,)
    assert ledger.ids_at(a.member, 1) == tuple(sorted((second.fact.id, other.fact.id)))
    assert ledger.ids_at(a.member, 2) == ()
    assert ledger.ids_at(Feed("b").member, 0) == ()


def test_tips_are_the_entries_that_nothing_follows(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    one, two, three = (a.write("ballot") for _ in range(3))
    ledger.commit(Commit(append=[one, two]))
    assert ledger.tips() == [two.fact]
    branch, lone = a.write("ballot", after=one.entry), b.write("ballot")
    ledger.commit(Commit(append=[three, branch, lone]))
    tips = {three.fact.id, branch.fact.id, lone.fact.id}
    assert {fact.id for fact in ledger.tips()} == tips
    again = reopened(ledger, path)
    assert {fact.id for fact in again.tips()} == tips
    again.close()


def test_tree_has_all_branches_from_a_seq_on(ledger: Ledger) -> None:
    a = Feed("a")
    one, two, three = (a.write("ballot") for _ in range(3))
    branch = a.write("ballot", after=one.entry)
    ledger.commit(Commit(append=[one, two, three, branch]))
    second = sorted([two.fact, branch.fact], key=lambda fact: fact.id)
    assert ledger.tree(a.member, 1) == [*second, three.fact]


def test_records_leave_out_entries_without_votes(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    written = [a.propose(b), a.write("ballot"), a.propose(b, reference="INV-0002"), a.write("future.kind")]
    ledger.commit(Commit(append=written))
    assert ledger.records(a.member, 0, 2) == [record(written[0]), record(written[2])]
    assert ledger.records(a.member, 3, 9) == [record(written[3])]


def test_body_out_of_form_or_missing_is_none(ledger: Ledger) -> None:
    a = Feed("a")
    withheld = a.write("future.kind", with_body=False)
    ledger.commit(Commit(append=[withheld]))
    assert ledger.records(a.member, 0, 0) == [Record(withheld.fact, None)]


def test_movers_about_and_dependents_find_their_records(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    acceptance = b.accept(proposal)
    claim = b.claim(acceptance, 4_000, "2026-02-01")
    receipt = a.receipt(acceptance, 4_000, "2026-02-01", claim)
    ledger.commit(Commit(append=[proposal, acceptance, claim, receipt]))
    assert ledger.movers(proposal.fact.id) == [acceptance.fact]
    assert ledger.movers(acceptance.fact.id) == [receipt.fact]
    assert ledger.movers(receipt.fact.id) == []
    assert proposal.fact.object is not None
    about = sorted([proposal, acceptance, claim, receipt], key=lambda item: (item.fact.author, item.fact.seq))
    assert ledger.about(proposal.fact.object) == [record(item) for item in about]
    assert ledger.dependents(acceptance.fact.id) == sorted([claim.fact.id, receipt.fact.id])
    assert ledger.dependents(claim.fact.id) == [receipt.fact.id]


def test_version_that_is_not_held_is_remembered_all_the_same(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b)
    acceptance = b.accept(proposal)
    ledger.commit(Commit(append=[acceptance]))
    assert ledger.movers(proposal.fact.id) == [acceptance.fact]
    ledger.commit(Commit(append=[proposal]))
    assert ledger.fact(proposal.fact.id) == proposal.fact
    assert ledger.movers(proposal.fact.id) == [acceptance.fact]


def test_levels_change_and_unapplied_records_are_found_at_the_start(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    one, two, three = (a.propose(b, reference=f"INV-{number}") for number in range(3))
    ledger.commit(Commit(append=[one, two, three]))
    assert ledger.unapplied() == []
    ledger.commit(
        Commit(standings=[
            standing(one, Level.CONFIRMED, applied=False),
            standing(two, Level.CONFIRMED, applied=False),
            standing(two, Level.FINAL),
            standing(three, Level.REJECTED, applied=False),
        ])
    )  # fmt: skip
    again = reopened(ledger, path)
    assert [fact.id for fact in again.unapplied()] == [one.fact.id]
    levels = [(fact.level, fact.applied) for fact in map(again.fact, (one.fact.id, two.fact.id, three.fact.id)) if fact]
    assert levels == [(Level.CONFIRMED, False), (Level.FINAL, True), (Level.REJECTED, False)]
    again.close()


def test_count_between_counts_all_branches(ledger: Ledger) -> None:
    a = Feed("a")
    first = a.write("ballot")
    ledger.commit(Commit(append=[first, a.write("ballot"), a.write("ballot"), a.write("ballot", after=first.entry)]))
    assert ledger.count_between(a.member, 0, 9) == 4
    assert ledger.count_between(a.member, 1, 1) == 2
    assert ledger.count_between(Feed("b").member, 0, 9) == 0


def test_start_reads_heads_not_history(ledger: Ledger) -> None:
    """The plans of the start-up queries go by the narrow indexes; none scans the table of facts."""
    a, b = Feed("a"), Feed("b")
    ledger.commit(applied(a.propose(b), level=Level.FINAL))
    asked = {
        "tips": "SELECT 1 FROM facts f WHERE f.n IN (SELECT n FROM tips)",
        "unapplied": "SELECT 1 FROM facts f WHERE f.applied = 0 AND f.level IN (1, 2, 6)",
        "unsettled": "SELECT 1 FROM facts f CROSS JOIN said s ON s.entry = f.n WHERE f.level < 6 AND f.level <> 2",
    }
    writer = ledger._writer
    plans = {name: " ".join(row[3] for row in writer.rows(f"EXPLAIN QUERY PLAN {sql}")) for name, sql in asked.items()}
    assert "USING INTEGER PRIMARY KEY (rowid=?)" in plans["tips"]
    assert "facts_unapplied" in plans["unapplied"]
    assert "facts_open" in plans["unsettled"]

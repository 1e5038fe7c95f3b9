"""An own entry that this run did not write: the pen goes down at once, and no fork is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.node.benches import Bench

from cohong.book.objects import Profile, natural_id
from cohong.node.handlers.pen import _override, pen_view
from cohong.node.inputs import LinkUp
from cohong.primitives.entry import Entry
from cohong.primitives.standing import Commit


@pytest.fixture
def twin(bench: Bench, tmp_path: Path) -> Bench:
    """The same member on another machine, as a run of its own."""
    (tmp_path / "twin").mkdir()
    return Bench(tmp_path / "twin")


def written(bench: Bench, reference: str) -> Entry:
    bench.work(bench.write(bench.proposal(reference)))
    return bench.own_entries()[-1]


def test_own_entry_from_elsewhere_stops_the_pen_in_the_same_batch(bench: Bench, twin: Bench) -> None:
    foreign = written(twin, "ELSEWHERE")
    bench.work(*bench.hear(bench.other), *bench.hear(bench.third))
    output = bench.work(bench.sent(bench.other, foreign), bench.write(bench.proposal("HERE")))
    assert bench.codes() == [("catching-up", "elsewhere")]
    assert bench.own_entries() == [foreign]
    assert output.has_halted_otherwise
    profile = Profile(
        natural_id("profile", bench.other), foreign.id, bench.other, 0, "firm", (("en", "Harbour"),), "", ()
    )
    bench.ledger.commit(Commit(objects=[profile]))
    assert pen_view(bench.desk).through == "Harbour"
    twin.ledger.close()


def test_two_entries_at_one_place_are_no_fork_while_one_of_them_is_here_only(bench: Bench, twin: Bench) -> None:
    foreign, mine = written(twin, "ELSEWHERE"), written(bench, "HERE")
    output = bench.work(*bench.hear(bench.other, foreign), bench.sent(bench.other, foreign))
    later = bench.work()
    assert (bench.desk.halt, bench.desk.rival_seq, bench.desk.released) == ("rival", 0, -1)
    assert bench.own_entries() == [mine]
    assert [*output.forks, *later.forks] == []
    bench.work(bench.write(bench.proposal("MORE")))
    assert bench.codes()[-1] == ("catching-up", "rival")
    assert not pen_view(bench.desk).can_override
    twin.ledger.close()


def test_a_rival_begins_at_the_first_place_whatever_comes_after_it(bench: Bench, twin: Bench) -> None:
    foreign, _ = [[written(item, text) for text in ("FIRST", "SECOND")] for item in (twin, bench)]
    bench.work(*bench.hear(bench.other, foreign[-1]), bench.sent(bench.other, *foreign))
    assert bench.desk.rival_seq == 0
    twin.ledger.close()


def test_two_entries_at_one_place_that_have_both_left_are_a_fork_for_all_to_see(bench: Bench, twin: Bench) -> None:
    foreign = written(twin, "ELSEWHERE")
    bench.work(*bench.hear(bench.other), *bench.hear(bench.third))
    written(bench, "HERE")
    bench.work(bench.sent(bench.other, foreign))
    output = bench.work()
    assert bench.ledger.proofs() != []
    assert bench.desk.rival_seq is None
    assert output.forks == [] or output.forks[0].author == bench.me
    twin.ledger.close()


def test_votes_wait_for_the_others_and_records_do_not(bench: Bench) -> None:
    bench.work(LinkUp(bench.other, 1), bench.write(bench.proposal("A")))
    assert [entry.header.kind for entry in bench.own_entries()] == ["credit.propose"]
    assert not bench.desk.may_write_unasked
    bench.work()
    assert bench.desk.may_write_unasked


def test_override_is_for_what_was_warned_of(bench: Bench, twin: Bench) -> None:
    assert _override(bench.desk, "copy").done == 0
    bench.desk.catch_up.note_other(bench.other, is_run=True)
    with pytest.raises(Exception, match="copy"):
        _override(bench.desk, "restored")
    assert _override(bench.desk, "copy").done == 1
    bench.work(bench.write(bench.proposal("ANYWAY")))
    assert type(bench.codes()[-1]) is str
    assert pen_view(bench.desk).is_overridden
    twin.ledger.close()

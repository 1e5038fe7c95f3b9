"""Forks: the proof, what stands of the branches, and that nobody else's records suffer."""

from dataclasses import replace

from tests.simulation.feeds import Scribe, genesis_of, member, payment
from tests.simulation.recount import recount
from tests.unit.protocol.readers import NOW_MS, Reader
from tests.unit.protocol.test_votes import read

from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.ids import EntryId
from cohong.primitives.standing import Level
from cohong.protocol.ballots import PACE_MS_IDLE
from cohong.protocol.double_votes import split_acks
from cohong.protocol.replica import FORKS_AHEAD_MAX

A, B, C, D, E = (member(number) for number in range(5))


def test_two_entries_at_one_place_are_found_kept_and_told_once() -> None:
    scribe = Scribe(genesis_of(3))
    first = scribe.propose(A, B)
    one, other = scribe.propose(A, B), scribe.propose(A, B, after=first)
    reader = Reader(scribe)
    outcome = reader.take_all()
    proof = prove_fork(one, other)
    assert (outcome.forks, outcome.commit.proofs) == ([proof], [(proof, NOW_MS)])
    reader.replica.receive_proof(proof, NOW_MS)
    assert reader.flush().commit.is_empty()
    reader.restart()
    assert reader.replica.heads.fork_seq(A) == 1


def test_a_proof_alone_is_enough_and_one_of_a_stranger_is_ignored() -> None:
    scribe, foreign = Scribe(genesis_of(3)), Scribe(genesis_of(4))
    one, other = (scribe.write(A, "a", {"n": n}, from_start=True) for n in (1, 2))
    reader = Reader(scribe)
    for writer, author in ((scribe, member(8)), (foreign, A)):
        pair = [writer.write(author, "a", {"n": n}, from_start=True) for n in (1, 2)]
        reader.replica.receive_proof(prove_fork(*pair), NOW_MS)
    assert reader.flush().commit.is_empty()
    reader.replica.receive_proof(prove_fork(one, other), NOW_MS)
    outcome = reader.flush()
    assert outcome.forks == [prove_fork(one, other)]
    assert reader.replica.heads.fork_seq(A) == 0


def test_nothing_is_acked_from_a_fork_on() -> None:
    scribe = Scribe(genesis_of(3))
    first = scribe.propose(A, B)
    scribe.propose(A, B)
    scribe.propose(A, B, after=first)
    reader = Reader(scribe, C)
    reader.take_all()
    assert reader.vote()["ack"] == ["0:0"]
    reader.take(scribe.propose(A, B))
    assert reader.vote(NOW_MS + 60_000) == {}


def test_a_record_that_was_held_is_not_decided_once_its_feed_is_forked_below_it() -> None:
    scribe = Scribe(genesis_of(5))
    first = scribe.propose(A, B)
    later = scribe.propose(B, A)
    waiting = scribe.write(A, "credit.accept", {"names": [later.id]})
    reader = Reader(scribe, C)
    reader.take(first, later, waiting, now_ms=NOW_MS - 40_000)
    for step in range(3):
        reader.vote(NOW_MS + step * 3_000)
    assert reader.ledger.votes.get(waiting.id)
    reader.take(scribe.propose(A, B, after=first))
    for other in (D, E):
        reader.take(scribe.ballot(other, later), now_ms=NOW_MS + 10_000)
    assert reader.applied(later)
    assert reader.vote(NOW_MS + 60_000) == {}


def test_the_branch_at_the_higher_level_goes_on_and_the_other_is_beaten() -> None:
    scribe = Scribe(genesis_of(5))
    trunk = scribe.propose(A, B)
    left, left_tip = scribe.propose(A, B), scribe.propose(A, B)
    right = scribe.propose(A, B, after=trunk)
    for voter in (B, C):
        scribe.ballot(voter, left)
    reader = read(scribe)
    levels = [reader.level(record) for record in (trunk, left, left_tip, right)]
    assert levels == [Level.CONFIRMED, Level.CONFIRMED, Level.WAITING, Level.BEATEN]
    for voter in (B, C, D):
        scribe.ballot(voter, right)
    reader = read(scribe)
    assert [reader.level(record) for record in (left, left_tip, right)] == [Level.BEATEN, Level.BEATEN, Level.FINAL]
    assert [reader.applied(record) for record in (trunk, left, right)] == [True, False, True]


def test_at_a_tie_both_branches_are_contested_and_what_rests_on_them_stays_out() -> None:
    scribe = Scribe(genesis_of(5))
    left = scribe.propose(A, B)
    accept = scribe.write(B, "credit.accept", {"names": [left.id]})
    for voter in (C, D):
        scribe.ballot(voter, left, accept)
    right = scribe.write(A, "credit.receipt", payment(1), from_start=True)
    reader = Reader(scribe)
    reader.take_all()
    assert reader.applied(accept)
    for voter in (C, D):
        reader.take(scribe.ballot(voter, right))
    assert [reader.level(record) for record in (left, right)] == [Level.CONTESTED] * 2
    assert reader.level(accept) is Level.CONFIRMED and not reader.applied(accept)
    assert not reader.ledger.objects
    replica = reader.replica
    first, second = sorted((left.id, right.id))
    found = {
        (item.voter, item.author, *sorted((item.first, item.second)), item.decided)
        for item in split_acks(replica.tally, replica.lineage, replica.workspace)
    }
    assert found == {(voter, A, first, second, None) for voter in (C, D)}
    assert reader.ledger.standing() == recount(scribe.genesis, scribe.written).standing()


def test_forks_within_branches_are_settled_too() -> None:
    scribe = Scribe(genesis_of(3))
    root = scribe.propose(A, B)
    left = scribe.propose(A, B)
    upper, lower = scribe.propose(A, B), scribe.propose(A, B, after=left)
    right = scribe.propose(A, B, after=root)
    scribe.ballot(B, upper)
    reader = read(scribe)
    levels = [reader.level(record) for record in (root, left, upper, lower, right)]
    assert levels == [Level.CONFIRMED] * 3 + [Level.BEATEN] * 2


def test_a_forked_voters_ballots_count_on_whatever_branch_they_stand_and_once() -> None:
    scribe = Scribe(genesis_of(3))
    record, other = scribe.propose(A, B), scribe.propose(C, B)
    scribe.ballot(B, record)
    scribe.ballot(B, other, no=(record,), from_start=True)
    scribe.ballot(B, record, other, from_start=True)
    reader = read(scribe)
    assert [reader.level(item) for item in (record, other)] == [Level.CONFIRMED] * 2
    assert len(reader.ledger.votes[record.id]) == 1


def test_a_fork_of_one_voter_leaves_the_others_records_decided() -> None:
    scribe = Scribe(genesis_of(3))
    record = scribe.propose(A, B)
    for n in (1, 2):
        scribe.write(C, "a", {"n": n}, from_start=True)
    scribe.ballot(B, record)
    assert read(scribe).level(record) is Level.CONFIRMED


def test_proofs_that_part_from_nothing_held_are_kept_in_bounds() -> None:
    scribe = Scribe(genesis_of(3))
    first = scribe.propose(A, B)
    reader = Reader(scribe)
    reader.take(first)
    for number in range(100, 2, -1):
        beyond = replace(first, id=EntryId(bytes([number] * 32)), header=replace(first.header, seq=number))
        pair = [scribe.write(A, "a", {"n": n}, after=beyond) for n in (1, 2)]
        reader.replica.receive_proof(prove_fork(*pair), NOW_MS)
    assert len(reader.flush().forks) == FORKS_AHEAD_MAX
    held = prove_fork(*(scribe.write(A, "a", {"n": n}, after=first) for n in (1, 2)))
    reader.replica.receive_proof(held, NOW_MS)
    assert (reader.flush().forks, reader.replica.heads.fork_seq(A)) == ([held], 1)


def test_what_comes_below_a_fork_of_which_there_was_only_the_proof_is_voted_on() -> None:
    scribe = Scribe(genesis_of(4))
    first, second = scribe.propose(A, B), scribe.propose(A, B)
    one, other = (scribe.propose(A, B, amount, after=second) for amount in (1, 2))
    reader = Reader(scribe, C)
    reader.take(first)
    reader.replica.receive_proof(prove_fork(one, other), NOW_MS)
    assert reader.vote()["ack"] == ["0:0"]
    reader.take(second)
    assert reader.vote(NOW_MS + PACE_MS_IDLE)["ack"] == ["0:1"]

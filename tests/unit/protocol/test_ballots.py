"""How a voter decides, in which order of reasons, and when it writes."""

import pytest
from tests.simulation.feeds import START_MS, Scribe, genesis_of, member, payment
from tests.unit.protocol.readers import NOW_MS, Reader

from cohong.primitives.entry import Entry
from cohong.primitives.standing import Level
from cohong.protocol.ballots import PACE_MS_IDLE, PATIENCE_MS

A, B, C, D = (member(number) for number in range(4))


FRESH_MS = START_MS + 20_000
"""A time at which the first records come within 30 s of their own."""


def voter(scribe: Scribe) -> Reader:
    return Reader(scribe, C)


def test_all_that_is_ready_goes_into_one_ballot() -> None:
    scribe = Scribe(genesis_of(4))
    scribe.propose(A, B)
    scribe.propose(A, B)
    scribe.propose(B, A, 0)
    scribe.write(D, "profile.set", b"\xa0")
    reader = voter(scribe)
    reader.take_all()
    assert reader.vote() == {"ack": ["0:1", "1:0", "3:0"], "no": ["malformed", "malformed"], "hold": [], "yes": []}


def test_ballots_are_not_voted_on_and_an_idle_voter_writes_nothing() -> None:
    scribe = Scribe(genesis_of(3))
    scribe.ballot(A)
    scribe.write(B, "motion.put", {})
    reader = voter(scribe)
    reader.take_all()
    assert reader.replica.next_vote_ms(NOW_MS) is None
    assert reader.vote() == {}


def test_who_is_no_voter_never_writes() -> None:
    scribe = Scribe(genesis_of(3))
    scribe.propose(A, B)
    reader = Reader(scribe)
    reader.take_all()
    assert reader.vote() == {} and reader.replica.next_vote_ms(NOW_MS) is None


def test_the_first_vote_is_at_once_and_the_next_after_the_pace() -> None:
    scribe = Scribe(genesis_of(3))
    reader = voter(scribe)
    reader.take(scribe.propose(A, B))
    assert reader.vote(NOW_MS)["ack"] == ["0:0"]
    reader.take(scribe.propose(A, B), now_ms=START_MS + 20_000)
    assert reader.replica.next_vote_ms(NOW_MS) == NOW_MS + 200
    assert reader.vote(NOW_MS + 199) == {}
    assert reader.vote(NOW_MS + 200)["ack"] == ["0:1"]


def test_old_records_are_voted_on_at_the_slow_pace_and_large_rosters_slow_down() -> None:
    scribe = Scribe(genesis_of(20))
    reader = voter(scribe)
    reader.take(scribe.propose(A, B))
    reader.vote(NOW_MS)
    reader.take(scribe.propose(A, B), now_ms=START_MS + 40_000)
    assert reader.replica.next_vote_ms(NOW_MS) == NOW_MS + PACE_MS_IDLE
    reader.take(scribe.propose(A, B), now_ms=START_MS + 20_000)
    assert reader.replica.next_vote_ms(NOW_MS) == NOW_MS + 400


def on_undecided(scribe: Scribe, count: int = 1) -> tuple[Entry, list[Entry]]:
    """Return a proposal that is not confirmed, and acceptances that rest on it."""
    proposal = scribe.propose(A, B)
    return proposal, [scribe.write(B, "credit.accept", {"names": [proposal.id]}) for _ in range(count)]


def test_what_rests_on_something_undecided_is_waited_for_a_while_and_then_held() -> None:
    scribe = Scribe(genesis_of(5))
    proposal, accepts = on_undecided(scribe, 3)
    reader = voter(scribe)
    reader.take_all(now_ms=FRESH_MS)
    assert reader.vote(NOW_MS)["ack"] == ["0:0"]
    assert reader.vote(NOW_MS + PATIENCE_MS - 1) == {}
    held = reader.vote(NOW_MS + PATIENCE_MS + 200)
    assert (held["ack"], len(held["hold"])) == (["1:2"], 3)
    for other in (B, D):
        reader.take(scribe.ballot(other, proposal))
    decided = reader.vote(NOW_MS + 60_000)
    assert decided == {"ack": [], "no": [], "hold": [], "yes": [accepts[0].id.hex()]}
    assert reader.vote(NOW_MS + 120_000) == {}
    for other in (A, D):
        reader.take(scribe.ballot(other, accepts[0]))
    assert reader.vote(NOW_MS + 180_000)["no"] == ["already-moved"] * 2


def test_a_past_that_is_confirmed_in_time_needs_no_second_vote() -> None:
    scribe = Scribe(genesis_of(5))
    proposal, _ = on_undecided(scribe)
    reader = voter(scribe)
    reader.take_all(now_ms=FRESH_MS)
    reader.vote(NOW_MS)
    for other in (B, D):
        reader.take(scribe.ballot(other, proposal))
    assert reader.vote(NOW_MS + 500) == {"ack": ["1:0"], "no": [], "hold": [], "yes": []}


def test_a_restart_forgets_nothing_that_was_voted() -> None:
    scribe = Scribe(genesis_of(5))
    on_undecided(scribe)
    reader = voter(scribe)
    reader.take_all(now_ms=FRESH_MS)
    reader.vote(NOW_MS)
    reader.vote(NOW_MS + 300)
    reader.vote(NOW_MS + 300 + PATIENCE_MS)
    reader.restart()
    assert reader.vote(NOW_MS + 60_000) == {}
    assert reader.replica.tally.has_held(C)


def test_a_kind_that_nobody_knows_is_held_and_what_rests_on_it_too() -> None:
    scribe = Scribe(genesis_of(3))
    unknown = scribe.write(A, "future.kind", {})
    scribe.write(A, "credit.accept", {"names": [unknown.id]})
    reader = voter(scribe)
    reader.take_all(now_ms=FRESH_MS)
    reader.vote(NOW_MS)
    assert len(reader.vote(NOW_MS + PATIENCE_MS)["hold"]) == 2
    assert reader.vote(NOW_MS + 60_000) == {}


@pytest.mark.parametrize("kind", ["ballot", "motion.put"])
def test_a_record_that_names_no_record_is_refused(kind: str) -> None:
    scribe = Scribe(genesis_of(3))
    named = scribe.ballot(A) if kind == "ballot" else scribe.write(A, kind, {})
    scribe.write(B, "credit.accept", {"names": [named.id]})
    reader = voter(scribe)
    reader.take_all()
    assert reader.vote()["no"] == ["wrong-names"]


def test_a_refused_name_counts_before_an_undecided_one() -> None:
    scribe = Scribe(genesis_of(4))
    undecided, refused = scribe.propose(A, B), scribe.propose(B, A, 0)
    for other in (A, D):
        scribe.ballot(other, refused, no=(refused,))
    scribe.write(D, "credit.receipt", payment(1, undecided.id, refused.id))
    reader = voter(scribe)
    reader.take_all()
    assert reader.level(refused) is Level.REJECTED
    assert reader.vote()["no"] == ["malformed", "names-refused"]


def test_a_version_that_only_a_rejected_record_tried_to_move_is_free() -> None:
    scribe = Scribe(genesis_of(4))
    proposal = scribe.propose(A, B)
    for other in (B, D):
        scribe.ballot(other, proposal)
    expired = scribe.write(B, "credit.decline", {"names": [proposal.id], "reason": ""})
    for other in (A, D):
        scribe.ballot(other, expired, no=(expired,))
    accept = scribe.write(B, "credit.accept", {"names": [proposal.id]})
    reader = voter(scribe)
    reader.take_all()
    said = reader.vote()
    assert reader.ledger.votes[expired.id].keys() == {A, D}
    assert said["ack"] == ["0:0", f"1:{accept.header.seq}"] and not said["no"]

"""The two ballots that prove a double vote are found in a real ledger."""

from __future__ import annotations

from tests.simulation.feeds import Scribe, genesis_of, member, payment
from tests.unit.protocol.readers import NOW_MS, PEER

from cohong.crypto.signing import verify
from cohong.ledger.ledger import Ledger
from cohong.primitives.standing import Level
from cohong.protocol.double_votes import split_acks
from cohong.protocol.replica import Pen, Replica

A, B, C, D, E = (member(number) for number in range(5))


def _taken(scribe: Scribe, ledger: Ledger) -> Replica:
    replica = Replica(scribe.genesis, Pen(PEER, lambda _: bytes(64), lambda: bytes(16), verify), ledger)
    replica.receive(scribe.written, PEER, NOW_MS)
    ledger.commit(replica.flush().commit)
    return replica


def test_ballots_for_two_branches_are_found_and_the_first_of_each_is_the_proof(ledger: Ledger) -> None:
    scribe = Scribe(genesis_of(5))
    left = scribe.propose(A, B)
    upper = scribe.propose(A, B)
    first = scribe.ballot(C, left)
    scribe.ballot(C, upper)
    scribe.ballot(D, left)
    right = scribe.write(A, "credit.receipt", payment(1), from_start=True)
    second = scribe.ballot(C, right)
    replica = _taken(scribe, ledger)
    (split,) = split_acks(replica.tally, replica.lineage, replica.workspace)
    assert (split.voter, split.author, {split.first, split.second}) == (C, A, {left.id, right.id})
    pair = ledger.double_votes.on_branches(C, left.id, right.id)
    assert pair is not None and [entry.id for entry in pair] == [first.id, second.id]
    assert ledger.double_votes.on_branches(D, left.id, right.id) is None


def test_a_yes_and_a_no_of_one_voter_on_one_record_are_found(ledger: Ledger) -> None:
    scribe = Scribe(genesis_of(3))
    record = scribe.propose(A, B)
    scribe.ballot(B, record, no=(record,))
    approved = scribe.ballot(C, record)
    refused = scribe.ballot(C, no=(record,))
    scribe.ballot(C, yes=(record,))
    own = scribe.ballot(A, no=(record,))
    replica = _taken(scribe, ledger)
    assert replica.workspace.known(record.id).level is Level.CONTESTED
    assert ledger.double_votes.contradicted() == sorted([(record.id, A), (record.id, C)])
    pair = ledger.double_votes.on_record(C, record.id)
    assert pair is not None and [entry.id for entry in pair] == [approved.id, refused.id]
    pair = ledger.double_votes.on_record(A, record.id)
    assert pair is not None and [entry.id for entry in pair] == [record.id, own.id]

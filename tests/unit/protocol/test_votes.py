"""Counting votes: what an ack, a no, a hold and a yes do to a record, in which order, and where it ends."""

from collections.abc import Iterator

import pytest
from tests.simulation.feeds import Scribe, genesis_of, member, payment
from tests.simulation.recount import recount
from tests.unit.protocol.readers import Reader

from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Level, Said

A, B, C, D, E = (member(number) for number in range(5))


def read(scribe: Scribe) -> Reader:
    """Return a reader of everything, whose levels a recount confirms, also after a restart."""
    reader = Reader(scribe)
    reader.take_all()
    expected = recount(scribe.genesis, scribe.written).standing()
    assert reader.ledger.standing() == expected
    reader.restart()
    reader.replica.settle()
    reader.flush()
    assert reader.ledger.standing() == expected
    return reader


def test_acks_of_a_majority_confirm_and_of_two_thirds_make_final() -> None:
    scribe = Scribe(genesis_of(5))
    record = scribe.propose(A, B)
    levels = []
    for voter in (B, C, D, E):
        levels.append(read(scribe).level(record))
        scribe.ballot(voter, record)
    assert levels == [Level.WAITING, Level.WAITING, Level.CONFIRMED, Level.FINAL]
    assert read(scribe).applied(record)


def test_one_ack_votes_on_all_records_below_it() -> None:
    scribe = Scribe(genesis_of(3))
    records = [scribe.propose(A, B) for _ in range(5)]
    scribe.ballot(B, records[3])
    reader = read(scribe)
    assert [reader.level(record) for record in records] == [Level.CONFIRMED] * 4 + [Level.WAITING]


def test_a_single_member_decides_alone() -> None:
    scribe = Scribe(genesis_of(1))
    record = scribe.write(A, "profile.set", {"kind": "firm", "name": {"en": "A"}, "place": "", "identifiers": {}})
    assert read(scribe).level(record) is Level.FINAL


def test_a_no_or_a_hold_stands_before_an_ack_of_the_same_or_a_later_ballot() -> None:
    scribe = Scribe(genesis_of(3))
    record = scribe.propose(A, B)
    scribe.ballot(B, record, no=(record,))
    scribe.ballot(C, hold=(record,))
    scribe.ballot(C, record)
    assert read(scribe).level(record) is Level.WAITING
    scribe.ballot(C, yes=(record,))
    assert read(scribe).level(record) is Level.CONFIRMED


def test_records_are_rejected_when_their_level_is_out_of_reach() -> None:
    scribe = Scribe(genesis_of(5))
    record = scribe.propose(A, B)
    for voter in (B, C):
        scribe.ballot(voter, record, no=(record,))
    assert read(scribe).level(record) is Level.WAITING
    scribe.ballot(D, record, no=(record,))
    assert read(scribe).level(record) is Level.REJECTED


def test_an_approval_is_not_taken_back_and_a_no_beside_it_counts_too() -> None:
    scribe = Scribe(genesis_of(3))
    record = scribe.propose(A, B)
    scribe.ballot(B, record)
    scribe.ballot(B, hold=(record,))
    scribe.ballot(B, no=(record,))
    assert read(scribe).level(record) is Level.CONFIRMED
    scribe.ballot(C, no=(record,))
    reader = read(scribe)
    assert (reader.level(record), reader.applied(record)) == (Level.CONTESTED, False)


def test_an_author_cannot_take_back_its_own_record() -> None:
    scribe = Scribe(genesis_of(3))
    record = scribe.propose(A, B)
    scribe.ballot(B, record)
    scribe.ballot(A, no=(record,), hold=(record,))
    assert read(scribe).level(record) is Level.CONFIRMED


def test_a_final_record_is_not_lowered_when_acks_alone_reach_it_late() -> None:
    scribe = Scribe(genesis_of(5))
    record = scribe.propose(A, B)
    scribe.ballot(B, yes=(record,))
    scribe.ballot(C, yes=(record,))
    scribe.ballot(D, record)
    reader = Reader(scribe)
    reader.take_all()
    assert reader.level(record) is Level.FINAL
    reader.take(scribe.ballot(E, record))
    assert reader.level(record) is Level.FINAL


def test_acks_and_votes_that_make_no_sense_are_idle() -> None:
    scribe = Scribe(genesis_of(3))
    first, second = scribe.propose(A, B), scribe.propose(A, B)
    ballot = scribe.ballot(B, second, no=(scribe.ballot(C),))
    scribe.ballot(B, first)
    scribe.ballot(C, yes=(ballot,))
    reader = read(scribe)
    assert reader.level(second) is Level.CONFIRMED
    assert reader.level(ballot) is Level.WAITING


def settled(scribe: Scribe, *records: Entry) -> None:
    for voter in (B, C):
        scribe.ballot(voter, *records)


def invoice(scribe: Scribe) -> tuple[Entry, Entry]:
    """Return a proposal of A and its acceptance by B, both confirmed."""
    proposal = scribe.propose(A, B)
    accept = scribe.write(B, "credit.accept", {"names": [proposal.id]})
    for voter in (C, D):
        scribe.ballot(voter, proposal, accept)
    return proposal, accept


def test_what_rests_on_a_record_is_applied_after_it_whichever_is_confirmed_first() -> None:
    scribe = Scribe(genesis_of(4))
    proposal = scribe.propose(A, B)
    accept = scribe.write(B, "credit.accept", {"names": [proposal.id]})
    for voter in (C, D):
        scribe.ballot(voter, accept)
    reader = Reader(scribe)
    reader.take_all()
    assert (reader.level(accept), reader.applied(accept)) == (Level.FINAL, False)
    reader.restart()
    for voter in (C, D):
        reader.take(scribe.ballot(voter, proposal))
    assert reader.applied(proposal) and reader.applied(accept)


def test_what_fell_with_a_contested_record_rises_with_it_again() -> None:
    scribe = Scribe(genesis_of(5))
    _, accept = invoice(scribe)
    receipt = scribe.write(A, "credit.receipt", payment(10, accept.id))
    for voter in (C, D):
        scribe.ballot(voter, receipt)
    rival = scribe.write(E, "credit.receipt", payment(20, accept.id))
    later = scribe.write(A, "credit.receipt", payment(5, receipt.id))
    for voter in (C, D):
        scribe.ballot(voter, later)
    reader = Reader(scribe)
    reader.take_all()
    assert reader.applied(receipt) and reader.applied(later)
    for voter in (C, D):
        reader.take(scribe.ballot(voter, rival))
    assert [reader.level(item) for item in (receipt, rival)] == [Level.CONTESTED] * 2
    assert not reader.applied(receipt) and not reader.applied(later)
    reader.take(scribe.ballot(B, receipt))
    assert [reader.level(item) for item in (receipt, rival)] == [Level.FINAL, Level.BEATEN]
    assert reader.applied(receipt) and reader.applied(later)
    assert reader.ledger.digest() == recount(scribe.genesis, scribe.written).digest()


@pytest.mark.parametrize("first", ["credit.accept", "credit.decline"])
def test_of_two_movers_in_one_feed_the_first_goes_on(first: str) -> None:
    scribe = Scribe(genesis_of(3))
    proposal = scribe.propose(A, B)
    bodies: dict[str, dict[str, list[EntryId] | str]] = {
        "credit.accept": {"names": [proposal.id]}, "credit.decline": {"names": [proposal.id], "reason": ""},
    }  # fmt: skip
    movers = [scribe.write(B, kind, bodies[kind]) for kind in sorted(bodies, key=lambda kind: kind != first)]  # type: ignore[arg-type]  # values of a body
    settled(scribe, proposal)
    scribe.ballot(A, movers[1])
    scribe.ballot(C, movers[1])
    reader = read(scribe)
    assert [reader.level(mover) for mover in movers] == [Level.FINAL, Level.BEATEN]
    assert [reader.applied(mover) for mover in movers] == [True, False]


def test_a_majority_that_votes_for_a_broken_rule_does_not_bring_it_into_the_book() -> None:
    scribe = Scribe(genesis_of(3))
    proposal = scribe.propose(A, B)
    wrong = scribe.write(C, "credit.accept", {"names": [proposal.id]})
    settled(scribe, proposal)
    scribe.ballot(B, wrong)
    reader = read(scribe)
    assert (reader.level(wrong), reader.applied(wrong)) == (Level.CONFIRMED, False)


def test_a_forked_voters_ballots_are_not_read_again_for_each_one_that_it_adds() -> None:
    scribe = Scribe(genesis_of(4))
    records = [scribe.propose(A, B) for _ in range(30)]
    ballots = [scribe.ballot(B, record) for record in records[:20]]
    scribe.ballot(B, no=(records[25], records[2]), from_start=True)
    reader, asked = Reader(scribe), list[MemberId]()
    reader.take_all()
    read_all = reader.ledger.ballots

    def counted(voter: MemberId) -> Iterator[Entry]:
        asked.append(voter)
        return read_all(voter)

    reader.ledger.ballots = counted  # type: ignore[method-assign]  # to count what is read
    end = ballots[-1]
    for record in records[20:]:
        end = scribe.ballot(B, record, after=end)
        reader.take(end)
    assert not asked
    said = reader.ledger.votes
    assert [said[records[at].id][B][-1][1] for at in (25, 2)] == [Said.YES | Said.NO] * 2
    assert reader.ledger.standing() == recount(scribe.genesis, scribe.written).standing()
    # A third branch has all of it counted again, and only once.
    reader.take(scribe.ballot(B, records[29], no=(records[28],), after=ballots[7]), scribe.ballot(B))
    assert asked == [B]
    assert reader.ledger.standing() == recount(scribe.genesis, scribe.written).standing()

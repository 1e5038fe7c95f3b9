"""What a member may send in a day: the rest waits at whoever has it."""

import pytest
from tests.simulation.feeds import START_MS, Scribe, genesis_of, member, terms
from tests.unit.protocol.chain.growing import DAY_MS
from tests.unit.protocol.readers import NOW_MS, Reader

from cohong.primitives.block import BlockHead, BlockLists, Cut, new_block
from cohong.primitives.decisions import Decisions
from cohong.primitives.entry import Entry
from cohong.primitives.kinds import CREDIT_PROPOSE
from cohong.protocol import quotas
from cohong.protocol.quotas import Share

ME, VOTER, FLOODER = member(0), member(1), member(2)
QUOTA = 20


class Day:
    """A voter that reads what a flooder has written."""

    def __init__(self, entries: int = 0) -> None:
        self.scribe = Scribe(genesis_of(4, entries_per_day=QUOTA))
        self.reader = Reader(self.scribe, ME)
        self.feed = [self.scribe.propose(FLOODER, ME) for _ in range(entries)]

    def taken(self, *, now_ms: int = NOW_MS) -> int:
        """Return how far the flooder's feed is held once all of it was sent."""
        outcome = self.reader.take(*self.feed, now_ms=now_ms)
        assert (outcome.refused, outcome.offences) == ({}, [])
        return self.reader.replica.heads.seq(FLOODER) + 1

    def cut(self, last: Entry) -> None:
        """Let a block become final that includes the flooder's feed up to an entry."""
        lineage = self.reader.replica.lineage
        head = BlockHead(lineage.height + 1, lineage.id, 0, lineage.time_ms, None, *(bytes(32),) * 3, 0)
        lists = BlockLists(cut=(Cut(FLOODER, last.header.seq, last.id),))
        lineage.extend(new_block(head, lists), Decisions())
        self.reader.replica.quotas.follow(lists.cut)


def test_what_is_beyond_the_quota_waits_for_the_next_day_and_is_no_offence() -> None:
    day = Day(3 * QUOTA)
    assert (day.taken(), day.taken()) == (QUOTA, QUOTA)
    assert (day.reader.replica.quotas.put_off, len(day.reader.replica.waiting)) == (frozenset({FLOODER}), 0)
    next_ms = day.reader.replica.quotas.next_ms(NOW_MS)
    assert next_ms is not None and next_ms == (NOW_MS // DAY_MS + 1) * DAY_MS
    assert day.taken(now_ms=next_ms - 1) == QUOTA
    day.reader.replica.wake(next_ms)
    assert (day.taken(now_ms=next_ms), day.taken(now_ms=next_ms + DAY_MS)) == (2 * QUOTA, 3 * QUOTA)


def test_a_restart_does_not_begin_the_day_anew() -> None:
    day = Day(QUOTA + 5)
    day.reader.take(*day.feed[:15])
    day.reader.restart()
    assert day.taken() == QUOTA
    day.reader.restart()
    assert (day.taken(), day.taken(now_ms=NOW_MS + DAY_MS)) == (QUOTA, QUOTA + 5)


def test_the_quota_of_one_member_is_not_that_of_another() -> None:
    day = Day(QUOTA + 5)
    day.taken()
    other = day.scribe.propose(VOTER, ME)
    day.reader.take(other)
    assert day.reader.replica.workspace.fact(other.id) is not None


def test_bytes_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    day = Day(10)
    size = len(day.feed[0].body_bytes or b"")
    monkeypatch.setattr(quotas, "BYTES_A_DAY", 5 * size + 20)
    assert day.taken() == 5
    day.reader.restart()
    assert day.taken() == 5


def test_what_lies_under_a_final_cut_is_not_counted() -> None:
    day = Day(4 * QUOTA)
    day.cut(day.feed[2 * QUOTA])
    assert day.taken() == 3 * QUOTA + 1


def test_a_final_cut_makes_room() -> None:
    day = Day(2 * QUOTA)
    assert day.taken() == QUOTA
    day.cut(day.feed[14])
    assert (day.reader.replica.quotas.put_off, day.taken()) == (frozenset(), QUOTA + 15)


def test_a_branch_beside_what_a_cut_includes_is_counted() -> None:
    day = Day(2 * QUOTA)
    day.cut(day.feed[-1])
    assert day.taken() == 2 * QUOTA
    end = day.feed[0]
    for _ in range(QUOTA + 5):
        end = day.scribe.propose(FLOODER, VOTER, after=end)
        day.reader.take(end)
    assert day.reader.replica.workspace.fact(end.id) is None
    assert day.reader.replica.quotas.put_off == {FLOODER}


def test_where_another_voter_rests_on_more_twice_as_much_is_taken_and_no_more() -> None:
    day = Day(3 * QUOTA)
    assert day.taken() == QUOTA
    ballot = day.scribe.ballot(VOTER, day.feed[QUOTA + 9])
    day.reader.take(ballot)
    assert day.taken() == 2 * QUOTA
    assert day.reader.replica.workspace.fact(ballot.id) is not None
    day.reader.take(day.scribe.ballot(VOTER, day.feed[-1]), day.scribe.ballot(member(3), day.feed[-1]))
    assert day.taken() == 2 * QUOTA


def test_a_ballot_that_came_first_is_rested_on_too() -> None:
    day = Day(2 * QUOTA)
    day.reader.take(day.scribe.ballot(VOTER, day.feed[QUOTA]))
    assert day.taken() == 2 * QUOTA


def test_nobody_makes_room_for_himself() -> None:
    day = Day(3 * QUOTA)
    day.reader.take(day.scribe.ballot(FLOODER, day.feed[-1], from_start=True))
    assert day.taken() < 2 * QUOTA


def test_the_last_of_the_own_quota_is_kept_for_votes_and_for_the_chain() -> None:
    reader = Day().reader
    left = dict.fromkeys(Share, 0)
    for number in range(QUOTA):
        left = {share: left[share] + reader.replica.quotas.may_write(share, NOW_MS) for share in Share}
        reader.replica.write(CREDIT_PROPOSE, terms(VOTER, ME, reference=f"{number}"), NOW_MS)
        reader.flush()
    assert left == {Share.RECORDS: 18, Share.BALLOTS: 19, Share.CHAIN: 20}
    assert not reader.replica.quotas.may_write(Share.CHAIN, NOW_MS)
    reader.restart()
    assert not reader.replica.quotas.may_write(Share.CHAIN, NOW_MS)
    assert reader.replica.quotas.may_write(Share.RECORDS, NOW_MS + DAY_MS)


def test_without_room_for_a_ballot_none_is_written_and_none_is_due() -> None:
    day = Day(3)
    day.taken()
    for number in range(QUOTA):
        day.reader.replica.write(CREDIT_PROPOSE, terms(VOTER, ME, reference=f"{number}"), NOW_MS)
    day.reader.flush()
    assert (day.reader.vote(), day.reader.replica.next_vote_ms(NOW_MS)) == ({}, None)
    assert day.reader.vote(NOW_MS + DAY_MS) != {}


def test_own_entries_come_back_whole() -> None:
    day = Day()
    feed = [day.scribe.propose(ME, VOTER) for _ in range(2 * QUOTA)]
    day.reader.take(*feed)
    assert day.reader.replica.heads.seq(ME) == 2 * QUOTA - 1
    assert not day.reader.replica.quotas.may_write(Share.RECORDS, START_MS + 60_000)

"""Who is asked for which feed."""

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.simulation.feeds import Scribe, genesis_of, member
from tests.unit.protocol.readers import Reader

from cohong.primitives.entry import Entry
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.ids import NO_ENTRY, EntryId, MemberId, NetworkId
from cohong.primitives.standing import EntryFact
from cohong.protocol.exchange import CLOCK_EVERY_MS, HEADS_EVERY_MS, REPAIR_AFTER_MS, TIPS_A_FEED, Exchange
from cohong.protocol.frames import (
    FOLLOW,
    HEADS_MAX,
    STOP,
    Clock,
    Frame,
    HeadsGrown,
    Hello,
    Proof,
    Tip,
    Want,
    decode_frame,
    encode_frame,
)

ME, A, B, C = (member(number) for number in range(4))
GENESIS = genesis_of(4)
FACT = EntryFact(NO_ENTRY, A, 0, NO_ENTRY, 0, 0, "member.join")


class Node:
    """An exchange over a replica, and what it sends."""

    def __init__(self) -> None:
        self.scribe = Scribe(GENESIS)
        self.reader = Reader(self.scribe, ME)
        replica = self.reader.replica
        self.exchange = Exchange(ME, replica.lineage, replica.lineage.was_member, replica.workspace, replica.heads)

    def sent(self) -> list[tuple[MemberId, Frame]]:
        sent, self.exchange.outgoing = self.exchange.outgoing, []
        return sent

    def meet(self, peer: MemberId, *tips: Tip, now_ms: int = 0) -> list[tuple[MemberId, Frame]]:
        self.exchange.link_up(peer, [], now_ms)
        self.exchange.take(peer, Hello(GENESIS.network, now_ms, 0, tips), now_ms)
        return self.sent()

    def tick(self, now_ms: int) -> list[tuple[MemberId, Frame]]:
        self.exchange.tick(now_ms)
        return self.sent()

    def wishes(self, now_ms: int) -> list[Frame]:
        return [frame for _, frame in self.tick(now_ms) if isinstance(frame, Want)]

    def hold(self, *entries: Entry) -> None:
        self.reader.take(*entries)


def tip(author: MemberId, seq: int) -> Tip:
    return Tip(author, seq, EntryId(bytes([seq % 256]) * 32))


def test_a_new_neighbour_is_greeted_told_of_forks_and_followed_for_its_own_feed() -> None:
    node = Node()
    held = node.scribe.propose(A, B)
    node.hold(held)
    proof = prove_fork(*(node.scribe.write(C, "a", {"n": n}, from_start=True) for n in (1, 2)))
    node.exchange.link_up(A, [proof], 5)
    hello = Hello(GENESIS.network, 5, 0, (Tip(A, 0, held.id),))
    assert node.sent() == [(A, hello), (A, Proof(proof)), (A, Want(A, 1, FOLLOW))]


def test_a_feed_is_followed_where_more_of_it_is_shown_first_and_then_at_its_author() -> None:
    node = Node()
    assert node.meet(B, tip(C, 3))[-1] == (B, Want(C, 0, FOLLOW))
    assert (A, Want(C, 0, FOLLOW)) not in node.meet(A, tip(C, 5))
    assert node.meet(C)[1:] == [(B, Want(C, STOP, STOP)), (C, Want(C, 0, FOLLOW))]


def test_feeds_of_strangers_are_not_asked_for() -> None:
    assert [frame for _, frame in Node().meet(A, tip(member(9), 3)) if isinstance(frame, Want)] == [Want(A, 0, FOLLOW)]


def test_what_does_not_come_is_asked_for_elsewhere_ever_more_rarely() -> None:
    node = Node()
    node.meet(B, tip(C, 200))
    node.meet(A, tip(C, 200))
    assert node.exchange.next_ms() == REPAIR_AFTER_MS
    assert node.tick(REPAIR_AFTER_MS - 1) == []
    assert node.tick(REPAIR_AFTER_MS) == [(A, Want(C, 0, 200)), (B, Want(C, 0, 200))]
    asked = [now_ms for now_ms in range(REPAIR_AFTER_MS + 100, 300_000, 100) if node.wishes(now_ms)]
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert gaps[:5] == [6_000, 12_000, 24_000, 48_000, 48_000]


def test_a_feed_that_grows_is_left_to_the_one_that_sends_it() -> None:
    node = Node()
    node.meet(A, tip(C, 9))
    entry = node.scribe.propose(C, B)
    node.hold(entry)
    assert node.tick(REPAIR_AFTER_MS) == []
    assert node.tick(2 * REPAIR_AFTER_MS) == [(A, Want(C, 1, 9))]


def test_a_branch_that_does_not_connect_is_asked_for_from_further_and_further_below() -> None:
    node = Node()
    for _ in range(200):
        node.hold(node.scribe.propose(C, B))
    node.meet(A, tip(C, 150))
    firsts, now_ms = list[int](), 0
    while len(firsts) < 3:
        now_ms += 100
        firsts += [frame.first_seq for _, frame in node.tick(now_ms) if isinstance(frame, Want)]
    assert firsts == [150 - 64, 150 - 128, 0]


def test_a_repair_ends_when_the_entry_is_there() -> None:
    node = Node()
    entry = node.scribe.propose(C, B)
    node.meet(A, Tip(C, 0, entry.id))
    node.hold(entry)
    assert node.tick(REPAIR_AFTER_MS) == [] and node.exchange.next_ms() == CLOCK_EVERY_MS
    node.exchange.take(A, HeadsGrown((Tip(C, 0, entry.id),)), 9)
    assert node.exchange.next_ms() == CLOCK_EVERY_MS


def test_what_was_followed_at_a_lost_neighbour_is_followed_elsewhere() -> None:
    node = Node()
    node.meet(B, tip(C, 3))
    node.meet(A, tip(C, 3))
    node.exchange.link_down(B, 7)
    assert node.sent() == [(A, Want(C, 0, FOLLOW))]
    node.exchange.link_down(B, 8)
    assert node.sent() == [] and sorted(node.exchange.neighbours) == [A]


def test_a_link_in_place_of_another_starts_anew() -> None:
    node = Node()
    node.meet(B, tip(C, 3))
    assert (B, Want(C, 0, FOLLOW)) in node.meet(B, tip(C, 3))


def test_growth_is_told_to_all_at_most_every_400_ms() -> None:
    node = Node()
    node.meet(A, now_ms=1_000)
    entry = node.scribe.propose(C, B)
    node.hold(entry)
    node.exchange.note_grown([C])
    assert node.tick(1_000) == [(A, HeadsGrown((Tip(C, 0, entry.id),)))]
    node.exchange.note_grown([C])
    assert node.exchange.next_ms() == 1_000 + HEADS_EVERY_MS
    assert node.tick(1_000 + HEADS_EVERY_MS - 1) == []
    assert len(node.tick(1_000 + HEADS_EVERY_MS)) == 1
    assert node.tick(9_000) == []


def test_a_neighbour_is_told_our_clock_each_minute_and_tells_us_its_own() -> None:
    node = Node()
    node.meet(A, now_ms=1_000)
    assert node.tick(1_000 + CLOCK_EVERY_MS - 1) == []
    assert node.tick(1_000 + CLOCK_EVERY_MS) == [(A, Clock(1_000 + CLOCK_EVERY_MS))]
    assert node.tick(1_000 + 2 * CLOCK_EVERY_MS - 1) == []
    node.exchange.take(A, Clock(500_000), 200_000)
    assert node.exchange.neighbours[A].clock_offset_ms == 300_000


def test_the_own_feed_is_told_of_only_as_far_as_it_may_leave_the_machine() -> None:
    node = Node()
    first, second = node.scribe.propose(ME, B), node.scribe.propose(ME, C)
    node.hold(first, second)
    node.exchange.released = 0
    node.exchange.link_up(A, [], 0)
    assert node.sent()[0] == (A, Hello(GENESIS.network, 0, 0, (Tip(ME, 0, first.id),)))
    node.exchange.released = 1
    node.exchange.note_grown([ME])
    assert node.tick(9_000) == [(A, HeadsGrown((Tip(ME, 1, second.id),)))]


def test_of_a_forked_feed_all_ends_are_told_up_to_a_bound() -> None:
    node = Node()
    ends = [node.scribe.write(C, "a", {"n": n}, from_start=True) for n in range(3)]
    node.hold(*ends)
    node.exchange.link_up(A, [], 0)
    (_, hello), *_ = node.sent()
    assert isinstance(hello, Hello) and [item.id for item in hello.tips] == sorted(entry.id for entry in ends)
    assert TIPS_A_FEED * 100 <= 4_096


def test_who_breaks_the_order_of_greeting_is_named() -> None:
    node = Node()
    node.exchange.link_up(A, [], 0)
    for frame in (HeadsGrown(()), Want(C, 0, FOLLOW)):
        with pytest.raises(RemoteProtocolError, match="no-greeting"):
            node.exchange.take(A, frame, 0)
    with pytest.raises(RemoteProtocolError, match="foreign-network"):
        node.exchange.take(A, Hello(NetworkId(bytes(32)), 0, 0, ()), 0)
    node.exchange.take(A, Hello(GENESIS.network, 40, 0, ()), 0)
    assert node.exchange.neighbours[A].clock_offset_ms == 40
    with pytest.raises(RemoteProtocolError, match="greeted-twice"):
        node.exchange.take(A, Hello(GENESIS.network, 0, 0, ()), 0)
    node.exchange.take(B, HeadsGrown(()), 0)
    assert not node.exchange.asked


def test_wishes_are_kept_for_the_sender_and_a_damaged_entry_is_asked_of_all_who_hold_it() -> None:
    node = Node()
    node.meet(A, tip(C, 9))
    node.meet(B, tip(C, 3))
    node.exchange.take(A, Want(C, 0, FOLLOW), 0)
    assert node.exchange.asked == [(A, Want(C, 0, FOLLOW))]
    node.exchange.want_again(C, 5)
    assert node.sent() == [(A, Want(C, 5, 5))]
    assert [node.exchange.holders(C, seq) for seq in (3, 9, 10)] == [2, 1, 0]


def test_a_fork_is_told_to_every_neighbour() -> None:
    node = Node()
    node.meet(A)
    node.meet(B)
    proof = prove_fork(*(node.scribe.write(C, "a", {"n": n}, from_start=True) for n in (1, 2)))
    node.exchange.tell(proof)
    assert node.sent() == [(A, Proof(proof)), (B, Proof(proof))]


def test_ends_of_more_feeds_than_a_reader_takes_at_once_go_in_several_frames() -> None:
    node = Node()
    authors = [MemberId(number.to_bytes(32, "big")) for number in range(HEADS_MAX + 5)]
    node.reader.replica.heads.load([replace(FACT, author=author, id=EntryId(author)) for author in authors], [])
    node.exchange.link_up(A, [], 0)
    node.exchange.note_grown(authors)
    node.exchange.tick(HEADS_EVERY_MS)
    told = [frame for _, frame in node.sent() if isinstance(frame, Hello | HeadsGrown)]
    assert [len(frame.tips) for frame in told] == [0, HEADS_MAX, 5]
    assert [decode_frame(encode_frame(frame)) for frame in told] == told

"""Two replicas with many feeds find out what each of them lacks, and say no more than that."""

import random

import pytest
from tests.unit.protocol.sides import GENESIS, Side, author, pair, talk

from cohong.primitives.errors import RemoteProtocolError
from cohong.protocol.comparison import REQUESTS_MAX, Comparison
from cohong.protocol.frames import (
    FOLLOW,
    AllTold,
    Differing,
    FollowMany,
    HeadsGrown,
    Hello,
    More,
    Symbols,
    Tip,
    Want,
)
from cohong.protocol.reconcile import FIRST_SYMBOLS, PRIME

COMPARING = ("Symbols", "More", "Differing")
SALT = bytes(16)


def knows(one: Side, other: Side) -> bool:
    """Whether each takes the other one to hold what it holds."""
    return one.seen(other) == other.seqs() and other.seen(one) == one.seqs()


def test_few_feeds_are_told_in_the_greeting() -> None:
    one, other = pair(64)
    told = talk(one, other)
    assert set(told.frames) == {"Hello", "Want"} and knows(one, other)


def test_equal_sets_cost_one_small_frame_and_an_empty_answer() -> None:
    one, other = pair(200)
    told = talk(one, other)
    assert told.frames == {"Hello": 2, "Want": 2, "Symbols": 1, "Differing": 1}
    assert told.bytes_of(*COMPARING) < 64 and told.sizes["Hello"] < 120
    assert knows(one, other) and one.exchange.is_told(other.me) and other.exchange.is_told(one.me)


@pytest.mark.parametrize("count", [1, 10, 100])
@pytest.mark.parametrize("is_first_behind", [True, False])
def test_who_is_behind_in_some_feeds_asks_for_them_alone(count: int, is_first_behind: bool) -> None:
    one, other = pair(200)
    behind, ahead = (one, other) if is_first_behind else (other, one)
    for number in range(20, 20 + count):
        ahead.hold(author(number), 60)
    told = talk(one, other)
    assert knows(one, other)
    assert told.bytes_of(*COMPARING, "HeadsGrown") <= 64 * count and told.trips <= 2 * (REQUESTS_MAX + 2)
    assert told.frames["FollowMany"] == (count > 1) and told.frames["Want"] == 2 + (count == 1)
    asked = [want for _, want in ahead.exchange.asked if want.author not in (one.me, other.me)]
    assert sorted(want.author for want in asked) == sorted(author(number) for number in range(20, 20 + count))
    assert all(want == Want(want.author, behind.heads.seq(want.author) + 1, FOLLOW) for want in asked)


def test_both_behind_and_each_with_feeds_that_the_other_does_not_know() -> None:
    one, other = pair(150)
    for number in range(10, 40):
        (one if number % 3 else other).hold(author(number), 70)
    for number in range(1_000, 1_012):
        (one if number % 2 else other).hold(author(number), 4)
    told = talk(one, other)
    assert knows(one, other) and set(told.frames) >= {"Differing", "HeadsGrown", "FollowMany"}
    assert told.bytes_of(*COMPARING, "HeadsGrown") <= 64 * 42 + 12 * 80
    assert {want.author for _, want in one.exchange.asked} >= {author(number) for number in range(1_001, 1_012, 2)}


def test_of_forked_feeds_all_ends_are_told() -> None:
    one, other = pair(100)
    for side in (one, other):
        side.hold(author(7), 7, branch=1)
    one.hold(author(8), 8, branch=2)
    other.hold(author(8), 8, branch=3)
    other.hold(author(9), 9, branch=4)
    talk(one, other)
    for side, peer in ((one, other), (other, one)):
        tips = side.exchange.neighbours[peer.me].tips
        for number in (7, 8, 9):
            assert {tip.id for tip in tips[author(number)]} == {fact.id for fact in peer.heads.tips(author(number))}


def test_another_entry_at_the_same_place_differs() -> None:
    one, other = pair(100)
    for side, branch in ((one, 5), (other, 6)):
        side.hold(author(500), 3, branch=branch)
    talk(one, other)
    (tip,) = one.exchange.neighbours[other.me].tips[author(500)]
    assert tip.seq == 3 and not one.exchange.holds(other.me, tip)
    one.hold(author(500), 3, branch=6)
    again = Side(one.me)
    again.exchange.neighbours = one.exchange.neighbours
    again.hold(author(500), 3, branch=6)
    assert again.exchange.holds(other.me, tip)


def test_a_newcomer_is_told_all_and_tells_what_it_has() -> None:
    one, other = Side(author(0)), pair(5_000)[1]
    one.hold(author(0), 9)
    told = talk(one, other)
    assert told.frames["AllTold"] == 1 and told.frames["HeadsGrown"] == 2 and knows(one, other)
    assert 2 <= told.frames["FollowMany"] <= 3 and not told.frames["Symbols"]


def test_who_holds_less_than_half_is_told_all_without_a_comparison() -> None:
    one, other = pair(300)[0], pair(100)[1]
    told = talk(one, other)
    assert told.frames["AllTold"] == 2 and not told.frames["Symbols"] and knows(one, other)


def test_the_own_feed_comes_out_right_though_all_of_it_is_lost() -> None:
    _, other = pair(100)
    one = Side(author(0))
    for number in range(1, 100):
        one.hold(author(number), number % 50)
    other.hold(one.me, 40)
    talk(one, other)
    assert one.exchange.neighbours[other.me].seq(one.me) == 40
    assert other.exchange.neighbours[one.me].seq(one.me) == -1


def test_what_is_told_meanwhile_holds_against_a_comparison() -> None:
    one, other = pair(100)
    upper, lower = (one, other) if one.me > other.me else (other, one)
    lower.exchange.link_up(upper.me, [], 0)
    lower.exchange.take(upper.me, Hello(GENESIS.network, 0, 0, (), 100), 0)
    grown = Tip(author(5), 90, upper.heads.tips(author(5))[0].id)
    lower.exchange.take(upper.me, HeadsGrown((grown,)), 0)
    assert not lower.exchange.is_told(upper.me)
    upper.exchange.link_up(lower.me, [], 0)
    upper.exchange.take(lower.me, Hello(GENESIS.network, 0, 0, (), 100), 0)
    symbols = next(frame for _, frame in upper.exchange.outgoing if isinstance(frame, Symbols))
    lower.exchange.take(upper.me, symbols, 0)
    assert lower.exchange.is_told(upper.me) and lower.seen(upper) == {**upper.seqs(), author(5): 90}


def meet(feeds: int, *, is_upper: bool) -> tuple[Side, Side]:
    """Return a side that has been greeted by another one, and this other one."""
    sides = pair(feeds)
    me, peer = sorted(sides, key=lambda side: side.me, reverse=is_upper)
    me.exchange.link_up(peer.me, [], 0)
    me.exchange.take(peer.me, Hello(GENESIS.network, 0, 0, (), feeds), 0)
    return me, peer


def test_made_up_symbols_end_with_all_tips_told() -> None:
    me, peer = meet(100, is_upper=False)
    chance, count, requests = random.Random(1), FIRST_SYMBOLS, 0
    while True:
        me.exchange.outgoing.clear()
        lies = tuple((chance.randrange(PRIME), chance.randrange(PRIME)) for _ in range(count))
        me.exchange.take(peer.me, Symbols(lies), 0)
        said = [frame for _, frame in me.exchange.outgoing]
        if not isinstance(said[0], More):
            break
        count, requests = said[0].count, requests + 1
    assert requests <= REQUESTS_MAX
    assert isinstance(said[0], HeadsGrown) and len(said[0].tips) == 100 and said[1:] == [AllTold()]
    assert not me.exchange.is_told(peer.me)
    me.exchange.take(peer.me, AllTold(), 0)
    assert me.exchange.is_told(peer.me)
    with pytest.raises(RemoteProtocolError, match="out-of-turn"):
        me.exchange.take(peer.me, Symbols(((0, 0),) * FIRST_SYMBOLS), 0)


def test_a_side_that_is_told_all_instead_of_an_answer_tells_all_in_turn() -> None:
    me, peer = meet(100, is_upper=True)
    me.exchange.outgoing.clear()
    me.exchange.take(peer.me, AllTold(), 0)
    assert [type(frame) for _, frame in me.exchange.outgoing] == [HeadsGrown, AllTold]


@pytest.mark.parametrize("frame", [Symbols(((0, 0),) * FIRST_SYMBOLS), More(0), More(100_000)])
def test_the_side_that_sends_symbols_bounds_what_it_is_asked(frame: Symbols | More) -> None:
    me, peer = meet(100, is_upper=True)
    with pytest.raises(RemoteProtocolError, match=r"out-of-turn|endless"):
        me.exchange.take(peer.me, frame, 0)


def test_more_is_given_so_often_and_no_more() -> None:
    me, peer = meet(100, is_upper=True)
    for _ in range(REQUESTS_MAX):
        me.exchange.take(peer.me, More(1), 0)
    with pytest.raises(RemoteProtocolError, match="endless"):
        me.exchange.take(peer.me, More(1), 0)


@pytest.mark.parametrize("frame", [More(4), Differing(()), Symbols(()), Symbols(((0, 0),) * (FIRST_SYMBOLS + 1))])
def test_the_side_that_decodes_takes_what_it_has_asked_for_only(frame: Symbols | More | Differing) -> None:
    me, peer = meet(100, is_upper=False)
    with pytest.raises(RemoteProtocolError, match=r"out-of-turn|not-as-asked"):
        me.exchange.take(peer.me, frame, 0)


def test_two_feeds_with_one_reference_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Comparison, "_reference", lambda self, feed: feed[0])
    one, other = pair(300)
    other.hold(author(20), 60)
    told = talk(one, other)
    assert told.frames["AllTold"] == 2 and knows(one, other)


def test_wishes_for_many_feeds_are_taken_for_those_that_are_held() -> None:
    me, peer = meet(100, is_upper=True)
    me.exchange.take(peer.me, FollowMany(((author(3)[:8], 4), (bytes(8), 9))), 0)
    assert me.exchange.asked == [(peer.me, Want(author(3), 4, FOLLOW))]

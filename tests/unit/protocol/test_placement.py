"""The feed rules: what is refused by which word, what waits, and what is placed all the same."""

from dataclasses import replace

import pytest
from tests.simulation.feeds import START_MS, Scribe, craft, genesis_of, member
from tests.unit.protocol.readers import NOW_MS, PEER, Reader

from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, encode_header, entry_id
from cohong.protocol.heads import BRANCHES_MAX
from cohong.protocol.placement import AHEAD_MS_MAX
from cohong.protocol.waiting_room import BYTES_MAX, ENTRIES_MAX, Waiting, WaitingRoom

GENESIS = genesis_of(3)
FIRST = craft(GENESIS, member(0), None, "endorse.set", {}, time_ms=START_MS + 10)


def reader() -> Reader:
    return Reader(Scribe(GENESIS))


def altered(entry: Entry, **changes: object) -> Entry:
    header = replace(entry.header, **changes)  # type: ignore[arg-type]  # fields by name
    header_bytes = encode_header(header)
    return replace(entry, header=header, header_bytes=header_bytes, id=entry_id(header_bytes))


SECOND = craft(GENESIS, member(0), FIRST, "endorse.set", {}, time_ms=START_MS + 10)
OTHERS = craft(GENESIS, member(1), None, "endorse.set", {}, time_ms=START_MS + 20)
NAMING: dict[str, Value] = {"names": [OTHERS.id]}


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (craft(genesis_of(4), member(0), None, "a", {}), "foreign-network"),
        (craft(GENESIS, member(5), None, "a", {}), "not-a-member"),
        (replace(SECOND, body_bytes=None), "body-missing"),
        (altered(FIRST, prev=FIRST.id), "prev"),
        (craft(GENESIS, member(0), None, "a", {}, time_ms=START_MS - 1), "before-block"),
        (altered(SECOND, seq=2), "prev"),
        (altered(SECOND, author=member(1)), "prev"),
        (altered(SECOND, time_ms=START_MS + 9), "runs-backward"),
        (craft(GENESIS, member(0), FIRST, "a", NAMING, time_ms=START_MS + 19), "before-named"),
    ],
)
def test_an_entry_that_breaks_a_feed_rule_changes_nothing_and_is_counted(entry: Entry, code: str) -> None:
    node = reader()
    node.take(FIRST, OTHERS)
    outcome = node.take(entry)
    assert outcome.commit.is_empty()
    assert (outcome.refused, outcome.offences) == ({code: 1}, [(PEER, code)])


def test_times_equal_to_those_before_are_taken() -> None:
    node = reader()
    node.take(FIRST, OTHERS, SECOND, craft(GENESIS, member(2), None, "a", NAMING, time_ms=START_MS + 20))
    assert len(node.ledger.entries) == 4


def test_an_entry_waits_for_the_one_before_it_and_for_what_it_names() -> None:
    node = reader()
    third = craft(GENESIS, member(0), SECOND, "a", NAMING, time_ms=START_MS + 20)
    for entry, held in ((third, 0), (SECOND, 0), (OTHERS, 1), (FIRST, 4)):
        node.take(entry)
        assert len(node.ledger.entries) == held
    assert len(node.replica.waiting) == 0


def test_a_ballot_waits_for_everything_that_it_points_to() -> None:
    for word in ("ack", "no", "hold", "yes"):
        scribe = Scribe(GENESIS)
        record = scribe.propose(member(0), member(1))
        ballot = scribe.ballot(member(1), record) if word == "ack" else scribe.ballot(member(1), **{word: (record,)})  # type: ignore[arg-type]  # keywords by name
        node = Reader(scribe)
        node.take(ballot)
        assert not node.ledger.entries and ballot.id in node.replica.waiting
        node.take(record)
        assert len(node.ledger.entries) == 2


def test_an_entry_more_than_two_minutes_ahead_waits_for_the_clock() -> None:
    node = reader()
    ahead = craft(GENESIS, member(0), None, "a", {}, time_ms=NOW_MS + AHEAD_MS_MAX + 1)
    node.take(ahead)
    assert not node.ledger.entries
    node.replica.wake(NOW_MS)
    assert node.flush().commit.is_empty()
    node.replica.wake(NOW_MS + 1)
    assert [placed.entry for placed in node.flush().commit.append] == [ahead]


def test_an_entry_of_a_later_height_waits() -> None:
    node = reader()
    node.take(altered(FIRST, height=1))
    assert not node.ledger.entries and len(node.replica.waiting) == 1


def test_a_body_out_of_form_is_part_of_the_feed_and_says_nothing() -> None:
    scribe = Scribe(GENESIS)
    for kind in ("credit.propose", "ballot", "profile.set"):
        scribe.write(member(0), kind, b"\xa0")
    node = Reader(scribe)
    node.take_all()
    assert [fact.object for fact in node.ledger.known.values()] == [None, None, None]


def test_an_entry_that_comes_twice_is_placed_once() -> None:
    node = reader()
    node.take(FIRST, FIRST)
    assert node.take(FIRST).commit.is_empty()


def test_nine_branches_are_one_too_many_unless_another_member_rests_on_the_ninth() -> None:
    scribe = Scribe(GENESIS)
    branches = [scribe.propose(member(0), member(1))]
    branches += [scribe.write(member(0), "a", {"n": n}, from_start=True) for n in range(BRANCHES_MAX)]
    ninth = branches[-1]
    above = scribe.write(member(0), "a", {}, after=ninth)
    node = Reader(scribe)
    outcome = node.take(*branches)
    assert (outcome.refused, outcome.offences) == ({"too-many-branches": 1}, [])
    longer = scribe.write(member(0), "a", {}, after=branches[0])
    assert not node.take(longer).refused, "a branch that is kept goes on"
    node.take(above)
    assert node.take(ninth).refused, "that it goes on itself makes it no better"
    ballot = scribe.ballot(member(1), above)
    node.take(ballot)
    assert not node.take(ninth).refused
    assert {ninth.id, above.id, ballot.id} <= node.ledger.entries.keys()


def test_the_waiting_room_is_bounded_for_each_peer_by_number() -> None:
    room = WaitingRoom()
    for number in range(ENTRIES_MAX + 1):
        room.hold(Waiting(replace(FIRST, id=entry_id(number.to_bytes(4, "big"))), PEER), missing=SECOND.id, until_ms=0)
    assert (len(room), room.dropped) == (ENTRIES_MAX, 1)
    room.hold(Waiting(FIRST, member(6)), missing=SECOND.id, until_ms=0)
    room.hold(Waiting(FIRST, member(5)), missing=SECOND.id, until_ms=0)
    assert len(room) == ENTRIES_MAX + 1
    assert len(room.release(SECOND.id)) == ENTRIES_MAX + 1
    room.hold(Waiting(SECOND, PEER), missing=None, until_ms=5)
    assert (room.due(4), [item.entry for item in room.due(5)], room.due(5)) == ([], [SECOND], [])


def test_the_waiting_room_is_bounded_for_each_peer_by_bytes() -> None:
    room = WaitingRoom()
    large = replace(FIRST, header=replace(FIRST.header, body_size=64 * 1024))
    for number in range(300):
        room.hold(Waiting(replace(large, id=entry_id(number.to_bytes(4, "big"))), PEER), missing=SECOND.id, until_ms=0)
    assert len(room) == BYTES_MAX // large.size and room.dropped == 300 - len(room)

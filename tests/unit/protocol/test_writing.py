"""Own entries: each follows the one before, and none is out of form."""

import pytest
from tests.simulation.feeds import START_MS, Scribe, genesis_of, member, terms
from tests.unit.protocol.readers import NOW_MS, Reader
from tests.unit.protocol.stories import Story

from cohong.primitives.encoding import Value

A, B, C = member(0), member(1), member(2)


def test_own_entries_follow_one_another_across_a_restart() -> None:
    reader = Reader(Scribe(genesis_of(2)), A)
    first = reader.replica.write("credit.propose", terms(B, A), NOW_MS)
    assert reader.flush().own == [first]
    reader.restart()
    second = reader.replica.write("credit.propose", terms(B, A), NOW_MS)
    assert (second.header.seq, second.header.prev) == (1, first.id)


def test_an_own_entry_is_not_dated_before_what_it_follows_or_names() -> None:
    scribe = Scribe(genesis_of(2))
    named = scribe.propose(B, A)
    reader = Reader(scribe, A)
    reader.take_all()
    accept = reader.replica.write("credit.accept", {"names": [named.id]}, START_MS - 5)
    assert accept.header.time_ms == named.header.time_ms
    assert reader.replica.write("credit.propose", terms(B, A), 0).header.time_ms == named.header.time_ms


def test_an_own_entry_is_not_dated_before_the_end_of_the_feed_that_it_shows() -> None:
    story = Story()
    offer = story.offer(C, 10, story.accept)
    now_ms = story.scribe.now_ms
    story.scribe.now_ms += 90_000
    head = story.scribe.ballot(B, story.end(C))
    assert head.header.time_ms > now_ms + 60_000
    reader = Reader(story.scribe, A)
    reader.take_all(now_ms=now_ms)
    names: list[Value] = [story.accept.id, offer.id]
    shown: Value = [[B, head.header.seq, head.id]]
    sale = reader.replica.write("credit.assign", {"names": names, "heads": shown}, now_ms)
    assert sale.header.time_ms == head.header.time_ms


def test_an_entry_that_nobody_would_take_is_never_written() -> None:
    reader = Reader(Scribe(genesis_of(2)), A)
    for body in ({"place": "x" * 70_000}, {"names": [b"short"]}, {"names": [bytes(32)] * 2}):
        with pytest.raises(AssertionError):
            reader.replica.write("profile.set", body, NOW_MS)  # type: ignore[arg-type]  # the point of the test
    assert reader.flush().commit.is_empty()

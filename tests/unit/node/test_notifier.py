"""What a subscriber is told: in order, merged where it may be, and never silently less."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cohong.api.notification import Notification
from cohong.node.notifier import OBJECTS_MAX, RING_MAX, Notifier


def test_notices_are_numbered_from_one_and_come_in_order() -> None:
    notifier = Notifier()
    notifier.publish("peers")
    notifier.publish("import", value={"id": "i"})
    assert notifier.notices_after(0) == [
        Notification(number=1, topic="peers"),
        Notification(number=2, topic="import", value={"id": "i"}),
    ]
    assert notifier.notices_after(1) == [Notification(number=2, topic="import", value={"id": "i"})]
    assert notifier.notices_after(2) == []


def test_book_notices_are_merged_and_name_each_object_once() -> None:
    notifier = Notifier()
    for objects in (["a"], ["b", "a"], ["c"]):
        notifier.publish("book", objects)
    assert notifier.notices_after(0) == [Notification(number=3, topic="book", objects=["a", "b", "c"])]


def test_merged_notice_does_not_claim_that_later_ones_were_told() -> None:
    notifier = Notifier()
    for topic in ("members", "book", "book", "peers", "book", "drafts"):
        notifier.publish(topic)
    told = [(notice.number, notice.topic) for notice in notifier.notices_after(0)]
    assert told == [(1, "members"), (3, "book"), (4, "peers"), (6, "drafts")]


def test_many_objects_are_told_as_none_named() -> None:
    notifier = Notifier()
    notifier.publish("book", (str(number) for number in range(OBJECTS_MAX)))
    assert len(notifier.notices_after(0)[0].objects) == OBJECTS_MAX
    notifier.publish("book", ["one more"])
    assert notifier.notices_after(0) == [Notification(number=2, topic="book")]
    assert notifier.notices_after(1) == [Notification(number=2, topic="book", objects=["one more"])]


def test_many_stays_many_when_merged() -> None:
    notifier = Notifier()
    notifier.publish("book")
    notifier.publish("book", ["a"])
    assert notifier.notices_after(0) == [Notification(number=2, topic="book")]


def test_subscriber_behind_the_ring_is_told_to_read_anew() -> None:
    notifier = Notifier()
    for _ in range(RING_MAX + 1):
        notifier.publish("peers")
    assert notifier.notices_after(0) == [Notification(number=RING_MAX + 1, topic="resync")]
    assert [notice.number for notice in notifier.notices_after(1)] == list(range(2, RING_MAX + 2))


def test_number_of_another_life_of_the_node_is_answered_by_resync() -> None:
    notifier = Notifier()
    notifier.publish("peers")
    assert notifier.notices_after(500) == [Notification(number=1, topic="resync")]


@given(st.lists(st.sampled_from(["book", "book", "peers", "members"]), max_size=30), st.data())
def test_whoever_asks_again_from_the_last_number_seen_misses_nothing(topics: list[str], data: st.DataObject) -> None:
    notifier = Notifier()
    for place, topic in enumerate(topics):
        notifier.publish(topic, [str(place)])
    told = notifier.notices_after(0)
    cut = data.draw(st.integers(0, len(told)))
    heard = [*told[:cut], *notifier.notices_after(told[cut - 1].number if cut else 0)]
    assert {name for notice in heard for name in notice.objects} == {str(place) for place in range(len(topics))}
    numbers = [notice.number for notice in told]
    assert numbers == sorted(set(numbers))

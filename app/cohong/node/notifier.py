"""Who is told of changes: one numbered ring of notices, and a place in it for each subscriber.

A subscriber holds nothing but the number of the last notice it was given, so one that reads slowly costs no
memory: when the ring has moved on past its place it gets a single `resync` and reads anew what it shows.
`book` notices come by the hundred a second when votes flow; a subscriber gets them merged, about ten
times a second, which is more often than a screen may change and keeps both processes free for the votes.

The ring belongs to the trio thread: no method may be called from another one.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import trio

from cohong.api.notification import Notification

RING_MAX: Final = 4096
OBJECTS_MAX: Final = 200
"""Most ids in one `book` notice; where there would be more it has none, which means many."""

BOOK_INTERVAL_S: Final = 0.1
BOOK: Final = "book"
RESYNC: Final = "resync"


class Notifier:
    """Numbers notices from 1 on and keeps the last RING_MAX of them."""

    def __init__(self) -> None:
        self._ring: deque[Notification] = deque(maxlen=RING_MAX)
        self._newest = 0
        self._published = trio.Event()

    @property
    def newest(self) -> int:
        """The number of the newest notice, 0 before the first."""
        return self._newest

    def publish(self, topic: str, objects: Iterable[str] = (), value: Mapping[str, Any] | None = None) -> None:
        """Tell every subscriber of a change that is durable already. Never waits."""
        self._newest += 1
        self._ring.append(
            Notification(number=self._newest, topic=topic, objects=_capped(objects), value=dict(value or {}))
        )
        self._published.set()
        self._published = trio.Event()

    async def wait_beyond(self, number: int) -> None:
        """Wait until there is something to tell to a subscriber whose last notice was `number`."""
        while number == self._newest:
            await self._published.wait()

    def notices_after(self, number: int) -> list[Notification]:
        """Return what to tell a subscriber whose last notice was `number`; it is then at `newest`.

        A number that the ring no longer has, or that another life of the node gave out, is answered by
        `resync`.
        """
        oldest = self._newest - len(self._ring) + 1
        if number > self._newest or number + 1 < oldest:
            return [Notification(number=self._newest, topic=RESYNC)]
        return _merged(list(islice(self._ring, number + 1 - oldest, None)))


def _merged(notices: Sequence[Notification]) -> list[Notification]:
    """Merge all `book` notices into one at the place of the first.

    Its number is the highest up to which everything has then been told. Numbers still grow from one
    notice to the next, and whoever asks again from the last one it saw may hear a thing twice but misses
    none.
    """
    places = [place for place, notice in enumerate(notices) if notice.topic == BOOK]
    if len(places) < 2:
        return list(notices)
    first = places[0]
    others = [notice for notice in notices[first:] if notice.topic != BOOK]
    told_up_to = others[0].number - 1 if others else notices[-1].number
    book = Notification(number=told_up_to, topic=BOOK, objects=_joined([notices[place] for place in places]))
    return [*notices[:first], book, *others]


def _joined(notices: Iterable[Notification]) -> list[str]:
    """An empty list among them means many, and so does the whole."""
    lists = [notice.objects for notice in notices]
    return _capped(name for names in lists for name in names) if all(lists) else []


def _capped(objects: Iterable[str]) -> list[str]:
    names = list(dict.fromkeys(objects))
    return names if len(names) <= OBJECTS_MAX else []

"""What goes out on the links: frames at once, and the stretches of feeds that neighbours have asked for.

Each link has a task of its own, so a slow peer slows nobody else. What is fresh comes from memory; what is older is
read from the ledger, on a worker thread, with its hashes checked again, in batches of up to 60 KB.
"""

import logging
from collections import OrderedDict, deque
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from typing import Final

import trio

from cohong.ledger.errors import EntryDamaged, LedgerDamaged, LedgerUnavailable
from cohong.ledger.ledger import Ledger
from cohong.p2p.network import Link, LinkClosed
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.protocol.frames import BATCH_BYTES, FOLLOW, STOP, Want, encode_entries

logger = logging.getLogger(__name__)

SHELF_ENTRIES: Final = 4_000
CONTROL_MAX: Final = 4_096
STRETCHES_A_FEED: Final = 8
"""Bounded wishes for one feed that are served at a time; the neighbour asks again for what is left out."""


class Shelf:
    """The newest entries of each feed, kept in memory for those who follow it.

    Only unbroken stretches are kept, and none of a forked feed: that is read from the ledger, which has all branches.
    """

    def __init__(self) -> None:
        self._feeds: OrderedDict[MemberId, deque[Entry]] = OrderedDict()

    def put(
        self,
        entries: Iterable[Entry],
        forked: Container[MemberId] = (),
        released: Callable[[MemberId], int | None] = lambda _: None,
    ) -> None:
        """Add entries that have just become durable; a feed that may not leave the machine so far goes off the shelf.

        Args:
            forked: whose feeds are known to be forked. What stands on the shelf does not show it: after a restart
                the shelf is empty, and the first entry of another branch would stand there as the whole feed.
            released: how far a feed may leave this machine, None for as far as it is held.
        """
        for entry in entries:
            author, seq = entry.header.author, entry.header.seq
            last_seq = released(author)
            if author in forked or (last_seq is not None and seq > last_seq):
                self._feeds.pop(author, None)
                continue
            feed = self._feeds.setdefault(author, deque(maxlen=SHELF_ENTRIES))
            if feed and entry.header.prev != feed[-1].id:
                feed.clear()
            feed.append(entry)

    def supply(self, entries: Iterable[Entry]) -> None:
        """Put entries with their bodies in the place of those that stand here without."""
        for entry in entries:
            feed = self._feeds.get(entry.header.author)
            index = entry.header.seq - feed[0].header.seq if feed else -1
            if feed and 0 <= index < len(feed) and feed[index].id == entry.id:
                feed[index] = entry

    def head(self, author: MemberId) -> int:
        """Return the highest place on the shelf, -1 if nothing of this feed is."""
        feed = self._feeds.get(author)
        return feed[-1].header.seq if feed else -1

    def take(self, author: MemberId, first_seq: int, last_seq: int | None) -> list[Entry] | None:
        """Return a batch of a feed from a place on; None if the ledger has to be asked for it."""
        feed = self._feeds.get(author)
        if not feed or first_seq < feed[0].header.seq:
            return None
        found: list[Entry] = []
        size = 0
        for index in range(first_seq - feed[0].header.seq, len(feed)):
            entry = feed[index]
            size += entry.size
            if (found and size > BATCH_BYTES) or (last_seq is not None and entry.header.seq > last_seq):
                break
            found.append(entry)
        return found


@dataclass(slots=True)
class _Cursor:
    """Where a neighbour is in a feed that it asked for; `last_seq` None while it follows it."""

    next_seq: int
    last_seq: int | None
    is_drained: bool = False


@dataclass(slots=True)
class Outgoing:
    """All that is to be sent to one neighbour on one of its links, which `number` tells from the others.

    Attributes:
        released: how far a feed may leave this machine, None for as far as it is held.
    """

    number: int
    link: Link
    shelf: Shelf
    ledger: Ledger
    on_damage: Callable[[MemberId, int], None]
    released: Callable[[MemberId], int | None]
    _frames: deque[bytes] = field(default_factory=deque)
    _cursors: dict[MemberId, list[_Cursor]] = field(default_factory=dict)
    _work: trio.Event = field(default_factory=trio.Event)

    def put_frame(self, frame: bytes) -> None:
        """Send a frame before any entries; a neighbour that takes none while thousands pile up is let go."""
        if len(self._frames) >= CONTROL_MAX:
            logger.warning("peer takes nothing and is let go peer=%s", self.link.member.hex()[:16])
            self.link.end("takes nothing")
            return
        self._frames.append(frame)
        self._work.set()

    def wish(self, want: Want) -> None:
        """Take a neighbour's wish: it replaces an earlier one to follow the same feed."""
        cursors = self._cursors.setdefault(want.author, [])
        if want.last_seq == FOLLOW or want.first_seq == STOP:
            cursors[:] = [cursor for cursor in cursors if cursor.last_seq is not None]
        if want.first_seq != STOP and (want.last_seq == FOLLOW or len(cursors) < STRETCHES_A_FEED):
            cursors.append(_Cursor(want.first_seq, None if want.last_seq == FOLLOW else want.last_seq))
        self._work.set()

    def wake(self, authors: Iterable[MemberId]) -> None:
        """Look again at feeds that have grown."""
        for author in authors:
            for cursor in self._cursors.get(author, ()):
                cursor.is_drained = False
        self._work.set()

    async def run(self) -> None:
        """Send until the link is closed."""
        try:
            while True:
                self._work = trio.Event()
                if not await self.send_round():
                    await self._work.wait()
        except LinkClosed:
            return
        except (LedgerUnavailable, LedgerDamaged) as error:
            # The peer connects again, and is served once the disk answers.
            logger.error("feeds cannot be read for a peer why=%s", error)
            self.link.end("its feeds cannot be read here")

    async def send_round(self) -> bool:
        """Send the frames that wait and one batch of each feed asked for; returns whether there may be more."""
        await self._send_frames()
        return await self._send_entries() or bool(self._frames)

    async def _send_frames(self) -> None:
        while self._frames:
            await self.link.send(self._frames.popleft())

    async def _send_entries(self) -> bool:
        """Send one batch of each feed that has something to send; returns whether there was any."""
        sent = False
        for author, cursors in list(self._cursors.items()):
            for cursor in list(cursors):
                if cursor.is_drained:
                    continue
                batch = await self._batch(author, cursor)
                if batch:
                    sent = True
                    await self._send_frames()
                    await self.link.send(encode_entries(batch))
                if cursor.last_seq is not None and (not batch or cursor.next_seq > cursor.last_seq):
                    cursors.remove(cursor)
        return sent

    async def _batch(self, author: MemberId, cursor: _Cursor) -> list[Entry]:
        cursor.is_drained = True  # put back by `wake`, should the feed grow while the ledger is being read
        batch = self.shelf.take(author, cursor.next_seq, cursor.last_seq)
        if batch is None:
            bounds = (cursor.last_seq, self.released(author))
            last_seq = min((seq for seq in bounds if seq is not None), default=None)
            try:
                batch = await trio.to_thread.run_sync(
                    lambda: self.ledger.read_from(author, cursor.next_seq, bytes_max=BATCH_BYTES, last_seq=last_seq)
                )
            except EntryDamaged as error:
                self.on_damage(error.author, error.seq)
                return []
        if batch:
            cursor.is_drained = False
            last = batch[-1].header.seq
            # Where a batch ends between two branches' entries of one place, that place is sent again.
            is_cut = len(batch) > 1 and batch[-2].header.seq == last and batch[0].header.seq != last
            cursor.next_seq = last if is_cut else last + 1
        return batch

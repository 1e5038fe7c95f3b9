"""How much of each feed is taken in within a day by the reader's clock; the rest waits where it is, and is asked for
again.

Theory of operation. A member may fill its own feed as fast as it can sign. What a final cut includes, the voters have
taken in; everything else that came today is counted here, and beyond the charter's quota nothing more of that feed is
taken until the next day or the next cut. Where another voter rests on more (an ack, a proposed cut), its own feed would
stand still here until that is held: then twice as much is taken. Any two nodes that are connected take the same but for
what one of them got the day before; so with twice as much the one behind comes after, and no number of voters that
vouch for one another makes it more than that.

An own entry is never put off when it comes back from a peer. The last part of the own quota is kept for votes, and the
last part of that for the charter chain, whose next block is what makes room.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from cohong.primitives.block import Cut
from cohong.primitives.ids import MemberId
from cohong.protocol.chain.lineage import DAY_MS, Lineage
from cohong.protocol.workspace import Workspace

BYTES_A_DAY: Final = 64 * 1024 * 1024
"""Bytes of bodies taken of one member in a day."""

RESTED_ON: Final = 2
"""How many quotas are taken of a feed that another voter rests on further up."""


class Share(IntEnum):
    """Twentieths of the own quota that may be used up by what is to be written."""

    RECORDS = 18
    BALLOTS = 19
    CHAIN = 20


@dataclass(slots=True)
class _Taken:
    """What has come of one feed today and lies under no cut: places, and bytes of bodies."""

    places: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("q"))
    size: int = 0

    def add(self, seq: int, size: int) -> None:
        self.places.append(seq)
        self.sizes.append(size)
        self.size += size


class Quotas:
    """What has been taken in today, by author."""

    def __init__(self, me: MemberId, lineage: Lineage, workspace: Workspace) -> None:
        self._me = me
        self._lineage = lineage
        self._workspace = workspace
        self._day: int | None = None
        self._is_in_ledger = True
        self._taken: dict[MemberId, _Taken] = {}
        self._rested: dict[MemberId, int] = {}
        self._doubled: set[MemberId] = set()
        self._put_off: set[MemberId] = set()

    @property
    def put_off(self) -> frozenset[MemberId]:
        """Of whom no more is taken for now."""
        return frozenset(self._put_off)

    def begin(self, now_ms: int) -> None:
        """Take note of the time: with a new day all counts begin anew."""
        day = now_ms // DAY_MS
        if self._day is not None and day <= self._day:
            return
        # What the ledger holds came before midnight, if this has been counting since.
        self._is_in_ledger = self._day is None
        self._day = day
        self._taken.clear()
        self._doubled.clear()
        self._put_off.clear()

    def puts_off(self, author: MemberId, seq: int) -> bool:
        """Return whether an entry at this place is not taken for now."""
        return author in self._put_off and not self._is_under_cut(author, seq)

    def takes(self, author: MemberId, seq: int, size: int, now_ms: int) -> bool:
        """Return whether an entry that has its place is taken in now; it is counted then.

        Args:
            size: bytes of its body.
        """
        self.begin(now_ms)
        if self._is_under_cut(author, seq):
            return True
        taken = self._of(author)
        if author != self._me and not self._has_room(taken, size, self._quotas_of(author)):
            if author in self._doubled or self._rested.get(author, -1) < seq:
                self._put_off.add(author)
                return False
            self._doubled.add(author)
        taken.add(seq, size)
        return True

    def rest_on(self, author: MemberId, seq: int) -> None:
        """Take note that another voter rests on a feed up to a place that is not held."""
        self._rested[author] = max(seq, self._rested.get(author, -1))
        if author in self._put_off and author not in self._doubled:
            self._doubled.add(author)
            self._put_off.discard(author)

    def follow(self, cuts: Iterable[Cut]) -> None:
        """Count no longer what a final block includes, and see anew of whom more is taken: the quota may be another."""
        self._put_off.clear()
        for cut in cuts:
            before = self._taken.get(cut.author)
            if before is not None:
                self._taken[cut.author] = after = _Taken()
                for seq, size in zip(before.places, before.sizes, strict=True):
                    if seq > cut.seq:
                        after.add(seq, size)

    def may_write(self, share: Share, now_ms: int, *, entries: int = 1, size: int = 0) -> bool:
        """Return whether the own quota has room for so many entries with so many bytes of bodies."""
        self.begin(now_ms)
        taken = self._of(self._me)
        entries_max, bytes_max = (-(-most * share // Share.CHAIN) for most in (self._entries_a_day, BYTES_A_DAY))
        return len(taken.places) + entries <= entries_max and taken.size + size <= bytes_max

    def next_ms(self, now_ms: int) -> int | None:
        """Return when the next day begins, None if nothing waits for that."""
        if not self._put_off and self.may_write(Share.RECORDS, now_ms):
            return None
        return self.day_ends_ms(now_ms)

    @staticmethod
    def day_ends_ms(now_ms: int) -> int:
        """Return when all counts begin anew."""
        return (now_ms // DAY_MS + 1) * DAY_MS

    @property
    def _entries_a_day(self) -> int:
        return self._lineage.charter.entries_per_day

    def _quotas_of(self, author: MemberId) -> int:
        return RESTED_ON if author in self._doubled else 1

    def _has_room(self, taken: _Taken, size: int, quotas: int) -> bool:
        return len(taken.places) < quotas * self._entries_a_day and taken.size + size <= quotas * BYTES_A_DAY

    def _is_under_cut(self, author: MemberId, seq: int) -> bool:
        """Whether an entry that is not held lies under a final cut: once the cut's end is held, none on its branch."""
        cut = self._lineage.cut(author)
        return cut is not None and seq <= cut.seq and self._workspace.fact(cut.id) is None

    def _of(self, author: MemberId) -> _Taken:
        taken = self._taken.get(author)
        if taken is None:
            taken = self._taken[author] = _Taken()
            if self._is_in_ledger and self._day is not None:
                limit = RESTED_ON * self._entries_a_day
                since_ms, cut_seq = self._day * DAY_MS, self._lineage.cut_seq(author)
                for seq, size in self._workspace.taken(author, cut_seq, since_ms, limit):
                    taken.add(seq, size)
        return taken

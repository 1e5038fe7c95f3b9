"""Entries that wait for what they point to, bounded for each peer that sent them; nothing in here is durable.

What does not fit is dropped and counted: the peer has it still, and it is asked for again once the gap is closed.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId

ENTRIES_MAX: Final = 4_096
BYTES_MAX: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry with the peer that it came from."""

    entry: Entry
    source: MemberId


class WaitingRoom:
    """Waiting entries, found again by what they wait for."""

    def __init__(self) -> None:
        self._entries: OrderedDict[EntryId, Waiting] = OrderedDict()
        self._for: dict[EntryId, set[EntryId]] = {}
        self._until: dict[EntryId, int] = {}
        self._missing: dict[EntryId, EntryId] = {}
        self._counts: dict[MemberId, int] = {}
        self._bytes: dict[MemberId, int] = {}
        self.dropped = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry: EntryId) -> bool:
        return entry in self._entries

    def has(self, entry: Entry) -> bool:
        """Return whether an entry waits here already, with its body if it has one: without, it must not bar the way."""
        waiting = self._entries.get(entry.id)
        return waiting is not None and (waiting.entry.body_bytes is not None or entry.body_bytes is None)

    def hold(self, waiting: Waiting, *, missing: EntryId | None, until_ms: int) -> None:
        """Keep an entry until `missing` is held, or until `until_ms`; drop it if the peer has no room left."""
        entry, source = waiting.entry, waiting.source
        if self.has(entry):
            return
        self.forget(entry.id)
        count, size = self._counts.get(source, 0), self._bytes.get(source, 0)
        if count >= ENTRIES_MAX or size + entry.size > BYTES_MAX:
            self.dropped += 1
            return
        self._entries[entry.id] = waiting
        self._counts[source], self._bytes[source] = count + 1, size + entry.size
        if missing is not None:
            self._for.setdefault(missing, set()).add(entry.id)
            self._missing[entry.id] = missing
        else:
            self._until[entry.id] = until_ms

    def forget(self, entry: EntryId) -> None:
        """Keep an entry no longer: it has come in a better form."""
        if entry in self._entries:
            self._until.pop(entry, None)
            waiters = self._for.get(self._missing.get(entry, entry), set())
            waiters.discard(entry)
            self._take({entry})

    def is_awaited(self, entry: EntryId, author: MemberId) -> bool:
        """Return whether an entry of another member than `author` waits for this one, directly or through others."""
        pending = [entry]
        while pending:
            for waiting in self._for.get(pending.pop(), ()):
                if self._entries[waiting].entry.header.author != author:
                    return True
                pending.append(waiting)
        return False

    def release(self, placed: EntryId) -> list[Waiting]:
        """Return, and keep no longer, what waited for an entry that is held now, by (author, seq)."""
        return self._take(self._for.pop(placed, set()))

    def due(self, now_ms: int) -> list[Waiting]:
        """Return, and keep no longer, what waited for the clock."""
        ready = {entry for entry, until_ms in self._until.items() if until_ms <= now_ms}
        for entry in ready:
            del self._until[entry]
        return self._take(ready)

    def next_ms(self) -> int | None:
        """Return when `due` should be asked again, None if nothing waits for the clock."""
        return min(self._until.values(), default=None)

    def _take(self, entries: set[EntryId]) -> list[Waiting]:
        taken = [self._entries.pop(entry) for entry in entries]
        for entry in entries:
            self._missing.pop(entry, None)
        for waiting in taken:
            self._counts[waiting.source] -= 1
            self._bytes[waiting.source] -= waiting.entry.size
        return sorted(taken, key=lambda item: (item.entry.header.author, item.entry.header.seq, item.entry.id))

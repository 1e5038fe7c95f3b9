"""Every entry that has become durable anywhere in a run, and which of them have left a machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId


class Writings(dict[EntryId, Entry]):
    """Entries by id, in the order in which they became durable.

    Attributes:
        sent: every entry that has left a machine.
    """

    def __init__(self, keeps_quiet: Callable[[MemberId], bool]) -> None:
        """Args: keeps_quiet: whether a member shows nobody what has not left its machine."""
        super().__init__()
        self.sent: set[EntryId] = set()
        self._keeps_quiet = keeps_quiet
        self._feeds: dict[MemberId, list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        """Take in an entry that has become durable."""
        self[entry.id] = entry
        self._feeds.setdefault(entry.header.author, []).append(entry)

    def take_out(self, author: MemberId, gone: Sequence[Entry]) -> None:
        """Forget entries that their author has taken back: a backup that is put back may hold some that were before."""
        for entry in gone:
            self.pop(entry.id, None)
        self._feeds[author] = [entry for entry in self._feeds[author] if entry.id in self]

    def feed(self, author: MemberId) -> list[Entry]:
        """Return all entries of an author that became durable anywhere."""
        return self._feeds.get(author, [])

    def seen(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return those of some entries that hostile members can know of: nobody knows what has never left a machine."""
        return [entry for entry in entries if entry.id in self.sent or not self._keeps_quiet(entry.header.author)]

"""A part of 24 and 27: nothing a peer sends makes a node keep, send, or work without end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker

from cohong.node.desk import Desk
from cohong.node.inputs import Output
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Commit, EntryFact
from cohong.protocol.chain.lineage import DAY_MS
from cohong.protocol.quotas import RESTED_ON
from cohong.protocol.waiting_room import BYTES_MAX, ENTRIES_MAX

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

IDLE_BATCHES_MAX = 200
"""Batches on end, less than a second apart, of which nothing comes."""


MANY = 250
"""From so many waiting entries on they are counted after each batch."""


class Bounds(Checker):
    """Counts batches of which nothing comes, and what is taken of each feed in a day."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._waiting: dict[str, int] = {}
        self._idle: dict[str, tuple[int, int]] = {}
        self._taken: dict[str, dict[MemberId, list[tuple[int, int]]]] = {}

    def worked(self, machine: Machine, output: Output) -> None:
        waiting = len(machine.desk.replica.waiting) if machine.desk is not None else 0
        if machine.desk is not None and waiting >= MANY and waiting != self._waiting.get(machine.name):
            self._check_waiting(machine, machine.desk)
        self.run.counts["batches with entries out of order"] += waiting > self._waiting.get(machine.name, 0)
        self._waiting[machine.name] = waiting
        self.run.counts["batches while a feed is put off"] += bool(machine.desk is not None and machine.desk.put_off)
        now_ms = self.run.timeline.now_ms
        count, last_ms = self._idle.get(machine.name, (0, 0))
        is_idle = not (output.fresh or output.frames or output.answers or output.wishes)
        count = count + 1 if is_idle and now_ms - last_ms < 100 else 0
        self._idle[machine.name] = count, now_ms
        if count > IDLE_BATCHES_MAX:
            raise Broken("24", f"{machine.name} works without end")

    def committed(self, machine: Machine, commit: Commit) -> None:
        taken = self._taken.setdefault(machine.name, {})
        new = {placed.fact.id for placed in commit.append}
        for placed in commit.append:
            if placed.fact.author != machine.id and not _comes_under_cut(placed.fact, machine, new):
                taken.setdefault(placed.fact.author, []).append((placed.received_ms // DAY_MS, placed.fact.seq))
        for cut in (cut for final in commit.blocks for cut in final.block.lists.cut):
            # What a block includes is counted no longer, whichever of the two came first.
            taken[cut.author] = [item for item in taken.get(cut.author, ()) if item[1] > cut.seq]
        most = RESTED_ON * self.run.shape.entries_per_day
        for author in {placed.fact.author for placed in commit.append} & taken.keys():
            today = max((day for day, _ in taken[author]), default=0)
            taken[author] = [item for item in taken[author] if item[0] == today]
            if len(taken[author]) > most:
                raise Broken("27", f"{machine.name} has taken more than {most} entries of one member in a day")

    def restored(self, machine: Machine) -> None:
        self._taken.pop(machine.name, None)

    def look(self, machine: Machine) -> None:
        if machine.desk is not None:
            self._check_waiting(machine, machine.desk)

    def _check_waiting(self, machine: Machine, desk: Desk) -> None:
        """Check that of each neighbour no more waits than it has room for, counted one by one."""
        counts, sizes = Counter[MemberId](), Counter[MemberId]()
        for waiting in desk.replica.waiting._entries.values():
            counts[waiting.source] += 1
            sizes[waiting.source] += waiting.entry.size
        for source, count in counts.items():
            if count > ENTRIES_MAX or sizes[source] > BYTES_MAX:
                name = self.run.names[source]
                raise Broken("27", f"{machine.name} keeps {count} waiting entries, {sizes[source]} bytes, of {name}")
            self.run.counts["looks at a full waiting room"] += count == ENTRIES_MAX or sizes[source] > 0.99 * BYTES_MAX


def _comes_under_cut(fact: EntryFact, machine: Machine, new: Collection[EntryId]) -> bool:
    """Whether an entry was placed below a cut whose own entry was not held by then."""
    cut = machine.desk.replica.lineage.cut(fact.author) if machine.desk is not None else None
    if cut is None or fact.seq > cut.seq:
        return False
    return cut.id in new or cut.id not in machine.disk.entries

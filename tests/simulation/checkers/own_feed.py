"""Invariants 1 to 3: an honest member never forks its feed, sends nothing that may be lost, is never proved a cheat.

A profile that is put back to a backup may have lost entries that nobody else keeps: these can be written over, which
protocol.md 2 says. What it must never write over is what was confirmed when it was put back, by voters that hold it
still: n - c(n) + 1 others have to be heard first, and one of them has it. A member that writes over anything else has
forked its feed by bad luck, and no longer counts as honest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker

from cohong.node.inputs import Output
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Placed
from cohong.protocol.frames import HEADS, HELLO, HeadsGrown, Hello, decode_frame
from cohong.protocol.quorum import confirmed_size

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

HEAD_FRAMES = (HELLO, HEADS)
FRAME_KIND = 1
"""Where the kind is in a frame: the first item of a canonical array."""


class OwnFeed(Checker):
    """Remembers every place at which an honest member has written, and who else keeps what."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._places: dict[tuple[MemberId, int], EntryId] = {}
        self._keepers: dict[EntryId, list[Machine]] = {}
        self._taken_back: set[EntryId] = set()
        self._voters: dict[str, int] = {}

    def wrote(self, machine: Machine, placed: Placed) -> None:
        fact = placed.fact
        if machine.id in self.run.honest:
            before = self._places.setdefault((fact.author, fact.seq), fact.id)
            if before != fact.id:
                self._judge_fork(machine, before, fact.seq)

    def joined(self, machine: Machine, join: Entry) -> None:
        self._places[machine.id, join.header.seq] = join.id

    def took_back(self, machine: Machine, gone: Sequence[Entry]) -> None:
        self._taken_back.update(entry.id for entry in gone)
        for entry in gone:
            self._places.pop((entry.header.author, entry.header.seq), None)

    def end(self) -> None:
        """Check that an honest member is kept from its own feed only by what was taken back: then it must be."""
        for machine in self.run.machines:
            seq = machine.desk.rival_seq if machine.desk is not None else None
            if seq is None or machine.id not in self.run.honest:
                continue
            if self._taken_back.isdisjoint(machine.disk.ids_at(machine.id, seq)):
                raise Broken("1", f"{machine.name} takes itself for a rival at {seq} of its feed")

    def _judge_fork(self, machine: Machine, before: EntryId, seq: int) -> None:
        if machine.restored_ms is None:
            raise Broken("1", f"{machine.name} has written two entries at {seq} of its feed")
        keepers = [other for other in self._keepers.get(before, ()) if not _is_put_back_since(other, machine)]
        voters = max(self.run.shape.members, self._voters.get(machine.name, 0))
        if 1 + len(keepers) >= confirmed_size(voters):
            raise Broken("1", f"{machine.name}, put back, writes at {seq} over what was confirmed")
        self.run.honest.discard(machine.id)
        self.run.sees("written over after a restore")

    def restored(self, machine: Machine) -> None:
        """Note who keeps which of the entries that the profile may have lost."""
        lineages = [other.desk.replica.lineage for other in self.run.machines if other.desk is not None]
        self._voters[machine.name] = max((len(lineage.charter.roster) for lineage in lineages), default=0)
        for entry in self.run.writings.feed(machine.id):
            self._keepers[entry.id] = [
                other for other in self.run.machines if other is not machine and _keeps(other, entry)
            ]

    def worked(self, machine: Machine, output: Output) -> None:
        for entry in output.fresh:
            if entry.id not in machine.disk.entries:
                raise Broken("2", f"{machine.name} passes on an entry that is not durable")
        # What came of a batch that failed is not sent.
        for _, _, frame in output.frames if not output.failed else ():
            if frame[FRAME_KIND] in HEAD_FRAMES:
                self._check_heads(machine, frame)
        for proof in output.forks:
            if proof.author in self.run.honest:
                raise Broken("3", f"{self.run.names[proof.author]} is honest and named by a proof at {proof.seq}")

    def _check_heads(self, machine: Machine, frame: bytes) -> None:
        said = decode_frame(frame)
        assert isinstance(said, Hello | HeadsGrown), "the kind has been looked at"
        for tip in said.tips:
            if tip.id not in machine.disk.entries:
                raise Broken("2", f"{machine.name} tells of an entry that is not durable")

    def sends(self, machine: Machine, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if entry.id not in machine.disk.entries:
                raise Broken("2", f"{machine.name} sends an entry that is not durable")
            if entry.header.author == machine.id and not self._is_noted(machine, entry):
                raise Broken("2", f"{machine.name} sends {entry.header.seq} of its feed before its head is noted")

    def _is_noted(self, machine: Machine, entry: Entry) -> bool:
        """Whether a profile without this entry would be told from the one that has it, or others have it anyway."""
        head = machine.head_note.head
        if head is None or head.seq >= entry.header.seq:
            return True
        return any(entry.id in other.disk.entries for other in self.run.machines if other is not machine)


def _keeps(other: Machine, entry: Entry) -> bool:
    """Whether another machine has approved an entry and holds it, both durably."""
    steps = [reach for reach in other.disk.reached.values() if (reach.voter, reach.author) == _pair(other, entry)]
    acked = max((seq for reach in steps for seq, _ in reach.tips), default=-1)
    return acked >= entry.header.seq and entry.id in other.disk.entries


def _pair(voter: Machine, entry: Entry) -> tuple[MemberId, MemberId]:
    return voter.id, entry.header.author


def _is_put_back_since(other: Machine, machine: Machine) -> bool:
    assert machine.restored_ms is not None, "asked of a machine that was put back"
    return other.restored_ms is not None and other.restored_ms >= machine.restored_ms

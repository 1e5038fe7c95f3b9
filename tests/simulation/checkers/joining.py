"""The second half of 25, and 29 for newcomers: who is let in comes to what the others have, who is not to nothing.

asked, not let in      reads nothing, and nothing of its feed is held but its join
let in, and linked     has the same entries, book and final blocks as one that never left; what it writes stands
let in, then removed   what it wrote beyond the cut counts for nothing (`epochs.py`)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.checkers.presence import has_quorum, is_near_enough, members_of
from tests.simulation.operations.trading import ask

from cohong.api.requests import WriteRecord
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import MEMBER_JOIN, PROFILE_SET
from cohong.primitives.standing import Commit

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

PROFILE = {"kind": "firm", "name": {"en": "Newcomer"}, "place": "", "identifiers": {}}


class Joining(Checker):
    """Notes who is let in, and looks at all newcomers in the end."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._written: dict[MemberId, int] = {}

    def joined(self, machine: Machine, join: Entry) -> None:
        self._written[machine.id] = 0

    def committed(self, machine: Machine, commit: Commit) -> None:
        if commit.blocks and self._written:
            self._note_admitted(machine)
        is_stranger = machine.id in self._written and machine.id not in self.run.newcomers.admitted
        # Hostile members show whomever they like what they like.
        if is_stranger and not self.run.adversaries and (commit.append or commit.blocks):
            raise Broken("29", f"{machine.name} reads before anybody has let it in")

    def _note_admitted(self, machine: Machine) -> None:
        assert machine.desk is not None, "it has just committed"
        lineage, admitted = machine.desk.replica.lineage, self.run.newcomers.admitted
        for newcomer in self._written:
            if newcomer in lineage.members and newcomer not in admitted:
                admitted.append(newcomer)
                is_in_place = newcomer in lineage.rules.replaced.values()
                self.run.sees("admitted newcomers")
                if is_in_place:
                    self.run.sees("keys replaced")

    def end(self) -> None:
        members = members_of(self.run)
        for machine in self.run.newcomers.machines:
            if machine.id not in self.run.newcomers.admitted:
                self._check_stranger(machine)
            elif machine in members and is_near_enough(self.run, machine):
                self._check_member(machine, members)

    def _check_stranger(self, machine: Machine) -> None:
        kinds = [entry.header.kind for entry in self.run.writings.feed(machine.id)]
        if kinds != [MEMBER_JOIN]:
            raise Broken("29", f"{machine.name} was never let in and has written {kinds}")
        self.run.counts["newcomers never let in"] += 1

    def _check_member(self, machine: Machine, members: list[Machine]) -> None:
        """Check that a newcomer has all that the others have and may write, and let it write."""
        assert machine.desk is not None, "all have been switched on"
        if not machine.desk.may_write:
            raise Broken("25", f"{machine.name} has been let in and may not write: {machine.desk.halt}")
        for other in (item for item in members if item.id in self.run.genesis.charter.roster):
            here, there = machine.disk, other.disk
            is_same = here.standing() == there.standing() or here.entries.keys() != there.entries.keys()
            if not is_same or here.objects != there.objects:
                raise Broken("25", f"{machine.name}, which has joined, has another book than {other.name}")
            if [final.block.id for final in here.final] != [final.block.id for final in there.final]:
                raise Broken("25", f"{machine.name}, which has joined, has other final blocks than {other.name}")
        self.run.counts["newcomers with all the others have"] += 1
        self._written[machine.id] = len(self.run.writings.feed(machine.id))
        ask(self.run, machine, WriteRecord(kind=PROFILE_SET, fields=PROFILE))

    def begin_idle(self) -> None:
        """Check that what newcomers have written stands with everybody.

        With fewer voters a height may wait for ever, and so does a record that the block voted for there makes late.
        """
        members = members_of(self.run)
        for newcomer, count in self._written.items():
            if not count or newcomer not in {machine.id for machine in members}:
                continue
            new = [entry.id for entry in self.run.writings.feed(newcomer)[count:] if entry.header.kind == PROFILE_SET]
            stands = [entry for entry in new if all(item.disk.known[entry].level.stands for item in members)]
            if not new or (has_quorum(self.run) and not stands):
                raise Broken("25", f"{self.run.names[newcomer]} has been let in, and what it writes does not stand")

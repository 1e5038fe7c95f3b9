"""Invariants 7 and 8: among honest members nothing that was confirmed ever goes back, or stands against another.

With hostile members the same is asked of what rests on no hostile member's record, as long as they are too few to
refuse it by themselves: one hacked node can get its own records contested, and change nobody else's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.recount import body_of

from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Commit, Level, Standing
from cohong.protocol.quorum import confirmed_size

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

BAD = (Level.CONTESTED, Level.BEATEN)


class GoingBack(Checker):
    """Remembers the highest level that each machine has shown of each record."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._shown: defaultdict[str, dict[EntryId, Level]] = defaultdict(dict)
        self._applied: defaultdict[str, set[EntryId]] = defaultdict(set)
        self._of_honest: dict[EntryId, bool] = {}

    def restored(self, machine: Machine) -> None:
        self._shown[machine.name].clear()
        self._applied[machine.name].clear()

    def committed(self, machine: Machine, commit: Commit) -> None:
        for standing in {standing.entry: standing for standing in commit.standings}.values():
            before = self._shown[machine.name].get(standing.entry, Level.WAITING)
            was_applied = standing.entry in self._applied[machine.name]
            is_lower = before.stands and (standing.level < before or not standing.level.stands)
            is_back = is_lower or (was_applied and not standing.applied)
            if (is_back or standing.level in BAD) and self._is_safe(machine, standing.entry):
                raise Broken("8", f"{machine.name} {self._text(standing, before)}")
            self._note(machine, standing)

    def _note(self, machine: Machine, standing: Standing) -> None:
        self._shown[machine.name][standing.entry] = standing.level
        if standing.applied:
            self._applied[machine.name].add(standing.entry)
        else:
            self._applied[machine.name].discard(standing.entry)

    def _text(self, standing: Standing, before: Level) -> str:
        return f"takes {standing.entry.hex()[:8]} from {before.name} to {standing.level.name} {standing.applied}"

    def _is_safe(self, machine: Machine, entry: EntryId) -> bool:
        """Whether a record rests on honest members only, and the others were always too few to refuse it alone."""
        assert machine.desk is not None, "it has just committed"
        lineage = machine.desk.replica.lineage
        rosters = (lineage.electorate(epoch).roster for epoch in range(lineage.epoch + 1))
        return all(map(self._has_few_cheats, rosters)) and self._rests_on_honest(entry)

    def _has_few_cheats(self, roster: Sequence[MemberId]) -> bool:
        cheats = len(set(roster) - self.run.honest)
        return cheats < len(roster) - confirmed_size(len(roster)) + 1

    def _rests_on_honest(self, entry: EntryId) -> bool:
        known = self.run.writings.get(entry)
        if known is None or known.header.author not in self.run.honest:
            return False
        body = body_of(known)
        return all(self._rests_on_honest(name) for name in (names_of(body) if body is not None else ()))

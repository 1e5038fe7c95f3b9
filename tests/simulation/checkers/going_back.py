"""Invariants 7 and 8: among honest members nothing that was confirmed ever goes back, or stands against another.

With hostile members the same is asked of what rests on no hostile member's record, as long as they are too few to
refuse it by themselves: one hacked node can get its own records contested, and change nobody else's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.recount import body_of

from cohong.book.transitions import level_needed
from cohong.primitives.charter import Charter
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId
from cohong.primitives.standing import Commit, Level, Standing
from cohong.protocol.quorum import rejected_size

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
        charters = [lineage.electorate(epoch) for epoch in range(lineage.epoch + 1)]
        few = all(self._has_few_cheats(charter, level) for charter in charters for level in self._levels_needed(entry))
        return few and self._rests_on_honest(entry)

    def _has_few_cheats(self, charter: Charter, needed: Level) -> bool:
        return len(set(charter.roster) - self.run.honest) < rejected_size(needed, charter)

    def _levels_needed(self, entry: EntryId) -> set[Level]:
        """Return the levels of which hostile members may keep a record, or what it rests on, by refusing that."""
        known = self.run.writings.get(entry)
        body = body_of(known) if known is not None else None
        names = names_of(body) if body is not None else ()
        return {Level.CONFIRMED}.union(
            {level_needed(known.header.kind)} if known is not None else set(), *map(self._levels_needed, names)
        )

    def _rests_on_honest(self, entry: EntryId) -> bool:
        known = self.run.writings.get(entry)
        if known is None or known.header.author not in self.run.honest:
            return False
        body = body_of(known)
        return all(self._rests_on_honest(name) for name in (names_of(body) if body is not None else ()))

"""A part of 24 and 27: nothing a peer sends makes a node keep, send, or work without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker

from cohong.node.inputs import Output
from cohong.protocol.waiting_room import ENTRIES_MAX

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

IDLE_BATCHES_MAX = 200
"""Batches on end, less than a second apart, of which nothing comes."""


class Bounds(Checker):
    """Counts batches of which nothing comes."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._idle: dict[str, tuple[int, int]] = {}

    def worked(self, machine: Machine, output: Output) -> None:
        now_ms = self.run.timeline.now_ms
        count, last_ms = self._idle.get(machine.name, (0, 0))
        is_idle = not (output.fresh or output.frames or output.answers or output.wishes)
        count = count + 1 if is_idle and now_ms - last_ms < 100 else 0
        self._idle[machine.name] = count, now_ms
        if count > IDLE_BATCHES_MAX:
            raise Broken("24", f"{machine.name} works without end")

    def look(self, machine: Machine) -> None:
        if machine.desk is None:
            return
        if len(machine.desk.replica.waiting) > ENTRIES_MAX * len(self.run.genesis.charter.roster):
            raise Broken("27", f"{machine.name} keeps {len(machine.desk.replica.waiting)} waiting entries")

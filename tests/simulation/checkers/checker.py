"""What a checker is told, and how it says that an invariant does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cohong.node.inputs import Output
from cohong.primitives.entry import Entry
from cohong.primitives.standing import Commit, Placed

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run


class Broken(AssertionError):
    """An invariant does not hold."""

    def __init__(self, number: str, what: str) -> None:
        super().__init__(f"invariant {number}: {what}")


class BeyondHelp(Exception):
    """More voters have cheated than the protocol bears: the proof is there, and nothing more can be asked of it."""


class Checker:
    """Watches one run. Each method is called when what it is named after happens; by default nothing is asked."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def committed(self, machine: Machine, commit: Commit) -> None:
        """A batch has become durable."""

    def wrote(self, machine: Machine, placed: Placed) -> None:
        """A machine has written an entry of its member's, durably; nobody has seen it yet."""

    def joined(self, machine: Machine, join: Entry) -> None:
        """A newcomer has made its join; its node is off still, and nobody has seen the join."""

    def took_back(self, machine: Machine, gone: Sequence[Entry]) -> None:
        """A machine has taken back own entries that never left it; what it writes in their place comes next."""

    def worked(self, machine: Machine, output: Output) -> None:
        """A batch has been worked off; nothing of it has been sent yet."""

    def sends(self, machine: Machine, entries: Sequence[Entry]) -> None:
        """Entries leave a machine."""

    def restored(self, machine: Machine) -> None:
        """A profile has been put back to an older one; its node is off."""

    def look(self, machine: Machine) -> None:
        """One machine is looked at from top to bottom, which costs time."""

    def end(self) -> None:
        """No more faults for a while: all must be of one mind."""

    def begin_idle(self) -> None:
        """Nobody has wanted anything for as long as it takes to anchor what can be."""

    def after_idle(self) -> None:
        """Nobody has wanted anything for a while since `begin_idle`."""

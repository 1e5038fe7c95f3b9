"""Invariant 16: what a block makes late was never confirmed, by honest voters alone.

As many of them as confirm a record share one with those who agreed on the block, whoever else said what: that one would
have left behind what it had acked (5c), or have acked what its own vote had shut out (6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.checkers.presence import newest
from tests.simulation.recount import Recount, approved_before, late_at

from cohong.primitives.ids import EntryId

if TYPE_CHECKING:
    pass


class Lateness(Checker):
    """Counts who had approved what is late, in the end."""

    def end(self) -> None:
        machine = newest(self.run)
        if not machine.disk.has_words_of_blocks():
            return
        expected = self.run.recount(machine)
        for record in sorted(expected.void):
            height = late_at(record, expected)
            if height is not None:
                self.run.counts["late records"] += 1
                self._check(record, height, expected)

    def _check(self, record: EntryId, height: int, expected: Recount) -> None:
        """Check who had approved a record before the block that made it late: later, an ack that passes it is mute."""
        header = expected.entries[record].header
        for epoch in expected.epochs(record):
            yes = approved_before(height, record, epoch, expected)
            enough = expected.chain.in_epoch(epoch).confirmed_size
            is_confirmed = len(yes & self.run.honest) >= enough
            if is_confirmed and expected.chain.counts(epoch, header.author, header.seq):
                raise Broken("16", f"{record.hex()[:8]} is late, and was confirmed in epoch {epoch}")

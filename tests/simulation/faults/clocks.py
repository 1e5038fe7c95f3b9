"""Clocks that somebody sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.simulation.run import Run


def set_clock(run: Run) -> bool:
    """Set a machine's clock, right or wrong, forward or back."""
    machine = run.chance.choice(run.machines)
    offset_ms = run.chance.choice([0, 0, *run.shape.clock_offsets_ms, run.chance.randint(-100_000, 100_000)])
    machine.set_clock(offset_ms)
    return True

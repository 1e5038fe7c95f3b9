"""Disks that lose their power or have no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.simulation.run import Run


def cut_power_soon(run: Run) -> bool:
    """Let a machine lose its power at one of the next points around a write."""
    machine = run.draw_up()
    if machine is None:
        return False
    machine.faults.cut_in = run.chance.randrange(8)
    return True


def fill_disk(run: Run) -> bool:
    """Fill a machine's disk."""
    machine = run.draw_up()
    if machine is None:
        return False
    machine.faults.is_full = True
    return True


def make_room(run: Run) -> bool:
    """Make room on every disk that is full."""
    full = [machine for machine in run.machines if machine.faults.is_full]
    for machine in full:
        machine.make_room()
    return bool(full)

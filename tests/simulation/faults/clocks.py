"""Clocks that somebody sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.operations import MOTIONS, OPERATIONS
from tests.simulation.wires import Host

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

AHEAD_MS = (200_000, 3_600_000, 86_400_000)
ALONE_MS = (0, 25_000)
"""From 10 s on a machine that is alone writes ballots too."""

CUT_SHARE = 0.4


def set_clock(run: Run) -> bool:
    """Set a machine's clock, right or wrong, forward or back."""
    machine = run.chance.choice(run.machines)
    offset_ms = run.chance.choice([0, 0, *run.shape.clock_offsets_ms, run.chance.randint(-100_000, 100_000)])
    machine.set_clock(offset_ms)
    return True


def write_alone_with_fast_clock(run: Run) -> bool:
    """Let a machine that reaches nobody write with a clock that is far ahead, and then set it right."""
    machine = run.draw_up()
    if machine is None:
        return False
    hosts: list[Host] = [*run.machines, *run.adversaries]
    run.network.part([[machine], [host for host in hosts if host is not machine]])
    run.has_dated_ahead = True
    before_ms = machine.clock.offset_ms
    machine.set_clock(before_ms + run.chance.choice(AHEAD_MS))
    _trade(run, machine)
    machine.set_clock(before_ms)
    if run.chance.random() < CUT_SHARE:
        machine.faults.cut_in = run.chance.randrange(12)
    run.network.heal()
    run.pause(run.chance.randint(0, 15_000))
    return True


def _trade(run: Run, machine: Machine) -> None:
    """Let a machine's clients, and nobody else's, do what they do."""
    choices = [*OPERATIONS, *(choice for choice in MOTIONS if choice in run.shape.choices)]
    run.alone = machine
    for _ in range(run.chance.randint(1, 6)):
        run.pause(run.chance.randint(*ALONE_MS))
        run.chance.choices(choices, [choice.weight for choice in choices])[0].act(run)
    run.pause(run.chance.randint(*ALONE_MS))
    run.alone = None

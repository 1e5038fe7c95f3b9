"""Links that break, crawl, or lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.wires import Host

if TYPE_CHECKING:
    from tests.simulation.run import Run

DELAYS_MS = ((1, 40), (1, 5), (100, 400), (1, 3_000))


def break_links(run: Run) -> bool:
    """Break some links, with what is on its way on them."""
    wires = run.network.wires()
    for wire in wires:
        if run.chance.random() < 0.4:
            wire.break_off()
    return bool(wires)


def slow_links(run: Run) -> bool:
    """Let the links that are made from now on be of another speed."""
    run.network.delay_ms = run.chance.choice(DELAYS_MS)
    return True


def part(run: Run) -> bool:
    """Part the network in two or three, hostile members on any side."""
    sides: list[list[Host]] = [[] for _ in range(run.chance.choice([2, 2, 3]))]
    hosts: list[Host] = [*run.machines, *run.adversaries]
    for host in hosts:
        run.chance.choice(sides).append(host)
    run.network.part(sides)
    return True


def heal(run: Run) -> bool:
    """End the partition."""
    if not run.network.is_parted:
        return False
    run.network.heal()
    return True

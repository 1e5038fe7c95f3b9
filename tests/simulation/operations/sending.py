"""Many records at once, and records that this version of the program does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.operations.trading import ask, proposal

from cohong.primitives.ids import EntryId

if TYPE_CHECKING:
    from tests.simulation.run import Run

BURST_RECORDS = (5, 40)


def send_burst(run: Run) -> bool:
    """Send the proposals of an imported file in one request."""
    machine = run.draw_up()
    if machine is None:
        return False
    count = run.chance.randint(*BURST_RECORDS)
    return ask(run, machine, *(proposal(run, machine) for _ in range(count)))


def send_unknown_kind(run: Run) -> bool:
    """Let a newer version of the program write what the others hold, for they cannot judge it."""
    machine = run.draw_up()
    if machine is None or machine.desk is None or not machine.desk.may_write:
        return False
    known = sorted(fact.id for fact in machine.disk.known.values() if fact.applied)
    names: list[EntryId] = [run.chance.choice(known)] if known and run.chance.random() < 0.5 else []
    machine.desk.replica.write("future.kind", {"names": list(names)}, machine.clock.now_ms())
    machine.hurry()
    return True

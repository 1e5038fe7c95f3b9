"""The last moments of a day, on which proposals end: an answer and a block cross each other on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.operations.trading import DAY_MS, answer_by, ask, proposal
from tests.simulation.wires import Host

from cohong.api.requests import WriteRecord
from cohong.primitives.kinds import CHAIN_ASK

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

PROPOSALS = (1, 3)
SETTLED_MS = 12_000
BEFORE_MS = (500, 6_000)
AFTER_MS = (0, 1_500)
APART_MS = (0, 4_000)
CROSSING_MS = 15_000
SLOW_MS = ((1, 40), (100, 1_500), (100, 1_500), (1, 3_000))


def end_day(run: Run) -> bool:
    """Propose to somebody, part it from the others at the end of the day, and let it come back with its answers.

    Meanwhile the others have begun to agree on a block of the next day, over links on which that takes a while.
    """
    late = run.chance.choice(run.machines)
    if run.network.is_parted or not late.is_up:
        return False
    for _ in range(run.chance.randint(*PROPOSALS)):
        asking = run.chance.choice([machine for machine in run.machines if machine is not late])
        ask(run, asking, proposal(run, asking, late.id))
    run.pause(SETTLED_MS)
    left_ms = DAY_MS - run.timeline.now_ms % DAY_MS
    run.pause(max(0, left_ms - run.chance.randint(*BEFORE_MS) - CROSSING_MS))
    before_ms, run.network.delay_ms = run.network.delay_ms, run.chance.choice(SLOW_MS)
    _connect_anew(run)
    run.pause(CROSSING_MS)
    _cross(run, late)
    run.network.delay_ms = before_ms
    _connect_anew(run)
    return True


def _cross(run: Run, late: Machine) -> None:
    hosts: list[Host] = [*run.machines, *run.adversaries]
    run.network.part([[late], [host for host in hosts if host is not late]])
    while answer_by(run, late):
        run.pause(100)
        if run.chance.random() < 0.5:
            break
    run.pause(DAY_MS - run.timeline.now_ms % DAY_MS + run.chance.randint(*AFTER_MS))
    ask(run, run.chance.choice([m for m in run.machines if m is not late]), WriteRecord(kind=CHAIN_ASK, fields={}))
    run.pause(run.chance.randint(*APART_MS))
    run.network.heal()
    run.pause(CROSSING_MS)


def _connect_anew(run: Run) -> None:
    for wire in run.network.wires():
        wire.break_off()

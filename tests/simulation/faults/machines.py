"""Machines that go off and come back, with their profile as it was, with an older one, or as a new machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.disk import Disk
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.run import Run

BACKUPS_MAX = 3


def switch_off(run: Run) -> bool:
    """Switch a machine off, for as long as nothing switches it on."""
    machine = run.draw_up()
    if machine is None:
        return False
    run.say(f"{machine.name} is switched off")
    machine.stop()
    return True


def restart(run: Run) -> bool:
    """Switch a machine off and on again."""
    machine = run.draw_up()
    if machine is None:
        return False
    machine.stop()
    run.switch_on(machine)
    return True


def start_all(run: Run) -> bool:
    """Switch on whatever is off."""
    off = [machine for machine in run.machines if machine.desk is None]
    for machine in off:
        run.switch_on(machine)
    return bool(off)


def back_up(run: Run) -> bool:
    """Make a backup of a profile, while its node runs."""
    machine = run.chance.choice(run.machines)
    machine.backups.append(machine.disk.backup())
    del machine.backups[:-BACKUPS_MAX]
    return True


def restore(run: Run) -> bool:
    """Put a backup in the place of the profile; the machine has its own head file still."""
    saved = [machine for machine in run.machines if machine.backups]
    if not saved:
        return False
    machine = run.chance.choice(saved)
    _put_back(run, machine, run.chance.choice(machine.backups), is_new_machine=False)
    return True


def move_to_new_machine(run: Run) -> bool:
    """Go on from a copy of the profile, or from a backup, on a machine that has no head file; the old one is gone."""
    machine = run.chance.choice(run.machines)
    copy = run.chance.choice([machine.disk, *machine.backups])
    _put_back(run, machine, copy, is_new_machine=True)
    return True


def begin_anew(run: Run) -> bool:
    """Make a profile anew from its words alone: it gets all from the others, some of whom may have dropped ballots."""
    machine = run.aside_chance.choice(run.machines)
    _put_back(run, machine, Disk(machine.faults, machine.committed), is_new_machine=True)
    return True


def begin_anew_with_stripper(run: Run) -> bool:
    """Make a profile anew from its words alone, and be linked at first with who leaves out what ballots say."""
    adversary = run.draw_adversary()
    near = [machine for machine in run.machines if adversary and adversary in run.network.neighbours(machine)]
    if adversary is None or not near:
        return False
    machine = run.chance.choice(near)
    _put_back(run, machine, Disk(machine.faults, machine.committed), is_new_machine=True)
    run.network.connect(adversary, machine)
    adversary.push_stripped(machine.id)
    return True


def _put_back(run: Run, machine: Machine, disk: Disk, *, is_new_machine: bool) -> None:
    run.say(f"{machine.name} is put back to an older profile of {len(disk.entries)} entries")
    if machine.desk is not None:
        machine.stop()
    machine.restore(disk, is_new_machine=is_new_machine)
    run.restored(machine)
    run.switch_on(machine)

"""Who is there at the end of a schedule: what has to come about depends on how many honest voters can be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cohong.node.desk import Desk
from cohong.primitives.charter import Charter
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Level
from cohong.protocol.heads import BRANCHES_MAX
from cohong.protocol.quorum import confirmed_size, level_size

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run


def newest(run: Run) -> Machine:
    """Return the machine that has seen most final blocks; all have been switched on."""
    return max(run.machines, key=lambda machine: len(machine.disk.final))


def charter_in_force(run: Run) -> Charter:
    """Return the charter, with the roster, after the newest block that any machine has seen."""
    desk = newest(run).desk
    assert desk is not None, "all have been switched on"
    return desk.replica.lineage.charter


def members_of(run: Run) -> list[Machine]:
    """Return the machines whose members take part: who has been expelled is let in nowhere, and may never hear.

    Nor does a backup that still has what was taken back since, once it has met what stands in its place.
    """
    desk = newest(run).desk
    assert desk is not None, "all have been switched on"
    there = [machine for machine in run.machines if machine.desk is not None and machine.desk.rival_seq is None]
    return [machine for machine in there if machine.id in desk.members]


def held_by_one(one: Machine, other: Machine) -> set[EntryId]:
    """Return what only one of two machines holds and both should.

    Of a feed of which there are more branches than a node keeps, each keeps those that came first; and who is catching
    up keeps what of its own feed has not left its machine for all that is known there.
    """
    assert one.desk is not None and other.desk is not None, "all have been switched on"
    every = (one.desk.replica.heads, other.desk.replica.heads)
    full = {author for heads in every for author in heads.authors() if len(heads.tips(author)) >= BRANCHES_MAX}
    kept = _kept_back(one.desk) | _kept_back(other.desk)
    here, there = one.disk.entries, other.disk.entries
    differing = (here.keys() ^ there.keys()) - kept
    return {entry for entry in differing if (here.get(entry) or there[entry]).header.author not in full}


def _kept_back(desk: Desk) -> set[EntryId]:
    own = desk.replica.workspace.tree(desk.me, desk.released + 1) if desk.catch_up.active else ()
    return {fact.id for fact in own}


def is_near_enough(run: Run, machine: Machine) -> bool:
    """Whether a machine that does not know its own feed to the end can hear enough voters to know it one day."""
    assert machine.desk is not None, "all have been switched on"
    neighbours, roster = run.network.neighbours(machine), machine.desk.replica.lineage.charter.roster
    near = sum(other in neighbours and other.id in roster for other in members_of(run))
    return near >= machine.desk.catch_up.needed()


def present(run: Run) -> set[MemberId]:
    """Return the honest members whose nodes may write."""
    return run.honest & {machine.id for machine in run.machines if machine.desk is not None and machine.desk.may_write}


def has_majority(run: Run) -> bool:
    """Whether c(n) honest voters are there, each with links to so many of them."""
    return _see_each_other(run, confirmed_size(len(charter_in_force(run).roster)))


def has_quorum(run: Run) -> bool:
    """Whether f(n) honest voters are there, or as many as the charter asks, each with links to so many of them."""
    return _see_each_other(run, level_size(Level.FINAL, charter_in_force(run)))


def _see_each_other(run: Run, size: int) -> bool:
    roster, there = set(charter_in_force(run).roster), present(run)
    machines = [machine for machine in members_of(run) if machine.id in there]
    voters = [machine for machine in machines if machine.id in roster]
    seen = [
        sum(other is machine or other in run.network.neighbours(machine) for other in voters) for machine in machines
    ]
    return bool(machines) and min(seen) >= size

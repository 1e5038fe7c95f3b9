"""People put motions, vote on them, and wish for blocks: what changes who votes and under which rules."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from tests.simulation.machine import Machine
from tests.simulation.operations.trading import ask

from cohong.api.requests import WriteRecord
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CHAIN_ASK, MOTION_PUT, MOTION_VOTE
from cohong.protocol.replica import Replica

if TYPE_CHECKING:
    from tests.simulation.run import Run

DAY_MS = 86_400_000
YES_SHARE = 0.85
VOTERS_MIN = 3
"""Fewer voters would only make every schedule wait for one of them."""


def put_motion(run: Run) -> bool:
    """Put a question to the voters, mostly one that would change something."""
    machine = run.draw_up()
    return machine is not None and ask(run, machine, _motion(run, machine))


def put_motions(run: Run) -> bool:
    """Put several questions at once, so that more than one of them may pass for the next block."""
    machine = run.draw_up()
    if machine is None:
        return False
    asked = [ask(run, machine, _motion(run, machine)) for _ in range(run.chance.randint(2, 3))]
    return all(asked)


def _motion(run: Run, machine: Machine) -> WriteRecord:
    assert machine.desk is not None, "the machine is up"
    return motion_of(machine, _question(run, machine.desk.replica), run.chance)


def motion_of(machine: Machine, question: dict[str, Any], chance: random.Random) -> WriteRecord:
    """Return the motion that puts a question for some days."""
    days = chance.choice([1, 7, 60])
    more = {"valid_until": machine.clock.now_ms() + days * DAY_MS, "reason": "as agreed"}
    return WriteRecord(kind=MOTION_PUT, fields=question | more)


def _question(run: Run, replica: Replica) -> dict[str, Any]:
    chance, lineage = run.chance, replica.lineage
    roster, members = lineage.charter.roster, sorted(lineage.members)
    asks = ["add", "add", "add", "final", "charter", "branch", "branch"]
    if len(roster) > VOTERS_MIN:
        asks += ["remove", "remove", "remove", "expel"]
    match chance.choice(asks):
        case "add":
            return {"ask": "voter", "member": chance.choice(members).hex(), "vote": True}
        case "remove":
            return {"ask": "voter", "member": chance.choice(roster).hex(), "vote": False}
        case "expel":
            return {"ask": "expel", "member": _suspect(run, members).hex()}
        case "final":
            return {"ask": "final", "rule": chance.choice(["majority", "two-thirds"])}
        case "charter":
            days = {"grace_days": chance.randrange(30), "stale_days": chance.choice([30, 60, 90])}
            return {"ask": "charter", "currencies": [], "entries_per_day": 50_000, **days}
        case _:
            return _ruling(run, replica)


def _suspect(run: Run, members: list[MemberId]) -> MemberId:
    """Return a hostile member if there is one still, else anybody."""
    hostile = [member for member in members if member not in run.honest]
    return run.chance.choice(hostile or members)


def _ruling(run: Run, replica: Replica) -> dict[str, Any]:
    """Return a ruling on an open fork; where there is none, one that is refused."""
    heads = replica.heads
    forked = [(author, seq) for author in heads.authors() if (seq := heads.fork_seq(author)) is not None]
    author, seq = run.chance.choice(forked) if forked else (run.chance.choice(heads.authors() or [replica.me]), 0)
    branches: list[EntryId] = list(replica.workspace.ids_at(author, seq))
    branch = run.chance.choice([*branches, None])
    return {"ask": "branch", "member": author.hex(), "seq": seq, "branch": branch.hex() if branch is not None else ""}


def vote_on_motion(run: Run) -> bool:
    """Let a voter say yes or no to a motion that it has not voted on, or let everybody say yes."""
    if run.chance.random() < 0.4:
        voted = [_vote(run, machine, yes=True) for machine in run.up()]
        return any(voted)
    machine = run.draw_up()
    return machine is not None and _vote(run, machine, yes=run.chance.random() < YES_SHARE)


def vote_on_all(run: Run) -> bool:
    """Let everybody who is there say yes to every motion."""
    voted = [say(run, machine, motion, yes=True) for machine in run.up() for motion in unheard(machine)]
    return any(voted)


def _vote(run: Run, machine: Machine, *, yes: bool) -> bool:
    found = unheard(machine)
    return bool(found) and say(run, machine, run.chance.choice(found), yes=yes)


def unheard(machine: Machine) -> list[EntryId]:
    """Return the motions that are in no block yet and that a machine's member has not voted on."""
    assert machine.desk is not None, "the machine is up"
    people = machine.desk.replica.people
    return [m for m in sorted(people.motions) if m not in people.done and machine.id not in people.votes.get(m, {})]


def say(run: Run, machine: Machine, motion: EntryId, *, yes: bool) -> bool:
    """Let a machine's member vote on a motion."""
    return ask(run, machine, WriteRecord(kind=MOTION_VOTE, fields={"motion": motion.hex(), "yes": yes}))


def wish_for_block(run: Run) -> bool:
    """Wish for a block dated after now."""
    machine = run.draw_up()
    return machine is not None and ask(run, machine, WriteRecord(kind=CHAIN_ASK, fields={}))

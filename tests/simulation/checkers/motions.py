"""Invariant 23: with enough honest voters there, whatever the people have said yes to is in a block.

Counted here from the entries alone: of each voter the first vote in its feed, up to where the feed is forked, since no
cut goes further. A removal takes more than half of the voters, everything else as many as make a block final.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.checkers.presence import charter_in_force, has_majority, has_quorum, members_of
from tests.simulation.recount import body_of

from cohong.primitives.entry import Entry
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CHAIN_FINAL, MOTION_PUT, MOTION_VOTE
from cohong.primitives.motion import Expel, Motion, SetVoter, motion_from_body, motion_vote_from_body
from cohong.protocol.quorum import confirmed_size

if TYPE_CHECKING:
    from tests.simulation.machine import Machine


class Motions(Checker):
    """Counts the votes on all motions, once it has been quiet for long enough."""

    def begin_idle(self) -> None:
        if not has_majority(self.run):
            return
        is_quorum = has_quorum(self.run)
        for machine in members_of(self.run):
            passed = self._passed(machine)
            waits = not is_quorum and _has_finalized(machine)
            due = [motion for motion in passed if is_quorum or (_is_removal(machine, passed[motion]) and not waits)]
            if due:
                raise Broken("23", f"{machine.name} knows of {len(due)} motions that have passed and are in no block")
            self.run.counts["removals awaited from a majority"] += not is_quorum

    def _passed(self, machine: Machine) -> dict[EntryId, Motion]:
        """Return the motions in no block that could be in one, and to which more than half of the voters said yes."""
        assert machine.desk is not None, "all have been switched on"
        done = {motion for final in machine.disk.final for motion in final.block.lists.motions}
        roster = charter_in_force(self.run).roster
        votes, found = _first_votes(machine), dict[EntryId, Motion]()
        for entry in machine.disk.of_kinds((MOTION_PUT,), 0):
            motion = _motion(entry)
            if motion is None or entry.id in done or not _can_be_cut(machine, entry):
                continue
            yes = sum(votes.get((voter, entry.id), False) for voter in roster)
            if yes >= confirmed_size(len(roster)) and motion.valid_until_ms >= self.run.timeline.now_ms:
                found[entry.id] = motion
        # A ruling on what is no open fork asks for a cut that nobody can make.
        ripe = set(machine.desk.replica.chain.view.ripe(found))
        return {identity: motion for identity, motion in found.items() if identity in ripe}


def _first_votes(machine: Machine) -> dict[tuple[MemberId, EntryId], bool]:
    found: dict[tuple[MemberId, EntryId], bool] = {}
    for entry in machine.disk.of_kinds((MOTION_VOTE,), 0):
        body = body_of(entry)
        if body is None or not _can_be_cut(machine, entry):
            continue
        try:
            vote = motion_vote_from_body(body)
        except RemoteProtocolError:
            continue
        found.setdefault((entry.header.author, vote.motion), vote.yes)
    return found


def _can_be_cut(machine: Machine, entry: Entry) -> bool:
    """Whether a block's cut reaches an entry, or can: its author is a member, and its feed not forked so far."""
    assert machine.desk is not None, "all have been switched on"
    heads, lineage, author = machine.desk.replica.heads, machine.desk.replica.lineage, entry.header.author
    if heads.is_dead(entry.id):
        return False
    if entry.header.seq <= lineage.cut_seq(author):
        return True
    fork_seq = heads.fork_seq(author)
    return author in machine.desk.members and (fork_seq is None or entry.header.seq < fork_seq)


def _motion(entry: Entry) -> Motion | None:
    body = body_of(entry)
    try:
        return motion_from_body(body) if body is not None else None
    except RemoteProtocolError:
        return None


def _is_removal(machine: Machine, motion: Motion) -> bool:
    assert machine.desk is not None, "all have been switched on"
    roster = machine.desk.replica.lineage.charter.roster
    match motion.question:
        case SetVoter(member, False) | Expel(member):
            return member in roster and len(roster) > 1
        case _:
            return False


def _has_finalized(machine: Machine) -> bool:
    """Whether somebody has written a final at this height, after which it skips no more: then the height may wait."""
    assert machine.desk is not None, "all have been switched on"
    height = machine.desk.replica.lineage.height
    return any(entry.header.height == height for entry in machine.disk.of_kinds((CHAIN_FINAL,), height))

"""The second half of 22: with f(n) honest voters there, whatever is valid becomes final, and a block anchors it.

Within `CALM_MS` after the last fault it is final: each voter says what it thinks once the feeds have come, at the slow
pace of 5 s, and a record that was held waits for one more ballot. Within `ANCHORED_MS` from then on it is anchored: a
block is due ten minutes after the last one, and a hostile leader costs the others a time-out that doubles from 10 s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.checkers.presence import has_quorum, members_of
from tests.simulation.recount import body_of

from cohong.book.checks import is_head
from cohong.book.references import head_named
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import is_record
from cohong.primitives.standing import EntryFact, Level

if TYPE_CHECKING:
    from tests.simulation.machine import Machine


class Finality(Checker):
    """Looks at what stands on each machine."""

    def end(self) -> None:
        if has_quorum(self.run):
            for machine in members_of(self.run):
                self._check_final(machine)

    def _check_final(self, machine: Machine) -> None:
        """Check that what stands is final: what lies below a cut is anchored next, whoever has become a voter since."""
        assert machine.desk is not None, "all have been switched on"
        for fact in _standing(machine):
            is_below = fact.seq <= machine.desk.replica.lineage.cut_seq(fact.author)
            if fact.level is Level.CONFIRMED and not is_below and _is_open_to_all(machine, fact):
                raise Broken("22", f"{machine.name} shows {fact.id.hex()[:8]} as confirmed only, in the end")
            self.run.counts["final in the end"] += fact.level is Level.FINAL

    def begin_idle(self) -> None:
        if has_quorum(self.run):
            for machine in members_of(self.run):
                self._check_anchored(machine)

    def _check_anchored(self, machine: Machine) -> None:
        fit: dict[EntryId, bool] = {}
        for fact in _standing(machine):
            if self._is_fit(machine, fact, fit):
                raise Broken("22", f"{machine.name} shows {fact.id.hex()[:8]} as {fact.level.name}, never anchored")
        self.run.counts["anchored in the end"] += sum(
            level is Level.ANCHORED for level in machine.disk.decided.values()
        )  # fmt: skip

    def _is_fit(self, machine: Machine, fact: EntryFact, fit: dict[EntryId, bool]) -> bool:
        """Whether a block can anchor a record: what it rests on is fit too, and its author is a member still.

        Above an open fork it can as well: a block heals that by a cut along the branch that stands. Not so if the
        member whose feed it has read went since, and no cut reached as far.
        """
        if fact.level is Level.ANCHORED:
            return True
        if fact.id not in fit:
            body = body_of(machine.disk.entries[fact.id])
            names = names_of(body) if body is not None else ()
            can_be = fact.applied and fact.level.stands and _is_member(machine, fact) and _can_be_reached(machine, body)
            fit[fact.id] = can_be and all(self._is_fit(machine, machine.disk.known[name], fit) for name in names)
        return fit[fact.id]


def _standing(machine: Machine) -> list[EntryFact]:
    """Return the records that are applied and in no block."""
    known = machine.disk.known.values()
    return [f for f in known if is_record(f.kind) and f.applied and f.level.stands and not f.level.is_settled]


def _is_member(machine: Machine, fact: EntryFact) -> bool:
    assert machine.desk is not None, "all have been switched on"
    return fact.author in machine.desk.members


def _can_be_reached(machine: Machine, body: dict[str, Value] | None) -> bool:
    """Whether a cut can reach the end of the feed that a record has read, if it has read one."""
    assert machine.desk is not None, "all have been switched on"
    if body is None or not is_head(body.get("heads")):
        return True
    author, seq, _ = head_named(body)
    return author in machine.desk.members or seq <= machine.desk.replica.lineage.cut_seq(author)


def _is_open_to_all(machine: Machine, fact: EntryFact) -> bool:
    """Whether every voter may vote on a record: not above an open fork, nor beyond the end of a membership."""
    assert machine.desk is not None, "all have been switched on"
    fork_seq = machine.desk.replica.heads.fork_seq(fact.author)
    return _is_member(machine, fact) and (fork_seq is None or fact.seq < fork_seq)

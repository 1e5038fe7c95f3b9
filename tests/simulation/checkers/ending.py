"""Invariants 9, 22 and 24 at the end: all hold the same, everything is decided that can be, and then it is quiet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.checkers.presence import has_majority, has_quorum, held_by_one, is_near_enough, members_of
from tests.simulation.recount import Recount, ballot_of

from cohong.book.reasons import NoReason
from cohong.book.rules import is_known
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import BALLOT
from cohong.primitives.standing import Level, Record
from cohong.protocol.ballots import may_have_spoken
from cohong.protocol.chain.chain import CHAIN_KINDS

if TYPE_CHECKING:
    from tests.simulation.machine import Machine
    from tests.simulation.run import Run

ROUND_ENTRIES = 4
"""So many entries a voter writes for a block in two iterations, with one proposal in turn."""


class Ending(Checker):
    """Looks at all machines together once no more faults happen."""

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._written = 0

    def end(self) -> None:
        members = members_of(self.run)
        for machine in members:
            assert machine.desk is not None, "all have been switched on"
            is_as_ever = machine.restored_ms is None and machine not in self.run.newcomers.machines
            must_end = is_as_ever or is_near_enough(self.run, machine)
            if machine.desk.catch_up.active and must_end:
                raise Broken("22", f"{machine.name} still catches up")
        if not members:
            return
        first = members[0]
        for other in members[1:]:
            if held_by_one(other, first):
                raise Broken("9", self._difference(first, other))
            self._check_bodies(other, members)
            if other.disk.digest() != first.disk.digest():
                raise Broken("9", f"{first.name} and {other.name} differ in their books")
        if has_majority(self.run) and first.disk.has_words_of_blocks():
            _Decisions(self.run, self.run.recount(first)).check()

    def begin_idle(self) -> None:
        self._written = len(self.run.writings)

    def _check_bodies(self, machine: Machine, members: list[Machine]) -> None:
        """Check that a machine has what a ballot says that may matter, if anybody has it.

        What a hostile member has signed on a branch that was left out nobody need ever have taken with its body.
        """
        lowest = machine.disk.lowest_open_height()
        for fact in machine.disk.bodiless(lowest, 100) if lowest is not None else []:
            if any(other.disk.entries[fact.id].body_bytes is not None for other in members):
                raise Broken("9", f"{machine.name} lacks what {self.run.names[fact.author]}/{fact.seq} says")

    def _difference(self, one: Machine, other: Machine) -> str:
        missing = [
            f"{self.run.names[entry.header.author]}/{entry.header.seq}"
            for machine, rest in ((one, other), (other, one))
            for identity, entry in machine.disk.entries.items()
            if identity not in rest.disk.entries
        ]
        return f"{one.name} and {other.name} do not hold the same: {', '.join(missing[:8])}"

    def after_idle(self) -> None:
        """Check that nothing has been written but in answer to what a hostile member shows only now.

        For a block that needs hostile members there may be a round or two yet: they come and go, and are waited for
        anew less and less often. So there may be for one that such a member proposes late.
        """
        ours = {machine.id for machine in self.run.machines}
        late = list(self.run.writings.values())[self._written :]
        said = sum(entry.header.author in ours and entry.header.kind in CHAIN_KINDS for entry in late)
        shown, new = set[str](), set[str]()
        for entry in late:
            kind = entry.header.kind
            if entry.header.author not in ours:
                shown.add(kind)
            elif not self._is_answer(kind, shown) or (kind in CHAIN_KINDS and said > ROUND_ENTRIES * len(ours)):
                new.add(kind)
        if new:
            raise Broken("24", f"written while nobody wanted anything: {', '.join(sorted(new))}")

    def _is_answer(self, kind: str, shown: set[str]) -> bool:
        """Whether an entry of this kind answers what has been shown: a proposal is voted on whenever it comes."""
        if kind in CHAIN_KINDS:
            return not has_quorum(self.run) or not shown.isdisjoint(CHAIN_KINDS)
        return kind == BALLOT and bool(shown)


class _Decisions:
    """Whether every record that can be decided is (22)."""

    def __init__(self, run: Run, expected: Recount) -> None:
        self._run, self._expected = run, expected
        ballots = [
            ballot_of(entry)
            for entry in expected.entries.values()
            if entry.header.kind == BALLOT and entry.header.author in run.honest
        ]
        self._refused = {entry: reason for ballot in ballots for entry, reason in ballot.no}
        is_pure = not run.adversaries and run.honest.issuperset(machine.id for machine in run.machines)
        self._open_ends: set[EntryId] = set() if is_pure else {*self._refused, *self._doubted()}
        self._votable: dict[EntryId, bool] = {}
        self._shut_out = {} if has_quorum(run) else self._read_only_upto()
        self._places = Counter((fact.author, fact.seq) for fact in expected.facts.values())

    def check(self) -> None:
        """Check all records.

        What honest voters refuse for what it says is never applied. Where somebody is hostile it need not be rejected,
        though: its author counts as a yes, and a hostile voter can say yes, or both, or nothing; and what rests on it
        shares its fate.
        """
        for entry in self._expected.applied:
            if self._refused.get(entry, NoReason.ALREADY_MOVED.value) != NoReason.ALREADY_MOVED.value:
                raise Broken("22", f"{entry.hex()[:8]} is applied, though honest voters refused it")
        for entry, level in self._expected.levels.items():
            is_decided = level.stands or level is Level.VOID or (level is Level.REJECTED and entry in self._refused)
            if entry not in self._open_ends and not is_decided and self._is_votable(entry):
                raise Broken("22", f"{entry.hex()[:8]} is {level.name} in the end")

    def _doubted(self) -> list[EntryId]:
        """Return hostile members' records that too many voters may have spoken of in ballots whose bodies nobody has.

        Those hold them, so as never to contradict themselves, and if too few others are left nobody ever decides.
        """
        replicas = [machine.desk.replica for machine in self._run.machines if machine.desk is not None]
        voters = [replica for replica in replicas if replica.is_voter]
        unheard = [replica.workspace.last_unheard(replica.me) for replica in voters]
        found = []
        for fact in self._expected.facts.values():
            doubting = sum(may_have_spoken(last, fact) for last in unheard)
            if doubting and fact.author not in self._run.honest and 2 * (len(voters) - doubting) <= len(voters):
                found.append(fact.id)
        return found

    def _read_only_upto(self) -> dict[MemberId, int]:
        """Return where feeds are read no further: a block that a voter has voted for would make the record there late.

        With fewer voters than make a block final the height may wait for ever, and that record with it.
        """
        found: dict[MemberId, int] = {}
        chains = [machine.desk.replica.chain for machine in self._run.machines if machine.desk is not None]
        for entry, level in self._expected.levels.items():
            fact = self._expected.facts[entry]
            record = Record(fact, self._expected.bodies[entry])
            if not level.is_settled and any(chain.shuts_out(record) for chain in chains):
                found[fact.author] = min(fact.seq, found.get(fact.author, fact.seq))
        return found

    def _is_votable(self, entry: EntryId) -> bool:
        if entry not in self._votable:
            self._votable[entry] = entry not in self._expected.levels or self._rests_on_nothing_open(entry)
        return self._votable[entry]

    def _rests_on_nothing_open(self, entry: EntryId) -> bool:
        fact, body = self._expected.facts[entry], self._expected.bodies[entry]
        if (not is_known(fact.kind) and body is not None) or self._is_at_fork(entry):
            return False
        if fact.seq >= self._shut_out.get(fact.author, fact.seq + 1):
            return False
        names = names_of(body) if body is not None else ()
        rivals = [
            other
            for other in self._expected.facts.values()
            if other.id != entry and fact.moves is not None and other.moves == fact.moves
        ]
        if not self._open_ends.isdisjoint([*names, *(rival.id for rival in rivals)]):
            return False
        earlier = [rival.id for rival in rivals if rival.author == fact.author and rival.seq < fact.seq]
        return all(self._is_votable(item) for item in (*names, *earlier))

    def _is_at_fork(self, entry: EntryId) -> bool:
        fact = self._expected.facts[entry]
        known = [machine.desk.replica.heads.fork_seq(fact.author) for machine in self._run.machines if machine.desk]
        forks = [seq for seq in known if seq is not None]
        return bool(forks) and fact.seq >= min(forks)

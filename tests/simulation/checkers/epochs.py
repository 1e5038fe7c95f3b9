"""Invariants 7, 15, 19 and 29 at the end, over all changes of who votes: told from the entries, by honest votes alone.

What honest voters of one epoch confirm needs no double voter to stand, so nothing may conflict with it: not within the
epoch, and not over any number of roster changes. Three things are left out: a fork on which the people have ruled,
since a ruling may overrule what was confirmed; what is late, which is 16; what rests on what is void, which acks pass.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.checkers.controllers import check_controllers
from tests.simulation.checkers.presence import newest
from tests.simulation.recount import Recount

from cohong.primitives.ids import EntryId, MemberId

if TYPE_CHECKING:
    from tests.simulation.run import Run


class Epochs(Checker):
    """Looks at the machine with the longest chain."""

    def end(self) -> None:
        machine = newest(self.run)
        if not machine.disk.has_words_of_blocks():
            return
        expected = self.run.recount(machine)
        confirmed = _confirmed_by(self.run, expected)
        self._check_conflicts(confirmed, expected)
        self._check_reached(confirmed, expected)
        self._check_removed(expected)
        check_controllers(expected)

    def _check_conflicts(self, confirmed: dict[EntryId, list[int]], expected: Recount) -> None:
        """Check that no two records on different branches, or that move one version, are confirmed (7)."""
        for one, other in combinations(sorted(confirmed), 2):
            if _are_rivals(one, other, expected):
                raise Broken("7", f"{one.hex()[:8]} and {other.hex()[:8]} are both confirmed by honest voters")

    def _check_reached(self, confirmed: dict[EntryId, list[int]], expected: Recount) -> None:
        """Check that the block two changes on reaches what an epoch confirmed, up to a listed fork (15)."""
        chain = expected.chain
        for record, epochs in confirmed.items():
            header = expected.entries[record].header
            for epoch in (epoch for epoch in epochs if epoch + 2 <= chain.newest.epoch):
                opener = chain.in_epoch(epoch + 2)
                self.run.counts["records two epochs old"] += 1
                forks = [fork.seq for fork, _ in opener.listed if fork.author == header.author]
                if opener.cut_seq(header.author) < header.seq and min(forks, default=header.seq + 1) > header.seq:
                    raise Broken("15", f"{record.hex()[:8]}, confirmed in epoch {epoch}, is cut by none two epochs on")

    def _check_removed(self, expected: Recount) -> None:
        """Check that nothing counts that a removed member wrote beyond the cut of the block that removed it (29)."""
        for age in expected.chain.ages:
            for record in expected.levels:
                header = expected.entries[record].header
                if header.author not in age.expelled or header.seq <= age.cut_seq(header.author):
                    continue
                self.run.counts["records of removed members"] += 1
                if record in expected.applied:
                    raise Broken("29", f"{record.hex()[:8]} counts, though its author had been removed")


def _confirmed_by(run: Run, expected: Recount) -> dict[EntryId, list[int]]:
    """Return the records that honest voters alone confirm, each with the epochs in which they do."""
    found: dict[EntryId, list[int]] = {}
    for record in expected.levels:
        header = expected.entries[record].header
        if record in expected.void and record not in expected.off:
            continue
        for epoch in expected.epochs(record):
            yes, _ = expected.voted(record, epoch)
            is_enough = len(yes & run.honest) >= expected.chain.in_epoch(epoch).confirmed_size
            if is_enough and expected.chain.counts(epoch, header.author, header.seq):
                found.setdefault(record, []).append(epoch)
    return found


def _are_rivals(one: EntryId, other: EntryId, expected: Recount) -> bool:
    facts = expected.facts[one], expected.facts[other]
    if facts[0].author != facts[1].author or one in expected.below(other) or other in expected.below(one):
        return False
    return not _is_ruled(facts[0].author, min(fact.seq for fact in facts), expected)


def _is_ruled(author: MemberId, upto_seq: int, expected: Recount) -> bool:
    return any(ruled == author and seq <= upto_seq for ruled, seq in expected.chain.newest.ruled)

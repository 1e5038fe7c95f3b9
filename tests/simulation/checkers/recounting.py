"""Invariants 6, 9 to 11 and 18 to 20: what a machine shows is what its entries give, counted by the letter."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.simulation.checkers.book import check_book
from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.recount import NO, YES, Recount

from cohong.primitives.ids import EntryId
from cohong.primitives.standing import Level
from cohong.protocol.quorum import strength

if TYPE_CHECKING:
    from tests.simulation.machine import Machine


class Recounting(Checker):
    """Counts anew, once for each set of entries."""

    def look(self, machine: Machine) -> None:
        if not machine.disk.has_words_of_blocks():
            return
        expected = self.run.recount(machine)
        self._compare(machine, expected)
        self._compare_votes(machine, expected)
        check_book(expected)
        if expected.chain.newest.epoch == 0:
            check_strength(expected)

    def _compare(self, machine: Machine, expected: Recount) -> None:
        shown = machine.disk.standing()
        for entry, standing in expected.standing().items():
            if shown[entry] != standing:
                raise Broken("10", f"{machine.name} shows {entry.hex()[:8]} as {shown[entry]}, recounted {standing}")
        if machine.disk.objects != expected.objects or machine.disk.digest() != expected.digest():
            raise Broken("10", f"{machine.name} has another book than its entries give")

    def _compare_votes(self, machine: Machine, expected: Recount) -> None:
        if not machine.is_up or machine.desk is None:
            return
        replica = machine.desk.replica
        for entry in expected.levels:
            fact = replica.workspace.known(entry)
            yes, no = replica.tally.voted(fact, replica.lineage.epoch)
            counted = ({v for v, w in expected.words.items() if word in w[entry]} for word in (YES, NO))
            if (yes, no) != tuple(counted):
                raise Broken("11", f"{machine.name} counts other votes on {entry.hex()[:8]}")


def check_strength(expected: Recount) -> None:
    """Check that of two records on different branches at one level, enough voters provably signed for both.

    Raises:
        Broken: 6.
    """
    charter = expected.genesis.charter
    yes = {
        entry: {voter for voter, words in expected.words.items() if YES in words[entry]} for entry in expected.levels
    }
    places: dict[tuple[bytes, bytes], list[EntryId]] = {}
    for entry in expected.levels:
        fact = expected.facts[entry]
        places.setdefault((fact.author, fact.prev), []).append(entry)
    for rivals in places.values():
        for one, other in combinations(rivals, 2):
            least = max(strength(len(yes[item]), Level.CONFIRMED, charter) for item in (one, other))
            both_reach = all(len(yes[item]) > len(charter.roster) // 2 for item in (one, other))
            if both_reach and len(yes[one] & yes[other]) < least:
                raise Broken("6", f"{one.hex()[:8]} and {other.hex()[:8]} stand with too few double voters")

"""Invariants 6, 9 to 11 and 18 to 20: what a machine shows is what its entries give, counted by the letter."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tests.simulation.checkers.checker import Broken, Checker
from tests.simulation.recount import NO, YES, Recount

from cohong.book.objects import Claim, Obligation
from cohong.book.transitions import level_needed
from cohong.primitives.entry import names_of
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


def check_book(expected: Recount) -> None:
    """Check what the book never shows.

    Raises:
        Broken: 18, 19 or 20.
    """
    for entry in expected.applied:
        body, level = expected.bodies[entry], expected.levels[entry]
        if not level.stands or level < level_needed(expected.facts[entry].kind):
            raise Broken("18", f"{entry.hex()[:8]} is applied at {level.name}")
        if body is None or not expected.applied.issuperset(names_of(body)):
            raise Broken("18", f"{entry.hex()[:8]} is applied on what is not")
    moved = [expected.facts[entry].moves for entry in expected.applied if expected.facts[entry].moves is not None]
    if len(moved) != len(set(moved)):
        raise Broken("19", "a version has been moved twice")
    for item in expected.objects.values():
        if isinstance(item, Obligation) and not (
            min(item.received_minor, item.written_off_minor, item.assigned_minor, item.outstanding_minor) >= 0
            and item.assigned_minor == sum(part.terms.amount_minor for part in expected.parts_of(item.id))
            and EntryId(item.version) in expected.applied
        ):
            raise Broken("20", f"obligation {item.id.hex()[:8]} does not add up")
        if isinstance(item, Claim) and not isinstance(expected.objects[item.obligation], Obligation):
            raise Broken("20", f"claim {item.id.hex()[:8]} is on nothing")


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

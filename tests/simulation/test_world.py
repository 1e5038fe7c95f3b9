"""Members trade over a network that delays, reorders and forgets; one of them may be hostile. What must hold, holds.

The numbers are those of the invariants: 1 and 3 to 5 say what honest members never do, 9 to 11 that every node arrives
at what a recount of the entries gives, 18 to 20 what the book never shows, 22 that everything is decided that can be,
24 that an idle network writes nothing.
"""

import os
from itertools import pairwise

import pytest
from tests.simulation.recount import NO, YES, Recount, ballot_of, recount
from tests.simulation.trading import Hostile, trade
from tests.simulation.world import Node, World

from cohong.book.objects import Claim, Obligation
from cohong.book.reasons import NoReason
from cohong.book.rules import is_known
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import BALLOT
from cohong.primitives.standing import Level

WORLDS = int(os.environ.get("COHONG_WORLDS", "60"))
DAY_MS = 86_400_000


def run(seed: int, *, hostile: bool, clocks: bool = False) -> World:
    """Return a world after a while of trading, with everything delivered and voted on."""
    voters = 3 + seed % 3
    world = World(voters, seed=seed, hostile=int(hostile), final=("two-thirds", "majority")[seed // 3 % 2])
    world.now_ms += 2 * DAY_MS
    if clocks:
        for node, offset in zip(world.nodes, (-DAY_MS, DAY_MS, 0, DAY_MS, -DAY_MS), strict=False):
            node.clock_ms = offset
    enemies = [Hostile(world, member) for member in world.hostile]
    for _ in range(world.random.randrange(30, 120)):
        for _ in range(world.random.randrange(4)):
            world.step()
        if enemies and world.random.random() < 0.3:
            enemies[0].act()
        else:
            trade(world, world.random.choice(world.nodes))
    for node in world.nodes:
        node.clock_ms = 0
    world.now_ms += 3 * DAY_MS * int(clocks)
    world.settle()
    return world


def recount_of(world: World) -> Recount:
    return recount(world.genesis, world.written())


def check_all_agree(world: World, expected: Recount) -> None:
    for node in world.nodes:
        assert node.ledger.standing() == expected.standing()
        assert node.ledger.objects == expected.objects
        assert node.ledger.digest() == expected.digest()


def check_honest_members(world: World, expected: Recount) -> None:
    honest = {node.id for node in world.nodes}
    for node in world.nodes:
        assert not node.above_fork
        places = [(entry.header.seq, entry.id) for entry in node.sent]
        assert [seq for seq, _ in places] == list(range(len(places)))
        assert not [proof for proof, _ in node.ledger.proofs() if proof.author in honest]
        heads = node.replica.heads
        for voter, _, tips in node.replica.tally.several_tips():
            # Who acked a branch before it knew of the fork votes on along the one that a final block has cut.
            assert voter not in honest or sum(not heads.is_dead(entry) for _, entry in tips) == 1
        check_acks_on_one_chain(node, expected)
    for record in expected.levels:
        words = [expected.words[voter][record] for voter in sorted(honest)]
        assert not [said for said in words if {YES, NO} <= said]
        if expected.levels[record] is Level.VOID:
            continue  # an ack that passes it says nothing on it
        # An author's own record counts as its yes, though it may well break a rule.
        others = [expected.words[v][record] for v in sorted(honest) if v != expected.facts[record].author]
        assert not (any(YES in said for said in others) and any(NO in said for said in others))


def check_acks_on_one_chain(node: Node, expected: Recount) -> None:
    acked: dict[bytes, list[EntryId]] = {}
    for entry in node.sent:
        if entry.header.kind == BALLOT:
            for ack in ballot_of(entry).ack:
                acked.setdefault(ack.author, []).append(ack.id)
    for chain in acked.values():
        assert all(earlier in expected.below(later)[1:] for earlier, later in pairwise(chain))


def check_book(expected: Recount) -> None:
    for entry in expected.applied:
        body = expected.bodies[entry]
        assert expected.levels[entry].stands
        assert body is not None and expected.applied.issuperset(names_of(body))
    moved = [expected.facts[entry].moves for entry in expected.applied if expected.facts[entry].moves is not None]
    assert len(moved) == len(set(moved))
    for item in expected.objects.values():
        if isinstance(item, Obligation):
            assert item.terms.amount_minor == item.received_minor + item.outstanding_minor
            assert item.received_minor >= 0 and item.outstanding_minor >= 0
            assert item.version in expected.applied
        elif isinstance(item, Claim):
            assert isinstance(expected.objects[item.obligation], Obligation)


def check_decided(world: World, expected: Recount) -> None:
    """Every record that does not rest on an open fork, or on a kind that nobody knows, is decided.

    What honest voters refuse for what it says is never applied. Where somebody is hostile it need not be rejected,
    though: its author counts as a yes, and a hostile voter can say yes, or both, or nothing; and what rests on it
    shares its fate.
    """
    ballots = [ballot_of(entry) for node in world.nodes for entry in node.sent if entry.header.kind == BALLOT]
    refused = {entry: reason for ballot in ballots for entry, reason in ballot.no}
    assert {refused[entry] for entry in expected.applied if entry in refused} <= {NoReason.ALREADY_MOVED}
    open_ends = set(refused) if world.hostile else set()
    known: dict[EntryId, bool] = {}
    for entry, level in expected.levels.items():
        if entry not in open_ends and _is_votable(entry, expected, open_ends, known):
            assert level.stands or (level in (Level.REJECTED, Level.VOID) and entry in refused), entry.hex()


def _is_votable(entry: EntryId, expected: Recount, open_ends: set[EntryId], known: dict[EntryId, bool]) -> bool:
    if entry not in known:
        known[entry] = entry not in expected.levels or _rests_on_nothing_open(entry, expected, open_ends, known)
    return known[entry]


def _rests_on_nothing_open(
    entry: EntryId, expected: Recount, open_ends: set[EntryId], known: dict[EntryId, bool]
) -> bool:
    fact, body = expected.facts[entry], expected.bodies[entry]
    if (not is_known(fact.kind) and body is not None) or _is_at_fork(entry, expected):
        return False
    names = names_of(body) if body is not None else ()
    rivals = [o for o in expected.facts.values() if o.id != entry and fact.moves is not None and o.moves == fact.moves]
    if not open_ends.isdisjoint([*names, *(rival.id for rival in rivals)]):
        return False
    earlier = [rival.id for rival in rivals if rival.author == fact.author and rival.seq < fact.seq]
    return all(_is_votable(item, expected, open_ends, known) for item in (*names, *earlier))


def _is_at_fork(entry: EntryId, expected: Recount) -> bool:
    fact = expected.facts[entry]
    places = [(other.author, other.seq) for other in expected.facts.values()]
    forks = [seq for author, seq in places if author == fact.author and places.count((author, seq)) > 1]
    return bool(forks) and fact.seq >= min(forks)


def check_idle(world: World) -> None:
    count = len(world.written())
    world.settle(4, step_ms=60_000)
    assert len(world.written()) == count


def check(world: World) -> None:
    expected = recount_of(world)
    check_all_agree(world, expected)
    check_honest_members(world, expected)
    check_book(expected)
    check_decided(world, expected)
    check_idle(world)


@pytest.mark.parametrize("block", range(5))
def test_among_honest_members_everything_is_decided_the_same_everywhere(block: int) -> None:
    for seed in range(block, WORLDS, 5):
        check(run(seed, hostile=False))


@pytest.mark.parametrize("block", range(5))
def test_one_hostile_member_changes_nothing_for_the_others(block: int) -> None:
    for seed in range(block, 2 * WORLDS, 5):
        check(run(seed, hostile=True))


def test_clocks_a_day_off_change_what_waits_and_not_how_it_ends() -> None:
    for seed in range(WORLDS // 3):
        check(run(seed, hostile=seed % 2 == 1, clocks=True))

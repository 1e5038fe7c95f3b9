"""Trust flow: what the program over all paths says, never above a cut, and nothing gained by inventing members."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import pairwise, permutations
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]  # no stubs

from cohong.insight import shared_arcs
from cohong.insight.repaid_trade import Repayment, repaid_trade
from cohong.insight.trust_flow import Trust, TrustPath, trust_flow

VIEWER, SUBJECT = "viewer", "subject"
NAMES = (VIEWER, SUBJECT, "a", "b", "c", "d")
Arcs = Mapping[tuple[str, str], int]
"""By creditor and debtor."""

PAIRS = st.sampled_from([(one, other) for one in NAMES for other in NAMES if one != other])
# Few different amounts: ties, and arcs that hold less than what leads to them, are where a mistake would show.
ARCS = st.dictionaries(PAIRS, st.integers(0, 9) | st.sampled_from([1, 1000]), max_size=24)


def trust(arcs: Arcs, viewer: str = VIEWER, subject: str = SUBJECT) -> Trust:
    trade = repaid_trade([Repayment(*pair, minor, days_ago=0) for pair, minor in arcs.items()])
    return trust_flow(trade, viewer, subject)


def used_by(found: Trust) -> dict[tuple[str, str], int]:
    carried: dict[tuple[str, str], int] = {}
    for path in found.paths:
        for pair in pairwise(path.members):
            carried[pair] = carried.get(pair, 0) + path.carried_minor
    return carried


def trust_by_all_paths(arcs: Arcs) -> float:
    """Write every path of at most four hops into one linear program."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    rows = {pair: solver.Constraint(0, minor) for pair, minor in arcs.items()}
    solver.Objective().SetMaximization()
    others = sorted({name for pair in arcs for name in pair} - {VIEWER, SUBJECT})
    for between in (chosen for hops in range(4) for chosen in permutations(others, hops)):
        members = (VIEWER, *between, SUBJECT)
        pairs = list(pairwise(members))
        if all(pair in arcs for pair in pairs):
            column = solver.NumVar(0, solver.infinity(), "")
            solver.Objective().SetCoefficient(column, 0.8 ** len(pairs))
            for pair in pairs:
                rows[pair].SetCoefficient(column, 1)
    assert solver.Solve() == pywraplp.Solver.OPTIMAL
    return float(solver.Objective().Value())


def smallest_cut(arcs: Arcs) -> int:
    """Return the largest flow over paths of any length, by shortest augmenting paths."""
    left = dict(arcs)
    total = 0
    while True:
        came_from = {VIEWER: VIEWER}
        queue = deque([VIEWER])
        while queue:
            here = queue.popleft()
            for (start, end), minor in left.items():
                if start == here and minor and end not in came_from:
                    came_from[end] = start
                    queue.append(end)
        if SUBJECT not in came_from:
            return total
        way = [SUBJECT]
        while way[-1] != VIEWER:
            way.append(came_from[way[-1]])
        pairs = [(start, end) for end, start in pairwise(way)]
        step = min(left[pair] for pair in pairs)
        total += step
        for start, end in pairs:
            left[start, end] -= step
            left[end, start] = left.get((end, start), 0) + step


@given(ARCS)
def test_it_is_the_optimum_over_all_paths(arcs: Arcs) -> None:
    assert trust(arcs).minor == int(trust_by_all_paths(arcs) + 1e-6)


@given(ARCS)
def test_it_is_at_most_four_fifths_of_the_smallest_cut(arcs: Arcs) -> None:
    assert 5 * trust(arcs).minor <= 4 * smallest_cut(arcs)


@given(ARCS)
def test_the_paths_are_a_flow_that_carries_it(arcs: Arcs) -> None:
    found = trust(arcs)
    for path in found.paths:
        assert (path.members[0], path.members[-1]) == (VIEWER, SUBJECT)
        assert len(path.members) == len(set(path.members)) <= 5
    assert all(0 < minor <= arcs[pair] for pair, minor in used_by(found).items())
    arriving = sum(path.carried_minor * 0.8 ** (len(path.members) - 1) for path in found.paths)
    # Each path is rounded down by itself.
    assert found.minor - len(arcs) <= arriving <= found.minor + 1


@given(ARCS, PAIRS, st.integers(1, 9))
def test_more_repaid_never_lowers_it(arcs: Arcs, pair: tuple[str, str], more: int) -> None:
    assert trust({**arcs, pair: arcs.get(pair, 0) + more}).minor >= trust(arcs).minor


@given(ARCS, st.permutations(NAMES), st.randoms(use_true_random=False))
def test_names_and_order_change_nothing(arcs: Arcs, others: list[str], random: Random) -> None:
    renamed = dict(zip(NAMES, others, strict=True))
    pairs = [(renamed[start], renamed[end]) for start, end in arcs]
    shuffled = list(zip(pairs, arcs.values(), strict=True))
    random.shuffle(shuffled)
    assert trust(dict(shuffled), renamed[VIEWER], renamed[SUBJECT]).minor == trust(arcs).minor


@given(ARCS, st.integers(1, 8), st.data())
def test_invented_members_lift_it_no_higher_than_what_the_subject_repaid(
    arcs: Arcs, count: int, data: st.DataObject
) -> None:
    invented = [f"invented {number}" for number in range(count)]
    inside = st.sampled_from([*invented, SUBJECT])
    own = st.tuples(inside, inside).filter(lambda pair: pair[0] != pair[1])
    wash = data.draw(st.dictionaries(own, st.integers(0, 10**9), max_size=40))
    # Whatever the invented claim to have lent to honest members leads away from the subject.
    outward = st.tuples(st.sampled_from(invented), st.sampled_from([VIEWER, "a", "b"]))
    wash |= data.draw(st.dictionaries(outward, st.integers(0, 10**9), max_size=5))
    repaid = sum(minor for (start, end), minor in arcs.items() if end == SUBJECT)
    assert trust({**arcs, **wash}).minor == trust(arcs).minor
    assert 5 * trust(arcs).minor <= 4 * repaid


@given(ARCS, st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 9)), max_size=5))
@example({("c", "b"): 1, (VIEWER, "d"): 1000, (VIEWER, "b"): 2, (VIEWER, "c"): 1, ("c", SUBJECT): 1, ("d", "b"): 1},
         [("b", 1), ("b", 2)])  # fmt: skip
def test_repayment_spread_over_invented_members_reaches_no_further_than_by_one(
    arcs: Arcs, repaid: list[tuple[str, int]]
) -> None:
    spread = {(creditor, f"invented {number}"): minor for number, (creditor, minor) in enumerate(repaid)}
    back = {(f"invented {number}", SUBJECT): 10**9 for number in range(len(repaid))}
    by_one = dict(arcs)
    for creditor, minor in repaid:
        by_one[creditor, SUBJECT] = by_one.get((creditor, SUBJECT), 0) + minor
    most = trust(by_one).minor
    # Where arcs are shared, a part in 10^9 is left to the rounding of the solver.
    assert trust({**arcs, **spread, **back}).minor <= most + 1 + most // 10**9


def test_a_chain_loses_a_fifth_at_each_hop_and_ends_after_four() -> None:
    members = [VIEWER, "a", "b", "c", SUBJECT, "beyond"]
    chain = dict.fromkeys(pairwise(members), 625)
    assert [trust(chain, subject=subject).minor for subject in members[1:]] == [500, 400, 320, 256, 0]
    assert trust(chain) == Trust(256, (TrustPath((VIEWER, "a", "b", "c", SUBJECT), 625),))
    assert trust(chain, viewer=SUBJECT, subject=VIEWER) == Trust(0, ())


def test_an_arc_that_two_paths_want_in_two_places_counts_once() -> None:
    # viewer x y subject, and for the same arc x → y: viewer x y c subject, viewer a x y subject.
    arcs = {(VIEWER, "x"): 9, (VIEWER, "a"): 9, ("a", "x"): 9, ("x", "y"): 1, ("y", SUBJECT): 1000}
    arcs |= {("y", "c"): 9, ("c", SUBJECT): 9}
    thousands = {pair: 1000 * minor for pair, minor in arcs.items()}
    assert trust(thousands) == Trust(512, (TrustPath((VIEWER, "x", "y", SUBJECT), 1000),))


@given(ARCS)
def test_cut_down_instead_it_is_a_flow_that_may_be_less(arcs: Arcs) -> None:
    largest = trust(arcs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared_arcs, "PATHS_MAX", 0)
        found = trust(arcs)
    carried = used_by(found)
    assert all(minor <= arcs[pair] for pair, minor in carried.items())
    assert found.minor <= largest.minor


def test_a_shorter_path_gives_way_where_two_longer_ones_carry_more() -> None:
    # x → y is the only short one; the two long ones need its ends.
    arcs = {(VIEWER, "x"): 1000, (VIEWER, "q"): 1000, ("q", "r"): 1000, ("r", "y"): 1000, ("x", "y"): 1000}
    arcs |= {("y", SUBJECT): 1000, ("x", "p"): 1000, ("p", "z"): 1000, ("z", SUBJECT): 1000}
    assert trust(arcs).minor == 2 * 409 + 1


def test_amounts_near_the_largest_are_exact() -> None:
    most = 10**15
    arcs = {(VIEWER, "a"): most, ("a", SUBJECT): most - 1, (VIEWER, SUBJECT): most - 3}
    assert trust(arcs).minor == ((most - 1) * 400 + (most - 3) * 500) // 625


def test_a_stranger_has_none() -> None:
    assert trust({("a", "b"): 5}) == trust({}) == Trust(0, ())


@pytest.mark.parametrize("seed", range(20))
def test_amounts_of_very_different_sizes_are_no_trouble(seed: int) -> None:
    random, members = Random(seed), ["a", "b", "c", "d", "e", VIEWER, SUBJECT]
    for _ in range(20):
        pairs = [tuple(random.sample(members, 2)) for _ in range(random.randint(8, 34))]
        arcs = {
            pair: random.choice((0, 1, 10, 1000, 10**6, 10**9, 10**12, random.randint(0, 10**13))) for pair in pairs
        }
        repaid = sum(minor for (_, end), minor in arcs.items() if end == SUBJECT)
        assert 0 <= 5 * trust(arcs).minor <= 4 * repaid * (1 + 1e-9) + 5  # type: ignore[arg-type]  # pairs

"""Histories of all kinds of records, in any order of arrival: the book that a recount gives, with all that it promises.

`COHONG_HISTORIES_OF_ALL_KINDS=2000` counts so many.
"""

import os
import random
from collections import Counter
from collections.abc import Callable

import pytest
from tests.simulation.all_kinds import LEANINGS, history_of_all_kinds, history_of_undertakings
from tests.simulation.charter_histories import DatedScribe
from tests.simulation.checkers.book import check_book
from tests.simulation.checkers.consents import check_consents
from tests.simulation.checkers.controllers import check_controllers
from tests.simulation.checkers.covers import check_covers
from tests.simulation.checkers.past import check_owed, counted_past
from tests.simulation.checkers.rounds import check_rounds
from tests.simulation.distorted import distorted_history
from tests.simulation.recount import Recount, recount
from tests.simulation.test_any_order import compare, given_blocks, read_at_random, read_in_order

from cohong.book.fold import fold_all
from cohong.primitives.standing import Record

HISTORIES = int(os.environ.get("COHONG_HISTORIES_OF_ALL_KINDS", "12"))


@pytest.mark.parametrize("block", range(6))
def test_any_order_of_arrival_gives_the_book_that_a_recount_gives(block: int) -> None:
    for seed in range(block, HISTORIES, 6):
        check(seed)


@pytest.mark.parametrize("leaning", range(len(LEANINGS)))
def test_what_members_do_together_is_the_same_in_any_order(leaning: int) -> None:
    for seed in range(leaning, HISTORIES * 2 // 3, len(LEANINGS)):
        check(seed, history_of_undertakings)


@pytest.mark.parametrize("block", range(4))
def test_what_is_out_of_form_stops_no_reader_and_changes_nothing(block: int) -> None:
    for seed in range(block, HISTORIES * 2 // 3, 4):
        check(seed, distorted_history)


def check(seed: int, history: Callable[[int], DatedScribe] = history_of_all_kinds) -> Recount:
    scribe, chance = history(seed), random.Random(seed)
    expected = recount(scribe.genesis, scribe.written)
    check_book(expected)
    check_controllers(expected)
    check_together(expected)
    compare(read_in_order(scribe), expected)
    for _ in range(2):
        compare(read_at_random(scribe, chance), expected)
    compare(read_at_random(scribe, chance, given_blocks(scribe, chance)), expected)
    applied = [Record(expected.facts[entry], expected.bodies[entry]) for entry in expected.applied]
    chance.shuffle(applied)
    assert fold_all(applied) == expected.objects
    return expected


def check_together(expected: Recount) -> None:
    """Check rounds, guarantees, pools and consents by what the records say."""
    past = counted_past(expected)
    for look in (check_owed, check_rounds, check_covers, check_consents):
        look(past, expected.objects.values())


def test_the_histories_reach_what_they_are_for() -> None:
    """A generator that nothing comes of would find nothing wrong."""
    applied, states = Counter[str](), Counter[str]()
    for seed in range(8):
        scribe = history_of_all_kinds(seed)
        counted = recount(scribe.genesis, scribe.written)
        applied.update(counted.facts[entry].kind for entry in counted.applied)
        states.update(getattr(item, "state", "") for item in counted.objects.values())
    assert not REACHED - applied.keys()
    assert not STATES - states.keys()


def test_what_members_do_together_comes_to_something() -> None:
    applied = Counter[str]()
    for seed in range(12):
        scribe = history_of_undertakings(seed)
        counted = recount(scribe.genesis, scribe.written)
        applied.update(counted.facts[entry].kind for entry in counted.applied)
    assert not REACHED_TOGETHER - applied.keys()


REACHED = {
    "credit.accept", "credit.agree", "credit.assign", "credit.claim", "credit.notice", "credit.receipt",
    "credit.restructure", "credit.write_off", "dispute.open", "offer.buy", "offer.sell",
}  # fmt: skip
REACHED_TOGETHER = {
    "access.receipt", "consent.grant", "credit.default", "credit.subrogate", "guarantee.pay", "netting.apply",
    "netting.join", "pool.draw",
}  # fmt: skip
STATES = {"active", "settled"}

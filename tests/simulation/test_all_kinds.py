"""Histories of all kinds of records, in any order of arrival: the book that a recount gives, with all that it promises.

`COHONG_HISTORIES_OF_ALL_KINDS=2000` counts so many.
"""

import os
import random
from collections import Counter

import pytest
from tests.simulation.all_kinds import history_of_all_kinds
from tests.simulation.checkers.book import check_book
from tests.simulation.checkers.controllers import check_controllers
from tests.simulation.recount import Recount, recount
from tests.simulation.test_any_order import compare, given_blocks, read_at_random, read_in_order

from cohong.book.fold import fold_all
from cohong.primitives.standing import Record

HISTORIES = int(os.environ.get("COHONG_HISTORIES_OF_ALL_KINDS", "12"))


@pytest.mark.parametrize("block", range(6))
def test_any_order_of_arrival_gives_the_book_that_a_recount_gives(block: int) -> None:
    for seed in range(block, HISTORIES, 6):
        check(seed)


def check(seed: int) -> Recount:
    scribe, chance = history_of_all_kinds(seed), random.Random(seed)
    expected = recount(scribe.genesis, scribe.written)
    check_book(expected)
    check_controllers(expected)
    compare(read_in_order(scribe), expected)
    for _ in range(2):
        compare(read_at_random(scribe, chance), expected)
    compare(read_at_random(scribe, chance, given_blocks(scribe, chance)), expected)
    applied = [Record(expected.facts[entry], expected.bodies[entry]) for entry in expected.applied]
    chance.shuffle(applied)
    assert fold_all(applied) == expected.objects
    return expected


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


REACHED = {
    "credit.accept", "credit.agree", "credit.assign", "credit.claim", "credit.notice", "credit.receipt",
    "credit.restructure", "credit.write_off", "dispute.open", "offer.buy", "offer.sell",
}  # fmt: skip
STATES = {"active", "settled"}

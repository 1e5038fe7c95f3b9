"""Any history that the rules let pass: sums, controllers, rounds and covers hold, and the order never matters.

`make properties` tries 20,000 histories; `pytest -s` prints how often each kind of record was let pass.
"""

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.book.drawn_book import Book, written

from cohong.book.bodies import FIELDS
from cohong.book.consents import ConsentState
from cohong.book.objects import MovedObject, ObligationState
from cohong.book.rounds import RoundState

STEPS_MAX = 60


@pytest.fixture(scope="module")
def passed() -> Iterator[Counter[str]]:
    """Return how often each kind of record was let pass; printed at the end."""
    counted = Counter[str]()
    yield counted
    print("", *(f"{count:8} {kind}" for kind, count in sorted(counted.items())), sep="\n")


def kinds_in(book: Book) -> Counter[str]:
    return Counter(record.fact.kind for record in book.shelf.records.values())


@settings(deadline=None)
@given(chance=st.randoms(use_true_random=True), steps=st.integers(1, STEPS_MAX))
def test_whatever_the_rules_let_pass_adds_up_and_is_the_same_in_any_order(
    passed: Counter[str], chance: random.Random, steps: int
) -> None:
    book = written(chance, steps)
    book.check()
    passed.update(kinds_in(book))


def test_the_histories_reach_every_state_and_every_kind_of_step() -> None:
    """A generator that nothing comes of would find nothing wrong."""
    states, kinds = Counter[str](), Counter[str]()
    for seed in range(120):
        book = written(random.Random(seed), STEPS_MAX)
        kinds += kinds_in(book)
        states.update(item.state for item in book.shelf.objects.values() if isinstance(item, MovedObject))
    assert not {state.value for state in (*ObligationState, *RoundState, *ConsentState)} - states.keys()
    assert not FIELDS.keys() - kinds.keys()

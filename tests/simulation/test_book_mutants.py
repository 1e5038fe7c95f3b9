"""What is written by hand, and the histories of all kinds, miss each rule of sales and disputes that is gone."""

from collections.abc import Callable

import pytest
from tests.simulation import test_netting
from tests.simulation.book_mutants import BOOK_MUTANTS
from tests.simulation.test_all_kinds import check
from tests.unit.protocol import test_steps

HISTORIES = range(8)


def histories() -> None:
    for seed in HISTORIES:
        check(seed)


CAUGHT_BY: dict[str, Callable[[], object]] = {
    "dispute": test_steps.test_a_dispute_is_closed_by_a_record_about_it_and_by_no_other_that_names_it,
    "final": test_steps.test_a_later_mover_is_held_as_long_as_the_earlier_one_is_not_at_its_level,
    "head": test_steps.test_a_head_on_another_branch_than_the_cut_shows_nothing,
    "late-consent": histories,
    "lock": test_netting.test_nobody_but_the_coordinator_ends_a_round_and_nothing_moves_while_it_lasts,
    "part": test_steps.test_a_part_is_referred_to_by_the_sale_that_it_began_with_and_by_no_other,
    "resting": test_steps.test_a_sale_that_is_taken_back_takes_the_part_with_it,
}


@pytest.mark.parametrize("rule", sorted(BOOK_MUTANTS))
def test_a_rule_that_is_gone_is_missed(rule: str) -> None:
    with BOOK_MUTANTS[rule].applied() as patches, pytest.raises(AssertionError):
        CAUGHT_BY[rule]()
    assert patches.overruled > 0

"""The simulator notices when a safety rule is gone: each is taken out in turn, and a schedule that holds breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.simulation.checkers import Broken
from tests.simulation.hunting import hunt
from tests.simulation.mutants import MUTANTS, Mutant
from tests.simulation.run import Run

from cohong.protocol import quorum

CAUGHT = {
    "one-vote-a-branch": (43, 49),
    "one-vote-an-iteration": (132, 1530, 1588),
    "epoch-cut": (49, 93, 1514),
    "durable-before-sent": (1, 2),
    "head-before-sent": (1, 2),
    "one-change-a-block": (32, 49, 1530),
    "catch-up": (206, 216, 251),
}
"""Schedules that hold, and do not without the rule. A change of what is drawn moves them: `--without` finds others."""


@pytest.mark.parametrize("rule", sorted(MUTANTS))
def test_a_schedule_breaks_once_a_safety_rule_is_gone(rule: str) -> None:
    seed = next((seed for seed in CAUGHT[rule] if _is_broken_without(rule, seed)), None)
    assert seed is not None
    Run(seed).go()  # with the rule nothing is broken


def _is_broken_without(rule: str, seed: int) -> bool:
    with MUTANTS[rule].applied() as patches:
        try:
            Run(seed).go()
        except Broken:
            assert patches.overruled > 0
            return True
    return False


def test_a_rule_that_is_kept_elsewhere_is_not_taken_for_removed() -> None:
    gone = Mutant("", lambda patches: patches.replace(quorum, "no_such_function", lambda original: original))
    with pytest.raises(LookupError), gone.applied():
        pass


def test_a_rule_is_back_afterwards() -> None:
    def one(voters: int) -> int:
        return 1

    def make(original: Callable[..., Any]) -> Callable[..., int]:
        return one

    before = quorum.confirmed_size
    with Mutant("", lambda patches: patches.replace(quorum, "confirmed_size", make)).applied():
        assert quorum.confirmed_size(9) == 1
    assert quorum.confirmed_size is before


def test_a_hunt_ends_with_the_first_schedule_that_is_caught() -> None:
    found = hunt("durable-before-sent", range(1, 50))
    assert (found.seed, found.schedules, found.differed) == (1, 1, 1)

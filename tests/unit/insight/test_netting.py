"""The largest set-off: against brute force, in any order and process the same, and clear where it can't be counted."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.book.circulation import Debt, fault_of
from cohong.insight.netting import TOTAL_MINOR_MAX, TotalTooLarge, WhatIf, largest_set_offs, what_if

DEBTS = st.lists(st.builds(Debt, st.sampled_from("ABCD"), st.sampled_from("ABCD"), st.integers(0, 3)), max_size=5)
MANY = st.lists(st.builds(Debt, st.sampled_from("ABCDEFGH"), st.sampled_from("ABCDEFGH"), st.integers(0, 50)))


def most_by_brute_force(debts: Sequence[Debt], borrowed_max: int | None = None, down_max: int | None = None) -> int:
    """Try every way to set off: each balance must be even, or its lack borrowed."""
    most = 0
    for set_offs in product(*(range(debt.outstanding_minor + 1) for debt in debts)):
        balance = dict.fromkeys("ABCD", 0)
        for debt, cleared in zip(debts, set_offs, strict=True):
            balance[str(debt.debtor)] -= cleared
            balance[str(debt.creditor)] += cleared
        lacks = [-minor for minor in balance.values() if minor < 0]
        if sum(lacks) <= (borrowed_max or 0) or (down_max is not None and max(lacks, default=0) <= down_max):
            most = max(most, sum(set_offs))
    return most


@given(DEBTS)
def test_it_is_what_brute_force_finds(debts: list[Debt]) -> None:
    set_offs = largest_set_offs(debts)
    assert (fault_of(debts, set_offs), sum(set_offs)) == (None, most_by_brute_force(debts))


@given(MANY, st.randoms(use_true_random=False))
def test_order_of_the_obligations_changes_nothing(debts: list[Debt], random: Random) -> None:
    order = list(range(len(debts)))
    random.shuffle(order)
    plain = largest_set_offs(debts, ranks=range(len(debts)))
    shuffled = largest_set_offs([debts[place] for place in order], ranks=order)
    assert shuffled == [plain[place] for place in order]


@given(DEBTS, st.integers(0, 4))
def test_liquidity_clears_what_brute_force_finds(debts: list[Debt], liquidity: int) -> None:
    plain = most_by_brute_force(debts)
    lent = most_by_brute_force(debts, borrowed_max=liquidity)
    pooled = most_by_brute_force(debts, down_max=liquidity)
    assert what_if(debts, liquidity) == WhatIf(liquidity, plain, lent - plain, pooled - plain)


def test_money_lent_goes_along_a_chain_once_and_a_pool_stands_between_all() -> None:
    chains = [Debt("A", "B", 5), Debt("B", "C", 7), Debt("X", "Y", 4)]
    assert what_if(chains, 0) == WhatIf(0, 0, 0, 0)
    assert what_if(chains, 6) == WhatIf(6, 0, 5 + 6, 5 + 7 + 4)


def test_debts_between_the_same_two_go_by_rank_and_without_one_smallest_first() -> None:
    debts = [Debt("A", "B", 30), Debt("B", "A", 25), Debt("A", "B", 10)]
    assert largest_set_offs(debts) == [15, 25, 10]
    assert largest_set_offs(debts, ranks=[("2026-01-31", 1), ("2026-02-01", 2), ("2026-03-31", 3)]) == [25, 25, 0]


def test_what_somebody_owes_himself_is_set_off_whole() -> None:
    assert largest_set_offs([Debt("A", "A", 5), Debt("A", "B", 3), Debt("A", "A", 2)]) == [5, 0, 2]


def test_nothing_to_net() -> None:
    assert largest_set_offs([]) == []
    assert largest_set_offs([Debt("A", "B", 3)]) == [0]
    assert largest_set_offs([Debt("A", "B", 0), Debt("B", "A", 0)]) == [0, 0]
    assert what_if([], 5) == WhatIf(5, 0, 0, 0)


def test_sums_are_counted_up_to_the_limit_and_refused_above() -> None:
    half = TOTAL_MINOR_MAX // 2
    assert largest_set_offs([Debt("A", "B", half + 1), Debt("B", "A", half)]) == [half, half]
    assert what_if([Debt("A", "B", half + 1), Debt("B", "C", half)], TOTAL_MINOR_MAX).lent_minor == TOTAL_MINOR_MAX
    with pytest.raises(TotalTooLarge, match="4611686018427387904"):
        largest_set_offs([Debt("A", "B", half + 1), Debt("B", "A", half + 1)])
    with pytest.raises(TotalTooLarge):
        what_if([Debt("A", "B", TOTAL_MINOR_MAX + 1)], 1)


def test_every_process_finds_the_same() -> None:
    program = (
        "from random import Random; from cohong.insight.netting import Debt, largest_set_offs; r = Random(5);"
        "names = [bytes([n]) for n in range(40)];"
        "print(largest_set_offs([Debt(r.choice(names), r.choice(names), r.randrange(99)) for _ in range(600)]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("file", "most_minor"),
    [("mtcs_synthetic_network_01.csv", 535_494_678), ("mtcs_synthetic_network_02.csv", 1_809_489_714)],
)
def test_large_networks_come_to_the_published_optimum(shared_data: Path, file: str, most_minor: int) -> None:
    with (shared_data / file).open(encoding="utf-8", newline="") as opened:
        debts = [Debt(row["debtor"], row["creditor"], int(row["amount"])) for row in csv.DictReader(opened)]
    set_offs = largest_set_offs(debts)
    assert (sum(set_offs), fault_of(debts, set_offs)) == (most_minor, None)

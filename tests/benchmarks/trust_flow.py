"""What a look-up of trust takes in a large network.

`python -m tests.benchmarks.trust_flow` makes 100,000 members with 1,000,000 repaid obligations, some members in
thousands of them and most in a few; with `FILE` it takes the credit links of a real network instead (`u v low balance
high`, limits that no obligation may have left out). It prints a line for looks between members drawn alike, and one for
looks between members drawn by how much they trade, where the busiest come most. Milliseconds by the clock, of processor
time in brackets.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from tests.benchmarks.credit_lines import read_credit_lines

from cohong.insight.ratings import Numbers
from cohong.insight.repaid_trade import RepaidTrade, Repayment, repaid_trade, trade_of_columns
from cohong.insight.trust_flow import trust_flow
from cohong.primitives.money import AMOUNT_MINOR_MAX

MEMBERS, OBLIGATIONS, LOOKS = 100_000, 1_000_000, 400
COLUMNS = ("drawn", "looks", "p50", "p95", "p99", "most", "with a path")
WIDTH = 18

Found = TypeVar("Found")


def main() -> None:
    """Run the benchmark."""
    random = np.random.default_rng(1)
    if len(sys.argv) > 1:
        lines = [line for line in read_credit_lines(Path(sys.argv[1])) if line.amount_minor <= AMOUNT_MINOR_MAX // 1000]
        trade, building = _timed(lambda: repaid_trade(lines))
    else:
        columns = drawn_trade(random, MEMBERS, OBLIGATIONS)
        trade, building = _timed(lambda: trade_of_columns(*columns))
    arcs = len(trade.to_debtors.others)
    print(f"{len(trade.names):,} members, {arcs:,} arcs, built in {building[0]:.2f} s ({building[1]:.2f})")
    some = [Repayment(trade.names[0], trade.names[number], 100, 0) for number in range(1, 21)]
    _, adding = _timed(lambda: trade.with_more(some))
    print(f"20 more repayments merged in {adding[0] * 1000:.0f} ms ({adding[1] * 1000:.0f})")
    # Loading the solvers is paid once and is no part of any figure.
    trust_flow(trade, *trade.names[:2])
    print("".join(name.rjust(WIDTH) for name in COLUMNS))
    ends = random.choice(len(trade.names), (LOOKS, 2))
    print(_row("alike", trade, ends), flush=True)
    owners = np.repeat(np.arange(len(trade.names)), np.diff(trade.to_debtors.begins))
    chosen = random.choice(arcs, (LOOKS, 2))
    print(_row("by trade", trade, np.column_stack([owners[chosen[:, 0]], trade.to_debtors.others[chosen[:, 1]]])))
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def drawn_trade(
    random: np.random.Generator, members: int, obligations: int
) -> tuple[tuple[str, ...], Numbers, Numbers, Numbers]:
    """Return columns for `trade_of_columns`: who trades how often follows a power law, and so do the amounts."""
    weights = random.pareto(1.5, members) + 1
    chances = weights / weights.sum()
    creditors, debtors = random.choice(members, (2, obligations), p=chances)
    minor = (random.pareto(1.2, obligations) * 100_000 + 10_000).astype(np.int64)
    return tuple(f"{number:06}" for number in range(members)), creditors, debtors, minor


def _row(drawn: str, trade: RepaidTrade, ends: Numbers) -> str:
    pairs = [(trade.names[viewer], trade.names[subject]) for viewer, subject in ends.tolist() if viewer != subject]
    looks = [_timed(partial(trust_flow, trade, *pair)) for pair in pairs]
    times = np.array([took for _, took in looks]) * 1000
    shares = [f"{_percentile(times[:, 0], rank)} ({_percentile(times[:, 1], rank)})" for rank in (50, 95, 99, 100)]
    cells: Sequence[str] = (drawn, str(len(pairs)), *shares, str(sum(found.minor > 0 for found, _ in looks)))
    return "".join(cell.rjust(WIDTH) for cell in cells)


def _percentile(times: np.ndarray[tuple[int], np.dtype[np.float64]], rank: int) -> str:
    return f"{np.percentile(times, rank):.1f}"


def _timed(work: Callable[[], Found]) -> tuple[Found, tuple[float, float]]:
    began, began_cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, (time.perf_counter() - began, time.process_time() - began_cpu)


if __name__ == "__main__":
    main()

"""Many schedules over all cores, or one of them told line by line.

python -m tests.simulation --seeds 20000 --from 1     a campaign: its last line says how many were broken
python -m tests.simulation --seed 7                   one schedule, with a readable transcript
python -m tests.simulation --without each             safety rules taken out, one at a time (`hunting.py`)
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field

from tests.simulation.choices import Choice
from tests.simulation.faults import (
    CURES,
    FAULTS,
    FLOODS,
    HOSTILE_ACTS,
    HOSTILE_DEALS,
    HOSTILE_LEADERS,
    HOSTILE_MOTIONS,
    NEW_PROFILES,
    STRIPPING,
)
from tests.simulation.hunting import hunt_all
from tests.simulation.mutants import MUTANTS
from tests.simulation.operations import CARRYING, DEALS, ENDS, JOINING, MANY_MOTIONS, MOTIONS, OPERATIONS, RULINGS
from tests.simulation.run import Run

CHUNK = 20
PROGRESS_S = 10.0
BROKEN_SHOWN = 20
EACH = "each"

KINDS: tuple[tuple[str, tuple[Choice, ...]], ...] = (
    ("faults", (*FAULTS, *CURES, *NEW_PROFILES)),
    ("hostile members", (*HOSTILE_ACTS, *FLOODS, *HOSTILE_MOTIONS, *HOSTILE_LEADERS, *HOSTILE_DEALS, *STRIPPING)),
    ("honest members", (*OPERATIONS, *MOTIONS, *MANY_MOTIONS, *ENDS, *DEALS, *RULINGS, *CARRYING, *JOINING)),
)


@dataclass
class Tally:
    """What some schedules came to: how many, what happened in them, and which seeds broke what."""

    schedules: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add what other schedules came to."""
        self.schedules += other.schedules
        self.counts.update(other.counts)
        self.broken.extend(other.broken)


def run_seeds(seeds: range) -> Tally:
    """Run one schedule a seed."""
    tally = Tally()
    for seed in seeds:
        run = Run(seed)
        try:
            run.go()
        except Exception as error:  # noqa: BLE001  # whatever stops a schedule is a finding, with its seed
            tally.broken.append((seed, _in_short(error)))
        tally.schedules += 1
        tally.counts.update(run.counts)
    return tally


def _in_short(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{str(error) or type(error).__name__} ({os.path.basename(where.filename)}:{where.lineno})"


def run_campaign(first: int, count: int, processes: int) -> Tally:
    """Run schedules over several processes, and say now and then how far they have come."""
    total, started, told = Tally(), time.monotonic(), time.monotonic()
    chunks = [range(start, min(start + CHUNK, first + count)) for start in range(first, first + count, CHUNK)]
    with ProcessPoolExecutor(max_workers=processes) as pool:
        for tally in pool.map(run_seeds, chunks):
            total.add(tally)
            for seed, what in tally.broken:
                print(f"seed {seed}: {what}", flush=True)
            now = time.monotonic()
            if now - told >= PROGRESS_S:
                told = now
                print(f"{total.schedules} schedules, {len(total.broken)} broken, {now - started:.0f} s", flush=True)
    _report(total, time.monotonic() - started)
    return total


def _report(total: Tally, elapsed_s: float) -> None:
    rest, told = Counter(total.counts), set[str]()
    for kind, choices in KINDS:
        names = {choice.name for choice in choices} - told
        _print_counts(kind, {name: rest.pop(name, 0) for name in names})
        told |= names
    _print_counts("what came of it", rest)
    print(f"{total.schedules / max(elapsed_s, 0.001):.1f} schedules/s")
    for seed, what in sorted(total.broken)[:BROKEN_SHOWN]:
        print(f"seed {seed}: {what}")
    print(f"{total.schedules} schedules, {len(total.broken)} broken")


def _print_counts(kind: str, counts: dict[str, int]) -> None:
    print(f"{kind}:")
    for what, count in sorted(counts.items()):
        print(f"  {what:<44}{count:>12,}")


def replay(seed: int, without: str | None = None) -> bool:
    """Run one schedule, perhaps without a rule, and print what happens; returns whether all invariants held."""
    run = Run(seed, tell=print)
    with MUTANTS[without].applied() if without is not None else nullcontext():
        try:
            run.go()
        except Exception:  # noqa: BLE001  # the transcript ends with what stopped it
            traceback.print_exc(file=sys.stdout)
            return False
    print(f"seed {seed}: nothing broken")
    return True


def main() -> None:
    """Run what the command line asks for; the exit code is 1 if anything is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description="Simulate networks under faults.")
    parser.add_argument("--seed", type=int, help="run this one schedule and tell it line by line")
    parser.add_argument("--seeds", type=int, default=200, help="how many schedules to run")
    parser.add_argument("--from", type=int, default=1, dest="first", help="the first seed")
    parser.add_argument("--without", choices=[EACH, *MUTANTS], help="take this safety rule out, or each in its turn")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    # What a node logs under faults is what it should: it would hide the lines of the campaign.
    logging.getLogger("cohong").setLevel(logging.CRITICAL)
    if wanted.seed is not None:
        sys.exit(0 if replay(wanted.seed, wanted.without) else 1)
    if wanted.without is not None:
        rules = list(MUTANTS) if wanted.without == EACH else [wanted.without]
        seeds = range(wanted.first, wanted.first + wanted.seeds)
        sys.exit(0 if hunt_all(rules, seeds, wanted.processes) else 1)
    total = run_campaign(wanted.first, wanted.seeds, wanted.processes)
    sys.exit(1 if total.broken else 0)

"""How soon the simulator notices that a safety rule is gone.

python -m tests.simulation --without each --seeds 2000         every rule in turn, until it is missed
python -m tests.simulation --without epoch-cut --seed 78       one schedule without that rule, line by line
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat

from tests.simulation.mutants import MUTANTS
from tests.simulation.run import Run


@dataclass(frozen=True, slots=True)
class Hunt:
    """What came of schedules without a rule, up to the first that was caught.

    Attributes:
        differed: schedules in which the rule would have said otherwise at some point.
        seed: the schedule that was caught, None for none.
        what: which checker caught it, and what it says.
    """

    rule: str
    schedules: int
    differed: int
    cpu_s: float
    seed: int | None = None
    what: str = ""

    def __str__(self) -> str:
        found = f"caught at seed {self.seed}: {self.what}" if self.seed is not None else "NOT CAUGHT"
        schedules = f"{self.schedules} schedules ({self.differed} in which it made a difference), {self.cpu_s:.1f} s"
        return f"{self.rule}: {schedules}; {found}"


def hunt(rule: str, seeds: range) -> Hunt:
    """Run schedules without a rule until an invariant or an assertion of the program fails.

    Raises:
        LookupError: the rule is not where its mutant looks for it.
    """
    started_s, differed = time.process_time(), 0
    for count, seed in enumerate(seeds, 1):
        with MUTANTS[rule].applied() as patches:
            try:
                Run(seed).go()
            except AssertionError as broken:
                differed += patches.overruled > 0
                return Hunt(rule, count, differed, time.process_time() - started_s, seed, str(broken))
        differed += patches.overruled > 0
    return Hunt(rule, len(seeds), differed, time.process_time() - started_s)


def hunt_all(rules: list[str], seeds: range, processes: int) -> bool:
    """Hunt for each rule in a process of its own and tell what came of it; returns whether all were caught."""
    with ProcessPoolExecutor(max_workers=processes) as pool:
        hunts = []
        for found in pool.map(hunt, rules, repeat(seeds)):
            print(found, flush=True)
            hunts.append(found)
    caught = sum(found.seed is not None for found in hunts)
    print(f"{len(hunts)} rules taken out, {caught} caught")
    return caught == len(hunts)

"""What the largest set-off of real networks takes, its check, and the refusal of one that is not the largest.

`python -m tests.benchmarks.netting FILE.csv …` takes files of debtor,creditor,amount and prints a table: seconds by the
clock, of processor time in brackets, and the most memory that the process had.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from cohong.book.circulation import CirculationFault, Debt, fault_of
from cohong.insight.debts_file import read_debts
from cohong.insight.netting import largest_set_offs, what_if

COLUMNS = ("file", "obligations", "read", "solve", "check", "refuse less", "refuse nothing", "what if", "peak MB")
WIDTH = 16

Found = TypeVar("Found")


def main() -> None:
    """Run the benchmark."""
    # Loading the solver is paid once and is no part of any figure.
    largest_set_offs([Debt("A", "B", 1), Debt("B", "A", 1)])
    print("".join(name.rjust(WIDTH) for name in COLUMNS))
    for name in sys.argv[1:]:
        print("".join(cell.rjust(WIDTH) for cell in _row(Path(name))), flush=True)


def _row(file: Path) -> list[str]:
    debts, reading = _timed(lambda: read_debts(file))
    set_offs, solving = _timed(lambda: largest_set_offs(debts))
    fault, checking = _timed(lambda: fault_of(debts, set_offs))
    assert fault is None, "the solver's result is the largest"
    refused, of_less = _timed(lambda: fault_of(debts, _one_circle_less(debts, set_offs)))
    refused_too, of_nothing = _timed(lambda: fault_of(debts, [0] * len(debts)))
    assert refused is refused_too is CirculationFault.NOT_OPTIMAL, "less than the most is refused"
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    _, asking = _timed(lambda: what_if(debts, 1_000_000))
    name = file.stem[-(WIDTH - 2) :]
    return [name, str(len(debts)), reading, solving, checking, of_less, of_nothing, asking, str(peak_mb)]


def _one_circle_less(debts: Sequence[Debt], set_offs: Sequence[int]) -> list[int]:
    """Take one unit back round the first circle that is reached along what is set off."""
    onwards = {debt.debtor: number for number, debt in enumerate(debts) if set_offs[number]}
    way = [next(iter(onwards.values()))]
    while debts[way[-1]].creditor not in {debts[number].debtor for number in way}:
        way.append(onwards[debts[way[-1]].creditor])
    begin = next(place for place, number in enumerate(way) if debts[number].debtor == debts[way[-1]].creditor)
    less = list(set_offs)
    for number in way[begin:]:
        less[number] -= 1
    return less


def _timed(work: Callable[[], Found]) -> tuple[Found, str]:
    began, began_cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, f"{time.perf_counter() - began:.2f} ({time.process_time() - began_cpu:.2f})"


if __name__ == "__main__":
    main()

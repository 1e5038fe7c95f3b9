"""What a voter's next ballot costs once its feed has forked, beside one whose feed has not.

`python -m tests.benchmarks.forked_voter [BALLOTS]` lets a reader take in that many ballots of one voter, forks its feed
at the first of them or not, gives it further ballots one a batch, and prints one line of JSON: milliseconds a batch for
each, and their ratio.
"""

from __future__ import annotations

import json
import sys
import time
from statistics import median

from tests.simulation.feeds import Scribe, genesis_of, member
from tests.unit.protocol.readers import Reader

BATCHES = 50


def main() -> None:
    """Run the benchmark."""
    ballots = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    plain_ms, forked_ms = (measured(ballots, is_forked=is_forked) for is_forked in (False, True))
    figures = {"ballots": ballots, "plain_ms": round(plain_ms, 3), "forked_ms": round(forked_ms, 3)}
    print(json.dumps({**figures, "ratio": round(forked_ms / plain_ms, 2)}))


def measured(ballots: int, *, is_forked: bool) -> float:
    """Return the median milliseconds of a batch with one further ballot."""
    scribe, (author, voter) = Scribe(genesis_of(4)), (member(0), member(1))
    for _ in range(ballots):
        end = scribe.ballot(voter, scribe.propose(author, voter))
    if is_forked:
        scribe.ballot(voter, from_start=True)
    reader = Reader(scribe)
    reader.take_all()
    took_ms = []
    for _ in range(BATCHES):
        record = scribe.propose(author, voter)
        end = scribe.ballot(voter, record, after=end)
        reader.take(record)
        began = time.perf_counter()
        reader.take(end)
        took_ms.append((time.perf_counter() - began) * 1000)
    return median(took_ms)


if __name__ == "__main__":
    main()

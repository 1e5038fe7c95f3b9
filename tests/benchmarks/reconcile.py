"""What it costs two replicas to find out in which feeds they differ, beside the entries: bytes and round trips.

`python -m tests.benchmarks.reconcile [RUNS]` links two exchanges over a lossless wire, counts every frame but the
greetings, and prints a table: the mean and the worst of some runs, each with digests of its own.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from dataclasses import dataclass

from tests.unit.protocol.sides import Talk, author, pair, talk

from cohong.primitives.ids import ID_BYTES, EntryId
from cohong.protocol.frames import HeadsGrown, Tip, encode_frame

FEEDS = (1_000, 10_000)
DIFFERING = (0, 1, 10, 100, 1_000)
FINDING = ("Symbols", "More", "Differing", "HeadsGrown", "AllTold")
WISHES = ("Want", "FollowMany")


@dataclass
class Cost:
    """What one comparison has cost.

    Attributes:
        finding: bytes until both know what differs.
        wishes: bytes of wishes for what one lacks, beside the one for the neighbour's own feed.
    """

    finding: int
    wishes: int
    trips: int
    elapsed_s: float


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print("one side behind in d feeds; bytes a differing feed: mean (worst)")
    print(
        f"{'feeds':>7} {'d':>6} {'finding':>15} {'with wishes':>15} {'round trips':>12} {'both, s':>8} {'all tips':>10}"
    )
    for feeds in FEEDS:
        for differing in DIFFERING:
            costs = [_measured(feeds, differing, run) for run in range(runs)]
            print(_line(feeds, differing, costs))


def _measured(feeds: int, differing: int, run: int) -> Cost:
    one, other = pair(feeds)
    behind, ahead = (one, other) if run % 2 else (other, one)
    for number in random.Random(run).sample(range(feeds), differing):
        ahead.hold(author(number), 60)
    began = time.process_time()
    told = talk(one, other, now_ms=run)
    elapsed_s = time.process_time() - began
    assert behind.seen(ahead) == ahead.seqs() and ahead.seen(behind) == behind.seqs(), "both know what the other holds"
    return Cost(told.bytes_of(*FINDING), _wishes(told), (told.trips - 1) // 2, elapsed_s)


def _wishes(told: Talk) -> int:
    own = 2 * told.sizes["Want"] // told.frames["Want"]
    return told.bytes_of(*WISHES) - own


def _line(feeds: int, differing: int, costs: list[Cost]) -> str:
    share = max(differing, 1)
    finding = [cost.finding / share for cost in costs]
    total = [(cost.finding + cost.wishes) / share for cost in costs]
    seconds = statistics.mean(cost.elapsed_s for cost in costs)
    return (
        f"{feeds:>7,} {differing:>6,} {_mean_and_worst(finding):>15} {_mean_and_worst(total):>15}"
        f" {max(cost.trips for cost in costs):>12} {seconds:>8.2f} {_all_tips(feeds) / share:>10,.0f}"
    )


def _mean_and_worst(values: list[float]) -> str:
    return f"{statistics.mean(values):.1f} ({max(values):.1f})"


def _all_tips(feeds: int) -> int:
    """Return how many bytes both sides' tips would take."""
    tip = Tip(author(0), 300, EntryId(bytes(ID_BYTES)))
    return 2 * len(encode_frame(HeadsGrown((tip,) * feeds)))


if __name__ == "__main__":
    main()

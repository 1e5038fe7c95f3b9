"""Whether this machine's clock can be relied on, by comparing it with every neighbour's (protocol.md 2).

Nobody knows the right time; a clock that differs from most of the others is taken to be the wrong one. Between two
machines alone that is both: neither signs until one of them is set right.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

CLOCK_OFF_MS: Final = 120_000
"""How far clocks may be apart: an entry that is further ahead of a reader's clock waits there."""


@dataclass(frozen=True, slots=True)
class ClockFault:
    """This machine's clock is off from most of the others.

    Attributes:
        fast_ms: how far it is ahead of them, negative where it is behind: the median of those that differ.
        differing: how many differ to this side.
        compared: with how many it was compared.
    """

    fast_ms: int
    differing: int
    compared: int


def fault_of(offsets_ms: Collection[int]) -> ClockFault | None:
    """Return what is wrong with this machine's clock, given the others' clocks less ours; None for nothing."""
    behind = sorted(-offset for offset in offsets_ms if -offset > CLOCK_OFF_MS)
    ahead = sorted(-offset for offset in offsets_ms if offset > CLOCK_OFF_MS)
    for differing in (behind, ahead):
        if 2 * len(differing) > len(offsets_ms):
            return ClockFault(differing[len(differing) // 2], len(differing), len(offsets_ms))
    return None

"""Virtual time: what is to happen when. Nothing in a simulation waits, and nothing in it reads a real clock."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Timeline:
    """The true time of a simulation, in milliseconds, and all that is still to happen."""

    now_ms: int
    _due: list[tuple[int, int, Callable[[], None]]] = field(default_factory=list)
    _count: int = 0

    def at(self, time_ms: int, happen: Callable[[], None]) -> None:
        """Let something happen at a time; of two things at one time, what was asked for first."""
        self._count += 1
        heapq.heappush(self._due, (max(time_ms, self.now_ms), self._count, happen))

    def after(self, delay_ms: int, happen: Callable[[], None]) -> None:
        """Let something happen in a while."""
        self.at(self.now_ms + delay_ms, happen)

    def run_for(self, duration_ms: int) -> None:
        """Let everything happen that is due within a while."""
        until_ms = self.now_ms + duration_ms
        while self._due and self._due[0][0] <= until_ms:
            self.now_ms, _, happen = heapq.heappop(self._due)
            happen()
        self.now_ms = until_ms


@dataclass
class Clock:
    """One machine's clock: off by so much at the start, and by a little more each day.

    Attributes:
        drift_ppm: how much too fast it runs, in millionths.
    """

    timeline: Timeline
    offset_ms: int = 0
    drift_ppm: int = 0
    _set_ms: int = field(init=False)

    def __post_init__(self) -> None:
        self._set_ms = self.timeline.now_ms

    def now_ms(self) -> int:
        """Return what the clock shows."""
        elapsed = self.timeline.now_ms - self._set_ms
        return self.timeline.now_ms + self.offset_ms + elapsed * self.drift_ppm // 1_000_000

    def set(self, offset_ms: int) -> None:
        """Set it, to so much ahead of the true time."""
        self.offset_ms, self._set_ms = offset_ms, self.timeline.now_ms

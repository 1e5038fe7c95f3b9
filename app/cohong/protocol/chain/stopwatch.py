"""How long an iteration has been running: the time in which there was work and enough voters were present."""

from dataclasses import dataclass
from typing import Final

TIMEOUT_MS_MIN: Final = 10_000
TIMEOUT_MS_MAX: Final = 600_000
_DOUBLINGS_MAX: Final = 6


def timeout_ms(iteration: int) -> int:
    """Return how long an iteration may take before one skips it: 10 s, doubled with each, at most 10 minutes."""
    return min(TIMEOUT_MS_MIN << min(iteration, _DOUBLINGS_MAX), TIMEOUT_MS_MAX)


@dataclass(slots=True)
class Stopwatch:
    """Runs only between two readings that both say so: neither a suspended machine nor a lonely hour counts.

    Attributes:
        iteration: the one that is timed; a reading for another starts anew.
        since_ms: the last reading; None if the watch stands still.
    """

    iteration: int = 0
    spent_ms: int = 0
    since_ms: int | None = None

    def read(self, now_ms: int, iteration: int, *, runs: bool) -> None:
        """Add the time since the last reading. A clock that was set back adds nothing."""
        if iteration != self.iteration:
            self.iteration, self.spent_ms = iteration, 0
        elif runs and self.since_ms is not None:
            self.spent_ms += max(0, now_ms - self.since_ms)
        self.since_ms = now_ms if runs else None

    def moment_ms(self, spent_ms: int) -> int | None:
        """Return when `spent_ms` will have been spent if the watch runs on; None if it stands still."""
        return None if self.since_ms is None else self.since_ms + max(0, spent_ms - self.spent_ms)

"""What libp2p logs, made safe: a few lines a minute, and no text that a peer could have written.

libp2p logs a warning or an error for each hostile frame (100,000 lines were counted in one test) and
puts the frame into the text. Here only the place in libp2p's source and the class of the exception
come through; with the version pinned, the place says which message it was.
"""

from __future__ import annotations

import logging
import time
from typing import Final

LINES_A_PLACE: Final = 3
PERIOD_S: Final = 60.0
PLACES_MAX: Final = 256

logger = logging.getLogger(__name__)


class QuietHandler(logging.Handler):
    """Passes on where a library warned, each place LINES_A_PLACE times in PERIOD_S seconds."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._period_began = 0.0
        self._lines: dict[tuple[str, int], int] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Log the place of `record` under our own name, or count it."""
        self._begin_period()
        place = (record.name, record.lineno)
        if place not in self._lines and len(self._lines) >= PLACES_MAX:
            return
        self._lines[place] = self._lines.get(place, 0) + 1
        if self._lines[place] <= LINES_A_PLACE:
            error = type(record.exc_info[1]).__name__ if record.exc_info else "-"
            # Their errors are, for us, what a peer provoked or a line that broke: it heals.
            logger.warning("libp2p warned place=%s:%d error=%s", record.name, record.lineno, error)

    def _begin_period(self) -> None:
        now = time.monotonic()
        if now - self._period_began < PERIOD_S:
            return
        dropped = sum(max(0, lines - LINES_A_PLACE) for lines in self._lines.values())
        if dropped:
            logger.warning("libp2p warned more often than shown dropped=%d", dropped)
        self._lines.clear()
        self._period_began = now


def quieten_libp2p() -> None:
    """Send all that libp2p logs through one QuietHandler, once for the process."""
    library = logging.getLogger("libp2p")
    library.setLevel(logging.WARNING)
    library.propagate = False
    if not any(isinstance(handler, QuietHandler) for handler in library.handlers):
        library.handlers = [QuietHandler()]

"""Cyclic garbage is collected in the window's own thread only.

Python collects in whatever thread happens to allocate. Widgets often sit in cycles (a button, its slot, its page), and
a widget that is freed by another thread takes the process with it. So automatic collection is switched off, and a
timer does the same work by the same thresholds where Qt allows it.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 2_000


class GarbageCollector(QObject):
    """Lives as long as its parent, the application; switches automatic collection on again at its end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self.destroyed.connect(gc.enable)
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    def collect_if_due(self) -> None:
        """Collect the oldest generation whose threshold is passed, as Python would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
        if due:
            gc.collect(due[-1])

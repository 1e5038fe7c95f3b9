"""Letting time go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.simulation.run import Run


def nothing(run: Run) -> bool:
    """Let the network work for itself."""
    return True

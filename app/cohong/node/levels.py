"""The levels of records in the words of the API."""

from collections.abc import Mapping

from cohong.api.views import Level
from cohong.primitives import standing

LEVELS: Mapping[standing.Level, Level] = {
    standing.Level.WAITING: "waiting",
    standing.Level.CONFIRMED: "majority",
    standing.Level.FINAL: "final",
    standing.Level.REJECTED: "rejected",
    standing.Level.CONTESTED: "contested",
    standing.Level.BEATEN: "beaten",
    standing.Level.ANCHORED: "final",
    standing.Level.VOID: "void",
}
"""What is anchored is shown as final: that nothing can change it any more is said beside it."""

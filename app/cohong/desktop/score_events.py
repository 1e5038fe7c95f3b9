"""What marks a score over time: what is counted, the sign of each kind, its words. The same on screen and on paper.

A sign is drawn with lines alone, so that each kind has a shape of its own in any colour, and in none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QObject

from cohong.api.views import ScoreAt
from cohong.desktop.formatting import Formats, listed

Line = tuple[float, float, float, float]
"""From one point to another, -1 to 1 both ways; y goes down."""
COUNT_SHOWN_MAX: Final = 999


def _outline(*corners: tuple[float, float]) -> tuple[Line, ...]:
    return tuple((*one, *other) for one, other in zip(corners, (*corners[1:], corners[0]), strict=True))


_DIAMOND: Final = _outline((0, -1), (1, 0), (0, 1), (-1, 0))
_CIRCLE: Final = _outline(*((0.9 * cos(pi * n / 8), 0.9 * sin(pi * n / 8)) for n in range(16)))


@dataclass(frozen=True, slots=True)
class Sign:
    """Lines, the role of their colour on screen, and their colour on paper."""

    lines: tuple[Line, ...]
    role: str
    color: str


SIGNS: Final[dict[str, Sign]] = {
    "late": Sign(_outline((0, -1), (1, 1), (-1, 1)), "late", "#A13A0C"),
    "given-up": Sign(((-1, -1, 1, 1), (-1, 1, 1, -1)), "danger", "#AE2418"),
    "defaulted": Sign((*_outline((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)), (-0.9, 0, 0.9, 0)), "danger",
                      "#AE2418"),
    "dispute-opened": Sign(_DIAMOND, "conflict", "#86206B"),
    "dispute-settled": Sign(((-1, 0.1, -0.3, 0.9), (-0.3, 0.9, 1, -0.8)), "good", "#1B6A36"),
    "dispute-lost": Sign((*_DIAMOND, (0, -1, 0, 1), (-1, 0, 1, 0)), "conflict", "#86206B"),
    "correction": Sign(_CIRCLE, "info", "#1D55A6"),
}  # fmt: skip
"""Sign of each kind, in the order in which they are shown."""


def events_of(point: ScoreAt) -> dict[str, int]:
    """Return how many of each kind there were up to a point, since the one before; only what there was."""
    counts = {"late": point.turned_late, "given-up": point.lost, **point.events}
    return {kind: counts[kind] for kind in SIGNS if counts.get(kind)}


def kinds_in(points: Sequence[ScoreAt]) -> list[str]:
    """Return the kinds that there are at any of these points."""
    found = {kind for point in points for kind in events_of(point)}
    return [kind for kind in SIGNS if kind in found]


class EventWords(QObject):
    """Words events in the language of the window."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats

    def name(self, kind: str) -> str:
        """Return what a sign stands for."""
        return {
            "late": self.tr("went past terms unpaid"),
            "given-up": self.tr("given up"),
            "defaulted": self.tr("declared in default"),
            "dispute-opened": self.tr("dispute opened"),
            "dispute-settled": self.tr("dispute settled"),
            "dispute-lost": self.tr("dispute lost"),
            "correction": self.tr("correction asked for"),
        }[kind]

    def header(self, kind: str) -> str:
        """Return the head of its column in a table."""
        return {
            "late": self.tr("Late"),
            "given-up": self.tr("Given up"),
            "defaulted": self.tr("In default"),
            "dispute-opened": self.tr("Disputes opened"),
            "dispute-settled": self.tr("Disputes settled"),
            "dispute-lost": self.tr("Disputes lost"),
            "correction": self.tr("Corrections"),
        }[kind]

    def sentence(self, points: Sequence[ScoreAt]) -> str:
        """Return all that there was at these points, by kind; empty for nothing."""
        counts = {kind: sum(events_of(point).get(kind, 0) for point in points) for kind in kinds_in(points)}
        return listed([self._counted(kind, count) for kind, count in counts.items()])

    def short_count(self, count: int) -> str:
        """Return a count that has room beside its sign."""
        return self._formats.count(count) if count <= COUNT_SHOWN_MAX else f"{COUNT_SHOWN_MAX}+"

    def _counted(self, kind: str, count: int) -> str:
        match kind:
            case "late":
                return self.tr("%n went past terms unpaid", "", count)
            case "given-up":
                return self.tr("%n given up", "", count)
            case "defaulted":
                return self.tr("%n declared in default", "", count)
            case "dispute-opened":
                return self.tr("%n dispute(s) opened", "", count)
            case "dispute-settled":
                return self.tr("%n dispute(s) settled", "", count)
            case "dispute-lost":
                return self.tr("%n dispute(s) lost", "", count)
            case _:
                return self.tr("%n correction(s) asked for", "", count)

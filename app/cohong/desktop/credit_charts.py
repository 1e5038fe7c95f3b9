"""The charts of the credit report's paper as shapes, in points: the PDF paints them, the HTML has them as SVG.

Colours get darker with how late it is, so that they are told apart in grey too; figures stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from cohong.api.views import MonthOfPayments, ScoreAt
from cohong.desktop.formatting import Formats
from cohong.desktop.score_events import SIGNS, EventWords, events_of, kinds_in

LATENESS: Final = ("#8CC9BE", "#F2D27A", "#E0954A", "#B84A2B", "#5E1620")
"""On time, 1-30, 31-60, 61-90 and over 90 days late."""
LINE, INK, PALE, BAND, STEP = "#C3CFCD", "#12201F", "#4F5F5D", "#CFE0EE", "#1F5F8B"
_LEFT: Final = 26.0
_FOOT: Final = 14.0
_HEAD: Final = 12.0
_EVENT: Final = 8.0
"""How high the line of one kind of event is."""
_SIGN: Final = 2.4
"""Half of its sign."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    color: str
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one line; `y` is its baseline."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"]
    points: float = 6.5
    color: str = PALE
    bold: bool = False


Shape: TypeAlias = Rect | Stroke | Text


def month_bars(months: Sequence[MonthOfPayments], formats: Formats, width: float, height: float) -> Iterator[Shape]:
    """Yield a bar a month, stacked by how late."""
    highest = max((sum(month.counts) for month in months), default=0)
    if not highest:
        return
    room = height - _FOOT - _HEAD
    for part in {0, highest // 2, highest}:
        y = _HEAD + room * (1 - part / highest)
        yield Stroke(_LEFT, y, width, y, LINE, 0.5)
        yield Text(_LEFT - 4, y + 2, formats.count(part), "end")
    slot = (width - _LEFT) / len(months)
    named = max(1, -(-len(months) // 6))
    for place, month in enumerate(months):
        x, bottom = _LEFT + slot * place, _HEAD + room
        for count, fill in zip(month.counts, LATENESS, strict=True):
            tall = room * count / highest
            if count:
                yield Rect(x + slot * 0.12, bottom - tall, slot * 0.76, tall, fill)
            bottom -= tall
        if place % named == 0:
            yield Text(x + slot / 2, height - 3, month.month, "middle")


def score_steps(points: Sequence[ScoreAt], formats: Formats, width: float, height: float) -> Iterator[Shape]:
    """Yield the band of each quarter's end with the chance in it, the grade above and the events below."""
    if not points:
        return
    kinds, words = kinds_in(points), EventWords(formats)
    room = height - _FOOT - _HEAD - _EVENT * len(kinds)

    def at(share: float) -> float:
        return _HEAD + room * (1 - share)

    for share in (0.0, 0.5, 1.0):
        yield Stroke(_LEFT, at(share), width, at(share), LINE, 0.5)
        yield Text(_LEFT - 4, at(share) + 2, formats.percent(round(share * 100), 100), "end")
    slot = (width - _LEFT) / len(points)
    for place, point in enumerate(points):
        x, band = _LEFT + slot * place, point.on_time
        yield Rect(x + 1, at(band.high), slot - 2, max(0.5, at(band.low) - at(band.high)), BAND)
        if band.mean is not None:
            yield Stroke(x + 1, at(band.mean), x + slot - 1, at(band.mean), STEP, 1.8)
        yield Text(x + slot / 2, _HEAD - 4, point.grade or "–", "middle", 8, INK, True)
        for kind, count in events_of(point).items():
            y = _HEAD + room + 2 + _EVENT * (kinds.index(kind) + 0.5)
            yield from sign(kind, x + slot / 2 - 4, y)
            yield Text(x + slot / 2 + 1, y + 2.2, words.short_count(count), "start", 6)
        if (len(points) - 1 - place) % 2 == 0:
            yield Text(x + slot / 2, height - 3, point.day[:7], "middle")


def sign(kind: str, x: float, y: float) -> Iterator[Shape]:
    """Yield the sign of a kind of event around a point."""
    found = SIGNS[kind]
    for from_x, from_y, to_x, to_y in found.lines:
        yield Stroke(x + _SIGN * from_x, y + _SIGN * from_y, x + _SIGN * to_x, y + _SIGN * to_y, found.color, 0.8)

"""Where the debts of a netting round are drawn: who stands where on a circle, and how debts bend between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from cohong.api.views import SetOff

MEMBERS_MAX: Final = 50
"""More of them cannot be told apart; the table has all."""

WIDTH_MIN_PX: Final = 1.6
WIDTH_MAX_PX: Final = 9.0
_BEND: Final = 0.16
"""How far a debt bends aside, of its length: so that the one that runs the other way lies beside it."""


def between_members(lines: Sequence[SetOff]) -> list[SetOff]:
    """Return one line for each debtor and holder, added up, the largest first."""
    sums: dict[tuple[str, str], SetOff] = {}
    for line in lines:
        pair = (line.debtor, line.holder)
        before = sums.get(pair)
        sums[pair] = line if before is None else _added(before, line)
    return sorted(sums.values(), key=lambda item: (-item.before_minor, item.debtor, item.holder))


def _added(one: SetOff, other: SetOff) -> SetOff:
    return SetOff(
        object="",
        reference="",
        debtor=one.debtor,
        debtor_name=one.debtor_name,
        holder=one.holder,
        holder_name=one.holder_name,
        currency=one.currency,
        before_minor=one.before_minor + other.before_minor,
        set_off_minor=one.set_off_minor + other.set_off_minor,
        left_minor=one.left_minor + other.left_minor,
    )


def among_largest(debts: Sequence[SetOff], me: str, *, members_max: int = MEMBERS_MAX) -> list[SetOff]:
    """Return the debts among `me` and the members with the largest sums, at most `members_max` of them."""
    sums: dict[str, int] = {}
    for debt in debts:
        for member in (debt.debtor, debt.holder):
            sums[member] = sums.get(member, 0) + debt.before_minor
    largest = sorted(sums, key=lambda member: (member != me, -sums[member], member))
    shown = frozenset(largest[:members_max])
    return [debt for debt in debts if debt.debtor in shown and debt.holder in shown]


def around(debts: Sequence[SetOff], me: str) -> list[str]:
    """Return the members in their order round the circle.

    Each is followed by whom it owes most among those that have no place yet: so a circle of debts runs round the edge,
    and few lines cross. `me` is the first.
    """
    rest = dict.fromkeys(member for debt in debts for member in (debt.debtor, debt.holder))
    order: list[str] = []
    here = me if me in rest else next(iter(rest), "")
    while rest:
        order.append(here)
        del rest[here]
        owed = [debt.holder for debt in debts if debt.debtor == here and debt.holder in rest]
        here = owed[0] if owed else next(iter(rest), "")
    return order


def places(members: Sequence[str], room: QRectF) -> dict[str, QPointF]:
    """Return where each member stands: on an ellipse amid `room`, the first at the top, going clockwise.

    Two stand side by side: there is more room across than down.
    """
    centre = room.center()
    turn = 2 * math.pi / max(1, len(members))
    first = -math.pi / 2 if len(members) == 2 else 0.0
    found = {
        member: QPointF(
            centre.x() + room.width() / 2 * math.sin(first + number * turn),
            centre.y() - room.height() / 2 * math.cos(first + number * turn),
        )
        for number, member in enumerate(members)
    }
    # An odd number of them does not reach the bottom.
    heights = [point.y() for point in found.values()] or [centre.y()]
    down = QPointF(0, centre.y() - (min(heights) + max(heights)) / 2)
    return {member: point + down for member, point in found.items()}


def width_px(minor: int, most_minor: int) -> float:
    """Return how wide a debt is drawn. Its square grows with the amount: small ones stay visible beside large ones."""
    return (
        WIDTH_MIN_PX + (WIDTH_MAX_PX - WIDTH_MIN_PX) * math.sqrt(minor / most_minor) if most_minor > 0 else WIDTH_MIN_PX
    )


@dataclass(frozen=True, slots=True)
class Curve:
    """A debt's line: from the edge of one member's dot to that of the other's, bent aside at `bend`.

    Attributes:
        tip: where the arrow's point is.
        direction: unit vector of the arrow.
    """

    start: QPointF
    bend: QPointF
    end: QPointF
    tip: QPointF
    direction: QPointF

    @property
    def middle(self) -> QPointF:
        """The point of the line halfway."""
        return self.start * 0.25 + self.bend * 0.5 + self.end * 0.25

    def points(self, count: int = 24) -> list[QPointF]:
        """Return points along the line, for finding the one that is nearest."""
        steps = (number / count for number in range(count + 1))
        return [self.start * (1 - t) ** 2 + self.bend * (2 * t * (1 - t)) + self.end * t**2 for t in steps]


def curve_between(start: QPointF, end: QPointF, *, dot_px: float, head_px: float) -> Curve:
    """Return the line between two dots of radius `dot_px`, that leaves `head_px` for the arrow."""
    along = end - start
    length = max(1.0, math.hypot(along.x(), along.y()))
    aside = QPointF(-along.y(), along.x()) * _BEND
    bend = (start + end) * 0.5 + aside
    out = _unit(bend - start)
    into = _unit(end - bend)
    gap = min(dot_px, length / 3)
    tip = end - into * gap
    return Curve(start + out * gap, bend, tip - into * min(head_px, length / 3), tip, into)


def _unit(vector: QPointF) -> QPointF:
    length = math.hypot(vector.x(), vector.y()) or 1.0
    return vector * (1 / length)

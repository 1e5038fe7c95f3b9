"""Where debts are drawn."""

import math

from PySide6.QtCore import QPointF, QRectF
from tests.unit.desktop.set_offs import key, line

from cohong.desktop.widgets.debt_graph_layout import (
    WIDTH_MAX_PX,
    WIDTH_MIN_PX,
    among_largest,
    around,
    between_members,
    curve_between,
    places,
    width_px,
)

RING = [line("Ann", "Bob", 900, 700), line("Bob", "Cho", 800, 700), line("Cho", "Ann", 700, 700)]


def test_debts_between_the_same_two_are_one_arrow_and_their_opposite_another() -> None:
    debts = between_members([*RING, line("Ann", "Bob", 50, 20), line("Bob", "Ann", 5)])
    assert [(item.debtor_name, item.holder_name, item.before_minor, item.set_off_minor) for item in debts] == [
        ("Ann", "Bob", 950, 720), ("Bob", "Cho", 800, 700), ("Cho", "Ann", 700, 700), ("Bob", "Ann", 5, 0),
    ]  # fmt: skip
    assert [item.left_minor for item in debts] == [230, 100, 0, 5]


def test_the_members_with_the_largest_sums_are_shown_and_this_one_always() -> None:
    debts = between_members([*RING, line("Dee", "Eve", 1)])
    assert among_largest(debts, key("Dee"), members_max=3) == [debts[0]]
    assert among_largest(debts, key("Nobody"), members_max=3) == debts[:3]
    assert among_largest(debts, "", members_max=50) == debts


def test_a_circle_of_debts_runs_round_the_edge() -> None:
    debts = between_members([*RING, line("Ann", "Cho", 10_000), line("Dee", "Eve", 1)])
    assert around(between_members(RING), key("Bob")) == [key("Bob"), key("Cho"), key("Ann")]
    assert sorted(around(debts, "")) == sorted(map(key, ("Ann", "Bob", "Cho", "Dee", "Eve")))
    assert around([], key("Ann")) == []


def test_members_stand_clockwise_from_the_top_and_two_side_by_side() -> None:
    room = QRectF(0, 0, 200, 100)
    assert places(["a", "b", "c", "d"], room)["a"] == QPointF(100, 0)
    assert places(["a", "b", "c", "d"], room)["b"] == QPointF(200, 50)
    triangle = [point.y() for point in places(["a", "b", "c"], room).values()]
    assert math.isclose(min(triangle) - room.top(), room.bottom() - max(triangle)), "in the middle"
    pair = places(["a", "b"], room)
    assert [(round(pair[name].x()), round(pair[name].y())) for name in "ab"] == [(0, 50), (200, 50)]


def test_no_line_is_too_thin_to_see_or_wider_than_the_largest() -> None:
    assert [width_px(100, 100), width_px(0, 100), width_px(0, 0)] == [WIDTH_MAX_PX, WIDTH_MIN_PX, WIDTH_MIN_PX]
    assert WIDTH_MIN_PX < width_px(1, 10**12) < width_px(10**6, 10**12) < WIDTH_MAX_PX


def test_debts_of_both_ways_bend_apart_and_end_at_the_dots() -> None:
    start, end = QPointF(0, 0), QPointF(100, 0)
    there, back = (curve_between(*ends, dot_px=10, head_px=12) for ends in ((start, end), (end, start)))
    assert there.middle.y() > 5 and back.middle.y() < -5
    assert math.isclose(math.hypot(end.x() - there.tip.x(), end.y() - there.tip.y()), 10)
    assert math.isclose(math.hypot(there.direction.x(), there.direction.y()), 1)

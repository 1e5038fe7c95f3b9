from __future__ import annotations

import pytest

from cohong.protocol.clocks import CLOCK_OFF_MS, ClockFault, fault_of

OFF = CLOCK_OFF_MS + 1


@pytest.mark.parametrize(
    ("offsets_ms", "fault"),
    [
        ([], None),
        ([-CLOCK_OFF_MS], None),
        ([-OFF], ClockFault(OFF, 1, 1)),
        ([OFF], ClockFault(-OFF, 1, 1)),
        ([-OFF, 0], None),
        ([-OFF, OFF], None),
        ([-OFF, -OFF - 7], ClockFault(OFF + 7, 2, 2)),
        ([-OFF, -OFF, 0, 0], None),
        ([-OFF, -OFF - 1, -OFF - 2, 0], ClockFault(OFF + 1, 3, 4)),
        ([OFF, -OFF, -OFF], ClockFault(OFF, 2, 3)),
    ],
)
def test_clock_is_wrong_when_more_than_half_of_the_others_differ_to_one_side(
    offsets_ms: list[int], fault: ClockFault | None
) -> None:
    assert fault_of(offsets_ms) == fault

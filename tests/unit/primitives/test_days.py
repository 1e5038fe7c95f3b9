"""Days of business have one form."""

import pytest

from cohong.primitives.days import days_between, is_day


@pytest.mark.parametrize("day", ["1970-01-01", "2024-02-29", "2000-02-29", "2199-12-31"])
def test_days_of_the_calendar_are_days(day: str) -> None:
    assert is_day(day)


@pytest.mark.parametrize(
    "day",
    [
        "1969-12-31", "2200-01-01", "2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "20250401",
        "2025-W01-1", "2025-4-01", "2025-04-01 ", " 2025-04-1", "2025/04/01", "２０２５-04-01", "", None, 20250401, [],
        b"2025-04-01", "2025-04-01T00:00",
    ],
)  # fmt: skip
def test_anything_else_is_not(day: object) -> None:
    assert not is_day(day)


def test_days_are_counted_forward_and_back() -> None:
    assert days_between("2024-02-28", "2024-03-01") == 2
    assert days_between("2025-01-01", "2024-12-31") == -1

"""A price as a yearly discount, in whole basis points."""

import pytest

from cohong.primitives.discount import discount_bp


@pytest.mark.parametrize(
    ("amount", "price", "days", "expected"),
    [
        (10_000, 9_500, 90, 2_028),  # 5 % for 90 of 365 days
        (10_000, 9_500, 365, 500),
        (10_000, 10_000, 30, 0),
        (10_000, 10_100, 365, -100),
        (73, 72, 1_000, 50),  # 0.5 % a year to the last digit
        (10**15, 1, 1, 3_650_000),
        (200_000_000, 199_999_999, 365, 0),  # 0.00005 basis points
        (40_000, 39_999, 365, 0),  # a quarter of a basis point
        (20_000, 19_999, 365, 1),  # half of one goes up
    ],
)
def test_a_price_comes_to_a_yearly_discount(amount: int, price: int, days: int, expected: int) -> None:
    assert discount_bp(amount_minor=amount, price_minor=price, days=days) == expected


@pytest.mark.parametrize("days", [0, -1])
def test_what_is_due_has_none(days: int) -> None:
    assert discount_bp(amount_minor=100, price_minor=90, days=days) is None

"""What a price for a receivable comes to as a yearly discount."""

from typing import Final

YEAR_DAYS: Final = 365
BASIS_POINTS: Final = 10_000


def discount_bp(*, amount_minor: int, price_minor: int, days: int) -> int | None:
    """Return the yearly discount that a price implies, in basis points of the amount; None on or after the due day.

    (amount - price) * 365 * 10,000 / (amount * days), rounded to the nearest, halves up: simple interest taken off the
    amount beforehand, by actual days over 365, as bills are discounted. Negative where the price is above the amount.

    Args:
        days: from today to the due day.
    """
    if days <= 0:
        return None
    parts, whole = (amount_minor - price_minor) * YEAR_DAYS * BASIS_POINTS, amount_minor * days
    return (2 * parts + whole) // (2 * whole)

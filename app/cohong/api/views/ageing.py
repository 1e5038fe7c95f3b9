"""What is owed by age."""

from cohong.api.views.base import View


class AgeingLine(View, frozen=True):
    """What one counterparty owes, or is owed, in one currency.

    Attributes:
        records: how many obligations that are.
        bands: outstanding in minor units: not due yet, and 1 to 30, 31 to 60, 61 to 90, 91 and more days past due.
        total_minor: the sum of the bands.
    """

    counterparty: str
    counterparty_name: str
    currency: str
    records: int
    bands: list[int]
    total_minor: int


class AgeingSum(View, frozen=True):
    """The same of all counterparties in one currency."""

    currency: str
    records: int
    bands: list[int]
    total_minor: int


class Ageing(View, frozen=True):
    """What is open by counterparty, currency and days past due.

    Attributes:
        day: the day as of which the days are counted.
        lines: by name and currency.
        sums: over all lines there are.
        left_out: how many lines did not come along, where there are more than 2,000.
    """

    day: str
    lines: list[AgeingLine]
    sums: list[AgeingSum]
    left_out: int = 0

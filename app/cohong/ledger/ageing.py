"""What is owed by age: how long past its due day, by counterparty and currency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from cohong.ledger.book_lines import COUNTERPARTY, FILTERS, OBLIGATION_LINES, OUTSTANDING
from cohong.ledger.connection import Row
from cohong.ledger.days import day_no
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId

AgeingSide = Literal["owed-to-me", "i-owe"]
"""Filters of the Book too: what a line adds up is what the Book shows under it."""

BANDS: Final = 5
"""Not due yet, and 1 to 30, 31 to 60, 61 to 90, 91 and more days past due."""

# `late` is below 1 until the day after the due day.
_BAND_EDGES: Final = ((-(10**9), 0), (1, 30), (31, 60), (61, 90), (91, 10**9))
_LATE: Final = "(:today - due)"
_SUMS: Final = "count(*), " + ", ".join(
    f"sum(CASE WHEN {_LATE} BETWEEN {low} AND {high} THEN {OUTSTANDING} ELSE 0 END)" for low, high in _BAND_EDGES
)
assert len(_BAND_EDGES) == BANDS
_LINES: Final = f"(SELECT *, {COUNTERPARTY} AS party FROM ({OBLIGATION_LINES}) WHERE {{side}})"
_BY_PARTY: Final = (
    f"SELECT party, coalesce((SELECT shown FROM profiles WHERE member = party), '') AS name, currency, {_SUMS}"
    f" FROM {_LINES} GROUP BY party, currency ORDER BY name COLLATE NOCASE, party, currency LIMIT :limit"
)
_BY_CURRENCY: Final = (
    f"SELECT currency, count(DISTINCT party), {_SUMS} FROM {_LINES} GROUP BY currency ORDER BY currency"
)


@dataclass(frozen=True, slots=True)
class AgeingLine:
    """What one counterparty owes, or is owed, in one currency.

    Attributes:
        records: how many obligations that are.
        bands: outstanding, in minor units, one sum for each of BANDS.
    """

    counterparty: MemberId
    name: str
    currency: str
    records: int
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgeingSum:
    """The same of all counterparties in one currency; `lines` is how many they are."""

    currency: str
    lines: int
    records: int
    bands: tuple[int, ...]


class AgeingViews:
    """The question for open obligations by age, answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers

    def ageing(
        self, side: AgeingSide, *, me: MemberId, today: str, limit: int
    ) -> tuple[list[AgeingLine], list[AgeingSum]]:
        """Return lines by name and currency, at most `limit` of them, and the sums over all there are."""
        with self._reader.snapshot() as connection:
            values = {"me": self._numbers.member_no(me) or 0, "today": day_no(today), "limit": limit}
            lines = connection.rows(_BY_PARTY.format(side=FILTERS[side]), values)
            sums = connection.rows(_BY_CURRENCY.format(side=FILTERS[side]), values)
            return list(map(self._line, lines)), list(map(_sum, sums))

    def _line(self, row: Row) -> AgeingLine:
        party, name, currency, records, *bands = row
        return AgeingLine(self._numbers.member(party), name, currency, records, tuple(bands))


def _sum(row: Row) -> AgeingSum:
    currency, lines, records, *bands = row
    return AgeingSum(currency, lines, records, tuple(bands))

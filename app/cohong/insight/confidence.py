"""How sure a grade is: four things are looked at, and the weakest decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from cohong.insight.payment_facts import PaymentFacts


class Sureness(IntEnum):
    """How far a grade can be relied on."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2


class Ground(StrEnum):
    """What sureness rests on."""

    COUNTERPARTIES = "counterparties"
    AGE = "age"
    FINAL = "final"
    SYNC = "sync"


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a grade is.

    Attributes:
        because: the ground that is the weakest; of several, the first of `GROUNDS`.
        grounds: each with how sure it is and its number.
    """

    sureness: Sureness
    because: Ground
    grounds: tuple[tuple[Ground, Sureness, float], ...]


GROUNDS: Final[dict[Ground, tuple[float, float]]] = {
    Ground.COUNTERPARTIES: (3, 8),
    Ground.AGE: (365, 90),
    Ground.FINAL: (0.5, 0.9),
    Ground.SYNC: (14, 2),
}
"""From which number on it is medium, and high: effective counterparties, days since the newest record about an
obligation, the share of obligations whose newest record is final, days since this machine last heard from others. Of
days it is at most so many, of the others at least."""
_FEWER_IS_BETTER: Final = (Ground.AGE, Ground.SYNC)


def confidence_of(facts: PaymentFacts, *, synced_days: float) -> Confidence:
    """Return how sure a grade over these facts is; without any obligation it is low.

    Args:
        synced_days: since this machine last heard from others.
    """
    numbers = {
        Ground.COUNTERPARTIES: facts.on_time.effective_counterparties,
        Ground.AGE: float("inf") if facts.newest_day is None else facts.as_of - facts.newest_day,
        Ground.FINAL: facts.final / facts.invoices if facts.invoices else 0.0,
        Ground.SYNC: synced_days,
    }
    grounds = tuple((ground, _sureness(ground, number), number) for ground, number in numbers.items())
    because, sureness, _ = min(grounds, key=lambda each: each[1])
    return Confidence(sureness, because, grounds)


def _sureness(ground: Ground, number: float) -> Sureness:
    medium, high = GROUNDS[ground]
    sign = -1 if ground in _FEWER_IS_BETTER else 1
    if sign * number >= sign * high:
        return Sureness.HIGH
    return Sureness.MEDIUM if sign * number >= sign * medium else Sureness.LOW

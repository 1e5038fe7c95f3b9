"""How likely a member pays within terms: outcomes that weigh less with age, and of which no counterparty has too much.

Theory. Every outcome weighs 1 on its day and half of that 180 days later. The posterior of the probability is
Beta(1 + on time, 1 + not), from a prior under which every probability is as likely. So that nobody makes its name with
one friend, no counterparty has more than a quarter of all weight, that of the prior counted in: what exceeds the level
L = (2 + sum of min(w, L)) / 4 is cut off, all outcomes of that counterparty in proportion (water-filling). With k
counterparties cut, L = (2 + sum of the others) / (4 - k). With fewer than four counterparties the prior has the rest:
one alone weighs at most 2/3, two 1 each, three 2 each, however many invoices there are, and the band stays wide.

What follows: one more outcome within terms never lowers the mean, one more that is not never raises it. As long as the
same k are cut, mean = (1 - k/4) (1 + on time of the others) / (2 + weight of the others) + sum of shares of the k / 4;
an outcome moves this its own way whether it is of one of the k or not, and the level has no jumps.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cohong.insight.beta import beta_quantile
from cohong.insight.trade_lines import Outcome, Standing

HALVES_DAYS: Final = 180
SHARE_MAX: Final = 0.25
PRIOR: Final = 1.0
"""As if one outcome within terms and one that is not had been seen before any."""
THIN_BELOW: Final = 3.0
"""So many effective counterparties are the fewest that give a number."""
_TAIL: Final = 0.05


@dataclass(frozen=True, slots=True)
class Counterparty:
    """What the outcomes with one creditor weigh.

    Attributes:
        lines: obligations to it, those without an outcome too.
        weight: sum of the weights of the outcomes.
        on_time_weight: of these, within terms.
        counted: what is left of `weight` when it is cut to a quarter of all.
    """

    creditor: str
    lines: int
    weight: float
    on_time_weight: float
    counted: float


@dataclass(frozen=True, slots=True)
class OnTime:
    """The probability that an obligation is paid within terms.

    Attributes:
        a, b: the shapes of its posterior, which is Beta(a, b).
        effective_counterparties: (sum w)² / sum w², of the weights before they are cut; 0 without an outcome.
        counterparties: the weightiest first, then by name.
    """

    a: float
    b: float
    effective_counterparties: float
    counterparties: tuple[Counterparty, ...]

    @property
    def mean(self) -> float:
        """Of the posterior; not to be shown of a thin file."""
        return self.a / (self.a + self.b)

    @property
    def low(self) -> float:
        """Where the band begins that it lies in with 90 %; computed anew each time."""
        return beta_quantile(_TAIL, self.a, self.b)

    @property
    def high(self) -> float:
        """Where that band ends."""
        return beta_quantile(1 - _TAIL, self.a, self.b)

    @property
    def is_thin(self) -> bool:
        """Whether too few counterparties speak of the member to show more than the band."""
        return self.effective_counterparties < THIN_BELOW


def on_time_of(standings: Iterable[Standing], as_of: int) -> OnTime:
    """Return the posterior over the outcomes known on a day; the order of the standings is nothing."""
    by_creditor: dict[str, list[Standing]] = {}
    for standing in standings:
        by_creditor.setdefault(standing.line.creditor, []).append(standing)
    weights = {creditor: _weights(each, as_of) for creditor, each in by_creditor.items()}
    level = level_of({creditor: weight for creditor, (weight, _) in weights.items()})
    counterparties = sorted(
        (
            Counterparty(creditor, len(by_creditor[creditor]), weight, on_time, min(weight, level))
            for creditor, (weight, on_time) in weights.items()
        ),
        key=lambda each: (-each.weight, each.creditor),
    )
    counted = math.fsum(each.counted for each in counterparties)
    on_time = math.fsum(each.counted * (each.on_time_weight / each.weight) for each in counterparties if each.weight)
    return OnTime(
        PRIOR + on_time,
        PRIOR + max(0.0, counted - on_time),
        effective_number([each.weight for each in counterparties]),
        tuple(counterparties),
    )


def level_of(weights: Mapping[str, float]) -> float:
    """Return the most that one counterparty's outcomes may weigh, so that none has more than `SHARE_MAX` of all."""
    heaviest = sorted(weights.values(), reverse=True)
    cut_max = round(1 / SHARE_MAX) - 1
    for cut in range(cut_max + 1):
        rest = heaviest[cut:]
        level = SHARE_MAX * (2 * PRIOR + math.fsum(rest)) / (1 - SHARE_MAX * cut)
        if not rest or rest[0] <= level:
            return level
    raise AssertionError("the prior is never cut, so that no more than three counterparties are")


def effective_number(weights: Iterable[float]) -> float:
    """Return (sum w)² / sum w²: how many that weigh the same would be as many."""
    kept = [weight for weight in weights if weight > 0]
    return math.fsum(kept) ** 2 / math.fsum(weight * weight for weight in kept) if kept else 0.0


def _weights(standings: Iterable[Standing], as_of: int) -> tuple[float, float]:
    """Return what the outcomes weigh in all, and those within terms. Exactly rounded, so that order is nothing."""
    known = [standing for standing in standings if standing.outcome is not Outcome.PENDING]
    weights = [0.5 ** ((as_of - standing.outcome_day) / HALVES_DAYS) for standing in known]
    on_time = [weight for weight, standing in zip(weights, known, strict=True) if standing.outcome is Outcome.ON_TIME]
    return math.fsum(weights), math.fsum(on_time)

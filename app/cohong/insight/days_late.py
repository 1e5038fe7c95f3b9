"""How many days late an invoice will be paid, from what was paid before: a prediction that says how far it may be off.

Theory. Days late are many nothings and a long tail, so that what is foretold is not a number but how likely each number
is. It is what the customer's own invoices came to, with what everybody's came to mixed in as if it were `OTHERS` more
of its own: who has paid little is taken for one of many, who has paid often for itself. Both weigh half for every 180
days since they were paid (as in `evidence`), so that who mends or lets go is believed soon. Of an invoice that is
already late only what is no less late is left of both.

The number is half-way between mean and median: the one errs least in squares of days, the other in days, and neither is
a good answer to the other's question. Every part can be named: so many of its own, so many of all, what they came to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from cohong.insight.evidence import HALVES_DAYS
from cohong.insight.ratings import Floats

OTHERS: Final = 3.0
DAYS_MAX: Final = 365
"""Later than this is counted as this."""
_TAIL: Final = 0.1


@dataclass(frozen=True, slots=True)
class Invoice:
    """Days are ordinals; `settled` is None while it is open."""

    customer: str
    issued: int
    due: int
    settled: int | None

    @property
    def days_late(self) -> int:
        """From due to settlement, early counted as 0."""
        assert self.settled is not None, "of an open invoice it is not known"
        return min(DAYS_MAX, max(0, self.settled - self.due))


@dataclass(frozen=True, slots=True)
class Prediction:
    """What is expected of one invoice.

    Attributes:
        days: late; half-way between mean and median.
        error_days: how far off it is expected to be, on average.
        low, high: from here to there with 80 % or more.
        own: how many of the customer's invoices it rests on.
        own_mean: what they came to on average, by weight; None without any.
        others_mean: what everybody's came to.
    """

    days: float
    error_days: float
    low: int
    high: int
    own: int
    own_mean: float | None
    others_mean: float


class Payments:
    """Invoices paid up to a day, told in the order of their settlement."""

    def __init__(self) -> None:
        self._own: dict[str, list[Invoice]] = defaultdict(list)
        self._all = np.zeros(DAYS_MAX + 1)
        self._first = 0

    def tell(self, invoice: Invoice) -> None:
        """Learn of a settled invoice."""
        assert invoice.settled is not None
        self._first = self._first or invoice.settled
        # Weights are kept as of the first day: what halves them all alike does not matter to their shares.
        self._all[invoice.days_late] += 2.0 ** ((invoice.settled - self._first) / HALVES_DAYS)
        self._own[invoice.customer].append(invoice)

    def prediction(self, customer: str, on_day: int, *, at_least: int = 0) -> Prediction | None:
        """Return what is expected of an invoice of this customer on a day; None if nothing was ever paid.

        Args:
            at_least: so many days late it already is.
        """
        if not self._first:
            return None
        return foretold(self._own.get(customer, []), self._all, on_day, at_least=at_least)


def foretold(own: Sequence[Invoice], everybody: Floats, on_day: int, *, at_least: int = 0) -> Prediction:
    """Return what is expected of an invoice on a day.

    Args:
        own: what its customer has settled.
        everybody: by days late, the weight of what all have settled (`weights_of`); only its shares matter.
        at_least: so many days late it already is.
    """
    own_weights = weights_of(own, on_day)
    others = everybody / everybody.sum()
    likely = own_weights + OTHERS * others
    likely[: min(at_least, DAYS_MAX)] = 0
    if not likely.any():
        likely[min(at_least, DAYS_MAX)] = 1
    days = (_mean(likely) + _quantile(likely, 0.5)) / 2
    return Prediction(
        days,
        float(likely @ np.abs(_DAYS - days) / likely.sum()),
        _quantile(likely, _TAIL),
        _quantile(likely, 1 - _TAIL),
        len(own),
        _mean(own_weights) if own else None,
        _mean(others),
    )


def weights_of(settled: Sequence[Invoice], on_day: int) -> Floats:
    """Return by days late how much settled invoices weigh on a day: 1, halved for every 180 days since."""
    weights = np.zeros(DAYS_MAX + 1)
    for invoice in settled:
        assert invoice.settled is not None
        weights[invoice.days_late] += 0.5 ** ((on_day - invoice.settled) / HALVES_DAYS)
    return weights


_DAYS: Final = np.arange(DAYS_MAX + 1, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Errors:
    """Mean absolute error and root of the mean squared error, in days."""

    mae: float
    rmse: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How close predictions came, with those of the same knowledge that need no model beside them.

    Attributes:
        stated_error: what the predictions themselves said that `model.mae` would be.
        covered: share that was from `low` to `high`.
    """

    model: Errors
    customer_mean: Errors
    global_mean: Errors
    stated_error: float
    covered: float


def evaluate(invoices: Sequence[Invoice], cutoff: int, *, frozen: bool) -> Evaluation | None:
    """Foretell the settled invoices that were issued on a day or later.

    Args:
        frozen: only what was settled before that day is known; otherwise what was settled before the invoice's own
            issue day. Of the same day nothing is seen, and of the invoice no more than its customer.

    Returns:
        None if nothing was settled before, or nothing issued since.
    """
    settled = sorted((each for each in invoices if each.settled is not None), key=lambda each: each.settled or 0)
    tested = sorted((each for each in settled if each.issued >= cutoff), key=lambda each: each.issued)
    told = 0
    payments = Payments()
    means = _Means()
    found: list[Prediction] = []
    baselines: list[tuple[float, float]] = []
    for invoice in tested:
        known_before = cutoff if frozen else invoice.issued
        while told < len(settled) and (settled[told].settled or 0) < known_before:
            payments.tell(settled[told])
            means.tell(settled[told])
            told += 1
        prediction = payments.prediction(invoice.customer, known_before)
        if prediction is None:
            return None
        found.append(prediction)
        baselines.append((means.of_customer(invoice.customer), means.of_all()))
    if not found:
        return None
    actual = np.array([invoice.days_late for invoice in tested], dtype=np.float64)
    of_customer, of_all = np.array(baselines).T
    return Evaluation(
        _errors(np.array([each.days for each in found]), actual),
        _errors(of_customer, actual),
        _errors(of_all, actual),
        float(np.mean([each.error_days for each in found])),
        float(np.mean([each.low <= days <= each.high for each, days in zip(found, actual, strict=True)])),
    )


class _Means:
    """The baselines: plain means of days late, of a customer and of all."""

    def __init__(self) -> None:
        self._sums: dict[str, tuple[int, int]] = {}
        self._all = (0, 0)

    def tell(self, invoice: Invoice) -> None:
        count, days = self._sums.get(invoice.customer, (0, 0))
        self._sums[invoice.customer] = count + 1, days + invoice.days_late
        self._all = self._all[0] + 1, self._all[1] + invoice.days_late

    def of_customer(self, customer: str) -> float:
        count, days = self._sums.get(customer, self._all)
        return days / count

    def of_all(self) -> float:
        return self._all[1] / self._all[0]


def _mean(weights: Floats) -> float:
    return float(weights @ _DAYS / weights.sum())


def _quantile(weights: Floats, share: float) -> int:
    """Return the fewest days that so large a share is no later than."""
    sums = np.cumsum(weights)
    return int(np.searchsorted(sums, share * sums[-1]))


def _errors(found: Floats, actual: Floats) -> Errors:
    off = found - actual
    return Errors(float(np.mean(np.abs(off))), float(np.sqrt(np.mean(off**2))))

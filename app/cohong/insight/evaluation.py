"""How well expected experience foretells ratings that it has not seen, and reliability tells honest raters apart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from cohong.insight.experience import expected, learned, terms_before, terms_left_out
from cohong.insight.raters import reliability
from cohong.insight.ratings import Floats, Ratings

FOLDS: Final = 10
RATINGS_MIN: Final = 2 * FOLDS


@dataclass(frozen=True, slots=True)
class Fit:
    """How close predictions come.

    Attributes:
        rmse: root of the mean squared error, on the scale -1 … +1.
        correlation: Pearson's; nan if either side is always the same.
    """

    rmse: float
    correlation: float


def plain_fit(ratings: Ratings, labels: Mapping[str, bool]) -> dict[str, Any]:
    """Return how close predictions come as plain values; None where there are too few ratings, or it is undefined.

    Args:
        labels: who is an honest rater, by name; of nobody there is no figure for that.
    """
    enough = len(ratings) >= RATINGS_MIN
    return {
        "ratings": len(ratings),
        "members": len(np.union1d(ratings.raters, ratings.subjects)),
        "leave_one_out": plain_values(leave_one_out(ratings)) if enough else None,
        "forward": plain_values(forward(ratings)) if enough else None,
        "dishonest_raters_auc": plain_number(dishonest_raters_auc(ratings, labels)) if enough and labels else None,
    }


def plain_number(value: float) -> float | None:
    """Return what JSON can hold: it has no word for what is undefined."""
    return None if math.isnan(value) else round(value, 4)


def plain_values(fit: Fit) -> dict[str, float | None]:
    """Return both figures as plain values."""
    return {"rmse": plain_number(fit.rmse), "correlation": plain_number(fit.correlation)}


def leave_one_out(ratings: Ratings) -> Fit:
    """Foretell each rating from all others.

    Terms leave out the rating itself. Weights come from nine tenths of the ratings that know nothing of it: its tenth
    is taken out before their terms are made. Of several ratings of one subject by one rater the latest counts.
    """
    latest = _latest(ratings)
    terms = terms_left_out(latest)
    # By place in time, not by chance: the same file has the same figures.
    fold_of = np.arange(len(latest)) % FOLDS
    found = np.empty(len(latest))
    for fold in range(FOLDS):
        others = latest.chosen(fold_of != fold)
        weights = learned(terms_left_out(others), others.values)
        found[fold_of == fold] = expected(terms[fold_of == fold], weights)
    return _fit(found, latest.values)


def forward(ratings: Ratings) -> Fit:
    """Foretell each rating of the second half from what is dated before it, with weights from the first half alone."""
    terms = terms_before(ratings)
    first = ratings.times_s < ratings.times_s[len(ratings) // 2]
    weights = learned(terms[first], ratings.values[first])
    return _fit(expected(terms[~first], weights), ratings.values[~first])


def dishonest_raters_auc(ratings: Ratings, labels: Mapping[str, bool]) -> float:
    """Return the chance that of an honest and a dishonest rater the honest one is the more reliable; ties count half.

    Args:
        labels: by name, True for honest; who never took part has shown nothing.

    Returns:
        nan unless there are both.
    """
    numbers = {name: number for number, name in enumerate(ratings.names)}
    by_number = reliability(ratings)
    of = {name: by_number[numbers[name]] if name in numbers else 0.0 for name in labels}
    honest = np.array([of[name] for name, is_honest in labels.items() if is_honest])
    dishonest = np.array([of[name] for name, is_honest in labels.items() if not is_honest])
    if not len(honest) or not len(dishonest):
        return float("nan")
    higher = honest[:, None] > dishonest[None, :]
    even = honest[:, None] == dishonest[None, :]
    return float(higher.mean() + even.mean() / 2)


def _latest(ratings: Ratings) -> Ratings:
    places = {pair: place for place, pair in enumerate(zip(ratings.raters, ratings.subjects, strict=True))}
    return ratings.chosen(np.array(sorted(places.values()), dtype=np.int64))


def _fit(found: Floats, values: Floats) -> Fit:
    varies = np.ptp(found) > 0 and np.ptp(values) > 0
    correlation = float(np.corrcoef(found, values)[0, 1]) if varies else float("nan")
    return Fit(float(np.sqrt(np.mean((found - values) ** 2))), correlation)

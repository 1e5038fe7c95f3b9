"""Expected experience: what a rater will say of a subject, from terms that each can be named and looked up.

The formula that needs nothing but a few ratings is the subject's goodness plus the rater's leaning, both shrunk towards
nothing as long as little is known (`Term.GOODNESS`, `Term.LEANING`). Published beside it: Fairness × Goodness (Kumar,
Spezzano, Subrahmanian, Faloutsos: "Edge Weight Prediction in Weighted Signed Networks", ICDM 2016).

With more ratings the weights of these and of further terms are learned from the ratings themselves, by least squares
that hold on to the simple formula (ridge regression towards `PRIOR`): a book with few ratings predicts by the formula,
one with thousands by what holds among its members. Nothing is set by hand for one file.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from cohong.insight.experience_terms import Term
from cohong.insight.ratings import (
    Floats,
    Numbers,
    Others,
    Ratings,
    answers_at_all,
    answers_before,
    everything_before,
    everything_else,
    latest_before,
)

GOODNESS_SHRINKAGE: Final = 2.0
LEANING_SHRINKAGE: Final = 3.0
"""So many ratings of nothing are counted beside those that there are."""
HOLD: Final = 10.0
"""How firmly weights keep to `PRIOR`: as if so many ratings had said so for each term alone."""
SUBJECT_HALVES_DAYS: Final = 7.0
RATER_HALVES_DAYS: Final = 1.0
_DAY_S: Final = 86_400.0


PRIOR: Final = np.array([term in (Term.GOODNESS, Term.LEANING) for term in Term], dtype=np.float64)


def terms_left_out(ratings: Ratings) -> Floats:
    """Return the terms of each rating from all others: float64, shape (n, number of terms).

    Args:
        ratings: no rater rates a subject twice, for the one rating would tell of the other.
    """
    return _terms(ratings, everything_else, answers_at_all(ratings))


def terms_before(ratings: Ratings) -> Floats:
    """Return the terms of each rating from what is dated before it: float64, shape (n, number of terms)."""
    return _terms(ratings, everything_before, answers_before(ratings))


def learned(terms: Floats, values: Floats) -> Floats:
    """Return a weight a term, by least squares that hold on to the simple formula.

    w = argmin |values - terms w|² + HOLD |w - PRIOR|², as in Hoerl and Kennard (1970), around PRIOR instead of nothing.
    """
    square = terms.T @ terms + HOLD * np.eye(len(PRIOR))
    return np.asarray(PRIOR + np.linalg.solve(square, terms.T @ (values - terms @ PRIOR)), dtype=np.float64)


def expected(terms: Floats, weights: Floats) -> Floats:
    """Return what is expected of each row: float64, shape (n,), -1 … +1."""
    return np.clip(terms @ weights, -1.0, 1.0)


def _terms(ratings: Ratings, others: Others, answers: Numbers) -> Floats:
    ones = np.ones(len(ratings))
    of_subject = others(ratings, ratings.subjects, ones)
    by_rater = others(ratings, ratings.raters, ones)
    goodness = others(ratings, ratings.subjects, ratings.values) / (of_subject + GOODNESS_SHRINKAGE)
    leaning = others(ratings, ratings.raters, ratings.values - goodness) / (by_rater + LEANING_SHRINKAGE)
    return np.column_stack(
        [
            ones,
            goodness,
            leaning,
            answers >= 0,
            _value_at(ratings, answers),
            of_subject == 0,
            by_rater == 0,
            _fading(ratings, latest_before(ratings, ratings.subjects), SUBJECT_HALVES_DAYS),
            _fading(ratings, latest_before(ratings, ratings.raters), RATER_HALVES_DAYS),
        ]
    )


def _value_at(ratings: Ratings, places: Numbers) -> Floats:
    return np.where(places >= 0, ratings.values[places], 0.0)


def _fading(ratings: Ratings, places: Numbers, halves_days: float) -> Floats:
    days = (ratings.times_s - ratings.times_s[places]) / _DAY_S
    return _value_at(ratings, places) * np.where(places >= 0, 0.5 ** (np.maximum(days, 0.0) / halves_days), 0.0)

"""How far a rater can be relied on, by what it said of others and nothing that was said of it.

A rater is right where the sign of its rating is that of what all others say of the same subject. Ratings are cheap and
come in floods, months are not: of each 30 days only the share that was right counts, as one. And nothing is owed to
who has shown nothing: one month of being wrong is counted beside. So

    reliability = sum over its months of (share that was right) / (months + 1)

from 0 to below 1. What others say weighs with their own reliability, worked out the same way in a first round.
A rating of a subject that nobody else has rated says nothing about the rater.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from cohong.insight.experience import GOODNESS_SHRINKAGE
from cohong.insight.ratings import Floats, Ratings, everything_else

MONTH_S: Final = 30 * 86_400.0
ROUNDS: Final = 2


def reliability(ratings: Ratings) -> Floats:
    """Return each member's reliability as a rater: float64, shape (members,), 0 … 1; 0 for who never rated."""
    found = np.ones(len(ratings.names))
    for _ in range(ROUNDS):
        found = _reliability(ratings, found)
    return found


def _reliability(ratings: Ratings, weights: Floats) -> Floats:
    weight = weights[ratings.raters]
    beside = everything_else(ratings, ratings.subjects, weight)
    goodness = everything_else(ratings, ratings.subjects, ratings.values * weight) / (beside + GOODNESS_SHRINKAGE)
    # Sums of floats: what is left of a sum without its only part need not be nothing.
    telling = np.flatnonzero(beside > 1e-9)
    right = (ratings.values[telling] > 0) == (goodness[telling] > 0)
    months = np.stack([ratings.raters[telling], (ratings.times_s[telling] // MONTH_S).astype(np.int64)])
    _, month_of, sizes = np.unique(months, axis=1, return_inverse=True, return_counts=True)
    share = 1.0 / sizes[month_of.reshape(-1)]
    members = len(ratings.names)
    counted = np.bincount(ratings.raters[telling], share, minlength=members)
    return np.asarray(np.bincount(ratings.raters[telling], share * right, minlength=members) / (counted + 1.0))

"""Ratings of members by members: columns of numbers, and what is known beside a rating when it is to be expected.

Theory. A prediction is worth something only if it has not seen what it predicts. So a sum over ratings is never taken
whole: each rating sees the sum over *others* of its group (the same subject, or the same rater), and there are two
answers to which others. `everything_else` is all but itself, for leave-one-out. `everything_before` is what is dated
strictly earlier, for predicting what comes from what was; ratings of the same moment do not see each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]
Others: TypeAlias = Callable[["Ratings", Numbers, Floats], Floats]
"""Of each rating, the sum of a value over the others of its group: (ratings, group numbers, values), shapes (n,)."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings in order of time, columns of the same length n.

    Attributes:
        names: who takes part, in order; a member's number is its place here.
        raters: int64, shape (n,): by number.
        subjects: likewise; never the rater itself.
        values: float64, shape (n,): -1 … +1.
        times_s: float64, shape (n,): seconds, never falling.
    """

    names: tuple[str, ...]
    raters: Numbers
    subjects: Numbers
    values: Floats
    times_s: Floats

    def __len__(self) -> int:
        return len(self.values)

    def chosen(self, which: NDArray[np.bool_] | Numbers) -> Ratings:
        """Return some of them; everybody keeps the same number."""
        return Ratings(self.names, self.raters[which], self.subjects[which], self.values[which], self.times_s[which])


def ratings_of(rows: Sequence[tuple[str, str, float, float]]) -> Ratings:
    """Return rows of (rater, subject, value, seconds) as columns, in order of time."""
    rows = sorted(rows, key=lambda row: row[3])
    names = tuple(sorted({row[0] for row in rows} | {row[1] for row in rows}))
    numbers = {name: number for number, name in enumerate(names)}
    return Ratings(
        names,
        np.array([numbers[row[0]] for row in rows], dtype=np.int64),
        np.array([numbers[row[1]] for row in rows], dtype=np.int64),
        np.array([row[2] for row in rows], dtype=np.float64),
        np.array([row[3] for row in rows], dtype=np.float64),
    )


def everything_else(ratings: Ratings, groups: Numbers, values: Floats) -> Floats:
    """Return each group's sum without the rating's own value."""
    totals = np.bincount(groups, values, minlength=len(ratings.names))
    return np.asarray(totals[groups] - values, dtype=np.float64)


def everything_before(ratings: Ratings, groups: Numbers, values: Floats) -> Floats:
    """Return the sum of each group over what is dated before the rating."""
    order = np.lexsort((ratings.times_s, groups))
    sums = np.concatenate(([0.0], np.cumsum(values[order])))
    begins = _begins(groups[order])
    first_of_moment = _begins(groups[order], ratings.times_s[order])
    found = np.empty(len(ratings), dtype=np.float64)
    found[order] = sums[first_of_moment] - sums[begins]
    return found


def latest_before(ratings: Ratings, groups: Numbers) -> Numbers:
    """Return the place of the latest rating of the same group dated before each one; -1 if there is none."""
    order = np.lexsort((ratings.times_s, groups))
    before = _begins(groups[order], ratings.times_s[order]) - 1
    found = np.empty(len(ratings), dtype=np.int64)
    found[order] = np.where(before >= _begins(groups[order]), order[before], -1)
    return found


def answers_at_all(ratings: Ratings) -> Numbers:
    """Return the place of the latest rating that the subject gave the rater; -1 if there is none."""
    places = {pair: place for place, pair in enumerate(_pairs(ratings.raters, ratings.subjects))}
    return np.array([places.get(pair, -1) for pair in _pairs(ratings.subjects, ratings.raters)], dtype=np.int64)


def answers_before(ratings: Ratings) -> Numbers:
    """Return the place of the latest rating that the subject gave the rater before; -1 if there is none."""
    places: dict[tuple[int, int], int] = {}
    moments = _begins(ratings.times_s)
    found: list[int] = []
    told = 0
    pairs = _pairs(ratings.raters, ratings.subjects)
    for place, (rater, subject) in enumerate(pairs):
        while told < moments[place]:
            places[pairs[told]] = told
            told += 1
        found.append(places.get((subject, rater), -1))
    return np.array(found, dtype=np.int64)


def _pairs(one: Numbers, other: Numbers) -> list[tuple[int, int]]:
    return list(zip(one.tolist(), other.tolist(), strict=True))


def _begins(*keys: Numbers | Floats) -> Numbers:
    """Return where each row's run of equal keys begins, of keys in order."""
    count = len(keys[0])
    changes = np.ones(count, dtype=np.bool_)
    changes[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return np.maximum.accumulate(np.where(changes, np.arange(count), 0))

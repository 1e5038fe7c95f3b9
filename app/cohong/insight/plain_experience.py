"""What somebody may expect to say of a member, with what each term adds, as plain values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from cohong.insight.book_ratings import BookRatings
from cohong.insight.experience import expected, learned, terms_left_out
from cohong.insight.experience_terms import Term
from cohong.insight.ratings import Floats, Ratings

RATERS_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class ExperienceBook:
    """The ratings of a book, and the weights that they teach."""

    book: BookRatings
    weights: Floats


def experience_book(book: BookRatings) -> ExperienceBook:
    """Return ratings with the weights learned from all of them, each foretold from the others."""
    return ExperienceBook(book, learned(terms_left_out(book.ratings), book.ratings.values))


def plain_experience(known: ExperienceBook, viewer: str, subject: str, now_s: float) -> dict[str, Any]:
    """Return what one member may expect of another.

    What the viewer itself says of the subject is no part of it, and stands beside it as `own`. `raters` are those who
    have spoken last. The terms add up to `expected`, unless that is cut at -1 or +1.
    """
    ratings = known.book.ratings
    rater, rated = (_place(ratings.names, name, beyond) for beyond, name in enumerate((viewer, subject)))
    is_own = (ratings.raters == rater) & (ratings.subjects == rated)
    terms = _terms(ratings.chosen(~is_own), rater, rated, now_s)
    others = np.flatnonzero((ratings.subjects == rated) & ~is_own)
    return {
        "expected": round(float(expected(terms[None, :], known.weights)[0]), 4),
        "terms": [
            {
                "term": str(term),
                "value": round(value, 4),
                "weight": round(weight, 4),
                "adds": round(value * weight, 4),
            }
            for term, value, weight in zip(Term, terms.tolist(), known.weights.tolist(), strict=True)
        ],
        "ratings": len(others),
        "learned_from": len(ratings),
        "own": next(iter(_said(known.book, np.flatnonzero(is_own).tolist())), None),
        "raters": _said(known.book, others[::-1][:RATERS_SHOWN].tolist()),
    }


def _terms(ratings: Ratings, rater: int, rated: int, now_s: float) -> Floats:
    """Return the terms of a rating that is not there yet, from those that it rests on alone.

    These are all ratings of the subject, by the rater, of whoever the rater has rated, and the subject's answer.
    """
    of_rater = ratings.raters == rater
    which = np.isin(ratings.subjects, np.append(ratings.subjects[of_rater], rated)) | of_rater
    which |= (ratings.raters == rated) & (ratings.subjects == rater)
    some = ratings.chosen(which)
    latest = max(now_s, float(some.times_s[-1]) + 1.0 if len(some) else now_s)
    size = max(len(ratings.names), rater + 1, rated + 1)
    asked = Ratings(
        ratings.names + ("",) * (size - len(ratings.names)),
        np.append(some.raters, rater),
        np.append(some.subjects, rated),
        np.append(some.values, 0.0),
        np.append(some.times_s, latest),
    )
    return np.asarray(terms_left_out(asked)[-1], dtype=np.float64)


def _place(names: Sequence[str], name: str, beyond: int) -> int:
    """Return the place of a name; one of its own behind them for one that is not there."""
    place = bisect_left(names, name)
    return place if place < len(names) and names[place] == name else len(names) + beyond


def _said(book: BookRatings, places: Sequence[int]) -> list[dict[str, Any]]:
    ratings = book.ratings
    return [
        {
            "member": ratings.names[ratings.raters[place]],
            "value": round(float(ratings.values[place]), 4),
            "months": int(book.months[place]),
            "on_time": int(book.on_time[place]),
            "late": int(book.late[place]),
            "lost": int(book.lost[place]),
            "score": None if np.isnan(book.scores[place]) else int(book.scores[place]),
        }
        for place in places
    ]

"""What members say of each other by their words and by how trade between them turned out: one rating a pair.

Who has been paid, or not, rates who owed it. An obligation that has turned out is worth

    paid within terms +1 · paid or overdue up to 30 days late 0 · up to 90 days -0.5 · later, or given up -1

and all that turned out in one calendar month count as one voice, of their mean: a flood of small invoices says no more
than a month. An endorsement is one voice too, a tenth of its score. The rating is the mean of the voices, each weighing
half for every 180 days since. Outcomes are those of `trade_lines`, worked out on whole columns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from cohong.insight.evidence import HALVES_DAYS
from cohong.insight.ratings import Floats, Numbers, Ratings
from cohong.insight.repaid_book import Owed
from cohong.insight.trade_lines import KEPT_DAYS, Outcome

LATE_WORTH: Final = ((30, 0.0), (90, -0.5))
"""Days late up to which an obligation that is late is worth so much; -1 beyond."""
ENDORSED_MAX: Final = 10.0
_DAY_S: Final = 86_400
_EPOCH: Final = 719_163
"""The ordinal of 1 January 1970."""
_FIRST_MONTH, _MONTHS = -1970 * 12, 10_000 * 12
"""Months are counted from the year 0, and there are fewer than so many: a date has four digits of a year."""


@dataclass(frozen=True, slots=True)
class Endorsements:
    """The latest word of each member on another: places of who and on whom, -10 to +10, and when."""

    raters: Numbers
    subjects: Numbers
    scores: Numbers
    times_ms: Numbers


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Obligations that have turned out, a row each: places of holder and debtor, the day, the outcome, days late."""

    raters: Numbers
    subjects: Numbers
    days: Numbers
    outcomes: Numbers
    days_late: Numbers

    def worth(self) -> Floats:
        """Return what each is worth to its holder, -1 … +1."""
        late = np.full(len(self.days), -1.0)
        for days, late_worth in reversed(LATE_WORTH):
            late[self.days_late <= days] = late_worth
        worth = np.where(self.outcomes == Outcome.ON_TIME.value, 1.0, late)
        return np.where(self.outcomes == Outcome.LOST.value, -1.0, worth)


@dataclass(frozen=True, slots=True)
class BookRatings:
    """One rating of each pair, and what it is made of: columns of one length, in order of time.

    Attributes:
        months: so many months in which something turned out.
        on_time, late, lost: so many obligations.
        scores: of the endorsement; nan where there is none.
    """

    ratings: Ratings
    months: Numbers
    on_time: Numbers
    late: Numbers
    lost: Numbers
    scores: Floats


def endorsements_of(
    raters: Sequence[int],
    subjects: Sequence[int],
    scores: Sequence[int],
    times_ms: Sequence[int],
    places: Sequence[int],
) -> Endorsements:
    """Return columns of whole numbers as they are computed with; `places` of the book's numbers in the names."""
    of = np.asarray(places, dtype=np.int64)
    who, whom, score, when = (np.asarray(column, dtype=np.int64) for column in (raters, subjects, scores, times_ms))
    who, whom = of[who], of[whom]
    return Endorsements(*(column[who != whom] for column in (who, whom, score, when)))


def word_ratings(names: tuple[str, ...], words: Endorsements) -> Ratings:
    """Return endorsements as ratings, in order of time."""
    ratings = Ratings(names, words.raters, words.subjects, words.scores / ENDORSED_MAX, words.times_ms / 1000)
    return ratings.chosen(np.argsort(ratings.times_s, kind="stable"))


def outcomes_of(owed: Owed, disputed: Collection[int], as_of: int) -> Outcomes:
    """Return what has turned out by the end of a day and not ended five years before, as `trade_lines` has it."""
    within = owed.due + owed.grace
    last_paid = np.where(owed.received_on >= 0, owed.received_on, owed.issued)
    is_owed, is_lost = owed.outstanding > 0, owed.is_lost > 0
    in_terms = (last_paid <= within) & (owed.is_defaulted == 0)
    paid = np.where(in_terms, Outcome.ON_TIME.value, Outcome.LATE.value)
    unpaid = np.where(as_of > within, Outcome.LATE.value, Outcome.PENDING.value)
    outcomes = np.where(is_lost, Outcome.LOST.value, np.where(is_owed, unpaid, paid))
    lost_on = np.minimum(as_of, np.maximum(within, last_paid))
    days = np.where(is_lost, lost_on, np.where(is_owed, as_of, last_paid))
    late = np.maximum(0, np.where(is_owed, as_of, last_paid) - owed.due)
    counted = (outcomes != Outcome.PENDING.value) & (days >= as_of - KEPT_DAYS) & (owed.issued <= as_of)
    counted &= (owed.holders != owed.debtors) & ~np.isin(owed.numbers, list(disputed))
    return Outcomes(*(column[counted] for column in (owed.holders, owed.debtors, days, outcomes, late)))


def book_ratings(names: tuple[str, ...], outcomes: Outcomes, words: Endorsements, as_of: int) -> BookRatings:
    """Return one rating of each pair.

    Args:
        names: in order; raters and subjects are places in it.
    """
    of_outcome = outcomes.raters * len(names) + outcomes.subjects
    months = (outcomes.days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) - _FIRST_MONTH
    voices, voice_of = np.unique(of_outcome * _MONTHS + months, return_inverse=True)
    sizes = np.bincount(voice_of)
    said = np.bincount(voice_of, outcomes.worth()) / np.maximum(sizes, 1)
    last = np.zeros(len(sizes), dtype=np.int64)
    np.maximum.at(last, voice_of, outcomes.days)
    of_word = words.raters * len(names) + words.subjects
    pairs, pair_of = np.unique(np.concatenate([voices // _MONTHS, of_word]), return_inverse=True)
    values = np.concatenate([said, words.scores / ENDORSED_MAX])
    times_s = np.concatenate([(last - _EPOCH) * float(_DAY_S), words.times_ms / 1000])
    ages = np.maximum(0.0, (as_of + 1 - _EPOCH) - times_s / _DAY_S)
    youngest = np.full(len(pairs), np.inf)
    np.minimum.at(youngest, pair_of, ages)
    # Against the newest voice of the pair: it comes to the same mean, and one voice alone is what it says to the bit.
    weights = 0.5 ** ((ages - youngest[pair_of]) / HALVES_DAYS)
    total = np.bincount(pair_of, weights, minlength=len(pairs))
    mean = np.bincount(pair_of, weights * values, minlength=len(pairs)) / total
    newest = np.full(len(pairs), -np.inf)
    np.maximum.at(newest, pair_of, times_s)
    order = np.argsort(newest, kind="stable")
    scores = np.full(len(pairs), np.nan)
    scores[np.searchsorted(pairs, of_word)] = words.scores
    place = np.searchsorted(pairs, of_outcome)
    count = {each: np.bincount(place[outcomes.outcomes == each.value], minlength=len(pairs)) for each in Outcome}
    ratings = Ratings(names, pairs // len(names), pairs % len(names), np.clip(mean, -1.0, 1.0), newest)
    found = BookRatings(
        ratings,
        np.bincount(pair_of[: len(said)], minlength=len(pairs)),
        count[Outcome.ON_TIME],
        count[Outcome.LATE],
        count[Outcome.LOST],
        scores,
    )
    others = (getattr(found, field.name)[order] for field in fields(BookRatings)[1:])
    return BookRatings(ratings.chosen(order), *others)

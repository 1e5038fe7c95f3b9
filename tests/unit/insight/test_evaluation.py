"""Figures of the evaluation: on ratings whose law is known, on noise, and on the published ratings where they are."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from cohong.insight.evaluation import Fit, dishonest_raters_auc, forward, leave_one_out
from cohong.insight.raters import reliability
from cohong.insight.ratings import Ratings, ratings_of
from cohong.insight.ratings_file import read_labels, read_ratings

DAY_S = 86_400.0


def drawn(*, members: int, count: int, noise: float, seed: int = 1) -> Ratings:
    """Ratings by goodness of the subject, leaning of the rater, and noise."""
    rng = np.random.default_rng(seed)
    goodness, leaning = rng.uniform(-0.7, 0.7, members), rng.uniform(-0.2, 0.2, members)
    rows = []
    for number in range(count):
        rater, subject = rng.choice(members, 2, replace=False)
        value = np.clip(goodness[subject] + leaning[rater] + rng.normal(0, noise), -1, 1)
        rows.append((str(rater), str(subject), float(value), number * 3_600.0))
    return ratings_of(rows)


def test_what_follows_a_law_is_foretold_and_noise_is_not() -> None:
    ratings = drawn(members=40, count=2_000, noise=0.1)
    for fit in (leave_one_out(ratings), forward(ratings)):
        assert fit.rmse < 0.13
        assert fit.correlation > 0.95
    rng = np.random.default_rng(2)
    noise = Ratings(ratings.names, ratings.raters, ratings.subjects, rng.uniform(-1, 1, len(ratings)), ratings.times_s)
    for fit in (leave_one_out(noise), forward(noise)):
        assert abs(fit.correlation) < 0.1


def test_a_rating_that_is_always_the_same_has_no_correlation() -> None:
    ratings = ratings_of([(str(number % 7), str(number % 7 + 1), 0.5, float(number)) for number in range(40)])
    assert math.isnan(leave_one_out(ratings).correlation)


def test_of_repeated_ratings_the_latest_is_foretold_and_the_others_do_not_give_it_away() -> None:
    ratings = drawn(members=30, count=400, noise=0.3)
    twice = ratings_of(
        [
            (ratings.names[rater], ratings.names[subject], value, time)
            for rater, subject, value, time in zip(
                ratings.raters, ratings.subjects, ratings.values, ratings.times_s, strict=True
            )
            for time in (time, time + 10_000_000.0)
        ]
    )
    once = leave_one_out(twice)
    assert once.rmse > 0.25


def test_who_contradicts_everybody_is_told_apart_and_floods_count_once_a_month() -> None:
    rows = []
    for month in range(6):
        for rater in ("h1", "h2", "h3"):
            rows += [(rater, f"s{number}", 0.8, (30 * month + number) * DAY_S) for number in range(5)]
        rows += [("liar", f"s{number}", -1.0, (30 * month + number) * DAY_S) for number in range(5)]
    rows += [("flood", f"s{number % 5}", 0.9, 10 * DAY_S + number) for number in range(200)]
    ratings = ratings_of(rows)
    by_name = dict(zip(ratings.names, reliability(ratings).tolist(), strict=True))
    assert by_name["h1"] == pytest.approx(6 / 7)
    assert by_name["flood"] == pytest.approx(1 / 2)
    assert by_name["liar"] == by_name["s0"] == 0.0
    assert dishonest_raters_auc(ratings, {"h1": True, "flood": True, "liar": False, "never seen": False}) == 1.0
    assert dishonest_raters_auc(ratings, {"h1": False, "liar": True}) == 0.0
    assert dishonest_raters_auc(ratings, {"s0": False, "liar": True}) == 0.5
    assert math.isnan(dishonest_raters_auc(ratings, {"h1": True}))


def test_a_rater_is_judged_by_nothing_that_was_said_of_it() -> None:
    rows = [(rater, f"s{number}", 0.8, number * DAY_S) for rater in ("h1", "h2") for number in range(3)]
    blamed = [*rows, *((f"enemy{number}", "h1", -1.0, number * DAY_S) for number in range(9))]
    plain, other = ratings_of(rows), ratings_of(blamed)
    assert reliability(plain)[plain.names.index("h1")] == reliability(other)[other.names.index("h1")] > 0


def test_published_ratings_are_foretold_better_than_the_references(shared_data: Path) -> None:
    ratings = read_ratings(shared_data / "soc-sign-bitcoinotc.csv").ratings
    assert len(ratings) == 35_592
    assert better(leave_one_out(ratings), Fit(0.292, 0.574))
    assert better(forward(ratings), Fit(0.317, 0.634))
    assert dishonest_raters_auc(ratings, read_labels(shared_data / "otc_gt.csv")) > 0.9


def better(fit: Fit, reference: Fit) -> bool:
    return fit.rmse < reference.rmse and fit.correlation > reference.correlation

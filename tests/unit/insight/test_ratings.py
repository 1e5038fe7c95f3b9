"""What is known beside a rating: checked against plain loops over the same ratings, and against leaks."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cohong.insight.experience import (
    GOODNESS_SHRINKAGE,
    LEANING_SHRINKAGE,
    PRIOR,
    expected,
    learned,
    terms_before,
    terms_left_out,
)
from cohong.insight.experience_terms import Term
from cohong.insight.ratings import Floats, Ratings, answers_at_all, answers_before, latest_before, ratings_of

NAMES = "abcde"
VALUES = st.integers(-10, 10).map(lambda tenths: tenths / 10)
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
ROWS = st.lists(
    st.tuples(PAIRS, VALUES, st.integers(0, 6)).map(lambda row: (*row[0], row[1], row[2] * 40_000.0)),
    min_size=1,
    max_size=30,
)


def column(terms: Floats, term: Term) -> list[float]:
    return [float(value) for value in terms[:, list(Term).index(term)]]


@given(ROWS)
def test_terms_before_are_what_a_loop_over_the_past_finds(rows: list[tuple[str, str, float, float]]) -> None:
    ratings = ratings_of(rows)
    rows = sorted(rows, key=lambda row: row[3])
    goodness = [mean([past for past in before(rows, row) if past[1] == row[1]], GOODNESS_SHRINKAGE) for row in rows]
    found = terms_before(ratings)
    np.testing.assert_allclose(column(found, Term.GOODNESS), goodness, atol=1e-12)
    for place, row in enumerate(rows):
        residuals = [
            rows[other][2] - goodness[other]
            for other in range(len(rows))
            if rows[other][3] < row[3] and rows[other][0] == row[0]
        ]
        leaning = sum(residuals) / (len(residuals) + LEANING_SHRINKAGE)
        assert abs(column(found, Term.LEANING)[place] - leaning) < 1e-12
        given_back = [past[2] for past in before(rows, row) if (past[0], past[1]) == (row[1], row[0])]
        assert column(found, Term.ANSWER)[place] == (given_back[-1] if given_back else 0.0)
        assert column(found, Term.UNRATED)[place] == (not any(past[1] == row[1] for past in before(rows, row)))
        own = [past for past in before(rows, row) if past[0] == row[0]]
        latest = own[-1][2] * 0.5 ** ((row[3] - own[-1][3]) / 86_400) if own else 0.0
        assert abs(column(found, Term.RATER_LATEST)[place] - latest) < 1e-12


@given(ROWS)
def test_terms_left_out_see_all_but_the_rating_itself(rows: list[tuple[str, str, float, float]]) -> None:
    ratings = ratings_of(rows)
    rows = sorted(rows, key=lambda row: row[3])
    found = column(terms_left_out(ratings), Term.GOODNESS)
    for place, row in enumerate(rows):
        others = [other for at, other in enumerate(rows) if at != place and other[1] == row[1]]
        assert abs(found[place] - mean(others, GOODNESS_SHRINKAGE)) < 1e-12


@given(ROWS.filter(lambda rows: len({row[:2] for row in rows}) == len(rows)), st.data())
def test_no_term_of_a_rating_depends_on_its_own_value_or_on_what_comes_later(
    rows: list[tuple[str, str, float, float]], data: st.DataObject
) -> None:
    ratings = ratings_of(rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    altered = ratings.values.copy()
    altered[place] = data.draw(VALUES)
    other = Ratings(ratings.names, ratings.raters, ratings.subjects, altered, ratings.times_s)
    np.testing.assert_allclose(terms_left_out(ratings)[place], terms_left_out(other)[place], atol=1e-12)
    not_later = ratings.times_s <= ratings.times_s[place]
    np.testing.assert_allclose(terms_before(ratings)[not_later], terms_before(other)[not_later], atol=1e-12)


def test_answers_and_the_latest_are_found_by_place() -> None:
    ratings = ratings_of([("a", "b", 0.1, 1), ("b", "a", 0.2, 2), ("a", "b", 0.3, 3), ("c", "b", 0.4, 3)])
    assert answers_at_all(ratings).tolist() == [1, 2, 1, -1]
    assert answers_before(ratings).tolist() == [-1, 0, 1, -1]
    assert latest_before(ratings, ratings.subjects).tolist() == [-1, -1, 0, 0]


def test_few_ratings_keep_to_the_formula_and_many_teach_another() -> None:
    ratings = ratings_of([("a", "b", 1.0, 1), ("c", "b", 0.5, 2), ("c", "a", -1.0, 3)])
    terms = terms_left_out(ratings)
    assert np.abs(learned(terms, ratings.values) - PRIOR).max() < 0.2
    rng = np.random.default_rng(1)
    many = rng.uniform(-1, 1, (5_000, len(PRIOR)))
    weights = rng.uniform(-1, 1, len(PRIOR))
    np.testing.assert_allclose(learned(many, many @ weights), weights, atol=0.02)
    assert expected(np.full((1, len(PRIOR)), 1.0), np.ones(len(PRIOR))).tolist() == [1.0]


def before(
    rows: list[tuple[str, str, float, float]], row: tuple[str, str, float, float]
) -> list[tuple[str, str, float, float]]:
    return [past for past in rows if past[3] < row[3]]


def mean(rows: list[tuple[str, str, float, float]], shrinkage: float) -> float:
    return sum(row[2] for row in rows) / (len(rows) + shrinkage)

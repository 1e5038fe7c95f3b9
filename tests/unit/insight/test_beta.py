"""The incomplete beta function against closed forms, exact sums and itself."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.insight.beta import beta_below, beta_quantile

SHAPES = st.floats(0.05, 2_000)
INSIDE = st.floats(1e-6, 1 - 1e-6)


def exact(x: Fraction, a: int, b: int) -> float:
    """I_x(a, b) of whole numbers: at least a successes in a + b - 1 trials (DLMF 8.17.5)."""
    trials = a + b - 1
    return float(sum(math.comb(trials, j) * x**j * (1 - x) ** (trials - j) for j in range(a, trials + 1)))


@pytest.mark.parametrize("a", [1, 2, 7, 40, 150])
@pytest.mark.parametrize("b", [1, 3, 11, 90])
@pytest.mark.parametrize("x", [Fraction(1, 100), Fraction(1, 3), Fraction(1, 2), Fraction(4, 5), Fraction(99, 100)])
def test_whole_shapes_are_the_sum_of_binomials(a: int, b: int, x: Fraction) -> None:
    assert beta_below(float(x), a, b) == pytest.approx(exact(x, a, b), rel=1e-10, abs=1e-13)


@given(INSIDE, SHAPES)
def test_a_shape_of_one_has_a_closed_form(x: float, shape: float) -> None:
    assert beta_below(x, shape, 1) == pytest.approx(x**shape, rel=1e-9, abs=1e-12)
    assert beta_below(x, 1, shape) == pytest.approx(-math.expm1(shape * math.log1p(-x)), rel=1e-9, abs=1e-12)


@given(INSIDE)
def test_halves_are_the_arcsine_law(x: float) -> None:
    assert beta_below(x, 0.5, 0.5) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)), rel=1e-9, abs=1e-12)


@given(INSIDE, SHAPES, SHAPES)
def test_what_is_below_and_what_is_above_are_all(x: float, a: float, b: float) -> None:
    assert beta_below(x, a, b) + beta_below(1 - x, b, a) == pytest.approx(1, abs=1e-8)


@given(st.floats(0.01, 0.99), st.floats(0.5, 2_000), st.floats(0.5, 2_000))
def test_a_quantile_has_its_probability_below_it(probability: float, a: float, b: float) -> None:
    assert beta_below(beta_quantile(probability, a, b), a, b) == pytest.approx(probability, abs=1e-8)


def test_ends_and_published_quantiles() -> None:
    assert (beta_below(0, 2, 3), beta_below(1, 2, 3)) == (0, 1)
    assert beta_quantile(0.5, 4, 4) == pytest.approx(0.5)
    # Clopper and Pearson (1934), 95 %: 2 of 10 is 2.52 % to 55.61 %, 0 of 10 at most 30.85 %.
    assert beta_quantile(0.025, 2, 9) == pytest.approx(0.02521, abs=1e-5)
    assert beta_quantile(0.975, 3, 8) == pytest.approx(0.55610, abs=1e-5)
    assert beta_quantile(0.975, 1, 10) == pytest.approx(0.30850, abs=1e-5)

"""The Beta distribution: how likely it is to be below a value, and the value below which it is with a probability.

The regularised incomplete beta function I_x(a, b) is evaluated by its continued fraction, DLMF 8.17.22, with the
modified method of Lentz (Thompson and Barnett 1986; as in Press et al., Numerical Recipes, 3rd ed., 6.4). The fraction
converges fast below x = (a + 1) / (a + b + 2), in about sqrt(max(a, b)) steps; beyond, I_x(a, b) = 1 - I_(1-x)(b, a).
"""

from __future__ import annotations

import math
from typing import Final

_STEPS_MAX: Final = 100_000
_CLOSE: Final = 1e-15
_TINY: Final = 1e-300
"""Stands for a denominator of zero, as Lentz's method asks."""
_HALVINGS: Final = 60


def beta_below(x: float, a: float, b: float) -> float:
    """Return I_x(a, b): the probability that a Beta(a, b) variable is at most x.

    Args:
        x: from 0 to 1.
        a, b: above 0.
    """
    assert 0 <= x <= 1 and a > 0 and b > 0
    if x in (0.0, 1.0):
        return x
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    if x <= (a + 1) / (a + b + 2):
        return math.exp(log_front) * _fraction(x, a, b) / a
    return 1 - math.exp(log_front) * _fraction(1 - x, b, a) / b


def beta_quantile(probability: float, a: float, b: float) -> float:
    """Return the x below which a Beta(a, b) variable is with this probability, to 1e-15.

    By halving: I_x never falls in x, and nothing else has to hold.
    """
    assert 0 <= probability <= 1
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if beta_below(middle, a, b) < probability:
            low = middle
        else:
            high = middle
    return high


def _fraction(x: float, a: float, b: float) -> float:
    """Return 1 / (1 + d1 / (1 + d2 / (1 + …))) of DLMF 8.17.22, without its factor in front."""
    c = 1.0
    d = 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS_MAX):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < _CLOSE:
            return value
    raise AssertionError(f"no end of the fraction at x={x}, a={a}, b={b}")


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY

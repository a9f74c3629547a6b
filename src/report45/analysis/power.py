"""Power and sample size for the difference of two proportions, by three named methods."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import Literal

Method = Literal["arcsine", "pooled", "unpooled"]
METHODS: tuple[Method, ...] = ("arcsine", "pooled", "unpooled")

_NORMAL = NormalDist()


def effect(first: float, other: float) -> float:
    """Cohen's h: the distance of two proportions on the arcsine scale.

    Notes
    -----
    Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd ed., chapter 6.
    """
    return 2 * math.asin(math.sqrt(first)) - 2 * math.asin(math.sqrt(other))


def required(
    first: float,
    other: float,
    *,
    alpha: float = 0.05,
    power: float = 0.8,
    sides: Literal[1, 2] = 1,
    method: Method = "arcsine",
) -> float:
    """Members each of two equal groups needs, not rounded.

    Parameters
    ----------
    first, other : float
        Expected proportions, different from one another.
    alpha : float
        Probability of a false alarm, over all sides together.
    power : float
        Probability of finding the difference.
    sides : {1, 2}
        One- or two-sided test; the far tail of a two-sided test is neglected, as in the sources.
    method : {"arcsine", "pooled", "unpooled"}
        How the variance is taken.

    Returns
    -------
    float
        Members per group; infinite when the proportions are equal.

    Notes
    -----
    ``pooled``: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions,
    3rd ed., formula 4.14, without continuity correction. ``unpooled``: both variances as they
    are. ``arcsine``: Cohen (1988), formula 6.4.1.
    """
    if first == other:
        return math.inf
    critical, reach = _NORMAL.inv_cdf(1 - alpha / sides), _NORMAL.inv_cdf(power)
    if method == "arcsine":
        return 2 * ((critical + reach) / effect(first, other)) ** 2
    alternative = math.sqrt(first * (1 - first) + other * (1 - other))
    null = alternative if method == "unpooled" else _pooled_deviation(first, other, 1, 1)
    return ((critical * null + reach * alternative) / (first - other)) ** 2


def power(
    first: float,
    other: float,
    sizes: tuple[int, int],
    *,
    alpha: float = 0.05,
    sides: Literal[1, 2] = 1,
    method: Method = "arcsine",
) -> float:
    """Probability of finding the difference with groups of these sizes.

    Parameters
    ----------
    first, other : float
        Expected proportions.
    sizes : tuple of int
        Members of the first and of the other group; both above 0.
    alpha, sides, method
        As for :func:`required`, of which this is the inverse for equal groups.

    Returns
    -------
    float
        Power between 0 and 1.
    """
    critical = _NORMAL.inv_cdf(1 - alpha / sides)
    n, m = sizes
    if method == "arcsine":
        return _NORMAL.cdf(abs(effect(first, other)) * math.sqrt(n * m / (n + m)) - critical)
    alternative = math.sqrt(first * (1 - first) / n + other * (1 - other) / m)
    null = alternative if method == "unpooled" else _pooled_deviation(first, other, n, m)
    return _NORMAL.cdf((abs(first - other) - critical * null) / alternative)


def _pooled_deviation(first: float, other: float, n: int, m: int) -> float:
    pooled = (n * first + m * other) / (n + m)
    return math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))

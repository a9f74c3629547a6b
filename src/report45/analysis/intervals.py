"""Confidence intervals for shares, means and their differences."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from report45.facts import Interval, Share


def wilson(count: int, base: int, level: float = 0.95) -> tuple[float, float]:
    """Score interval for one proportion, without continuity correction.

    Parameters
    ----------
    count, base : int
        Members with the property, out of how many.
    level : float
        Confidence level.

    Returns
    -------
    tuple of float
        Lower and upper bound between 0 and 1; NaN for an empty base.

    Notes
    -----
    Wilson (1927), J Am Stat Assoc 22:209-212; method 3 of Newcombe (1998), Stat Med 17:857-872.
    """
    if not base:
        return (float("nan"), float("nan"))
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = count / base
    centre = (share + z * z / (2 * base)) / (1 + z * z / base)
    half = z * ((share * (1 - share) + z * z / (4 * base)) / base) ** 0.5 / (1 + z * z / base)
    # The score interval of 0 out of n starts at 0 exactly; rounding must not put the share outside.
    return (min(max(centre - half, 0.0), share), max(min(centre + half, 1.0), share))


def newcombe(
    count: int, base: int, other_count: int, other_base: int, level: float = 0.95
) -> tuple[float, float]:
    """Hybrid score interval for the difference of two independent proportions.

    Parameters
    ----------
    count, base : int
        The first group.
    other_count, other_base : int
        The group that is subtracted.
    level : float
        Confidence level.

    Returns
    -------
    tuple of float
        Bounds of first minus other, between -1 and 1; NaN for an empty base.

    Notes
    -----
    Method 10 of Newcombe (1998), Stat Med 17:873-890: the Wilson bounds of both proportions,
    combined as a square and add. No continuity correction.
    """
    if not (base and other_base):
        return (float("nan"), float("nan"))
    low, high = wilson(count, base, level)
    other_low, other_high = wilson(other_count, other_base, level)
    share, other = count / base, other_count / other_base
    down = ((share - low) ** 2 + (other_high - other) ** 2) ** 0.5
    up = ((high - share) ** 2 + (other - other_low) ** 2) ** 0.5
    return (share - other - down, share - other + up)


def welch_interval(
    first: npt.NDArray[np.float64], other: npt.NDArray[np.float64], level: float = 0.95
) -> tuple[float, float]:
    """Interval for the difference of two means, variances not assumed equal.

    Parameters
    ----------
    first, other : ndarray of shape (n,) and (m,)
        Observations without missing values.
    level : float
        Confidence level.

    Returns
    -------
    tuple of float
        Bounds of mean of first minus mean of other; NaN with fewer than two observations, and
        when nothing varies in either group.

    Notes
    -----
    Welch (1947), Biometrika 34:28-35, with Satterthwaite's degrees of freedom.
    """
    error, df = standard_error(first, other)
    if not error > 0:
        return (float("nan"), float("nan"))
    from scipy import stats

    difference = float(first.mean() - other.mean())
    half = float(stats.t.ppf((1 + level) / 2, df)) * error
    return (difference - half, difference + half)


def standard_error(
    first: npt.NDArray[np.float64], other: npt.NDArray[np.float64]
) -> tuple[float, float]:
    """Standard error of the difference of two means, and its degrees of freedom.

    Parameters
    ----------
    first, other : ndarray of shape (n,) and (m,)
        Observations without missing values.

    Returns
    -------
    tuple of float
        The error, 0 when nothing varies in either group, and Satterthwaite's degrees of freedom;
        NaN with fewer than two observations.

    Notes
    -----
    Welch (1947), Biometrika 34:28-35.
    """
    if min(first.size, other.size) < 2:
        return (float("nan"), float("nan"))
    # What does not vary has a variance of 0 exactly; numpy's mean is off by a bit for 0.1.
    parts = [float(one.var(ddof=1)) / one.size if np.ptp(one) else 0.0 for one in (first, other)]
    if not any(parts):
        return (0.0, float("nan"))
    # Relative to the larger, so that squares of tiny variances do not vanish.
    shares = [part / max(parts) for part in parts]
    df = sum(shares) ** 2 / sum(
        share**2 / (one.size - 1) for share, one in zip(shares, (first, other), strict=True)
    )
    return (sum(parts) ** 0.5, df)


def share_interval(share: Share, level: float = 0.95) -> Interval:
    """Give a share's Wilson interval as a fact, in percent."""
    low, high = wilson(share.count, share.base, level)
    return Interval(100 * low, 100 * high, "procent", level)


def difference_interval(first: Share, other: Share, level: float = 0.95) -> Interval:
    """Give Newcombe's interval of first minus other as a fact, in percentage points."""
    low, high = newcombe(first.count, first.base, other.count, other.base, level)
    return Interval(100 * low, 100 * high, "procentpunt", level, digits=1)

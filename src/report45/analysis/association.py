"""Tests of difference between two groups, and the size of the difference beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from report45.analysis.intervals import standard_error
from report45.facts import Test

Counts = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]

SMALL = 5
"""An expected count below this makes χ² unreliable (Cochran 1954)."""

ALPHA = 0.05
"""Level every test is judged at, two-sided."""

IMBALANCE = 0.1
"""A standardised mean difference above this is flagged (Austin 2009, Stat Med 28:3083)."""

_ENUMERABLE = 2_000_000


@dataclass(frozen=True)
class Tested:
    """What a test of difference gave.

    Parameters
    ----------
    method : str
        ``chi2``, ``fisher``, ``fisher_freeman_halton``, ``welch``, ``mann_whitney``, ``binomial``.
    statistic, df : float or None
        None for an exact test.
    p : float
        Two-sided; NaN when the test could not be done.
    sparse : bool
        True when χ² stands although an expected count lies below 5, because the exact test
        would have to go through too many tables. The p-value is then an approximation to warn of.
    """

    method: str
    statistic: float | None
    df: float | None
    p: float
    sparse: bool = False

    @property
    def significant(self) -> bool:
        """Whether p lies below the level; not for a test that could not be done."""
        return self.p < ALPHA

    def fact(self, alpha: float = ALPHA) -> Test:
        """Give the test as a fact, judged at ``alpha``."""
        return Test(self.method, self.statistic, self.df, self.p, alpha)


def association(table: npt.ArrayLike) -> Tested:
    """Test whether two groups differ in the distribution over categories.

    Pearson's χ² without Yates' correction; Fisher's exact test (Freeman and Halton's extension
    for more than two categories) when an expected count lies below 5.

    Parameters
    ----------
    table : array_like of int, shape (2, k)
        Counts per group and category. Categories nobody is in are left out.

    Returns
    -------
    Tested
        With NaN for p when a group is empty or fewer than two categories are left.
    """
    counts: Counts = np.asarray(table, dtype=np.int64)
    counts = counts[:, counts.sum(axis=0) > 0]
    if counts.shape[1] < 2 or (counts.sum(axis=1) == 0).any():
        return Tested("chi2", None, None, math.nan)
    from scipy import stats

    result: Any = stats.chi2_contingency(counts, correction=False)
    chi2 = Tested("chi2", float(result.statistic), float(result.dof), float(result.pvalue))
    if result.expected_freq.min() >= SMALL:
        return chi2
    if counts.shape[1] == 2:
        exact: Any = stats.fisher_exact(counts)
        return Tested("fisher", None, None, float(exact.pvalue))
    if _number_of_tables(counts) <= _ENUMERABLE:
        return Tested("fisher_freeman_halton", None, None, freeman_halton(counts))
    return Tested("chi2", chi2.statistic, chi2.df, chi2.p, sparse=True)


def freeman_halton(table: npt.ArrayLike) -> float:
    """Exact probability of a table at most as likely as this one, margins fixed.

    Parameters
    ----------
    table : array_like of int, shape (2, k)
        Counts per group and category.

    Returns
    -------
    float
        The two-sided p-value, by going through every table with these margins.

    Notes
    -----
    Freeman & Halton (1951), Biometrika 38:141-149. Tables as likely as the observed one but for
    rounding count too, with the relative tolerance of 1e-7 that R's ``fisher.test`` uses.
    """
    from scipy.special import gammaln

    def log_choose(n: Any, k: Any) -> Any:
        return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)

    counts: Counts = np.asarray(table, dtype=np.int64)
    columns, row = counts.sum(axis=0), int(counts[0].sum())
    *smaller, largest = np.sort(columns)
    rest = columns.sum()
    taken, likelihood = np.zeros(1, dtype=np.int64), np.zeros(1)
    for size in smaller:
        cell, rest = np.arange(size + 1), rest - size
        sums = taken[:, None] + cell
        possible = (sums <= row) & (sums + rest >= row)
        likelihood = (likelihood[:, None] + log_choose(size, cell))[possible]
        taken = sums[possible]
    # The largest category follows from the others, and may be too large to go through.
    likelihood = likelihood + log_choose(largest, row - taken)
    observed = float(log_choose(columns, counts[0]).sum())
    whole = float(log_choose(columns.sum(), row))
    return min(1.0, float(np.exp(likelihood[likelihood <= observed + 1e-7] - whole).sum()))


def _number_of_tables(counts: Counts) -> float:
    columns, row = counts.sum(axis=0), int(counts[0].sum())
    # The two largest categories follow from the others but for one cell: a cheap upper bound
    # spares the convolution for tables that are far too large anyway.
    if float(np.prod(np.sort(columns)[:-1].astype(float) + 1)) > 1e3 * _ENUMERABLE:
        return math.inf
    ways = np.ones(1)
    *smaller, largest = map(int, np.sort(columns))
    for size in smaller:
        # A category takes 0 to its whole size, which makes every way a window of those before.
        sums = np.cumsum(np.append(ways, np.zeros(size)))
        sums[size + 1 :] -= np.cumsum(ways)[: len(sums) - size - 1]
        ways = sums[: row + 1]
    return float(ways[max(0, row - largest) :].sum())


def welch(first: Values, other: Values) -> Tested:
    """Test whether two means differ, variances not assumed equal.

    Parameters
    ----------
    first, other : ndarray of shape (n,) and (m,)
        Observations without missing values.

    Returns
    -------
    Tested
        With NaN for p when a group has fewer than two observations or nothing varies.

    Notes
    -----
    Welch (1947), Biometrika 34:28-35.
    """
    error, df = standard_error(first, other)
    if not error > 0:
        return Tested("welch", None, None, math.nan)
    from scipy import stats

    statistic = float(first.mean() - other.mean()) / error
    return Tested("welch", statistic, df, 2 * float(stats.t.sf(abs(statistic), df)))


def mann_whitney(first: Values, other: Values) -> Tested:
    """Test whether one group tends to come earlier in an order than the other.

    Parameters
    ----------
    first, other : ndarray of shape (n,) and (m,)
        Positions without missing values.

    Returns
    -------
    Tested
        With U of the first group as statistic; NaN for p when a group is empty.

    Notes
    -----
    Mann & Whitney (1947), Ann Math Stat 18:50-60; normal approximation with correction for ties
    and continuity unless both groups are small and without ties.
    """
    if not min(first.size, other.size):
        return Tested("mann_whitney", None, None, math.nan)
    from scipy import stats

    result: Any = stats.mannwhitneyu(first, other, alternative="two-sided")
    return Tested("mann_whitney", float(result.statistic), None, float(result.pvalue))


def binomial(count: int, base: int, share: float = 0.5) -> Tested:
    """Exact two-sided test of a count against a known share; NaN for an empty base."""
    if not base:
        return Tested("binomial", None, None, math.nan)
    from scipy import stats

    return Tested("binomial", None, None, float(stats.binomtest(count, base, share).pvalue))


def smd_categories(table: npt.ArrayLike) -> float:
    """Standardised difference of two distributions over categories; never negative.

    Parameters
    ----------
    table : array_like of int, shape (2, k)
        Counts per group and category. Categories nobody is in are left out.

    Returns
    -------
    float
        0 for equal distributions; infinite when the groups do not overlap at all; NaN when a
        group is empty. With two categories the usual |p - q| over the mean deviation.

    Notes
    -----
    Yang & Dalton (2012), A unified approach to measuring the effect size between two groups
    using SAS, SAS Global Forum, paper 335-2012.
    """
    counts: Counts = np.asarray(table, dtype=np.int64)
    counts = counts[:, counts.sum(axis=0) > 0]
    sizes = counts.sum(axis=1)
    if (sizes == 0).any():
        return math.nan
    # Any category may be the one that is left out; the largest keeps the matrix well conditioned.
    order = counts.sum(axis=0).argsort(kind="stable")[:-1]
    shares = (counts / sizes[:, None])[:, order]
    difference = shares[0] - shares[1]
    covariance = sum(np.diag(p) - np.outer(p, p) for p in shares) / 2
    solution = np.linalg.pinv(covariance) @ difference
    if not np.allclose(covariance @ solution, difference, atol=1e-9):
        return math.inf
    return math.sqrt(max(0.0, float(difference @ solution)))


def smd_means(first: Values, other: Values) -> float:
    """Standardised difference of two means; never negative.

    Parameters
    ----------
    first, other : ndarray of shape (n,) and (m,)
        Observations without missing values.

    Returns
    -------
    float
        |mean - mean| over the root of the mean of both sample variances; NaN when a group has
        fewer than two observations, infinite when nothing varies but the means differ.

    Notes
    -----
    Austin (2009), Stat Med 28:3083-3107.
    """
    if min(first.size, other.size) < 2:
        return math.nan
    difference = abs(float(first.mean() - other.mean()))
    deviation = math.sqrt((float(first.var(ddof=1)) + float(other.var(ddof=1))) / 2)
    if deviation == 0:
        return math.inf if difference else 0.0
    return difference / deviation

"""What chance does to two groups that it made, and whether it can have made these."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from report45.analysis.association import Tested

Values = npt.NDArray[np.float64]

_ROUNDING = 1e-9


def omnibus(measured: Values, first: npt.NDArray[np.bool_]) -> Tested:
    """Test, by all characteristics at once, whether chance alone makes groups so different.

    Parameters
    ----------
    measured : ndarray of shape (people, characteristics)
        One column for each number and each category. Missing numbers are set to the mean of the
        known ones, and that they are missing is a column of its own.
    first : ndarray of bool, shape (people,)
        Who is in the experiment group.

    Returns
    -------
    Tested
        With NaN for p when a group is empty, nothing varies, or there are not at least two people
        for every column that varies by itself.

    Notes
    -----
    The d² of Hansen & Bowers (2008), Statistical Science 23:219-236: the difference of the means,
    in the covariance it would have if the groups were drawn again and again from these same
    people. Its mean over all such draws equals the degrees of freedom exactly; its distribution
    is close to χ². For one characteristic in categories it is Pearson's χ² times (n - 1) / n.
    """
    people, size = len(first), int(first.sum())
    untested = Tested("hansen_bowers", None, None, math.nan)
    if not 0 < size < people:
        return untested
    centred = measured - measured.mean(axis=0)
    spread = np.sqrt((centred**2).sum(axis=0))
    varies = spread > _ROUNDING * math.sqrt(people) * np.abs(measured).max(axis=0, initial=0)
    scaled = centred[:, varies] / spread[varies]
    lengths, axes = np.linalg.eigh(scaled.T @ scaled)
    own = lengths > _ROUNDING  # the last category of many follows from the others
    degrees = int(own.sum())
    if not degrees or people < 2 * (degrees + 1):
        return untested
    from scipy import stats

    drawn = scaled[first].sum(axis=0) @ axes[:, own]
    explained = float((drawn**2 / lengths[own]).sum()) * people / (size * (people - size))
    distance = (people - 1) * explained
    return Tested("hansen_bowers", distance, degrees, float(stats.chi2.sf(distance, degrees)))


def expected_above(limit: float, characteristics: Iterable[tuple[int, tuple[int, int]]]) -> float:
    """Compute how many characteristics differ more than a limit when only chance divides.

    Parameters
    ----------
    limit : float
        A standardised mean difference.
    characteristics : iterable of (int, (int, int))
        Of each the categories that occur, 2 for a number, and the people per group of whom it is
        known.

    Returns
    -------
    float
        The expected number of them with a larger standardised mean difference.

    Notes
    -----
    Under random allocation the square of the standardised mean difference, times n₁n₂/(n₁+n₂),
    is close to χ² with one degree of freedom for a number and k - 1 for k categories: it is then
    Hotelling's T², here with the mean of both covariances (Hotelling 1931, Ann Math Stat
    2:360-378).
    """
    from scipy import stats

    total = 0.0
    for categories, (one, other) in characteristics:
        if categories > 1 and one and other:
            squared = limit**2 * one * other / (one + other)
            total += float(stats.chi2.sf(squared, categories - 1))
    return total

"""How many decimals a mean and its difference are printed with."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from report45.rounding import round_half_up

Values = npt.NDArray[np.float64]

_MOST = 4


def decimals(first: Values, other: Values, declared: int | None, *, clear: bool) -> int:
    """Choose the decimals in which two means, their difference and its interval are printed.

    Parameters
    ----------
    first, other : ndarray of shape (n,) and (m,)
        Observations of both groups; at least one each.
    declared : int or None
        What the outcome asks for. Without it, as many as let the standard error of the difference
        show one significant digit (compare Cole 2015, Arch Dis Child 100:608), and where nothing
        varies as many as state both means exactly, four at the most; then up to two more, if these
        make the printed means differ by the printed difference.
    clear : bool
        Whether the difference is called one. It is then printed with as many decimals as it takes
        not to be zero, and the means not to be equal.

    Returns
    -------
    int
    """
    means = (float(first.mean()), float(other.mean()))

    def printed(digits: int) -> tuple[float, float]:
        one, two = (round_half_up(mean, digits) for mean in means)
        return float(one - two), float(round_half_up(means[0] - means[1], digits))

    digits = _fitted(first, other) if declared is None else declared
    if declared is None:
        more = (digits + extra for extra in range(3))
        digits = next((one for one in more if len(set(printed(one))) == 1), digits)
    while clear and 0 in printed(digits) and digits < _MOST + 2:
        digits += 1
    return digits


def _fitted(first: Values, other: Values) -> int:
    # A group of one has no spread; the other's then stands for both.
    varying = [one for one in (first, other) if one.size > 1 and np.ptp(one)]
    error = math.sqrt(sum(float(one.var(ddof=1)) / one.size for one in varying))
    if error:
        return min(_MOST, max(0, -math.floor(math.log10(error))))
    means = [float(one.mean()) for one in (first, other)]
    exact = (n for n in range(_MOST) if all(abs(m - round(m, n)) < 1e-9 for m in means))
    return next(exact, _MOST)

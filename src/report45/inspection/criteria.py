"""Who meets a criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from report45.study.durations import age, day, years
from report45.study.people import Criterion

if TYPE_CHECKING:
    import pandas as pd

    from report45.study.load import Study


def told(criterion: Criterion, column: pd.Series) -> npt.NDArray[np.bool_]:
    """Say of whom it is known whether they meet a criterion.

    Parameters
    ----------
    criterion : Criterion
    column : Series, shape (n,)
        The column it is about.

    Returns
    -------
    ndarray of bool, shape (n,)
        Everyone, where the criterion demands that nothing is there.
    """
    if criterion.kind == "empty":
        return np.ones(len(column), dtype=bool)
    return np.asarray(column.notna(), dtype=bool)


def met(criterion: Criterion, column: pd.Series, study: Study) -> npt.NDArray[np.bool_]:
    """Apply a criterion to a column; of whom nothing is known, does not meet it.

    Parameters
    ----------
    criterion : Criterion
    column : Series, shape (n,)
        The column it is about.
    study : Study
        Of which the days are.

    Returns
    -------
    ndarray of bool, shape (n,)

    Raises
    ------
    InputError
        If it is measured at a day the study does not declare.
    """
    if criterion.kind == "empty":
        return np.asarray(column.isna(), dtype=bool)
    if criterion.kind == "codes":
        return np.asarray(column.isin(criterion.codes), dtype=bool)
    at = day(study, criterion.at)
    measured = age(column, at) if criterion.kind == "age" else years(column, at)
    fits: npt.NDArray[np.bool_] = ~np.isnan(measured)
    if criterion.at_least is not None:
        fits &= measured >= criterion.at_least
    if criterion.above is not None:
        fits &= measured > criterion.above
    if criterion.below is not None:
        fits &= measured < criterion.below
    return fits

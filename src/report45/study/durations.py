"""Exact calendar arithmetic on whole columns: ages and durations at a named date."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from report45.errors import Fault, InputError, Place

if TYPE_CHECKING:
    import pandas as pd

    from report45.study.load import Study

Dates = npt.NDArray[np.datetime64]


def months(since: pd.Series, until: dt.date | pd.Series) -> npt.NDArray[np.float64]:
    """Give the calendar months between days; NaN where a day is missing.

    A month is complete on the same day of a later month, or on the first of the month after
    where that month has no such day (born on 29 February: a year older on 1 March). The month
    that is not complete counts by its days.

    Parameters
    ----------
    since : Series of datetime64, shape (n,)
        First days.
    until : date or Series of datetime64, shape (n,)
        Last days.

    Returns
    -------
    ndarray of float, shape (n,)
        Negative when ``until`` comes first. Exact for complete months: 1 October 2007 to
        1 October 2017 is 120.
    """
    first = _days(since)
    last = np.broadcast_to(
        np.datetime64(until, "D") if isinstance(until, dt.date) else _days(until), first.shape
    )
    start, day_of_month = _split(first)
    end, _ = _split(last)
    missing = np.isnat(first) | np.isnat(last)
    whole = np.where(missing, 0, (end - start).astype(np.int64))
    whole = whole - (_anniversary(start, day_of_month, whole) > last)
    passed = _anniversary(start, day_of_month, whole)
    coming = _anniversary(start, day_of_month, whole + 1)
    with np.errstate(invalid="ignore"):
        part = (last - passed).astype(float) / (coming - passed).astype(float)
    return np.where(missing, np.nan, whole + part)


def years(since: pd.Series, until: dt.date | pd.Series) -> npt.NDArray[np.float64]:
    """Give the calendar years between days: :func:`months` over twelve."""
    return months(since, until) / 12


def age(born: pd.Series, at: dt.date) -> npt.NDArray[np.float64]:
    """Give ages in whole years; NaN where the birth date is missing."""
    return np.floor(years(born, at))


def day(study: Study, name: str) -> dt.date:
    """Give a day of the study by its name in ``[dates]``.

    Raises
    ------
    InputError
        If the study declares no such day.
    """
    found = getattr(study.config.dates, name)
    if not isinstance(found, dt.date):
        place, problem = Place("study.toml", part="[dates]"), f"{name} is missing."
        raise InputError([Fault(place, "undeclared-day", problem, "Ages or durations need it.")])
    return found


def _days(column: pd.Series) -> Dates:
    return column.to_numpy(dtype="datetime64[D]")


def _split(days: Dates) -> tuple[Dates, npt.NDArray[np.timedelta64]]:
    starts = days.astype("datetime64[M]")
    return starts, days - starts.astype("datetime64[D]")


def _anniversary(
    start: Dates, day_of_month: npt.NDArray[np.timedelta64], later: npt.NDArray[np.int64]
) -> Dates:
    month = start + later.astype("timedelta64[M]")
    # 31 January plus a month would run days into March; the first of March is the rule.
    same_day: Dates = month.astype("datetime64[D]") + day_of_month
    next_first: Dates = (month + np.timedelta64(1, "M")).astype("datetime64[D]")
    return np.where(same_day < next_first, same_day, next_first)

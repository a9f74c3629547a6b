"""When something must have happened to belong to a study."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from report45.study.people import Dates

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

CALLED_BEFORE = dt.timedelta(days=31)
"""Who is called first may be called some days before the study selects or starts."""

EVENTS = {
    "contacts": "date",
    "instruments": "start",
    "work_income": "start",
    "benefit_endings": "end",
}
"""Tables of what happens during a study, and the column that says when."""


def window(dates: Dates, table: str, column: str) -> tuple[dt.date | None, dt.date | None] | None:
    """Give the first and the last day that belong to the study, both included.

    A benefit that ends and a job that begins belong to it from the selection, or the start where
    that is earlier or no selection is declared, to the end. Intakes, ends of trajectories,
    contacts and instruments begin up to ``CALLED_BEFORE`` earlier. A job may end later, and
    an activity may have begun earlier: those say themselves whether the programme brought them.

    Returns
    -------
    tuple of (date or None), or None
        None for a bound that is not there, and for a column that says nothing of the study.
    """
    first = min(dates.selection or dates.start, dates.start)
    called = first - CALLED_BEFORE
    return {
        ("benefit_endings", "end"): (first, dates.end),
        ("work_income", "start"): (first, dates.end),
        ("work_income", "end"): (first, None),
        ("trajectories", "intake"): (called, dates.end),
        ("trajectories", "end"): (called, dates.end),
        ("instruments", "start"): (called, dates.end),
        ("contacts", "date"): (called, dates.end),
        ("activities", "start"): (None, dates.end),
    }.get((table, column))


def inside(dates: Dates, table: str, column: str, days: pd.Series) -> npt.NDArray[np.bool_]:
    """Mark the days of a column that lie in its window, if it has one; a missing day does.

    Parameters
    ----------
    dates : Dates
    table, column : str
        Whose window it is.
    days : Series of n days

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    import numpy as np

    found = np.ones(len(days), dtype=bool)
    known = days.to_numpy(dtype="datetime64[D]")
    first, last = window(dates, table, column) or (None, None)
    if first is not None:
        found &= ~(known < np.datetime64(first))
    if last is not None:
        found &= ~(known > np.datetime64(last))
    return found


def outside(dates: Dates, table: str, rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Mark the rows of a table of events that lie outside its window; none of another table."""
    import numpy as np

    column = EVENTS.get(table)
    if column is None or column not in rows:
        return np.zeros(len(rows), dtype=bool)
    return ~inside(dates, table, column, rows[column])

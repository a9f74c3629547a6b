"""What happened during a study, and how much was delivered that lies outside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report45.analysis.groups import places_of_clients, rows_of_clients, worked_out
from report45.study.load import Study
from report45.study.windows import EVENTS, inside, outside, window

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd


@dataclass(frozen=True)
class Outside:
    """Rows of one table that lie outside the study, of clients who are in it.

    Parameters
    ----------
    table : str
        Its name.
    before, after : int
        Rows before the first day and after the last.
    first, last : date
        The days that bound it, both included.
    """

    table: str
    before: int
    after: int
    first: dt.date
    last: dt.date


def during(study: Study, table: str) -> pd.DataFrame:
    """Give the rows of a table about ``study.clients`` that happened during the study.

    As :func:`report45.analysis.groups.rows_of_clients`, without the rows that lie outside the
    window of :func:`report45.study.windows.window`.
    """
    rows = rows_of_clients(study, table)
    if table not in study.tables:
        return rows
    dates = study.config.dates
    return worked_out(study, "during", table, lambda _: rows[~outside(dates, table, rows)])


def beyond(study: Study) -> tuple[Outside, ...]:
    """Count, per table of events, the rows that lie outside the study; only where there are any."""
    found = []
    for table, column in EVENTS.items():
        first, last = window(study.config.dates, table, column) or (None, None)
        if table not in study.tables or column not in study.tables[table]:
            continue
        days = study.tables[table][column][places_of_clients(study, table) >= 0]
        away = days[~inside(study.config.dates, table, column, days)]
        if len(away) and first is not None and last is not None:
            after = int((away > str(last)).sum())
            found.append(Outside(table, len(away) - after, after, first, last))
    return tuple(found)

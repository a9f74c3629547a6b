"""Rules about dates: invented ones, wrong ways of reading them, and tables that stop or start."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from report45.facts import Count
from report45.inspection.remarks import Remark
from report45.inspection.seen import Days, Mask, Seen, day
from report45.study.config import StudyConfig
from report45.study.windows import window

_INVENTED = np.array(
    """
    1900-01-01 1900-12-31 1901-01-01 1911-11-11 1970-01-01 1999-09-09 2049-12-31 2050-12-31
    2078-12-31 2079-06-06 2099-01-01 2099-12-31 2100-01-01 2100-12-31
    """.split(),  # noqa: SIM905  a table reads better than a list
    dtype="datetime64[D]",
)
"""What stands for "unknown" or "for ever", and where clocks of programs begin and end."""

_CHANCE = 1e-3
"""What could happen once in a thousand sound tables is not told."""

_MONTHS_TWO = np.timedelta64(61, "D")
_TEN_YEARS = np.timedelta64(3653, "D")

EVENTS = {
    "contacts": "date",
    "activities": "start",
    "instruments": "start",
    "work_income": "start",
    "benefit_endings": "end",
}
"""Tables of what happens, and the column that says when."""


def day_rules(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    """Look at every column of dates.

    Yields
    ------
    Remark
        ``invented-date``: 1 January 1900, 31 December 2099 and the like · ``far-date``: few dates
        more than ten years from all others · ``repeated-date``: one day at least five times as
        often as any other (``aantal`` rows, ``dag``) · ``new-years-day``: one in twenty dates is a
        1 January (``aantal``) · ``day-of-month``: all dates have the same day of the month ·
        ``day-and-month``: no day above twelve, as when day and month are exchanged ·
        ``weekend``: the few weekend days of a column of working days · ``before-study``,
        ``after-study``: outside the days the study declares (``dag``) · ``stops-early``,
        ``starts-late``, ``hole``: no rows for months in which by chance there would be
        (``dag``: the last, the first, the last before).
    """
    for name in seen.columns("date"):
        days = seen.days(name)
        yield from _odd(seen, name, days)
        yield from _patterns(seen, name, days)
    yield from _windows(seen, config)
    if seen.name in EVENTS:
        yield from _extent(seen, config)


def _odd(seen: Seen, name: str, days: Days) -> Iterator[Remark]:
    invented = np.isin(days, _INVENTED)
    yield from seen.remark("invented-date", name, invented)
    sound = np.sort(days[~np.isnat(days) & ~invented])
    few = max(1, len(sound) // 20)
    if len(sound) < 10:
        return
    gaps = np.diff(sound) > _TEN_YEARS
    early, late = np.flatnonzero(gaps[:few]), np.flatnonzero(gaps[-few:])
    far: Mask = np.zeros(len(days), dtype=bool)
    if len(early):
        far |= days <= sound[early[-1]]
    if len(late):
        far |= days >= sound[len(sound) - few + late[0]]
    yield from seen.remark("far-date", name, far & ~invented)


def _patterns(seen: Seen, name: str, days: Days) -> Iterator[Remark]:
    known = days[~np.isnat(days)]
    if len(known) < 20:
        return
    found, counts = np.unique(known, return_counts=True)
    order = np.argsort(counts, kind="stable")
    most, next_ = int(counts[order[-1]]), int(counts[order[-2]]) if len(order) > 1 else 0
    if most >= 5 and most >= 5 * next_ and most * 20 >= len(known):
        at = days == found[order[-1]]
        yield from seen.remark("repeated-date", name, at, dag=day(found[order[-1]]))
    months = days.astype("datetime64[M]")
    of_month = (days - months.astype("datetime64[D]")).astype("int64") + 1
    of_month = np.where(np.isnat(days), 0, of_month)
    january = (of_month == 1) & (months.astype("int64") % 12 == 0) & ~np.isnat(days)
    if january.sum() >= 5 and january.sum() * 20 >= len(known) and len(found) > 1:
        yield from seen.remark("new-years-day", name, january)
    among = of_month[of_month > 0]
    if (among == among[0]).all() and len(found) > 1:
        yield seen.whole("day-of-month", name, dag=Count(int(among[0])))
    elif among.max() <= 12 and len(np.unique(of_month)) > 3:
        yield seen.whole("day-and-month", name)
    weekend = ~np.isnat(days) & (days.astype("int64") % 7 >= 2) & (days.astype("int64") % 7 <= 3)
    if len(known) >= 25 and weekend.sum() <= max(1, len(known) // 50):
        yield from seen.remark("weekend", name, weekend)


def _windows(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    """Compare what happens with the days the study declares."""
    for column in seen.columns("date"):
        bounds = window(config.dates, seen.name, column)
        if bounds is None:
            continue
        since, until = (None if one is None else np.datetime64(one, "D") for one in bounds)
        days = seen.days(column)
        if since is not None:
            yield from seen.remark("before-study", column, days < since, dag=day(since))
        if until is not None:
            yield from seen.remark("after-study", column, days > until, dag=day(until))


def _extent(seen: Seen, config: StudyConfig) -> Iterator[Remark]:
    """Find months without rows at either end of the study or in between.

    Were the days spread evenly over the study, the chance that none of ``n`` falls in a given part
    ``p`` of it is ``(1 - p)**n``. Only contacts and endings can be expected from the first day on.
    """
    column = EVENTS[seen.name]
    if column not in seen.frame:
        return
    first, last = np.datetime64(config.dates.start, "D"), np.datetime64(config.dates.end, "D")
    days = np.sort(seen.days(column))
    days = days[(days >= first) & (days <= last)]
    if len(days) < 5 or last <= first:
        return

    def improbable(gap: np.timedelta64, gaps: int = 1) -> bool:
        part = float(gap / (last - first))
        return bool(gap > _MONTHS_TWO and gaps * (1 - part) ** len(days) < _CHANCE)

    if improbable(last - days[-1]):
        yield seen.whole("stops-early", column, dag=day(days[-1]))
    if seen.name in {"contacts", "benefit_endings"} and improbable(days[0] - first):
        yield seen.whole("starts-late", column, dag=day(days[0]))
    gaps = np.diff(days)
    widest = int(np.argmax(gaps))
    if improbable(gaps[widest], len(gaps)):
        yield seen.whole("hole", column, dag=day(days[widest]), tot=day(days[widest + 1]))

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.errors import InputError
from report45.study.durations import age, day, months, years
from tests.analysis.studies import clients, dates, study

days = st.dates(dt.date(1930, 1, 1), dt.date(2025, 12, 31))


@pytest.mark.parametrize(
    ("born", "at", "expected"),
    [
        ("1972-09-01", "2017-09-01", 45),
        ("1972-09-02", "2017-09-01", 44),
        ("1956-02-29", "2017-02-28", 60),
        ("1956-02-29", "2017-03-01", 61),
        ("1956-02-29", "2016-02-29", 60),
        ("2017-09-01", "2017-09-01", 0),
    ],
)
def test_age_turns_on_the_birthday(born: str, at: str, expected: int) -> None:
    assert age(dates([born]), dt.date.fromisoformat(at))[0] == expected


@pytest.mark.parametrize(
    ("since", "at", "expected"),
    [
        ("2007-10-01", "2017-10-01", 120),
        ("2017-03-01", "2017-09-01", 6),
        ("2016-01-31", "2016-03-01", 1),
        ("2016-10-16", "2017-10-01", 11 + 15 / 30),
        ("2017-10-01", "2017-09-01", -1),
    ],
)
def test_months_are_calendar_months(since: str, at: str, expected: float) -> None:
    assert months(dates([since]), dt.date.fromisoformat(at))[0] == expected


def test_half_a_year_is_not_more_than_half_a_year() -> None:
    found = years(dates(["2017-03-01", "2017-02-28"]), dt.date(2017, 9, 1))
    assert found[0] == 0.5
    assert found[1] > 0.5


def test_a_missing_day_stays_missing() -> None:
    assert math.isnan(age(dates([None, "1960-01-01"]), dt.date(2017, 1, 1))[0])
    assert math.isnan(months(dates(["2017-01-01"]), dates([None]))[0])


def test_a_day_the_study_lacks_is_named() -> None:
    with pytest.raises(InputError, match="extension is missing"):
        day(study({"clients": clients(1, 1)}), "extension")


@given(days, days)
def test_age_is_that_of_the_calendar(born: dt.date, at: dt.date) -> None:
    # Independent of the code under test: compare month and day, as on paper.
    had_birthday = (at.month, at.day) >= (born.month, born.day)
    expected = at.year - born.year - (not had_birthday)
    assert age(pd.Series([pd.Timestamp(born)]), at)[0] == expected


@given(st.lists(days, min_size=2, max_size=5), days)
def test_an_earlier_start_never_lasts_shorter(starts: list[dt.date], at: dt.date) -> None:
    starts.sort()
    found = months(pd.Series([pd.Timestamp(one) for one in starts]), at)
    assert (np.diff(found) <= 1e-12).all()
